// The words of a draft that the reading code found no place for: they stay until somebody places them.
import { button, make } from "./elements.js";

/** The lines of a file that wait to be placed; null without any. */
export function unplaced(desk, file) {
  if (!file.unread?.length) return null;
  const { say } = desk;
  const list = make("ul", {});
  const head = make("h2", { tabIndex: -1 });
  const section = make("section", { className: "summary", "aria-label": say("desk.unread") }, head,
    make("p", { className: "note" }, say("desk.unread_note")), list);
  const done = (index) => {
    file.unread.splice(index, 1);
    desk.changed();
    draw();
    head.focus();
  };
  function draw() {
    section.hidden = !file.unread.length;
    head.textContent = say("desk.unread_count", { count: file.unread.length });
    list.replaceChildren(...file.unread.map((words, index) => make("li", {}, make("span", {}, words), " ",
      button(say("desk.placed"), () => done(index), { "aria-label": `${say("desk.placed")}: ${words.slice(0, 60)}` }))));
  }
  draw();
  return section;
}
