// What a question names beside procedures: journeys, and procedures that the catalogue does not hold.
(() => {
  const { syllables } = niemyet.analyser;
  const BETWEEN = 1;
  const PART = 3;

  // The syllables of a question that name its matter, asking words left out.
  const namingOf = ({ words, weights }) =>
    words.filter((_, place) => weights[place] > niemyet.ASKING).map(({ syllable }) => syllable);

  const holds = (all, some) => ` ${all.join(" ")} `.includes(` ${some.join(" ")} `);

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

  // Journeys that a question names or is part of the name of, and those with the procedure that answers
  // it best.
  const journeysOf = (journeys, question, best) => {
    const asked = namingOf(question);
    const fits = (words) => words.length > 1 && (holdsLoosely(asked, words) || (asked.length > 1 && holds(words, asked)));
    return journeys
      .filter(([name, , , codes, ...said]) => codes.includes(best) || [name, ...said].map(syllables).some(fits))
      .map(([name, address, about]) => ({ name, address, about }));
  };

  // Procedures that a question names by their code, title or citizens' words, and that are not there.
  const absentOf = (absent, question) => {
    const asked = namingOf(question);
    const fits = (words) => words.length > 1 && (holds(asked, words) || (asked.length >= PART && holds(words, asked)));
    return absent
      .filter(([code, , ...said]) => question.codes.includes(code) || said.map(syllables).some(fits))
      .map(([code, label]) => ({ code, label }));
  };

  niemyet.named = { absentOf, journeysOf };
})();
