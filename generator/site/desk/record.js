// Edits of a record that leave every other byte of its file as it was. Each function takes the text
// of the file and returns the new text; what the text then means is read back and compared, and an
// edit that cannot be made line by line is made on the whole document instead.
import { isMap, isScalar, isSeq } from "./yaml/index.js";
import { nodeOf, parse } from "./yaml-reading.js";
import { block, inItem, isGuessed, pair, scalar } from "./yaml-text.js";

const PRINTED = { lineWidth: 0, indentSeq: false };

/** The value of a record; throws when the text is no YAML. */
export function read(text) {
  const document = parse(text);
  if (document.errors.length) throw document.errors[0];
  return document.toJS();
}

/** The value at a pointer (a list of keys and indexes); undefined when there is none. */
export const at = (value, pointer) => pointer.reduce((inner, step) => inner?.[step], value);

/** Sets the value at a pointer; `order` has the keys of its mapping in the order of the schema. */
export function set(text, pointer, value, order = []) {
  const wanted = changed(read(text), pointer, (parent, step) => (parent[step] = value));
  return kept(text, wanted, () => written(text, pointer, value, order), (document) =>
    document.setIn(pointer, nodeOf(document, value)),
  );
}

/** The text with typed values [pointer, value, order] in it; undefined is a field that was emptied. */
export const typedInto = (text, edits) =>
  edits.reduce((now, [pointer, value, order]) => {
    if (value !== undefined) return set(now, pointer, value, order);
    return at(read(now), pointer) === undefined ? now : withoutEntry(now, pointer);
  }, text);

/** The text without a key; a mapping inside another that has nothing else goes with it. */
export const withoutEntry = (text, pointer) => {
  const around = pointer.slice(0, -1);
  const alone = typeof pointer.at(-1) === "string" && around.length && Object.keys(at(read(text), around)).length === 1;
  return remove(text, alone ? around : pointer);
};

/** Removes a key or a list item. */
export function remove(text, pointer) {
  const wanted = changed(read(text), pointer, (parent, step) =>
    Array.isArray(parent) ? parent.splice(step, 1) : delete parent[step],
  );
  return kept(text, wanted, () => without(text, pointer), (document) => document.deleteIn(pointer));
}

/** Adds an item to a list that has items already, in front of the one that stands at `index`. */
export function insert(text, pointer, index, value) {
  const wanted = changed(read(text), [...pointer, index], (list) => list.splice(index, 0, value));
  return kept(text, wanted, () => inserted(text, pointer, index, value), (document) =>
    document.getIn(pointer).items.splice(index, 0, nodeOf(document, value)),
  );
}

/** Moves an item of a list; its comments go with it. */
export function move(text, pointer, from, to) {
  const wanted = changed(read(text), [...pointer, from], (list) =>
    list.splice(to, 0, ...list.splice(from, 1)),
  );
  return kept(text, wanted, () => moved(text, pointer, from, to), (document) => {
    const { items } = document.getIn(pointer);
    items.splice(to, 0, ...items.splice(from, 1));
  });
}

function changed(value, pointer, edit) {
  edit(at(value, pointer.slice(0, -1)), pointer.at(-1));
  return value;
}

/** The text by lines when it means what is wanted, otherwise the whole document printed anew. */
function kept(text, wanted, byLines, onDocument) {
  const quick = byLines();
  if (quick !== null && means(quick, wanted)) return quick;
  const document = parse(text);
  onDocument(document);
  const printed = document.toString(PRINTED);
  if (!means(printed, wanted)) throw new Error(`no text for ${JSON.stringify(wanted)}`);
  return printed;
}

function means(text, wanted) {
  const document = parse(text);
  return !document.errors.length && JSON.stringify(sorted(document.toJS())) === JSON.stringify(sorted(wanted));
}

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};

const node = (text, pointer) => {
  const { contents } = parse(text);
  return pointer.length ? contents?.getIn(pointer, true) : contents;
};
const lineStart = (text, offset) => text.lastIndexOf("\n", offset - 1) + 1;
const column = (text, offset) => offset - lineStart(text, offset);
const splice = (text, start, end, middle) => text.slice(0, start) + middle + text.slice(end);

function written(text, pointer, value, order) {
  const old = node(text, pointer);
  if (old === undefined) return added(text, pointer, value, order);
  if (isScalar(old) && (value === null || typeof value !== "object"))
    return aligned(text, old, value) ?? replaced(text, pointer, old, value);
  return null;
}

/** Only the characters that differ, where those of value and file can be told one by one. */
function aligned(text, old, value) {
  if (typeof value !== "string" || typeof old.value !== "string" || !value || !old.value) return null;
  if (old.type === "PLAIN" && isGuessed(value) && !isGuessed(old.value)) return null;
  const places = offsets(text, old);
  if (!places) return null;
  const was = old.value;
  let start = 0;
  while (start < was.length && start < value.length && was[start] === value[start]) start++;
  let tail = 0;
  while (tail < was.length - start && tail < value.length - start && was.at(-1 - tail) === value.at(-1 - tail)) tail++;
  const middle = value.slice(start, value.length - tail);
  if (/["'\\:#]/.test(middle) && !old.type.startsWith("BLOCK")) return null;
  if (middle.includes("\n") && old.type !== "BLOCK_LITERAL") return null;
  const margin = " ".repeat(places.margin);
  const next = splice(text, places[start], places[was.length - tail], middle.replace(/\n/g, `\n${margin}`));
  return next.replaceAll(`\n${margin}\n`, "\n\n");
}

/** Where each character of a text stands in the file; null when it is escaped somewhere. */
function offsets(text, old) {
  const [start, end] = old.range;
  const isBlock = old.type.startsWith("BLOCK");
  let place = isBlock ? text.indexOf("\n", start) + 1 : start + (old.type === "PLAIN" ? 0 : 1);
  const margin = /^ */.exec(text.slice(place))[0].length;
  const overMargin = () => {
    while (text[place] === " ") place++;
  };
  if (isBlock) place += margin;
  const places = [];
  for (const letter of old.value) {
    const folded = letter === " " && text[place] === "\n";
    if (place >= end || (text[place] !== letter && !folded)) return null;
    for (const _ of letter.split("")) places.push(place++);
    if (folded || letter === "\n") overMargin();
  }
  places.push(place);
  places.margin = margin;
  return places;
}

function replaced(text, pointer, old, value) {
  const [start, end] = old.range;
  const indent = column(text, node(text, pointer.slice(0, -1)).range[0]);
  const blockEnd = old.type?.startsWith("BLOCK") && text[end - 1] === "\n" ? "\n" : "";
  const style = { QUOTE_DOUBLE: JSON.stringify, QUOTE_SINGLE: (one) => `'${one.replaceAll("'", "''")}'` }[old.type];
  const keepsQuotes = style && old.value !== "" && typeof value === "string" && !value.includes("\n");
  return splice(text, start, end, (keepsQuotes ? style(value) : scalar(value, indent)) + blockEnd);
}

function added(text, pointer, value, order) {
  const mapping = node(text, pointer.slice(0, -1));
  if (!isMap(mapping) || mapping.flow || !mapping.items.length) return null;
  const key = pointer.at(-1);
  const later = new Set(order.slice(order.indexOf(key) + 1));
  const place = order.includes(key) ? mapping.items.findIndex((one) => later.has(one.key.value)) : -1;
  const indent = column(text, mapping.items[0].key.range[0]);
  const line = pair(key, value, indent);
  const spans = spansOf(text, mapping);
  const margin = " ".repeat(indent);
  if (place > 0) return splice(text, spans[place].start, spans[place].start, margin + line);
  if (place < 0) return appended(text, spans.at(-1).end, margin + line);
  const first = mapping.items[0].key.range[0];
  return splice(text, first, first, line + margin);
}

/** The lines of each pair or item: from the comments above it to those of the next one. */
function spansOf(text, collection) {
  const starts = collection.items.map((item) => lineStart(text, (item?.key ?? item).range[0]));
  const floor = isSeq(collection) ? 0 : starts[0];
  const firsts = starts.map((start, index) => withComments(text, start, index ? starts[index - 1] : floor));
  return firsts.map((start, index) => ({
    start,
    at: starts[index],
    end: firsts[index + 1] ?? lastEnd(text, collection),
  }));
}

function withComments(text, start, floor) {
  let first = start;
  while (first > floor) {
    const above = lineStart(text, first - 1);
    if (above <= floor || !/^\s*#/.test(text.slice(above, first))) break;
    first = above;
  }
  return first;
}

/** The end of the line on which the last value of a collection ends. */
function lastEnd(text, collection) {
  const last = collection.items.at(-1);
  const value = last?.key ? (last.value ?? last.key) : last;
  if ((isMap(value) || isSeq(value)) && !value.flow && value.items.length) return lastEnd(text, value);
  const end = value.range[1];
  if (end && text[end - 1] === "\n") return end;
  const next = text.indexOf("\n", end);
  return next < 0 ? text.length : next + 1;
}

const appended = (text, end, lines) =>
  splice(text, end, end, (end && text[end - 1] !== "\n" ? "\n" : "") + lines);

function without(text, pointer) {
  const collection = node(text, pointer.slice(0, -1));
  if (collection.flow || collection.items.length < 2) return null;
  const step = pointer.at(-1);
  const index = isSeq(collection) ? step : collection.items.findIndex((one) => one.key.value === step);
  const spans = spansOf(text, collection);
  const { start, end } = spans[index];
  if (index > 0 || isSeq(collection)) return splice(text, start, end, "");
  const first = collection.items[0].key.range[0];
  return splice(text, first, collection.items[1].key.range[0], "");
}

function inserted(text, pointer, index, value) {
  const list = node(text, pointer);
  if (!isSeq(list) || list.flow || !list.items.length) return null;
  const spans = spansOf(text, list);
  const indent = /^ */.exec(text.slice(spans[0].at))[0].length;
  const lines = `${" ".repeat(indent)}- ${inItem(value, indent)}`;
  return index < spans.length ? splice(text, spans[index].start, spans[index].start, lines) : appended(text, spans.at(-1).end, lines);
}

function moved(text, pointer, from, to) {
  const list = node(text, pointer);
  if (!isSeq(list) || list.flow) return null;
  const spans = spansOf(text, list);
  const lines = spans.map(({ start, end }) => text.slice(start, end));
  if (!lines.at(-1).endsWith("\n")) return null;
  lines.splice(to, 0, ...lines.splice(from, 1));
  return splice(text, spans[0].start, spans.at(-1).end, lines.join(""));
}

/** The text of a new record. */
export const create = (value) => block(value, 0);
