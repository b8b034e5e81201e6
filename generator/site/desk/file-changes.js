// What changes in one file of a draft, for those who receive it: field by field, in the names of the page.
import { changedFields } from "./compare.js";
import { copiedWords } from "./declared.js";
import { read } from "./record.js";

/** What names a record is in its heading already. */
const NAMED_ABOVE = new Set(["id", "procedure", "version", "corrects", "number_normalised"]);

/**
 * {isNew, origin, fields}: whether no text of its own came before, what is said of where it comes from, and the
 * fields that differ. A new procedure that was copied from another one is new, and told whole.
 */
export function changesOfFile(file, desk) {
  const { kind, base, before, from, text } = file;
  const { say, names, schemas } = desk;
  const was = base ?? (from ? before : null) ?? null;
  const context = { schema: schemas[kind], common: schemas.common, say, names, fixed: NAMED_ABOVE };
  const fields = changedFields(context.schema, was === null ? {} : read(was), read(text), context);
  return { isNew: was === null, origin: [was === null && say("desk.new_file"), copiedWords(desk, file)].filter(Boolean), fields };
}
