"""Life events for a catalogue that names none: by the rules of law/tables/life-events.yml."""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.law.life_events import life_events_of
from generator.law.tables import life_event_table
from generator.records.catalogue import Catalogue
from generator.records.layout import path_of
from generator.records.registers import LifeEvent, LifeEvents
from generator.records.tree import load_catalogue
from generator.records.yaml_writer import to_yaml

FILE = "life-events.yml"
_SCOPE = re.compile(r"(?m)^scope: .*\n")


def write_life_events(folder: Path) -> int:
    """Add events to the procedures that have none, and to life-events.yml; returns how many.

    Files keep all that stands in them; the last version of a procedure counts.
    """
    catalogue, _ = load_catalogue(folder)
    found = {code: events for code in catalogue.procedures if (events := _events(code, catalogue))}
    written = 0
    for code, events in found.items():
        field = catalogue.procedures[code].field
        file = folder / path_of("procedure", code, field)
        lines = "".join(f"- {event}\n" for event in events)
        text = file.read_text(encoding="utf8")
        added = _SCOPE.sub(rf"\g<0>life_events:\n{lines}", text, count=1)
        if added != text:
            file.write_text(added, encoding="utf8", newline="\n")
            written += 1
    _write_register(folder, catalogue, found)
    return written


def _events(code: str, catalogue: Catalogue) -> tuple[str, ...]:
    procedure = catalogue.procedures[code]
    versions = catalogue.versions.get(code, ())
    field = catalogue.fields.get(procedure.field)
    if procedure.life_events or not versions or field is None:
        return ()
    last = versions[-1]
    return life_events_of(field.name, last.title, last.applicants.items)


def _write_register(
    folder: Path, catalogue: Catalogue, found: Mapping[str, tuple[str, ...]]
) -> None:
    """Add the events in use that the register lacks, in the order of the table, at its end."""
    used = {event for events in found.values() for event in events} - catalogue.life_events.keys()
    made = tuple(
        LifeEvent(id=one.id, name=one.name, audience=one.audience, description=one.description)
        for one in life_event_table().events
        if one.id in used
    )
    if not made:
        return
    file = folder / FILE
    text = to_yaml("life-events", LifeEvents(life_events=made))
    if catalogue.life_events:
        known, (_, _, added) = file.read_text(encoding="utf8").rstrip(), text.partition("\n")
        text = f"{known}\n{added}"
    file.write_text(text, encoding="utf8", newline="\n")
