// A file that a record tells of: its name and its print are read off the copy that one has. The file
// itself goes nowhere.
import { digestOf } from "./digest.js";
import { make } from "./elements.js";
import { idOf } from "./faults.js";

/** What the schemas call a file. */
export const FILE = "file";

/** The value for a file that was chosen, beside what was said of it before. */
export const attached = (before, name, sha256) => ({ ...before, name, ...(sha256 ? { sha256 } : {}) });

/** What chooses the copy that one has; `put` gets the value. */
export function fileChooser(pointer, value, { say }, put) {
  const id = `${idOf(pointer)}-tep`;
  const take = async ({ target: { files: [file] } }) => {
    if (file) put(attached(value, file.name, await digestOf(await file.arrayBuffer())));
  };
  const note = make("p", { id: `${id}-ghi`, className: "note" }, say("desk.attach_note"));
  return make("div", { className: "field" }, make("label", { for: id }, say("desk.attach")), note,
    make("input", { type: "file", id, "aria-describedby": note.id, onchange: take }));
}
