// What a forge is told of a draft: the title and the text of its request, and the files.
import { changedFiles, verdictWords } from "./handover.js";
import { patchOf } from "./patch.js";
import { isOfDecision } from "./prefilled.js";
import { read } from "./record.js";
import { rowWords } from "./row-words.js";
import { shownDay } from "./schema.js";

const MOST = 50_000;

/** Title and text out of the decision; the patch as a block of code, in which nothing has a meaning. */
export function proposalOf(draft, branch, desk) {
  const { say, titleOf } = desk;
  const changed = changedFiles(draft);
  const decision = changed.find(([, { kind }]) => kind === "decision");
  const value = decision ? read(decision[1].text) : null;
  const title = value ? `${value.number}: ${value.title}` : draft.name;
  const facts = value ? [...decisionWords(value, desk), ""] : [];
  const lines = [...facts, ...changed.map(([path]) => `${titleOf(path)} – ${path}`), "", ...changed.map(([path, { base, text }]) => patchOf(path, base, text))].join("\n");
  const fence = "`".repeat(Math.max(3, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const text = `${fence}diff\n${lines.slice(0, MOST)}\n${fence}\n\n${verdictWords(desk.verdict(draft), say)}\n`;
  return { branch, title: title.replace(/\s+/g, " ").slice(0, 250), text, files: changed.map(([path, { base, text: after }]) => ({ path, base, text: after })) };
}

/** What a decision or a letter is, and a line for each of its rows with the day of its own. */
function decisionWords({ number, signed, effective, rows = [] }, desk) {
  const kind = desk.say(isOfDecision(number) ? "desk.this_decision" : "desk.this_letter");
  const head = desk.say("desk.request_decision", { kind, number, signed: shownDay(signed), rows: rows.length });
  return [head, ...rows.map((row) => `- ${rowWords(desk, row, effective ?? signed)}`)];
}
