// Choosing procedures by search: one, or several that stand in a list and can be taken out again.
import { button, make } from "./elements.js";
import { whileTyping } from "./search.js";

/** A field that finds procedures; `chosen` is called with each list of records that are chosen. */
export function picker(desk, { id, label, many = false, chosen = () => undefined }) {
  const { say } = desk;
  const picked = [];
  const input = make("input", { type: "search", id, autocomplete: "off" });
  const results = make("ul", { className: "results" });
  const nameOf = (record) => procedureName(desk, record);
  const list = make("ul", { className: "picked", "aria-label": label });
  const draw = () => {
    list.replaceChildren(...picked.map((record) => make("li", {}, make("span", {}, nameOf(record)),
      button(say("desk.take_out"), () => {
        picked.splice(picked.indexOf(record), 1);
        draw();
        input.focus();
      }, { "aria-label": `${say("desk.take_out")}: ${nameOf(record)}` }))));
    chosen(picked);
  };
  const take = (record) => {
    if (!many) picked.length = 0;
    if (!picked.includes(record)) picked.push(record);
    input.value = "";
    results.replaceChildren();
    draw();
    desk.announce(say("desk.picked", { name: record.title }));
    input.focus();
  };
  const show = (found) => {
    desk.announce(say("desk.found", { count: found.length }));
    results.replaceChildren(...found.map((record) => make("li", {}, button(nameOf(record), () => take(record)))));
  };
  const typing = whileTyping(input, desk.findProcedures, show);
  steerBy(input, results, typing.now);
  const element = make("div", { className: "field" }, make("label", { for: id }, label), list, input, results);
  return { element, input, picked, clear: () => { picked.length = 0; draw(); } };
}

/** Arrows walk from a field through what was found, and Enter takes the first: it never submits the form while something is typed. */
function steerBy(input, results, searchNow) {
  const found = () => [...results.querySelectorAll("button")];
  input.addEventListener("keydown", async (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && found().length) {
      event.preventDefault();
      found()[0].focus();
    } else if (event.key === "Enter" && input.value.trim()) {
      event.preventDefault();
      await searchNow();
      found()[0]?.click();
    }
  });
  results.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const place = found().indexOf(document.activeElement) + step;
    (place < 0 ? input : (found()[place] ?? document.activeElement)).focus();
  });
}

export const codeOf = (record) => record.path.split("/")[2];

/** A procedure among others of the same name: by its code, its levels and who publishes it. */
export function procedureName({ schemas, names }, record) {
  const { enum: levels, "x-labels": labels } = schemas.common.$defs.level;
  const more = [...(record.levels ?? []).map((one) => labels[levels.indexOf(one)]), names("agency_id").byId.get(record.agency)];
  return `${record.title} (${[codeOf(record), ...more.filter(Boolean)].join("; ")})`;
}
