// A row of a decision in words, as people tell what a decision does.
import { isOfDecision } from "./prefilled.js";

/** What a row does, to which procedures and from when; the day is said where `day` is given or the row has its own. */
export function rowWords({ say, names, schemas, shownDay }, row, day = null) {
  const { action: actions, amended_parts: parts } = schemas.decision.properties.rows.items.properties;
  const label = ({ enum: values, "x-labels": labels }, value) => labels[values.indexOf(value)];
  const from = row.effective ?? day;
  const what = row.annuls ? (names("decision_id").byId.get(row.annuls.decision) ?? row.annuls.decision) : named(proceduresOf(row), names);
  const by = named((row.by ?? []).map(({ procedure }) => procedure), names);
  const amended = (row.amended_parts ?? []).map((part) => label(parts.items, part)).join(", ");
  const words = [what, by && say("desk.row_by", { names: by }), amended && say("desk.row_parts", { names: amended }), from && say("desk.row_from", { day: shownDay(from) })];
  return `${label(actions, row.action)}: ${words.filter(Boolean).join(", ")}`;
}

/** What a decision or a letter is (`head`), and of each of its rows what it does and from which day. */
export function decisionWords({ number, signed, effective, rows = [] }, desk) {
  const kind = desk.say(isOfDecision(number) ? "desk.this_decision" : "desk.this_letter");
  const head = desk.say("desk.request_decision", { kind, number, signed: desk.shownDay(signed), rows: rows.length });
  return { head, rows: rows.map((row) => rowWords(desk, row, effective ?? signed)) };
}

const OF_LETTER = {
  "desk.add_procedure": "desk.add_procedure_letter",
  "desk.add_row": "desk.add_row_letter",
  "desk.declared_parts": "desk.declared_parts_letter",
  "desk.no_parts": "desk.no_parts_letter",
  "desk.row_added": "desk.row_added_letter",
  "desk.rows_there": "desk.rows_there_letter",
};

/** The words for a draft whose act is a letter and no decision, where they differ. */
export const sayOf = (number, say) => (isOfDecision(number) ? say : (key, values) => say(OF_LETTER[key] ?? key, values));

const ACTIONS = ["publish", "amend", "replace", "abolish", "correct", "annul"];
const OF_A_LETTER = ["correct"];

/** What the rows of an act of this number may do: a letter corrects, and nothing else. */
export const actionsOf = (number) => (isOfDecision(number.replaceAll(/[DÐ]/giu, "Đ")) ? ACTIONS : OF_A_LETTER);

/** The procedures to which a row does something, but those that come in the place of others. */
export const proceduresOf = ({ procedure, replaces = [] }) => [procedure, ...replaces].filter(Boolean);

const named = (codes, names) => codes.map((code) => names("procedure_id").byId.get(code) ?? code).join("; ");
