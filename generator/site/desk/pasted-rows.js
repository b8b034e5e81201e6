// A table that is pasted into one field of an item of a list is mostly meant as a row of items.
import { tableLines } from "./tables.js";

const HEAD = /^(?:stt|tt|số\s*tt|số thứ tự)$/i;

/** The name in each row of a table, of `lines` "| cell | cell |" or of cells parted by tabs: the longest cell that has a letter. */
export function namesInRows(lines) {
  const rows = lines.map((line) => (line.startsWith("|") ? line.split("|").slice(1, -1) : line.split("\t")).map((cell) => cell.trim()));
  const named = rows.filter((cells) => !cells.some((cell) => HEAD.test(cell))).map(longest).filter((name) => /\p{L}/u.test(name));
  return rows.some((cells) => cells.length > 1) && named.length > 1 ? named : [];
}

const longest = (cells) => cells.reduce((one, other) => (other.length > one.length ? other : one), "");

/** Asks whether a table pasted into a text of an item is meant as items; `take` gets the name of the field and those of the items. */
export function offerRows(element, keyOf, { say }, take) {
  element.addEventListener("paste", (event) => {
    const key = keyOf(event.target.id);
    if (!key || event.target.tagName !== "TEXTAREA" || event.defaultPrevented) return;
    const html = event.clipboardData.getData("text/html");
    const lines = /<table/i.test(html) ? tableLines(html) : event.clipboardData.getData("text/plain").split("\n").filter((line) => line.trim());
    const names = namesInRows(lines);
    if (!names.length || !confirm(say("desk.paste_rows", { count: names.length, first: names[0] }))) return;
    event.preventDefault();
    take(key, names);
  });
}
