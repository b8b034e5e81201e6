// A family is one result: of the procedures of one subject, the one that comes first.
(() => {
  const NONE = { codes: [], provinces: 0, varies: [] };

  // The codes of the variants of each family, in how many provinces they are, and, where in several,
  // whether the time and whether the fee is another one at some place.
  const membersOf = (cards) => {
    const found = new Map();
    for (let document = 0; document < cards.count; document += 1) {
      const family = cards.value("family", document);
      if (family) found.set(family, [...(found.get(family) ?? []), document]);
    }
    const provincesOf = (documents) => new Set(documents.map((one) => cards.value("place", one)[0]).filter(Boolean)).size;
    const isOther = (documents) => (column) => new Set(documents.map((one) => cards.columns[column].of[one])).size > 1;
    const described = (documents) => {
      const provinces = provincesOf(documents);
      const varies = provinces > 1 ? ["time", "fee"].map(isOther(documents)) : [];
      return { codes: documents.map((one) => cards.codes[one]), provinces, varies };
    };
    return new Map([...found].map(([family, documents]) => [family, described(documents)]));
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

  // What differs by place in the family of a result, unless it is of the reader's province: [time, fee].
  const varying = ({ place: [own], family }, province) => (province && own === province ? [] : family.varies);

  Object.assign(niemyet, { byFamily, createFamilies, varying });
})();
