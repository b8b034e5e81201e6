// node place_first.mjs – reads [province of the reader, [provinces of parts]] and prints their order, and which are marked as elsewhere.
import { readFileSync } from "node:fs";

const script = readFileSync(new URL("../../generator/site/assets/script/place-first.js", import.meta.url), "utf8");
const ordered = ([own, provinces]) => {
  const elsewhere = [];
  const classes = (at) => ({ toggle: (_name, is) => is && elsewhere.push(at) });
  const parts = provinces.map((province, at) => ({ at, classList: classes(at), dataset: province ? { province } : {} }));
  const group = { children: parts, replaceChildren: (...found) => (group.children = found) };
  globalThis.document = { querySelectorAll: () => [group], addEventListener: () => {} };
  globalThis.niemyet = { place: { current: () => (own ? { province: own } : undefined), ready: Promise.resolve() } };
  (0, eval)(script);
  return [group.children.map(({ at }) => at), elsewhere];
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(ordered)));
