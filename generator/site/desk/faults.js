// What is wrong in one record, at its fields and in a summary with links: what the schema says at
// once, and what the rules have found. A fault that has no field on the screen stands at the group
// around it; in a row that is closed it is only counted.
import { make, reveal } from "./elements.js";
import { withFieldNames } from "./key-names.js";

/** The id of the input or group at a pointer. */
export const idOf = (pointer) => `muc-${pointer.join(".")}`;
/** The place for what is wrong with the input or group of an id. */
export const faultSlot = (id) => make("p", { id: `${id}-loi`, className: "fault" });
/** The place for the number of faults in a closed row. */
export const faultCount = (id) => make("span", { id: `${id}-so`, className: "fault" });

/**
 * The faults by id: {head, text, name, page, wrong}. `problems` are those of the schema, `findings`
 * those of the rules in a record of this kind; what the schema says already is not said twice.
 */
export function faultsOf(problems, findings, kind, { schemas, say }) {
  const faults = new Map();
  for (const { pointer, key, values } of problems) {
    if (!faults.has(idOf(pointer))) faults.set(idOf(pointer), [{ head: say(`desk.fault.${key}`, values), text: "", wrong: true }]);
  }
  const known = new Set(faults.keys());
  for (const one of findings) {
    const id = idOf(one.pointer);
    if (one.code.startsWith("CT") && [...known].some((other) => other === id || other.startsWith(`${id}.`))) continue;
    faults.set(id, [...(faults.get(id) ?? []), ruleFault(one, kind, { schemas, say })]);
  }
  return faults;
}

/** A finding of the rules as it is shown. */
export const ruleFault = (one, kind, { schemas, say }) => ({
  head: say(`desk.severity.${one.severity}`, { text: one.title }),
  text: withFieldNames(` ${one.detail} ${say("desk.fix", { fix: one.fix })}`, schemas, kind),
  name: one.field,
  page: one.page,
  wrong: one.severity === "error",
});

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

/** The faults with links to their places; one inside a closed row leads to that row. */
export function summaryOf(faults, form, say) {
  const items = [...faults].flatMap(([id, found]) => found.map((fault) => summaryItem(id, fault, form, say)));
  if (!items.length) return [make("p", {}, say("desk.no_problems"))];
  return [make("h2", {}, say("desk.problems_count", { count: items.length })), make("ul", {}, items)];
}

function summaryItem(id, { head, text, name, page }, form, say) {
  const target = nearest(id, form);
  const go = (event) => {
    event.preventDefault();
    if (target) reveal(target);
  };
  const shown = name || labelOf(target);
  const link = make("a", { href: `#${target?.id ?? "desk"}`, onclick: go }, shown ? `${shown}: ${head}` : head);
  return make("li", {}, link, text, page ? ruleLink(page, say) : null);
}

const labelOf = (target) =>
  (target?.labels?.[0]?.textContent ?? target?.querySelector("legend")?.textContent ?? target?.textContent ?? "").trim();

/** A link to what the rule is for; it opens apart, so that the draft stays as it is. */
export function ruleLink(page, say) {
  const code = page.split("/").at(-2).toUpperCase();
  return make("a", { href: `../${page}`, target: "_blank", rel: "noopener", className: "rule" }, say("desk.rule", { code }));
}

function nearest(id, form) {
  for (const part of around(id)) {
    const found = form.querySelector(`[id="${part}"]`) ?? form.querySelector(`[id="${part}-dong"]`);
    if (found) return found;
  }
  return form.querySelector("input, select, textarea, button");
}
