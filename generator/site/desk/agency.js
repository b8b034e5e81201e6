// A new name, a merger, functions that go to another agency: the records that change, all of them.
import { slug } from "./names.js";
import { at, create, read, set } from "./record.js";

const ORDER = ["id", "name", "short_name", "symbol", "kind", "level", "place", "parent", "codes", "valid_from", "valid_to", "successors", "address", "phone", "hours", "website", "identifiers", "unknown", "note"];

/** The id that a new agency is given: its name, and a number where that is taken. */
export function freeAgencyId(desk, name) {
  const id = slug(name, 60);
  const { byId } = desk.names("agency_id");
  let number = 2;
  if (!byId.has(id)) return id;
  while (byId.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

/** The levels of an agency with their names, to choose from. */
export function levelChoices({ common }) {
  const { enum: levels, "x-labels": labels } = common.$defs.level;
  return levels.map((one, index) => [one, labels?.[index] ?? one]);
}

/** The record of an agency that nothing came before. */
export const newAgencyText = (id, name, level) => create({ id, name, kind: "agency", level });

/** The record of an agency that follows others from a day on; `like` is the value of the first. */
export function successorText(id, name, day, like) {
  const { kind, level, place, parent } = like;
  const kept = Object.entries({ kind, level, place, parent }).filter(([, value]) => value !== undefined);
  return create({ id, name, ...Object.fromEntries(kept), valid_from: day });
}

/** The record with a note behind those that it has. */
export const notedText = (text, words) => set(text, ["note"], [at(read(text), ["note"]), words].filter(Boolean).join("\n"), ORDER);

/** The record of an agency whose functions `successors` take over on a day. */
export function endedText(text, successors, day) {
  const last = set(text, ["valid_to"], dayBefore(day), ORDER);
  const known = at(read(text), ["successors"]) ?? [];
  return set(last, ["successors"], [...new Set([...known, ...successors])], ORDER);
}

/** The records that name an ended agency as one of today: which keys, and of which kind of file. */
export const NAMING = { agency: ["parent"], fields: ["fields", "agency"], catalogue: ["publisher"] };

/** The text of such a record with the successor; the same text where it names none of `ended`. */
export function renamedText(text, kind, ended, successor) {
  const value = read(text);
  const [first, inner] = NAMING[kind] ?? [];
  const places = inner ? (value[first] ?? []).map((_, index) => [first, index, inner]) : [[first]];
  return places.filter((place) => ended.includes(at(value, place))).reduce((now, place) => set(now, place, successor), text);
}

const dayBefore = (day) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
