// Results for a reader of one province: its own that fit first, those of other provinces last.
(() => {
  const CLOSE = 0.5;

  const byPlace = (cards, results, province) => {
    if (!province) return results;
    const best = Math.max(0, ...results.map(({ score }) => score).filter(Number.isFinite));
    const rank = ({ document, score }) => {
      const [code] = cards.value("place", document);
      if (code && code !== province) return 2;
      return code && score >= CLOSE * best ? 0 : 1;
    };
    const parts = [[], [], []];
    for (const result of results) parts[result.score === Infinity ? 0 : rank(result)].push(result);
    return parts.flat();
  };

  niemyet.byPlace = byPlace;
})();
