// The calculator of due dates: reads the procedure's JSON once somebody uses it.
"use strict";
(() => {
  const { due, MissingCalendar } = globalThis.niemyet;
  const form = document.querySelector(".calculator");
  if (!form) return;
  const { day, hour, channel } = form.elements;
  const output = form.querySelector("output");
  const words = form.dataset;
  let loading;

  const fetched = (address) => fetch(address).then((answer) => answer.json());
  const load = () =>
    (loading ??= Promise.all([fetched(words.procedure), fetched(words.calendars)]));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const shown = (text) => text.split("-").reverse().join("/");
  const unit = (limit) => words[limit.unit.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())];

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
  };

  const answerFor = (version, calendars) => {
    const item = version.channels.items[Number(channel.value)];
    const limit = item.committed_time ?? item.time;
    const after = version.late_submission?.after;
    const found = due(limit, day.value, calendars, Boolean(after && hour.value > after));
    if (!found) return words.noLimit;
    const figure = `${String(limit.value).replace(".", ",")} ${unit(limit)}`;
    const said = [
      fill(words.answer, { last: shown(found.last), limit: figure, version: version.version }),
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
