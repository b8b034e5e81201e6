// One fee is mostly the same whichever way a dossier is handed in, and is written once for each way.
import { button } from "./elements.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The fees of the other ways to submit that differ from those at a pointer: pointers; none where it leads to no fees. */
export function otherFees([list, items, index, key, ...more], value) {
  if (list !== "channels" || items !== "items" || key !== "fees" || more.length) return [];
  const fees = value.channels.items.map(({ fees: one }) => one);
  return fees.flatMap((one, place) => (place === index || same(one, fees[index]) ? [] : [["channels", "items", place, "fees"]]));
}

/** A button that writes the fees at a pointer for all other ways to submit; null where there are none. `value` gives the record, `copy` writes what is at a pointer to others. */
export function sameFees({ say, announce }, pointer, value, copy) {
  if (pointer.length !== 4 || pointer[0] !== "channels" || pointer[3] !== "fees" || value().channels.items.length < 2) return null;
  const write = () => {
    copy(pointer, otherFees(pointer, value()));
    announce(say("desk.same_fees_done"));
  };
  return button(say("desk.same_fees"), write, { className: "quiet" });
}
