// "Bắt đầu từ tệp Word": the files of a decision become its drafts, read by the code of the import.
import { make } from "./elements.js";
import { registerFiles } from "./drafted-files.js";
import { choice, dayField, field, form, labelled } from "./fields.js";
import { issuerField } from "./issuer.js";

/** What goes with each of the files that were read. */
const notesOf = ({ files, unread, assumed, like }) =>
  Object.fromEntries(Object.keys(files).map((path) => [path, Object.fromEntries(Object.entries({ unread, assumed, like }).filter(([, of]) => of[path]).map(([name, of]) => [name, of[path]]))]));

/** The form; `begin` gets the name of the draft, its files and the decision. */
export function wordForm(desk, begin) {
  const { say } = desk;
  const input = make("input", { type: "file", id: "tep-word", accept: ".docx", multiple: true });
  const files = labelled(input.id, say("desk.word_files"), input, say("desk.word_note"));
  const number = field("word-so", say("desk.word_number"));
  const day = dayField("word-ngay", say("desk.word_signed"), desk);
  const agency = issuerField(desk, "word-co-quan", say("desk.word_agency"));
  const area = choice("word-linh-vuc", say("desk.word_field"), [["", say("desk.choose")], ...desk.fieldNames()]);
  const check = () => [
    !input.files.length && [say("desk.no_word_files"), input],
    day.fault(),
    agency.fault(),
  ];
  const submit = async () => {
    desk.announce(say("desk.reading"));
    const bytes = await Promise.all([...input.files].map(async (one) => [one.name, new Uint8Array(await one.arrayBuffer())]));
    const made = agency.made();
    const issuer = made ? { agency_name: made.name, agency_level: made.level } : { agency: agency.id() ?? "" };
    const given = { number: number.input.value.trim(), signed: day.day(), ...issuer, field_name: area.input.value ? area.input.selectedOptions[0].textContent : "" };
    const read = await desk.read({ task: "word", files: bytes, given });
    begin(number.input.value.trim() || read.number, await registerFiles(desk, read.files, notesOf(read)), read.decision);
    desk.announce(say("desk.word_read", { count: Object.keys(read.files).length, lines: Object.values(read.unread).flat().length }));
  };
  return form(desk, [files.element, number.element, day.element, agency.element, area.element], say("desk.read_word"), check, submit);
}
