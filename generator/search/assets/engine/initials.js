// What letters stand for that no table knows: words of titles, one after another, that begin with them.
(() => {
  const { SHORTEST, spelled } = niemyet.slips;
  const SHARE = 0.75;
  const TITLES = 3;
  const VOWEL = /[aeiouy]/;

  // `expand(letters, capitals)` is the words as titles write them; undefined where letters are no
  // initials, or stand for several things. Letters with a vowel count where they are `capitals`.
  const createInitials = ({ at, places }, spoken) => {
    const begins = (letters, place) =>
      [...letters].every((letter, step) => at.syllable[place + step]?.[0] === letter) &&
      at.document[place] === at.document[place + letters.length - 1];

    const isShort = (letters, capitals) =>
      letters.length >= SHORTEST && /^[a-z]+$/.test(letters) && (capitals || !VOWEL.test(letters)) &&
      !spelled(letters) && !places.has(letters) && !spoken.has(letters);

    return (letters, capitals) => {
      if (!isShort(letters, capitals)) return undefined;
      const found = new Map();
      let every = 0;
      for (let place = 0; place < at.syllable.length; place += 1) {
        if (!begins(letters, place)) continue;
        const phrase = at.syllable.slice(place, place + letters.length).join(" ");
        found.set(phrase, [...(found.get(phrase) ?? []), place]);
        every += 1;
      }
      const [most] = [...found.values()].sort((one, two) => two.length - one.length);
      if (!most || most.length < SHARE * every || new Set(most.map((place) => at.document[place])).size < TITLES) return undefined;
      const read = (_, step) => ({ syllable: at.syllable[most[0] + step], form: "", word: at.word[most[0] + step], short: true, was: letters });
      return [...letters].map(read);
    };
  };

  niemyet.createInitials = createInitials;
})();
