// What speaks for a document: its title, citizens' words and text, and names of agencies and fields.
(() => {
  const { scores: lunrScores } = niemyet.shards;
  const { syllables } = niemyet.analyser;
  const SPOKEN = new Set(["names", "words"]);
  const SPOKEN_NEIGHBOURS = 1.2;
  const UNKNOWN = 3;
  const BOUND = 0.003;
  const OTHER = 0.5;
  const OTHER_PAIR = 0.25;
  const NAMED = { agency: 3, field: 0.5 };

  // `fields` are those of the lunr index; `off(feature)` says what is switched off.
  const createEvidence = (cards, titles, fields, off) => {
    const sumsOf = () => new Float64Array(cards.count);

    // Whether a document has a syllable with no marks that the question gives it: “tố” and “tờ” may both be asked.
    const marksOf = ({ words }) => {
      const others = new Map();
      for (const { syllable, form } of words) others.set(syllable, [...(others.get(syllable) ?? []), titles.otherwise(syllable, form)]);
      return (syllable, document) => others.get(syllable)?.every((other) => other.has(document)) ?? false;
    };

    // BM25 of the titles, an unfinished last word included; `found` has what titles say of each term.
    const ofTitles = (question, found) => {
      const sums = sumsOf();
      const otherwise = marksOf(question);
      for (const [term, weight] of question.terms) {
        const paired = term.includes("_");
        if (paired && off("neighbours")) continue;
        const factor = weight * (paired ? titles.NEIGHBOURS : 1);
        const syllablesOf = off("accents") ? [] : term.split("_");
        const unlike = paired ? OTHER_PAIR : OTHER;
        const fits = (document) => (syllablesOf.some((syllable) => otherwise(syllable, document)) ? unlike : 1);
        for (const [document, score] of found.get(term).scores) sums[document] += factor * score * fits(document);
      }
      if (question.open && !off("unfinished")) {
        for (const [document, score] of titles.beginning(question.open)) sums[document] += score;
      }
      return sums;
    };

    const ofIndex = (question, groups) => {
      const neighbours = off("neighbours") ? 0 : SPOKEN_NEIGHBOURS;
      const weighted = [...question.terms].map(([term, weight]) => [term, weight * (term.includes("_") ? neighbours : 1)]);
      const sums = sumsOf();
      const scores = lunrScores(weighted, (term) => groups(term).filter(([field]) => !off(fields[field])));
      for (const [document, score] of scores) sums[document] = score;
      return sums;
    };

    // The names of a column as texts to look for; one of a single syllable names too many things.
    const phrases = ({ values }) =>
      values.map((names) => [names].flat().map(syllables).filter((name) => name.length > 1).map((name) => ` ${name.join(" ")} `));
    const names = Object.keys(NAMED).map((column) => [column, phrases(cards.columns[column])]);

    // Documents of the agencies and fields whose names the question holds.
    const ofNames = ({ words }) => {
      const sums = sumsOf();
      const text = ` ${words.map(({ syllable }) => syllable).join(" ")} `;
      for (const [column, texts] of off("named") ? [] : names) {
        const asked = texts.map((found) => found.some((name) => text.includes(name)));
        if (!asked.includes(true)) continue;
        const documents = cards.columns[column].of.flatMap((place, document) => (asked[place] ? [document] : []));
        const worth = NAMED[column];
        const rarity = Math.log(1 + cards.count / documents.length);
        for (const document of documents) sums[document] += worth * rarity;
      }
      return sums;
    };

    const spokenOf = (groups, term) =>
      groups(term).flatMap(([field, , documents]) => (SPOKEN.has(fields[field]) && !off(fields[field]) ? documents : []));

    // What each syllable of a question is worth: one that no title has is not known to be common.
    const worthsOf = ({ terms }, found) =>
      [...terms].filter(([term]) => !term.includes("_")).map(([term, weight]) => {
        const { idf, scores } = found.get(term);
        return [term, weight * (scores.size ? idf : UNKNOWN)];
      });

    // How much of the question a document covers, by the worth of its words, from 0 to 1, all of it where it
    // is called so; how many of them its title has; and the `share` of any words that something has.
    const coverage = (question, groups, found) => {
      const [covered, titled] = [sumsOf(), sumsOf()];
      const worths = worthsOf(question, found);
      const sum = (terms) => terms.reduce((total, [, worth]) => total + worth, 0);
      const asked = sum(worths);
      const share = (has) => sum(worths.filter(([term]) => has(term))) / (asked || 1);
      for (const [term, worth] of worths) {
        const { scores } = found.get(term);
        const weight = question.terms.get(term);
        for (const document of scores.keys()) {
          covered[document] += worth;
          titled[document] += weight;
        }
        for (const document of new Set(spokenOf(groups, term))) if (!scores.has(document)) covered[document] += worth;
      }
      for (const term of question.wholes) for (const document of spokenOf(groups, term)) covered[document] = asked;
      return { covered: covered.map((sum) => sum / (asked || 1)), titled, share };
    };

    // Of what the question says in two syllables that belong together, how much a title has apart, from 0
    // to 1: `mới … trường` is no `môi trường`.
    const splits = (question, groups, found) => {
      const split = sumsOf();
      const terms = [...question.terms].flatMap(([term, weight]) => (weight === 1 && term.includes("_") ? [term] : []));
      const bound = terms.filter((term) => found.get(term).scores.size >= BOUND * cards.count);
      const asked = bound.reduce((sum, term) => sum + found.get(term).idf, 0);
      for (const term of bound) {
        const [one, two] = term.split("_").map((syllable) => found.get(syllable).scores);
        const has = new Set([...found.get(term).scores.keys(), ...spokenOf(groups, term)]);
        const apart = [...one.keys()].filter((document) => two.has(document) && !has.has(document));
        for (const document of apart) split[document] += found.get(term).idf / asked;
      }
      return split;
    };

    // All of it for a question: one array per kind, a number per document.
    const gather = (question, groups) => {
      const found = new Map([...question.terms.keys()].map((term) => [term, titles.term(term, spokenOf(groups, term).length > 0)]));
      return {
        title: ofTitles(question, found),
        index: ofIndex(question, groups),
        named: ofNames(question),
        split: splits(question, groups, found),
        ...coverage(question, groups, found),
      };
    };

    return gather;
  };

  Object.assign(niemyet, { SPOKEN, createEvidence });
})();
