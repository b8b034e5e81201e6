// One record of a draft on the screen: its form, what is wrong at once, what has changed, undo.
import { changedFields } from "./compare.js";
import { button, make } from "./elements.js";
import { faultsOf, showFaults, summaryOf } from "./faults.js";
import { fieldsOfGroup } from "./form.js";
import { insert, move, read, remove, set } from "./record.js";
import { wordChanges } from "./redline.js";
import { problemsOf } from "./schema.js";

const PAUSE = 250;

/**
 * Shows a file of a draft in `host`. `desk` has schemas, names, words, `announce` and `changed`,
 * which keeps the draft, and may have `findings` of the rules and `moved`, which drops them when
 * fields have moved; `fixed` are the keys that the page gives. Returns what marks faults again.
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
    schema, common: desk.schemas.common, say, fixed: new Set(fixed), open: new Set(),
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
    if (typing) {
      waiting = setTimeout(mark, PAUSE);
      return;
    }
    desk.moved?.();
    draw(focus);
  }

  /** What is wrong, at each field that is on the screen and in the summary, without drawing anew. */
  function mark() {
    const faults = faultsOf(problemsOf(schema, value, desk.schemas.common), desk.findings?.() ?? [], say);
    showFaults(form, faults, say);
    summary.replaceChildren(...summaryOf(faults, form, say));
    changes.replaceChildren(...changesOf(file, value, schema, context));
    desk.looked?.();
    undo.disabled = !undone.length;
  }

  function draw(focus) {
    form.replaceChildren(...fieldsOfGroup(schema, [], context));
    mark();
    if (focus) document.getElementById(focus)?.focus();
  }

  host.append(summary, make("div", { className: "tools" }, undo), form, changes);
  draw(null);
  return mark;
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
