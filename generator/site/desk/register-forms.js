// Tasks on the registers: an agency that is renamed, merged or followed by another, a legal document.
import { NAMING, endedText, freeAgencyId, levelChoices, newAgencyText, notedText, renamedText, successorText } from "./agency.js";
import { button, make } from "./elements.js";
import { choice, dayField, field, form, reference } from "./fields.js";
import { documentId, normalised } from "./names.js";
import { namedNote } from "./named-by.js";
import { create, read } from "./record.js";

const fileOf = (kind, text) => ({ kind, base: null, sha256: null, text });

/** "Đổi tên, sáp nhập cơ quan": `begin` gets the name of the draft and its files. */
export function agencyForm(desk, begin) {
  const { say } = desk;
  const agencies = desk.names("agency_id");
  const offered = reference("them-co-quan-cu", say("desk.ended_agency"), agencies, desk, say("desk.ended_agency_note"));
  const list = make("ul", { className: "picked", "aria-label": say("desk.ended_agencies") });
  const ids = [];
  const take = () => {
    const id = offered.id();
    if (!id) return void desk.announce(offered.fault()?.[0] ?? "");
    offered.input.value = "";
    if (ids.includes(id)) return;
    ids.push(id);
    const taken = takenAgency(desk, agencies.byId.get(id), (item) => {
      ids.splice(ids.indexOf(id), 1);
      item.remove();
      offered.input.focus();
    });
    list.append(taken);
    warnOfClass(desk, id, taken);
    tellNamed(desk, id, taken);
    desk.announce(say("desk.picked", { name: agencies.byId.get(id) }));
  };
  takeWhenChosen(offered.input, take);
  const successor = field("co-quan-moi", say("desk.successor"), { list: "co-quan-moi-goi-y" }, say("desk.successor_note"));
  successor.element.append(make("datalist", { id: "co-quan-moi-goi-y" }, [...agencies.byName.keys()].map((name) => make("option", { value: name }))));
  const day = dayField("tu-ngay", say("desk.from_day"), desk, say("desk.merger_note"));
  const founding = field("van-ban-thanh-lap", say("desk.founding"), { list: "van-ban-thanh-lap-goi-y" }, say("desk.founding_note"));
  founding.element.append(make("datalist", { id: "van-ban-thanh-lap-goi-y" }, [...desk.names("document_id").byName.keys()].map((name) => make("option", { value: name }))));
  const check = () => {
    take();
    return [
      offered.fault() ?? (!ids.length && [say("desk.no_ended_agency"), offered.input]),
      !successor.input.value.trim() && [say("desk.no_successor_agency"), successor.input],
      day.fault(say("desk.no_from_day")),
    ];
  };
  const submit = async () => {
    const name = successor.input.value.trim();
    const merged = agencies.byName.has(name) ? "desk.agencies_into" : ids.length > 1 ? "desk.agencies_merged" : "desk.agency_renamed";
    const ended = ids.map((id) => agencies.byId.get(id)).join(", ");
    begin(say(merged, { ended, name, day: desk.shownDay(day.day()) }), await agencyFiles(desk, ids, name, day.day(), founding.input.value.trim()));
  };
  return form(desk, [list, offered.element, successor.element, day.element, founding.element], say("desk.begin"), check, submit);
}

/** An agency that is chosen, with what takes it out again. */
function takenAgency({ say }, name, drop) {
  const out = button(say("desk.take_out"), () => drop(item), { "aria-label": `${say("desk.take_out")}: ${name}` });
  const item = make("li", {}, make("span", {}, name), out);
  return item;
}

/** A class stands for many agencies: who chose it for one of them is told. */
async function warnOfClass({ say, source }, id, item) {
  const { kind, name } = read(await source(`agencies/${id}.yml`));
  if (kind === "class") item.append(make("p", { className: "note", role: "status" }, say("desk.is_class", { name })));
}

/** What still names an agency is told before it ends; where that cannot be loaded, that is said. */
async function tellNamed(desk, id, item) {
  item.append(await namedNote(desk, id).catch((error) => make("p", { className: "fault" }, error.message)));
}

/** One choice is one act: a name taken from the list, Enter behind one, or leaving the field. */
function takeWhenChosen(input, take) {
  input.addEventListener("change", take);
  input.addEventListener("input", ({ inputType }) => (inputType === undefined || inputType === "insertReplacementText") && take());
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !input.value.trim()) return;
    event.preventDefault();
    take();
  });
}

/**
 * Every file that changes when agencies are followed by another one, new or known, on a day; the text
 * that `ordered` it is noted where agencies come and go, for registers have no other place for it.
 */
async function agencyFiles(desk, ended, name, day, ordered) {
  const noted = (text) => (ordered ? notedText(text, desk.say("desk.founded_by", { document: ordered })) : text);
  const known = desk.names("agency_id").byName.get(name);
  const id = known ?? freeAgencyId(desk, name);
  const files = {};
  if (!known) files[`agencies/${id}.yml`] = fileOf("agency", noted(successorText(id, name, day, read(await desk.source(`agencies/${ended[0]}.yml`)))));
  for (const one of ended) {
    const taken = await desk.taken(`agencies/${one}.yml`);
    files[`agencies/${one}.yml`] = { ...taken, text: noted(endedText(taken.text, [id], day)) };
  }
  if (day > desk.today) return files;
  const naming = desk.records.filter(({ kind, path }) => kind in NAMING && !files[path]);
  for (const [path, taken] of await Promise.all(naming.map(async (one) => [one.path, await desk.taken(one.path)]))) {
    const text = renamedText(taken.text, taken.kind, ended, id);
    if (text !== taken.text) files[path] = { ...taken, text };
  }
  return files;
}

/** "Thêm cơ quan mới": its name and level; the record that opens asks for the rest. */
export function newAgencyForm(desk, begin) {
  const { say } = desk;
  const { title } = desk.schemas.agency.properties.level;
  const name = field("ten-co-quan-moi", say("desk.new_agency_name"), {}, say("desk.new_agency_note"));
  const level = choice("cap-co-quan-moi", title, [["", say("desk.choose")], ...levelChoices(desk.schemas)]);
  const given = () => name.input.value.trim();
  const check = () => [
    !given() && [say("desk.no_agency_name"), name.input],
    desk.names("agency_id").byName.has(given()) && [say("desk.agency_exists"), name.input],
    !level.input.value && [say("desk.no_level"), level.input],
  ];
  const submit = () => {
    const id = freeAgencyId(desk, given());
    begin(say("desk.new_agency", { name: given() }), { [`agencies/${id}.yml`]: fileOf("agency", newAgencyText(id, given(), level.input.value)) });
  };
  return form(desk, [name.element, level.element], say("desk.begin"), check, submit);
}

const FAMILIES = [[/-QH\d*$|\/QH\d+$/, "law"], [/\/NĐ-/, "decree"], [/\/TTLT-/, "joint_circular"], [/\/TT-/, "circular"], [/\/NQ-/, "resolution"], [/\/QĐ-/, "decision"]];

/** "Thêm văn bản pháp luật", at once or into a draft that has `drafted` some: its type is read off its number and can be changed. */
export function documentForm(desk, begin, drafted = () => false, submitName = desk.say("desk.begin")) {
  const { say } = desk;
  const { enum: types, "x-labels": labels, title } = desk.schemas["legal-document"].properties.type;
  const number = field("so-van-ban", say("desk.number"));
  const type = choice("loai-van-ban", title, types.map((one, index) => [one, labels[index]]), "other");
  number.input.addEventListener("change", () => {
    const guessed = FAMILIES.find(([pattern]) => pattern.test(normalised(number.input.value)))?.[1];
    if (types.includes(guessed)) type.input.value = guessed;
  });
  const name = field("ten-van-ban", say("desk.document_title"));
  const issuer = reference("noi-ban-hanh", say("desk.agency"), desk.names("agency_id"), desk);
  const signed = dayField("ngay-ban-hanh", say("desk.signed"), desk);
  const effective = dayField("ngay-hieu-luc", say("desk.effective"), desk);
  const path = () => `legal-documents/${documentId(number.input.value)}.yml`;
  const check = () => {
    const known = documentId(number.input.value);
    return [
      !known && [say("desk.no_number"), number.input],
      known && (desk.has(path()) || drafted(path())) && [say("desk.document_exists"), number.input],
      !name.input.value.trim() && [say("desk.no_title"), name.input],
      issuer.fault(say("desk.no_agency")),
      signed.fault(say("desk.no_signed")),
      effective.fault(say("desk.no_effective")),
    ];
  };
  const submit = () => {
    const printed = number.input.value.trim();
    const status = effective.day() > desk.today ? "not_yet_in_force" : "in_force";
    const known = desk.schemas["legal-document"].properties.status.enum;
    begin(printed, { [path()]: fileOf("legal-document", create({
      id: documentId(printed), number: printed, number_normalised: normalised(printed), type: type.input.value,
      title: name.input.value.trim(), issuer: issuer.id(), signed: signed.day(), effective: effective.day(),
      status: known.includes(status) ? status : "not_stated",
    })) });
  };
  return form(desk, [number.element, type.element, name.element, issuer.element, signed.element, effective.element], submitName, check, submit);
}
