// Which records of a draft were made for one row of a decision, and go when it goes. All pure.
import { read } from "./record.js";

const versionsOf = ({ procedure, version, by = [] }) => [{ procedure, version }, ...by].filter((one) => one.procedure && one.version);

/** The code and the file of a record of a procedure; nothing for others. */
const placeIn = (path) => /^procedures\/[^/]+\/([^/]+)\/(v\d{3}|procedure)\.yml$/.exec(path)?.slice(1) ?? [];

/** Every row of the decisions of a draft. */
const rowsIn = (files) => Object.values(files).filter(({ kind }) => kind === "decision").flatMap(({ text }) => read(text).rows ?? []);

const EFFECTS = new Set(["action", "procedure", "replaces", "by", "annuls"]);

/** Whether a field says what a row does, for which the page made records: `exists` knows the code and version of each. */
export function isSettled(pointer, value, exists) {
  const [list, index, key, more] = pointer;
  if (list !== "rows" || more !== undefined || !EFFECTS.has(key)) return false;
  const made = versionsOf(value.rows[index]);
  return made.length > 0 && made.every(exists);
}

/** Whether a row of a decision of the draft makes the version at `path`. */
export function hasRow(files, path) {
  const [code, name] = placeIn(path);
  return rowsIn(files).flatMap(versionsOf).some(({ procedure, version }) => procedure === code && (version === name || name === "procedure"));
}

/** The day from which a decision of the draft lets the version at `path` bind; nothing where none is stated yet. */
export function dayOfVersion(files, path) {
  const [code, name] = placeIn(path);
  const decisions = Object.values(files).filter(({ kind }) => kind === "decision").map(({ text }) => read(text));
  const makes = (row) => versionsOf(row).some(({ procedure, version }) => procedure === code && version === name);
  const days = decisions.flatMap(({ rows = [], effective }) => rows.filter(makes).map((row) => row.effective ?? effective));
  return days.find(Boolean);
}

/**
 * What goes with the record at `path`: {paths, rows}. A version takes along who its procedure is when nothing is left
 * of that, and the identity its versions; `rows` are those of decisions [{path, index}] that made nothing else.
 */
export function leavingWith(files, path) {
  const [code, name] = placeIn(path);
  const fresh = Object.keys(files).filter((one) => placeIn(one)[0] === code && files[one].base === null);
  const versions = fresh.filter((one) => placeIn(one)[1] !== "procedure");
  const whole = name === "procedure" || (versions.length === 1 && versions[0] === path);
  const paths = !code || files[path].base !== null ? [path] : whole ? fresh : [path];
  const goes = (one) => paths.some((gone) => placeIn(gone)[0] === one.procedure && placeIn(gone)[1] === one.version);
  const rows = Object.entries(files).filter(([, { kind }]) => kind === "decision").flatMap(([decision, { text }]) =>
    (read(text).rows ?? []).flatMap((row, index) => (versionsOf(row).length && versionsOf(row).every(goes) ? [{ path: decision, index }] : [])));
  return { paths, rows };
}

/** The new records that only `rows` ask for: their versions, and who a procedure is when nothing of it is left. */
export function madeOnlyFor(files, rows) {
  const leaving = new Set(rows.map((row) => JSON.stringify(row)));
  const others = rowsIn(files).filter((one) => !leaving.has(JSON.stringify(one))).flatMap(versionsOf);
  const mine = rows.flatMap(versionsOf).filter(({ procedure, version }) => !others.some((one) => one.procedure === procedure && one.version === version));
  const left = new Set(others.map(({ procedure }) => procedure));
  return Object.keys(files).filter((path) => {
    const [code, name] = placeIn(path);
    if (!code || files[path].base !== null) return false;
    const wanted = mine.filter(({ procedure }) => procedure === code);
    return name === "procedure" ? wanted.length > 0 && !left.has(code) : wanted.some(({ version }) => version === name);
  });
}
