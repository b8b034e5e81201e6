// What a forge is told of a draft: the title and the text of its request, and the files.
import { shortened } from "./elements.js";
import { changesOfFile } from "./file-changes.js";
import { changedFiles, verdictWords } from "./handover.js";
import { leftOver } from "./left-over.js";
import { read } from "./record.js";
import { decisionWords } from "./row-words.js";

const MOST = 50_000;

/** Title and text out of the decision; what changes as a block of code, in which nothing has a meaning but the signs of a diff. */
export function proposalOf(draft, branch, desk) {
  const { say, titleOf } = desk;
  const changed = changedFiles(draft);
  const decision = changed.find(([, { kind }]) => kind === "decision");
  const value = decision ? read(decision[1].text) : null;
  const title = value ? `${value.number}: ${value.title}` : draft.name;
  const facts = value ? factsOf(value, desk) : [];
  const lines = [...facts, ...changed.flatMap(([path, file]) => ["", `${titleOf(path)} – ${path}`, ...fieldLines(file, desk)])].join("\n");
  const fence = "`".repeat(Math.max(3, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const text = `${fence}diff\n${shortened(lines, MOST)}\n${fence}\n\n${[verdictWords(desk.verdict(draft), say), ...leftOver(draft, desk)].map(harmless).join("\n\n")}\n`;
  return { branch, title: title.replace(/\s+/g, " ").slice(0, 250), text, files: changed.map(([path, { base, text: after }]) => ({ path, base, text: after })) };
}

/** What a decision or a letter is, and a line for each of its rows. */
function factsOf(value, desk) {
  const { head, rows } = decisionWords(value, desk);
  return [head, ...rows.map((words) => `- ${words}`), ""];
}

/** Words of a draft without what a forge would take for a link, a name or a mark. */
const harmless = (words) => words.replace(/[[\]<>@#*_`|!~\\]/g, " ");

/** What changes in a file: each field with its words before and after, as a diff has them. */
function fieldLines(file, desk) {
  const { isNew, origin, fields } = changesOfFile(file, desk);
  const each = (sign, words) => (words === null ? [] : words.split("\n").map((line) => `${sign} ${line}`));
  const inFull = ({ names, after }) => `  ${names.join(" › ")}: ${after.replaceAll("\n", "\n    ")}`;
  const changed = ({ names, before, after }) => [`  ${names.join(" › ")}:`, ...each("-", before), ...each("+", after)];
  return [...origin.map((words) => `  ${words}`), ...fields.flatMap((one) => (isNew ? [inFull(one)] : changed(one)))];
}
