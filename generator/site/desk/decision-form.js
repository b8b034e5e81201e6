// "Có quyết định mới": number, agency and day make the record; procedures are then added to it.
import { dayField, field, form, reference } from "./fields.js";
import { decisionId, normalised } from "./names.js";
import { create, read } from "./record.js";

/** The form that begins a decision; `begin` gets the path and text of the record. */
export function decisionForm(desk, begin) {
  const { say } = desk;
  const number = field("so-quyet-dinh", say("desk.number"), {}, say("desk.number_note"));
  const agency = reference("co-quan", say("desk.agency"), desk.names("agency_id"));
  const signed = dayField("ngay-ky", say("desk.signed"));
  const effective = dayField("ngay-hieu-luc-chung", say("desk.effective"), say("desk.effective_note"));
  const printed = () => number.input.value.trim();
  const key = () => decisionId(agency.id(), printed(), signed.day());
  const check = () => {
    if (!printed()) return [say("desk.no_number"), number.input];
    if (!agency.id()) return [say("desk.no_agency"), agency.input];
    const bad = !signed.day() ? signed : effective.day() === null ? effective : null;
    if (bad) return [say("desk.fault.day"), bad.input];
    return desk.has(`decisions/${key()}.yml`) ? [say("desk.exists"), number.input] : null;
  };
  const submit = async () => {
    const like = await lastDecision(desk, agency.id());
    const made = blankDecision(key(), printed(), agency.id(), signed.day(), desk, like);
    begin(`decisions/${key()}.yml`, create({ ...made, effective: effective.day() || signed.day() }), printed());
    if (like.number) desk.announce(say("desk.like_last", { number: like.number }));
  };
  return form(desk, [number.element, agency.element, signed.element, effective.element], say("desk.begin"), check, submit);
}

/** The value of the last decision of an agency, whose kinds and grounds the next one mostly has. */
async function lastDecision(desk, agency) {
  const paths = desk.records.map(({ path }) => path).filter((path) => path.startsWith(`decisions/${agency}/`));
  const last = paths.sort((one, other) => one.localeCompare(other, "en", { numeric: true })).at(-1);
  return last ? desk.source(last).then(read, () => ({})) : {};
}

/** What is not known yet is null with its reason, as everywhere in the catalogue. */
const blankDecision = (id, number, agency, signed, { say, today }, { kinds, grounds }) => ({
  id,
  number,
  number_normalised: normalised(number),
  agency,
  title: "",
  ...(kinds ? { kinds } : {}),
  signer: { name: "" },
  signed,
  listed: null,
  effective: signed,
  recorded: today,
  ...(grounds ? { grounds } : {}),
  signed_file: null,
  rows: [],
  unknown: { listed: say("desk.listed_later"), signed_file: say("desk.file_later") },
});
