"""The counter at the place that a reader chose, where a rule or a level says which it is."""

import re
from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.territories import procedure_place
from generator.pages.nodes.html import EMPTY, Html, element, join_html
from generator.readings.answered import stated_offices
from generator.readings.body import BodyKind, Level
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Reading
from generator.readings.filing_desks import is_bare_desk
from generator.readings.lowered import lowered
from generator.records.registers import Procedure
from generator.records.version import Version

_DESK = re.compile(r"trung tâm phục vụ|một cửa")
_LEVELS = (Level.COMMUNE, Level.PROVINCE)


def chosen_counters(
    filing: FilingReadings, version: Version, procedure: Procedure, edition: Edition
) -> Html:
    """A line for each level, which the script of the place fills; nothing where none is stated.

    None either where doors differ by case, or a body of a named territory takes the dossier in.
    """
    if not edition.catalogue.places or filing.choice is Choice.BY_CASE:
        return EMPTY
    place = procedure_place(procedure, edition.catalogue, edition.words)
    said: dict[Level, str] = {}
    counters = list(_counters(filing)) or list(_desks_of_communes(filing, version, edition))
    for level, key in counters:
        said.setdefault(level, edition.words.entries[key])
    return join_html(
        element(
            "p",
            class_="counter",
            data_level=str(level),
            data_said=said[level],
            data_province=place.province if place else "",
        )
        for level in _LEVELS
        if level in said
    )


def _counters(filing: FilingReadings) -> Iterator[tuple[Level, str]]:
    """The level of each counter that only its level tells, and the key of its words."""
    for reading in stated_offices(filing):
        door = reading.value
        key = _key(door)
        if key and len(door.levels) == 1 and not (door.body and door.body.province):
            yield door.levels[0], key


def _desks_of_communes(
    filing: FilingReadings, version: Version, edition: Edition
) -> Iterator[tuple[Level, str]]:
    """A one-stop desk of no level is that of the commune where only communes handle the matter."""
    parts = version.agencies.executing.items
    agencies = [edition.agency(part.agency) if part.agency else None for part in parts]
    are_of_communes = [one and one.kind == "class" and one.level == "commune" for one in agencies]
    if agencies and all(are_of_communes) and any(map(_is_desk, stated_offices(filing))):
        yield Level.COMMUNE, "answer.chosen_one_stop"


def _key(door: Door) -> str:
    if door.kind in (DoorKind.RULE, DoorKind.ONE_STOP):
        return "answer.chosen_one_stop"
    is_committee = door.body is not None and door.body.kind is BodyKind.COMMITTEE
    return "answer.chosen_committee" if is_committee else ""


def _is_desk(reading: Reading[Door]) -> bool:
    """Whether a door is a desk such as every commune has, and no word tells whose."""
    door = reading.value
    return is_bare_desk(door.body) and _DESK.search(lowered(door.name)) is not None
