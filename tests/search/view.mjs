// node view.mjs – reads answers of the search and prints what the results page says of each: its status, and
// the texts about the place.
import { readFileSync } from "node:fs";

const words = {
  "results.weak": "weak",
  "results.weak_need": "need {need}",
  "results.some": "some",
  "results.more": "more",
  "results.place": "at {name}",
  "results.place_page": "page",
  "results.place_lacking": "no {name}",
  "results.place_drop": "drop",
  "results.place_drop_name": "drop {name}",
};
const made = () => ({ setAttribute: () => undefined, addEventListener: () => undefined, append: () => undefined });
const parts = new Map();
const part = (id) => {
  if (!parts.has(id)) parts.set(id, { dataset: {}, replaceChildren: (...children) => (parts.get(id).children = children) });
  return parts.get(id);
};
globalThis.document = { createElement: made, getElementById: part, documentElement: { toggleAttribute: () => undefined } };
globalThis.niemyet = {};
for (const name of ["results", "view"]) {
  (0, eval)(readFileSync(new URL(`../../generator/search/assets/page/${name}.js`, import.meta.url), "utf8"));
}
const root = new URL("https://example.org/");
const EMPTY = { total: 3, lines: 0, results: [], journeys: [], absent: [], events: [], counts: {}, weak: false, near: false };

const said = (answer) => {
  const view = globalThis.niemyet.createView({ words, root, page: 20, filters: { show: () => undefined } });
  part("search-place").children = [];
  view.draw({ ...EMPTY, ...answer }, "a", false);
  const texts = part("search-place").children.filter((child) => typeof child === "string" && child.trim());
  return [part("search-status").textContent, texts];
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(said)));
