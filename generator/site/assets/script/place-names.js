// Names of places, as generator/search/place_files.py files them, found by what people type: without
// accents, kinds left out or shortened, with the district or province that tells units apart.
"use strict";
(() => {
  const { syllables } = globalThis.niemyet.analyser;
  const LONGEST = 6;
  const OPEN_FILES = 3;
  const WHOLE = 4;
  const SHORTENED = /^(ph|p|q|h)([0-9]+)$/;

  // The file of a key: the last that begins with it or before it.
  const fileOf = (files, key) => Math.max(0, files.findLastIndex(([start]) => start <= key));

  const wordsOf = (text, { short }) =>
    syllables(text)
      .flatMap((word) => word.match(SHORTENED)?.slice(1) ?? [word])
      .flatMap((word) => short[word]?.split(" ") ?? [word]);

  const begins = (words, phrase) => words.length > phrase.length && phrase.every((word, at) => words[at] === word);

  // What the words may mean: [kind, the rest], that of the longest kind first, and all of them as a name.
  // `xã cũ X` is `xã X cũ`, unless a name begins with `cu`.
  const readingsOf = (words, { kinds, before }) => {
    const found = [[-1, words]];
    kinds.forEach(([, typed], kind) => {
      for (const phrase of typed.map((one) => one.split(" "))) {
        if (!begins(words, phrase)) continue;
        const rest = words.slice(phrase.length);
        const ended = before.map((one) => one.split(" ")).find((one) => begins(rest, one));
        found.unshift([kind, rest], ...(ended ? [[kind, [...rest.slice(ended.length), ...ended]]] : []));
      }
    });
    return found.sort(([, one], [, two]) => one.length - two.length);
  };

  const startsOf = (words) =>
    words.slice(0, LONGEST).map((_, at) => words.slice(0, at + 1).join(""));

  // The files that may hold a name which begins the words, or which the words begin.
  const filesFor = (words, files) => {
    const wanted = new Set(startsOf(words).map((key) => fileOf(files, key)));
    const whole = words.join("");
    const first = fileOf(files, whole);
    for (let at = first + 1; at < first + OPEN_FILES && files[at]?.[0].startsWith(whole); at += 1) wanted.add(at);
    return wanted;
  };

  // Kinds in words written out: `q 1` is `quan 1`.
  const writtenOut = (words, kinds) =>
    words.flatMap((word) => kinds.find(([, typed]) => typed.includes(word))?.[1][0].split(" ") ?? [word]);

  const contains = (context, words, open) =>
    ` ${context.join(" ")} `.includes(` ${words.join(" ")}${open ? "" : " "}`);

  // How well what is typed behind a name fits what it lies in: 0 when it does not.
  const fitOf = (typed, context, { kinds, before, kindWords }) => {
    const ended = new Set(before.flatMap((one) => one.split(" ")));
    const told = writtenOut(typed, kinds).filter((word) => !ended.has(word) || context.includes(word));
    const bare = (words) => words.filter((word) => !kindWords.has(word));
    if (!told.length || contains(context, told)) return 5;
    if (contains(bare(context), bare(told))) return 4;
    const last = told.at(-1);
    if (contains(context, told, true)) return 3;
    const known = (word) => context.includes(word) || kindWords.has(word);
    if (told.every(known)) return 2;
    const begun = context.some((word) => word.startsWith(last));
    return begun && told.slice(0, -1).every(known) ? 1 : 0;
  };

  const createPlaceNames = (read) => {
    const opened = new Map();
    const readOnce = (path) => {
      if (!opened.has(path)) {
        const reading = read(path);
        reading.catch(() => opened.delete(path));
        opened.set(path, reading);
      }
      return opened.get(path);
    };

    const manifest = async () => {
      const found = await readOnce("manifest.json");
      found.kindWords ??= new Set(found.kinds.flatMap(([, typed]) => typed).flatMap((one) => one.split(" ")));
      return found;
    };

    // The page of a unit; of a commune without one, its line on the page of its province.
    const pageOf = (code, province, { pages, anchor }) =>
      pages[code] ?? (pages[province] && pages[province] + anchor.replace("{code}", code));
    const targetOf = ([code, kind, name, province], table) => ({
      code,
      name: kind < 0 ? name : `${table.kinds[kind][0]} ${name}`,
      province: province || code,
      around: province ? table.provinces[province] : "",
      page: pageOf(code, province, table),
    });

    const rowsOf = async (number, table) => {
      const file = await readOnce(`names/${table.names[number][1]}.json`);
      file.rows ??= file.names.map(([name, kind, around, leads]) => ({
        key: syllables(name).join(""),
        kind,
        name: kind < 0 ? name : `${table.kinds[kind][0]} ${name}`,
        around: file.around[around],
        context: syllables(file.around[around]),
        former: Array.isArray(leads),
        targets: [leads].flat().map((target) => targetOf(file.targets[target], table)),
      }));
      return file.rows;
    };

    // What a name is worth for the words, as numbers of which the first that differs decides.
    const worth = (row, [kind, words], table) => {
      const at = startsOf(words).indexOf(row.key);
      const whole = words.join("");
      const fit = at < 0 ? Number(row.key.startsWith(whole)) : fitOf(words.slice(at + 1), row.context, table);
      if (!fit) return undefined;
      const ended = at >= 0 && words.slice(at + 1).some((word) => table.before.includes(word));
      return [at >= 0 ? 1 : 0, fit, Number(kind === row.kind), Number(row.former === ended), Number(!row.former), at];
    };

    const better = (one, two) => {
      const place = one.findIndex((value, at) => value !== two[at]);
      return place < 0 ? 0 : two[place] - one[place];
    };

    // Names that fit, the best first: { name, around, former, targets: [{ code, name, province }] }.
    const find = async (text, limit = 8) => {
      const table = await manifest();
      const readings = readingsOf(wordsOf(text, table), table);
      const numbers = new Set(readings.flatMap(([, words]) => [...filesFor(words, table.names)]));
      const rows = (await Promise.all([...numbers].map((number) => rowsOf(number, table)))).flat();
      const weighed = rows.flatMap((row) => {
        const found = readings.map((reading) => worth(row, reading, table)).filter(Boolean).sort(better);
        return found.length ? [{ row, worth: found[0] }] : [];
      });
      weighed.sort((one, two) => better(one.worth, two.worth) || (one.row.key < two.row.key ? -1 : Number(one.row.key > two.row.key)));
      return { words: table.words, names: weighed.slice(0, limit).map(({ row }) => row), total: weighed.length };
    };

    const narrowed = (list, fits) => {
      const found = list.filter(fits);
      return found.length ? found : list;
    };
    const saysEnded = (words, { before }) => before.some((one) => ` ${words.join(" ")}`.endsWith(` ${one}`));

    // Whether a unit may be of a kind that was typed: kinds are mixed up, and `thị xã` is no `xã`.
    const mayBe = (kind, other, { kinds }) => {
      const [one, two] = [kind, other].map((at) => kinds[at]?.[2]);
      return !one || !two || one === two;
    };

    const isSameTier = (one, two, { kinds }) => Boolean(kinds[one]?.[2]) && kinds[one][2] === kinds[two]?.[2];
    const within = (row, province) => {
      const targets = row.targets.filter((target) => !province || target.province === province);
      return targets.length ? [{ ...row, targets }] : [];
    };

    const wholly = async ([kind, words], table, province) => {
      const numbers = new Set(startsOf(words).map((key) => fileOf(table.names, key)));
      const rows = (await Promise.all([...numbers].map((number) => rowsOf(number, table)))).flat();
      const weighed = rows
        .flatMap((row) => within(row, province))
        .map((row) => ({ row: { ...row, otherKind: row.kind !== kind && isSameTier(row.kind, kind, table) }, worth: worth(row, [kind, words], table) }))
        .filter((one) => one.worth?.[0] && one.worth[1] >= WHOLE && mayBe(kind, one.row.kind, table));
      const likeness = [({ row }) => row.former && saysEnded(words, table), ({ row }) => isSameTier(row.kind, kind, table), ({ row }) => row.kind === kind];
      const best = likeness.reduce(narrowed, weighed);
      return best.sort((one, two) => better(one.worth, two.worth)).map(({ row }) => row);
    };

    // The names that a text wholly is, alone or with what they lay in; those of the kind typed, if any, and of
    // an ended unit where the text says so. Of `province`, those that lead there.
    const whole = async (text, province) => {
      const table = await manifest();
      for (const reading of readingsOf(wordsOf(text, table), table)) {
        const found = await wholly(reading, table, province);
        if (found.length) return found;
      }
      return [];
    };

    // The unit of today that has a code, or undefined.
    const byCode = async (code) => {
      const table = await manifest();
      const file = code.slice(0, 2);
      if (!table.codes.includes(file)) return undefined;
      const found = await readOnce(`codes/${file}.json`);
      const target = found.find(([known]) => known === code);
      return target && targetOf(target, table);
    };

    return { byCode, find, whole };
  };

  globalThis.niemyet.createPlaceNames = createPlaceNames;
})();
