// The order of results: the evidence, then how close the title is, who asks, and what binds.
(() => {
  const CLOSE = 0.5;
  const SHORT_TITLE = 3;
  const PHRASE = { within: 0.3, opening: 0.7, whole: 1 };
  const ACCENTS = 0.04;
  const COVERED = { short: 0.8, sentence: 0.65 };
  const SHORT = 5;
  const SPLIT = 0.5;
  const CASES = 0.4;
  const IMPLIED = 1.1;
  const SCOPES = { internal: 0.6, specific: 0.8 };
  const LIVING = ["in_force", "ending", "published", "uncertain", "waiting"];
  const LOCAL = 0.72;
  const ENDED = 0.4;
  const NO_LEVEL = 0.85;
  const COMMUNE = 1.15;
  const CITIZEN = 1.15;

  const ENDING = 0.8;
  const NARROWED = 0.8;
  const WEAK = 0.95;
  const { SPOKEN } = niemyet;
  const { pairs, syllables } = niemyet.analyser;

  // `endings` are phrases with which titles begin that follow on something or end it; `narrowings`,
  // by kind, the words that ask for what is only for some, which nobody means unsaid.
  const createRanking = (cards, fields, { features = {}, endings = [], narrowings = {} } = {}) => {
    const off = (feature) => features[feature] === false;
    const titles = niemyet.createTitles(cards);
    const gather = niemyet.createEvidence(cards, titles, fields, off);

    // National before a province's own, unless it is that of the reader, in force before ended, what is done
    // in the commune and by citizens, officials aside, before what few people need.
    const prior = (document, province) => {
      const levels = cards.value("levels", document);
      const level = levels.includes("commune") ? COMMUNE : levels.length ? 1 : NO_LEVEL;
      const applicants = cards.value("applicants", document);
      const citizen = applicants.includes("citizen") && !applicants.includes("official") ? CITIZEN : 1;
      const status = LIVING.includes(cards.value("status", document)) ? 1 : ENDED;
      const scope = SCOPES[cards.value("scope", document)] ?? 1;
      const [place] = cards.value("place", document);
      return level * citizen * status * (place && place !== province ? Math.min(scope, LOCAL) : scope);
    };

    const ending = new Map();
    for (const phrase of endings.map((one) => one.split(" "))) {
      for (const [document, where] of titles.phrase(phrase)) if (where !== "within") ending.set(document, phrase);
    }
    // What a document is narrowed to that the question does not ask for, in words.
    const unasked = (question, document) => {
      const [kind, said] = cards.value("narrowing", document) ?? [];
      return kind in narrowings && !question.narrowings.includes(kind) ? said : undefined;
    };

    // The names of fields that are of what lies abroad.
    const abroad = new Set(
      cards.columns.field.values.filter((name) => (narrowings.abroad ?? []).some((phrase) => ` ${syllables(name).join(" ")} `.includes(` ${phrase} `))),
    );
    // Those whose titles say so before any second case.
    const ofForeign = new Set(
      (narrowings.abroad ?? []).flatMap((phrase) => titles.standing(phrase.split(" "))).filter((place) => !cards.at.clause[place]).map((place) => cards.at.document[place]),
    );
    const strays = ({ narrowings: asked }, document) => !asked.length && (abroad.has(cards.value("field", document)) || ofForeign.has(document));

    // What follows on something or ends it is not what somebody means who says no word of it; nor is
    // what is only for some.
    const meant = (question, document) => {
      const phrase = ending.get(document);
      const ends = phrase && !question.words.some(({ syllable }) => phrase.includes(syllable));
      return (ends ? ENDING : 1) * (unasked(question, document) || strays(question, document) ? NARROWED : 1);
    };

    // The syllables of a question that name its matter.
    const naming = ({ words, weights }) => words.filter((_, place) => weights[place] > niemyet.ASKING).map(({ syllable }) => syllable);

    const implied = ({ levels, applicants }, document) => {
      const some = (asked, column) => asked.some((value) => cards.value(column, document).includes(value));
      return (some(levels, "levels") ? IMPLIED : 1) * (some(applicants, "applicants") ? IMPLIED : 1);
    };

    // The documents of which citizens' words hold all that names the matter, one word beside the next, or
    // are the `whole` of it: Map(document → how), as of the phrases of titles.
    const saidOf = (question, groups) => {
      const named = naming(question);
      const terms = named.length > 1 ? pairs(named) : named;
      const documents = (term) => new Set(groups(term).flatMap(([field, , list]) => (SPOKEN.has(fields[field]) ? list : [])));
      const [first, ...others] = terms.map(documents);
      const within = [...(first ?? [])].filter((document) => others.every((other) => other.has(document)));
      const whole = [...question.wholes].flatMap((term) => [...documents(term)]);
      return new Map([...within.map((document) => [document, "within"]), ...whole.map((document) => [document, "whole"])]);
    };

    // How close a title is to the question: how much of it was asked, in one piece, with its accents.
    const closeness = (question, titled, groups) => {
      const named = naming(question);
      const spoken = saidOf(question, groups);
      const phrases = named.length > 1 ? titles.phrase(named, spoken.size > 0) : new Map();
      const isSaid = (document) => named.length > 1 || spoken.get(document) === "whole";
      const marked = question.words.filter(({ form }) => form).length;
      const accents = titles.accents(question.words);
      return (document) => {
        const share = titled[document] / Math.max(SHORT_TITLE, titles.core(document));
        const phrase = Math.max(PHRASE[phrases.get(document)] ?? 0, isSaid(document) ? (PHRASE[spoken.get(document)] ?? 0) : 0);
        const accent = marked ? (accents.get(document) ?? 0) / marked : 0;
        return 1 + (off("close") ? 0 : CLOSE * share) + (off("phrase") ? 0 : phrase) + (off("accents") ? 0 : ACCENTS * accent);
      };
    };

    const fitOf = ({ title, index, named, close, covered, joined }) => (title + index + named) * close * covered * joined;
    const scoreOf = (parts) => fitOf(parts) * parts.prior * parts.implied * parts.meant;

    // Whether the best result fits so little that the catalogue may have nothing of the kind: measured
    // by the words that name the matter and by how rare words can be in this catalogue.
    const isWeak = (question, ranked, parts, groups) => {
      const [best] = ranked;
      if (!best || best.score === Infinity || saidOf(question, groups).has(best.document)) return false;
      const asked = question.weights.filter((weight) => weight > niemyet.ASKING).length;
      return fitOf(parts(best.document)) < WEAK * Math.sqrt(Math.max(1, asked)) * Math.log(1 + 2 * cards.count);
    };

    // Documents asked for by their codes stand before all others.
    const withCodes = (ranked, codes) => {
      const asked = new Set(codes.map((code) => cards.positionOf.get(code)).filter((found) => found !== undefined));
      const first = [...asked].map((document) => ({ document, score: Infinity }));
      return [...first, ...ranked.filter(({ document }) => !asked.has(document))];
    };

    // { ranked: [{ document, score }, …], parts(document), coveredBy(document), share(has), unasked(document),
    // weak }: the best first, what made its score, how much of the question it or any words have, what it is
    // narrowed to unasked, and whether even the best fits only a little.
    const rank = (question, groups, province) => {
      const { title, index, named, covered, titled, split, share } = gather(question, groups);
      const close = closeness(question, titled, groups);
      const worth = naming(question).length > SHORT ? COVERED.sentence : COVERED.short;
      const together = titles.inOneCase(naming(question).map((syllable) => [syllable, titles.term(syllable).idf]));
      const parts = (document) => ({
        title: title[document],
        index: index[document],
        named: named[document],
        close: close(document),
        covered: off("covered") ? 1 : 1 - worth + worth * covered[document],
        joined: off("joined") ? 1 : (1 - SPLIT * split[document]) * (1 - CASES * (1 - together(document))),
        prior: off("prior") ? 1 : prior(document, province),
        implied: off("implied") ? 1 : implied(question, document),
        meant: off("meant") ? 1 : meant(question, document),
      });
      const ranked = [];
      for (let document = 0; document < cards.count; document += 1) {
        const evidence = title[document] + index[document] + named[document];
        if (evidence) ranked.push({ document, score: scoreOf(parts(document)) });
      }
      ranked.sort((one, two) => two.score - one.score || one.document - two.document);
      const all = withCodes(ranked, question.codes);
      const coveredBy = (document) => covered[document];
      return { ranked: all, parts, coveredBy, share, unasked: (document) => unasked(question, document), weak: isWeak(question, all, parts, groups) };
    };

    return rank;
  };

  niemyet.createRanking = createRanking;
})();
