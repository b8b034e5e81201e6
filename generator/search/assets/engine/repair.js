// What was meant by a word that titles do not know, or that does not go with its neighbours.
(() => {
  const { SHORTEST, oneLetterApart, spelled, untyped } = niemyet.slips;
  const RARE = 30;
  const COMMON_PAIR = 11;
  const PAIR = 20;
  const SAME_INITIAL = 3;

  // `repair(words, heard)` for words of { syllable, form, word }; a repaired word says what it `was`.
  // `heard` are pairs that stand in citizens' words or texts, if in no title.
  const createRepair = (cards, asking, spoken) => {
    const { together } = cards;
    const used = (syllable) => cards.places.get(syllable)?.length ?? 0;
    const known = (syllable) => used(syllable) > 0 || asking.has(syllable) || spoken.has(syllable);

    // How often it stands beside its neighbours; words that only ask tell nothing.
    const fit = (before, syllable, after) =>
      (before && !asking.has(before) ? together(before, syllable) : 0) +
      (after && !asking.has(after) ? together(syllable, after) : 0);

    const sound = (before, syllable, after) =>
      asking.has(syllable) || spoken.has(syllable) || used(syllable) > RARE || fit(before, syllable, after) > 0;

    const meant = (before, syllable, after) => {
      const plausible = known(syllable) || spelled(syllable);
      if (syllable.length < SHORTEST || /\d/.test(syllable)) return syllable;
      if (spelled(syllable) && used(syllable)) return syllable;
      if (plausible && sound(before, syllable, after)) return syllable;
      let [best, most] = [syllable, 0];
      for (const candidate of cards.places.keys()) {
        if (!oneLetterApart(syllable, candidate) || !spelled(candidate)) continue;
        const fits = fit(before, candidate, after);
        if (plausible && fits < COMMON_PAIR) continue;
        const worth = (fits * PAIR + used(candidate)) * (candidate[0] === syllable[0] ? SAME_INITIAL : 1);
        if (worth > most) [best, most] = [candidate, worth];
      }
      return best;
    };

    const bare = (syllable) => {
      const letters = known(syllable) || spelled(syllable) ? syllable : untyped(syllable);
      return spelled(letters) ? letters : syllable;
    };

    // How titles write a syllable most often.
    const written = (syllable) => {
      const times = new Map();
      for (const at of cards.places.get(syllable) ?? []) {
        times.set(cards.at.word[at], (times.get(cards.at.word[at]) ?? 0) + 1);
      }
      return [...times].sort(([, one], [, two]) => two - one)[0]?.[0] ?? syllable;
    };

    const changed = (word, syllable) =>
      syllable === word.syllable ? word : { syllable, form: "", word: syllable, was: word.was ?? word.word };

    const accented = (words) => {
      const marked = words.some(({ form }) => form);
      return words.map((word) => (word.was && marked ? { ...word, word: written(word.syllable) } : word));
    };

    return (words, heard = new Set()) => {
      const found = words.map((word) => changed(word, bare(word.syllable)));
      found.forEach((word, place) => {
        const [before, after] = [found[place - 1]?.syllable, found[place + 1]?.syllable];
        if (heard.has(`${before}_${word.syllable}`) || heard.has(`${word.syllable}_${after}`)) return;
        found[place] = changed(word, meant(before, word.syllable, after));
      });
      return accented(found);
    };
  };

  niemyet.createRepair = createRepair;
})();
