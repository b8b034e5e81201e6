// The fields of short forms that ask before a record is there.
import { make } from "./elements.js";
import { storedDay } from "./schema.js";

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

/** A field for a record by its name; `id()` is undefined when no record has what was typed. */
export function reference(id, label, names, note = null) {
  const offered = make("datalist", { id: `${id}-goi-y` }, [...names.byName.keys()].map((name) => make("option", { value: name })));
  const made = field(id, label, { list: offered.id }, note);
  made.element.append(offered);
  return { ...made, id: () => names.byName.get(made.input.value.trim()) };
}

/** A field for a day as people write it; `day()` is "" when nothing was typed, null when it is no day. */
export function dayField(id, label, note = null) {
  const made = field(id, label, { inputMode: "numeric" }, note);
  const day = () => {
    const stored = storedDay(made.input.value);
    return !stored || /^\d{4}-\d\d-\d\d$/.test(stored) ? stored : null;
  };
  return { ...made, day };
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
 * A form with its fault line: `check` gives [words, input] of the first fault, or null. The words stand
 * at the input; whatever `submit` throws, which may have an `input` too, ends the wait with its words.
 */
export function form(desk, parts, submitName, check, submit) {
  const fault = make("p", { id: `loi-bieu-mau-${++forms}`, className: "fault", role: "alert" });
  const push = make("button", { type: "submit", className: "primary" }, submitName);
  let wrong = null;
  const clear = () => {
    fault.textContent = "";
    wrong?.removeAttribute("aria-invalid");
    wrong = null;
  };
  const say = (words, input) => {
    wrong = input ?? null;
    if (wrong) wrong.after(fault);
    else push.before(fault);
    wrong?.setAttribute("aria-invalid", "true");
    fault.textContent = words;
    wrong?.focus();
  };
  const onsubmit = async (event) => {
    event.preventDefault();
    clear();
    const found = check();
    if (found) return say(...found);
    try {
      await submit();
    } catch (error) {
      say(error.message, error.input);
      desk.announce(error.message);
    }
  };
  return make("form", { onsubmit, oninput: clear, noValidate: true }, ...parts, fault, push);
}

let forms = 0;

/** Ends a task for what an input lacks. */
export function lacking(sentence, input) {
  throw Object.assign(new Error(sentence), { input });
}
