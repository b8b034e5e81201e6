// One record of a draft on the screen: its form, what is wrong at once, what has changed, undo.
import { changedFields } from "./compare.js";
import { button, make, reveal } from "./elements.js";
import { faultsOf, idOf, inputAt, landingAt, showFaults, summaryOf } from "./faults.js";
import { fieldsOfGroup, renameRows } from "./form.js";
import { at, insert, move, read, remove, set, withoutEntry } from "./record.js";
import { idleReasons, reasonsKey } from "./reasons.js";
import { redlineOf } from "./redline.js";
import { partsOf, rowsAround } from "./part-links.js";
import { askedIn, fieldsOf, problemsOf, schemasOnTheWay } from "./schema.js";
import { staleWords } from "./stale-words.js";
import { typedValues } from "./typing.js";

/**
 * Shows a file of a draft in `host`. `desk` has schemas, names, words, `announce` and `changed`,
 * which keeps the draft, and may have `findings` of the rules, `moved`, which drops them when fields
 * have moved, `typedAt`, which drops those of a field, `named`, the parts [{name, pointer}] that the form is about, `outside`, which leads to a
 * field that stands elsewhere on the page, `leaving`, the other files that go with an item of a list (`STAYS`:
 * it is kept after all) and `drop`, which takes them out, `addedElsewhere`, a button to where items of a list are added, `settled`,
 * which tells the fields that are read only,
 * `beside`, which gives a button for a group, and `reopened`, for when other files came or went; `fixed`
 * are the keys that the page gives, `history` is that of the file. Returns what marks faults again, what
 * writes at once the values that are still on their way into the text, and what leads to a field.
 */
export function edit(host, file, desk, fixed, history) {
  const { say } = desk;
  const schema = desk.schemas[file.kind];
  let value = read(file.text);
  const summary = make("section", { className: "summary", "aria-label": say("desk.problems") });
  const form = make("form", { onsubmit: (event) => event.preventDefault() });
  const changes = make("section", { id: "thay-doi", className: "changes", tabIndex: -1, "aria-label": say("desk.changes") });
  const parts = partsOf(desk, () => value, draw, go);
  const toChanges = button("", () => reveal(changes), { className: "quiet" });
  const undo = button(say("desk.undo"), () => walk("undo", "desk.undone", "desk.undone_with_files"));
  const redo = button(say("desk.redo"), () => walk("redo", "desk.redone", "desk.redone_with_files"));
  const shownBefore = file.base ?? file.before ?? null;
  const before = shownBefore === null ? null : read(shownBefore);
  let turn = 0;
  const typed = typedValues(() => file.text, (text) => {
    history.keep();
    file.text = text;
    desk.changed();
    markInSteps();
  });

  const context = {
    schema, common: desk.schemas.common, say, fixed: new Set(fixed), open: new Set(),
    shown: (pointer) => parts.shown(pointer),
    names: desk.names,
    value: () => value,
    taken: idsIn(before),
    draw,
    type,
    settled: (pointer) => desk.settled?.(pointer, value) ?? false,
    addedElsewhere: (pointer) => desk.addedElsewhere?.(pointer) ?? null,
    beside: (pointer) => desk.beside?.(pointer, () => value, (from, places) => apply((text) => places.reduce((now, place) => set(now, place, at(read(text), from)), text), idOf(from))) ?? null,
    set: (pointer, next, order, focus) => apply((text) => withoutIdleReasons(withDefaults(set(text, pointer, next, order), pointer.slice(0, -1))), focus),
    remove: (pointer, focus) => {
      const others = desk.leaving?.(pointer, at(value, pointer)) ?? [];
      if (others !== STAYS) apply((text) => remove(text, pointer), focus, others);
    },
    insert: (pointer, index, item, focus) => apply((text) => insert(text, pointer, index, item), focus),
    insertAll: (pointer, index, items, instead, focus) => apply((text) => {
      const whole = items.reduce((now, item, place) => insert(now, pointer, index + place, item), text);
      return instead === null ? whole : remove(whole, [...pointer, instead]);
    }, focus),
    move: (pointer, from, to, focus) => apply((text) => move(text, pointer, from, to), focus),
  };

  /** Takes over what was typed; a mapping that is not there yet begins with it. */
  function type(pointer, next, order) {
    const around = pointer.slice(0, -1);
    turn += 1;
    desk.typedAt?.(pointer);
    if (at(value, around)) {
      put(at(value, around), pointer.at(-1), next);
      return typed.put(pointer, next, order);
    }
    return next === undefined ? undefined : type(around, { [pointer.at(-1)]: next }, keysAround(around));
  }

  const keysAround = (pointer) => Object.keys(schemasOnTheWay(schema, pointer.slice(0, -1), desk.schemas.common).at(-1).properties ?? {});

  const withoutIdleReasons = (text) =>
    idleReasons(schema, read(text), desk.schemas.common).reduce((now, key) => withoutEntry(now, [reasonsKey(schema, read(now), desk.schemas.common), key]), text);

  /** When a field is left that is known now, its reason for being empty goes, also from the page. */
  function dropIdleReasons() {
    const key = reasonsKey(schema, value, desk.schemas.common);
    for (const one of idleReasons(schema, value, desk.schemas.common)) {
      type([key, one], undefined, []);
      form.querySelector(`[id="${idOf([key, one])}"]`)?.closest(".field").remove();
    }
  }

  /** What a choice makes necessary begins with what it mostly is, where the schema says that. */
  function withDefaults(text, pointer) {
    const group = schemasOnTheWay(schema, pointer, desk.schemas.common).at(-1);
    const now = at(read(text), pointer);
    const begun = fieldsOf(group, now, desk.schemas.common).filter(({ key, required, schema: one }) => required && one.default !== undefined && !(key in now));
    return begun.reduce((before, { key, schema: one }) => set(before, [...pointer, key], one.default, Object.keys(group.properties)), text);
  }

  function apply(change, focus, others = []) {
    typed.flush();
    const text = change(file.text);
    history.keep(others);
    file.text = text;
    if (others.length) desk.drop(others);
    else show(focus);
  }

  /** Takes a step back, or does it again: the page says so, for what changes may be out of sight. */
  function walk(way, words, wordsOfFiles) {
    typed.flush();
    const others = history[way]();
    if (!others) return;
    if (others.length) desk.reopened?.();
    else show(null);
    desk.announce(say(others.length ? wordsOfFiles : words));
  }

  /** Draws the form of the text as it is now. */
  function show(focus) {
    value = read(file.text);
    desk.changed();
    desk.moved?.();
    draw(focus);
  }

  /** What is wrong, at each field that is on the screen and in the summary, without drawing anew. */
  const mark = () => {
    for (const one of steps()) one();
  };

  /** The same a step at a time, so that a key which comes in between need not wait for the rest. */
  async function markInSteps() {
    const mine = ++turn;
    for (const one of steps()) {
      await idle();
      if (mine !== turn) return;
      one();
    }
  }

  /** What is wrong by the schema, and what will be asked for then: else faults come in waves. */
  function allProblems() {
    const { common } = desk.schemas;
    const own = problemsOf(schema, value, common);
    return [...own, ...(own.length ? askedIn(schema, value, common) : []), ...(file.kind === "version" ? staleWords(before, value) : [])];
  }

  function steps() {
    let problems = [];
    let faults = null;
    let changed = null;
    return [
      () => (problems = allProblems()),
      () => showFaults(form, (faults = faultsOf(problems, desk.findings?.() ?? [], file.kind, desk)), say),
      () => summary.replaceChildren(...summaryOf(faults, say, go, desk.isChecked?.() ?? true)),
      () => (changed = before && changedFields(schema, before, value, context)),
      () => changes.replaceChildren(...changesOf(changed, say)),
      () => (toChanges.textContent = changes.querySelector("h2").textContent),
      () => desk.looked?.(value),
      () => {
        undo.disabled = !history.canUndo();
        redo.disabled = !history.canRedo();
      },
    ];
  }

  /** Leads to a field: what is hidden or closed around it is shown first. */
  function go(pointer) {
    if (desk.outside?.(pointer)) return;
    parts.uncover(pointer);
    for (const row of rowsAround(pointer)) context.open.add(row);
    draw(null);
    const target = inputAt(pointer, form);
    if (target) reveal(target);
  }

  function draw(focus) {
    parts.draw(fieldsOf(schema, value, context.common).filter(({ key }) => !context.fixed.has(key) && key in value));
    form.replaceChildren(...fieldsOfGroup(schema, [], context));
    mark();
    if (focus) landingAt(focus, form)?.focus();
  }

  form.addEventListener("change", ({ target }) => {
    dropIdleReasons();
    renameRows(target.id, form, context);
  });
  host.append(parts.element, summary, make("div", { className: "tools" }, undo, redo, toChanges), form, changes);
  for (const row of parts.rows()) context.open.add(row);
  draw(null);
  return { mark: markInSteps, flush: typed.flush, go };
}

/** Every id of an item in a value: what is new takes none of them, also when its item is gone. */
function idsIn(value, found = new Set()) {
  if (value === null || typeof value !== "object") return found;
  if (typeof value.id === "string") found.add(value.id);
  for (const one of Object.values(value)) idsIn(one, found);
  return found;
}

/** What `leaving` answers when an item is kept. */
export const STAYS = "stays";

/** Waits until keys and frames that are due have been dealt with. */
const idle = () =>
  globalThis.scheduler?.postTask
    ? scheduler.postTask(() => undefined, { priority: "background" })
    : new Promise((resolve) => setTimeout(resolve));

/** Sets a key, or removes it for an optional field that was emptied. */
function put(mapping, key, value) {
  if (value === undefined) delete mapping[key];
  else mapping[key] = value;
}

const MOST_SHOWN = 200;

/** Each field that differs from what was there before, with its words marked. */
function changesOf(changed, say) {
  if (changed === null) return [make("h2", {}, say("desk.new_file"))];
  return [make("h2", {}, say("desk.changes_count", { count: changed.length })), ...changed.slice(0, MOST_SHOWN).map(redline)];
}

function redline(change) {
  const marks = { "+": "ins", "-": "del" };
  const parts = redlineOf(change).map(([mark, text]) => (marks[mark] ? make(marks[mark], {}, text) : text));
  return make("p", {}, make("strong", {}, `${change.names.join(" › ")}: `), ...parts);
}
