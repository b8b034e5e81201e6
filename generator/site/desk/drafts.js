// Drafts kept in this browser, so that nothing is lost when a tab closes. A draft is plain data:
// {id, name, files: {path: {kind, base, sha256, before, text}}}; `base` is null for a new file, and
// `before` is what a new version is compared with: the text of the version `from`, published at `like`. `sent` says what a
// forge was sent of it: {branch, files: {path: print}, address}.

const PREFIX = "niemyet-desk ";

/** Keeps a draft; false when the browser refuses, for want of room or in a private window. */
export function keep(draft, storage = localStorage) {
  try {
    storage.setItem(PREFIX + draft.id, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Tells when another window of this browser keeps the draft of an id: `heard` gets it as it is there. */
export const listenElsewhere = (heard) =>
  addEventListener("storage", ({ key, newValue }) => {
    const draft = key?.startsWith(PREFIX) && newValue ? readDraft(newValue) : null;
    if (draft) heard(draft);
  });

/** The day on which a draft was begun; ids begin with the time. */
export const begunOn = ({ id }) => (/^\d{13}-/.test(id) ? new Date(Number(id.slice(0, 13))) : null);

/** A number that tells a text from another one. */
export function printOfText(text) {
  let print = 0;
  for (let index = 0; index < text.length; index++) print = (Math.imul(31, print) + text.charCodeAt(index)) | 0;
  return print;
}

/** A number that tells whether the files of a draft are still what they were. */
export const printOf = ({ files }) => printOfText(Object.entries(files).map(([path, file]) => `${path} ${file.text}`).sort().join(" "));

/** Every draft that can be read, the one begun last first: ids begin with the time. */
export function keptDrafts(storage = localStorage) {
  const found = [];
  for (let index = 0; index < storage.length; index++) {
    const key = storage.key(index);
    if (key.startsWith(PREFIX)) found.push(readDraft(storage.getItem(key)));
  }
  return found.filter(Boolean).sort((one, other) => other.id.localeCompare(one.id, "en"));
}

/** The other drafts kept here that make or change a file of a draft: [{draft, paths}]. What only lies in one, unchanged, counts in none. */
export function alsoDrafted({ id, files }, storage = localStorage) {
  const changes = ({ base, text }) => base !== text;
  const both = (other) => Object.keys(files).filter((path) => path in other.files && changes(files[path]) && changes(other.files[path]));
  return keptDrafts(storage).filter((other) => other.id !== id).map((other) => ({ draft: other, paths: both(other) })).filter(({ paths }) => paths.length);
}

/** The draft that was begun of one published record alone; null without one. */
export const begunOf = (path, storage = localStorage) =>
  keptDrafts(storage).find(({ files }) => Object.keys(files).length === 1 && path in files) ?? null;

/** A draft out of the text of an exported file; null when it is none. */
export function readDraft(text) {
  try {
    const draft = JSON.parse(text);
    const whole = Object.values(draft.files).every((file) => typeof file.text === "string");
    return typeof draft.id === "string" && typeof draft.name === "string" && whole ? draft : null;
  } catch {
    return null;
  }
}

/** Where in a draft one was, so that going on begins there; a browser that keeps nothing begins anew. */
const PLACE = "niemyet-desk-place ";
export const placeOf = ({ id, files }, storage = localStorage) => {
  const path = storage.getItem(PLACE + id);
  return path in files ? path : Object.keys(files)[0];
};
export const keepPlace = ({ id }, path, storage = localStorage) => {
  try {
    storage.setItem(PLACE + id, path);
  } catch {
    // The draft itself says that the browser is full.
  }
};

export const forget = (draft, storage = localStorage) => {
  storage.removeItem(PREFIX + draft.id);
  storage.removeItem(PLACE + draft.id);
};

/** The files of a draft whose published text is no longer the one that the draft began from. */
export const outdated = (draft, records) => {
  const digests = new Map(records.map(({ path, sha256 }) => [path, sha256]));
  const now = (path) => digests.get(path) ?? null;
  const published = Object.entries(draft.files).filter(([, { kind }]) => kind !== "exceptions");
  return published.flatMap(([path, { sha256 }]) => (now(path) === sha256 ? [] : [path]));
};
