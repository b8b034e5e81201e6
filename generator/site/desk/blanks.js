// What a new field, item or group begins with, out of its schema.
import { alternatives, fieldsOf, kindOf, resolve } from "./schema.js";

const GIVEN = "item_id";

/** What a field begins with; an empty text is wrong and says so until something is typed or chosen. */
export function blank(schema, context) {
  const full = resolve(schema, context.common);
  const kind = kindOf(full);
  if (kind === "list") return [];
  if (kind === "flag") return full.const ?? true;
  if (kind === "number") return full.minimum ?? 0;
  if (kind === "entries") return {};
  if (kind !== "group") return "";
  return blankGroup(full, context);
}

function blankGroup(full, context) {
  const fields = fieldsOf(full, {}, context.common);
  const [choice] = alternatives(full);
  const wanted = fields.filter(({ key, required, schema }) => required || key === choice || schema.refersTo === GIVEN);
  const every = wanted.length ? wanted : fields.slice(0, 1);
  return Object.fromEntries(every.map(({ key, schema }) => [key, blank(schema, context)]));
}
