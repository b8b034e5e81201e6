// The rules of the catalogue, asked of a worker while a draft is written: how far that is, what they
// find in each record of the draft, and what the draft breaks in others. Without the worker the page
// goes on, and says that the rules are checked later.
import { button, make } from "./elements.js";
import { ruleFault, ruleLink } from "./faults.js";

const PAUSE = 600;

/** `desk` has words and the day; `open` shows a record of the draft; `begin` makes the worker. */
export function rulesOf(desk, open, begin = () => new Worker("worker.mjs", { type: "module" })) {
  const { say } = desk;
  const status = make("p", { role: "status", id: "kiem-tra" });
  const others = make("ul", { className: "elsewhere" });
  const element = make("section", { className: "rules", "aria-label": say("desk.rules") }, status, others);
  let last = [];
  let worker = null;
  let latest = null;
  let pending = false;
  let sent = null;
  let number = 0;
  let waiting = 0;
  let listener = null;

  function start() {
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
    worker?.terminate();
    worker = "broken";
    sent = null;
    status.replaceChildren(say("desk.rules_broken"), " ", button(say("desk.rules_again"), again));
  }

  function again() {
    worker = null;
    send();
  }

  function take({ id, kind, findings }) {
    if (kind === "broken") return fail();
    if (kind === "ready" || id !== sent) return undefined;
    sent = null;
    if (pending) return send();
    if (kind === "failed") status.textContent = say("desk.rules_failed");
    else hear(findings);
    return undefined;
  }

  function hear(findings) {
    last = findings;
    const count = (severity) => findings.filter((one) => one.severity === severity).length;
    const counts = { errors: count("error"), warnings: count("warning"), notes: count("info") };
    status.textContent = say(findings.length ? "desk.rules_found" : "desk.rules_clean", counts);
    draw();
    listener?.();
  }

  const draw = () => others.replaceChildren(...last.filter(({ path }) => path !== desk.shownPath()).map(elsewhere));

  /** A finding in another record: one of the draft can be opened, one that is published is named. */
  function elsewhere(one) {
    const { head, text } = ruleFault(one, desk.kindOf(one.path), desk);
    const name = one.own ? button(desk.titleOf(one.path), () => open(one.path)) : make("strong", {}, one.about || one.path);
    return make("li", {}, name, " ", head, text, ruleLink(one.page, say));
  }

  function send() {
    if (worker === null) start();
    if (worker === "broken") return;
    pending = sent !== null;
    if (pending) return;
    sent = ++number;
    worker.postMessage({ id: sent, files: latest.files, today: desk.today, lang: say.language });
    status.textContent = say(last.length || number > 1 ? "desk.rules_checking" : "desk.rules_loading");
  }

  return {
    element,
    /** What the rules found last in a record of the draft. */
    of: (path) => last.filter((one) => one.own && one.path === path),
    /** Forgets what was found in a record whose fields have moved, until it is checked again. */
    forget: (path) => (last = last.filter((one) => one.path !== path)),
    /** Calls `heard` whenever something else was found. */
    listen(heard) {
      listener = heard;
      draw();
    },
    /** Checks a draft once nothing has changed for a moment. */
    ask({ id, files }) {
      if (latest?.id !== id) last = [];
      latest = { id, files: Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, text])) };
      clearTimeout(waiting);
      waiting = setTimeout(send, PAUSE);
    },
  };
}
