// The calculator of due dates: reads the procedure's JSON once somebody uses it.
"use strict";
(() => {
  const { due, limitOf, addingProblem, MissingCalendar } = globalThis.niemyet;
  const form = document.querySelector(".calculator");
  if (!form) return;
  const { day, hour, channel, case: forWhom } = form.elements;
  const output = form.querySelector("output");
  const words = form.dataset;
  let loading;

  const fetched = (address) => fetch(address).then((answer) => answer.json());
  const load = () =>
    (loading ??= Promise.all([fetched(words.procedure), fetched(words.calendars)]));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const shown = (text) => text.split("-").reverse().join("/");
  const word = (key) => words[key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())];
  const figure = (limit) => `${String(limit.value).replace(".", ",")} ${word(limit.unit)}`;

  /** What is beside the limit, in words; the twin of `added_words` in pages/formatting.py. */
  const added = (one) => {
    const key = { true: "within", false: "on_top" }[one.counted] ?? "unclear";
    const reason = word(`time_reason_${one.reason}`);
    return one.value === undefined
      ? fill(word(`time_${key}_unmeasured`), { reason })
      : fill(word(`time_${key}`), { limit: figure(one), reason });
  };

  const unsure = (version) => version.unknown !== undefined;
  const versionOn = (procedure, text) => {
    const found = procedure.versions.filter(
      (version) =>
        version.status !== "annulled" &&
        (version.start ?? "") <= text &&
        (version.end === null || text < version.end) &&
        procedure.decisions.some((event) => event.version === version.version),
    );
    return found.find((version) => !unsure(version)) ?? found.at(-1);
  };

  const offerChannels = (version) => {
    const chosen = channel.value;
    const items = version.channels.items ?? [];
    channel.replaceChildren(
      ...items.map((item, place) => {
        const name = [words[item.method], item.case].filter(Boolean).join(" – ");
        return new Option(items.length > 3 ? `${place + 1}. ${name}` : name, String(place));
      }),
    );
    if (chosen && items[Number(chosen)]) channel.value = chosen;
    hour.closest("label").hidden = !version.late_submission;
    offerCases(items);
  };

  /** Whose limit, where some have one of their own. */
  const offerCases = (items) => {
    if (!forWhom) return;
    const chosen = forWhom.value;
    const limit = items[Number(channel.value)] && limitOf(items[Number(channel.value)]);
    const cases = limit?.cases ?? [];
    const usual = limit?.value === null ? [] : [new Option(words.usual, "")];
    const own = cases.map((one, place) => new Option(one.name, String(place)));
    forWhom.replaceChildren(...usual, ...own);
    if (chosen && cases[Number(chosen)]) forWhom.value = chosen;
    forWhom.closest("label").hidden = cases.length === 0;
  };

  /** The chosen limit, that of one of its cases when one is chosen, and what is beside it. */
  const chosenLimit = (version) => {
    const limit = limitOf(version.channels.items[Number(channel.value)]);
    const own = forWhom?.value ? limit.cases[Number(forWhom.value)] : undefined;
    return { ...(own ?? limit), additions: limit.additions };
  };

  const answerFor = (version, calendars) => {
    const limit = chosenLimit(version);
    if (limit.value === null || limit.unit === "other") return words.noLimit;
    const line = [figure(limit), ...limit.additions.map(added)].join(", ");
    const problem = addingProblem(limit, limit.additions);
    if (problem) return fill(word(problem), { limit: line });
    const after = version.late_submission?.after;
    const late = Boolean(after && hour.value > after);
    const found = due(limit, day.value, calendars, late, limit.additions);
    const said = [
      fill(words.answer, { last: shown(found.last), limit: line, version: version.version }),
    ];
    if (found.received !== day.value) said.push(fill(words.moved, { received: shown(found.received) }));
    return said.join(" ");
  };

  const answer = async () => {
    if (!day.value) return;
    const [procedure, calendars] = await load();
    const version = versionOn(procedure, day.value);
    if (!version) {
      output.textContent = words.none;
      return;
    }
    offerChannels(version);
    try {
      const said = [answerFor(version, calendars)];
      if (unsure(version)) said.push(words.undated);
      if (version.version !== procedure.current_version) said.push(words.otherVersion);
      output.textContent = said.join(" ");
    } catch (error) {
      if (!(error instanceof MissingCalendar)) throw error;
      output.textContent = fill(words.noYear, { year: error.year });
    }
  };

  if (location.protocol === "file:") {
    form.hidden = true;
    return;
  }
  form.addEventListener("focusin", () => load().then(([procedure]) => {
    const version = procedure.versions.find((one) => one.version === procedure.current_version);
    if (channel.options.length === 0) offerChannels(version);
  }), { once: true });
  form.addEventListener("input", answer);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
