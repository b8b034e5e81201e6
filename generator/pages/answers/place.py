"""Where the dossier is handed in, never by who executes it; a rule of the level is marked so."""

from collections.abc import Iterable, Iterator, Sequence

from generator import addresses
from generator.model.edition import Edition
from generator.pages.answers.cell import answer, quoted, stands_out, where_read
from generator.pages.answers.short import MOST_LINES, line_count, short_answer
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
)
from generator.readings.answered import is_stated, offices_of, stated_offices
from generator.readings.body import PublicBody
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Reading
from generator.readings.filing_receivers import is_told_by_power
from generator.records.version import Version

_SPACE = escape_html(" ")
_SEMICOLON = escape_html("; ")
_MOST_NAMES = 2
"""Portals, bodies to ask and other places that an answer names."""
_MOST_OFFICES = 4
"""Offices that have a line of their own where not all is shown."""

Doors = Sequence[Reading[Door]]


def place_answer(filing: FilingReadings, version: Version, edition: Edition, here: str) -> Html:
    """The answer, or that the source has none and whom to ask."""
    words = edition.words
    stated = stated_offices(filing)
    if not stated:
        return _unknown(offices_of(filing), filing, version, edition)
    lines = _lines(stated, filing.choice, edition, here)
    details = list(_details(stated, filing, edition))
    brief = _brief(stated, MOST_LINES - line_count(details), edition, here)
    by_case = filing.choice is Choice.BY_CASE
    note = escape_line(words("answer.place_by_case")) if by_case else EMPTY
    return short_answer(lines, brief, details, words("answer.every_place", count=len(lines)), note)


def _unknown(offices: Doors, filing: FilingReadings, version: Version, edition: Edition) -> Html:
    """That no office is known: the words that tell one, else who could tell."""
    words = edition.words
    told = [one for one in offices if not is_told_by_power(one.value)]
    if told:
        names = _unique(f"“{one.value.name}”" for one in told)[:_MOST_NAMES]
        small = [escape_line(words("answer.place_in_words")), *_ways(filing.doors, edition)]
        return answer(map(stands_out, names), small)
    if not offices and {one.method for one in version.channels.items} == {"online"}:
        portals = [stands_out(line) for line in _portals(filing.doors, edition)]
        if portals:
            return answer(portals)
    small = [quoted(offices, words), _asked(version, edition), *_ways(filing.doors, edition)]
    return answer([stands_out(words("answer.no_place"))], small)


def _asked(version: Version, edition: Edition) -> Html:
    """The executing bodies, as those to ask: no source says that they take a dossier in."""
    names = []
    for part in version.agencies.executing.items:
        agency = edition.agency(part.agency) if part.agency else None
        names.append(agency.name if agency else part.text or "")
    names = _unique(filter(None, names))[:_MOST_NAMES]
    if not names:
        return EMPTY
    return escape_line(edition.words("answer.ask_place", names="; ".join(names)))


def _lines(stated: Doors, choice: Choice, edition: Edition, here: str) -> list[Html]:
    """Each office once with all that it is for; offices for the same stand on one line."""
    cases: dict[Html, list[str]] = {}
    for one in stated:
        said = _office(one.value, edition, here)
        cases.setdefault(said, []).extend(_for_what(one.value, choice, edition))
    offices: dict[tuple[str, ...], list[Html]] = {}
    for said, names in cases.items():
        offices.setdefault(tuple(_unique(names)), []).append(said)
    return [line for names, alike in offices.items() for line in _for_these(alike, names, edition)]


def _for_these(alike: list[Html], names: tuple[str, ...], edition: Edition) -> Iterator[Html]:
    if not names:
        yield from alike
        return
    name = escape_line(edition.words("answer.for_whom", name="; ".join(names)))
    yield join_html([join_html(alike, _SEMICOLON), _SPACE, name])


def _for_what(door: Door, choice: Choice, edition: Edition) -> Iterator[str]:
    """The case that a door is for, else the ways of filing, where doors differ by them."""
    if choice is Choice.BY_CASE and door.case:
        yield door.case
    elif choice is Choice.BY_CASE and door.channels:
        yield ", ".join(edition.words(f"method.{channel}") for channel in door.channels)


def _office(door: Door, edition: Edition, here: str) -> Html:
    more = [_today(door.body, edition), door.locality or "", door.address or ""]
    said = [part for part in more if part and part != door.name]
    return join_html([_name(door, edition, here), *(escape_line(f", {part}") for part in said)])


def _brief(stated: Doors, most: int, edition: Edition, here: str) -> list[Html]:
    """The offices without what they are for, if they take few lines; else their names alone."""
    offices = list(dict.fromkeys(_office(one.value, edition, here) for one in stated))
    if line_count(offices) <= most:
        return offices
    names = list(dict.fromkeys(_name(one.value, edition, here) for one in stated))
    if len(names) > _MOST_OFFICES or line_count(names) > _MOST_OFFICES:
        return [join_html(names, _SEMICOLON)]
    return names


def _name(door: Door, edition: Edition, here: str) -> Html:
    """The office by its words, or by the rule; a link when the register has it."""
    agency = edition.agency(door.agency) if door.agency else None
    if door.kind is DoorKind.RULE:
        level = door.levels[0]
        name = edition.words(f"answer.one_stop.{level}", agency=agency.name if agency else "")
    else:
        name = " ".join(door.name.split())
    if agency is None:
        return stands_out(name)
    link = anchor(name, addresses.href(addresses.agency(agency.id), here))
    return element("strong", link)


def _today(body: PublicBody | None, edition: Edition) -> str:
    """What has taken the place of a body or level that ended."""
    if body is None or body.ended is None or not body.ended.successors:
        return ""
    names = "; ".join(body.ended.successors)
    return edition.words("answer.today" if body.ended.sure else "answer.today_likely", names=names)


def _details(stated: Doors, filing: FilingReadings, edition: Edition) -> Iterator[Html]:
    words = edition.words
    if filing.choice is Choice.ANY and len(stated) > 1:
        yield escape_line(words("answer.any_place"))
    if filing.anywhere:
        yield escape_line(words("answer.anywhere"))
    yield from _ways(filing.doors, edition)
    if filing.contradicts and filing.others:
        names = "; ".join(_unique(one.value.name for one in filing.others)[:_MOST_NAMES])
        yield escape_line(words("answer.other_place", names=names))
    if stated[0].value.kind is DoorKind.RULE:
        yield from _by_rule(filing, edition)
    elif stated[0].evidence[0].pointer[0] != "agencies":
        yield where_read(stated[0].evidence, words)


def _by_rule(filing: FilingReadings, edition: Edition) -> Iterator[Html]:
    """That a rule gives the place, and the words that the source has instead."""
    told = [one for one in filing.doors if not is_stated(one)]
    yield escape_line(edition.words("answer.by_rule_beside" if told else "answer.by_rule"))
    yield quoted(told[:1], edition.words)


def _ways(doors: Doors, edition: Edition) -> Iterator[Html]:
    """The portals that the words name, and the post."""
    words = edition.words
    yield from map(escape_line, _portals(doors, edition))
    if any(one.value.kind is DoorKind.POST for one in doors):
        yield escape_line(words("answer.by_post"))


def _portals(doors: Doors, edition: Edition) -> Iterator[str]:
    names = _unique(one.value.name for one in doors if one.value.kind is DoorKind.PORTAL)
    if names:
        yield edition.words("answer.by_portal", name="; ".join(names[:_MOST_NAMES]))


def _unique(names: Iterable[str]) -> list[str]:
    """Names in their order, each once, whatever its capitals and spaces."""
    kept: dict[str, str] = {}
    for name in names:
        tidy = " ".join(name.split())
        kept.setdefault(tidy.lower(), tidy)
    return list(kept.values())
