// A form out of a schema: groups as fieldsets, lists as closed rows of which one is open, native
// inputs for everything else. It knows no key of a record; what it changes it asks `edit` for.
import { FILE, fileChooser } from "./attached-file.js";
import { blank } from "./blanks.js";
import { titleOfEntry } from "./compare.js";
import { button, make, shortened } from "./elements.js";
import { faultCount, faultSlot, idOf } from "./faults.js";
import { inputFor } from "./inputs.js";
import { itemChoice, nameOfItem, withGivenIds } from "./items.js";
import { offerRows } from "./pasted-rows.js";
import { keysOfReasons } from "./reasons.js";
import { at } from "./record.js";
import { alternatives, fieldsOf, kindOf, namesOnTheWay, resolve, schemasOnTheWay, shownDay } from "./schema.js";

const GIVEN = "item_id";
const NUMBER = "version_id";

/** Ids of items are given by the page, and so is the number of a version that is there. */
const isGiven = ({ refersTo }, isThere) => refersTo === GIVEN || (refersTo === NUMBER && isThere);

/**
 * The elements of the fields of a mapping. `context` has schemas (`common`), the value (`value()`),
 * what changes it (`set`, `remove`, `insert`, `move`), names (`names`), words (`say`), the rows that
 * are open (`open`), keys that the page gives (`fixed`), whether a place is `shown`, and for a list to
 * which items are added elsewhere on the page, what leads there (`addedElsewhere`), and whether a field
 * is read only (`settled`).
 */
export function fieldsOfGroup(schema, pointer, context) {
  const value = at(context.value(), pointer) ?? {};
  const choices = alternatives(schema);
  const fields = fieldsOf(schema, value, context.common).filter(
    ({ key, schema: one }) => !isGiven(one, key in value) && !(pointer.length === 0 && context.fixed.has(key)) && context.shown([...pointer, key]),
  );
  const order = Object.keys(schema.properties);
  const usual = usualKeys(fields, pointer, context);
  const shown = fields.filter(({ key, required, asked, schema: one }) => key in value || required || asked || usual.has(key) || (kindOf(one) === "entries" && keysOfReasons(schema, value, context.common).length));
  const absent = fields.filter((one) => !shown.includes(one) && !choices.includes(one.key));
  return [
    choices.length ? choiceOfKey(choices, fields, value, pointer, order, context) : null,
    ...shown.map((field) => fieldElement(choices.includes(field.key) ? { ...field, required: true } : field, [...pointer, field.key], order, context)),
    absent.length ? adder(absent, pointer, order, context) : null,
  ].filter(Boolean);
}

/** The single values that other items of the same list have: this one is asked for them too. */
function usualKeys(fields, pointer, context) {
  if (typeof pointer.at(-1) !== "number") return new Set();
  const items = at(context.value(), pointer.slice(0, -1));
  return new Set(fields.filter(({ key, schema }) => USUAL.has(kindOf(schema)) && items.some((one) => key in one)).map(({ key }) => key));
}

const USUAL = new Set(["number"]);

function choiceOfKey(choices, fields, value, pointer, order, context) {
  const now = choices.find((key) => key in value) ?? "";
  const id = `${idOf(pointer)}-chon`;
  const options = fields.filter(({ key }) => choices.includes(key));
  const change = ({ target }) => {
    const field = options.find(({ key }) => key === target.value);
    if (!field) return;
    const kept = Object.entries(value).filter(([key]) => !choices.includes(key));
    const next = Object.fromEntries([...kept, [field.key, blank(field.schema, context)]]);
    context.set(pointer, inOrder(next, order), [], id);
  };
  return make("div", { className: "field" },
    make("label", { for: id }, context.say("desk.which")),
    make("select", { id, onchange: change },
      now ? null : make("option", { value: "" }, context.say("desk.choose")),
      options.map(({ key, schema }) => make("option", { value: key, selected: key === now }, kindOf(schema) === "list" ? context.say("desk.as_list") : schema.title)),
    ),
  );
}

const inOrder = (value, order) =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)));

function adder(absent, pointer, order, context) {
  const id = `${idOf(pointer)}-them`;
  const select = make("select", { id }, absent.map(({ key, schema }) => make("option", { value: key }, schema.title ?? "")));
  const add = () => {
    const field = absent.find(({ key }) => key === select.value);
    const next = [...pointer, field.key];
    context.set(next, blank(field.schema, context), order, idOf(next));
  };
  return make("div", { className: "adder" },
    make("label", { for: id }, context.say("desk.more")), select, button(context.say("desk.add"), add));
}

function fieldElement({ key, schema, required, asked }, pointer, order, context) {
  const kind = kindOf(schema);
  if (context.settled?.(pointer)) return settledField(schema, pointer, context);
  if (schema.nullable && kind === "group" && at(context.value(), pointer) === null) return emptyGroup(schema, pointer, order, context);
  if (kind === "group") return group(schema, pointer, required || asked, order, context);
  if (kind === "list") return list(schema, pointer, required, order, context);
  if (kind === "entries") return entries(schema, pointer, context);
  const title = schema.title ?? key;
  const input = inputFor(kind, { ...schema, optional: !required }, pointer, order, context, idOf(pointer));
  return labelled(title, schema, pointer, required || asked, input, context);
}

/** A value on which other records of the draft were made: it is read, and changed by way of these. */
function settledField(schema, pointer, context) {
  const value = at(context.value(), pointer);
  const item = kindOf(schema) === "list" ? resolve(schema.items, context.common) : schema;
  const text = [value].flat().map((one) => textOf(one, item, context)).join("; ");
  return make("div", { className: "field", id: idOf(pointer), tabIndex: -1 },
    make("strong", {}, schema.title ?? ""), make("p", {}, text), faultSlot(idOf(pointer)));
}

function labelled(title, schema, pointer, required, input, context) {
  const id = idOf(pointer);
  const note = schema.description && !context.names(schema.refersTo) ? make("p", { id: `${id}-ghi`, className: "note" }, schema.description) : null;
  const fault = faultSlot(id);
  input.setAttribute("aria-describedby", `${note ? `${note.id} ` : ""}${fault.id}`);
  const label = make("label", { for: id }, title, required ? null : ` ${context.say("desk.optional")}`);
  return make("div", { className: "field" }, label, note, input, fault, required || at(context.value(), pointer) === undefined ? null : removal(title, pointer, context));
}

const removal = (title, pointer, context) =>
  button(context.say("desk.drop"), () => context.remove(pointer, idOf(pointer.slice(0, -1))), {
    className: "quiet",
    "aria-label": context.say("desk.drop_named", { name: title }),
  });

/** A mapping that is left empty so far: it is filled in when somebody asks for it. */
function emptyGroup(schema, pointer, order, context) {
  const fill = () => context.set(pointer, blank({ ...schema, nullable: false }, context), order, schema.refersTo === FILE ? `${idOf(pointer)}-tep` : idOf(pointer));
  return make("fieldset", { id: idOf(pointer), tabIndex: -1, "aria-describedby": `${idOf(pointer)}-loi` },
    make("legend", {}, schema.title ?? ""),
    schema.description ? make("p", { className: "note" }, schema.description) : null,
    faultSlot(idOf(pointer)),
    button(context.say("desk.fill_in", { name: schema.title ?? "" }), fill));
}

function group(schema, pointer, required, order, context) {
  return make("fieldset", { id: idOf(pointer), tabIndex: -1, "aria-describedby": `${idOf(pointer)}-loi` },
    make("legend", {}, schema.title ?? ""),
    schema.description ? make("p", { className: "note" }, schema.description) : null,
    faultSlot(idOf(pointer)),
    schema.refersTo === FILE ? fileChooser(pointer, at(context.value(), pointer), context, (next) => context.set(pointer, next, order, `${idOf(pointer)}-tep`)) : null,
    fieldsOfGroup(schema, pointer, context),
    context.beside?.(pointer),
    schema.nullable ? button(context.say("desk.leave_empty"), () => context.set(pointer, null, order, idOf(pointer)), { className: "quiet", "aria-label": context.say("desk.leave_empty_named", { name: schema.title ?? "" }) }) : null,
    required ? null : removal(schema.title ?? "", pointer, context),
  );
}

function entries(schema, pointer, context) {
  const value = context.value();
  const order = Object.keys(context.schema.properties);
  return make("fieldset", { id: idOf(pointer), tabIndex: -1 },
    make("legend", {}, schema.title),
    make("p", { className: "note" }, context.say("desk.reasons_note")),
    keysOfReasons(context.schema, value, context.common).map((key) => {
      const inner = [...pointer, key];
      const input = inputFor("text", { optional: true }, inner, order, context, idOf(inner));
      return labelled(context.say("desk.reason_of", { name: titleOfEntry(key, context) }), {}, inner, true, input, context);
    }),
  );
}

function list(schema, pointer, required, order, context) {
  const items = at(context.value(), pointer) ?? [];
  const item = resolve(schema.items && schema.items !== true ? schema.items : { type: "string" }, context.common);
  const add = () => {
    const value = withGivenIds(blank(item, context), items, context.taken);
    const next = [...pointer, items.length];
    context.open.add(idOf(next));
    if (items.length) context.insert(pointer, items.length, value, idOf(next));
    else context.set(pointer, [value], order, idOf(next));
  };
  return make("fieldset", { id: idOf(pointer), className: "list", tabIndex: -1, "aria-describedby": `${idOf(pointer)}-loi` },
    make("legend", {}, schema.title ?? "", ` (${items.length})`),
    schema.description ? make("p", { className: "note" }, schema.description) : null,
    faultSlot(idOf(pointer)),
    make("ol", {}, items.map((one, index) => row(one, index, items, item, pointer, context))),
    context.addedElsewhere?.(pointer) ?? button(context.say("desk.add_item", { name: nameOfAdded(item, schema, context) }), add),
    required ? null : removal(schema.title ?? "", pointer, context),
  );
}

/** A list of records names what it is of; its items are known to people by names, not by ids. */
const nameOfAdded = (item, schema, context) => ((item.refersTo === GIVEN || context.names(item.refersTo) ? null : item.title) ?? schema.title ?? "");

const rowName = (index, text, context) => `${index + 1}. ${shortened(text) || context.say("desk.empty")}`;

/** Writes anew what the rows around an input are called. */
export function renameRows(id, form, context) {
  const steps = id.replace(/^muc-/, "").split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (const [place, index] of steps.entries()) {
    const pointer = steps.slice(0, place + 1);
    const head = typeof index === "number" && form.querySelector(`[id="${idOf(pointer)}-dong"]`);
    const schema = head && schemasOnTheWay(context.schema, pointer, context.common).at(-1);
    if (schema && schema.refersTo !== GIVEN) head.textContent = rowName(index, textOf(at(context.value(), pointer), schema, context), context);
  }
}

function row(one, index, items, item, pointer, context) {
  const inner = [...pointer, index];
  const id = idOf(inner);
  const open = context.open.has(id);
  const text = item.refersTo === GIVEN ? nameOfItem(one, inner, context.value()) : textOf(one, item, context);
  const name = rowName(index, text, context);
  const toggle = () => {
    if (open) context.open.delete(id);
    else {
      for (const other of context.open) if (other.startsWith(`${idOf(pointer)}.`)) context.open.delete(other);
      context.open.add(id);
    }
    context.draw(`${id}-dong`);
  };
  const count = faultCount(id);
  const head = button(name, toggle, { id: `${id}-dong`, className: "row", "aria-expanded": String(open) });
  if (!open) return make("li", {}, head, count);
  const inside = make("div", { className: "inside" },
    kindOf(item) === "group"
      ? fieldsOfGroup(item, inner, context)
      : labelled(titleOfOne(item, pointer, context), item.refersTo === GIVEN ? {} : item, inner, true, inputOfOne(item, inner, context), context),
    tools(one, index, items, pointer, name, context));
  const keyOf = (field) => (kindOf(item) === "group" ? Object.keys(item.properties).find((key) => field === idOf([...inner, key])) : null);
  offerRows(inside, keyOf, context, (key, texts) => addRows(key, texts, one, index, items, item, pointer, context));
  return make("li", {}, head, inside);
}

/** An item for each text, behind the one into which they were pasted, or in its place where its field is empty. */
function addRows(key, texts, one, index, items, item, pointer, context) {
  const made = texts.reduce((all, text) => [...all, { ...withGivenIds(blank(item, context), [...items, ...all], context.taken), [key]: text }], []);
  context.open.delete(idOf([...pointer, index]));
  context.insertAll(pointer, index + 1, made, at(context.value(), [...pointer, index, key]) ? null : index, `${idOf([...pointer, index])}-dong`);
}

/** The input of an item that is a single value: one that names another item of the record is chosen among these. */
function inputOfOne(item, inner, context) {
  const id = idOf(inner);
  if (item.refersTo !== GIVEN) return inputFor(kindOf(item), item, inner, [], context, id);
  return itemChoice(at(context.value(), inner), id, inner, context.value(), (next) => context.set(inner, next, [], id));
}

const titleOfOne = (item, pointer, context) =>
  (item.refersTo === GIVEN ? namesOnTheWay(context.schema, pointer, context.common).at(-1) : item.title) ?? "";

function tools(one, index, items, pointer, name, context) {
  const id = idOf([...pointer, index]);
  const moveTo = (to) => () => {
    context.open.delete(id);
    context.open.add(idOf([...pointer, to]));
    context.move(pointer, index, to, `${idOf([...pointer, to])}-dong`);
  };
  const copy = () => context.insert(pointer, index + 1, withGivenIds(structuredClone(one), items, context.taken), `${idOf([...pointer, index + 1])}-dong`);
  const drop = () => {
    context.open.delete(id);
    context.remove(items.length > 1 ? [...pointer, index] : pointer, idOf(pointer));
  };
  const tool = (key, run, disabled = false) =>
    button(context.say(key), run, { disabled, "aria-label": `${context.say(key)}: ${name}` });
  return make("div", { className: "tools", role: "group", "aria-label": name },
    tool("desk.up", moveTo(index - 1), index === 0), tool("desk.down", moveTo(index + 1), index === items.length - 1),
    tool("desk.copy", copy), tool("desk.delete", drop));
}

const MOST_TEXTS = 3;

/** What a closed row shows of an item: its first texts and names, and its days; never a key. */
function textOf(value, schema, context) {
  const kind = kindOf(schema);
  if (kind === "choice") return schema["x-labels"]?.[schema.enum.indexOf(value)] ?? "";
  if (schema.refersTo === NUMBER) return context.say("desk.version_plain", { number: Number(String(value).slice(1)) });
  if (kind === "day") return shownDay(value ?? "");
  if (schema.refersTo === GIVEN) return String(value ?? "");
  if (kind !== "group") return context.names(schema.refersTo)?.byId.get(value) ?? String(value ?? "");
  const fields = fieldsOf(schema, value, context.common).filter(({ key, schema: one }) => key in value && one.refersTo !== GIVEN);
  const simple = fields.filter(({ schema: one }) => !["group", "list", "flag", "entries"].includes(kindOf(one)));
  const texts = simple
    .filter(({ schema: one }, index) => index < MOST_TEXTS || kindOf(one) === "day")
    .map(({ key, schema: one }) => textOf(value[key], one, context))
    .filter(Boolean);
  return [...texts, ...(texts.length < 2 ? firstInside(fields, value, context) : [])].join(" · ");
}

/** The first item of the first list, where the item itself says little. */
function firstInside(fields, value, context) {
  const list = fields.find(({ key, schema }) => kindOf(schema) === "list" && value[key]?.length);
  if (!list || !list.schema.items || list.schema.items === true) return [];
  return [textOf(value[list.key][0], resolve(list.schema.items, context.common), context)].filter(Boolean);
}
