// What titles alone say about a question: words, neighbours, whole phrases, accents.
(() => {
  const SATURATION = 0.8;
  const LENGTH = 0.9;
  const LONGEST = 2.5;
  const NEIGHBOURS = 1.9;
  const UNFINISHED = 0.3;
  const TORN = 20;
  const CHANCE = 2;

  // The cards with what ranking asks of titles; made once.
  const createTitles = (cards) => {
    const { at, count, places, together } = cards;
    const average = at.syllable.length / Math.max(1, count);
    const lengthOf = (document) => at.starts[document + 1] - at.starts[document];
    const opened = (document) => {
      const start = at.starts[document];
      return at.syllable[start] === "thu" && at.syllable[start + 1] === "tuc" && lengthOf(document) > 2;
    };

    const core = (document) => lengthOf(document) - (opened(document) ? 2 : 0);

    const idf = (documents) => Math.log(1 + (count - documents + 0.5) / (documents + 0.5));

    // Whether a word begins inside another: `sở do` in `cơ sở do`, of which titles have many times `cơ sở`.
    const isTorn = (place) => {
      if (at.document[place - 1] !== at.document[place]) return false;
      const own = together(at.syllable[place], at.syllable[place + 1]);
      return own <= CHANCE && together(at.syllable[place - 1], at.syllable[place]) > TORN * own;
    };

    // Where a term stands: a syllable, or two neighbours as `one_two`; of two that citizens say, `spoken`, not
    // where a word is torn for them.
    const placesOf = (term, spoken) => {
      const [one, two] = term.split("_");
      const found = places.get(one) ?? [];
      if (two === undefined) return found;
      const beside = found.filter((place) => at.syllable[place + 1] === two && at.document[place + 1] === at.document[place]);
      return spoken ? beside.filter((place) => !isTorn(place)) : beside;
    };

    const counted = (found) => {
      const times = new Map();
      for (const place of found) times.set(at.document[place], (times.get(at.document[place]) ?? 0) + 1);
      return times;
    };

    // Okapi BM25 of a term for every title that has it: { idf, scores: Map(document → score) }. A title
    // that lists its cases at length is about its matter all the same.
    const term = (name, spoken = false) => {
      const times = counted(placesOf(name, spoken));
      const rarity = idf(times.size);
      const scores = new Map();
      for (const [document, number] of times) {
        const long = SATURATION * (1 - LENGTH + LENGTH * Math.min(LONGEST, lengthOf(document) / average));
        scores.set(document, (rarity * (SATURATION + 1) * number) / (long + number));
      }
      return { idf: rarity, scores };
    };

    // The same for a word that may be unfinished.
    const beginning = (letters) => {
      const found = [];
      for (const [syllable, list] of places) if (syllable !== letters && syllable.startsWith(letters)) found.push(...list);
      const documents = new Set(found.map((place) => at.document[place]));
      return new Map([...documents].map((document) => [document, UNFINISHED * idf(documents.size)]));
    };

    // Where syllables stand one after another.
    const standing = (syllables) => {
      const isHeld = (place) => syllables.every((syllable, step) => at.syllable[place + step] === syllable && at.document[place + step] === at.document[place]);
      return (places.get(syllables[0]) ?? []).filter(isHeld);
    };

    // The documents whose titles hold the syllables one after another: `within`, as their `opening`, or
    // as the `whole` of them.
    const phrase = (syllables, spoken = false) => {
      const found = new Map();
      for (const place of standing(syllables).filter((one) => !spoken || !isTorn(one))) {
        const document = at.document[place];
        const opens = place === at.starts[document + 1] - core(document);
        const kind = opens ? (syllables.length === core(document) ? "whole" : "opening") : "within";
        if (kind !== "within" || !found.has(document)) found.set(document, kind);
      }
      return found;
    };

    // In how many of the words typed with marks a title has the same marks.
    const accents = (words) => {
      const found = new Map();
      for (const { syllable, form } of words) {
        if (!form) continue;
        const same = (places.get(syllable) ?? []).filter((place) => at.form[place] === form);
        for (const document of counted(same).keys()) found.set(document, (found.get(document) ?? 0) + 1);
      }
      return found;
    };

    // The documents whose titles have a syllable with other marks than the typed ones alone; none where no
    // marks are typed.
    const otherwise = (syllable, form) => {
      const found = new Set();
      if (!form) return found;
      const list = places.get(syllable) ?? [];
      for (const place of list) if (at.form[place] && at.form[place] !== form) found.add(at.document[place]);
      for (const place of list) if (at.form[place] === form) found.delete(at.document[place]);
      return found;
    };

    // Of the worth that a title has of [syllable, worth], …, the share that the best of its cases has alone: a title that
    // lists cases answers a question with one of them.
    const inOneCase = (worths) => {
      const sums = new Map();
      for (const [syllable, worth] of worths) {
        const stands = (places.get(syllable) ?? []).flatMap((place) => [at.document[place], `${at.document[place]} ${at.clause[place]}`]);
        for (const key of new Set(stands)) sums.set(key, (sums.get(key) ?? 0) + worth);
      }
      return (document) => {
        const cases = Array.from({ length: 1 + at.clause[at.starts[document + 1] - 1] }, (_, one) => sums.get(`${document} ${one}`) ?? 0);
        return sums.has(document) ? Math.max(...cases) / sums.get(document) : 1;
      };
    };

    return { NEIGHBOURS, accents, otherwise, beginning, core, inOneCase, phrase, standing, term };
  };

  niemyet.createTitles = createTitles;
})();
