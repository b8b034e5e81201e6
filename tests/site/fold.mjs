// node fold.mjs – reads texts from standard input and prints how the filter of a list folds each.
import { readFileSync } from "node:fs";

const script = new URL("../../generator/site/assets/script/fold.js", import.meta.url);
(0, eval)(readFileSync(script, "utf8"));
const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map(globalThis.niemyet.fold)));
