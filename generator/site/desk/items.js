// Items of a record that other parts of it name: known to people by their names, kept by their ids.
import { make } from "./elements.js";
import { at } from "./record.js";

/** The items among which a reference at a pointer chooses: the part of its name, else the list around it. */
export function itemsMeant(pointer, record) {
  const part = record[pointer.findLast((step) => typeof step === "string")];
  const named = [part?.items, part].find(hasIds);
  if (named) return named;
  const around = pointer.map((_, index) => at(record, pointer.slice(0, index))).filter(hasIds);
  return around.at(-1) ?? [];
}

const hasIds = (list) => Array.isArray(list) && list.some((one) => one?.id);

/** The name of the item of an id; the id itself where nothing has it. */
export function nameOfItem(id, pointer, record) {
  const items = itemsMeant(pointer, record);
  const found = items.find((one) => one.id === id);
  return found ? titleOfItem(found, items.indexOf(found)) : String(id ?? "");
}

const titleOfItem = ({ name, title, text }, index) => name ?? title ?? text ?? String(index + 1);

/** A list of these items to choose from. */
export function itemChoice(value, id, pointer, record, choose) {
  const items = itemsMeant(pointer, record);
  const known = items.some((one) => one.id === value);
  const options = items.map((one, index) => make("option", { value: one.id, selected: one.id === value }, titleOfItem(one, index)));
  return make("select", { id, onchange: ({ target }) => target.value && choose(target.value) },
    known ? null : make("option", { value: "", selected: true }, ""), options);
}

/** Ids that no other item of the list has, nor one of the text before, for an item that is new. */
export function withGivenIds(value, items, taken) {
  if (value === null || typeof value !== "object" || !("id" in value)) return value;
  const used = new Set(items.map((item) => item?.id));
  const stem = /^[a-z]+/.exec(items.at(-1)?.id ?? "")?.[0] ?? "m";
  let number = items.length + 1;
  while (used.has(`${stem}${number}`) || taken.has(`${stem}${number}`)) number++;
  return { ...value, id: `${stem}${number}` };
}
