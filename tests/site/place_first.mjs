// node place_first.mjs – reads [province of the reader, [provinces of parts], whether the group shows what is
// its reader's own alone] and prints their order, which are marked as elsewhere, which are hidden, and whether
// it is said that none holds there, how many it is said that there are (0: not said), and where the search at
// the chosen place leads. A province with a star is that of kin.
import { readFileSync } from "node:fs";

const script = readFileSync(new URL("../../generator/site/assets/script/place-first.js", import.meta.url), "utf8");
const ordered = ([own, provinces, alone = false]) => {
  const elsewhere = [];
  const search = { href: "https://example.org/tim-kiem/?q=a" };
  const notice = { hidden: true, querySelector: () => search, toggleAttribute: (_name, is) => (notice.hidden = is) };
  const counted = { hidden: false, dataset: { said: "{count}" } };
  const said = (asked) => ({ "elsewhere-only": notice, "one-of": counted })[asked.split(".")[1]] ?? null;
  const classes = (at, kin) => ({ toggle: (_name, is) => is && elsewhere.push(at), contains: (name) => kin && name === "kin" });
  const parts = provinces.map((said, at) => {
    const [kin, province] = [said.endsWith("*"), said.replace("*", "")];
    return { at, hidden: kin, classList: classes(at, kin), dataset: province ? { province } : {} };
  });
  const group = {
    children: parts,
    classList: { contains: () => alone },
    parentElement: { querySelector: (asked) => (alone ? said(asked) : null) },
    replaceChildren: (...found) => (group.children = found),
  };
  globalThis.document = { querySelector: () => null, querySelectorAll: () => [group], addEventListener: () => {} };
  globalThis.niemyet = { place: { current: () => (own ? { province: own, code: `${own}001` } : undefined), ready: Promise.resolve() } };
  (0, eval)(script);
  const hidden = parts.filter((part) => part.hidden).map(({ at }) => at);
  const count = counted.hidden ? 0 : Number(counted.textContent);
  return alone ? [group.children.map(({ at }) => at), hidden, !notice.hidden, count, String(search.href)] : [group.children.map(({ at }) => at), elsewhere];
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(ordered)));
