// The rows that make new procedures: published as new, or in the place of others.
import { make } from "./elements.js";
import { field, form, labelled } from "./fields.js";
import { origin } from "./new-procedure.js";
import { contentsBox, contentsBoxes, pastedWords } from "./pasted-contents.js";
import { codeOf, picker } from "./picker.js";
import { sharedFields } from "./row-fields.js";
import { CODE, newProcedures } from "./rows.js";

/** "Công bố mới": one procedure that was not there. */
export function publishing(desk, rows) {
  const { say } = desk;
  const title = field("ten-thu-tuc", say("desk.new_title"));
  const code = field("ma-thu-tuc", say("desk.code"), {}, say("desk.code_note"));
  const contents = contentsBox(desk, "loi-van-dan");
  const begin = origin(desk, rows);
  const common = sharedFields(desk, rows);
  const check = () => {
    const given = code.input.value.trim();
    return [
      !title.input.value.trim() && !contents.words() && [say("desk.no_title"), title.input],
      given && !CODE.test(given) && [say("desk.bad_code"), code.input],
      given && rows.has(given) && [say("desk.code_exists"), code.input],
      ...begin.faults(),
      ...common.faults(false),
    ];
  };
  const submit = async () => {
    const { pasted, name } = await contents.read(begin.publisher(), title.input.value.trim(), title.input);
    const { id, files } = await begin.files(code.input.value.trim(), name, new Set(), common.day(), pasted);
    await rows.commit(files, [{ action: "publish", procedure: id, version: "v001", ...common.keys() }], name);
    if (pasted) desk.announce(pastedWords(pasted, name, say));
  };
  return form(desk, [title.element, code.element, contents.element, ...begin.elements, ...common.elements], say("desk.add_row"), check, submit);
}

/** "Thay thế": procedures end, and new ones or others that are there come in their place. */
export function replacing(desk, rows) {
  const { say } = desk;
  const ended = picker(desk, { id: "tim-thu-tuc", label: say("desk.replaced"), many: true });
  const typed = make("textarea", { id: "thu-tuc-thay", rows: 3 });
  const fresh = labelled(typed.id, say("desk.new_titles"), typed, say("desk.new_titles_note"));
  const contents = contentsBoxes(desk, "loi-van-dan", typed);
  const present = picker(desk, { id: "tim-thu-tuc-thay", label: say("desk.replaced_by_present"), many: true });
  const begin = origin(desk, rows);
  const common = sharedFields(desk, rows, { grounded: true });
  const made = () => contents.boxes().map((box) => ({ box, code: "", title: "", ...newProcedures(box.line)[0] }));
  const check = () => {
    const wrong = made().find((one) => isWrong(one, rows));
    return [
      !ended.picked.length && [say("desk.no_procedure"), ended.input],
      !made().length && !present.picked.length && [say("desk.no_successor"), typed],
      wrong && [lineFault(wrong, say), typed],
      ...(made().length ? begin.faults() : []),
      ...common.faults(true),
    ];
  };
  const submit = async () => {
    const [files, by, told] = [{}, [], []];
    for (const one of await madeNew(made(), begin, common.day(), typed)) {
      Object.assign(files, one.files);
      by.push({ procedure: one.id, version: "v001" });
      if (one.pasted) told.push(pastedWords(one.pasted, one.name, say));
    }
    for (const record of present.picked) {
      const next = await rows.next(codeOf(record), common.day());
      files[next.path] = next.file;
      by.push({ procedure: codeOf(record), version: next.number });
    }
    const row = { action: "replace", replaces: ended.picked.map(codeOf), by, ...common.keys() };
    await rows.commit(files, [row], ended.picked.map(({ title }) => title).join("; "));
    if (told.length) desk.announce(told.join(" "));
  };
  return form(desk, [ended.element, fresh.element, contents.element, present.element, ...begin.elements, ...common.elements], say("desk.add_row"), check, submit);
}

/** New procedures with their files: the words of each are read before any file is made. */
async function madeNew(procedures, begin, day, nameInput) {
  const [read, made, taken] = [[], [], new Set()];
  for (const { box, code, title } of procedures) read.push({ code, ...(await box.read(begin.publisher(), title, nameInput)) });
  for (const { code, name, pasted } of read) made.push({ name, pasted, ...(await begin.files(code, name, taken, day, pasted)) });
  return made;
}

/** A line needs a name, unless the pasted words may have it, and no code but one that is free. */
const isWrong = ({ box, code, title }, rows) => (!title && !box.words()) || (code && (!CODE.test(code) || rows.has(code)));

function lineFault({ box, code, title }, say) {
  if (code && !CODE.test(code)) return `${say("desk.bad_code")} (${code})`;
  return say(code && (title || box.words()) ? "desk.code_exists" : "desk.bad_lines");
}
