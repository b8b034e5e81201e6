// node place_first.mjs – reads [province of the reader, [provinces of parts], whether the group shows what is
// its reader's own alone] and prints their order, which are marked as elsewhere, which are hidden, and whether
// it is said that none holds there. A province with a star is that of kin.
import { readFileSync } from "node:fs";

const script = readFileSync(new URL("../../generator/site/assets/script/place-first.js", import.meta.url), "utf8");
const ordered = ([own, provinces, alone = false]) => {
  const elsewhere = [];
  const notice = { hidden: true, toggleAttribute: (_name, is) => (notice.hidden = is) };
  const classes = (at, kin) => ({ toggle: (_name, is) => is && elsewhere.push(at), contains: (name) => kin && name === "kin" });
  const parts = provinces.map((said, at) => {
    const [kin, province] = [said.endsWith("*"), said.replace("*", "")];
    return { at, hidden: kin, classList: classes(at, kin), dataset: province ? { province } : {} };
  });
  const group = {
    children: parts,
    classList: { contains: () => alone },
    parentElement: { querySelector: (asked) => (alone && asked.endsWith(".elsewhere-only") ? notice : null) },
    replaceChildren: (...found) => (group.children = found),
  };
  globalThis.document = { querySelector: () => null, querySelectorAll: () => [group], addEventListener: () => {} };
  globalThis.niemyet = { place: { current: () => (own ? { province: own } : undefined), ready: Promise.resolve() } };
  (0, eval)(script);
  const hidden = parts.filter((part) => part.hidden).map(({ at }) => at);
  return alone ? [group.children.map(({ at }) => at), hidden, !notice.hidden] : [group.children.map(({ at }) => at), elsewhere];
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(ordered)));
