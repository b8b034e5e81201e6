// The rules of the catalogue, asked of a worker while a draft is written: how far that is, what they
// find in each record of the draft, and what the draft breaks in others. Without the worker the page
// goes on, and says that the rules are checked later.
import { button, make } from "./elements.js";
import { OF_SCHEMA, ruleFault, ruleLink } from "./faults.js";

const PAUSE = 600;
const MOST_OF_ONE = 2;
const PATIENCE = { starting: 180_000, started: 60_000 };

const sameTexts = (files, texts) =>
  Object.keys(files).length === Object.keys(texts).length && Object.entries(files).every(([path, { text }]) => texts[path] === text);

/** Findings that say the same of one record are told once. */
const distinct = (findings) => [...new Map(findings.map((one) => [JSON.stringify([one.path, one.code, one.detail]), one])).values()];

const sameWay = (pointer, other) => pointer.every((step, index) => other[index] === step);

/** How many findings of each weight there are. */
export const countFindings = (findings) => {
  const count = (severity) => findings.filter((one) => one.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("info") };
};

/** A record that is not as its schema has it is unknown to most rules: what they find is not all. */
export const isPartial = (findings) => findings.some(({ own, code, severity }) => own && severity === "error" && code.startsWith(OF_SCHEMA));

function verdictKey(findings) {
  if (isPartial(findings)) return "desk.rules_partial";
  return findings.length ? "desk.rules_found" : "desk.rules_clean";
}

/** `desk` has words and the day; `open` shows a record of the draft; `begin` makes the worker. */
export function rulesOf(desk, open, begin = () => new Worker("worker.mjs", { type: "module" })) {
  const { say } = desk;
  const status = make("p", { role: "status", id: "kiem-tra" });
  const others = make("ul", { className: "elsewhere" });
  const element = make("section", { className: "rules", "aria-label": say("desk.rules") }, status, make("p", { className: "note" }, say("desk.rules_later")), others);
  let last = [];
  let worker = null;
  let latest = null;
  let pending = false;
  let sent = null;
  let sentFiles = null;
  let checkedFiles = null;
  let number = 0;
  let waiting = 0;
  let listener = null;
  let ready = false;
  let watch = 0;
  const readings = new Map();

  function start() {
    ready = false;
    status.textContent = say("desk.rules_loading");
    try {
      worker = begin();
    } catch {
      return fail();
    }
    worker.addEventListener("message", ({ data }) => take(data));
    worker.addEventListener("error", fail);
    return undefined;
  }

  function fail() {
    clearTimeout(watch);
    if (worker !== "broken") worker?.terminate();
    worker = "broken";
    sent = null;
    for (const { reject } of readings.values()) reject(new Error(say("desk.not_read")));
    readings.clear();
    status.replaceChildren(say("desk.rules_broken"), " ", button(say("desk.rules_again"), again));
  }

  function again() {
    worker = null;
    send();
  }

  /** A browser may end a worker without a word: one that stays silent too long counts as ended. */
  function waitForAnswer() {
    clearTimeout(watch);
    if (sent !== null || readings.size) watch = setTimeout(fail, ready ? PATIENCE.started : PATIENCE.starting);
  }

  function take(answer) {
    ready ||= answer.kind === "ready";
    takeAnswer(answer);
    if (worker !== "broken") waitForAnswer();
  }

  function takeAnswer({ id, kind, findings, read }) {
    if (kind === "broken") return fail();
    if (readings.has(id)) return takeReading(id, kind, read);
    if (kind === "ready" || id !== sent) return undefined;
    sent = null;
    if (pending) return send();
    if (kind === "failed") status.textContent = say("desk.rules_failed");
    else hear(findings);
    return undefined;
  }

  function takeReading(id, kind, read) {
    const { resolve, reject } = readings.get(id);
    readings.delete(id);
    if (kind !== "read") reject(new Error(say("desk.not_read")));
    else if (read?.refused) reject(Object.assign(new Error(read.refused), { refused: true }));
    else resolve(read);
  }

  function hear(findings) {
    last = findings;
    checkedFiles = sentFiles;
    status.textContent = say(verdictKey(findings), countFindings(findings));
    draw();
    listener?.();
  }

  function draw() {
    const found = last.filter(({ path }) => path !== desk.shownPath());
    const count = (path) => found.filter((one) => one.own && one.path === path).length;
    const incomplete = (path) => found.some((one) => one.own && one.path === path && one.code.startsWith(OF_SCHEMA));
    const many = [...new Set(found.map(({ path }) => path))].filter((path) => count(path) > MOST_OF_ONE || incomplete(path));
    others.replaceChildren(...many.map((path) => inAnother(path, count(path))), ...distinct(found.filter(({ path }) => !many.includes(path))).map(elsewhere));
  }

  /** How many findings another record of the draft has. */
  const inAnother = (path, count) =>
    make("li", {}, button(desk.titleOf(path), () => open(path, last.find((one) => one.path === path).pointer)), " ", say("desk.faults", { count }));

  /** A finding in another record: one of the draft can be opened, one that is published is named. */
  function elsewhere(one) {
    const { head, text, page } = ruleFault(one, desk.kindOf(one.path), desk);
    const name = one.own ? button(desk.titleOf(one.path), () => open(one.path, one.pointer)) : make("strong", {}, one.about || one.path);
    return make("li", {}, name, " ", head, text, page ? ruleLink(page, say) : null);
  }

  function send() {
    if (worker === null) start();
    if (worker === "broken") return;
    pending = sent !== null;
    if (pending) return;
    sent = ++number;
    sentFiles = latest.files;
    worker.postMessage({ id: sent, files: latest.files, today: desk.today, lang: say.language });
    waitForAnswer();
    status.textContent = say(last.length || number > 1 ? "desk.rules_checking" : "desk.rules_loading");
  }

  return {
    element,
    /** Starts the worker before there is a draft. */
    prepare: () => worker === null && start(),
    /** What the rules found last in a record of the draft. */
    of: (path) => last.filter((one) => one.own && one.path === path),
    /** Forgets what was found in a record whose fields have moved, until it is checked again. */
    forget: (path) => (last = last.filter((one) => one.path !== path)),
    /** Forgets what was found at a field in which somebody types, until it is checked again. */
    forgetAt: (path, pointer) => (last = last.filter((one) => one.path !== path || !sameWay(pointer, one.pointer))),
    /** Calls `heard` whenever something else was found. */
    listen(heard) {
      listener = heard;
      draw();
    },
    /** What the rules found in a draft as it is now; null when they have not seen it so. */
    verdict: ({ files }) => (checkedFiles && sameTexts(files, checkedFiles) ? last : null),
    /** Has the worker read words into drafts; rejects with a sentence where it cannot. */
    read: (asked) => new Promise((resolve, reject) => {
      if (worker === null || worker === "broken") start();
      if (worker === "broken") return reject(new Error(say("desk.not_read")));
      const id = ++number;
      readings.set(id, { resolve, reject });
      worker.postMessage({ id, lang: say.language, ...asked });
      return waitForAnswer();
    }),
    /** Checks a draft once nothing has changed for a moment. */
    ask({ id, files }) {
      if (latest?.id !== id) last = [];
      latest = { id, files: Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, text])) };
      clearTimeout(waiting);
      waiting = setTimeout(send, PAUSE);
    },
  };
}
