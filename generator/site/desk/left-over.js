// What in a draft is no fault by a rule, and yet asks for somebody: said to those who send it, and to those who receive it.
import { isUnchangedCopy } from "./declared.js";
import { isUncompared } from "./prefilled.js";

/** A sentence for each thing that was left. */
export function leftOver(draft, { say, titleOf }) {
  const files = Object.entries(draft.files);
  const lines = files.reduce((count, [, { unread = [] }]) => count + unread.length, 0);
  const named = (some) => files.filter(([, file]) => some(file)).map(([path]) => titleOf(path)).join("; ");
  const [prefilled, copied] = [named(isUncompared), named(isUnchangedCopy)];
  return [lines && say("desk.left_lines", { count: lines }), prefilled && say("desk.left_prefilled", { names: prefilled }), copied && say("desk.left_copied", { names: copied })].filter(Boolean);
}
