// Results for a reader of one province: its own that fit first, those of other provinces last.
// `named` are documents whose titles name the place in the words that were typed.
(() => {
  const CLOSE = 0.7;

  // Whether a document is one of another province than the reader's.
  const isElsewhere = (cards, document, province) => {
    const [code] = cards.value("place", document);
    return Boolean(province && code && code !== province);
  };

  const byPlace = (cards, results, province, named = new Set()) => {
    if (!province) return results;
    const best = Math.max(0, ...results.map(({ score }) => score).filter(Number.isFinite));
    const rank = ({ document, score }) => {
      if (isElsewhere(cards, document, province)) return 2;
      if (named.has(document) && score >= CLOSE * best) return 0;
      const [code] = cards.value("place", document);
      return code && score >= CLOSE * best ? 0 : 1;
    };
    const parts = [[], [], []];
    for (const result of results) parts[result.score === Infinity ? 0 : rank(result)].push(result);
    return parts.flat();
  };

  Object.assign(niemyet, { byPlace, isElsewhere });
})();
