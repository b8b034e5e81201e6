// The agency that issues a decision: one of the register, or one whose record is made in the same draft.
import { freeAgencyId, levelChoices, newAgencyText } from "./agency.js";
import { make } from "./elements.js";
import { choice, labelled, reference } from "./fields.js";

/**
 * A field for the agency of a decision, as `reference` is; of a name that the register lacks it offers
 * the record. `made()` is {id, name, level, files} of a record that is to be made, null for none.
 */
export function issuerField(desk, id, label) {
  const { say } = desk;
  const known = reference(id, label, desk.names("agency_id"), desk);
  const typed = () => known.input.value.trim();
  const isNew = () => Boolean(typed()) && known.count() === 0;
  const offer = offerOf(desk, id);
  const draw = () => offer.show(isNew() ? typed() : null);
  for (const event of ["input", "change"]) known.input.addEventListener(event, draw);
  known.element.append(offer.element);
  const made = () => {
    if (!isNew() || !offer.isTicked() || !offer.level()) return null;
    const key = freeAgencyId(desk, typed());
    const text = newAgencyText(key, typed(), offer.level());
    return { id: key, name: typed(), level: offer.level(), files: { [`agencies/${key}.yml`]: { kind: "agency", base: null, sha256: null, text } } };
  };
  const fault = (words = null) => {
    draw();
    if (!isNew()) return known.fault(words);
    return offer.isTicked() ? offer.fault() : [say("desk.unknown_agency", { typed: typed() }), known.input];
  };
  return { ...known, id: () => known.id() ?? made()?.id, made, fault };
}

/** What offers to make the record of an agency: hidden until it is shown for a name. */
function offerOf(desk, id) {
  const { say } = desk;
  const box = make("input", { type: "checkbox", id: `${id}-lap` });
  const tick = labelled(box.id, "", box, say("desk.make_agency_note"));
  const level = choice(`${id}-cap`, desk.schemas.agency.properties.level.title, [["", say("desk.choose")], ...levelChoices(desk.schemas)]);
  const element = make("div", { className: "inside", hidden: true }, tick.element, level.element);
  return {
    element,
    isTicked: () => box.checked,
    level: () => level.input.value,
    fault: () => (level.input.value ? null : [say("desk.no_level"), level.input]),
    show(name) {
      element.hidden = name === null;
      if (name !== null) tick.element.firstChild.textContent = say("desk.make_agency", { name });
      else box.checked = false;
    },
  };
}
