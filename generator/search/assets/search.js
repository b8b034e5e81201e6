// Finding and ranking: the one place that does. Runs in the browser and, for evaluation, in Node.
import { pairs, shardKey, syllables, terms } from "./analyser.js";

const PREFIX_SHARDS = 3;
const RERANKED = 30;
const CLOSENESS = 1.5;
const OPENING = /^thu tuc /;
const BOOSTS = { folded: 1, exact: 0.7, pair: 1.6, prefix: 0.3 };

// The shards that may hold keys from `low` to `high`, both included.
const shardsBetween = (shards, low, high) => {
  const found = [];
  for (let place = 0; place < shards.length; place += 1) {
    const next = shards[place + 1]?.[0];
    if (shards[place][0] <= high && (next === undefined || next > low)) found.push(shards[place][1]);
  }
  return found;
};

// The terms of a question, each with its weight; the last word may be unfinished.
const clausesOf = (question, prefix) => {
  const single = terms(question).map((term) => ({
    term,
    boost: term.startsWith("^") ? BOOSTS.exact : BOOSTS.folded,
  }));
  const double = pairs(question).map((term) => ({ term, boost: BOOSTS.pair }));
  const last = single.map(({ term }) => term).filter((term) => !term.startsWith("^")).pop() ?? "";
  const open = prefix && last.length > 1 && !/\s$/.test(question);
  const unfinished = open ? [{ term: last, boost: BOOSTS.prefix, open: true }] : [];
  return [...single, ...double, ...unfinished];
};

// Several shards as one lunr index: terms renumbered, vectors of a document joined.
const merged = (lunr, shards) => {
  const vectors = new Map();
  const inverted = [];
  let offset = 0;
  for (const shard of shards) {
    for (const [term, posting] of shard.invertedIndex) {
      inverted.push([term, { ...posting, _index: posting._index + offset }]);
    }
    for (const [reference, vector] of shard.fieldVectors) {
      const joined = vectors.get(reference) ?? [];
      for (let at = 0; at < vector.length; at += 2) joined.push(vector[at] + offset, vector[at + 1]);
      vectors.set(reference, joined);
    }
    offset += shard.invertedIndex.length;
  }
  inverted.sort(([one], [two]) => (one < two ? -1 : 1));
  const { version, fields } = shards[0];
  return lunr.Index.load({
    version,
    fields,
    fieldVectors: [...vectors],
    invertedIndex: inverted,
    pipeline: [],
  });
};

// How much of a title the question is, from 0 to 2: the more of it, in one piece, the better.
const closeness = (question, title) => {
  const asked = syllables(question);
  const named = syllables(title).join(" ").replace(OPENING, "").split(" ");
  const whole = ` ${named.join(" ")} `.includes(` ${asked.join(" ")} `);
  const known = new Set(asked);
  const covered = named.filter((syllable) => known.has(syllable)).length / named.length;
  return whole ? 1 + covered : covered;
};

// `readJson(path)` reads a file below the search folder; every file is read once.
export const createSearch = (lunr, readJson) => {
  const files = new Map();
  const read = (path) => {
    if (!files.has(path)) {
      const reading = readJson(path);
      reading.catch(() => files.delete(path));
      files.set(path, reading);
    }
    return files.get(path);
  };

  const shardsFor = (manifest, clauses) => {
    const paths = new Set();
    for (const { term, open } of clauses) {
      const key = shardKey(term);
      const found = shardsBetween(manifest.shards, key, open ? `${key}\uffff` : key);
      for (const path of open ? found.slice(0, PREFIX_SHARDS) : found) paths.add(path);
    }
    return [...paths].sort();
  };

  const rank = async (question, prefix) => {
    const manifest = await read("manifest.json");
    const clauses = clausesOf(question, prefix);
    const paths = shardsFor(manifest, clauses);
    if (!paths.length) return [];
    const index = merged(lunr, await Promise.all(paths.map(read)));
    return index.query((query) => {
      for (const { term, boost, open } of clauses) {
        const wildcard = open ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE;
        query.term(term, { boost, wildcard, usePipeline: false });
      }
    });
  };

  const documentAt = async (manifest, position) => {
    const chunk = await read(manifest.documents[Math.floor(position / manifest.chunk)]);
    const [code, title, levels, field, status] = chunk[position % manifest.chunk];
    return { code, title, levels, field, status, address: `thu-tuc/${code}/` };
  };

  // The best procedures for a question: { total, results: [{ code, title, …, score }] }.
  const search = async (question, { limit = 10, prefix = true } = {}) => {
    const ranked = await rank(question, prefix);
    const manifest = await read("manifest.json");
    const results = await Promise.all(
      ranked.slice(0, Math.max(limit, RERANKED)).map(async ({ ref, score }) => {
        const document = await documentAt(manifest, Number(ref));
        return { ...document, score: score * (1 + CLOSENESS * closeness(question, document.title)) };
      }),
    );
    results.sort((one, two) => two.score - one.score);
    return { total: ranked.length, results: results.slice(0, limit) };
  };

  return { rank, search };
};
