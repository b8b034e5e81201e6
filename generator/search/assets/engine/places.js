// Results for a reader of one province: its own that fit first, those of other provinces last; only
// where nothing that holds there fits nearly as well do the best of those stand before the rest.
// `named` are documents whose titles name the place.
(() => {
  const CLOSE = 0.7;
  const NEARLY = 0.65;
  const AHEAD = 3;

  // Whether a document is one of another province than the reader's.
  const isElsewhere = (cards, document, province) => {
    const [code] = cards.value("place", document);
    return Boolean(province && code && code !== province);
  };

  const byPlace = (cards, results, province, named = new Set()) => {
    if (!province) return results;
    const best = Math.max(0, ...results.map(({ score }) => score).filter(Number.isFinite));
    const isClose = ({ score }) => score >= CLOSE * best;
    const isHere = ({ document }) => !isElsewhere(cards, document, province);
    const lacking = !results.some((one) => isHere(one) && one.score >= NEARLY * best);
    const isOwn = ({ document }) => named.has(document) || cards.value("place", document)[0];
    const rank = (one) => {
      if (!isHere(one)) return lacking && isClose(one) && parts[0].length < AHEAD ? 0 : 2;
      return isClose(one) && isOwn(one) ? 0 : 1;
    };
    const parts = [[], [], []];
    for (const result of results) parts[result.score === Infinity ? 0 : rank(result)].push(result);
    return parts.flat();
  };

  Object.assign(niemyet, { byPlace, isElsewhere });
})();
