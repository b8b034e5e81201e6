// What a file of the catalogue is, by its path: the twin of `generator/records/layout.py`.

const BELOW = [
  ["version", /^procedures\/[^/]+\/[^/]+\/v\d{3}\.yml$/],
  ["procedure", /^procedures\/[^/]+\/[^/]+\/procedure\.yml$/],
  ["decision", /^decisions\/[^/]+\/[^/]+\/[^/]+\.yml$/],
  ["agency", /^agencies\/[^/]+\.yml$/],
  ["legal-document", /^legal-documents\/[^/]+\.yml$/],
  ["calendar", /^calendar\/\d{4}\.yml$/],
  ["place", /^places\/[^/]+\.yml$/],
];
const AT_THE_TOP = ["catalogue", "fields", "life-events", "citizen-words", "journeys", "exceptions"];

/** The kind of the record in a file; null for what the desk does not edit. */
export function kindOf(path) {
  if (AT_THE_TOP.some((kind) => path === `${kind}.yml`)) return path.slice(0, -4);
  return BELOW.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** The path in the catalogue at the end of a longer one; null without any. */
export function cataloguePath(name) {
  const parts = name.split("/");
  const paths = parts.map((_, index) => parts.slice(index).join("/"));
  return paths.find(kindOf) ?? null;
}
