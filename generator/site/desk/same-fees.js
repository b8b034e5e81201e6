// One fee is mostly the same whichever way a dossier is handed in, and is written once for each way.
import { channelName } from "./declared.js";
import { button } from "./elements.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The fees of the other ways to submit that differ from those at a pointer: pointers; none where it leads to no fees. */
export function otherFees([list, items, index, key, ...more], value) {
  if (list !== "channels" || items !== "items" || key !== "fees" || more.length) return [];
  const fees = value.channels.items.map(({ fees: one }) => one);
  return fees.flatMap((one, place) => (place === index || same(one, fees[index]) ? [] : [["channels", "items", place, "fees"]]));
}

/** The ways to submit whose fees, which somebody has stated, are written over: their numbers in the list. */
export const statedOthers = (pointer, value) => otherFees(pointer, value).map(([, , place]) => place).filter((place) => isStated(value.channels.items[place].fees));

const isStated = (fees) => fees !== undefined && fees.not_stated !== "";

/** A button that writes the fees at a pointer for all other ways to submit; null where there are none. `value` gives the record, `copy` writes what is at a pointer to others. */
export function sameFees(desk, pointer, value, copy) {
  if (pointer.length !== 4 || pointer[0] !== "channels" || pointer[3] !== "fees" || value().channels.items.length < 2) return null;
  const { say, announce } = desk;
  const nameOf = (place) => channelName(desk, value().channels.items[place]);
  const write = () => {
    const stated = statedOthers(pointer, value());
    if (stated.length && !confirm(say("desk.same_fees_sure", { names: stated.map(nameOf).join("; ") }))) return;
    copy(pointer, otherFees(pointer, value()));
    announce(say("desk.same_fees_done"));
  };
  return button(say("desk.same_fees"), write, { className: "quiet" });
}
