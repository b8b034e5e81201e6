// What is left to do in a draft, said before it leaves this browser, whichever way it leaves.
import { changedFiles } from "./handover.js";
import { leftOver } from "./left-over.js";
import { wordsOfOthers } from "./other-drafts.js";
import { read } from "./record.js";
import { countFindings } from "./rules.js";
import { problemsOf } from "./schema.js";

/** How many errors a draft has, by its schemas and by what the rules found; null for none known while they have not seen it so. */
function errorsIn(draft, { schemas, verdict }) {
  const problems = changedFiles(draft).flatMap(([, { kind, text }]) => problemsOf(schemas[kind], read(text), schemas.common)).length;
  const findings = verdict(draft);
  const errors = Math.max(problems, findings === null ? 0 : countFindings(findings).errors);
  return errors || findings !== null ? errors : null;
}

/** What is not wrong by a rule, and yet asks for somebody: a sentence each. */
function openEnds(draft, desk) {
  return [...wordsOfOthers(draft, desk).map(({ words }) => words), ...leftOver(draft, desk)];
}

const SAVED = { wrong: "desk.handed_over_wrong", unknown: "desk.handed_over_unchecked", sound: "desk.handed_over" };
const ASKED = { wrong: "desk.send_wrong", unknown: "desk.send_unchecked" };
const stateOf = (errors) => (errors === null ? "unknown" : errors ? "wrong" : "sound");

/** What is said once the archive is saved. */
export function savedWords(draft, desk) {
  const errors = errorsIn(draft, desk);
  return [desk.say(SAVED[stateOf(errors)], { count: errors }), ...openEnds(draft, desk)].join(" ");
}

/** What is asked before a draft is sent, a sentence each; none where all is done. */
export function doubtsOf(draft, desk) {
  const errors = errorsIn(draft, desk);
  return [...(errors === 0 ? [] : [desk.say(ASKED[stateOf(errors)], { count: errors })]), ...openEnds(draft, desk)];
}

/** Whether there is a doubt of which nobody has been asked yet. */
export const isUnasked = (doubts, asked) => doubts.some((one) => !asked.includes(one));
