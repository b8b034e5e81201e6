// A legal document that a decision needs and the catalogue lacks: it goes into the same draft.
import { make } from "./elements.js";
import { read } from "./record.js";
import { documentForm } from "./register-forms.js";

/** A legal document that the catalogue lacks goes into the draft, and is offered at once. */
export function documentAdder(desk, draft, path) {
  const { say } = desk;
  const element = make("details", { id: "them-van-ban" }, make("summary", {}, say("desk.add_document")));
  const take = (number, files) => {
    const [[target, { text }]] = Object.entries(files);
    desk.history(path).keep([target]);
    Object.assign(draft.files, files);
    desk.changed();
    const { id, title } = read(text);
    const ground = document.getElementById("can-cu");
    offer(desk.names("document_id"), id, `${number} – ${title}`, ground);
    desk.filesAdded();
    element.open = false;
    drawForm();
    ground?.focus();
    desk.announce(say("desk.document_added", { name: `${number} – ${title}` }));
  };
  const drawForm = () => element.replaceChildren(element.firstChild, documentForm(desk, take, (one) => one in draft.files, say("desk.document_add")));
  drawForm();
  return element;
}

/** A record that has just been made is one of those to choose, and is chosen. */
function offer(names, id, name, input) {
  names.byId.set(id, name);
  names.byName.set(name, id);
  if (!input) return;
  input.parentElement.querySelector("datalist").append(make("option", { value: name }));
  input.value = name;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
