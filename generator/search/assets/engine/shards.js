// The lunr index in pieces, as generator/search/shards.py cuts it.
(() => {
  // [[where a file begins, its name], …] out of the table that front_coded() writes; a digit says how
  // many letters a beginning shares with the one before. A name is the beginning and digits of the content.
  const DIGITS = 3;
  const named = (start) => start.replace(/[^a-z0-9_]/gu, (letter) => `-${letter.codePointAt(0).toString(16)}-`);
  const readTable = ([starts, digits]) => {
    let before = "";
    return starts.split(" ").map((start, place) => {
      before = before.slice(0, Number(start[0])) + start.slice(1);
      return [before, `${named(before)}-${digits.slice(DIGITS * place, DIGITS * (place + 1))}`];
    });
  };

  // The file that holds a term: the last one that begins with it or before it.
  const shardOf = (shards, term) => {
    let low = 0;
    let high = shards.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shards[middle][0] <= term) low = middle + 1;
      else high = middle;
    }
    return shards[low - 1]?.[1];
  };

  // lunr's idf of what so many of all documents have.
  const rarity = (held, count) => Math.log(1 + Math.abs((count - held + 0.5) / (held + 0.5)));

  // lunr's scores of the documents that have a term, by field: [[field, score, [document, …]], …]. Each has
  // the term once and `b` is 0, so that a score is the idf times the weight of the field.
  const groupsOf = (shard, term, fields, count) => {
    const groups = shard?.[term] ?? [];
    const idf = rarity(groups.reduce((sum, group) => sum + group.length - 1, 0), count);
    return groups.map(([field, ...steps]) => {
      let document = 0;
      return [field, Math.round(1000 * idf * fields[field][1]) / 1000, steps.map((step) => (document += step))];
    });
  };

  // The scores of weighted terms, summed over fields: what lunr calls the dot product.
  const scores = (terms, groups) => {
    const found = new Map();
    for (const [term, weight] of terms) {
      for (const [, score, documents] of groups(term)) {
        for (const document of documents) found.set(document, (found.get(document) ?? 0) + weight * score);
      }
    }
    return found;
  };

  niemyet.shards = { groupsOf, readTable, scores, shardOf };
})();
