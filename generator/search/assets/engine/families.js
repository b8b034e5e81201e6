// A family is one result: of the procedures of one subject, the one that comes first.
(() => {
  const NONE = { codes: [], provinces: 0 };

  // The codes of the variants of each family, and in how many provinces they are.
  const membersOf = (cards) => {
    const found = new Map();
    for (let document = 0; document < cards.count; document += 1) {
      const family = cards.value("family", document);
      if (family) found.set(family, [...(found.get(family) ?? []), document]);
    }
    const provincesOf = (documents) => new Set(documents.map((one) => cards.value("place", one)[0]).filter(Boolean)).size;
    const described = ([family, documents]) => [
      family,
      { codes: documents.map((one) => cards.codes[one]), provinces: provincesOf(documents) },
    ];
    return new Map([...found].map(described));
  };

  const byFamily = (cards, results) => {
    const met = new Set();
    return results.filter(({ document }) => {
      const family = cards.value("family", document);
      if (!family) return true;
      const isNew = !met.has(family);
      met.add(family);
      return isNew;
    });
  };

  const createFamilies = (cards) => {
    const members = membersOf(cards);
    return (document) => members.get(cards.value("family", document)) ?? NONE;
  };

  Object.assign(niemyet, { byFamily, createFamilies });
})();
