// node place_choice.mjs – reads [place chosen, place that a question names] and prints the code that rules
// then, and that which links at the named place get.
import { readFileSync } from "node:fs";

const script = readFileSync(new URL("../../generator/site/assets/script/place-choice.js", import.meta.url), "utf8");
const ruling = ([chosen, named]) => {
  globalThis.location = new URL("https://example.org/tim-kiem/");
  globalThis.history = { replaceState: () => undefined };
  globalThis.localStorage = { getItem: () => "null", setItem: () => undefined, removeItem: () => undefined };
  globalThis.document = { body: { dataset: { root: ".." } }, dispatchEvent: () => undefined };
  globalThis.niemyet = {};
  (0, eval)(script);
  const { place } = globalThis.niemyet;
  place.choose(chosen ?? undefined);
  const linked = place.within(named.code);
  if (named.code) place.adopt(named);
  return [place.current()?.code ?? "", linked ?? ""];
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(ruling)));
