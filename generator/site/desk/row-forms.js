// What a decision does to procedures, one form for each kind of row; the page makes the files.
import { documentAdder } from "./document-adder.js";
import { button, make } from "./elements.js";
import { boxes, choice, form, labelled } from "./fields.js";
import { nextVersion } from "./names.js";
import { publishing, replacing } from "./new-procedure-forms.js";
import { codeOf, picker } from "./picker.js";
import { read } from "./record.js";
import { sharedFields } from "./row-fields.js";
import { actionsOf, proceduresOf, rowWords, sayOf } from "./row-words.js";
import { versionText, withRow } from "./rows.js";
import { rowsAfter, timelineOf, versionOn, waitingAfter } from "./timeline.js";

/**
 * The section that adds rows to the decision at `path`, below those that it has, what draws those
 * anew, and its name; `added` draws the draft again, and `open` shows a record of it.
 */
export function rowForms(whole, draft, path, added, open) {
  const desk = { ...whole, say: sayOf(read(draft.files[path].text).number, whole.say) };
  const { say } = desk;
  const { action: actions } = rowSchema(desk);
  const offered = actionsOf(read(draft.files[path].text).number ?? "");
  if (last.draft !== draft.id || !offered.includes(last.action)) last = { draft: draft.id, action: offered.includes(MOSTLY) ? MOSTLY : offered[0] };
  const place = make("div", {});
  const named = offered.map((one) => [one, actions["x-labels"][actions.enum.indexOf(one)]]);
  const { element, input } = choice("viec", say("desk.action"), named, last.action);
  const show = () => {
    last.action = input.value;
    place.replaceChildren(FORMS[input.value](desk, rowsOf(desk, draft, path, added), input.value));
  };
  input.addEventListener("change", show);
  show();
  const there = rowsThere(desk, draft, open);
  there.draw(read(draft.files[path].text));
  const section = make("section", { id: "them-thu-tuc" }, make("h2", {}, say("desk.add_procedure")), there.list, element, place, documentAdder(desk, draft, path));
  return { section, draw: there.draw, name: say("desk.add_procedure") };
}

const MOSTLY = "amend";
let last = {};

/** The rows that the decision has, each with the records that it makes. */
function rowsThere(desk, draft, open) {
  const list = make("ul", { className: "picked", "aria-label": desk.say("desk.rows_there") });
  let drawn = null;
  const item = (row) => {
    const codes = [...proceduresOf(row), ...(row.by ?? []).map(({ procedure }) => procedure)];
    const made = Object.keys(draft.files).filter((one) => /\/v\d{3}\.yml$/.test(one) && codes.includes(one.split("/")[2]));
    return make("li", {}, make("span", {}, rowWords(desk, row)),
      made.map((one) => button(desk.titleOf(one), () => open(one), { "aria-label": `${desk.say("desk.open_record")}: ${desk.titleOf(one)}` })));
  };
  const draw = ({ rows = [] }) => {
    const state = JSON.stringify(rows.map(({ action, procedure, replaces, by, amended_parts: parts, effective, annuls }) => [action, procedure, replaces, by, parts, effective, annuls]));
    if (state === drawn) return;
    drawn = state;
    list.hidden = !rows.length;
    list.replaceChildren(...rows.map(item));
  };
  return { list, draw };
}

const rowSchema = (desk) => desk.schemas.decision.properties.rows.items.properties;

/** What the forms do to the draft; nothing changes until everything that is needed was read. */
function rowsOf(desk, draft, path, added) {
  const paths = () => [...desk.records.map((one) => one.path), ...Object.keys(draft.files)];
  return {
    get decision() {
      desk.settle();
      return read(draft.files[path].text);
    },
    has: (code) => paths().some((one) => one.includes(`/${code}/`)),
    /** The next version of a procedure, made of the one that binds on a day. */
    async next(code, day, corrects = false, version = null) {
      const from = version ?? versionOn(timelineOf(await desk.timelines(), code), day);
      const { number, path: target } = nextVersion(code, paths());
      const source = target.replace(/v\d{3}\.yml$/, `${from ?? "v001"}.yml`);
      const text = await desk.source(source);
      return { number, path: target, file: { kind: "version", base: null, sha256: null, before: text, like: source, from: source.slice(-8, -4), text: versionText(text, number, corrects ? from : null) } };
    },
    async commit(files, rows, name, words = "desk.row_added", values = {}) {
      desk.settle();
      const fresh = Object.entries(files).filter(([one]) => !(one in draft.files));
      desk.history(path).keep(fresh.map(([one]) => one));
      Object.assign(draft.files, Object.fromEntries(fresh));
      for (const row of rows) draft.files[path].text = withRow(draft.files[path].text, row);
      await added();
      desk.announce(desk.say(words, { name, ...values }));
    },
  };
}

function partBoxes(desk) {
  const { enum: parts, "x-labels": labels } = rowSchema(desk).amended_parts.items;
  return boxes("phan-duoc-sua", desk.say("desk.declared_parts"), parts.map((part, index) => [part, labels[index]]));
}

function amending(desk, rows, action) {
  const { say } = desk;
  const found = picker(desk, { id: "tim-thu-tuc", label: say("desk.find_procedure"), chosen: () => look() });
  const parts = partBoxes(desk);
  const common = sharedFields(desk, rows, { corrects: action === "correct", grounded: action === "amend" });
  const corrected = action === "correct" ? correctedVersion(desk) : null;
  const waiting = make("div", {});
  const also = make("input", { type: "checkbox", id: "ca-ban-dang-cho", checked: true });
  const look = async () => {
    const [record] = found.picked;
    await corrected?.offer(record, common.day());
    const later = record && action === "amend" ? waitingAfter(timelineOf(await desk.timelines(), codeOf(record)), common.day()) : [];
    waiting.replaceChildren(...(later.length ? [labelled(also.id, say("desk.also_waiting", { day: desk.shownDay(later[0].from) }), also).element] : []));
    waiting.later = later;
  };
  const check = () => [
    !found.picked.length && [say("desk.no_procedure"), found.input],
    !parts.values().length && [say("desk.no_parts"), parts.inputs[0]],
    ...common.faults(action === "amend" && parts.values().join() !== "internal_process"),
  ];
  const submit = async () => {
    const [record] = found.picked;
    await look();
    const made = await rows.next(codeOf(record), common.day(), action === "correct", corrected?.version() ?? null);
    const files = { [made.path]: made.file };
    const row = (version, keys) => ({ action, procedure: codeOf(record), version, amended_parts: parts.values(), ...keys });
    const every = [row(made.number, common.keys())];
    for (const [index, { version, from }] of (also.checked ? (waiting.later ?? []) : []).entries()) {
      const later = laterThan(made, index + 1, await desk.source(made.path.replace(/v\d{3}\.yml$/, `${version}.yml`)), version);
      files[later.path] = later.file;
      every.push(row(later.number, { ...common.keys(), effective: from }));
    }
    const [later] = every.slice(1);
    await rows.commit(files, every, record.title, later ? "desk.row_added_waiting" : "desk.row_added", { day: desk.shownDay(later?.effective ?? "") });
  };
  return form(desk, [corrected?.note, found.element, corrected?.place, parts.element, ...common.elements, waiting].filter(Boolean), say("desk.add_row"), check, submit);
}

/** Which of the published texts of a procedure is corrected: the one that binds, unless another is chosen. */
function correctedVersion(desk) {
  const { say } = desk;
  const place = make("div", {});
  let input = null;
  let offered = null;
  return {
    place,
    note: make("p", { className: "note" }, say("desk.correction_note")),
    version: () => input?.value ?? null,
    async offer(record, day) {
      if (record === offered) return;
      offered = record;
      input = null;
      place.replaceChildren();
      if (!record) return;
      const code = codeOf(record);
      const timeline = timelineOf(await desk.timelines(), code);
      const named = timeline.intervals.map(({ version, from }) => [version, say(from ? "desk.version_from" : "desk.version_plain", { number: Number(version.slice(1)), day: desk.shownDay(from ?? "") })]);
      if (record !== offered || !named.length) return;
      const made = choice("ban-bi-dinh-chinh", say("desk.corrected_version"), named, versionOn(timeline, day));
      input = made.input;
      place.replaceChildren(made.element);
    },
  };
}

/** The version `count` numbers behind one that was just made, of the text that is to bind later. */
function laterThan(made, count, text, version) {
  const number = `v${String(Number(made.number.slice(1)) + count).padStart(3, "0")}`;
  const path = made.path.replace(/v\d{3}\.yml$/, `${number}.yml`);
  return { number, path, file: { kind: "version", base: null, sha256: null, before: text, like: made.path.replace(/v\d{3}\.yml$/, `${version}.yml`), from: version, text: versionText(text, number) } };
}

function abolishing(desk, rows) {
  const found = picker(desk, { id: "tim-thu-tuc", label: desk.say("desk.find_procedures"), many: true });
  const common = sharedFields(desk, rows, { grounded: true });
  const check = () => [!found.picked.length && [desk.say("desk.no_procedure"), found.input], ...common.faults(true)];
  const submit = () => rows.commit({}, found.picked.map((record) => ({ action: "abolish", procedure: codeOf(record), ...common.keys() })),
    found.picked.map(({ title }) => title).join("; "));
  return form(desk, [found.element, ...common.elements], desk.say("desk.add_row"), check, submit);
}

/** A row can be annulled until it takes effect. */
function annulling(desk, rows) {
  const { say } = desk;
  const place = make("div", {}, make("p", {}, say("desk.starting_short")));
  const show = async () => {
    const waiting = rowsAfter(await desk.timelines(), rows.decision.signed);
    if (!waiting.length) return place.replaceChildren(make("p", {}, say("desk.no_waiting_rows")));
    const { action: actions } = rowSchema(desk);
    const named = waiting.map((row, index) => [String(index), say("desk.waiting_row", {
      action: actions["x-labels"][actions.enum.indexOf(row.action)], day: desk.shownDay(row.effective),
      names: row.procedures.map((code) => desk.names("procedure_id").byId.get(code) ?? code).join("; "),
      decision: desk.names("decision_id").byId.get(row.decision) ?? row.decision,
    })]);
    const { element, input } = choice("dong-bi-huy", say("desk.annulled_row"), named, "0");
    const submit = () => {
      const { decision, row } = waiting[Number(input.value)];
      return rows.commit({}, [{ action: "annul", annuls: { decision, row } }], input.selectedOptions[0].textContent);
    };
    return place.replaceChildren(form(desk, [element], say("desk.add_row"), () => [], submit));
  };
  show().catch((error) => place.replaceChildren(make("p", { className: "fault" }, error.message)));
  return place;
}

const FORMS = { publish: publishing, amend: amending, correct: amending, replace: replacing, abolish: abolishing, annul: annulling };
