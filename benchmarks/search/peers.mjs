// node peers.mjs NODE_MODULES – reads { documents: [{ code, title, text }], questions } from standard
// input and prints quality, bytes and milliseconds of a plain folded list, MiniSearch, and lunr as
// Material for MkDocs uses it, all over the same documents.
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { quality, rankOf, spread, unaccented } from "./figures.mjs";

const require = createRequire(join(process.argv[2], "package.json"));
const lunr = require("lunr");
const MiniSearch = require("minisearch");
const LIMIT = 100;

let input = "";
for await (const chunk of process.stdin) input += chunk;
const { documents, questions } = JSON.parse(input);
const fold = (text) => unaccented(text).toLowerCase();
const size = (value) => gzipSync(JSON.stringify(value)).length;

// Every title that holds the words, the most of them first: the simplest thing that works.
const plain = () => {
  const list = documents.map(({ code, title }) => [code, fold(title)]);
  const search = (question) => {
    const words = fold(question).match(/[\p{L}\p{N}]+/gu) ?? [];
    return list
      .map(([code, title]) => [code, words.filter((word) => title.includes(word)).length, title.length])
      .filter(([, held]) => held)
      .sort((one, two) => two[1] - one[1] || one[2] - two[2])
      .map(([code]) => code);
  };
  return { search, bytes: size(documents.map(({ code, title }) => [code, title])) };
};

const miniSearch = () => {
  const options = { idField: "code", fields: ["title", "text"], storeFields: ["title"], processTerm: fold };
  const index = new MiniSearch(options);
  index.addAll(documents);
  const asked = { boost: { title: 3 }, prefix: true, fuzzy: 0.2 };
  return { search: (question) => index.search(question, asked).map(({ id }) => id), bytes: size(index) };
};

// Material: title a thousand times the text, every word also as the beginning of a word; the browser
// gets the texts and builds the index itself.
const material = () => {
  // Words of letters and digits alone: lunr takes a star inside a word for a wildcard of its own.
  const trimmed = (token) => {
    const text = token.toString().replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
    return text ? token.update(() => text) : undefined;
  };
  lunr.Pipeline.registerFunction(trimmed, "trimmed");
  lunr.tokenizer.separator = /[\s-]+/;
  const index = lunr(function build() {
    this.pipeline.reset();
    this.pipeline.add(trimmed);
    this.searchPipeline.reset();
    this.ref("code");
    this.field("title", { boost: 1000 });
    this.field("text");
    documents.forEach((document) => this.add(document));
  });
  const search = (question) =>
    index
      .query((query) => {
        for (const term of question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
          query.term(term, {});
          query.term(term, { wildcard: lunr.Query.wildcard.TRAILING });
        }
      })
      .map(({ ref }) => ref);
  return { search, bytes: size(documents) };
};

const measured = ({ search, bytes }) => {
  const milliseconds = [];
  const ranks = (change) =>
    questions.map(({ question, codes }) => {
      const start = performance.now();
      const found = search(change(question)).slice(0, LIMIT);
      milliseconds.push(performance.now() - start);
      return rankOf(found.map((code) => [code]), codes);
    });
  const asked = quality(ranks((text) => text));
  return { ...asked, without_accents: quality(ranks(unaccented)), bytes, milliseconds: spread(milliseconds) };
};

const peers = { "plain folded list": plain, MiniSearch: miniSearch, Material: material };
const found = Object.fromEntries(Object.entries(peers).map(([name, create]) => [name, measured(create())]));
console.log(JSON.stringify(found));
