// The records that fields refer to: shown and found by their names, kept by their ids.

const FOLDERS = {
  agency_id: /^agencies\/(.+)\.yml$/,
  document_id: /^legal-documents\/(.+)\.yml$/,
  decision_id: /^decisions\/(.+)\.yml$/,
  procedure_id: /^procedures\/[^/]+\/(.+)\/procedure\.yml$/,
};

/** Whether a kind of reference is to a record. */
export const isReference = (kind) => kind in FOLDERS;

/** The names and ids of one kind of reference; null where ids are not those of files. `code` says an id. */
export function referenceNames(kind, records, code = (id) => id) {
  const folder = FOLDERS[kind];
  if (!folder) return null;
  const byId = new Map();
  const byName = new Map();
  for (const { path, title } of records) {
    const id = folder.exec(path)?.[1];
    if (!id) continue;
    const coded = kind === "procedure_id" ? `${title} (${code(id)})` : title;
    const name = byName.has(coded) ? `${title} (${id})` : coded;
    byId.set(id, name);
    byName.set(name, id);
  }
  return { byId, byName };
}

/** The names and ids of a register that is one file: [id, name] each. */
export function listNames(pairs) {
  const byId = new Map();
  const byName = new Map();
  for (const [id, plain] of pairs) {
    const name = byName.has(plain) ? `${plain} (${id})` : plain;
    byId.set(id, name);
    byName.set(name, id);
  }
  return { byId, byName };
}

/**
 * The record that typed words mean: {id, count}. It is the one of that name, else the only one of that
 * number or name without accents, else the only one whose name has a word that begins with each word
 * typed; `count` is how many fit.
 */
export function meantBy(names, typed) {
  const words = typed.trim();
  if (!words) return { count: 0 };
  if (names.byName.has(words)) return { id: names.byName.get(words), count: 1 };
  const wanted = folded(words);
  const known = foldedNames(names);
  const exact = known.filter(({ plain, number }) => plain === wanted || number === wanted);
  const fitting = exact.length ? exact : known.filter(({ plain }) => wanted.split(/\s+/).every((word) => ` ${plain}`.includes(` ${word}`)));
  return fitting.length === 1 ? { id: names.byName.get(fitting[0].name), count: 1 } : { count: fitting.length };
}

/** The first names that have typed words somewhere in them. */
export function namesWith(names, typed, most) {
  const wanted = folded(typed);
  const found = [];
  for (const { name, plain } of foldedNames(names)) {
    if (plain.includes(wanted)) found.push(name);
    if (found.length === most) break;
  }
  return found;
}

const plainNames = new WeakMap();

/** Names without accents are made once, for they are looked through at each key. */
function foldedNames(names) {
  const known = plainNames.get(names);
  if (known?.length === names.byName.size) return known;
  const made = [...names.byName.keys()].map((name) => ({ name, plain: folded(name), number: folded(name.split(" – ")[0]) }));
  plainNames.set(names, made);
  return made;
}

/** Without accents and capitals, as people type in a hurry. */
export const folded = (text) =>
  text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}+/gu, "");

const NO_LETTER = /[^a-z0-9.]+/g;

/**
 * The records whose name or path has a word that begins with each word typed, at most `most` of
 * them; those whose name has all of it in one piece stand first.
 */
export function findRecords(typed, records, most = 20) {
  const phrase = folded(typed).trim().replace(/\s+/g, " ");
  const words = phrase.split(NO_LETTER).filter(Boolean);
  const [whole, parts] = [[], []];
  for (const record of records) {
    const title = folded(record.title);
    const text = ` ${title} ${folded(record.path)}`.replace(NO_LETTER, " ");
    if (!words.every((word) => text.includes(` ${word}`))) continue;
    if (title.includes(phrase)) whole.push(record);
    else parts.push(record);
    if (whole.length === most) break;
  }
  return [...whole, ...parts].slice(0, most);
}

/** A file name without accents out of a name, cut at a word: the twin of `generator/law/text.py`. */
export function slug(name, limit = 100) {
  const whole = folded(name).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const cut = whole.slice(0, limit + 1);
  const short = whole.length > limit ? cut.slice(0, Math.max(0, cut.lastIndexOf("-"))) || whole.slice(0, limit) : whole;
  return /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(short) ? `x-${short}` : short || "x";
}

/** The file name of a legal document: its number in ASCII, without leading zeros. */
export const documentId = (number) =>
  folded(normalised(number)).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").replace(/^0+(?=[0-9])/, "").slice(0, 100).replace(/-$/, "");

/** A printed number with the signs that are meant: dashes, "Đ", no white space around them. */
export const normalised = (number) =>
  number.trim().replace(/^số:?\s*/i, "").replace(/[ÐƉ]/g, "Đ").replace(/\s*[\u2010-\u2015\u2212-]\s*/g, "-").replace(/\s*\/\s*/g, "/");

const LEAD = /^(?:(?:quyết định|công văn|văn bản|qđ|ký hiệu|số)(?![\p{L}\d/-])[\s:]*)+/iu;
const DAY_BEHIND = /[\s,;]+(?:ký\s+)?ngày(?!\p{L})[\s:]*(.*)$/iu;

/** The number of a decision as it is printed: without words in front and a day behind, and with signs that were left out: "3213 QD BTP" is 3213/QĐ-BTP. */
export const numberOfDecision = (typed) =>
  typed.trim().replace(LEAD, "").replace(DAY_BEHIND, "").replace(/^(\d+[A-Za-z]?)\s*\/?\s*Q[DĐ]\s*[-\s]\s*(?=\S)/iu, "$1/QĐ-");

/** The day that was typed behind a number, as days are typed; empty without one. */
export const dayBehindNumber = (typed) =>
  (DAY_BEHIND.exec(typed)?.[1] ?? "").trim().replace(/^(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu, "$1/$2/$3");

/** Whether a number is one, and no words around it. */
export const isNumberAlone = (number) => /^\S*\d\S*$/u.test(normalised(number));

/** The path and number of the version behind the last one of a procedure; null without one. */
export function nextVersion(code, paths) {
  const last = paths.filter((path) => path.includes(`/${code}/v`)).sort().at(-1);
  if (!last) return null;
  const number = `v${String(Number(last.slice(-7, -4)) + 1).padStart(3, "0")}`;
  return { number, path: last.replace(/v\d{3}\.yml$/, `${number}.yml`) };
}

/** The id of a decision: agency, year of signing, and its number without its signs. */
export function decisionId(agency, number, signed) {
  const serial = /[0-9]+[A-Za-z]?/.exec(number.replace(/(?<=[0-9])\.(?=[0-9]{3}\/)/, ""));
  return `${agency}/${signed.slice(0, 4)}/${serial ? serial[0].toLowerCase() : slug(number)}`;
}
