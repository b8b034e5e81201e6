// The review in the archive: what changes, field by field in the names of the desk, for people.
import { ruleFault } from "./faults.js";
import { changesOfFile } from "./file-changes.js";
import { kindOf } from "./kinds.js";
import { leftOver } from "./left-over.js";
import { read } from "./record.js";
import { redlineOf } from "./redline.js";
import { decisionWords } from "./row-words.js";

const MARKS = { "+": "ins", "-": "del" };

const escaped = (text) =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);

const marked = ([mark, text]) => (MARKS[mark] ? `<${MARKS[mark]}>${escaped(text)}</${MARKS[mark]}>` : escaped(text));

function foundWords(one, titles, desk) {
  const { head, text } = ruleFault(one, kindOf(one.path), desk);
  return `<p>${escaped(`${titles(one.path)}: ${head}${text} (${one.code})`)}</p>`;
}

/** The heading of a record, and its fields that differ from what it was made of. */
function changesIn([path, file], titles, desk) {
  const { isNew, origin, fields } = changesOfFile(file, desk);
  const said = (one) => (isNew ? escaped(one.after ?? "") : redlineOf(one).map(marked).join(""));
  const rows = fields.map((one) => `<p><strong>${escaped(one.names.join(" › "))}:</strong> ${said(one)}</p>`);
  return [`<h2>${escaped(titles(path))}</h2>`, ...origin.map((words) => `<p>${escaped(words)}</p>`), ...rows].join("\n");
}

/** What the decision of the changed records does, row by row: all that a leader may want to read. */
function outline(changed, desk) {
  const decision = changed.find(([, { kind }]) => kind === "decision");
  if (!decision) return "";
  const { head, rows } = decisionWords(read(decision[1].text), desk);
  return `<p>${escaped(head)}</p>\n<ul>${rows.map((words) => `<li>${escaped(words)}</li>`).join("\n")}</ul>`;
}

/** For each record the fields that change, without a script or anything from outside. */
export function review(draft, changed, titles, desk, { verdict, findings }) {
  const { say } = desk;
  return `<!doctype html>
<html lang="${say.language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>${escaped(draft.name)}</title>
<h1>${escaped(draft.name)}</h1>
${outline(changed, desk)}
${[verdict, ...leftOver(draft, { say, titleOf: titles })].map((words) => `<p>${escaped(words)}</p>`).join("\n")}
${(findings ?? []).map((one) => foundWords(one, titles, desk)).join("\n")}
${changed.map((one) => changesIn(one, titles, desk)).join("\n")}
</html>
`;
}
