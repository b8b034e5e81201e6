// The cards: titles and columns as generator/search/cards.py writes them, ready to be searched.
(() => {
  const { exact, folded, tokens } = niemyet.analyser;
  const FIRST_CHARACTER = 0x21;
  const BASE = 90;
  const SURROGATES = { start: 0xd800, length: 0x800 };
  const SPACE = " ";
  const GLUE = "\u0001";
  const NEXT_CASE = `${GLUE};`;
  const CAPITAL = "\u0002";
  const CAPITALS = "\u0003";
  const PLAIN = "\u0004";

  const placeOf = (character) => {
    const code = character.codePointAt(0);
    return (code < SURROGATES.start ? code : code - SURROGATES.length) - FIRST_CHARACTER;
  };

  const numbersOf = (text) => Array.from(text, placeOf);

  const codesOf = ([steps, ...full]) => {
    const digits = numbersOf(steps);
    const codes = [];
    for (let at = 0; at < digits.length; at += 2) {
      const step = digits[at] * BASE + digits[at + 1];
      if (!step) codes.push(full.shift());
      else {
        const [kind, number] = codes.at(-1).split(".");
        const next = Number(number) + (step % 2 ? (1 - step) / 2 : step / 2);
        codes.push(`${kind}.${String(next).padStart(number.length, "0")}`);
      }
    }
    return codes;
  };

  // What gives the numbers of the words of a line. Numbers from `known` on are phrases, which stand
  // for two numbers each.
  const reading = (phrases, known) => {
    const pairs = phrases.split(SPACE).map(numbersOf);
    const whole = (number) => (number < known ? [number] : pairs[number - known].flatMap(whole));
    return (line) => numbersOf(line).flatMap(whole);
  };

  // Titles as numbers of their words, and where each begins: `starts` has one more at the end.
  const forward = (titles, numbers) => {
    const words = [];
    const starts = [0];
    for (const title of titles.split(SPACE)) {
      for (const number of numbers(title)) words.push(number);
      starts.push(words.length);
    }
    return { words, starts };
  };

  const capital = (word) => word[0].toUpperCase() + word.slice(1);

  // The text that generator/search/titles.py took apart.
  const textOf = (words) => {
    let text = "";
    let cased = capital;
    let within = false;
    for (const word of words) {
      if (word === CAPITAL) cased = capital;
      else if (word === PLAIN) cased = String;
      else if (word === CAPITALS) within = !within;
      else {
        text += word.startsWith(GLUE) ? word.slice(1) : SPACE + (within ? word.toUpperCase() : cased(word));
        cased = String;
      }
    }
    return text.slice(1);
  };

  // Every syllable of every title in order, with its document, its case (what a `;` ends), its word and its form with marks.
  // Short forms stand as what they are short for.
  const positions = (words, index, short) => {
    const read = (token) => short[folded(token)]?.split(SPACE).map((one) => [one, "", one]) ?? [[folded(token), exact(token), token]];
    const analysed = words.map((word) => tokens(word).flatMap(read));
    const found = { syllable: [], form: [], word: [], document: [], clause: [], starts: [0] };
    for (let document = 0; document + 1 < index.starts.length; document += 1) {
      let clause = 0;
      for (let at = index.starts[document]; at < index.starts[document + 1]; at += 1) {
        if (words[index.words[at]] === NEXT_CASE) clause += 1;
        for (const [syllable, form, word] of analysed[index.words[at]]) {
          found.syllable.push(syllable);
          found.form.push(form);
          found.word.push(word);
          found.document.push(document);
          found.clause.push(clause);
        }
      }
      found.starts.push(found.syllable.length);
    }
    return found;
  };

  // Which value each document has; one that a single document has, from `once` on, is the next of these.
  const placesIn = ({ of, once }) => {
    const places = numbersOf(of);
    if (once === undefined) return places;
    let next = once;
    return places.map((place) => (place ? place - 1 : next++));
  };

  const placesOf = (syllables) => {
    const found = new Map();
    syllables.forEach((syllable, at) => {
      if (!found.has(syllable)) found.set(syllable, []);
      found.get(syllable).push(at);
    });
    return found;
  };

  const read = (cards, short = {}) => {
    const words = cards.words.split(SPACE);
    const numbers = reading(cards.phrases, words.length);
    const index = forward(cards.titles, numbers);
    const at = positions(words, index, short);
    const codes = codesOf(cards.codes);
    const positionOf = new Map(codes.map((code, document) => [code, document]));
    for (const [old, document] of Object.entries(cards.former)) positionOf.set(old, document);
    const spelled = (places) => textOf(places.map((place) => words[place]));
    const valuesOf = ({ values, names }) => values ?? names.split(SPACE).map((line) => spelled(numbers(line)));
    const columns = Object.fromEntries(
      Object.entries(cards.columns).map(([name, column]) => [name, { values: valuesOf(column), of: placesIn(column) }]),
    );
    const found = placesOf(at.syllable);

    // How often two syllables stand side by side.
    const together = (one, two) => {
      const [first, second] = [found.get(one) ?? [], found.get(two) ?? []];
      return first.length <= second.length
        ? first.filter((place) => at.syllable[place + 1] === two).length
        : second.filter((place) => at.syllable[place - 1] === one).length;
    };
    const value = (name, document) => columns[name].values[columns[name].of[document]];
    const title = (document) => spelled(index.words.slice(index.starts[document], index.starts[document + 1]));
    return { at, codes, columns, count: codes.length, places: found, positionOf, title, together, value };
  };

  niemyet.readCards = read;
})();
