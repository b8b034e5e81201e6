// The place that a question names: a province by the table of the manifest, a commune or a district by
// the names of places, which are read only where words look like one; and the words that are left.
(() => {
  const { standsAt, wordsOf } = niemyet.placeWords;
  const CHOICES = 12;
  const PARTS = 24;
  const JOINED = 0.25;

  const full = ({ name, around }) => [name, around].filter(Boolean).join(", ");
  const distinct = (list, keyOf) => [...new Map(list.map((one) => [keyOf(one), one])).values()];

  // A province as a place that can be chosen.
  const unitOf = ({ code, name }) => ({ code, name, province: code, around: "" });
  const inProvince = (one) => one && { code: one.code, province: one.code, unit: unitOf(one), name: one.name, was: one.was, parts: one.was && [] };
  const textOf = (words) => words.map(({ word }) => word).filter(Boolean).join(" ");
  const marksFit = (words, { name, around }) => {
    const forms = new Set(wordsOf(full({ name, around })).map(({ form }) => form));
    return words.every(({ form }) => !form || forms.has(form));
  };

  // A name to choose, and for one of before what is there now: a unit, or what it went into `parts` of.
  const choiceOf = (one, put) => {
    const [{ name, around }] = one.targets;
    const whole = one.targets.length === 1;
    const now = one.former ? { now: whole ? full({ name, around }) : around || name, parts: !whole } : {};
    return { name: full(one), question: put(full(one)), ...now };
  };

  // What names lead to: one place, or several to choose from, never guessed. What was divided within a
  // province leads to it, and to its `parts` where they can be listed, by their codes: names of today may be
  // those of before. `put(name)` is the question with a name in the place of the words that were typed.
  const meantBy = (found, put) => {
    const targets = distinct(found.flatMap((one) => one.targets), ({ code }) => code);
    const [{ province, around, ...first }] = targets;
    if (targets.some((one) => one.province !== province)) {
      return { choices: distinct(found, full).slice(0, CHOICES).map((one) => choiceOf(one, put)) };
    }
    const [widest] = found.filter(({ former }) => former).sort((one, two) => two.targets.length - one.targets.length);
    if (targets.length === 1) return { code: first.code, province, unit: targets[0], name: full({ ...first, around }), was: found.every(({ former }) => former) ? full(widest) : undefined, address: first.page };
    const was = widest?.targets.length === targets.length ? full(widest) : undefined;
    const listed = targets.length > PARTS ? [] : was ? widest.targets : targets;
    const parts = listed.map((one) => ({ name: one.name, code: one.code, address: one.page, question: put("").trim() }));
    const unit = unitOf({ code: province, name: around || first.name });
    return { code: province, province, unit, name: unit.name, was, parts };
  };

  const createPlaceReader = (table, cards, levels) => {
    const { at, places } = cards;
    const said = niemyet.createPlaceWords(table, cards, levels);
    const names = table.provinces
      .flatMap(([code, key, name, today, ...others]) =>
        [today, ...others].map((known) => ({ code, key, name, full: known === today || !known.includes(" ") ? name : "", was: known !== today && known.includes(" ") ? known : undefined, words: wordsOf(known) })),
      )
      .sort((one, two) => two.words.length - one.words.length);

    // Where titles have words one after another.
    const standing = (words) =>
      (places.get(words[0].syllable) ?? []).filter((place) => words.every(({ syllable }, step) => at.syllable[place + step] === syllable));

    // Whether titles have the name beside the same words on a side, two of them where the question has two:
    // then it is part of the matter. `do` in `so do` is no `đô` of `Thủ đô`.
    const isPart = (words, start, end) => {
      const reach = (first, second) => (said.isMatter(first) ? (said.isMatter(second) ? 2 : 1) : 0);
      const ahead = reach(words[start - 1], words[start - 2]);
      const behind = reach(words[end], words[end + 1]);
      return (ahead > 0 && standing(words.slice(start - ahead, end)).length > 0) || (behind > 0 && standing(words.slice(start, end + behind)).length > 0);
    };

    // The provinces that words name: `start` to `end` with the words around the name `at`; a `unit` is rather
    // the town of that name.
    const provincesIn = (words) => {
      const found = [];
      for (let place = 0; place < words.length; place += 1) {
        const name = names.find((one) => standsAt(words, place, one.words));
        if (!name) continue;
        const behind = place + name.words.length;
        const start = said.opened(words, place);
        const isAgency = words.slice(place, behind).every(({ asks }) => asks);
        const own = !isAgency && (start < place || said.isTold(words, place) || !isPart(words, place, behind));
        const unit = said.isUnit(words, place, name.full);
        if (own && !said.isOrigin(words, start)) found.push({ ...name, unit, start, at: [place, behind], end: said.closed(words, behind) });
        place = behind - 1;
      }
      return found;
    };

    // The commune or district of words in which `undefined` stands for what is taken already; without
    // names of places to be had, words stay words.
    const unitIn = async (words, { matters, lookup, province }) => {
      let failed = false;
      const none = () => {
        failed = true;
        return [];
      };
      for (const span of [...said.kindSpans(words), ...said.looseSpans(words, matters)]) {
        const start = said.opened(words, span[0]);
        if (said.isOrigin(words, start)) continue;
        const end = said.closed(words, span[1]);
        const names = await lookup(textOf(words.slice(span[0], end)), province).catch(none);
        // A kind is mixed up: of `xã X` for what is a ward, the marks of `X` count.
        const [kind, name] = said.kindAndName(words, span);
        const found = names.filter((one) => marksFit(one.otherKind ? name : [...kind, ...name], one));
        if (found.length) return { start, at: span, end, found, typed: textOf([...kind, ...name]) };
      }
      const ended = failed ? undefined : said.endedSpan(words, matters);
      return ended && unknownAt(words, ended);
    };
    // A unit of before of which no record knows.
    const unknownAt = (words, [start, end]) => ({
      start: said.opened(words, start),
      at: [start, end],
      end: said.closed(words, end),
      found: [],
      typed: textOf(words.slice(start, end)),
    });

    const named = (words) => standing(words).map((place) => at.document[place]);
    const addressOf = (province) => {
      const key = table.provinces.find(([code]) => code === province)?.[1];
      return key && table.address.replace("{key}", key);
    };
    const nameOf = (province) => table.provinces.find(([code]) => code === province)?.[2];
    // The documents whose titles name a province, by its names of before too.
    const naming = (province) => new Set(names.filter(({ code }) => code === province).flatMap(({ words }) => named(words)));
    return { addressOf, named, nameOf, naming, provincesIn, unitIn };
  };

  const covers = (spans) => (_, place) => spans.some(({ start, end }) => start <= place && place < end);

  // Words as `createPlaceWords` wants them.
  const readWords = (written, { weights, words }) => {
    const marked = written.some(({ form }) => form);
    const read = (word, place) => ({ loose: !marked || word.short, asks: weights[place] <= niemyet.ASKING, slip: Boolean(words[place].was) });
    return written.map((word, place) => ({ ...word, ...read(word, place) }));
  };

  // The place that a text names: the words left, the documents whose titles have its name, and what a
  // page shows of it; of a unit of before that no record knows, its name as `unknown`. Undefined where it names none, or two provinces.
  const placeOf = async (text, { cards, groups, lookup, manifest, places, question, reader }) => {
    const words = readWords(reader.written(text), question);
    const found = places.provincesIn(words);
    const sure = found.filter(({ unit }) => !unit);
    if (found.some(({ code }) => code !== found[0].code)) return undefined;
    const free = words.map((word, place) => (covers(sure)(word, place) ? undefined : word));
    const joined = (one, two) => cards.together(one.syllable, two.syllable) || groups(`${one.syllable}_${two.syllable}`).length;
    const known = (syllable) => cards.places.has(syllable) || manifest.spoken.includes(syllable);
    const unit = lookup && (await places.unitIn(free, { matters: { joined, known }, lookup, province: found[0]?.code }));
    const isKnown = unit?.found.length > 0;
    const provinces = unit ? sure : found;
    const [province] = provinces;
    if (!unit && !province) return undefined;
    const put = (name) => textOf([...words.slice(0, unit.at[0]), { word: name }, ...words.slice(unit.end)]);
    const otherKind = isKnown && unit.found.every((one) => one.otherKind);
    const meant = isKnown ? { ...meantBy(unit.found, put), typed: otherKind ? unit.typed : undefined } : { ...inProvince(province), unknown: unit?.typed };
    // `ở` that titles often join to the word before it stays: `nhà ở Đắk Lắk` is a home there.
    const isJoined = ({ start, at }) => {
      if (start === at[0] || start === 0) return false;
      const [before, first] = [words[start - 1].syllable, words[start].syllable];
      return cards.together(before, first) > JOINED * (cards.places.get(before)?.length ?? 0);
    };
    const spans = (unit ? [unit, ...provinces] : provinces).map((span) => (isJoined(span) ? { ...span, start: span.start + 1 } : span));
    const address = meant.address ?? places.addressOf(meant.province);
    return {
      ...meant,
      unit: meant.unit && { page: address, ...meant.unit },
      address,
      left: words.filter((word, place) => !covers(spans)(word, place)),
      named: new Set(spans.flatMap(({ at }) => places.named(words.slice(...at)))),
    };
  };

  Object.assign(niemyet, { createPlaceReader, meantBy, placeOf });
})();
