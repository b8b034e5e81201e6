// Results for a reader of one province: its own that fit first, those of other provinces last; only
// where nothing that holds there fits nearly as well, and nothing of its own has all that was asked, do the
// best of those stand before the rest: a title that joins acts fits less than one of the act alone. `named`
// are documents whose titles name the place, `hasAll(document)` says which have every word.
(() => {
  const CLOSE = 0.7;
  const NEARLY = 0.65;
  const RELATED = 0.3;
  const AHEAD = 3;

  // Whether a document is one of another province than the reader's.
  const isElsewhere = (cards, document, province) => {
    const [code] = cards.value("place", document);
    return Boolean(province && code && code !== province);
  };

  const bestOf = (results) => Math.max(0, ...results.map(({ score }) => score).filter(Number.isFinite));

  const byPlace = (cards, results, province, { named = new Set(), hasAll = () => false } = {}) => {
    if (!province) return results;
    const here = results.filter(({ document }) => !isElsewhere(cards, document, province));
    const few = !here.some(({ score }) => score >= NEARLY * bestOf(results));
    const isFull = ({ document, score }) => score >= RELATED * bestOf(results) && cards.value("place", document)[0] === province && hasAll(document);
    const lacking = few && !here.some(isFull);
    const best = bestOf(few && !lacking ? here : results);
    const isClose = ({ score }) => score >= CLOSE * best;
    const isHere = ({ document }) => !isElsewhere(cards, document, province);
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
