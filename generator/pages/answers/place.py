"""Where the dossier is handed in, never by who executes it; a rule of the level is marked so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.cell import answer, quotations, stands_out
from generator.pages.answers.office_line import (
    PlaceOnPage,
    every_executing_name,
    executing_names,
    office_line,
    office_name,
)
from generator.pages.answers.place_quotes import place_quotes, untold_quotes
from generator.pages.answers.quote_room import SCARCE, WHOLE, QuoteRoom
from generator.pages.answers.short import short_answer, shown_text
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    join_html,
)
from generator.readings.answered import stated_offices
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Reading
from generator.readings.filing_rivals import are_lower, is_above
from generator.readings.filing_words import LOOSE_PORTAL
from generator.readings.lowered import lowered
from generator.readings.territory import province_label
from generator.records.version import Version

Doors = Sequence[Reading[Door]]
_LOOSE_WORDS = re.compile(
    r"phần mềm(?: đăng ký)?|website|(?:cổng|trang)(?: thông tin)? điện tử|hệ thống thông tin"
)
"""Words for a program or a site that name none."""
_OF_CASE = re.compile(r"đối với|trường hợp|(?<!\w)nếu(?!\w)|thẩm quyền|tương ứng", re.IGNORECASE)
"""Words of a sentence that tell who goes where."""
_MOST_NAMES = 2
"""Portals and other places that an answer names."""
_MOST_ADDRESSES = 5
_RECEIVERS = 320
"""Characters of a sentence in which its receivers stand; what follows is of something else."""
_SPACE = escape_html(" ")
_DOT = escape_html(" · ")


def place_answer(
    filing: FilingReadings,
    version: Version,
    edition: Edition,
    here: str,
    room: QuoteRoom = WHOLE,
    *,
    whose: bool = True,
) -> Html:
    """The answer, or that the source has none and whom to ask; `whose` procedure it is."""
    stated = stated_offices(filing)
    filing_of = filing if whose else replace(filing, territory=None)
    if not stated:
        return _unknown(filing_of, version, edition, room)
    shown = PlaceOnPage(version, edition, here)
    led = not _are_free(stated, filing)
    headline = _headline(stated, filing, shown)
    said = filing.quotes if led or room is not SCARCE else untold_quotes(filing.quotes, headline)
    quotes = place_quotes(said, edition.words, led=led, room=room)
    province = _province(filing_of, [headline], edition)
    small = join_html(filter(None, (province, *_details(stated, filing, shown))), _DOT)
    return join_html([headline, quotes, quotations([small])])


def _province(filing: FilingReadings, told: Iterable[Html], edition: Edition) -> Html:
    """Whose procedure it is, where nothing that is told says so."""
    if filing.territory is None or lowered(filing.territory) in lowered(" ".join(told)):
        return EMPTY
    name = province_label(filing.territory)
    return escape_line(edition.words("answer.of_province", name=name))


def _headline(stated: Doors, filing: FilingReadings, shown: PlaceOnPage) -> Html:
    """The offices that stand out; none of those that sentences give by person or by case."""
    words = shown.edition.words
    offices: dict[str, list[Reading[Door]]] = {}
    for one in stated:
        offices.setdefault(lowered(shown_text(office_name(one.value, shown))), []).append(one)
    if not _are_free(stated, filing):
        untold = [one for one in stated if _has_no_sentence(one)]
        lines = [office_line(one.value, shown) for one in untold]
        return answer([stands_out(words("answer.places_told")), *lines])
    lines = [line for same in offices.values() for line in _office(same, shown)]
    if filing.choice is Choice.BY_CASE and all(map(_has_no_sentence, stated)):
        lines = [_with_case(one.value, shown) for one in stated]
    every = list(dict.fromkeys(office_line(one.value, shown) for one in stated))
    return short_answer(lines, lines, [], words("answer.every_place", count=len(every)))


def _with_case(door: Door, shown: PlaceOnPage) -> Html:
    """An office of a field with the case that the field gives it for."""
    if not door.case:
        return office_line(door, shown)
    name = escape_line(shown.edition.words("answer.for_whom", name=" ".join(door.case.split())))
    return join_html([office_line(door, shown), name], _SPACE)


def _office(same: Doors, shown: PlaceOnPage) -> Iterator[Html]:
    """An office as it stands, or its name and the addresses at which it takes dossiers in.

    Which one of many it is, the quoted sentence tells.
    """
    same = [one if _has_no_sentence(one) else _without_locality(one) for one in same]
    lines = list(dict.fromkeys(office_line(one.value, shown) for one in same))
    addresses = list(dict.fromkeys(one.value.address for one in same if one.value.address))
    if len(lines) == 1 or not addresses:
        yield lines[0]
        return
    whole = replace(same[0].value, address=None, locality=None)
    yield office_line(whole, shown)
    for address in addresses[:_MOST_ADDRESSES]:
        yield _small(escape_line(address))
    more = len(addresses) - _MOST_ADDRESSES
    if more > 0:
        yield _small(escape_line(shown.edition.words("answer.more_addresses", count=more)))


def _without_locality(one: Reading[Door]) -> Reading[Door]:
    return replace(one, value=replace(one.value, locality=None))


def _are_free(stated: Doors, filing: FilingReadings) -> bool:
    """Whether several offices are a plain list: of fields, of a rule, or of one plain sentence."""
    if filing.several:
        return False
    names = {lowered(one.value.name) for one in stated}
    if len(names) == 1 or all(map(_has_no_sentence, stated)):
        return True
    own = [one.value for one in filing.quotes if not one.value.beside]
    said = " ".join(f"{one.heading} {one.text}" for one in own)
    is_plain = len(own) == 1 and filing.choice is not Choice.BY_CASE
    return is_plain and not _OF_CASE.search(said[:_RECEIVERS])


def _has_no_sentence(one: Reading[Door]) -> bool:
    """Whether an office stands in a field of its own, or is that of the rule."""
    pointer = one.evidence[0].pointer
    return pointer[0] not in ("channels", "steps") or pointer[-1] == "address"


def _unknown(filing: FilingReadings, version: Version, edition: Edition, room: QuoteRoom) -> Html:
    """That no office is named: the sentence that tells whom instead, and whom to ask."""
    words = edition.words
    told = place_quotes(filing.quotes, words, room=room)
    portals = [stands_out(line) for line in _portals(filing.doors, edition)]
    methods = {one.method for one in version.channels.items}
    named = _names_only_portals(filing) and (not methods or "online" in methods)
    unknown = EMPTY
    if not told and not (portals and (methods == {"online"} or named)):
        unknown, portals = stands_out(words("answer.no_place")), []
    asked = executing_names(version, edition)
    ask = stands_out(words("answer.ask_only", name=asked)) if asked else EMPTY
    ways = [] if portals and not told else list(_ways(filing, edition))
    ways = ways if told or not methods or "online" in methods else []
    ways = [_province(filing, [told, ask], edition), *ways]
    return join_html([told, answer([unknown, *(() if told else portals), ask], ways)])


def _names_only_portals(filing: FilingReadings) -> bool:
    """Whether all that is known are portals, each by its name."""
    names = (lowered(one.value.name) for one in filing.doors)
    kinds = {one.value.kind for one in filing.doors}
    return kinds == {DoorKind.PORTAL} and not any(map(LOOSE_PORTAL.fullmatch, names))


def _details(stated: Doors, filing: FilingReadings, shown: PlaceOnPage) -> Iterator[Html]:
    words = shown.edition.words
    if filing.anywhere:
        yield escape_line(_anywhere(filing, words))
    yield from _ways(filing, shown.edition)
    if filing.others and not any(one.value.beside for one in filing.quotes):
        names = "; ".join(_unique(map(_other_name, filing.others))[:_MOST_NAMES])
        yield escape_line(words("answer.other_place", names=names)) if filing.contradicts else EMPTY
    if stated[0].value.kind is DoorKind.RULE:
        yield escape_line(words("answer.by_rule"))
    executing = every_executing_name(shown.version, shown.edition)
    if is_above(tuple(stated), shown.version.levels.items) and are_lower(executing):
        below = "; ".join(executing[:_MOST_NAMES])
        yield escape_line(words("answer.executed_below", names=below))


def _anywhere(filing: FilingReadings, words: Words) -> str:
    """That it does not matter where in its territory a reader lives."""
    if filing.territory is None:
        return words("answer.anywhere")
    return words("answer.anywhere_in", name=province_label(filing.territory))


def _small(said: Html) -> Html:
    return element("small", said) if said else EMPTY


def _other_name(one: Reading[Door]) -> str:
    """Another place by its name, and for whom it is."""
    return f"{one.value.name} ({one.value.case})" if one.value.case else one.value.name


def _ways(filing: FilingReadings, edition: Edition) -> Iterator[Html]:
    """The portals that the words name, and the post, unless a quotation says so."""
    words = edition.words
    quoted = lowered(" ".join(one.value.text for one in filing.quotes))
    yield from (escape_line(line) for line in _portals(filing.doors, edition, quoted))
    by_post = [one.value.case for one in filing.doors if one.value.kind is DoorKind.POST]
    if by_post and "bưu chính" not in quoted:
        case = words("answer.for_whom", name=by_post[0]) if by_post[0] and all(by_post) else ""
        yield escape_line(f"{words('answer.by_post')} {case}".rstrip())


def _portals(doors: Doors, edition: Edition, quoted: str = "") -> Iterator[str]:
    portals = [one for one in doors if one.value.kind is DoorKind.PORTAL]
    told = [one for one in portals if not _LOOSE_WORDS.fullmatch(one.value.name.lower())]
    told = [one for one in told if lowered(" ".join(one.value.name.split())) not in quoted]
    names = _unique(map(_other_name, told))
    if names:
        yield edition.words("answer.by_portal", name="; ".join(names[:_MOST_NAMES]))


def _unique(names: Iterable[str]) -> list[str]:
    """Names in their order, each once, whatever its capitals and spaces."""
    kept: dict[str, str] = {}
    for name in names:
        tidy = " ".join(name.split())
        kept.setdefault(tidy.lower(), tidy)
    return list(kept.values())
