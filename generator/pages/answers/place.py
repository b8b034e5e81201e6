"""Where the dossier is handed in, never by who executes it; a rule of the level is marked so."""

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.model.edition import Edition
from generator.pages.answers.cell import answer, quoted, stands_out, where_read
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
)
from generator.readings.answered import offices_of, stated_offices
from generator.readings.body import PublicBody
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Reading

_SPACE = escape_html(" ")


def place_answer(filing: FilingReadings, edition: Edition, here: str) -> Html:
    """The answer, or that the source has none."""
    words = edition.words
    stated = stated_offices(filing)
    if not stated:
        return answer([stands_out(words("answer.no_place"))], _instead(filing, edition))
    lines = [_office(one.value, filing.choice, edition, here) for one in stated]
    return answer(lines, _details(stated, filing, edition))


def _instead(filing: FilingReadings, edition: Edition) -> Iterator[Html]:
    """What there is where no office is known: words that leave it unsure, and other ways."""
    yield quoted(offices_of(filing), edition.words)
    yield from _ways(filing.doors, edition)


def _office(door: Door, choice: Choice, edition: Edition, here: str) -> Html:
    words = edition.words
    name = _name(door, edition, here)
    more = [_today(door.body, edition), door.locality or "", door.address or ""]
    said = join_html([name, *(escape_line(f", {part}") for part in more if part)])
    if choice is Choice.BY_CASE and door.case:
        return join_html([escape_line(f"{door.case}:"), _SPACE, said])
    if door.channels and choice is Choice.BY_CASE:
        names = ", ".join(words(f"method.{channel}") for channel in door.channels)
        return join_html([escape_line(f"{names}:"), _SPACE, said])
    return said


def _name(door: Door, edition: Edition, here: str) -> Html:
    """The office by its words, or by the rule; a link when the register has it."""
    agency = edition.agency(door.agency) if door.agency else None
    if door.kind is DoorKind.RULE:
        level = door.levels[0]
        name = edition.words(f"answer.one_stop.{level}", agency=agency.name if agency else "")
    else:
        name = door.name
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


def _details(
    stated: Sequence[Reading[Door]], filing: FilingReadings, edition: Edition
) -> Iterator[Html]:
    words = edition.words
    if filing.choice is Choice.ANY and len(stated) > 1:
        yield escape_line(words("answer.any_place"))
    if filing.anywhere:
        yield escape_line(words("answer.anywhere"))
    yield from _ways(filing.doors, edition)
    if filing.contradicts and filing.others:
        names = "; ".join(dict.fromkeys(one.value.name for one in filing.others))
        yield escape_line(words("answer.other_place", names=names))
    if stated[0].value.kind is DoorKind.RULE:
        yield escape_line(words("answer.by_rule"))
    elif stated[0].evidence[0].pointer[0] != "agencies":
        yield where_read(stated[0].evidence, words)


def _ways(doors: Sequence[Reading[Door]], edition: Edition) -> Iterator[Html]:
    """The portal that the words name, and the post."""
    words = edition.words
    portals = [one.value.name for one in doors if one.value.kind is DoorKind.PORTAL]
    if portals:
        yield escape_line(words("answer.by_portal", name="; ".join(dict.fromkeys(portals))))
    if any(one.value.kind is DoorKind.POST for one in doors):
        yield escape_line(words("answer.by_post"))
    yield EMPTY
