// The fields of short forms that ask before a record is there.
import { make } from "./elements.js";
import { meantBy } from "./names.js";
import { isDay, storedDay } from "./schema.js";

/** A labelled input; `note` stands under the label. */
export function field(id, label, properties = {}, note = null) {
  const input = make("input", { type: "text", id, autocomplete: "off", ...properties });
  return labelled(id, label, input, note);
}

export function labelled(id, label, input, note = null) {
  const said = note ? make("p", { id: `${id}-ghi`, className: "note" }, note) : null;
  if (said) input.setAttribute("aria-describedby", said.id);
  return { input, element: make("div", { className: "field" }, make("label", { for: id }, label), said, input) };
}

/**
 * A field for a record by its name, its number, or what only one name has; `id()` is undefined when
 * what was typed leads to no record or to several, and `count()` says how many. `fault(words)` is what is wrong:
 * `words` where nothing was typed, null for a field that may be left so.
 */
export function reference(id, label, names, { say }, note = null) {
  const offered = make("datalist", { id: `${id}-goi-y` }, [...names.byName.keys()].map((name) => make("option", { value: name })));
  const made = field(id, label, { list: offered.id }, note);
  made.element.append(offered);
  const found = () => meantBy(names, made.input.value);
  made.input.addEventListener("change", () => (made.input.value = names.byId.get(found().id) ?? made.input.value));
  const fault = (words = null) => {
    const { id: meant, count } = found();
    if (meant) return null;
    const sentence = made.input.value.trim() ? unclear(count, made.input.value.trim(), say) : words;
    return sentence && [sentence, made.input];
  };
  return { ...made, id: () => found().id, count: () => found().count, fault };
}

/** What is said where a name leads to no record, or to several. */
export const unclear = (count, typed, say) => say(count ? "desk.several_names" : "desk.no_name", { typed, count });

/** The day that was typed: "" for nothing, null for what is no day of the calendar. */
export const typedDay = (typed) => {
  const stored = storedDay(typed);
  return !stored || isDay(stored) ? stored : null;
};

/**
 * A field for a day as people write it; `day()` is "" when nothing was typed, null when it is no day.
 * `fault(words)` is as that of `reference`.
 */
export function dayField(id, label, { say }, note = null) {
  const made = field(id, label, { inputMode: "numeric" }, note);
  const day = () => typedDay(made.input.value);
  const fault = (words = null) => {
    const sentence = day() === null ? say("desk.bad_day") : !day() && words;
    return sentence && [sentence, made.input];
  };
  return { ...made, day, fault };
}

export function choice(id, label, options, chosen = "", note = null) {
  const select = make("select", { id }, options.map(([value, name]) => make("option", { value, selected: value === chosen }, name)));
  return labelled(id, label, select, note);
}

/** Check boxes under one legend; `values()` are the ones that are ticked, in their order. */
export function boxes(id, legend, options) {
  const inputs = options.map(([value], index) => make("input", { type: "checkbox", id: `${id}-${index}`, value }));
  const element = make("fieldset", { id, className: "boxes" }, make("legend", {}, legend),
    options.map(([, name], index) => make("label", { for: inputs[index].id }, inputs[index], name)));
  return { element, inputs, values: () => inputs.filter((one) => one.checked).map((one) => one.value) };
}

/**
 * A form that says all that is wrong at once: `check` gives [words, input] for each fault, and may have
 * empty places between. The words stand at the input; whatever `submit` throws, which may have an
 * `input` too, ends the wait with its words.
 */
export function form(desk, parts, submitName, check, submit) {
  const push = make("button", { type: "submit", className: "primary" }, submitName);
  let shown = [];
  const clear = (some) => {
    for (const one of shown.filter(some)) one.clear();
    shown = shown.filter((one) => !some(one));
  };
  const say = (faults) => {
    shown = faults.map(([words, input]) => showFault(words, input, push));
    (faults.find(([, input]) => input)?.[1] ?? push).focus();
  };
  let running = false;
  const onsubmit = async (event) => {
    event.preventDefault();
    if (running) return undefined;
    clear(() => true);
    const found = check().filter(Boolean);
    if (found.length) return say(found);
    running = true;
    try {
      return await submit();
    } catch (error) {
      say([[error.message, error.input]]);
      return desk.announce(error.message);
    } finally {
      running = false;
    }
  };
  return make("form", { onsubmit, oninput: ({ target }) => clear(({ input }) => !input || input === target || groupOf(input).contains(target)), noValidate: true }, ...parts, push);
}

/** Boxes are one field: what is wrong with them stands below all of them. */
const groupOf = (input) => (input.type === "checkbox" ? (input.closest("fieldset") ?? input) : input);

/** Words at an input, or in front of a button; `clear` takes them away again. */
function showFault(words, input, push) {
  const element = make("p", { id: `loi-bieu-mau-${++faults}`, className: "fault", role: "alert" }, words);
  if (!input) push.before(element);
  else if (groupOf(input) === input) input.after(element);
  else groupOf(input).append(element);
  const before = input?.getAttribute("aria-describedby") ?? "";
  input?.setAttribute("aria-invalid", "true");
  input?.setAttribute("aria-describedby", `${before} ${element.id}`.trim());
  const clear = () => {
    element.remove();
    input?.removeAttribute("aria-invalid");
    if (before) input?.setAttribute("aria-describedby", before);
    else input?.removeAttribute("aria-describedby");
  };
  return { input, clear };
}

let faults = 0;

/** Ends a task for what an input lacks. */
export function lacking(sentence, input) {
  throw Object.assign(new Error(sentence), { input });
}
