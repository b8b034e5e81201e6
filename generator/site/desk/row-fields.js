// The fields that every row of a decision may have, whatever it does.
import { dayField, reference } from "./fields.js";

/** The text that the last row with one names: the next row mostly has the same. */
const groundOfRows = ({ rows = [] }) => rows.findLast(({ grounds = [] }) => grounds.length)?.grounds[0];

/** The fields that every row may have: its own day, the text that demands it, which `faults` may ask for. */
export function sharedFields(desk, rows, { corrects = false, grounded = false } = {}) {
  const day = dayField("ngay-rieng", desk.say(corrects ? "desk.corrected_day" : "desk.own_day"), desk, desk.say(corrects ? "desk.corrected_day_note" : "desk.own_day_note"));
  const ground = reference("can-cu", desk.say("desk.ground"), desk.names("document_id"), desk, desk.say("desk.ground_note"));
  const given = grounded ? groundOfRows(rows.decision) : null;
  if (given) ground.input.value = desk.names("document_id").byId.get(given) ?? "";
  return {
    elements: [day.element, ground.element],
    faults: (must) => [
      day.fault(corrects ? desk.say("desk.no_corrected_day") : null),
      ground.fault(must ? desk.say("desk.no_ground") : null),
    ],
    day: () => day.day() || rows.decision.effective || rows.decision.signed,
    keys: () => ({
      ...(ground.id() ? { grounds: [ground.id()] } : {}),
      ...(day.day() && day.day() !== rows.decision.effective ? { effective: day.day() } : {}),
    }),
  };
}
