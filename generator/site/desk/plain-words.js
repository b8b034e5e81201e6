// Sentences of the rules name keys, values and files of records, for those who write YAML. Here each
// is named as the page shows it; what is none of a schema stays as it is.

import { schemasOnTheWay } from "./schema.js";

const known = new WeakMap();
const FILE = /`?\b((?:[a-z0-9.-]+\/)*)([a-z0-9-]+)\.yml\b`?/g;
const VERSION = /`?(?<![\w/])v(\d{3})(?:\.yml)?\b`?/g;
const QUOTED = /`(- )?([A-Za-z_.]+)(?::? ([^`]*)|:)?`/g;
const OTHER = /`(?!niemyet )([^`]+)`/g;
const UNCODED = /\bchua-co-ma-[a-z0-9-]+/g;
const COMMAND = /; (?:lệnh|chạy) `niemyet [^`]*`[^.;]*/g;
const EXCEPTION = /(?:ghi ngoại lệ trong|record an exception in) exceptions\.yml.*?`until:[^`]*`/s;
const NO_VALUE = /\bghi `?null`?(?![\w`])/g;
const TWICE = /“([^”]+)” \(\1\)/gi;
const GIVEN = /(“|\b[Dd]òng )(?:[bdknp]|gt|tt)(\d{1,3})\b/g;
const REFERENCES = ["agency_id", "document_id", "decision_id", "procedure_id"];

/**
 * A sentence in the words of the page; `desk` has schemas, words, names and titles of records. The
 * names nearest to the place that it is about come first, then those of its kind of record; `- key`
 * names a part of a procedure. Commands are left out, an exception is
 * asked of whoever keeps the catalogue, and ids that the page gave are numbers.
 */
export function plainWords(text, desk, kind, pointer = []) {
  const kinds = [kind, ...Object.keys(desk.schemas)].filter((one) => one in desk.schemas);
  const near = kind in desk.schemas ? schemasOnTheWay(desk.schemas[kind], pointer, desk.schemas.common).reverse() : [];
  const fields = (key, item) => [...(item ? [] : near.map(({ properties }) => properties?.[key]).filter((one) => one?.title)), ...nodesOf(key, item ? ["version", ...kinds] : kinds, desk.schemas)];
  const keyed = text.replace(COMMAND, "").replace(EXCEPTION, desk.say("desk.by_exception")).replace(NO_VALUE, desk.say("desk.left_empty")).replace(QUOTED, (whole, item, key, value) => quoted(whole, key, value, fields(key.split(".").at(-1), item), kinds, desk));
  const numbered = keyed.replace(VERSION, (_, number) => desk.say("desk.version_plain", { number: Number(number) }).toLowerCase());
  const named = numbered.replace(FILE, (whole, folder, name) => fileName(whole.replaceAll("`", ""), folder, name, desk));
  const told = named.replace(UNCODED, (id) => desk.names("procedure_id")?.byId.get(id) ?? id);
  const whole = told.replace(OTHER, (_, id) => `“${REFERENCES.map((one) => desk.names(one)?.byId.get(id)).find(Boolean) ?? id}”`);
  return whole.replace(TWICE, "“$1”").replace(GIVEN, "$1$2");
}

function quoted(whole, key, value, nodes, kinds, desk) {
  if (nodes.length) return `“${nodes[0].title}”${value && String(nodes[0].const) !== value ? ` ${desk.say("desk.is")} ${shownValue(value, nodes, desk)}` : ""}`;
  if (value !== undefined) return whole;
  const label = labelIn(key, everyNode(kinds, desk.schemas));
  return label ? `“${label}”` : (wordOf(key, desk) ?? whole);
}

function shownValue(value, nodes, desk) {
  const label = labelIn(value, nodes) ?? nameIn(value, nodes, desk);
  if (label) return `“${label}”`;
  return wordOf(value, desk) ?? value;
}

const WORDS = { true: "desk.is_so", false: "desk.is_not_so", null: "desk.left_empty" };
const wordOf = (value, { say }) => (value in WORDS ? say(WORDS[value]) : null);

const labelIn = (value, nodes) =>
  nodes.flatMap((one) => [one, one.items ?? {}]).map(({ enum: values, "x-labels": labels }) => labels?.[values.indexOf(value)]).find(Boolean);

const nameIn = (value, nodes, desk) =>
  nodes.map(({ $ref = "" }) => desk.names($ref.split("/").at(-1))?.byId.get(value)).find(Boolean);

function fileName(path, folder, name, desk) {
  if (folder) return `“${desk.titleOf(path)}”`;
  if (name === "procedure") return `“${desk.say("desk.identity")}”`;
  return name in desk.schemas ? `“${desk.schemas[name].title}”` : path;
}

const everyNode = (kinds, schemas) => kinds.flatMap((kind) => [...indexOf(schemas[kind]).values()].flat());

const nodesOf = (key, kinds, schemas) => kinds.flatMap((kind) => indexOf(schemas[kind]).get(key) ?? []);

/** The fields of a schema by key, wherever they stand in it. */
function indexOf(schema) {
  if (!known.has(schema)) known.set(schema, collect(schema, new Map()));
  return known.get(schema);
}

function collect(node, found) {
  if (node === null || typeof node !== "object") return found;
  for (const [key, one] of Object.entries(node.properties ?? {})) {
    if (typeof one?.title === "string") found.set(key, [...(found.get(key) ?? []), one]);
  }
  for (const one of Object.values(node)) collect(one, found);
  return found;
}
