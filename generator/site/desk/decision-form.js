// "Có quyết định mới": number, agency and day make the record; procedures are then added to it.
import { make } from "./elements.js";
import { decisionId, normalised } from "./names.js";
import { create, read } from "./record.js";
import { storedDay } from "./schema.js";

/** The form that begins a decision; `begin` gets the path and text of the record. */
export function decisionForm(desk, begin) {
  const { say } = desk;
  const agencies = desk.names("agency_id");
  const field = (id, key, properties = {}) => {
    const input = make("input", { type: "text", id, required: true, autocomplete: "off", ...properties });
    return [make("div", { className: "field" }, make("label", { for: id }, say(key)), input), input];
  };
  const [numberField, number] = field("so-quyet-dinh", "desk.number");
  const [agencyField, agency] = field("co-quan", "desk.agency", { list: "cac-co-quan" });
  const [dayField, day] = field("ngay-ky", "desk.signed", { inputMode: "numeric" });
  const offered = make("datalist", { id: "cac-co-quan" }, [...agencies.byName.keys()].map((name) => make("option", { value: name })));
  const fault = make("p", { className: "fault", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    const id = agencies.byName.get(agency.value.trim());
    const signed = storedDay(day.value);
    if (!number.value.trim() || !id || !/^\d{4}-\d\d-\d\d$/.test(signed)) {
      fault.textContent = say(!number.value.trim() ? "desk.no_number" : !id ? "desk.no_agency" : "desk.fault.day");
      (!number.value.trim() ? number : !id ? agency : day).focus();
      return;
    }
    const key = decisionId(id, number.value.trim(), signed);
    if (desk.has(`decisions/${key}.yml`)) fault.textContent = say("desk.exists");
    else {
      const like = await lastDecision(desk, id);
      begin(`decisions/${key}.yml`, create(blankDecision(key, number.value.trim(), id, signed, desk, like)), number.value.trim());
    }
  };
  return make("form", { onsubmit: submit, noValidate: true }, numberField, agencyField, offered, dayField, fault,
    make("button", { type: "submit", className: "primary" }, say("desk.begin")));
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
