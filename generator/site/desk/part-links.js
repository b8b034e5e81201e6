// The parts of a record as links above its form, so that each is one step away. Where a decision names
// parts, the form is about these: they stand open, and all others are shown when somebody asks.
import { button, make } from "./elements.js";
import { idOf } from "./faults.js";
import { at } from "./record.js";
import { kindOf } from "./schema.js";

const FEWEST = 5;
const MOST_OPENED = 8;

/** The ids of the rows that a pointer leads through. */
export const rowsAround = (pointer) =>
  pointer.flatMap((step, index) => (typeof step === "number" ? [idOf(pointer.slice(0, index + 1))] : []));

const covers = (outer, inner) => outer.every((step, index) => inner[index] === step);

/** `desk.named` gives the parts [{name, pointer}] that the form is about; `go` leads to a pointer. */
export function partsOf(desk, value, draw, go) {
  const { say } = desk;
  const element = make("nav", { className: "parts", "aria-label": say("desk.parts") });
  let every = false;
  const named = () => desk.named?.() ?? [];
  const shown = (pointer) => every || !named().length || named().some((one) => covers(one.pointer, pointer) || covers(pointer, one.pointer));
  const link = ({ name, pointer }) => button(name, () => go(pointer), { className: "quiet" });
  const toggle = () => {
    every = !every;
    draw(null);
    element.querySelector("[aria-pressed]").focus();
  };
  return {
    element,
    shown,
    /** Shows everything where a place would stay hidden. */
    uncover: (pointer) => (every ||= !shown(pointer)),
    /** The rows to open at first: those around the named parts, and what is in them when that is little. */
    rows: () => named().flatMap(({ pointer }) => [...rowsAround(pointer), ...rowsInside(at(value(), pointer), pointer)]),
    draw(fields) {
      const about = named().filter(({ pointer }) => at(value(), pointer) !== undefined);
      const groups = fields.filter(({ schema }) => ["group", "list"].includes(kindOf(schema)));
      const links = about.length ? about : groups.map(({ key, schema }) => ({ name: schema.title ?? "", pointer: [key] }));
      element.hidden = !links.length || (!about.length && fields.length < FEWEST);
      element.replaceChildren(make("p", {}, say(about.length ? "desk.parts_named" : "desk.parts")),
        ...links.map(link),
        ...(about.length ? [button(say("desk.every_part"), toggle, { "aria-pressed": String(every) })] : []));
    },
  };
}

/** The ids of all rows in a value, none when they are many. */
function rowsInside(value, pointer) {
  const found = [];
  const walk = (one, way) => {
    if (one === null || typeof one !== "object") return;
    for (const [key, inner] of Object.entries(one)) {
      const next = [...way, Array.isArray(one) ? Number(key) : key];
      if (Array.isArray(one)) found.push(idOf(next));
      walk(inner, next);
    }
  };
  walk(value, pointer);
  return found.length <= MOST_OPENED ? found : [];
}
