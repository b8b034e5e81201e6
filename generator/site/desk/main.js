// The page: what to do, the drafts kept in this browser, one draft with its records, handing over.
import { decisionIdentity } from "./decision-form.js";
import { declaredParts, namedParts, otherOrigin } from "./declared.js";
import { keep, outdated } from "./drafts.js";
import { edit } from "./editor.js";
import { writeInto } from "./folder.js";
import { NotSentError } from "./forge.js";
import { button, make, reveal } from "./elements.js";
import { archive, changedFiles, problemsIn, sentWords } from "./handover.js";
import { historyOf } from "./history.js";
import { home, save } from "./home.js";
import { referenceNames, slug } from "./names.js";
import { previewOf } from "./preview.js";
import { read } from "./record.js";
import { rowForms } from "./row-forms.js";
import { NO_CODE } from "./rows.js";
import { rulesOf } from "./rules.js";
import { shownDay } from "./schema.js";
import { procedureSearch } from "./search.js";
import { sending } from "./send-form.js";
import { unplaced } from "./unplaced.js";
import { sayWith } from "./words.js";

const FIXED = {
  version: ["procedure", "version", "corrects"],
  decision: ["id", "number", "number_normalised", "agency"],
  calendar: ["year"],
  procedure: ["id", "code", "field", "former_ids"],
  catalogue: ["base_url", "time_zone", "language", "sample", "portal_page", "document_page", "summary_languages", "repository"],
};
const ALWAYS_FIXED = ["id", "source", "identifiers"];
const host = document.getElementById("desk");
const line = document.getElementById("announcement");

const json = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

const [entries, schemas, records, fields, settings] = await Promise.all(
  ["words", "schemas", "records", "fields", "settings"].map((name) => json(`du-lieu/${name}.json`)),
);
const say = sayWith(entries);
say.language = document.documentElement.lang;
const names = new Map();
const published = new Map(records.map((record) => [record.path, record]));
let draft = null;
let settle = () => undefined;
let goTo = () => undefined;
addEventListener("pagehide", () => settle());
document.addEventListener("visibilitychange", () => settle());
let timelines = null;
const histories = new Map();
const full = make("p", { className: "fault", role: "alert" });

const desk = {
  say, schemas, records, settings, shownDay,
  today: new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date()),
  titleOf: (path) => titleOf(path),
  names: (kind) => {
    if (!names.has(kind)) names.set(kind, referenceNames(kind, [...records, ...drafted()], (id) => (id.startsWith(NO_CODE) ? say("desk.no_code") : id)));
    return names.get(kind);
  },
  has: (path) => published.has(path),
  fieldNames: () => fields,
  /** Writes into the draft at once what was typed last. */
  settle: () => settle(),
  findProcedures: procedureSearch(records, settings.search),
  timelines: () => (timelines ??= json("du-lieu/timelines.json").catch(() => {
    timelines = null;
    throw new Error(say("desk.offline"));
  })),
  announce: (text) => (line.textContent = text),
  history: (path) => historyAt(draft, path),
  /** What the reading code of the worker makes of words or of Word files. */
  read: (asked) => rules.read(asked),
  /** What the rules found in a draft as it is; null when they have not seen it so. */
  verdict: (one) => rules.verdict(one),
  source: async (path) => {
    const answer = await fetch(`du-lieu/catalogue/${path}`).catch(() => ({ ok: false }));
    if (!answer.ok) throw new Error(say("desk.offline"));
    return answer.text();
  },
  /** A published record as a file of a draft. */
  taken: async (path) => {
    const { kind, sha256 } = published.get(path);
    const text = await desk.source(path);
    return { kind, base: text, sha256, text };
  },
  changed: () => {
    full.textContent = keep(draft) ? "" : say("desk.full");
    rules.ask(draft);
    desk.announce("");
  },
};

/** The records of the draft that are new, as those that are published. */
const drafted = () => Object.keys(draft?.files ?? {}).filter((path) => !published.has(path)).map((path) => ({ path, title: nameOf(path) }));

let shownPath = null;
const rules = rulesOf({ ...desk, kindOf, shownPath: () => shownPath }, (path, pointer) => openAt(path, pointer));

function show(...parts) {
  host.replaceChildren(...parts.filter(Boolean));
  const head = host.querySelector("h1");
  head.tabIndex = -1;
  head.focus();
}

function start() {
  settle();
  settle = () => undefined;
  show(...home(desk, begin, open, start));
}

const begin = (name, files, decision = null) =>
  open({ id: `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`, name, decision, files });

/** A record of the draft, at one of its fields. */
function openAt(path, pointer) {
  open(draft, path);
  goTo(pointer);
}

function open(one, path = Object.keys(one.files)[0]) {
  settle();
  draft = one;
  shownPath = path;
  names.clear();
  desk.changed();
  const stale = outdated(draft, records);
  const area = make("div", {});
  const tabs = Object.keys(draft.files).map((other) =>
    button(titleOf(other), () => open(draft, other), { "aria-current": other === path ? "true" : undefined }));
  const file = draft.files[path];
  const declared = declaredParts(desk, draft, path, desk.changed);
  const origin = make("p", { className: "fault" });
  otherOrigin(desk, draft, path).then((version) => {
    if (version) origin.textContent = say("desk.other_origin", { version: Number(version.slice(1)), copied: Number(file.from.slice(1)) });
  }, () => undefined);
  const preview = previewOf(desk, draft, path);
  const sent = sending(desk, draft, titleOf);
  const identity = file.kind === "decision" && !desk.has(path) ? decisionIdentity(desk, draft, path, (renamed) => open(draft, renamed)) : null;
  const adding = file.kind === "decision" ? rowForms(desk, draft, path, () => openAtRows(path), (other) => open(draft, other)) : null;
  show(make("h1", {}, draft.name),
    make("div", { className: "tools" }, button(say("desk.home"), start), button(say("desk.hand_over"), handOver, { className: "primary" }), sent.head,
      window.showDirectoryPicker ? button(say("desk.write_folder"), handToFolder) : null),
    sent.place, full,
    stale.length ? make("p", { className: "fault" }, say("desk.outdated", { names: stale.map(titleOf).join("; ") })) : null,
    tabsOf(tabs),
    make("h2", {}, titleOf(path)), adding && button(say("desk.add_procedure"), () => reveal(adding.section.querySelector("select"))), origin,
    identity?.element, declared?.section, unplaced(desk, file), rules.element, preview?.element, area,
    adding?.section,
    Object.keys(draft.files).length > 1 ? button(say("desk.leave_out", { name: titleOf(path) }), () => leaveOut(path)) : null);
  const named = () => namedParts(desk, draft, path);
  const editing = { ...desk, named, looked: (value) => (declared ?? adding)?.draw(value), findings: () => rules.of(path), moved: () => rules.forget(path), outside: identity?.show, reopened: () => open(draft, path) };
  const { mark, flush, go } = edit(area, file, editing, [...ALWAYS_FIXED, ...(FIXED[file.kind] ?? []), ...(identity ? ["signed"] : [])], historyAt(draft, path));
  rules.listen(() => {
    mark();
    preview?.renew();
  });
  settle = flush;
  goTo = go;
}

/** The history of a record of a draft since the page was opened. */
function historyAt({ id, files }, path) {
  const key = `${id} ${path}`;
  if (!histories.has(key)) histories.set(key, historyOf(files, path));
  return histories.get(key);
}

/** The decision with a row more: the focus is where the next one is added. */
function openAtRows(path) {
  open(draft, path);
  reveal(host.querySelector("#them-thu-tuc select"));
}

const MOST_TABS = 12;

/** Links to the records of the draft; many of them are folded. */
function tabsOf(tabs) {
  const nav = make("nav", { className: "tools", "aria-label": say("desk.records") }, tabs);
  if (tabs.length <= MOST_TABS) return nav;
  return make("details", {}, make("summary", {}, `${say("desk.records")} (${tabs.length})`), nav);
}

function leaveOut(path) {
  if (!confirm(say("desk.leave_out_sure", { name: titleOf(path) }))) return;
  settle();
  settle = () => undefined;
  const name = titleOf(path);
  delete draft.files[path];
  open(draft);
  desk.announce(say("desk.left_out", { name }));
}

function kindOf(path) {
  return draft.files[path]?.kind ?? published.get(path)?.kind;
}

function titleOf(path) {
  const known = published.get(path)?.title;
  if (known || !draft.files[path]) return known ?? path;
  const { kind, text } = draft.files[path];
  if (kind === "decision") return say("desk.this_decision");
  const [, , code, file] = path.split("/");
  if (kind === "version") return say("desk.version_of", { name: read(text).title || code, number: Number(file.slice(1, 4)) });
  if (kind === "procedure") return say("desk.identity_of", { name: nameOf(path) });
  return read(text).name ?? read(text).number ?? schemas[kind].title;
}

/** What people call what a record of the draft is about: a procedure by its title. */
function nameOf(path) {
  const { kind } = draft.files[path];
  const version = draft.files[path.replace("procedure.yml", "v001.yml")];
  if (kind === "procedure") return version ? read(version.text).title : path.split("/")[2];
  return titleOf(path);
}

async function handToFolder() {
  settle();
  const files = changedFiles(draft).map(([path, { base, text }]) => ({ path, base, text }));
  if (!files.length) return desk.announce(say("desk.nothing"));
  try {
    const chosen = await window.showDirectoryPicker({ mode: "readwrite" });
    return desk.announce(say("desk.written", { count: await writeInto(chosen, files) }));
  } catch (error) {
    if (error.name === "AbortError") return undefined;
    const known = error instanceof NotSentError;
    return desk.announce(say(known ? `desk.not_sent.${error.key}` : "desk.not_sent.folder", error.values));
  }
}

function handOver() {
  settle();
  if (!changedFiles(draft).length) return desk.announce(say("desk.nothing"));
  const findings = rules.verdict(draft);
  save(`${slug(draft.name) || "de-nghi"}.zip`, archive(draft, desk.today, titleOf, say, findings), "application/zip");
  return desk.announce(sentWords(findings, problemsIn(draft, schemas), say));
}

for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => rules.prepare(), { once: true });
start();
