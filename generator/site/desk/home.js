// The first page: what one may want to do, and the drafts kept in this browser.
import { decisionForm } from "./decision-form.js";
import { openFiles } from "./drafted-files.js";
import { begunOf, begunOn, forget, keptDrafts, printOf } from "./drafts.js";
import { button, linkTo, make, reveal } from "./elements.js";
import { findRecords, slug } from "./names.js";
import { create } from "./record.js";
import { agencyForm, documentForm, newAgencyForm } from "./register-forms.js";
import { wordForm } from "./word-form.js";

/** What is never changed once it is published. */
const SETTLED = new Set(["version"]);
const SINGLE = [
  ["desk.task_words", "citizen-words", "citizen-words.yml", { citizen_words: [] }],
  ["desk.task_contacts", "catalogue", "catalogue.yml", null],
];

/** The elements of the page; `begin(name, files, decision)` opens a draft, `open` one that is there. */
export function home(desk, begin, open, start) {
  const { say } = desk;
  const beginDecision = (path, text, name, prefilled, others) =>
    begin(name, { [path]: { kind: "decision", base: null, sha256: null, text, ...(prefilled ? { prefilled } : {}) }, ...others }, path.slice("decisions/".length, -4));
  const beginOrGoOn = (name, files) => {
    const there = begunOf(Object.keys(files)[0]);
    if (!there) return begin(name, files);
    open(there);
    return desk.announce(say("desk.gone_on", { name }));
  };
  const begun = make("section", {}, make("h2", {}, say("desk.drafts")), drafts(desk, open, start), taking(desk, begin, open));
  const first = keptDrafts().length > 0;
  return [make("h1", {}, say("desk.title")), make("p", {}, say("desk.about"), desk.settings.repository ? ` ${say("desk.about_sending")}` : ""), first ? begun : null,
    make("section", {}, make("h2", {}, say("desk.new_decision")), decisionForm(desk, beginDecision),
      task(desk, "desk.task_word", () => wordForm(desk, begin))),
    make("section", {}, make("h2", {}, say("desk.other")),
      task(desk, "desk.task_agency", () => agencyForm(desk, begin)),
      task(desk, "desk.task_new_agency", () => newAgencyForm(desk, begin)),
      task(desk, "desk.task_document", () => documentForm(desk, begin)),
      ...[...SINGLE, nextCalendar(desk)].map((one) => single(desk, beginOrGoOn, ...one)).filter(Boolean),
      task(desk, "desk.task_exceptions", () => exceptions(desk, begin)),
      task(desk, "desk.task_published", () => search(desk, beginOrGoOn, "tim-quyet-dinh", "desk.find_decision", ({ kind }) => kind === "decision")),
      search(desk, beginOrGoOn, "tim-ban-ghi", "desk.find", ({ kind }) => !SETTLED.has(kind))),
    first ? null : begun];
}

/** A task that shows its form when it is asked for. */
function task(desk, name, formOf) {
  const place = make("div", { className: "inside", hidden: true });
  const toggle = () => {
    place.hidden = !place.hidden;
    head.setAttribute("aria-expanded", String(!place.hidden));
    if (!place.firstChild) place.append(formOf());
    if (!place.hidden) place.querySelector("input, select, textarea").focus();
  };
  const head = button(desk.say(name), toggle, { className: "row", "aria-expanded": "false" });
  return make("div", {}, head, place);
}

/** The calendar of the year behind the last one that there is, or of this year. */
function nextCalendar({ records, today }) {
  const years = records.filter(({ kind }) => kind === "calendar").map(({ path }) => Number(path.slice(-8, -4)));
  const year = years.length ? Math.max(...years) + 1 : Number(today.slice(0, 4));
  return ["desk.task_calendar", "calendar", `calendar/${year}.yml`, { year, holidays: [], swapped_days: [] }, { year }];
}

function single(desk, begin, key, kind, path, blank, values = {}) {
  const name = desk.say(key, values);
  const run = async () => {
    try {
      const file = desk.has(path) ? await desk.taken(path) : { kind, base: null, sha256: null, text: create(blank) };
      begin(name, { [path]: file });
    } catch (error) {
      desk.announce(error.message);
    }
  };
  return desk.has(path) || blank ? make("div", {}, button(name, run, { className: "row" })) : null;
}

/** A field that finds published records, of which the one that is chosen begins a draft. */
function search(desk, begin, id, label, among) {
  const { say } = desk;
  const input = make("input", { type: "search", id, autocomplete: "off" });
  const results = make("ul", { className: "results" });
  const editable = desk.records.filter(among);
  const take = async ({ path, title }) => {
    try {
      begin(title, { [path]: await desk.taken(path) });
    } catch (error) {
      desk.announce(error.message);
    }
  };
  input.addEventListener("input", () => {
    const found = input.value.trim() ? findRecords(input.value, editable) : [];
    desk.announce(say("desk.found", { count: found.length }));
    results.replaceChildren(...found.map((record) =>
      make("li", {}, button(`${record.title} – ${desk.schemas[record.kind].title}`, () => take(record)))));
  });
  return make("div", { className: "field" }, make("label", { for: id }, say(label)), input, results);
}

/** So many drafts are soon passed by keyboard. */
const FEW = 2;

function drafts(desk, open, start) {
  const { say } = desk;
  const item = (one) => make("li", {}, make("span", {}, `${one.name} – ${stateOf(one, say)}`, ...(one.sent?.address ? [" ", ...linkTo(one.sent.address)] : [])),
    button(say("desk.go_on"), () => open(one), { "aria-label": `${say("desk.go_on")}: ${one.name}` }),
    button(say("desk.export"), () => save(`${slug(one.name)}.json`, JSON.stringify(one), "application/json"), { "aria-label": `${say("desk.export")}: ${one.name}` }),
    button(say("desk.forget"), () => {
      if (!confirm(say("desk.forget_sure", { name: one.name }))) return;
      forget(one);
      start();
    }, { "aria-label": `${say("desk.forget")}: ${one.name}` }));
  const kept = keptDrafts();
  if (!kept.length) return make("p", {}, say("desk.no_drafts"));
  const over = button(say("desk.over_drafts"), () => reveal(document.getElementById("so-quyet-dinh")), { className: "quiet" });
  return make("div", {}, kept.length > FEW ? over : null, make("ul", { className: "kept" }, kept.map(item)));
}

const HANDED = { sent: "desk.sent_on", saved: "desk.saved_on" };

/** When a draft was begun, and when and how it last left this browser. */
function stateOf(one, say) {
  const time = (value) => new Intl.DateTimeFormat(say.language, { dateStyle: "short", timeStyle: "short" }).format(value);
  const begun = begunOn(one);
  const parts = [begun && say("desk.begun_on", { time: time(begun) }), one.handedOver ? say(HANDED[one.handedHow] ?? "desk.handed_over_on", { time: time(one.handedOver) }) : say("desk.not_handed_over"),
    "handedAs" in one && one.handedAs !== printOf(one) && say("desk.changed_since")];
  return parts.filter(Boolean).join("; ");
}

/** The exceptions are not published, for their reasons are not: a new file, or the copy one has. */
function exceptions(desk, begin) {
  const { say } = desk;
  const blank = () => begin(say("desk.task_exceptions"),
    { "exceptions.yml": { kind: "exceptions", base: null, sha256: null, text: create({ exceptions: [] }) } });
  return make("div", {}, make("p", { className: "note" }, say("desk.exceptions_note")),
    fileField(desk, "tep-ngoai-le", "desk.exceptions_file", ".yml", (files) => openInto(desk, files, begin)),
    button(say("desk.exceptions_new"), blank));
}

async function openInto(desk, files, begin, open = null) {
  if ([...files].some(({ name }) => /\.docx?$/i.test(name))) return desk.announce(desk.say("desk.word_elsewhere", { name: desk.say("desk.task_word") }));
  const taken = await openFiles(desk, [...files]).catch((error) => {
    desk.announce(error.message);
    return undefined;
  });
  if (taken === null) desk.announce(desk.say("desk.no_draft"));
  else if (taken && (open || !taken.id)) openOnce(desk, taken, begin, open);
}

/**
 * A draft out of files that is there already, as it is in them, is not begun once more. One that has gone on
 * here since its file was saved stays beside what the file has.
 */
function openOnce(desk, taken, begin, open) {
  const kept = open ? keptDrafts() : [];
  const there = kept.find((one) => printOf(one) === printOf(taken));
  const changed = kept.find(({ id }) => id === taken.id);
  if (there) open(there);
  else if (taken.id && !changed) open(taken);
  else begin(taken.name, taken.files, taken.decision);
  if (there) desk.announce(desk.say("desk.gone_on", { name: there.name }));
  else if (changed) desk.announce(desk.say("desk.kept_beside", { name: changed.name }));
}

const taking = (desk, begin, open) =>
  fileField(desk, "nhan-nhap", "desk.import", ".json,.zip,.yml", (files) => openInto(desk, files, begin, open));

function fileField(desk, id, label, accept, take) {
  const input = make("input", { type: "file", id, accept, multiple: true, onchange: () => take(input.files) });
  return make("div", { className: "field" }, make("label", { for: id }, desk.say(label)), input);
}

/** Gives a file to the one who reads the page. */
export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
