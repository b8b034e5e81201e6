// The page: what to do, the drafts kept in this browser, one draft with its records, handing over.
import { dataFile, dataLoader } from "./data.js";
import { decisionIdentity } from "./decision-form.js";
import { copiedParts, declaredParts, namedParts, otherOrigin } from "./declared.js";
import { keep, keepPlace, keptDrafts, listenElsewhere, outdated, placeOf, printOf } from "./drafts.js";
import { STAYS, edit } from "./editor.js";
import { button, make, reveal } from "./elements.js";
import { fieldMend } from "./field-mend.js";
import { handingOut } from "./hand-out.js";
import { historyAt } from "./history.js";
import { home } from "./home.js";
import { listNames, referenceNames } from "./names.js";
import { wordsOfOthers } from "./other-drafts.js";
import { prefilledNote } from "./prefilled.js";
import { previewOf } from "./preview.js";
import { remove as removed } from "./record.js";
import { hasRow, isSettled, leavingWith as leavingTogether, madeOnlyFor } from "./row-files.js";
import { rowForms } from "./row-forms.js";
import { NO_CODE } from "./rows.js";
import { rulesOf } from "./rules.js";
import { shownDay } from "./schema.js";
import { sameFees } from "./same-fees.js";
import { procedureSearch } from "./search.js";
import { sending } from "./send-form.js";
import { tabsOf } from "./tabs.js";
import { titlesOf } from "./titles.js";
import { unplaced } from "./unplaced.js";
import { sayWith } from "./words.js";

const FIXED = {
  version: ["procedure", "version", "corrects"],
  decision: ["id", "number", "number_normalised", "agency"],
  calendar: ["year"],
  procedure: ["id", "code", "field", "former_ids"],
  catalogue: ["base_url", "time_zone", "language", "sample", "offline_copy", "portal_page", "document_page", "summary_languages", "repository"],
};
/** What of a published decision may be filled in later: the rest is what was signed. */
const LATER = new Set(["listed", "signed_file", "unknown", "note"]);
/** Lists to which a form below the record adds. */
const ADDED_BELOW = { decision: ["rows"] };
const ALWAYS_FIXED = ["id", "source", "identifiers"];
const host = document.getElementById("desk");
const line = document.getElementById("announcement");

const [entries, schemas, records, lists, settings] = await Promise.all(
  ["words", "schemas", "records", "names", "settings"].map(dataFile),
);
const say = sayWith(entries);
say.language = document.documentElement.lang;
const loaded = dataLoader(say("desk.offline"));
const names = new Map();
const published = new Map(records.map((record) => [record.path, record]));
let draft = null;
const { titleOf, nameOf } = titlesOf(published, () => draft, { say, schemas });
let settle = () => undefined;
let goTo = () => undefined;
addEventListener("pagehide", () => settle());
document.addEventListener("visibilitychange", () => settle());
const opened = new Map();
const warning = make("p", { className: "fault", role: "alert" });
const full = make("p", { className: "fault", role: "alert" });

const desk = {
  say, schemas, records, settings, shownDay,
  today: new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date()),
  titleOf,
  names: (kind) => {
    if (!names.has(kind)) names.set(kind, lists[kind] ? listNames(lists[kind]) : referenceNames(kind, [...records, ...drafted()], (id) => (id.startsWith(NO_CODE) ? say("desk.no_code") : id)));
    return names.get(kind);
  },
  has: (path) => published.has(path),
  fieldNames: () => lists.field_id,
  /** Writes into the draft at once what was typed last. */
  settle: () => settle(),
  findProcedures: procedureSearch(records, settings.search),
  timelines: () => loaded("timelines"),
  /** By agency the versions that name it. */
  agencyProcedures: () => loaded("agency-procedures"),
  announce: (text) => announce(text),
  /** Whether another window has changed the draft since it was opened here. */
  isStale: () => elsewhere?.id === draft.id,
  /** Keeps what is known of the draft beside its files. */
  keepDraft: () => keep(draft),
  /** Remembers that a draft left this browser, and how: "sent" or "saved". */
  handedOver: (how) => {
    Object.assign(draft, { handedOver: Date.now(), handedAs: printOf(draft), handedHow: how });
    keep(draft);
  },
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
    const divided = desk.isStale();
    if (divided) divide();
    full.textContent = keep(draft) ? "" : say("desk.full");
    rules.ask(draft);
    desk.announce(divided ? warning.textContent : "");
  },
};

/** A draft that was changed in another window while it is open here; what is typed here goes into a copy. */
let elsewhere = null;
listenElsewhere((other) => {
  if (!draft || other.id !== draft.id) return;
  elsewhere = other;
  announce(say("desk.elsewhere"));
  warning.replaceChildren(say("desk.elsewhere"), " ", button(say("desk.elsewhere_open"), () => {
    elsewhere = null;
    settle = () => undefined;
    open(other, shownPath in other.files ? shownPath : undefined);
  }));
});

function divide() {
  elsewhere = null;
  Object.assign(draft, { id: newId(), name: say("desk.elsewhere_copy", { name: draft.name, time: timeNow() }) });
  host.querySelector("h1").textContent = draft.name;
  warning.textContent = say("desk.elsewhere_kept", { name: draft.name });
}

const timeNow = () => new Intl.DateTimeFormat(say.language, { dateStyle: "short", timeStyle: "medium" }).format(new Date());

const newId = () => `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;

const SHORTEST = 4_000;
const PER_LETTER = 70;
let fading = 0;

/** Says something below the page, for as long as it takes to read it twice. */
function announce(text) {
  line.textContent = text;
  clearTimeout(fading);
  if (text) fading = setTimeout(() => (line.textContent = ""), SHORTEST + PER_LETTER * text.length);
}

/** The records of the draft on the screen that are new, as those that are published. */
const drafted = () => Object.keys((shownPath && draft?.files) || {}).filter((path) => !published.has(path)).map((path) => ({ path, title: nameOf(path) }));

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
  announce("");
  shownPath = null;
  names.clear();
  history.replaceState(null, "");
  settle = () => undefined;
  show(...home(desk, begin, open, start));
}

const begin = (name, files, decision = null) =>
  open({ id: newId(), name, decision, files });

/** A draft as it was opened here before, with all that can be undone, unless it has changed since. */
function asBefore(kept) {
  const before = opened.get(kept.id);
  const one = before && printOf(before) === printOf(kept) ? before : kept;
  opened.set(one.id, one);
  return one;
}

/** A record of the draft, at one of its fields. */
function openAt(path, pointer) {
  open(draft, path);
  goTo(pointer);
}

function open(kept, path = placeOf(kept)) {
  settle();
  const one = asBefore(kept);
  if (draft?.id !== one.id) {
    warning.replaceChildren();
    elsewhere = null;
  }
  if (history.state?.draft !== one.id) history[shownPath ? "replaceState" : "pushState"]({ draft: one.id }, "");
  draft = one;
  shownPath = path;
  keepPlace(draft, path);
  names.clear();
  desk.changed();
  const stale = outdated(draft, records);
  const alsoIn = make("div", {});
  const sayElsewhere = () => alsoIn.replaceChildren(...wordsOfOthers(draft, desk).map(({ draft: other, words }) => make("p", { className: "fault" },
    words, " ", button(say("desk.go_on_with", { name: other.name }), () => open(other)))));
  sayElsewhere();
  const area = make("div", {});
  const tabs = make("div", {});
  desk.filesAdded = () => tabs.replaceChildren(tabsOf(desk, Object.keys(draft.files), path, (other) => open(draft, other)));
  desk.filesAdded();
  const file = draft.files[path];
  const declared = declaredParts(desk, draft, path, desk.changed) ?? copiedParts(desk, draft, path);
  const origin = make("p", { className: "fault" });
  otherOrigin(desk, draft, path).then((version) => {
    if (version) origin.textContent = say("desk.other_origin", { version: Number(version.slice(1)), copied: Number(file.from.slice(1)) });
  }, () => undefined);
  const preview = previewOf(desk, draft, path);
  const handing = handingOut(desk, draft, titleOf);
  const sent = sending(desk, draft);
  const identity = file.kind === "decision" && !desk.has(path) ? decisionIdentity(desk, draft, path, (renamed) => open(draft, renamed)) : null;
  const signed = file.kind === "decision" && desk.has(path);
  const adding = file.kind === "decision" && !signed ? rowForms(desk, draft, path, () => openAtRows(path), (other) => open(draft, other)) : null;
  const toRows = () => button(adding.name, () => reveal(adding.section.querySelector("select")));
  show(make("h1", {}, draft.name),
    make("div", { className: "tools" }, button(say("desk.home"), start), button(say("desk.hand_over"), handing.toFile, { className: "primary" }), sent.head,
      window.showDirectoryPicker ? button(say("desk.write_folder"), handing.toFolder) : null),
    sent.place, full, warning,
    stale.length ? make("p", { className: "fault" }, say("desk.outdated", { names: stale.map(titleOf).join("; ") })) : null,
    alsoIn,
    tabs,
    make("h2", {}, titleOf(path)), adding && toRows(), signed ? make("p", { className: "note" }, say("desk.published_decision")) : null, origin,
    identity?.element, fieldMend(desk, draft, path, (moved) => open(draft, moved)), prefilledNote(desk, file), declared?.section, unplaced(desk, file), rules.element, preview?.element, area,
    adding?.section,
    Object.keys(draft.files).length > 1 && file.kind !== "decision" ? button(say("desk.leave_out", { name: titleOf(path) }), () => leaveOut(path), { className: "apart" }) : null);
  const named = () => namedParts(desk, draft, path);
  const addedElsewhere = (pointer) => (pointer.length === 1 && ADDED_BELOW[file.kind]?.includes(pointer[0]) ? toRows() : null);
  const editing = { ...desk, named, addedElsewhere, beside: (pointer, value, copy) => (file.kind === "version" ? sameFees(desk, pointer, value, copy) : null), looked: (value) => (declared ?? adding)?.draw(value), findings: () => rules.of(path), isChecked: () => rules.verdict(draft) !== null, moved: () => rules.forget(path), typedAt: (pointer) => rules.forgetAt(path, pointer), outside: identity?.show, settled: (pointer, value) => file.kind === "decision" && isSettled(pointer, value, isThere), leaving: (pointer, item) => leavingWith(pointer, item, file.kind), drop: (paths) => drop(paths, path), reopened: () => open(draft, path) };
  const { mark, flush, go } = edit(area, file, editing, fixedKeys(file.kind, signed, identity), historyAt(draft, path));
  rules.listen(() => {
    mark();
    sayElsewhere();
    preview?.renew();
  });
  settle = flush;
  goTo = go;
}

/** The keys that nobody types into a record here. */
function fixedKeys(kind, signed, identity) {
  const every = signed ? Object.keys(schemas[kind].properties).filter((key) => !LATER.has(key)) : [];
  return [...ALWAYS_FIXED, ...(FIXED[kind] ?? []), ...every, ...(identity ? ["signed"] : [])];
}

/** The decision with a row more: the focus is where the next one is added. */
function openAtRows(path) {
  open(draft, path);
  reveal(host.querySelector("#them-thu-tuc select"));
}

function leaveOut(path) {
  settle();
  const { paths, rows } = leavingTogether(draft.files, path);
  const key = rows.length ? "desk.leave_out_with_row" : hasRow(draft.files, path) ? "desk.leave_out_sure" : "desk.leave_out_rowless";
  if (!confirm(say(key, { name: paths.map(titleOf).join("; ") }))) return;
  for (const decision of new Set(rows.map((row) => row.path))) historyAt(draft, decision).keep(paths);
  for (const { path: decision, index } of rows.reverse()) draft.files[decision].text = removed(draft.files[decision].text, ["rows", index]);
  drop(paths);
}

/** Whether there is a version of a procedure, published or in the draft. */
const isThere = ({ procedure, version }) => [...published.keys(), ...Object.keys(draft.files)].some((path) => path.endsWith(`/${procedure}/${version}.yml`));

/** The records made only for a row that goes, after a question. */
function leavingWith(pointer, item, kind) {
  if (kind !== "decision" || pointer.length > 2 || pointer[0] !== "rows") return [];
  const made = madeOnlyFor(draft.files, [item].flat());
  return made.length && !confirm(say("desk.row_leaves", { names: made.map(titleOf).join("; ") })) ? STAYS : made;
}

/** Takes records out of the draft, and shows another one of it. */
function drop(paths, shown) {
  settle = () => undefined;
  const name = paths.map(titleOf).join("; ");
  for (const path of paths) delete draft.files[path];
  open(draft, shown);
  desk.announce(say("desk.left_out", { name }));
}

function kindOf(path) {
  return draft.files[path]?.kind ?? published.get(path)?.kind;
}

/** Back and forward lead from a draft to the list of tasks, and into the draft again. */
addEventListener("popstate", ({ state }) => {
  const kept = state?.draft && keptDrafts().find(({ id }) => id === state.draft);
  if (kept) open(kept);
  else if (shownPath) start();
});

for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => rules.prepare(), { once: true });
start();
