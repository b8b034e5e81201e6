// Handing over to the repository itself. The token lives in this module until the tab is closed.
import { button, linkTo, make } from "./elements.js";
import { field, form } from "./fields.js";
import { NotSentError, propose } from "./forge.js";
import { changedFiles } from "./handover.js";
import { logIn } from "./login.js";
import { slug } from "./names.js";
import { proposalOf } from "./proposal.js";
import { doubtsOf, isUnasked } from "./remaining.js";

let token = "";
let loggedIn = false;
const branches = new Map();
const SENT = { opened: "desk.sent_opened", updated: "desk.sent_updated", same: "desk.sent_same" };

/** A button that shows the form; none where the site names no repository to send to. */
export function sending(desk, draft) {
  const { say, settings } = desk;
  const place = make("div", { className: "inside", hidden: true });
  if (!settings.repository) return { head: null, place: null };
  const toggle = () => {
    place.hidden = !place.hidden;
    head.setAttribute("aria-expanded", String(!place.hidden));
    if (place.hidden) return;
    place.replaceChildren(sendForm(desk, draft));
    place.querySelector("input").focus();
  };
  const head = button(say("desk.send"), toggle, { "aria-expanded": "false" });
  return { head, place };
}

function sendForm(desk, draft) {
  const { say, settings: { repository } } = desk;
  const secret = field("ma-truy-cap", say("desk.token"), { type: "password", value: loggedIn ? "" : token }, say("desk.token_note", { address: repository.address }));
  const branch = field("nhanh", say("desk.branch"), { value: branches.get(draft.id) ?? draft.sent?.branch ?? `de-nghi/${slug(draft.name, 60)}` }, say("desk.branch_note"));
  const answer = make("p", { role: "status" });
  if (draft.sent?.address) answer.append(`${say("desk.sent_before")} `, ...linkTo(draft.sent.address));
  let asked = [];
  /** Asks once whether a draft is sent in which something is left to do; again only of what is new. */
  const unasked = () => {
    const doubts = doubtsOf(draft, desk);
    if (!isUnasked(doubts, asked)) return null;
    asked = doubts;
    return [[...doubts, say("desk.send_anyway")].join(" "), null];
  };
  const check = () => {
    desk.settle();
    if (!changedFiles(draft).length) return [say("desk.nothing"), null];
    const named = /^[a-z0-9]+(?:[/._-][a-z0-9]+)*$/.test(branch.input.value);
    const faults = [
      desk.isStale() && [say("desk.elsewhere_first"), branch.input],
      !secret.input.value.trim() && !loggedIn && [say("desk.no_token"), secret.input],
      !named && [say("desk.bad_branch"), branch.input],
    ].filter(Boolean);
    return faults.length ? faults : [unasked()];
  };
  const submit = async () => {
    const typed = secret.input.value.trim();
    if (typed) [token, loggedIn] = [typed, false];
    const proposal = proposalOf(draft, branch.input.value, desk);
    answer.replaceChildren(say("desk.sending"));
    try {
      const { address, state } = await propose({ ...repository, loggedIn }, token, proposal, { before: draft.sent, remember: (sent) => (draft.sent = { ...addressOf(draft, sent.branch), ...sent }) });
      answer.replaceChildren(`${say(SENT[state])} `, ...linkTo(address));
      draft.sent.address = address;
      desk.handedOver("sent");
    } catch (error) {
      answer.replaceChildren();
      desk.keepDraft();
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

/** Where the request of a branch is, when it is known. */
const addressOf = ({ sent }, branch) => (sent?.branch === branch ? { address: sent.address } : {});

const another = (branch) => branch.replace(/(?:-(\d+))?$/, (_, number) => `-${Number(number ?? 1) + 1}`);
