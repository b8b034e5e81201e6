// What differs between two values of a record, field by field, in the names that people read.
import { nameOfItem } from "./items.js";
import { fieldsOf, kindOf, resolve, shownDay } from "./schema.js";

const known = new WeakMap();

/**
 * The fields that differ and are not given by the page: {names, before, after, whole}. `names` lead to the
 * field, `before` and `after` are its text, null where there is none; a choice or a number changes `whole`. `before`
 * must not change later.
 */
export function changedFields(schema, before, after, context) {
  if (!known.has(before)) known.set(before, leavesOf(schema, before, context));
  const old = known.get(before);
  const now = leavesOf(schema, after, context);
  const found = [];
  for (const [key, leaf] of now) {
    const was = old.get(key);
    if (was?.text !== leaf.text) found.push({ names: leaf.names, before: was?.text ?? null, after: leaf.text, whole: leaf.whole });
  }
  for (const [key, leaf] of old) if (!now.has(key)) found.push({ names: leaf.names, before: leaf.text, after: null, whole: leaf.whole });
  return found;
}

/** Every text of a value by its address; an item with an id keeps its address when it moves. */
function leavesOf(schema, value, context) {
  const found = new Map();
  const walk = (node, one, address, names, pointer) => {
    const full = resolve(node, context.common);
    const kind = kindOf(full);
    if (kind === "group" && isMapping(one)) {
      for (const { key, schema: inner } of fieldsOf(full, one, context.common))
        if (key in one && inner.refersTo !== "item_id" && !(pointer.length === 0 && context.fixed.has(key))) walk(inner, one[key], `${address}/${key}`, [...names, ...titleOf(inner, key, names)], [...pointer, key]);
    } else if (kind === "list" && Array.isArray(one)) {
      const item = full.items && full.items !== true ? full.items : { type: "string" };
      one.forEach((inner, index) => walk(item, inner, `${address}/${itemAddress(inner, index, one)}`, [...names, String(index + 1)], [...pointer, index]));
    } else if (isMapping(one)) {
      for (const [key, inner] of Object.entries(one)) walk({ type: "string" }, inner, `${address}/${key}`, [...names, titleOfEntry(key, context)], [...pointer, key]);
    } else if (full.const === true && names.length > 1) found.set(address, { names: names.slice(0, -1), text: names.at(-1), whole: true });
    else found.set(address, { names, text: full.refersTo === "item_id" ? nameOfItem(one, pointer, value) : shownValue(full, kind, one, context), whole: WHOLE.has(kind) });
  };
  walk(schema, value, "", [], []);
  return found;
}

/** The items of a part are known by that and their numbers. */
const titleOf = (schema, key, names) => (names.length && key === "items" ? [] : [schema.title ?? ""]);

/** The name of what an entry is about: a field of the record, or something else. */
export const titleOfEntry = (key, { schema, common, say }) => resolve(schema.properties?.[key] ?? {}, common).title ?? say("desk.other_part");

const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function itemAddress(item, index, items) {
  if (isMapping(item)) return item.id ?? index;
  return items.indexOf(item) === index ? `=${item}` : index;
}

/** What changes as a whole: half a number or half a day says nothing. */
const WHOLE = new Set(["choice", "number", "day", "flag"]);

/** A number that is counted from nought or one has its thousands parted; a year begins later. */
const MOST_FIRST = 1;
const YEARS = 9_999;
const thousands = (value, { minimum }) => (minimum <= MOST_FIRST || value > YEARS ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ".") : String(value));

function shownValue(schema, kind, value, context) {
  if (value === null || value === undefined) return "–";
  if (kind === "choice") return schema["x-labels"]?.[schema.enum.indexOf(value)] ?? String(value);
  if (kind === "day") return shownDay(value);
  if (kind === "number") return thousands(value, schema);
  if (typeof value === "boolean") return context.say(value ? "desk.is_so" : "desk.is_not_so");
  return context.names(schema.refersTo)?.byId.get(value) ?? String(value);
}
