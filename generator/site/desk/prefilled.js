// What the page filled in by itself, until somebody has held it against what was signed.
import { button, make } from "./elements.js";

/** The sentence on a file of a draft that was `prefilled`, or could not be; null without any. */
export function prefilledNote(desk, file) {
  if (!file.prefilled) return null;
  const { say } = desk;
  const { like, names } = file.prefilled;
  const section = make("section", { className: "summary", id: "dien-san", "aria-label": say("desk.prefilled") });
  const done = () => {
    delete file.prefilled;
    desk.changed();
    section.remove();
    document.querySelector("h1").focus();
  };
  section.append(make("p", {}, say(like ? "desk.prefilled_like" : "desk.not_prefilled", { like, names: names.join(", ") })),
    button(say("desk.compared"), done));
  return section;
}

/** Whether a number is that of a decision: an official letter has neither the kinds nor the grounds of one. */
export const isOfDecision = (number) => /QĐ/iu.test(number);
