"""The lines of several places of filing: each with what it is for, whole or in few words."""

from collections.abc import Callable, Iterator, Sequence

from generator.pages.answers.cell import stands_out
from generator.pages.answers.office_line import PlaceOnPage, office_line, office_name
from generator.pages.answers.short import line_count
from generator.pages.nodes.html import Html, escape_html, escape_line, join_html
from generator.readings.answered import is_stated, offices_of
from generator.readings.door import Choice, Door, FilingReadings
from generator.readings.evidence import Reading

_SPACE = escape_html(" ")
_SEMICOLON = escape_html("; ")
_MOST_OFFICES = 4
"""Offices that have a line of their own where not all is shown."""
_MOST_CASE_LINES = 12
"""Lines of a phone that offices with the first words of their cases may take."""
_LONGEST_CASES = (90, 56)
"""Characters of the first words of a case: as many as fit."""
_FEWEST_SHARED = 3
"""Words that all cases begin with are left out when there are so many."""

Doors = Sequence[Reading[Door]]


def every_line(stated: Doors, filing: FilingReadings, shown: PlaceOnPage) -> list[Html]:
    """Each office once with all that it is for; offices for the same stand on one line."""
    return _lines(stated, filing, shown, str)


def brief_lines(
    stated: Doors, filing: FilingReadings, lines: list[Html], most: int, shown: PlaceOnPage
) -> list[Html]:
    """The lines when they are few; else with the first words of cases; else the names alone."""
    if line_count(lines) <= most:
        return lines
    if filing.choice is Choice.BY_CASE:
        cases = [one.value.case for one in offices_of(filing) if one.value.case]
        for longest in _LONGEST_CASES:
            shortened = _lines(stated, filing, shown, _cutter(cases, longest), most=1)
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
            cases.setdefault(quoted, {}).setdefault(told(one.value.case))
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


def _cutter(cases: list[str], longest: int) -> Callable[[str], str]:
    """What shortens a case to the first words that tell it from the others."""
    split = [case.lower().split() for case in dict.fromkeys(cases)]
    shared = 0
    for words in zip(*split, strict=False):
        if len(split) < 2 or len(set(words)) > 1:
            break
        shared += 1
    skipped = shared if shared >= _FEWEST_SHARED else 0

    def cut(case: str) -> str:
        """The first words of a case, as written."""
        if len(case) <= longest:
            return case
        rest = " ".join(case.split()[skipped:]) or case
        lead = "… " if skipped else ""
        if len(rest) <= longest:
            return f"{lead}{rest}"
        return f"{lead}{rest[:longest].rpartition(' ')[0].rstrip(' ,;')} …"

    return cut
