// node initials.mjs SITE – reads { letters: words } from standard input, and prints what each is read as
// by the initials of the site's titles alone, without the table of abbreviations.
import { readFileSync } from "node:fs";
import { coldSearch, loadEngine } from "./engine.mjs";

const { createInitials } = await loadEngine(process.argv[2]);
const { cards, manifest } = await coldSearch(process.argv[2]).prepare();
const expand = createInitials(cards, new Set(manifest.spoken));
const known = JSON.parse(readFileSync(0, "utf8"));
const read = (letters) => expand(letters, true)?.map(({ syllable }) => syllable).join(" ") ?? "";
console.log(JSON.stringify(Object.fromEntries(Object.keys(known).map((letters) => [letters, read(letters)]))));
