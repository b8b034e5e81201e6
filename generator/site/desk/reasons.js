// Why something is not known: a record says it under the key of each field that it leaves empty.
// The schemas have one mapping of that kind, whatever its name.
import { fieldsOf, kindOf } from "./schema.js";

/** The name of the mapping of reasons of a kind of record; undefined where it has none. */
export const reasonsKey = (schema, value, common) =>
  fieldsOf(schema, value, common).find(({ schema: one }) => kindOf(one) === "entries")?.key;

/** The keys for which a reason is there, or is asked for, since their fields are empty. */
export function keysOfReasons(schema, value, common) {
  const own = Object.keys(value[reasonsKey(schema, value, common)] ?? {});
  const empty = fieldsOf(schema, value, common).filter(({ key, schema: one }) => isEmpty(one, value[key], common));
  return [...new Set([...own, ...empty.map(({ key }) => key)])];
}

/** Whether a field is left empty, or one inside it. */
const isEmpty = (schema, value, common) =>
  value === null ? schema.nullable : kindOf(schema) === "group" && !!value && fieldsOf(schema, value, common).some(({ key, schema: one }) => one.nullable && value[key] === null);

const mayBeEmpty = (schema, common) =>
  schema.nullable || (kindOf(schema) === "group" && fieldsOf(schema, {}, common).some(({ schema: one }) => one.nullable));

/** The reasons of fields that have been filled in since: a reason goes when its field is known. */
export function idleReasons(schema, value, common) {
  const filled = fieldsOf(schema, value, common).filter(({ key, schema: one }) => ![undefined, ""].includes(value[key]) && mayBeEmpty(one, common) && !isEmpty(one, value[key], common));
  const given = value[reasonsKey(schema, value, common)] ?? {};
  return filled.map(({ key }) => key).filter((key) => key in given);
}
