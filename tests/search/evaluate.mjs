// node evaluate.mjs SITE QUERIES.tsv – how well and how cheaply the site's own search answers.
//
// Runs the browser's ranking over the files of a built site and prints JSON: hit@1, hit@5, hit@10,
// mrr, the same for the questions without accents, bytes (gzip) for the first and for later
// questions, and milliseconds. A row of QUERIES.tsv is `query<TAB>code|code`; rows whose codes the
// site does not have are left out and counted.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [site, queriesFile] = process.argv.slice(2);
if (!site || !queriesFile) {
  console.error("usage: evaluate.mjs SITE QUERIES.tsv");
  process.exit(2);
}
const assets = resolve(site, "assets/niemyet");
const lunr = createRequire(import.meta.url)(join(assets, "lunr.js"));
const { createSearch } = await import(pathToFileURL(join(assets, "search.js")));

const sizes = new Map();
const gzipSize = async (path) => {
  if (!sizes.has(path)) sizes.set(path, gzipSync(await readFile(path)).length);
  return sizes.get(path);
};

// A search over the files of the site that counts the bytes of what it reads.
const countingSearch = () => {
  const counted = { bytes: 0 };
  const readJson = async (path) => {
    const file = join(resolve(site), "search", path);
    const size = await gzipSize(file);
    counted.bytes += size;
    return JSON.parse(await readFile(file, "utf8"));
  };
  return { ...createSearch(lunr, readJson), counted };
};

const unaccented = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d").replaceAll("Đ", "D");

const percentile = (values, share) => {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};
const spread = (values) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) });
const round = (value) => Math.round(value * 10000) / 10000;

const quality = (ranks) => {
  const within = (limit) => round(ranks.filter((rank) => rank <= limit).length / ranks.length);
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0);
  return {
    "hit@1": within(1),
    "hit@5": within(5),
    "hit@10": within(10),
    mrr: round(reciprocal / ranks.length),
  };
};

const readQuestions = async () => {
  const index = JSON.parse(await readFile(join(site, "api/v1/index.json"), "utf8"));
  const known = new Set(index.procedures.map((procedure) => procedure.id));
  const rows = (await readFile(queriesFile, "utf8")).trim().split("\n").slice(1);
  const all = rows.map((row) => {
    const [query, codes] = row.split("\t");
    return { query, codes: codes.trim().split("|") };
  });
  const asked = all.filter(({ codes }) => codes.some((code) => known.has(code)));
  return { asked, skipped: all.length - asked.length };
};

const LIMIT = 100;
const rankOf = ({ results }, codes) => {
  const place = results.findIndex((result) => codes.includes(result.code));
  return place < 0 ? Infinity : place + 1;
};

const { asked, skipped } = await readQuestions();
const warm = countingSearch();
const ranks = [];
const bareRanks = [];
const milliseconds = [];
for (const { query, codes } of asked) {
  await warm.search(query, { limit: LIMIT });
  const start = performance.now();
  ranks.push(rankOf(await warm.search(query, { limit: LIMIT }), codes));
  milliseconds.push(performance.now() - start);
  bareRanks.push(rankOf(await warm.search(unaccented(query), { limit: LIMIT }), codes));
}

const code = ["lunr.js", "analyser.js", "search.js", "search-page.js"];
const codeBytes = (await Promise.all(code.map((name) => gzipSize(join(assets, name))))).reduce(
  (sum, size) => sum + size,
);
const first = [];
const later = [];
const session = countingSearch();
for (const { query } of asked) {
  const cold = countingSearch();
  await cold.search(query);
  first.push(cold.counted.bytes + codeBytes);
  const before = session.counted.bytes;
  await session.search(query);
  later.push(session.counted.bytes - before);
}

const result = {
  questions: asked.length,
  skipped,
  ...quality(ranks),
  without_accents: quality(bareRanks),
  bytes: { code: codeBytes, first: spread(first), later: spread(later.slice(1)) },
  milliseconds: { p50: round(spread(milliseconds).p50), p95: round(spread(milliseconds).p95) },
};
console.log(JSON.stringify(result, null, 2));
