// The lunr index in pieces, as generator/search/shards.py cuts it.
(() => {
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

  // lunr's scores of the documents that have a term, by field: [[field, score, [document, …]], …].
  const groupsOf = (shard, term) =>
    (shard?.[term] ?? []).map(([field, thousandths, ...steps]) => {
      let document = 0;
      return [field, thousandths / 1000, steps.map((step) => (document += step))];
    });

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

  niemyet.shards = { groupsOf, scores, shardOf };
})();
