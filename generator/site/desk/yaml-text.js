// Writes plain values as YAML in the style of the catalogue: block style, prose unwrapped, lists
// not indented under their key.

const GUESSED = /^(?:y|n|yes|no|on|off|true|false|null|~|\.inf|\.nan)$/i;
const PLAIN = /^[\p{L}(][\p{L}\p{M}\p{N} ,.;()/%_–-]*$/u;

/** A number of a document, such as 9202/QĐ-BCA or 63-2010-nd-cp: letters behind a sign tell it from all others. */
const NUMBERED = /^\d[\p{L}\p{M}\p{N}]*[/-](?:[\p{L}\p{M}\p{N}]+[/-])*\p{L}{2}[\p{L}\p{M}\p{N}]*(?:[/-][\p{L}\p{M}\p{N}]+)*$/u;

const NUMBERS = [
  /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-f_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/i,
  /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:e[-+][0-9]+)?$|^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/i,
  /^[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:$|[Tt \t])/,
];

/** Whether a text without quotes might be taken for something else by one who reads YAML 1.1. */
export const isGuessed = (text) => text === "" || text === "=" || text === "<<" || GUESSED.test(text) || NUMBERS.some((one) => one.test(text));

/** A text of one line as a scalar: in double quotes unless nobody could misread it. */
export const quoted = (text) =>
  (PLAIN.test(text) || NUMBERED.test(text)) && !GUESSED.test(text) && !text.endsWith(" ") ? text : JSON.stringify(text);

/** A scalar of any type; a text of several lines becomes a literal block below `indent`. */
export function scalar(value, indent) {
  if (typeof value !== "string") return String(value);
  const literal = value.includes("\n") && !/^\s|[^\S\n]\n|[^\S\n]$|\n\n$|[\r\t\u0085\u2028\u2029]/u.test(value);
  if (!literal) return quoted(value);
  const lines = value.replace(/\n$/, "").split("\n");
  const head = value.endsWith("\n") ? "|" : "|-";
  return [head, ...lines.map((line) => (line ? " ".repeat(indent + 2) + line : ""))].join("\n");
}

/** The lines of a mapping or a list whose keys or dashes stand in column `indent`. */
export function block(value, indent) {
  const margin = " ".repeat(indent);
  if (Array.isArray(value)) return value.map((item) => `${margin}- ${inItem(item, indent)}`).join("");
  return Object.entries(value)
    .map(([key, one]) => `${margin}${pair(key, one, indent)}`)
    .join("");
}

/** One key with its value, without the margin before the key. */
export const pair = (key, value, indent) => {
  const collection = value !== null && typeof value === "object";
  if (!collection) return `${key}: ${scalar(value, indent)}\n`;
  if (!Object.keys(value).length) return `${key}: ${Array.isArray(value) ? "[]" : "{}"}\n`;
  return `${key}:\n${block(value, Array.isArray(value) ? indent : indent + 2)}`;
};

/** What stands behind the dash of a list item. */
export const inItem = (item, indent) =>
  item !== null && typeof item === "object" && Object.keys(item).length
    ? block(item, indent + 2).slice(indent + 2)
    : `${item !== null && typeof item === "object" ? "{}" : scalar(item, indent)}\n`;
