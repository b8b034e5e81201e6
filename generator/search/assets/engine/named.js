// What a question names beside procedures: journeys, and procedures that the catalogue does not hold.
(() => {
  const { pairs, syllables } = niemyet.analyser;
  const BETWEEN = 1;
  const PART = 3;
  const MOST = 2 / 3;

  // The syllables of a question that name its matter, asking words left out.
  const namingOf = ({ words, weights }) =>
    words.filter((_, place) => weights[place] > niemyet.ASKING).map(({ syllable }) => syllable);

  // How much of what names a question's matter has something, word by word.
  const shareIn = (question) => (has) => namingOf(question).filter(has).length / namingOf(question).length;

  const holds = (all, some) => ` ${all.join(" ")} `.includes(` ${some.join(" ")} `);

  // The syllables that a name opens with and that say nothing of the matter.
  const openingOf = (name, openings) =>
    openings.map((one) => one.split(" ")).find((one) => one.every((word, at) => name[at] === word)) ?? [];

  // How many syllables of a name some words are from its beginning on, an opening that says nothing of the
  // matter counted though unsaid: what else stands before them may be what they lack, as `mất` is.
  const begun = (all, some, openings) => {
    const opening = some[0] === all[0] ? [] : openingOf(all, openings);
    return some.every((word, at) => all[opening.length + at] === word) ? opening.length + some.length : 0;
  };

  // Whether words stand in others in their order, one of these between two of them at most: `xay nha`
  // stands in `giay phep xay dung nha`.
  const holdsLoosely = (all, some) =>
    all.some((_, start) => {
      let at = start - 1;
      return some.every((word, place) => {
        const reach = all.slice(at + 1, at + 2 + (place ? BETWEEN : 0)).indexOf(word);
        at += reach + 1;
        return reach >= 0;
      });
    });

  const withoutPhrases = (words, phrases) =>
    phrases
      .filter((phrase) => phrase.includes(" "))
      .reduce((text, phrase) => text.replace(` ${phrase} `, " "), ` ${words.join(" ")} `)
      .trim()
      .split(" ");

  // Journeys that a question names or is part of the name of, and those with the procedure that answers
  // it best.
  const journeysOf = (journeys, question, best) => {
    const asked = namingOf(question);
    const fits = (words) => words.length > 1 && (holdsLoosely(asked, words) || (asked.length > 1 && holds(words, asked)));
    return journeys
      .filter(([name, , , codes, ...said]) => codes.includes(best) || [name, ...said].map(syllables).some(fits))
      .map(([name, address, about]) => ({ name, address, about }));
  };

  // What a question may be the name of: what names its matter, that without phrases of a level, which say
  // which office and not which matter, and all of it.
  const readingsOf = (question, levels) => {
    const all = namingOf(question);
    return [all, withoutPhrases(all, levels), question.words.map(({ syllable }) => syllable)];
  };

  // Whether a question may name what is absent: by a code, or by one of the pairs that its names are told by.
  const mayName = (telling, question, levels) => {
    const known = new Set(telling.split(" "));
    return question.codes.length > 0 || readingsOf(question, levels).flatMap(pairs).some((pair) => known.has(pair));
  };

  // Procedures that a question names by their code, title or citizens' words, or by most of these, and that
  // are not there: those that it names by the most words. Where a result covers more of the question than the
  // name does (`covered`, as `share` measures it), and as much as all its names, a question means that result
  // unless it is the very name, or all that follows its opening: `giay phep lao dong` is as good a name of what is
  // issued first as of what is issued again.
  const absentOf = (absent, question, { covered = 0, share = shareIn(question), levels = [], openings = [] } = {}) => {
    const readings = readingsOf(question, levels);
    const [all] = readings;
    const isMost = (words) => all.length >= PART && begun(words, all, openings) > MOST * words.length;
    const isRest = (asked, words) =>
      asked.length >= PART && asked.length < words.length && asked.join(" ") === words.slice(openingOf(words, openings).length).join(" ");
    const isVery = (words) => readings.some((asked) => isRest(asked, words) || (asked.length === words.length && holds(asked, words)));
    const isPart = (words) => readings.some((asked) => holds(asked, words));
    const worth = (words, ahead) => {
      if (isVery(words) || (ahead && isPart(words))) return words.length;
      return ahead && isMost(words) ? all.length : 0;
    };
    const named = (names) => {
      const shareOf = (words) => share((word) => words.includes(word));
      const ahead = shareOf(names.flat()) > covered;
      const isAhead = (words) => ahead || (covered < 1 && shareOf(words) >= covered);
      return Math.max(...names.filter((words) => words.length > 1).map((words) => worth(words, isAhead(words))), 0);
    };
    const worthOf = ([code, ...said]) => (question.codes.includes(code) ? Infinity : named(said.map(syllables)));
    const best = Math.max(...absent.map(worthOf), 1);
    return absent
      .filter((one) => worthOf(one) === best)
      .map(([code, title]) => ({ code, label: code ? `${title} (${code})` : title }));
  };

  niemyet.named = { absentOf, journeysOf, mayName };
})();
