// node run.mjs SITE – reads [[question, argument], …] from standard input and prints what the engine
// of the site makes of each; the questions are the keys of `answers` below.
import { coldSearch, loadEngine } from "../../benchmarks/search/engine.mjs";

const site = process.argv[2];
const niemyet = await loadEngine(site);
const { analyser, slips, shards } = niemyet;
const warm = coldSearch(site);
const codes = ({ results }) => results.map(({ code }) => code);

const answers = {
  syllables: analyser.syllables,
  pairs: (text) => analyser.pairs(analyser.syllables(text)),
  exact: (text) => analyser.tokens(text).map(analyser.exact),
  spelled: slips.spelled,
  apart: ([one, two]) => slips.oneLetterApart(one, two),
  search: async (text) => codes(await warm.search(text)),
  filtered: async ([text, filters, order]) => {
    const { total, counts, results } = await warm.search(text, { filters, order, limit: 100 });
    return { total, counts, codes: codes({ results }) };
  },
  placed: async ([text, place]) => {
    const { results } = await warm.search(text, { place, limit: 100 });
    return results.map(({ place: [code] }) => code);
  },
  loose: ([ordinary, text]) => {
    const table = { at: ["ở"], own: ["tỉnh"], from: [], after: [], kinds: [], ordinary };
    const said = niemyet.createPlaceWords(table, { at: {}, places: new Map(), together: () => 0 });
    const free = text.split(" tinh mau")[0];
    const words = niemyet.placeWords.wordsOf(free).map((word) => ({ ...word, form: "", loose: true }));
    const all = free === text ? words : [...words, undefined];
    const matters = { joined: ({ syllable }) => ["quan", "com", "o"].includes(syllable), known: () => true };
    const found = said.looseSpans(all, matters).map((span) => words.slice(...span).map(({ syllable }) => syllable).join(" "));
    return [...new Set(found)];
  },
  provinces: ([written, provinces, text]) => {
    const table = { at: [], own: ["tỉnh"], from: [], after: [], kinds: [], provinces };
    const reader = niemyet.createPlaceReader(table, niemyet.readCards(written), []);
    return reader.provincesIn(niemyet.placeWords.wordsOf(text).map((word) => ({ ...word, form: "" }))).map(({ code }) => code);
  },
  byPlace: ([results, province, full = []]) => {
    const cards = { value: (_, document) => results[document].place };
    const scored = results.map(({ score }, document) => ({ document, score }));
    return niemyet.byPlace(cards, scored, province, { hasAll: (document) => full.includes(document) }).map(({ document }) => document);
  },
  answer: async (text) => warm.search(text),
  chosen: async ([text, place]) => warm.search(text, { place }),
  repaired: ([cards, words]) => {
    const repair = niemyet.createRepair(niemyet.readCards(cards), new Set(), new Set());
    return repair(words.map((word) => ({ syllable: word, form: "", word }))).map(({ syllable }) => syllable);
  },
  torn: ([cards, term, spoken]) => [...niemyet.createTitles(niemyet.readCards(cards)).term(term, spoken).scores.keys()],
  shortened: ([cards, short]) => niemyet.readCards(cards, short).at.syllable,
  varying: ([written, document, province]) => {
    const cards = niemyet.readCards(written);
    return niemyet.varying({ place: cards.value("place", document), family: niemyet.createFamilies(cards)(document) }, province);
  },
  oneCase: ([cards, worths]) => {
    const titles = niemyet.createTitles(niemyet.readCards(cards));
    const share = titles.inOneCase(worths);
    return cards.titles.split(" ").map((_, document) => share(document));
  },
  named: ([kind, entries, text, ...more]) => {
    const reader = niemyet.createReader({ asking: ["cho em hoi", "gi", "minh", "mot"], naming: ["mot minh"], abbreviations: { hkd: "ho kinh doanh" }, levels: {}, applicants: {}, narrowings: {} });
    return niemyet.named[kind](entries, reader.read(text), ...more).map(({ name, code }) => name ?? code);
  },
  mayName: ([telling, text]) => {
    const reader = niemyet.createReader({ asking: [], abbreviations: {}, levels: {}, applicants: {}, narrowings: {} });
    return niemyet.named.mayName(telling, reader.read(text), []);
  },
  meantBy: (found) => niemyet.meantBy(found, (name) => `khai sinh ${name}`),
  literal: async (text) => warm.search(text, { literal: true }),
  names: async (text) => {
    const cold = coldSearch(site);
    await cold.search(text);
    return cold.read.places > 0;
  },
  without: async ([feature, text]) => codes(await coldSearch(site, { [feature]: false }).search(text)),
  titles: async () => {
    const { cards } = await warm.prepare();
    return Object.fromEntries(cards.codes.map((code, document) => [code, cards.title(document)]));
  },
  scores: async (terms) => {
    const { manifest, cards } = await warm.prepare();
    const files = new Map();
    for (const [term] of terms) {
      const name = shards.shardOf(manifest.shards, term);
      if (name) files.set(term, await warm.file(`shards/${name}.json`));
    }
    return [...shards.scores(terms, (term) => shards.groupsOf(files.get(term), term, manifest.fields, cards.count))];
  },
  cost: async (texts) => {
    const cold = coldSearch(site);
    const files = [];
    for (const text of texts) {
      await cold.search(text);
      files.push(cold.read.files);
    }
    return files;
  },
};

let input = "";
for await (const chunk of process.stdin) input += chunk;
const found = [];
for (const [question, argument] of JSON.parse(input)) found.push(await answers[question](argument));
console.log(JSON.stringify(found));
