// What is wrong in one record, at its fields and in a summary with links: what the schema says at
// once, and what the rules have found. A fault that has no field on the screen stands at the group
// around it; in a row that is closed it is only counted.
import { make } from "./elements.js";
import { plainWords } from "./plain-words.js";
import { namesOnTheWay } from "./schema.js";

/** What the codes of findings that the schema makes begin with. */
export const OF_SCHEMA = "CT";
/** A key that is missing: it has no place, so the finding stands at one beside it. */
const MISSING = "CT201";

/** The id of the input or group at a pointer. */
export const idOf = (pointer) => `muc-${pointer.join(".")}`;
/** The place for what is wrong with the input or group of an id. */
export const faultSlot = (id) => make("p", { id: `${id}-loi`, className: "fault" });
/** The place for the number of faults in a closed row. */
export const faultCount = (id) => make("span", { id: `${id}-so`, className: "fault" });

/**
 * The faults by id: {pointer, head, text, name, page, wrong}. `problems` are those of the schema, of which a `doubt` is not wrong, `findings`
 * those of the rules in a record of this kind; what the schema says already is not said twice.
 */
export function faultsOf(problems, findings, kind, desk) {
  const { schemas, say } = desk;
  const faults = new Map();
  for (const { pointer, key, values, doubt = false } of problems) {
    const name = namesOnTheWay(schemas[kind], pointer, schemas.common).join(" › ");
    if (!faults.has(idOf(pointer))) faults.set(idOf(pointer), [{ pointer, head: say(`desk.fault.${key}`, values), text: "", name, wrong: !doubt }]);
  }
  const known = [...faults.keys()];
  for (const one of findings) {
    const id = idOf(one.pointer);
    const group = one.code === MISSING ? idOf(one.pointer.slice(0, -1)) : id;
    if (one.code.startsWith(OF_SCHEMA) && known.some((other) => other === id || other.startsWith(`${group}.`))) continue;
    faults.set(id, [...(faults.get(id) ?? []), ruleFault(one, kind, desk)]);
  }
  return faults;
}

/** A finding of the rules as it is shown; `page` explains the rule where the site has pages of rules. */
export const ruleFault = (one, kind, desk) => ({
  pointer: one.pointer,
  head: plainWords(desk.say(`desk.severity.${one.severity}`, { text: one.title }), desk, kind, one.pointer),
  text: plainWords(` ${one.detail} ${desk.say("desk.fix", { fix: mendOf(one, desk.say) })}`, desk, kind, one.pointer),
  name: one.field,
  page: desk.settings?.rules ? one.page : null,
  wrong: one.severity === "error",
});

/** How a finding is mended on this page, where that is not as in the files. */
function mendOf({ code, fix, pointer = [] }, say) {
  const keys = [`desk.mend.${code}_${pointer.at(-1)}`, `desk.mend.${code}`];
  return keys.map((key) => say(key)).find((said, index) => said !== keys[index]) ?? fix;
}

/** Writes the faults at the fields of a form. */
export function showFaults(form, faults, say) {
  const texts = new Map();
  for (const [id, found] of faults) {
    const slot = slotOf(id, form);
    if (slot) texts.set(slot, [...(texts.get(slot) ?? []), ...found.map(({ head, text }) => `${head}${text}`)]);
  }
  for (const slot of form.querySelectorAll(".fault[id$='-loi']")) {
    const text = (texts.get(slot) ?? []).join(" ");
    if (slot.textContent !== text) slot.textContent = text;
    markInvalid(document.getElementById(slot.id.slice(0, -"-loi".length)), faults);
  }
  for (const count of form.querySelectorAll(".fault[id$='-so']")) {
    const row = count.id.slice(0, -"-so".length);
    const inside = [...faults].filter(([id]) => id === row || id.startsWith(`${row}.`)).flatMap(([, found]) => found);
    count.textContent = inside.length ? say("desk.faults", { count: inside.length }) : "";
  }
}

function markInvalid(field, faults) {
  if (!field?.matches("input, select, textarea")) return;
  if (faults.get(field.id)?.some(({ wrong }) => wrong)) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** Where a fault is written: at its field, or at the group around it; nowhere in a closed row. */
function slotOf(id, form) {
  for (const part of around(id)) {
    const slot = form.querySelector(`[id="${part}-loi"]`);
    if (slot || form.querySelector(`[id="${part}-so"]`)) return slot;
  }
  return null;
}

function* around(id) {
  for (let part = id; part; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) yield part;
}

/** The faults with links to their places; `go` leads to a pointer, and opens what is closed around it. `checked`: the rules have seen all. */
export function summaryOf(faults, say, go, checked = true) {
  const items = alike([...faults.values()].flat()).map((some) => summaryItem(some, say, go));
  if (!items.length) return [make("p", {}, say(checked ? "desk.no_problems" : "desk.no_problems_yet"))];
  return [make("h2", {}, say("desk.problems_count", { count: items.length })), make("ul", {}, items)];
}

/** The faults that a rule finds in the same words stand together: they have one cause. */
export function alike(faults) {
  const groups = new Map();
  for (const fault of faults) {
    const key = fault.text ? `${fault.head}\n${fault.text}` : fault;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()];
}

function summaryItem([{ pointer, head, text, name, page }, ...others], say, go) {
  const link = (to, words) => make("a", { href: `#${idOf(to)}`, onclick: (event) => (event.preventDefault(), go(to)) }, words);
  const elsewhere = others.flatMap((one, index) => [index ? "; " : ` ${say("desk.also_at")} `, link(one.pointer, one.name || one.head)]);
  return make("li", {}, link(pointer, name ? `${name}: ${head}` : head), text, ...elsewhere, page ? ruleLink(page, say) : null);
}

/** A link to what the rule is for; it opens apart, so that the draft stays as it is. */
export function ruleLink(page, say) {
  const code = page.split("/").at(-2).toUpperCase();
  return make("a", { href: `../${page}`, target: "_blank", rel: "noopener", className: "rule" }, say("desk.rule", { code }));
}

/** What takes the focus for a pointer: its input, or the first one in the group that is nearest to it. */
export function inputAt(pointer, form) {
  for (const part of around(idOf(pointer))) {
    const found = form.querySelector(`[id="${part}"]`) ?? form.querySelector(`[id="${part}-dong"]`);
    if (found) return found.matches("fieldset") ? (found.querySelector(FIRST) ?? found) : (emptyIn(found) ?? found);
  }
  return form.querySelector(FIRST);
}

/** The first field of an open row that is still empty: what a finding about the row mostly asks for. */
const emptyIn = (row) => (row.matches(".row") ? [...row.parentElement.querySelectorAll(":scope > .inside > .field > :is(input, textarea)")].find(({ value }) => !value) : null);

/** What takes the focus after a change at an id: that element, in an open row its first field, else what is around it. */
export function landingAt(id, form) {
  for (const part of around(id)) {
    const found = form.querySelector(`[id="${part}"]`);
    if (found) return found;
    const row = form.querySelector(`[id="${part}-dong"]`);
    if (row) return (part === id && row.parentElement.querySelector(".inside :is(input, select, textarea)")) || row;
  }
  return form.querySelector(FIRST);
}

const FIRST = "input:not([disabled]), select, textarea, button";
