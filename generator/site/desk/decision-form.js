// "Có quyết định mới": number, agency and day make the record; procedures are then added to it.
import { keptDrafts } from "./drafts.js";
import { make, reveal } from "./elements.js";
import { dayField, field, form, typedDay } from "./fields.js";
import { issuerField } from "./issuer.js";
import { dayBehindNumber, decisionId, isNumberAlone, normalised, numberOfDecision } from "./names.js";
import { isOfDecision } from "./prefilled.js";
import { create, read, set } from "./record.js";

/** The form that begins a decision; `begin` gets the path and text of the record, what is `prefilled` in it, and the files of an agency that is new. */
export function decisionForm(desk, begin) {
  const { say } = desk;
  const drafted = (path) => keptDrafts().some(({ decision }) => `decisions/${decision}.yml` === path);
  const known = identityFields(desk, {}, drafted, say("desk.drafted_already"));
  const effective = dayField("ngay-hieu-luc-chung", say("desk.effective"), desk, say("desk.effective_note"));
  const check = () => known.faults([effective.fault()]);
  const submit = async () => {
    const identity = known.value();
    const like = isOfDecision(identity.number) ? await lastDecision(desk, identity.agency) : {};
    const made = blankDecision(identity, desk, like ?? {});
    begin(pathOf(identity), create({ ...made, effective: effective.day() || identity.signed }), identity.number, prefilledOf(like, desk), known.agencyFiles());
  };
  return form(desk, [...known.elements, effective.element], say("desk.begin"), check, submit);
}

const pathOf = ({ id }) => `decisions/${id}.yml`;

/** What a decision is known by: number, agency and day; `given` is the value of one that is there, `sentence` is said of one that is `drafted`. */
function identityFields(desk, given, drafted, sentence) {
  const { say } = desk;
  const agencies = desk.names("agency_id");
  const number = field("so-quyet-dinh", say("desk.number"), { value: given.number ?? "" }, say("desk.number_note"));
  number.input.addEventListener("change", () => {
    const [meant, day] = [numberOfDecision(number.input.value), dayBehindNumber(number.input.value)];
    if (meant === number.input.value || strayDay()) return;
    number.input.value = meant;
    if (day) signed.input.value = desk.shownDay(typedDay(day));
    desk.announce(say("desk.number_mended", { number: meant }));
  });
  const agency = issuerField(desk, "co-quan", say("desk.agency"));
  agency.input.value = agencies.byId.get(given.agency) ?? "";
  const signed = dayField("ngay-ky", say("desk.signed"), desk);
  signed.input.value = given.signed ? desk.shownDay(given.signed) : "";
  /** Whether a day behind the number is none, or not the one that was typed in its own field. */
  const strayDay = () => {
    const day = dayBehindNumber(number.input.value);
    return Boolean(day) && (!typedDay(day) || Boolean(signed.input.value.trim() && signed.day() !== typedDay(day)));
  };
  const value = () => {
    const identity = { number: numberOfDecision(number.input.value), agency: agency.id(), signed: signed.day() };
    return { id: decisionId(identity.agency, identity.number, identity.signed), ...identity };
  };
  const whole = () => number.input.value.trim() && agency.id() && signed.day();
  const taken = () => {
    const path = whole() && pathOf(value());
    if (path && desk.has(path)) return say("desk.exists");
    return path && drafted(path) ? sentence : null;
  };
  return {
    elements: [number.element, agency.element, signed.element],
    inputs: { number: number.input, agency: agency.input, signed: signed.input },
    value,
    agencyFiles: () => agency.made()?.files ?? {},
    faults: (more = []) => [
      !number.input.value.trim() && [say("desk.no_number"), number.input],
      number.input.value.trim() && (strayDay() || !isNumberAlone(numberOfDecision(number.input.value))) && [say("desk.bad_number"), number.input],
      agency.fault(say("desk.no_agency")),
      signed.fault(say("desk.no_signed")),
      taken() && [taken(), number.input],
      ...more,
    ],
  };
}

/**
 * What mends number, agency and day of the decision of a draft, under whose name its file goes;
 * `renamed` gets the path that it then has. `show` opens it at one of its fields, when it has that one.
 */
export function decisionIdentity(desk, draft, path, renamed) {
  const { say } = desk;
  const before = read(draft.files[path].text);
  const elsewhere = (other) => keptDrafts().some(({ id, decision }) => id !== draft.id && `decisions/${decision}.yml` === other);
  const known = identityFields(desk, before, (other) => other !== path && (other in draft.files || elsewhere(other)), say("desk.identity_drafted"));
  const submit = async () => {
    const identity = known.value();
    const like = isOfDecision(before.number) || !isOfDecision(identity.number) ? {} : ((await lastDecision(desk, identity.agency)) ?? {});
    const renew = (text) => withCopied(identityText(text, identity), like, desk);
    desk.history(path).move(pathOf(identity), renew);
    renameIn(draft, path, pathOf(identity), renew(draft.files[path].text));
    const filled = prefilledOf(like, desk);
    if (filled) draft.files[pathOf(identity)].prefilled = filled;
    if (draft.name === before.number) draft.name = identity.number;
    draft.decision = identity.id;
    Object.assign(draft.files, known.agencyFiles());
    renamed(pathOf(identity));
    const { effective } = read(draft.files[pathOf(identity)].text);
    desk.announce(say("desk.identity_changed", { number: identity.number, signed: desk.shownDay(identity.signed), effective: desk.shownDay(effective ?? "") }));
  };
  const settled = async () => {
    desk.settle();
    await submit();
  };
  const element = make("details", { id: "sua-so" }, make("summary", {}, say("desk.identity_wrong")),
    form(desk, known.elements, say("desk.identity_apply"), () => known.faults(), settled));
  const show = ([key]) => {
    const input = known.inputs[{ number_normalised: "number", id: "number" }[key] ?? key];
    if (!input) return false;
    element.open = true;
    reveal(input);
    return true;
  };
  return { element, show };
}

/** Of two days the later one: nothing is taken into the catalogue before it is signed. */
const later = (one, other) => (one > other ? one : other);

/** The text of a decision that is known otherwise; the day of its effect follows the day of signing that it was, and no record is older than that. */
export function identityText(text, { id, number, agency, signed }) {
  const before = read(text);
  const days = { ...(before.effective === before.signed ? { effective: signed } : {}), ...(before.recorded < signed ? { recorded: signed } : {}) };
  const next = { id, number, number_normalised: normalised(number), agency, signed, ...days };
  return Object.entries(next).filter(([key, value]) => before[key] !== value).reduce((now, [key, value]) => set(now, [key], value), text);
}

/** Puts a file of a draft under another path, in the place that it had. */
function renameIn(draft, path, target, text) {
  const renamed = Object.entries(draft.files).map(([other, file]) => (other === path ? [target, { ...file, text }] : [other, file]));
  for (const other of Object.keys(draft.files)) delete draft.files[other];
  Object.assign(draft.files, Object.fromEntries(renamed));
}

/** What the page fills in out of the last decision, or would have if it could be read; null for nothing. */
function prefilledOf(like, { schemas }) {
  const keys = COPIED.filter((key) => like === null || like[key]);
  return keys.length ? { like: like?.number ?? null, names: keys.map((key) => schemas.decision.properties[key].title) } : null;
}

const COPIED = ["kinds", "grounds"];

/** The text with what the last decision has and it lacks. */
const withCopied = (text, like, { schemas }) =>
  COPIED.filter((key) => like[key] && !(key in read(text))).reduce((now, key) => set(now, [key], like[key], Object.keys(schemas.decision.properties)), text);

/** The value of the last decision of an agency, whose kinds and grounds the next one mostly has; null when it cannot be read. */
async function lastDecision(desk, agency) {
  const paths = desk.records.map(({ path }) => path).filter((path) => path.startsWith(`decisions/${agency}/`));
  const last = paths.sort((one, other) => one.localeCompare(other, "en", { numeric: true })).at(-1);
  return last ? desk.source(last).then(read, () => null) : {};
}

/** What is not known yet is null with its reason, as everywhere in the catalogue. */
const blankDecision = ({ id, number, agency, signed }, { say, today }, { kinds, grounds }) => ({
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
  recorded: later(signed, today),
  ...(grounds ? { grounds } : {}),
  signed_file: null,
  rows: [],
  unknown: { listed: say("desk.listed_later"), signed_file: say("desk.file_later") },
});
