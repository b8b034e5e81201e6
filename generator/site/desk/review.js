// The review in the archive: what changes, field by field in the names of the desk, for people.
import { changedFields } from "./compare.js";
import { read } from "./record.js";
import { redlineOf } from "./redline.js";

/** What names a record is in its heading already. */
const NAMED_ABOVE = new Set(["id", "procedure", "version", "corrects", "number_normalised"]);
const MARKS = { "+": "ins", "-": "del" };

const escaped = (text) =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);

const marked = ([mark, text]) => (MARKS[mark] ? `<${MARKS[mark]}>${escaped(text)}</${MARKS[mark]}>` : escaped(text));

const foundWords = ({ path, severity, title, detail, code }, titles, say) =>
  `<p>${escaped(`${titles(path)}: ${say(`desk.severity.${severity}`, { text: title })} ${detail} (${code})`)}</p>`;

/** The heading of a record, and its fields that differ from what it was made of. */
function changesIn([path, { kind, base, before, text }], titles, desk) {
  const { say, names, schemas } = desk;
  const was = base ?? before ?? null;
  const context = { schema: schemas[kind], common: schemas.common, say, names, fixed: NAMED_ABOVE };
  const changed = changedFields(context.schema, was === null ? {} : read(was), read(text), context);
  const rows = changed.map((one) => `<p><strong>${escaped(one.names.join(" › "))}:</strong> ${redlineOf(one).map(marked).join("")}</p>`);
  return [`<h2>${escaped(titles(path))}</h2>`, was === null ? `<p>${escaped(say("desk.new_file"))}</p>` : "", ...rows].filter(Boolean).join("\n");
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
<p>${escaped(verdict)}</p>
${(findings ?? []).map((one) => foundWords(one, titles, say)).join("\n")}
${changed.map((one) => changesIn(one, titles, desk)).join("\n")}
</html>
`;
}
