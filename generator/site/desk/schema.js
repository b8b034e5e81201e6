// What a form needs to know of a JSON Schema: the fields of a mapping in their order, the kind of
// input for each, and what is wrong with a value at once. Nothing here knows a key of a record.

import { isReference } from "./names.js";

const resolved = new WeakMap();

/** A schema with what it refers to merged in; a choice between something and null is `nullable`. */
export function resolve(schema, common) {
  if (!resolved.has(schema)) resolved.set(schema, merge(schema, common));
  return resolved.get(schema);
}

function merge(schema, common) {
  let merged = { ...schema };
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1);
    const target = resolve(common.$defs[name], common);
    merged = { refersTo: name, ...target, ...schema, properties: mergedProperties(target, schema) };
    if (["id", "ids"].includes(name.split("_").at(-1))) merged.refersTo = name;
    delete merged.$ref;
    if (!merged.properties) delete merged.properties;
  }
  const others = (merged.anyOf ?? []).filter((one) => one.type !== "null");
  if (merged.anyOf && others.length < merged.anyOf.length && others.length === 1) {
    merged = { ...resolve(others[0], common), ...merged, nullable: true };
    delete merged.anyOf;
  }
  if (Array.isArray(merged.type)) {
    merged.nullable = merged.type.includes("null");
    merged.type = merged.type.find((one) => one !== "null");
  }
  return merged;
}

function mergedProperties(target, schema) {
  if (!target.properties || !schema.properties) return schema.properties ?? target.properties;
  const both = { ...target.properties };
  for (const [key, one] of Object.entries(schema.properties)) {
    both[key] = both[key] ? { ...both[key], ...one } : one;
  }
  return both;
}

/** How a value is entered: group, list, entries, choice, flag, number, day, line or text. */
export function kindOf(schema) {
  if (schema.enum) return "choice";
  if (schema.const !== undefined || schema.type === "boolean") return "flag";
  if (schema.type === "array") return "list";
  if (schema.type === "object") return schema.properties ? "group" : "entries";
  if (schema.type === "number" || schema.type === "integer") return "number";
  if (schema.format === "date") return "day";
  return schema.pattern ? "line" : "text";
}

/** Keys of which a mapping has exactly one, such as items, none and not stated. */
export const alternatives = (schema) =>
  (schema.oneOf ?? []).flatMap((one) => (one.required?.length === 1 ? one.required : []));

/** The fields that a mapping may have now: key, schema, whether it must be there, and whether a rule asks for it. */
export function fieldsOf(schema, value, common) {
  if (schema.allOf || schema.if) return fieldsFor(schema, value, common);
  if (!unconditional.has(schema)) unconditional.set(schema, fieldsFor(schema, value, common));
  return unconditional.get(schema);
}

const unconditional = new WeakMap();

function fieldsFor(schema, value, common) {
  const { required, asked, excluded } = conditions(schema, value);
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => !excluded.has(key))
    .map(([key, one]) => ({ key, schema: resolve(one, common), required: required.has(key), asked: asked.has(key) }));
}

function conditions(schema, value) {
  const required = new Set(schema.required ?? []);
  const asked = new Set();
  const excluded = new Set();
  for (const one of [schema, ...(schema.allOf ?? [])]) {
    const branch = one.if ? (matches(one.if, value) ? one.then : one.else) : one === schema ? null : one;
    for (const key of branch?.required ?? []) required.add(key);
    for (const key of branch?.["x-asked"] ?? []) asked.add(key);
    for (const key of branch?.propertyNames?.not?.enum ?? []) excluded.add(key);
  }
  return { required, asked, excluded };
}

/** Whether a value meets a condition; conditions use few words of JSON Schema. */
export function matches(condition, value) {
  if (condition.const !== undefined && value !== condition.const) return false;
  if (condition.enum && !condition.enum.includes(value)) return false;
  if (condition.type === "null" && value !== null) return false;
  if (condition.not && matches(condition.not, value)) return false;
  if (condition.anyOf && !condition.anyOf.some((one) => matches(one, value))) return false;
  if (value === null || typeof value !== "object") return true;
  if ((condition.required ?? []).some((key) => !(key in value))) return false;
  return Object.entries(condition.properties ?? {}).every(
    ([key, one]) => !(key in value) || matches(one, value[key]),
  );
}

/** What is wrong at once: {pointer, key of the words, values}. */
export function problemsOf(schema, value, common, pointer = []) {
  const full = resolve(schema, common);
  const found = (key, values = {}) => [{ pointer, key, values }];
  if (value === null) return full.nullable ? [] : found("required");
  const kind = kindOf(full);
  if (kind === "group") return groupProblems(full, value, common, pointer);
  if (kind === "list") return listProblems(full, value, common, pointer);
  if (kind === "choice") return full.enum.includes(value) ? [] : found("choice");
  if (kind === "number") return numberProblems(full, value, found);
  if (kind === "day") return isDay(value) ? [] : found("day");
  if (kind === "line" || kind === "text") return textProblems(full, value, found);
  return [];
}

/** Fields that a rule will ask for and that are not there: {pointer, key of the words, values}. The rules see a record only once its schema has nothing against it. */
export function askedIn(schema, value, common, pointer = []) {
  const full = resolve(schema, common);
  if (Array.isArray(value)) return value.flatMap((one, index) => askedIn(full.items && full.items !== true ? full.items : {}, one, common, [...pointer, index]));
  if (value === null || typeof value !== "object" || kindOf(full) !== "group") return [];
  return fieldsOf(full, value, common).flatMap(({ key, schema: one, asked }) => {
    if (key in value) return askedIn(one, value[key], common, [...pointer, key]);
    return asked ? [{ pointer: [...pointer, key], key: "asked", values: {}, doubt: true }] : [];
  });
}

function groupProblems(schema, value, common, pointer) {
  if (typeof value !== "object" || Array.isArray(value)) return [{ pointer, key: "required", values: {} }];
  const fields = fieldsOf(schema, value, common);
  const missing = fields
    .filter(({ key, required }) => required && !(key in value))
    .map(({ key }) => ({ pointer: [...pointer, key], key: "required", values: {} }));
  const choices = alternatives(schema);
  if (choices.length && choices.filter((key) => key in value).length !== 1)
    missing.push({ pointer, key: "alternative", values: {} });
  const inside = fields
    .filter(({ key }) => key in value)
    .flatMap(({ key, schema: one }) => (choices.includes(key) && value[key] === "" ? [{ pointer: [...pointer, key], key: "unsaid", values: {} }] : problemsOf(one, value[key], common, [...pointer, key])));
  return [...missing, ...inside];
}

function listProblems(schema, value, common, pointer) {
  if (!Array.isArray(value)) return [{ pointer, key: "required", values: {} }];
  const few = value.length < (schema.minItems ?? 0) ? [{ pointer, key: "required", values: {} }] : [];
  const items = schema.items && schema.items !== true ? schema.items : {};
  return [...few, ...value.flatMap((one, index) => problemsOf(items, one, common, [...pointer, index]))];
}

function numberProblems(schema, value, found) {
  if (typeof value !== "number" || (schema.type === "integer" && !Number.isInteger(value))) return found("number");
  if (value < (schema.minimum ?? -Infinity)) return found("minimum", { least: schema.minimum });
  return value > (schema.maximum ?? Infinity) ? found("maximum", { most: schema.maximum }) : [];
}

function textProblems(schema, value, found) {
  if (typeof value !== "string") return found("text");
  if (value.length < (schema.minLength ?? 0)) return found("required");
  if (value.length > (schema.maxLength ?? Infinity)) return found("length", { most: schema.maxLength });
  return schema.pattern && !new RegExp(schema.pattern, "u").test(value) ? found(isReference(schema.refersTo) ? schema.refersTo : "pattern", { typed: value }) : [];
}

/** Whether a text is a day of the calendar, written as in a record. */
export function isDay(value) {
  const parts = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(value);
  if (!parts) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return day.getUTCMonth() + 1 === Number(parts[2]) && day.getUTCDate() === Number(parts[3]);
}

/** The schemas of the fields on the way to a place, the outermost first. */
export function schemasOnTheWay(schema, pointer, common) {
  const found = [resolve(schema, common)];
  for (const step of pointer) {
    const inner = found.at(-1);
    const next = typeof step === "number" ? inner.items : inner.properties?.[step];
    found.push(resolve(next && next !== true ? next : {}, common));
  }
  return found;
}

/** The names on the way to a field: titles of fields, and the numbers of items, as people count; a
 * list inside another field is known by that and its numbers. */
export function namesOnTheWay(schema, pointer, common) {
  const [, ...inner] = schemasOnTheWay(schema, pointer, common);
  const nameAt = (step, index) => {
    if (typeof step === "number") return String(step + 1);
    return index > 0 && typeof pointer[index + 1] === "number" ? "" : (inner[index].title ?? "");
  };
  return pointer.map(nameAt).filter(Boolean);
}

/** A day as people here write it (31/12/2026), from the one in a record, and back. */
export const shownDay = (day) => String(day).replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1");
export const storedDay = (text) => {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  return parts ? `${parts[3]}-${parts[2].padStart(2, "0")}-${parts[1].padStart(2, "0")}` : text.trim();
};
