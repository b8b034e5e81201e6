// "Có quyết định mới": number, agency and day make the record; procedures are then added to it.
import { button, make } from "./elements.js";
import { decisionId, findRecords, nextVersion } from "./names.js";
import { at, create, insert, read, set } from "./record.js";
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
  const submit = (event) => {
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
    else begin(`decisions/${key}.yml`, create(blankDecision(key, number.value.trim(), id, signed, desk)), number.value.trim());
  };
  return make("form", { onsubmit: submit, noValidate: true }, numberField, agencyField, offered, dayField, fault,
    make("button", { type: "submit", className: "primary" }, say("desk.begin")));
}

/** What is not known yet is null with its reason, as everywhere in the catalogue. */
const blankDecision = (id, number, agency, signed, { say, today }) => ({
  id,
  number,
  number_normalised: number,
  agency,
  title: "",
  signer: { name: "" },
  signed,
  listed: null,
  effective: signed,
  recorded: today,
  signed_file: null,
  rows: [],
  unknown: { listed: say("desk.listed_later"), signed_file: say("desk.file_later") },
});

/** Adds a procedure that the decision amends, corrects or abolishes, found by its name. */
export function rowAdder(desk, draft, path, added) {
  const { say } = desk;
  const actions = desk.schemas.decision.properties.rows.items.properties.action;
  const offered = ["amend", "correct", "abolish"];
  const action = make("select", { id: "viec" }, offered.map((one) =>
    make("option", { value: one }, actions["x-labels"][actions.enum.indexOf(one)])));
  const typed = make("input", { type: "search", id: "tim-thu-tuc", autocomplete: "off" });
  const results = make("ul", { className: "results" });
  const look = () => {
    const procedures = desk.records.filter(({ kind }) => kind === "procedure");
    const found = typed.value.trim() ? findRecords(typed.value, procedures, 10) : [];
    desk.announce(say("desk.found", { count: found.length }));
    results.replaceChildren(...found.map((record) => make("li", {}, button(record.title, () => add(record)))));
  };
  const add = async (record) => {
    const code = record.path.split("/")[2];
    const row = { action: action.value, procedure: code };
    if (action.value !== "abolish") {
      const next = nextVersion(code, [...desk.records.map((one) => one.path), ...Object.keys(draft.files)]);
      const last = await desk.source(next.last);
      draft.files[next.path] = { kind: "version", base: null, sha256: null, before: last, text: versionText(last, next, action.value) };
      Object.assign(row, { version: next.number, amended_parts: [] });
    }
    const file = draft.files[path];
    file.text = withRow(file.text, row);
    added();
  };
  typed.addEventListener("input", look);
  return make("section", {}, make("h2", {}, say("desk.add_procedure")),
    make("div", { className: "field" }, make("label", { for: action.id }, say("desk.action")), action),
    make("div", { className: "field" }, make("label", { for: typed.id }, say("desk.find_procedure")), typed), results);
}

/** The decision with one more row, whose id no other row has. */
export function withRow(text, row) {
  const rows = at(read(text), ["rows"]) ?? [];
  const used = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (used.has(`d${number}`)) number++;
  const whole = { id: `d${number}`, ...row };
  return rows.length ? insert(text, ["rows"], rows.length, whole) : set(text, ["rows"], [whole], ["rows", "unknown"]);
}

/** The text of the last version as that of the next one: everything else stays as it is. */
export function versionText(last, { number, last: path }, action) {
  let text = set(last, ["version"], number);
  if ("corrects" in read(text)) text = text.replace(/^corrects: .*\n/m, "");
  return action === "correct" ? set(text, ["corrects"], path.slice(-8, -4), ["procedure", "version", "corrects", "title"]) : text;
}
