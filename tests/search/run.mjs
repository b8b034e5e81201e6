// node run.mjs SITE – reads [["terms"|"pairs"|"key"|"rank", text], …] from standard input and
// prints what the browser's modules make of each; "rank" gives [ref, score] of every match.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const site = resolve(process.argv[2]);
const assets = join(site, "assets/niemyet");
const lunr = createRequire(import.meta.url)(join(assets, "lunr.js"));
const { pairs, shardKey, terms } = await import(pathToFileURL(join(assets, "analyser.js")));
const { createSearch } = await import(pathToFileURL(join(assets, "search.js")));
const readJson = async (path) => JSON.parse(await readFile(join(site, "search", path), "utf8"));
const { rank, search } = createSearch(lunr, readJson);

const answer = {
  terms,
  pairs,
  key: shardKey,
  rank: async (text) => (await rank(text, false)).map(({ ref, score }) => [ref, score]),
  search: async (text) => (await search(text)).results.map(({ code }) => code),
};
let input = "";
for await (const chunk of process.stdin) input += chunk;
const answers = [];
for (const [question, text] of JSON.parse(input)) answers.push(await answer[question](text));
console.log(JSON.stringify(answers));
