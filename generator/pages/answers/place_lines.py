"""The lines of several places of filing: each with what it is for, whole or in few words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.pages.answers.cell import stands_out
from generator.pages.answers.office_line import PlaceOnPage, office_line, office_name
from generator.pages.answers.short import line_count
from generator.pages.answers.short_names import short_names
from generator.pages.nodes.html import Html, escape_html, escape_line, join_html
from generator.readings.answered import is_stated, offices_of
from generator.readings.door import Choice, Door, FilingReadings
from generator.readings.evidence import Reading

_SPACE = escape_html(" ")
_SEMICOLON = escape_html("; ")
_MOST_OFFICES = 4
"""Offices that have a line of their own where not all is shown."""
_FEW_LINES = 5
"""So many lines stand whole, whatever small print follows them."""
_MOST_CASE_LINES = 11
"""Lines of a phone that offices with the first words of their cases may take."""
_ROOMS = (90, 56, 36)
"""Characters of the first words of a case: as many as fit."""

Doors = Sequence[Reading[Door]]


def every_line(stated: Doors, filing: FilingReadings, shown: PlaceOnPage) -> list[Html]:
    """Each office once with all that it is for; offices for the same stand on one line."""
    return _lines(stated, filing, shown, str)


def brief_places(
    stated: Doors, filing: FilingReadings, lines: list[Html], most: int, shown: PlaceOnPage
) -> list[Html]:
    """The lines when they are few; else with the first words of cases; else the names alone."""
    if line_count(lines) <= max(most, _FEW_LINES):
        return lines
    if filing.choice is Choice.BY_CASE:
        told = (one.value.case for one in offices_of(filing) if one.value.case)
        cases = list(dict.fromkeys(" ".join(case.split()) for case in told))
        for room in _ROOMS:
            short = partial(_short_name, dict(zip(cases, short_names(cases, room), strict=True)))
            shortened = _lines(stated, filing, shown, short, most=1)
            if line_count(shortened) <= _MOST_CASE_LINES:
                return shortened
    offices = list(dict.fromkeys(office_line(one.value, shown) for one in stated))
    if line_count(offices) <= most:
        return offices
    names = list(dict.fromkeys(office_name(one.value, shown) for one in stated))
    if len(names) > _MOST_OFFICES or line_count(names) > _MOST_OFFICES:
        return [join_html(names, _SEMICOLON)]
    return names


def _lines(
    stated: Doors,
    filing: FilingReadings,
    shown: PlaceOnPage,
    told: Callable[[str], str],
    most: int | None = None,
) -> list[Html]:
    """The offices with what they are for, as `told` tells it; of the cases of one, `most`."""
    cases: dict[Html, dict[str, None]] = {}
    for one in stated:
        names = cases.setdefault(office_line(one.value, shown), {})
        names.update(dict.fromkeys(map(told, _for_what(one.value, filing.choice, shown))))
    for one in offices_of(filing):
        if not is_stated(one) and one.value.case and filing.choice is Choice.BY_CASE:
            quoted = stands_out(f"“{one.value.name}”")
            cases.setdefault(quoted, {}).setdefault(told(" ".join(one.value.case.split())))
    offices: dict[tuple[str, ...], list[Html]] = {}
    for said, names in cases.items():
        kept = tuple(names)[:most]
        kept = (*kept, "…") if len(kept) < len(names) else kept
        offices.setdefault(kept, []).append(said)
    return [line for names, alike in offices.items() for line in _for_these(alike, names, shown)]


def _for_these(alike: list[Html], names: tuple[str, ...], shown: PlaceOnPage) -> Iterator[Html]:
    if not names:
        yield from alike
        return
    name = escape_line(shown.edition.words("answer.for_whom", name="; ".join(names)))
    yield join_html([join_html(alike, _SEMICOLON), _SPACE, name])


def _for_what(door: Door, choice: Choice, shown: PlaceOnPage) -> Iterator[str]:
    """The case that a door is for, else the ways of filing, where doors differ by them."""
    if choice is Choice.BY_CASE and door.case:
        yield " ".join(door.case.split())
    elif choice is Choice.BY_CASE and door.channels:
        yield ", ".join(shown.edition.words(f"method.{channel}") for channel in door.channels)


def _short_name(names: Mapping[str, str], case: str) -> str:
    """The short name of a case; what has none stays as it is."""
    return names.get(case, case)
