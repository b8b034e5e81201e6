// Handing over to the repository itself. The token lives in this module until the tab is closed.
import { button, make } from "./elements.js";
import { field, form } from "./fields.js";
import { NotSentError, propose } from "./forge.js";
import { changedFiles, verdictWords } from "./handover.js";
import { logIn } from "./login.js";
import { slug } from "./names.js";
import { patchOf } from "./patch.js";
import { at, read } from "./record.js";
import { shownDay } from "./schema.js";

const MOST = 50_000;
let token = "";
let loggedIn = false;
const made = new Map();
const branches = new Map();

/** A button that shows the form; none where the site names no repository to send to. */
export function sending(desk, draft, titleOf) {
  const { say, settings } = desk;
  const place = make("div", { className: "inside", hidden: true });
  if (!settings.repository) return { head: null, place: null };
  const toggle = () => {
    place.hidden = !place.hidden;
    head.setAttribute("aria-expanded", String(!place.hidden));
    if (place.hidden) return;
    place.replaceChildren(sendForm(desk, draft, titleOf));
    place.querySelector("input").focus();
  };
  const head = button(say("desk.send"), toggle, { "aria-expanded": "false" });
  return { head, place };
}

function sendForm(desk, draft, titleOf) {
  const { say, settings: { repository } } = desk;
  const secret = field("ma-truy-cap", say("desk.token"), { type: "password", value: loggedIn ? "" : token }, say("desk.token_note", { address: repository.address }));
  const branch = field("nhanh", say("desk.branch"), { value: branches.get(draft.id) ?? `de-nghi/${slug(draft.name, 60)}` });
  const answer = make("p", { role: "status" });
  const check = () => {
    if (!changedFiles(draft).length) return [say("desk.nothing"), null];
    const named = /^[a-z0-9]+(?:[/._-][a-z0-9]+)*$/.test(branch.input.value);
    return [
      desk.isStale() && [say("desk.elsewhere_first"), branch.input],
      !secret.input.value.trim() && !loggedIn && [say("desk.no_token"), secret.input],
      !named && [say("desk.bad_branch"), branch.input],
    ];
  };
  const submit = async () => {
    desk.settle();
    const typed = secret.input.value.trim();
    if (typed) [token, loggedIn] = [typed, false];
    const proposal = proposalOf(draft, branch.input.value, titleOf, say, desk.verdict(draft));
    answer.replaceChildren(say("desk.sending"));
    try {
      const address = await propose({ ...repository, loggedIn }, token, proposal, madeWith(draft, proposal));
      answer.replaceChildren(`${say("desk.sent")} `, ...linkTo(address));
      desk.handedOver();
    } catch (error) {
      answer.replaceChildren();
      if (error.key === "token") loggedIn = false;
      if (!(error instanceof NotSentError)) throw new Error(say("desk.not_sent.refused", { status: error.name }), { cause: error });
      if (error.key === "branch") branches.set(draft.id, (branch.input.value = another(branch.input.value)));
      throw new Error(say(`desk.not_sent.${error.key}`, error.values), { cause: error });
    }
  };
  const enter = async () => {
    answer.replaceChildren(say("desk.logging_in"));
    try {
      [token, loggedIn] = [await logIn(repository), true];
      answer.replaceChildren(say("desk.logged_in"));
    } catch (error) {
      answer.replaceChildren(say(error instanceof NotSentError ? `desk.not_sent.${error.key}` : "desk.not_sent.login"));
    }
  };
  const login = repository.login ? button(say("desk.log_in"), enter) : null;
  return make("div", {}, login, form(desk, [secret.element, branch.element], say("desk.send_now"), check, submit), answer);
}

/** Only an address of the web is made a link. */
const linkTo = (address) => (/^https?:\/\//.test(address) ? [make("a", { href: address, rel: "noreferrer", target: "_blank" }, address)] : [String(address)]);

const another = (branch) => branch.replace(/(?:-(\d+))?$/, (_, number) => `-${Number(number ?? 1) + 1}`);

/** The branches that were made with exactly these files. */
function madeWith(draft, { files }) {
  const key = `${draft.id} ${JSON.stringify(files)}`;
  if (!made.has(key)) made.set(key, new Set());
  return made.get(key);
}

/** Title and text out of the decision; the patch as a block of code, in which nothing has a meaning. */
export function proposalOf(draft, branch, titleOf, say, findings = null) {
  const changed = changedFiles(draft);
  const decision = changed.find(([, { kind }]) => kind === "decision");
  const value = decision ? read(decision[1].text) : null;
  const title = value ? `${value.number}: ${value.title}` : draft.name;
  const facts = value ? [say("desk.request_decision", { number: value.number, signed: shownDay(value.signed), effective: shownDay(value.effective), rows: (at(value, ["rows"]) ?? []).length })] : [];
  const lines = [...facts, ...changed.map(([path]) => `${titleOf(path)} – ${path}`), "", ...changed.map(([path, { base, text }]) => patchOf(path, base, text))].join("\n");
  const fence = "`".repeat(Math.max(3, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const text = `${fence}diff\n${lines.slice(0, MOST)}\n${fence}\n\n${verdictWords(findings, say)}\n`;
  return { branch, title: title.replace(/\s+/g, " ").slice(0, 250), text, files: changed.map(([path, { base, text: after }]) => ({ path, base, text: after })) };
}
