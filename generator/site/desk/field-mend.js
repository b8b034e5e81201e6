// A new procedure that was put into another field of administration: its files lie in the folder of that.
import { make } from "./elements.js";
import { choice, form } from "./fields.js";
import { read, set } from "./record.js";

/** What moves a procedure of the draft into another field; null for records of others. `moved` gets its path there. */
export function fieldMend(desk, draft, path, moved) {
  if (draft.files[path].kind !== "procedure" || desk.has(path)) return null;
  const { say } = desk;
  const [, now, code] = path.split("/");
  const { element, input } = choice("linh-vuc-dung", say("desk.field"), [...desk.fieldNames()], now);
  const submit = () => {
    desk.settle();
    const [from, to] = [now, input.value].map((one) => `procedures/${one}/${code}/`);
    const inField = (text, kind) => (kind === "procedure" ? set(text, ["field"], input.value) : text);
    moveFiles(desk, draft, from, to, inField);
    moved(path.replace(from, to));
    desk.announce(say("desk.field_mended", { name: input.selectedOptions[0].textContent }));
  };
  const check = () => [input.value === read(draft.files[path].text).field && [say("desk.same_field"), input]];
  return make("details", {}, make("summary", {}, say("desk.field_wrong")), form(desk, [element], say("desk.identity_apply"), check, submit));
}

/** Puts the files of a folder into another one, each in the place that it had in the draft. */
function moveFiles(desk, draft, from, to, renew) {
  const files = Object.entries(draft.files);
  for (const [path, { kind }] of files) {
    if (path.startsWith(from)) desk.history(path).move(path.replace(from, to), (text) => renew(text, kind));
    delete draft.files[path];
  }
  for (const [path, file] of files) draft.files[path.replace(from, to)] = path.startsWith(from) ? { ...file, text: renew(file.text, file.kind) } : file;
}
