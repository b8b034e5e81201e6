// The records of a draft as buttons above the one that is open; many of them are folded.
import { button, make } from "./elements.js";

const MOST = 12;

/** The buttons of `paths`, of which `shown` is open; `open` shows another one. */
export function tabsOf({ say, titleOf }, paths, shown, open) {
  const tabs = paths.map((path) => tab(titleOf(path), path, { "aria-current": path === shown ? "true" : undefined }, () => open(path)));
  const nav = make("nav", { className: "tools", "aria-label": say("desk.records") }, tabs);
  return tabs.length <= MOST ? nav : make("details", {}, make("summary", {}, `${say("desk.records")} (${tabs.length})`), nav);
}

/** What tells records of one procedure apart stays in sight where its name is cut. */
function tab(title, path, properties, open) {
  const end = path.startsWith("procedures/") ? title.lastIndexOf(",") : title.length;
  const made = button("", open, { title, ...properties });
  made.append(make("span", {}, title.slice(0, end)), ...(end < title.length ? [make("span", {}, title.slice(end))] : []));
  return made;
}
