// Filters that combine and count, and the orders of a list.
(() => {
  const { syllables } = niemyet.analyser;

  // What each filter asks of a document; `value` is what was chosen.
  const TESTS = {
    field: (cards, document, value) => cards.value("field", document) === value,
    level: (cards, document, value) => cards.value("levels", document).includes(value),
    agency: (cards, document, value) => cards.value("agency", document)[0] === value,
    applicant: (cards, document, value) => cards.value("applicants", document).includes(value),
    online: (cards, document) => ["end_to_end", "partial"].includes(cards.value("online", document)),
    free: (cards, document) => cards.value("fee", document)?.[0] === "free",
    day: (cards, document, value) => spansOn(cards, document, value).length > 0,
  };

  // The spans that hold a day: those in which something binds, and, marked, those in which it may.
  const spansOn = (cards, document, day) =>
    cards.value("in_force", document).filter(([start, end]) => start <= day && (!end || day < end));

  // Whether nobody knows if a document binds on a day.
  const unsureOn = (cards, document, day) => spansOn(cards, document, day).every(([, , mark]) => mark);

  // The choices of a filter that a document stands under.
  const CHOICES = {
    field: (cards, document) => [cards.value("field", document)],
    level: (cards, document) => cards.value("levels", document),
    agency: (cards, document) => [cards.value("agency", document)[0]],
    applicant: (cards, document) => cards.value("applicants", document),
    online: (cards, document) => (TESTS.online(cards, document) ? ["yes"] : []),
    free: (cards, document) => (TESTS.free(cards, document) ? ["yes"] : []),
  };

  const passes = (cards, document, filters, except) =>
    Object.entries(filters).every(
      ([name, value]) => !value || name === except || TESTS[name](cards, document, value),
    );

  // What is left, and for every filter how many each of its choices would leave, the others kept.
  const apply = (cards, ranked, filters) => {
    const counts = {};
    for (const [name, choicesOf] of Object.entries(CHOICES)) {
      counts[name] = {};
      for (const { document } of ranked) {
        if (!passes(cards, document, filters, name)) continue;
        for (const choice of choicesOf(cards, document)) counts[name][choice] = (counts[name][choice] ?? 0) + 1;
      }
    }
    return { kept: ranked.filter(({ document }) => passes(cards, document, filters)), counts };
  };

  const sort = (cards, results, order) => {
    if (order !== "title") return results;
    const collator = new Intl.Collator("vi");
    return results
      .map((result) => ({ ...result, title: cards.title(result.document) }))
      .sort((one, two) => collator.compare(one.title, two.title));
  };

  const everything = (cards) =>
    Array.from({ length: cards.count }, (_, document) => ({ document, score: 0 }));

  // Life events that share a word with the question, the most shared first.
  const lifeEvents = (events, text) => {
    const asked = new Set(syllables(text));
    return events
      .map(([name, address]) => ({ name, address, shared: syllables(name).filter((word) => asked.has(word)).length }))
      .filter(({ shared }) => shared)
      .sort((one, two) => two.shared - one.shared);
  };

  niemyet.filters = { apply, everything, lifeEvents, sort, unsureOn };
})();
