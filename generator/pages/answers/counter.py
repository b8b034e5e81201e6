"""The counter at the place that a reader chose, where a rule or a level says which it is."""

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.territories import procedure_place
from generator.pages.nodes.html import EMPTY, Html, element, join_html
from generator.readings.answered import stated_offices
from generator.readings.body import BodyKind, Level
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.records.registers import Procedure

_LEVELS = (Level.COMMUNE, Level.PROVINCE)


def chosen_counters(filing: FilingReadings, procedure: Procedure, edition: Edition) -> Html:
    """A line for each level, which the script of the place fills; nothing where none is stated.

    None either where doors differ by case, or a body of a named territory takes the dossier in.
    """
    if not edition.catalogue.places or filing.choice is Choice.BY_CASE:
        return EMPTY
    place = procedure_place(procedure, edition.catalogue, edition.words)
    said: dict[Level, str] = {}
    for level, key in _counters(filing):
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


def _key(door: Door) -> str:
    if door.kind in (DoorKind.RULE, DoorKind.ONE_STOP):
        return "answer.chosen_one_stop"
    is_committee = door.body is not None and door.body.kind is BodyKind.COMMITTEE
    return "answer.chosen_committee" if is_committee else ""
