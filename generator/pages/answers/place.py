"""Where the dossier is handed in, never by who executes it; a rule of the level is marked so."""

import re
from collections.abc import Iterable, Iterator

from generator.model.edition import Edition
from generator.pages.answers.cell import answer, quoted, stands_out, where_read
from generator.pages.answers.office_line import PlaceOnPage, every_executing_name, office_line
from generator.pages.answers.place_lines import Doors, brief_places, every_line
from generator.pages.answers.short import MOST_LINES, line_count, short_answer, shown_text
from generator.pages.nodes.html import EMPTY, Html, escape_line
from generator.readings.answered import is_stated, offices_of, stated_offices
from generator.readings.body import BodyKind
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_merge import is_desk
from generator.readings.filing_receivers import is_told_by_power
from generator.readings.filing_words import LOOSE_PORTAL
from generator.readings.lowered import lowered
from generator.records.version import Version

_ALONE = (BodyKind.OTHER, BodyKind.TAX, BodyKind.CUSTOMS)
"""Kinds of bodies that take dossiers in themselves, and not through a one-stop desk."""
_LOOSE_WORDS = re.compile(r"phần mềm(?: đăng ký)?|website")
"""Words for a program that name none."""
_MOST_ASKED = 5
"""Executing bodies to ask that an answer names."""
_QUOTED = 100
"""Characters of words that are quoted beside a place."""
_MOST_NAMES = 2
"""Portals, bodies to ask and other places that an answer names."""


def place_answer(filing: FilingReadings, version: Version, edition: Edition, here: str) -> Html:
    """The answer, or that the source has none and whom to ask."""
    words = edition.words
    stated = stated_offices(filing)
    if not stated:
        return _unknown(offices_of(filing), filing, version, edition)
    shown = PlaceOnPage(version, edition, here)
    lines = every_line(stated, filing, shown)
    details = list(_details(stated, filing, shown))
    brief = brief_places(stated, filing, lines, MOST_LINES - line_count(details), shown)
    untold = filing.choice is Choice.BY_CASE and not any(" – " in shown_text(one) for one in brief)
    note = escape_line(words("answer.place_by_case")) if untold else EMPTY
    if len(brief) == 1 < len(lines) and filing.choice is Choice.ANY:
        details[:1] = [escape_line(words("answer.addresses", count=len(lines)))]
    return short_answer(lines, brief, details, words("answer.every_place", count=len(lines)), note)


def _unknown(offices: Doors, filing: FilingReadings, version: Version, edition: Edition) -> Html:
    """That no office is known: the words that tell one, else who could tell."""
    words = edition.words
    is_online = {one.method for one in version.channels.items} == {"online"}
    if is_online or (not offices and _names_only_portals(filing)):
        portals = [stands_out(line) for line in _portals(filing.doors, edition)]
        if portals:
            return answer(portals)
    told = [one for one in offices if not is_told_by_power(one.value)]
    if told:
        names = _unique(f"“{one.value.name}”" for one in told)[:_MOST_NAMES]
        said = escape_line(words("answer.place_in_words"))
        small = [said, _asked(version, edition), *_ways(filing.doors, edition)]
        return answer(map(stands_out, names), small)
    names = every_executing_name(version, edition)
    asked = [stands_out(words("answer.ask_only", name=name)) for name in names if len(names) == 1]
    small = [quoted(offices, words), EMPTY if asked else _asked(version, edition)]
    small += _ways(filing.doors, edition)
    return answer([stands_out(words("answer.no_place")), *asked], small)


def _names_only_portals(filing: FilingReadings) -> bool:
    """Whether all that is known are portals, each by its name."""
    names = (lowered(one.value.name) for one in filing.doors)
    kinds = {one.value.kind for one in filing.doors}
    return kinds == {DoorKind.PORTAL} and not any(map(LOOSE_PORTAL.fullmatch, names))


def _asked(version: Version, edition: Edition, key: str = "answer.ask_place") -> Html:
    """The executing bodies, as those to ask: no source says that they take a dossier in."""
    names = every_executing_name(version, edition)
    shown = names if len(names) <= _MOST_ASKED + 1 else names[:_MOST_ASKED]
    said = edition.words(key, names="; ".join(shown))
    if more := len(names) - len(shown):
        said = edition.words("answer.and_more_bodies", names=said, count=more)
    return escape_line(said) if names else EMPTY


def _details(stated: Doors, filing: FilingReadings, shown: PlaceOnPage) -> Iterator[Html]:
    edition, words = shown.edition, shown.edition.words
    if filing.choice is Choice.ANY and len({office_line(one.value, shown) for one in stated}) > 1:
        yield escape_line(words("answer.any_place"))
    if filing.anywhere:
        yield escape_line(words("answer.anywhere"))
    yield from _ways(filing.doors, edition)
    if filing.others and (filing.contradicts or _differ(stated, filing.others)):
        names = "; ".join(_unique(map(_other_name, filing.others))[:_MOST_NAMES])
        yield escape_line(words("answer.other_place", names=names))
    if stated[0].value.kind is DoorKind.RULE:
        yield from _by_rule(filing, shown)
    elif by_power := _by_power(stated, filing):
        yield quoted(by_power, words, _QUOTED)
    elif stated[0].evidence[0].pointer[0] != "agencies":
        yield where_read(stated[0].evidence, words)


def _other_name(one: Reading[Door]) -> str:
    """Another place by its name, and for whom it is."""
    return f"{one.value.name} ({one.value.case})" if one.value.case else one.value.name


def _differ(stated: Doors, others: Doors) -> bool:
    """Whether a lesser source names an office that no one-stop desk receives for."""
    return is_desk(stated[0].value) and any(
        one.value.body and one.value.body.kind in _ALONE and one.certainty is Certainty.SURE
        for one in others
    )


def _by_power(stated: Doors, filing: FilingReadings) -> Doors:
    """The words that send the dossier to whoever decides, where the record says who that is."""
    if stated[0].evidence[0].pointer[:2] != ("agencies", "deciding"):
        return ()
    return [one for one in filing.doors if not is_stated(one)][:1]


def _by_rule(filing: FilingReadings, shown: PlaceOnPage) -> Iterator[Html]:
    """That a rule gives the place, and the words that the source has instead."""
    edition = shown.edition
    told = [one for one in filing.doors if not is_stated(one)]
    yield escape_line(edition.words("answer.by_rule_beside" if told else "answer.by_rule"))
    yield quoted(told[:1], edition.words, _QUOTED)
    if told:
        yield _asked(shown.version, edition, "answer.executed_by")


def _ways(doors: Doors, edition: Edition) -> Iterator[Html]:
    """The portals that the words name, and the post."""
    words = edition.words
    yield from map(escape_line, _portals(doors, edition))
    if any(one.value.kind is DoorKind.POST for one in doors):
        yield escape_line(words("answer.by_post"))


def _portals(doors: Doors, edition: Edition) -> Iterator[str]:
    portals = (one.value.name for one in doors if one.value.kind is DoorKind.PORTAL)
    names = _unique(name for name in portals if not _LOOSE_WORDS.fullmatch(name.lower()))
    if names:
        yield edition.words("answer.by_portal", name="; ".join(names[:_MOST_NAMES]))


def _unique(names: Iterable[str]) -> list[str]:
    """Names in their order, each once, whatever its capitals and spaces."""
    kept: dict[str, str] = {}
    for name in names:
        tidy = " ".join(name.split())
        kept.setdefault(tidy.lower(), tidy)
    return list(kept.values())
