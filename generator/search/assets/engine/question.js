// A question as weighted terms: what names the matter counts, what only asks hardly does.
(() => {
  const { exact, folded, pairs, tokens, whole } = niemyet.analyser;
  const ASKING = 0.15;
  const BOUND = 0.9;
  const A_NAME = 7;
  // With what stands before it: browsers of before 2023 know no look-behind, and refuse the file.
  const CAPITALS = /\p{Lu}+/gu;
  const ENDS_OPEN = /[\p{L}\p{N}]$/u;
  const CODE = /(^|[^\d.])(\d\.?\d{6,9})(?!\d)/g;

  // Phrases by their first syllable, the longest first.
  const byFirst = (phrases) => {
    const found = new Map();
    for (const phrase of phrases) {
      const words = phrase.split(" ");
      if (!found.has(words[0])) found.set(words[0], []);
      found.get(words[0]).push(words);
    }
    for (const list of found.values()) list.sort((one, two) => two.length - one.length);
    return found;
  };

  const termsOf = (words, weights) => {
    const terms = new Map();
    const add = (term, weight) => terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    words.forEach(({ syllable }, place) => add(syllable, weights[place]));
    pairs(words.map(({ syllable }) => syllable)).forEach((pair, place) =>
      add(pair, Math.min(weights[place], weights[place + 1]) < BOUND ? ASKING : 1),
    );
    return terms;
  };

  // The terms of which one is there where the question is all of what people call a procedure: all of it,
  // or what names the matter.
  const wholesOf = (words, weights) => {
    const naming = words.filter((_, place) => weights[place] > ASKING);
    const short = [words, naming].filter(({ length }) => length && length <= A_NAME);
    return new Set(short.map((list) => whole(list.map(({ syllable }) => syllable))));
  };

  // `tables` are those of generator/search/questions.py; `agencies` are phrases that name an agency and
  // not the matter; `expand(letters, capitals)` gives the words that letters are the initials of.
  const createReader = (tables, agencies = [], expand = () => undefined) => {
    const asking = byFirst([...tables.asking, ...agencies]);
    const naming = byFirst(tables.naming ?? []);
    const short = new Map(Object.entries(tables.abbreviations).map(([key, full]) => [key, full.split(" ")]));

    const written = (text) => {
      const capitals = new Set(text.match(CAPITALS)?.map((word) => folded(word.toLowerCase())));
      return tokens(text.replace(CODE, "$1 ")).flatMap((token) => {
        const syllable = folded(token);
        const full = short.get(syllable)?.map((one) => ({ syllable: one, form: "", word: one, short: true }));
        return full ?? expand(syllable, capitals.has(syllable)) ?? [{ syllable, form: exact(token), word: token }];
      });
    };

    // A lone asking word names the matter after all where titles have it beside the same neighbour:
    // `the` in `the can cuoc` is no `thế`; and so do phrases of which each word alone would ask: `một mình`.
    const weightsOf = (words, bound) => {
      const weights = words.map(() => 1);
      for (let at = 0; at < words.length; ) {
        const fits = (parts) => parts.every((part, step) => words[at + step]?.syllable === part);
        const said = naming.get(words[at].syllable)?.find(fits)?.length ?? 0;
        const length = said || (asking.get(words[at].syllable)?.find(fits)?.length ?? 0);
        if (length && !said) weights.fill(length === 1 && bound(words, at) ? BOUND : ASKING, at, at + length);
        at += length || 1;
      }
      return weights;
    };

    const implied = (phrases, words) => {
      const text = ` ${words.map(({ syllable }) => syllable).join(" ")} `;
      return Object.keys(phrases).filter((key) => phrases[key].some((phrase) => text.includes(` ${phrase} `)));
    };

    // { words, weights, terms, wholes, codes, levels, applicants, narrowings, open }: `terms` maps syllables and pairs to
    // their weights; `open` is the last word when it may be unfinished. `left` are the words of the text
    // without those of a place, where it names one.
    const read = (text, { repair = (words) => words, bound = () => false, left } = {}) => {
      const typed = left ?? written(text);
      const words = repair(typed);
      const weights = weightsOf(words, bound);
      return {
        words,
        weights,
        terms: termsOf(words, weights),
        wholes: wholesOf(words, weights),
        codes: [...text.matchAll(CODE)].map(([, , code]) => code.replace(/^(\d)\.?/, "$1.")),
        levels: implied(tables.levels, words),
        applicants: implied(tables.applicants, words),
        narrowings: implied(tables.narrowings, words),
        open: ENDS_OPEN.test(text) ? words.at(-1)?.syllable : undefined,
      };
    };

    return { read, written, asked: new Set(tables.asking.flatMap((phrase) => phrase.split(" "))) };
  };

  Object.assign(niemyet, { ASKING, createReader });
})();
