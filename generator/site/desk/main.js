// The page: what to do, the drafts kept in this browser, one draft with its records, handing over.
import { decisionForm, rowAdder } from "./decision-form.js";
import { forget, keep, keptDrafts, outdated, readDraft } from "./drafts.js";
import { edit } from "./editor.js";
import { button, make } from "./elements.js";
import { archive, changedFiles } from "./handover.js";
import { findRecords, referenceNames, slug } from "./names.js";

const FIXED = {
  version: ["procedure", "version", "corrects"],
  decision: ["id", "number", "number_normalised", "agency"],
  procedure: ["id", "code"],
};
const ALWAYS_FIXED = ["id", "source", "identifiers"];
const PUBLISHED = new Set(["version", "decision"]);
const host = document.getElementById("desk");
const line = document.getElementById("announcement");

const json = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

const [entries, schemas, records] = await Promise.all(
  ["words", "schemas", "records"].map((name) => json(`du-lieu/${name}.json`)),
);
const say = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), entries[key] ?? key);
say.language = document.documentElement.lang;
const names = new Map();
const titles = new Map(records.map((record) => [record.path, record.title]));
let draft = null;
const undone = new Map();

const desk = {
  say, schemas, records,
  today: new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date()),
  names: (kind) => {
    if (!names.has(kind)) names.set(kind, referenceNames(kind, records));
    return names.get(kind);
  },
  has: (path) => titles.has(path),
  announce: (text) => (line.textContent = text),
  source: async (path) => {
    const answer = await fetch(`du-lieu/catalogue/${path}`);
    if (!answer.ok) throw new Error(say("desk.offline"));
    return answer.text();
  },
  changed: () => desk.announce(keep(draft) ? "" : say("desk.full")),
};

function show(...parts) {
  host.replaceChildren(...parts.filter(Boolean));
  const head = host.querySelector("h1");
  head.tabIndex = -1;
  head.focus();
}

function start() {
  const drafts = keptDrafts();
  show(make("h1", {}, say("desk.title")), make("p", {}, say("desk.about")),
    make("section", {}, make("h2", {}, say("desk.new_decision")), decisionForm(desk, beginDecision)),
    make("section", {}, make("h2", {}, say("desk.other")), search()),
    make("section", {}, make("h2", {}, say("desk.drafts")),
      drafts.length ? make("ul", {}, drafts.map(draftItem)) : make("p", {}, say("desk.no_drafts")), taking()));
}

const draftItem = (one) => make("li", {}, make("span", {}, one.name),
  button(say("desk.go_on"), () => open(one), { "aria-label": `${say("desk.go_on")}: ${one.name}` }),
  button(say("desk.export"), () => save(`${slug(one.name)}.json`, JSON.stringify(one), "application/json"), { "aria-label": `${say("desk.export")}: ${one.name}` }),
  button(say("desk.forget"), () => {
    if (!confirm(say("desk.forget_sure", { name: one.name }))) return;
    forget(one);
    start();
  }, { "aria-label": `${say("desk.forget")}: ${one.name}` }));

function taking() {
  const input = make("input", { type: "file", id: "nhan-nhap", accept: ".json" });
  input.addEventListener("change", async () => {
    const taken = readDraft(await input.files[0].text());
    if (!taken) desk.announce(say("desk.no_draft"));
    else open(taken);
  });
  return make("div", { className: "field" }, make("label", { for: input.id }, say("desk.import")), input);
}

function search() {
  const input = make("input", { type: "search", id: "tim-ban-ghi", autocomplete: "off" });
  const results = make("ul", { className: "results" });
  const editable = records.filter(({ kind }) => !PUBLISHED.has(kind));
  input.addEventListener("input", () => {
    const found = input.value.trim() ? findRecords(input.value, editable) : [];
    desk.announce(say("desk.found", { count: found.length }));
    results.replaceChildren(...found.map((record) =>
      make("li", {}, button(`${record.title} – ${schemas[record.kind].title}`, () => beginRecord(record)))));
  });
  return make("div", { className: "field" }, make("label", { for: input.id }, say("desk.find")), input, results);
}

const begin = (name, files, decision = null) =>
  open({ id: `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`, name, decision, files });

const beginDecision = (path, text, name) =>
  begin(name, { [path]: { kind: "decision", base: null, sha256: null, text } }, path.slice("decisions/".length, -4));

async function beginRecord({ path, kind, sha256, title }) {
  try {
    const text = await desk.source(path);
    begin(title, { [path]: { kind, base: text, sha256, text } });
  } catch {
    desk.announce(say("desk.offline"));
  }
}

function open(one, path = Object.keys(one.files)[0]) {
  draft = one;
  desk.changed();
  const stale = outdated(draft, records);
  const area = make("div", {});
  const tabs = Object.keys(draft.files).map((other) =>
    button(titleOf(other), () => open(draft, other), { "aria-current": other === path ? "true" : undefined }));
  show(make("h1", {}, draft.name),
    make("div", { className: "tools" }, button(say("desk.home"), start), button(say("desk.hand_over"), handOver, { className: "primary" })),
    stale.length ? make("p", { className: "fault" }, say("desk.outdated", { names: stale.map(titleOf).join("; ") })) : null,
    make("nav", { className: "tools", "aria-label": say("desk.records") }, tabs),
    make("h2", {}, titleOf(path)),
    draft.files[path].kind === "decision" ? rowAdder(desk, draft, path, () => open(draft, path)) : null,
    area);
  const { kind } = draft.files[path];
  if (!undone.has(path)) undone.set(path, []);
  edit(area, draft.files[path], desk, [...ALWAYS_FIXED, ...(FIXED[kind] ?? [])], undone.get(path));
}

function titleOf(path) {
  const known = titles.get(path);
  if (known) return known;
  const [, , code, file] = path.split("/");
  if (!path.startsWith("procedures/")) return say("desk.this_decision");
  const before = records.find((one) => one.path.endsWith(`/${code}/procedure.yml`));
  return say("desk.version_of", { name: before?.title ?? code, number: Number(file.slice(1, 4)) });
}

function handOver() {
  if (!changedFiles(draft).length) return desk.announce(say("desk.nothing"));
  save(`${slug(draft.name) || "de-nghi"}.zip`, archive(draft, desk.today, titleOf, say), "application/zip");
  return desk.announce(say("desk.handed_over"));
}

function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

start();
