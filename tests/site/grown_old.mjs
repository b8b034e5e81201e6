// node grown_old.mjs – reads pairs of a day built and a day seen; prints what the page says, or "".
import { readFileSync } from "node:fs";

const script = readFileSync(new URL("../../generator/site/assets/script/page.js", import.meta.url), "utf8");
const said = ([built, seen]) => {
  const shown = [];
  const foot = { dataset: { built, old: "tính đến {count} ngày" } };
  const footer = { prepend: (one) => shown.push(one.textContent) };
  globalThis.document = {
    querySelector: (wanted) => ({ "[data-built]": foot, footer })[wanted] ?? null,
    querySelectorAll: () => [],
    createElement: () => ({}),
    addEventListener: () => {},
  };
  globalThis.location = { protocol: "https:", hash: "" };
  globalThis.addEventListener = () => {};
  const now = Date.now;
  Date.now = () => Date.parse(seen);
  (0, eval)(script);
  Date.now = now;
  return shown.join();
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(said)));
