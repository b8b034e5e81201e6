// One record of a draft on the screen: its form, what is wrong at once, what has changed, undo.
import { changedFields } from "./compare.js";
import { button, make } from "./elements.js";
import { fieldsOfGroup, idOf } from "./form.js";
import { insert, move, read, remove, set } from "./record.js";
import { wordChanges } from "./redline.js";
import { problemsOf } from "./schema.js";

const PAUSE = 250;

/**
 * Shows a file of a draft in `host`. `desk` has schemas, names, words, `announce` and `changed`,
 * which keeps the draft; `fixed` are the keys that the page gives.
 */
export function edit(host, file, desk, fixed, undone = []) {
  const { say } = desk;
  const schema = desk.schemas[file.kind];
  let value = read(file.text);
  const summary = make("section", { className: "summary", "aria-label": say("desk.problems") });
  const form = make("form", { onsubmit: (event) => event.preventDefault() });
  const changes = make("section", { className: "changes", "aria-label": say("desk.changes") });
  const undo = button(say("desk.undo"), () => step(undone.pop(), null));
  let waiting = 0;

  const context = {
    schema, common: desk.schemas.common, say, fixed: new Set(fixed), open: new Set(), problems: new Map(),
    names: desk.names,
    value: () => value,
    draw,
    type: (pointer, next, order) => apply((text) => set(text, pointer, next, order), null),
    set: (pointer, next, order, focus) => apply((text) => set(text, pointer, next, order), focus),
    remove: (pointer, focus) => apply((text) => remove(text, pointer), focus),
    insert: (pointer, index, item, focus) => apply((text) => insert(text, pointer, index, item), focus),
    move: (pointer, from, to, focus) => apply((text) => move(text, pointer, from, to), focus),
  };

  function apply(change, focus) {
    undone.push(file.text);
    step(change(file.text), focus, focus === null);
  }

  /** Takes a new text over; while somebody types the form stays as it is. */
  function step(text, focus, typing = false) {
    if (text === undefined) return;
    file.text = text;
    value = read(text);
    desk.changed();
    clearTimeout(waiting);
    if (typing) waiting = setTimeout(mark, PAUSE);
    else draw(focus);
  }

  function look() {
    context.problems.clear();
    for (const { pointer, key, values } of problemsOf(schema, value, desk.schemas.common)) {
      if (!context.problems.has(idOf(pointer))) context.problems.set(idOf(pointer), say(`desk.fault.${key}`, values));
    }
    summary.replaceChildren(...summaryOf(context, form, say));
    changes.replaceChildren(...changesOf(file, value, schema, context));
    desk.looked?.();
    undo.disabled = !undone.length;
  }

  /** What is wrong at each input that is on the screen, without drawing it anew. */
  function mark() {
    look();
    for (const fault of form.querySelectorAll(".fault[id]")) {
      const id = fault.id.slice(0, -"-loi".length);
      fault.textContent = context.problems.get(id) ?? "";
      const input = document.getElementById(id);
      if (context.problems.has(id)) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
    }
  }

  function draw(focus) {
    look();
    form.replaceChildren(...fieldsOfGroup(schema, [], context));
    summary.replaceChildren(...summaryOf(context, form, say));
    if (focus) document.getElementById(focus)?.focus();
  }

  host.append(summary, make("div", { className: "tools" }, undo), form, changes);
  draw(null);
}

/** The problems with links to their places; one inside a closed row leads to that row. */
function summaryOf(context, form, say) {
  if (!context.problems.size) return [make("p", {}, say("desk.no_problems"))];
  const items = [...context.problems].map(([id, text]) => {
    const target = nearest(id, form);
    const name = target?.labels?.[0]?.textContent ?? target?.querySelector("legend")?.textContent ?? target?.textContent ?? "";
    const go = (event) => {
      event.preventDefault();
      target?.focus();
    };
    return make("li", {}, make("a", { href: `#${target?.id ?? "desk"}`, onclick: go }, `${name.trim()}: ${text}`));
  });
  return [make("h2", {}, say("desk.problems_count", { count: items.length })), make("ul", {}, items)];
}

function nearest(id, form) {
  for (let part = id; part; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
    const found = form.querySelector(`[id="${part}"]`) ?? form.querySelector(`[id="${part}-dong"]`);
    if (found) return found;
  }
  return form.querySelector("input, select, textarea, button");
}

const MOST_SHOWN = 200;

/** Each field that differs from what was there before, with its words marked. */
function changesOf(file, value, schema, context) {
  const { say } = context;
  const before = file.base ?? file.before ?? null;
  if (before === null) return [make("h2", {}, say("desk.new_file"))];
  const changed = changedFields(schema, read(before), value, context).filter(({ names }) => names.length);
  return [make("h2", {}, say("desk.changes_count", { count: changed.length })), ...changed.slice(0, MOST_SHOWN).map(redline)];
}

function redline({ names, before, after }) {
  const marks = { "+": "ins", "-": "del" };
  const parts = wordChanges(before ?? "", after ?? "").map(([mark, text]) => (marks[mark] ? make(marks[mark], {}, text) : text));
  return make("p", {}, make("strong", {}, `${names.join(" › ")}: `), ...parts);
}
