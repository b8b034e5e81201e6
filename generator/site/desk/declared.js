// The parts that a decision declares, held against the parts that really changed.
import { button, make } from "./elements.js";
import { changedParts, placesOf } from "./parts.js";
import { at, read, set } from "./record.js";
import { namesOnTheWay } from "./schema.js";
import { timelineOf, versionOn } from "./timeline.js";

/** The row of the draft's decision that publishes a version: {path, index, row, day}; null without one. */
export function rowOf(draft, path) {
  const [, , code, file] = path.split("/");
  for (const [decision, { kind, text }] of Object.entries(draft.files)) {
    if (kind !== "decision" || !file) continue;
    const value = read(text);
    const index = (value.rows ?? []).findIndex(({ procedure, version }) => procedure === code && `${version}.yml` === file);
    if (index >= 0) return { path: decision, index, row: value.rows[index], day: value.rows[index].effective ?? value.effective ?? value.signed };
  }
  return null;
}

/** The parts that the row of a version names, with their places in its record: [{name, pointer}]. */
export function namedParts(desk, draft, path) {
  const found = rowOf(draft, path);
  if (!found || !draft.files[path].before || !AMENDING.includes(found.row.action)) return [];
  const value = read(draft.files[path].text);
  return (found.row.amended_parts ?? []).flatMap((part) => placesOf(part, value).map((pointer) => {
    const channel = typeof pointer[2] === "number" ? at(value, pointer.slice(0, 3)) : null;
    const title = namesOnTheWay(desk.schemas.version, pointer, desk.schemas.common).at(-1);
    return { name: [title, channel && channelName(desk, channel)].filter(Boolean).join(" – "), pointer };
  }));
}

const AMENDING = ["amend", "correct"];

const amendedParts = (desk) => desk.schemas.decision.properties.rows.items.properties.amended_parts.items;

function partName(desk, part) {
  const { enum: parts, "x-labels": labels } = amendedParts(desk);
  return labels[parts.indexOf(part)];
}

/** How a channel is called in its row: by its method and its case. */
export function channelName({ schemas }, { method, case: one }) {
  const { enum: methods, "x-labels": labels } = schemas.version.properties.channels.properties.items.items.properties.method;
  return [labels[methods.indexOf(method)], one].filter(Boolean).join(" · ");
}

/** The section of both lists, and what draws it anew after a change; null where nothing is declared. */
export function declaredParts(desk, draft, path, changed) {
  const found = rowOf(draft, path);
  const file = draft.files[path];
  if (!found || !file.before || !AMENDING.includes(found.row.action)) return null;
  const { say } = desk;
  const { enum: order } = amendedParts(desk);
  const names = (parts) => parts.map((part) => partName(desk, part)).join(", ") || say("desk.none");
  const section = make("section", { className: "summary", "aria-label": say("desk.declared") });
  const before = read(file.before);
  const declare = (parts) => {
    draft.files[found.path].text = set(draft.files[found.path].text, ["rows", found.index, "amended_parts"], parts, [...Object.keys(desk.schemas.decision.properties.rows.items.properties)]);
    changed();
    draw();
  };
  function draw(value = read(file.text)) {
    const really = changedParts(before, value, order);
    const declared = at(read(draft.files[found.path].text), ["rows", found.index, "amended_parts"]) ?? [];
    const missing = really.filter((part) => !declared.includes(part));
    const idle = declared.filter((part) => !really.includes(part));
    section.replaceChildren(make("h2", {}, say("desk.declared")),
      make("p", {}, say("desk.parts_declared", { names: names(declared) })),
      make("p", {}, say("desk.parts_changed", { names: names(really) })),
      ...(missing.length ? [make("p", { className: "fault" }, say("desk.parts_missing", { names: names(missing) })),
        button(say("desk.declare", { names: names(missing) }), () => declare(order.filter((part) => declared.includes(part) || missing.includes(part))))] : []),
      ...(idle.length ? [make("p", { className: "fault" }, say("desk.parts_idle", { names: names(idle) })),
        ...(idle.length < declared.length ? [button(say("desk.undeclare", { names: names(idle) }), () => declare(order.filter((part) => declared.includes(part) && !idle.includes(part))))] : [])] : []));
  }
  draw();
  return { section, draw };
}

const isCopy = ({ before, from, kind }) => kind === "version" && Boolean(before) && !from;

/** Of which procedure a new one is a copy, and what it still has of that; empty where it is none. */
export function copiedWords(desk, file, value = read(file.text)) {
  if (!isCopy(file)) return "";
  const copied = read(file.before);
  const { enum: order } = amendedParts(desk);
  const changed = changedParts(copied, value, order);
  const kept = order.filter((part) => !changed.includes(part));
  return kept.length ? desk.say("desk.parts_copied", { name: copied.title, names: kept.map((part) => partName(desk, part)).join(", ") }) : desk.say("desk.copied_from", { name: copied.title });
}

/** What a new procedure still has of the one that it was copied from; null where none was copied. */
export function copiedParts(desk, draft, path) {
  if (!isCopy(draft.files[path])) return null;
  const section = make("p", { className: "note", role: "note" });
  const draw = (value) => (section.textContent = copiedWords(desk, draft.files[path], value));
  draw();
  return { section, draw };
}

/** Whether a new procedure still says, but for its name, what the one says that it was copied from. */
export function isUnchangedCopy(file) {
  if (!isCopy(file)) return false;
  const { before, text } = file;
  const said = ({ title, procedure, version, corrects, ...rest }) => JSON.stringify(rest);
  return said(read(before)) === said(read(text));
}

/** Whether another version than the one that was copied binds on the day of the row: its number. */
export async function otherOrigin(desk, draft, path) {
  const { from, kind } = draft.files[path];
  const found = kind === "version" && /^v\d{3}$/.test(from) ? rowOf(draft, path) : null;
  if (!found || found.row.action !== "amend") return null;
  const version = versionOn(timelineOf(await desk.timelines(), path.split("/")[2]), found.day);
  return version && version !== from ? version : null;
}
