// The order of results: what titles, citizens' words and texts say, then who asks and what binds.
(() => {
  const { scores: lunrScores } = niemyet.shards;
  const SPOKEN = new Set(["names", "words"]);
  const SPOKEN_NEIGHBOURS = 1.2;
  const UNKNOWN = 3;
  const NAMED = { agency: 3, field: 0.5 };
  const CLOSE = 0.5;
  const SHORT_TITLE = 3;
  const PHRASE = 0.1;
  const WHOLE = 0.5;
  const ACCENTS = 0.04;
  const COVERED = 0.6;
  const IMPLIED = 1.1;
  const PRIORS = {
    scope: { internal: 0.6, specific: 0.8 },
    status: { waiting: 1, in_force: 1, ending: 1 },
    ended: 0.4,
    no_level: 0.85,
    commune: 1.15,
    citizen: 1.15,
  };

  const add = (sums, document, value) => sums.set(document, (sums.get(document) ?? 0) + value);

  const createRanking = (cards, fields, features = {}) => {
    const titles = niemyet.createTitles(cards);
    const off = (feature) => features[feature] === false;

    // Documents of the agencies and fields whose names the question holds.
    const named = (words) => {
      const text = ` ${words.map(({ syllable }) => syllable).join(" ")} `;
      const found = new Map();
      for (const [column, names] of [["agency", (value) => value], ["field", (value) => [value]]]) {
        const { values, of } = cards.columns[column];
        const asked = new Set();
        values.forEach((value, place) => {
          const held = names(value).map((name) => niemyet.analyser.syllables(name));
          if (held.some((parts) => parts.length > 1 && text.includes(` ${parts.join(" ")} `))) asked.add(place);
        });
        if (!asked.size) continue;
        const documents = of.flatMap((place, document) => (asked.has(place) ? [document] : []));
        const rarity = Math.log(1 + cards.count / documents.length);
        for (const document of documents) add(found, document, NAMED[column] * rarity);
      }
      return found;
    };

    // Per document: the sums of title, lunr and names, and how much of the question it covers.
    const matches = (question, groups) => {
      const sums = { title: new Map(), index: new Map(), named: new Map(), covered: new Map(), close: new Map() };
      let asked = 0;
      for (const [term, weight] of question.terms) {
        const paired = term.includes("_");
        const { idf, scores } = titles.term(term);
        const factor = weight * (paired ? (off("neighbours") ? 0 : titles.NEIGHBOURS) : 1);
        for (const [document, score] of scores) add(sums.title, document, factor * score);
        if (paired) continue;
        const spoken = groups(term).filter(([field]) => SPOKEN.has(fields[field]));
        const worth = weight * (scores.size ? idf : UNKNOWN);
        asked += worth;
        const covering = new Set([...scores.keys(), ...spoken.flatMap(([, , documents]) => documents)]);
        for (const document of covering) add(sums.covered, document, worth);
        for (const document of scores.keys()) add(sums.close, document, weight);
      }
      if (question.open && !off("unfinished")) {
        for (const [document, score] of titles.beginning(question.open)) add(sums.title, document, score);
      }
      const weighted = [...question.terms].map(([term, weight]) => [
        term,
        weight * (term.includes("_") ? (off("neighbours") ? 0 : SPOKEN_NEIGHBOURS) : 1),
      ]);
      const wanted = (term) => groups(term).filter(([field]) => !off(fields[field]));
      sums.index = lunrScores(weighted, wanted);
      if (!off("named")) sums.named = named(question.words);
      return { sums, asked };
    };

    const prior = (document) => {
      const levels = cards.value("levels", document);
      const level = levels.includes("commune") ? PRIORS.commune : levels.length ? 1 : PRIORS.no_level;
      const citizen = cards.value("applicants", document).includes("citizen") ? PRIORS.citizen : 1;
      const status = PRIORS.status[cards.value("status", document)] ?? PRIORS.ended;
      return level * citizen * status * (PRIORS.scope[cards.value("scope", document)] ?? 1);
    };

    const implied = (question, document) => {
      const levels = cards.value("levels", document);
      const applicants = cards.value("applicants", document);
      const level = question.levels.some((asked) => levels.includes(asked)) ? IMPLIED : 1;
      return level * (question.applicants.some((asked) => applicants.includes(asked)) ? IMPLIED : 1);
    };

    // [{ document, score, parts }] in order, the best first; `parts` explains the score.
    const rank = (question, groups) => {
      const { sums, asked } = matches(question, groups);
      const naming = question.words.filter((_, place) => question.weights[place] > niemyet.ASKING);
      const phrases = naming.length > 1 ? titles.phrase(naming.map(({ syllable }) => syllable)) : new Map();
      const marked = question.words.filter(({ form }) => form).length;
      const accents = off("accents") || !marked ? new Map() : titles.accents(question.words);
      const found = new Set([...sums.title.keys(), ...sums.index.keys(), ...sums.named.keys()]);
      const ranked = [...found].map((document) => {
        const [title, index, name] = [sums.title, sums.index, sums.named].map((sum) => sum.get(document) ?? 0);
        const parts = {
          title,
          index,
          named: name,
          close: off("close") ? 1 : 1 + (CLOSE * (sums.close.get(document) ?? 0)) / Math.max(SHORT_TITLE, titles.core(document)),
          covered: off("covered") ? 1 : 1 - COVERED + (COVERED * (sums.covered.get(document) ?? 0)) / (asked || 1),
          prior: off("prior") ? 1 : prior(document),
          implied: off("implied") ? 1 : implied(question, document),
        };
        if (phrases.has(document) && !off("phrase")) parts.close += PHRASE + (phrases.get(document) ? WHOLE : 0);
        if (accents.has(document)) parts.close += (ACCENTS * accents.get(document)) / marked;
        const score = (title + index + name) * parts.close * parts.covered * parts.prior * parts.implied;
        return { document, score, parts };
      });
      const codes = question.codes.map((code) => cards.positionOf.get(code)).filter((found) => found !== undefined);
      for (const document of new Set(codes)) {
        const known = ranked.find((result) => result.document === document);
        if (known) known.score = Infinity;
        else ranked.push({ document, score: Infinity, parts: { code: 1 } });
      }
      return ranked.sort((one, two) => two.score - one.score || one.document - two.document);
    };

    return rank;
  };

  niemyet.createRanking = createRanking;
})();
