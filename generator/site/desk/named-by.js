// The procedures in force that name an agency: told before it is renamed or merged.
import { make } from "./elements.js";
import { bindsOn, timelineOf } from "./timeline.js";

/** The procedures of which one of the `named` versions ("code/version") binds on a day. */
export function codesNaming(named, timelines, day) {
  const binding = named.map((one) => one.split("/")).filter(([code, version]) => bindsOn(timelineOf(timelines, code), version, day));
  return [...new Set(binding.map(([code]) => code))];
}

/** How many procedures name the agency of an id today, and which, folded. */
export async function namedNote(desk, id) {
  const { say } = desk;
  const [{ [id]: named = [] }, timelines] = await Promise.all([desk.agencyProcedures(), desk.timelines()]);
  const codes = codesNaming(named, timelines, desk.today);
  if (!codes.length) return make("p", { className: "note" }, say("desk.named_by_none"));
  const list = make("ul", {});
  const names = () => codes.map((code) => desk.names("procedure_id").byId.get(code) ?? code).sort((one, other) => one.localeCompare(other, say.language));
  const fill = () => list.firstChild ?? list.append(...names().map((name) => make("li", {}, name)));
  return make("details", { className: "named-by", ontoggle: fill }, make("summary", {}, say("desk.named_by", { count: codes.length })), list);
}
