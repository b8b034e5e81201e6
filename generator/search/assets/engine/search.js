// The search of a site: `createSearch(readJson)` reads files below search/ and answers questions.
(() => {
  const { groupsOf, readTable, shardOf } = niemyet.shards;
  const { apply, everything, lifeEvents, sort, unsureOn } = niemyet.filters;
  const { absentOf, journeysOf, mayName } = niemyet.named;
  const { exact, folded, syllables } = niemyet.analyser;
  const A_NAME = 3;
  const DIGITS = 3;
  const LONG = 14;
  const COMPOUND = 0.003;
  const RELATED = 0.3;
  const DISTANT = 0.1;
  const RIVAL = 0.5;
  const FEW = 20;
  const NEARLY_ALL = 0.8;
  const ALL = 0.93;
  const SENTENCE = 5;
  const NOTHING = { terms: new Map(), words: [] };
  const WORD = /([\p{L}\p{N}\u0300-\u036f]+)/u;

  // Every file is read once; one that failed is tried again when it is asked for again.
  const once = (readJson) => {
    const files = new Map();
    const here = new Set();
    const read = (path) => {
      if (!files.has(path)) {
        const reading = readJson(path);
        reading.then(() => here.add(path)).catch(() => files.delete(path));
        files.set(path, reading);
      }
      return files.get(path);
    };
    return { read, here };
  };

  // Whether a word of a title has other marks than every word of the question with its syllable.
  const isOther = (part, syllable, words) => {
    const typed = words.filter((word) => word.syllable === syllable);
    const form = exact(part.toLowerCase());
    return typed.length > 0 && typed.every((word) => word.form && !word.was && word.form !== form);
  };

  // A title as [text, whether it was asked for], …; a common syllable only beside its neighbour.
  const segments = (title, { terms, words: typed }, common) => {
    const parts = title.split(WORD).filter((part) => part);
    const words = parts.map((part) => folded(part.toLowerCase()));
    const isWord = (word) => WORD.test(word);
    const asked = (word, place) => {
      if (!(terms.get(word) > niemyet.ASKING) || isOther(parts[place], word, typed)) return false;
      const [before, after] = [words.slice(0, place).findLast(isWord), words.slice(place + 1).find(isWord)];
      return !common.includes(word) || terms.get(`${before}_${word}`) === 1 || terms.get(`${word}_${after}`) === 1;
    };
    return parts.map((part, place) => [part, asked(words[place], place)]);
  };

  // The names of agencies, old ones included, as phrases.
  const agenciesOf = (cards) =>
    cards.columns.agency.values.flat().map(syllables).filter((name) => name.length >= A_NAME).map((name) => name.join(" "));

  const meant = ({ words }) => (words.some(({ was }) => was) ? words.map(({ word }) => word).join(" ") : "");

  // `features` switches parts of the ranking off, to measure what each is worth; `lookup(text, province)`
  // reads the names of places, where a site has them.
  const createSearch = (readJson, features = {}, lookup = async () => []) => {
    const { read, here } = once(readJson);
    let engine;

    const readManifest = async () => {
      const found = await read("manifest.json");
      return { ...found, shards: readTable(found.shards) };
    };

    const start = async () => {
      const manifest = await readManifest();
      const cards = niemyet.readCards(await read(`cards/${manifest.cards}.json`), manifest.questions.abbreviations);
      const spoken = new Set(manifest.spoken);
      const reader = niemyet.createReader(manifest.questions, agenciesOf(cards), niemyet.createInitials(cards, spoken));
      const repair = niemyet.createRepair(cards, reader.asked, spoken);
      const families = niemyet.createFamilies(cards);
      const order = niemyet.createRanking(cards, manifest.fields.map(([name]) => name), { features, endings: manifest.questions.endings, narrowings: manifest.questions.narrowings });
      const compound = Math.max(2, COMPOUND * cards.count);
      const bound = (words, at) =>
        [at - 1, at].some((place) => cards.together(words[place]?.syllable, words[place + 1]?.syllable) >= compound);
      const readQuestion = (text, left, heard) =>
        reader.read(text, { repair: features.slips === false ? undefined : (words) => repair(words, heard), bound, left });
      const levels = Object.values(manifest.questions.levels).flat();
      const places = manifest.places && niemyet.createPlaceReader(manifest.places, cards, levels);
      return { manifest, cards, families, levels, order, places, readQuestion, reader };
    };

    const prepare = () => {
      engine ??= start();
      engine.catch(() => (engine = undefined));
      return engine;
    };

    // The shard of every term that names the matter: Map(term → shard). While a question is being
    // typed only from the shards that are here: words come and go, and titles answer at once.
    const shardsOf = async ({ shards, common }, terms, typing) => {
      const naming = [...terms].flatMap(([term, weight]) => (weight === 1 && !common.includes(term) ? [term] : []));
      const pairs = naming.filter((term) => term.includes("_"));
      const telling = pairs.length > LONG ? pairs : naming;
      const filed = telling.map((term) => [term, shardOf(shards, term)]).filter(([, name]) => name);
      const paths = filed.map(([term, name]) => [term, `shards/${name}.json`]);
      const wanted = paths.filter(([, path]) => !typing || here.has(path));
      return new Map(await Promise.all(wanted.map(async ([term, path]) => [term, await read(path)])));
    };

    const shardsOfQuestion = (manifest, { terms, wholes }, typing) =>
      shardsOf(manifest, [...terms, ...[...wholes].map((term) => [term, 1])], typing);

    // Ask for the shards of a question as it was typed while the cards are still on their way; of
    // a lone asking word, which the cards will judge, those of its neighbours.
    const ahead = async (text) => {
      const manifest = await readManifest();
      await shardsOfQuestion(manifest, niemyet.createReader(manifest.questions).read(text, { bound: () => true }));
    };

    // What is asked of a place: { question, groups, place }; `place` is undefined where none is named.
    const understood = async (prepared, text, { typing, literal }) => {
      const { manifest, cards, places, reader, readQuestion } = prepared;
      const groupsIn = (shards) => (term) => groupsOf(shards.get(term), term, manifest.fields, cards.count);
      const heard = async (syllables) => {
        const said = niemyet.analyser.pairs(syllables);
        const shards = await shardsOf(manifest, new Map(said.map((pair) => [pair, 1])), typing);
        const groups = groupsIn(shards);
        return new Set(said.filter((pair) => groups(pair).length));
      };
      // What looks like a slip is none where citizens say it so.
      const repaired = async (left) => {
        const question = readQuestion(text, left);
        const slips = question.words.some(({ was }) => was);
        return slips ? readQuestion(text, left, await heard((left ?? reader.written(text)).map(({ syllable }) => syllable))) : question;
      };
      const ask = async (left) => {
        const question = await repaired(left);
        const shards = await shardsOfQuestion(manifest, question, typing);
        return { question, groups: groupsIn(shards) };
      };
      const whole = await ask();
      if (!places || literal) return whole;
      const place = await niemyet.placeOf(text, { ...prepared, ...whole, lookup: typing ? undefined : lookup });
      if (!place) return whole;
      const left = await ask(place.left);
      const only = left.question.weights.every((weight) => weight <= niemyet.ASKING) && !left.question.codes.length;
      if (only && !place.code && !place.choices) return whole;
      return { ...(only && place.choices ? whole : left), place: { ...place, only } };
    };

    const rank = async (text, options = {}) => {
      if (!engine && !options.typing) ahead(text).catch(() => undefined);
      const prepared = await prepare();
      const { question, groups, place } = await understood(prepared, text, options);
      return { question: { ...question, meant: meant(question) }, ...prepared.order(question, groups, place?.province ?? options.place), place };
    };

    const shown = ({ cards, families, manifest: { address, common } }, asked, { document, score }) => ({
      ...Object.fromEntries(Object.keys(cards.columns).map((name) => [name, cards.value(name, document)])),
      code: cards.codes[document],
      name: segments(cards.title(document), asked?.question ?? NOTHING, common),
      address: address.replace("{code}", cards.codes[document]),
      family: families(document),
      score,
      parts: asked?.parts(document),
    });

    // The words of a value that few procedures have; none while a question is being typed, unless they are here.
    const spelledOut = async ({ cards, manifest: { rare } }, name, { document }, typing) => {
      const { values, of } = cards.columns[name];
      const rank = of[document] - rare.common;
      if (rank < 0 || !rare.files[name]) return values[of[document]];
      const number = Math.floor(rank / rare.in_a_file);
      const path = `rare/${name}-${number}-${rare.files[name].slice(number * DIGITS, (number + 1) * DIGITS)}.json`;
      if (typing && !here.has(path)) return values[of[document]];
      const found = await read(path).catch(() => []);
      return found[rank % rare.in_a_file] ?? values[of[document]];
    };

    // What fits nearly as well as the best; of few words whose best is far ahead, what has nearly all of them too.
    const near = ({ ranked, parts }) => {
      const best = ranked.find(({ score }) => score < Infinity)?.score ?? 0;
      const holdsAll = ({ document, score }, at) => at < FEW && score >= DISTANT * best && parts(document).covered >= NEARLY_ALL;
      return ranked.filter((one, at) => one.score >= RELATED * best || holdsAll(one, at));
    };

    // All that is a place's own, what people may file first, and what else has its name in its title.
    const ofPlace = (cards, { province, named }) => {
      const own = everything(cards).filter(({ document }) => cards.value("place", document)[0] === province);
      const isOfPeople = ({ document }) => cards.value("applicants", document).includes("citizen");
      const first = [...own.filter(isOfPeople), ...own.filter((one) => !isOfPeople(one))];
      const known = new Set(first.map(({ document }) => document));
      return [...first, ...unranked([...named].filter((document) => !known.has(document)))];
    };
    const unranked = (documents) => documents.map((document) => ({ document, score: 0 }));

    // What a question leads to: without words but a place, all of that place.
    const leads = (cards, asked) => {
      const { place } = asked;
      if (place?.only && place.province) return ofPlace(cards, place);
      const found = near(asked);
      return found.length ? found : unranked([...(place?.named ?? [])]);
    };

    // What a page shows of the place that a question names.
    const shownPlace = ({ left, named, ...shown }) => shown;

    // The code of the procedure that answers best; undefined where none fits clearly.
    const bestOf = (cards, { weak }, order, [first]) =>
      order === "best" && !weak && first?.score ? cards.codes[first.document] : undefined;

    // How much of the question one of the first results has that fits nearly as well as the best and is for
    // everybody, or for whom the question says.
    const coveredIn = ({ coveredBy, unasked }, found) => {
      const least = RIVAL * Math.max(0, ...found.map(({ score }) => score).filter(Number.isFinite));
      const rivals = found.slice(0, FEW).filter(({ document, score }) => score && score >= least && !unasked(document));
      return Math.max(0, ...rivals.map(({ document }) => coveredBy(document)));
    };
    // Whether what is shown first only has some of them; of a sentence most are enough.
    const isNear = ({ parts, question }, order, [first]) => {
      const named = question.weights.filter((weight) => weight > niemyet.ASKING).length;
      const least = named > SENTENCE ? NEARLY_ALL : ALL;
      return order === "best" && Boolean(first?.score) && first.score < Infinity && parts(first.document).covered < least;
    };

    // What the first result is narrowed to that nobody asked for; undefined where it was asked for by its
    // code, or lines stand in another order.
    const narrowedTo = (asked, order, [first]) =>
      asked && order === "best" && first && Number.isFinite(first.score) ? asked.unasked(first.document) : undefined;

    // What a question names that the catalogue lacks; the names are read only where one may be meant.
    const lackingIn = async ({ manifest, levels }, asked, grouped) => {
      const [file, telling] = manifest.absent;
      if (!asked || !mayName(telling, asked.question, levels)) return [];
      const { openings } = manifest.questions;
      return absentOf(await read(`absent/${file}.json`), asked.question, { covered: coveredIn(asked, grouped), share: asked.share, levels, openings });
    };

    // The answer: { total, lines, results, counts, question, journeys, absent, events, weak, near, narrowed, here },
    // where a family is one line of several procedures, and `here` the name of the reader's province; without
    // a question, every procedure.
    const search = async (text, { limit = 10, filters = {}, order = "best", place = "", typing = false, literal = false } = {}) => {
      const asked = text.trim() ? await rank(text, { typing, literal, place }) : undefined;
      const prepared = await prepare();
      const { manifest, cards, places } = prepared;
      const { kept, counts } = apply(cards, asked ? leads(cards, asked) : everything(cards), filters);
      const sorted = sort(cards, kept, asked ? order : "title");
      const province = asked?.place?.province ?? place;
      const hasAll = (document) => asked?.coveredBy(document) === 1;
      const own = niemyet.byPlace(cards, sorted, province, { named: places?.naming(province), hasAll });
      const grouped = niemyet.byFamily(cards, own);
      const result = async (one) => {
        const [found, time, fee] = [shown(prepared, asked, one), spelledOut(prepared, "time", one, typing), spelledOut(prepared, "fee", one, typing)];
        return {
          ...found,
          time: await time,
          fee: await fee,
          varies: niemyet.varying(found, province),
          unsure: Boolean(filters.day) && unsureOn(cards, one.document, filters.day),
          elsewhere: niemyet.isElsewhere(cards, one.document, province),
        };
      };
      return {
        total: kept.length,
        lines: grouped.length,
        results: await Promise.all(grouped.slice(0, limit).map(result)),
        counts,
        weak: Boolean(asked?.weak && !asked.place?.only),
        near: Boolean(asked && isNear(asked, order, grouped)),
        narrowed: narrowedTo(asked, order, grouped),
        question: asked?.question,
        place: asked?.place && shownPlace(asked.place),
        here: places?.nameOf(province),
        journeys: asked ? journeysOf(manifest.journeys, asked.question, bestOf(cards, asked, order, grouped)) : [],
        absent: typing ? [] : await lackingIn(prepared, asked, grouped),
        events: kept.length || typing ? [] : lifeEvents(await read(`life-events/${manifest.life_events}.json`), text),
      };
    };

    return { prepare, rank, search };
  };

  niemyet.createSearch = createSearch;
})();
