// What the page filled in or chose by itself, until somebody has held it against what was signed.
import { button, make } from "./elements.js";

/** What is said of each thing that the reading code chose for words that say less, or that was copied. */
const ASSUMED = { citizens_assumed: "desk.assumed_citizens", amend_unknown: "desk.assumed_new", organisations_assumed: "desk.assumed_organisations", comma_assumed: "desk.assumed_comma", levels_assumed: "desk.assumed_levels", copied_identity: "desk.assumed_identity", agency_new: "desk.assumed_agency", agency_new_like: "desk.assumed_agency_like" };

/** What waits to be compared in a file of a draft: whole sentences. */
function waiting({ prefilled, assumed = [] }, say) {
  const filled = prefilled ? [say(prefilled.like ? "desk.prefilled_like" : "desk.not_prefilled", { like: prefilled.like, names: prefilled.names.join(", ") })] : [];
  return [...filled, ...assumed.map(({ kind, ...values }) => say(ASSUMED[kind], values))];
}

/** Whether something in a file waits to be compared. */
export const isUncompared = ({ prefilled, assumed }) => Boolean(prefilled || assumed?.length);

/** The sentences on a file of a draft, and a button behind them; null without any. */
export function prefilledNote(desk, file) {
  if (!isUncompared(file)) return null;
  const { say } = desk;
  const section = make("section", { className: "summary", id: "dien-san", "aria-label": say("desk.prefilled") });
  const done = () => {
    delete file.prefilled;
    delete file.assumed;
    desk.changed();
    section.remove();
    document.querySelector("h1").focus();
  };
  section.append(...waiting(file, say).map((words) => make("p", {}, words)), button(say("desk.compared"), done));
  return section;
}

/** Whether a number is that of a decision: an official letter has neither the kinds nor the grounds of one. */
export const isOfDecision = (number) => /QĐ/iu.test(number);
