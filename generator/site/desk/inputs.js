// The native input for one value, and how what is typed becomes a value of the record.
import { make } from "./elements.js";
import { meantBy, namesWith } from "./names.js";
import { at } from "./record.js";
import { shownDay, storedDay } from "./schema.js";

const MOST_OFFERED = 40;

/** The input of a kind (see `kindOf`); typing asks `context.set` without drawing the form anew. */
export function inputFor(kind, schema, pointer, order, context, id) {
  const value = at(context.value(), pointer);
  const type = (next) => context.type(pointer, next === "" ? emptyOf(schema) : next, order);
  if (kind === "choice") return choice(schema, value, id, (next) => context.set(pointer, next, order, id));
  if (kind === "flag") return make("input", { type: "checkbox", id, checked: value === true, disabled: schema.const !== undefined, onchange: ({ target }) => type(target.checked) });
  if (kind === "number") return number(schema, value, id, type);
  if (kind === "day") return day(schema, value, id, type);
  const names = context.names(schema.refersTo);
  if (names) return reference(names, value, id, type);
  const typed = ({ target }) => type(target.value);
  if (kind === "line") return make("input", { type: "text", id, value: value ?? "", oninput: typed, onchange: inCapitals(schema, typed) });
  return make("textarea", { id, value: value ?? "", rows: Math.min(12, 2 + Math.floor(String(value ?? "").length / 80)), oninput: typed });
}

/** What is only right in capitals is written so when the field is left. */
const inCapitals = ({ pattern }, typed) => (event) => {
  const right = new RegExp(pattern, "u");
  const capitals = event.target.value.trim().toUpperCase();
  if (right.test(event.target.value) || !right.test(capitals)) return;
  event.target.value = capitals;
  typed(event);
};

/** What an emptied field is: null where that may stand; nothing at all where the field is optional. */
const emptyOf = ({ nullable, optional }) => (nullable ? null : optional ? undefined : "");

function choice(schema, value, id, set) {
  const options = schema.enum.map((one, index) =>
    make("option", { value: one, selected: one === value }, schema["x-labels"]?.[index] ?? String(one)),
  );
  const none = schema.enum.includes(value) ? null : make("option", { value: "", selected: true }, "");
  return make("select", { id, onchange: ({ target }) => target.value && set(target.value) }, none, options);
}

function number(schema, value, id, type) {
  const typed = ({ target }) => {
    type(target.value.trim() && numberOf(target.value));
  };
  return make("input", { type: "text", inputMode: "decimal", id, value: value ?? "", oninput: typed });
}

const THOUSANDS = /^-?[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+|(?: \d{3})+)$/;

/** The number that a text is, as it is typed in Vietnam: "10.000", "10,000", "10 000" and "10.000 đồng" are ten
 * thousand, "12,5" and "12.5" are twelve and a half; the text itself where it is none, and where a dot neither parts thousands nor a
 * figure or two: "5.0000" may be meant for fifty thousand. */
export function numberOf(typed) {
  const text = typed.trim().replace(/\u00a0/g, " ").replace(/\s*(?:đồng|đ|vnđ|vnd)$/i, "");
  const plain = THOUSANDS.test(text) ? text.replace(text.includes(".") ? /\./g : /[, ]/g, "") : text;
  const decimal = plain.replace(",", ".");
  const doubtful = /^-?[1-9]\d*\.\d{3,}$/.test(text) && plain === text;
  return /^-?\d+(\.\d+)?$/.test(decimal) && !doubtful ? Number(decimal) : typed;
}

function day(schema, value, id, type) {
  const typed = ({ target }) => type(storedDay(target.value));
  return make("input", { type: "text", inputMode: "numeric", autocomplete: "off", id, value: value ? shownDay(value) : "", oninput: typed });
}

/** A record that is found by its name: a few are offered for what is typed so far. */
function reference(names, value, id, type) {
  const offered = make("datalist", { id: `${id}-goi-y` });
  const input = make("input", { type: "text", id, autocomplete: "off", value: names.byId.get(value) ?? value ?? "", list: offered.id });
  const offer = () => offered.replaceChildren(...namesWith(names, input.value, MOST_OFFERED).map((name) => make("option", { value: name })));
  input.addEventListener("input", () => {
    offer();
    type(names.byName.get(input.value) ?? input.value);
  });
  input.addEventListener("change", () => {
    const { id: meant } = meantBy(names, input.value);
    if (!meant || input.value === names.byId.get(meant)) return;
    input.value = names.byId.get(meant);
    type(meant);
  });
  input.addEventListener("focus", offer);
  input.after?.(offered);
  queueMicrotask(() => input.after(offered));
  return input;
}
