// How places are put into questions: the words around their names, and which words may be a name.
(() => {
  const { exact, folded, tokens } = niemyet.analyser;
  const LONGEST = 8;
  const LOOSE = 4;
  const LONE = 4;
  const SENTENCE = { short: 9, long: 14 };
  const COMPOUND = 12;

  const wordsOf = (text) => tokens(text).map((token) => ({ syllable: folded(token), form: exact(token) }));

  // A word typed without marks may be any that has its letters; one typed with marks is that word.
  const isWord = (typed, { syllable, form }) => typed?.syllable === syllable && (!typed.form || typed.form === form);
  // Where marks are typed at all, `xa` is no `xã`; one that may have lost its marks is `loose`.
  const isExactly = (typed, word) => isWord(typed, word) && (typed.loose || typed.form === word.form);
  const standsAt = (words, at, name, same = isWord) => at >= 0 && name.every((word, step) => same(words[at + step], word));
  const saysAt = (words, at, phrase) => standsAt(words, at, phrase, isExactly);
  const phrases = (texts) => texts.map(wordsOf).sort((one, two) => two.length - one.length);

  // `table` is that of generator/search/place_files.py, `levels` are phrases that tell a level; a word
  // that only asks says that it `asks`, one that is taken for another that it is a `slip`.
  const createPlaceWords = ({ at, own, from, after, kinds, ordinary = [] }, { at: titled, places, together }, levels = []) => {
    const [behind, before, origins, ended, units, common] = [at, [...at, ...own], from, after, kinds, ordinary].map(phrases);
    const isMatter = (word) => word && !word.asks;
    const endingAt = (words, place, list) => list.find((one) => saysAt(words, place - one.length, one));
    const endsAt = (words, place, phrase) => phrase.every((syllable, step) => words[place - phrase.length + step]?.syllable === syllable);

    // Phrases of a level that no word of a place begins: `tỉnh` in `cấp tỉnh` leads to no name.
    const told = levels
      .map((one) => one.split(" "))
      .filter((one) => one.length > 1 && !before.some(([{ syllable }]) => syllable === one[0]));

    // Whether titles join a word to the one before it as another word than `meant`: `tu` in `khai tu` is no `từ`.
    const isOther = (one, two, meant) =>
      !two.form && (places.get(one?.syllable) ?? []).some((place) => titled.syllable[place + 1] === two.syllable && titled.form[place + 1] !== meant.form);
    const leadingTo = (words, place, list) => {
      const phrase = endingAt(words, place, list);
      const first = place - (phrase?.length ?? 0);
      return phrase && !isOther(words[first - 1], words[first], phrase[0]) ? phrase : undefined;
    };

    const isTold = (words, place) => told.some((one) => endsAt(words, place, one));
    // Where what leads to a name begins: `ở tỉnh` belongs to the place.
    const opened = (words, place) => {
      const phrase = isTold(words, place) ? undefined : leadingTo(words, place, before);
      return phrase ? opened(words, place - phrase.length) : place;
    };
    // Where what follows a name ends: `cũ` does too.
    const closed = (words, place) => place + (ended.find((one) => saysAt(words, place, one))?.length ?? 0);
    // Whether it is where somebody comes from, and not where they are: nobody says `từ ở`.
    const isOrigin = (words, place) => Boolean(leadingTo(words, place, origins)) && !behind.some((one) => saysAt(words, place, one));

    // Whether a kind before a name says that it is no province: `thành phố Lào Cai`; `full` is the name of
    // a province of today with its kind.
    const isUnit = (words, place, full) => {
      const kind = endingAt(words, place, units);
      return Boolean(kind) && !standsAt(wordsOf(full), 0, kind, isWord);
    };

    const whole = (words) => ([start, end]) => end <= words.length && !words.slice(start, end).includes(undefined);
    const spans = (words, start, least, most) =>
      Array.from({ length: most - least + 1 }, (_, fewer) => [start, start + most - fewer]).filter(whole(words));

    const unitAt = (words, place) => {
      const unit = units.find((one) => saysAt(words, place, one)) ?? [];
      return unit.length === 1 && isOther(words[place - 1], words[place], unit[0]) ? 0 : unit.length;
    };

    // Spans that a kind begins, `phường Quy Nhơn huyện …`, the longest first; `xã` in `thị xã` begins none.
    const kindSpans = (words) =>
      words.flatMap((_, place) => {
        const length = unitAt(words, place - 1) > 1 ? 0 : unitAt(words, place);
        if (!length) return [];
        // `cũ` may stand between the kind and the name.
        const first = closed(words, place + length);
        const isWord = (one, two) => together(one?.syllable, two?.syllable) >= COMPOUND;
        if (!isMatter(words[first]) || [0, 1].some((step) => isWord(words[first - 1 + step], words[first + step]))) return [];
        return spans(words, place, first - place + 1, first - place + LONGEST);
      });

    // Whether words are of no matter: nothing known joins them, and a lone one is known nowhere.
    const isFree = (words, { joined, known }) => {
      const apart = words.every((word, step) => isMatter(word) && !(words[step + 1] && joined(word, words[step + 1])));
      const isLone = ({ syllable, slip }) => syllable.length >= LONE && !slip && !known(syllable);
      return apart && (words.length > 1 || (words.length === 1 && isLone(words[0])));
    };

    // Spans behind `ở`, and at the end or before the province, of words that are of no matter and no kind
    // begins; in a long sentence too many of them are no names, nor is an ordinary word at the very end.
    const looseSpans = (words, matters) => {
      const isCommon = ([start, end]) => end === words.length && common.some((name) => name.length === end - start && standsAt(words, start, name));
      const isLong = words.length >= SENTENCE.long;
      const led = words.flatMap((_, place) => (!isLong && opened(words, place) < place ? spans(words, place, 2, LOOSE) : []));
      const last = words.flatMap((word, place) => {
        if (!word || words[place + 1] || words.length >= SENTENCE.short) return [];
        const starts = Array.from({ length: LOOSE }, (_, step) => place + 1 - LOOSE + step).filter((start) => start >= 0);
        return starts.map((start) => [start, place + 1]).filter(whole(words)).filter((span) => !isCommon(span));
      });
      const bare = ([start]) => !endingAt(words, start, units);
      return [...led, ...last].filter((span) => isFree(words.slice(...span), matters) && bare(span));
    };

    // The first span that says to be a unit of before, `xã X cũ`, by words that are of no matter.
    const endedSpan = (words, matters) =>
      kindSpans(words)
        .reverse()
        .filter(([, end]) => closed(words, end) > end)
        .find(([start, end]) => {
          const [, name] = kindAndName(words, [start, end]);
          return !name.some((_, step) => unitAt(name, step)) && isFree(name, matters);
        });

    // The words of a span without what says that the unit ended: those of its kind, and those of its name.
    const kindAndName = (words, [start, end]) => {
      const behind = start + unitAt(words, start);
      return [words.slice(start, behind), words.slice(behind > start ? closed(words, behind) : start, end)];
    };

    return { closed, endedSpan, isMatter, isOrigin, isTold, isUnit, kindAndName, kindSpans, looseSpans, opened };
  };

  Object.assign(niemyet, { createPlaceWords, placeWords: { standsAt, wordsOf } });
})();
