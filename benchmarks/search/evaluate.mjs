// node evaluate.mjs – reads { site, questions: [{ question, codes, kinds }], ablation } from standard
// input, asks the site's own engine, and prints JSON: quality by kind of question, the same without
// accents, how often the first three stay the same without accents, bytes (gzip), milliseconds, and on
// demand the quality with each part of the ranking switched off.
import { join } from "node:path";
import { coldSearch, gzipSize, loadEngine } from "./engine.mjs";
import { byKind, quality, rankOf, spread, unaccented } from "./figures.mjs";

const LIMIT = 100;
const FEATURES = [
  ["names", "words", "body"],
  ["names"],
  ["words"],
  ["body"],
  ["neighbours"],
  ["close"],
  ["covered"],
  ["phrase"],
  ["accents"],
  ["prior"],
  ["implied"],
  ["named"],
  ["unfinished"],
  ["slips"],
];

let input = "";
for await (const chunk of process.stdin) input += chunk;
const { site, questions, ablation } = JSON.parse(input);
await loadEngine(site);

const linesOf = async (search, text) =>
  (await search.search(text, { limit: LIMIT })).results.map(({ code, family }) => [code, ...family.codes]);

const codesOf = async (search, text, limit) =>
  (await search.search(text, { limit })).results.map(({ code }) => code);

const ranksOf = async (search, change) => {
  const ranks = [];
  for (const { question, codes } of questions) {
    ranks.push(rankOf(await linesOf(search, change(question)), codes));
  }
  return ranks;
};

const same = (text) => text;
const warm = coldSearch(site);
const ranks = await ranksOf(warm, same);
const bare = await ranksOf(warm, unaccented);

let accented = 0;
let alike = 0;
for (const { question } of questions) {
  if (unaccented(question) === question) continue;
  accented += 1;
  const [one, two] = [await codesOf(warm, question, 3), await codesOf(warm, unaccented(question), 3)];
  alike += one.join() === two.join();
}

const milliseconds = [];
for (const { question } of questions) {
  const start = performance.now();
  await warm.search(question, { limit: 20 });
  milliseconds.push(performance.now() - start);
}

const assets = ["search-engine.js", "search-page.js"].map((name) => join(site, "assets/niemyet", name));
const code = (await Promise.all(assets.map(gzipSize))).reduce((sum, size) => sum + size);
const first = [];
const later = [];
const session = coldSearch(site);
for (const { question } of questions) {
  const cold = coldSearch(site);
  await cold.search(question);
  first.push(cold.read.bytes + code);
  const before = session.read.bytes;
  await session.search(question);
  later.push(session.read.bytes - before);
}

const without = {};
for (const off of ablation ? FEATURES : []) {
  const features = Object.fromEntries(off.map((feature) => [feature, false]));
  without[off.join("+")] = quality(await ranksOf(coldSearch(site, features), same));
}

const result = {
  ...byKind(questions, ranks),
  without_accents: byKind(questions, bare),
  first_three_equal: Math.round((alike / Math.max(1, accented)) * 10000) / 10000,
  bytes: { code, first: spread(first), later: spread(later.slice(1)) },
  milliseconds: spread(milliseconds),
  ...(ablation ? { without } : {}),
};
console.log(JSON.stringify(result, null, 2));
