// What the rows of a decision make: new versions, new procedures, and the row itself. All pure.
import { slug } from "./names.js";
import { at, create, insert, read, set } from "./record.js";

/** The decision with one more row, whose id no other row has. */
export function withRow(text, row) {
  const rows = at(read(text), ["rows"]) ?? [];
  const used = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (used.has(`d${number}`)) number++;
  const whole = { id: `d${number}`, ...row };
  return rows.length ? insert(text, ["rows"], rows.length, whole) : set(text, ["rows"], [whole], ["rows", "unknown"]);
}

/** The text of a version as that of a later one: everything else stays as it is. */
export function versionText(text, number, corrected = null) {
  let next = set(text, ["version"], number);
  if ("corrects" in read(next)) next = next.replace(/^corrects: .*\n/m, "");
  return corrected ? set(next, ["corrects"], corrected, ["procedure", "version", "corrects", "title"]) : next;
}

/** What the id of a procedure begins with until it is given a code. */
export const NO_CODE = "chua-co-ma-";

/** A national code. */
export const CODE = /^[1-9]\.\d{6}$/;

/** New procedures, a line each: {code, title}. Figures joined by signs at the head are meant as a code. */
export const newProcedures = (text) =>
  text.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
    const [, code = "", title] = /^(\d+[.,-]\S*)?\s*(.*)$/.exec(line);
    return { code, title };
  });

/** The id of a procedure: its national code, or a name until it is given one. */
export function procedureId(code, title, has) {
  if (code) return code;
  const id = NO_CODE + slug(title, 60);
  let number = 2;
  if (!has(id)) return id;
  while (has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

/** What a procedure is called by citizens, which the one that comes in its place is called too. */
const TOLD = ["summary", "citizen_words", "life_events", "keywords"];

/** What a new procedure has of the record of the one that it is made after: the keys. */
export const copiedKeys = (like) => ["kind", "scope", ...TOLD].filter((key) => key in like && like[key] !== "not_stated");

/** The text of the record of a new procedure; `like` is the value of one that it is made after. */
export const procedureText = ({ id, code, field, agency, reason }, like = {}) =>
  create({
    id,
    code: code || null,
    field,
    agency,
    kind: like.kind ?? "not_stated",
    scope: like.scope ?? "not_stated",
    ...Object.fromEntries(TOLD.filter((key) => key in like).map((key) => [key, like[key]])),
    ...(code ? {} : { unknown: { code: reason } }),
  });

/** The first version of a procedure, with the text of another one's where there is one. */
export function firstVersion(id, title, copied = null) {
  if (copied === null) return create(blankVersion(id, title));
  const named = set(set(versionText(copied, "v001"), ["procedure"], id), ["title"], title);
  return named.replace(/^# .*\n/, "");
}

/** What nobody has stated yet is an empty text, which the form asks for; nothing is guessed. */
function blankVersion(procedure, title) {
  const open = () => ({ not_stated: "" });
  return {
    procedure,
    version: "v001",
    title,
    levels: open(),
    steps: { items: [{ id: "b1", text: "" }] },
    channels: { items: [{ id: "c1", method: "", time: { value: null, unit: "working_day", text: "" }, fees: open() }] },
    dossier: { sets: null, groups: { items: [{ id: "n1", items: [{ id: "gt1", name: "" }] }] } },
    forms: open(),
    applicants: open(),
    agencies: { executing: open(), deciding: open(), receiving: open(), delegated: open(), coordinating: open() },
    results: { items: [{ id: "k1", name: "" }] },
    conditions: open(),
    legal_basis: open(),
    online: { level: "", payment: null },
    postal: { receives_dossier: null, returns_result: null },
    linked_procedures: open(),
    internal_process: open(),
  };
}
