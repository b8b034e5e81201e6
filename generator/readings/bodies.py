"""The bodies that a text names, taken apart, their forms unified, their territory read.

Names are Vietnamese official names of 2025 and 2026; what ended in 2025 says so (two tiers of local
government since 1 July 2025; ministries merged on 1 March 2025).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.findings.problem import Pointer
from generator.readings.body import BodyKind, Level, PublicBody
from generator.readings.body_grammar import COMMUNE, LINK, heads, tail, territory
from generator.readings.body_names import (
    body_kind,
    ended_of,
    ended_with_province,
    levels_of,
    unified,
)
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.lowered import lowered, province_named

_DEPTH = 3
_UNDER_COMMA = re.compile(r"(?:chi cục|cục|vụ|phòng|văn phòng|bộ phận|cơ quan|đội|trung tâm)(?!\w)")
_UNDER_SPACE = re.compile(r"(?:phòng|cơ quan|bộ phận|văn phòng|một cửa|đội)(?!\w)")


@dataclass(frozen=True, slots=True)
class Found:
    """A body and where its words stand: `text[start:end]`."""

    body: PublicBody
    start: int
    end: int


def read_bodies(text: str, pointer: Pointer = ()) -> tuple[Reading[PublicBody], ...]:
    """The bodies that a text names, in their order, each with its exact words.

    >>> [one.value.name for one in read_bodies("gửi Sở Tư pháp tỉnh Gia Lai hoặc UBND xã")]
    ['Sở Tư pháp tỉnh Gia Lai', 'Ủy ban nhân dân cấp xã']
    """
    return tuple(
        Reading(one.body, Certainty.SURE, (evidence_of(pointer, text, one.start, one.end),))
        for one in bodies_in(text, lowered(text))
    )


def bodies_in(text: str, low: str) -> Iterator[Found]:
    """The bodies that a text names; `low` is the text, lowered."""
    scope, position = _Stretch(text, low, len(text)), 0
    while match := heads().search(low, position):
        found = _extended(scope, match)
        position = max(found.end, match.end())
        yield found


def body_at(
    text: str, low: str, start: int, limit: int | None = None, *, listed: bool = False
) -> Found | None:
    """The body whose name begins at `start`, its words ending before `limit`.

    Any word that may begin a name counts there. In a list (`listed`) a comma parts bodies; in a
    sentence it may stand before a body above.
    """
    scope = _Stretch(text, low, len(text) if limit is None else limit, listed)
    match = heads(weak=True).match(low, start, scope.limit)
    return _extended(scope, match) if match else None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A text, lowered too, up to `limit`; whether it is a list of bodies."""

    text: str
    low: str
    limit: int
    listed: bool = False


def _extended(scope: _Stretch, match: re.Match[str], depth: int = 0) -> Found:
    """A body from its first words to its end, with the body above it."""
    sort = match.lastgroup or ""
    end = match.end()
    if sort == "free" and (rest := tail().match(scope.text, end, scope.limit)):
        end = rest.end()
    if sort != "alone":
        end = _with_territory(scope, end)
    above = _above(scope, match.start(), end, depth) if depth < _DEPTH else None
    if above and scope.listed and scope.low[end] == "," and not _is_division(scope, match, above):
        above = None
    parent = above.body if above else None
    body = body_of(sort, scope.text[match.start() : end], parent)
    if above is None:
        return Found(body, match.start(), end)
    end = min(_closed(scope.low, end, above.end), scope.limit)
    return Found(_turned(body), match.start(), end)


def _is_division(scope: _Stretch, match: re.Match[str], above: Found) -> bool:
    """Whether a comma of a list stands before the police of the province, a division's own."""
    provincial = above.body.kind is BodyKind.POLICE and above.body.levels == (Level.PROVINCE,)
    return provincial and scope.low.startswith("phòng", match.start())


def _with_territory(scope: _Stretch, end: int) -> int:
    """Where the words of level and territory behind a name end."""
    if place := territory().match(scope.low, end, scope.limit):
        end = place.end()
    start = max(scope.text.rfind(" ", 0, end), scope.text.rfind("-", 0, end)) + 1
    commune = COMMUNE.match(scope.text, start, scope.limit)
    if commune is None or commune.end() <= end:
        return end
    province = territory().match(scope.low, commune.end(), scope.limit)
    return province.end() if province else commune.end()


def _above(scope: _Stretch, start: int, end: int, depth: int) -> Found | None:
    """The body that the words behind a name put it under."""
    link = LINK.match(scope.low, end, scope.limit)
    match = heads().match(scope.low, link.end(), scope.limit) if link else None
    if link is None or match is None:
        return None
    above = _extended(scope, match, depth + 1)
    return above if _puts_under(link, scope.low[start:end], scope.low, above) else None


def _puts_under(link: re.Match[str], child: str, low: str, above: Found) -> bool:
    kind = above.body.kind
    match link.lastgroup:
        case "below":
            return kind is BodyKind.ONE_STOP or not re.search(r"(?:tại|ở)\s", link[0])
        case "dash":
            return kind is BodyKind.MINISTRY or low.startswith("tổng cục", above.start)
        case "bracket":
            return low[above.end : above.end + 2].lstrip().startswith(")")
        case "slash":
            return kind is BodyKind.MILITARY and child.startswith(("cục", "vụ", "bộ tham", "phòng"))
        case "comma":
            return _is_under(child, low, above)
        case _:
            return bool(_UNDER_SPACE.match(child))


def _is_under(child: str, low: str, above: Found) -> bool:
    upside_down = child.startswith(("cục", "tổng cục")) and low.startswith("phòng", above.start)
    heads_it = above.body.kind in (BodyKind.MINISTRY, BodyKind.POLICE) or low.startswith(
        ("bộ tổng tham mưu", "tổng cục", "bộ tư lệnh"), above.start
    )
    return heads_it and bool(_UNDER_COMMA.match(child)) and not upside_down


def _turned(body: PublicBody) -> PublicBody:
    """A ministry with one of its departments in brackets is that department."""
    below = body.parent
    if body.kind is BodyKind.MINISTRY and below and below.kind is not BodyKind.MINISTRY:
        return replace(below, parent=replace(body, parent=None))
    return body


def _closed(low: str, start: int, end: int) -> int:
    """Behind the bracket that closes one opened between `start` and `end`."""
    between = low[start:end]
    bracket = re.match(r"\s?\)", low[end : end + 2])
    return end + bracket.end() if bracket and between.count("(") > between.count(")") else end


@lru_cache(maxsize=4096)
def body_of(sort: str, words: str, parent: PublicBody | None = None) -> PublicBody:
    """A body from its words (without those of its parent) and the sort of its first words."""
    low = lowered(words)
    kind = body_kind(sort, low)
    levels = levels_of(kind, low)
    named = province_named(low)
    name = unified(sort, words, levels, named.label if named else None)
    ended = ended_of(name, levels) or ended_with_province(name, named)
    if parent:
        levels = levels or parent.levels
    inherited = parent.province if parent else None
    province = named.province.name if named else inherited
    return PublicBody(name, kind, levels, province, parent, ended)


_BETWEEN = re.compile(r"(?P<sure>[;\n]|\.,)\s?|,\s|/\s?|\s(?:và|hoặc)\s")
_EDGES = " .,;:-–+*•\n"


def read_cell(text: str, pointer: Pointer = ()) -> tuple[Reading[PublicBody], ...]:
    """The bodies of a cell that lists bodies and nothing else, with their exact words.

    Commas inside names stay. A part with words that no name explains is LIKELY, one that no known
    word begins UNSURE (`other`, under its own words).

    >>> [one.value.name for one in read_cell("Thuế cơ sở, Sở Văn hóa, Thể thao và Du lịch")]
    ['Thuế cơ sở', 'Sở Văn hóa, Thể thao và Du lịch']
    """
    low = lowered(text)
    return tuple(_read_part(text, low, start, end, pointer) for start, end in _parts(text, low))


def _parts(text: str, low: str) -> Iterator[tuple[int, int]]:
    """Where each body of a list stands, without what parts them."""
    start, inside = 0, _end_of_body(text, low, 0)
    for match in _BETWEEN.finditer(text):
        if match.end() < inside or not _begins(text, low, match):
            continue
        yield from _trimmed(text, start, match.start())
        start = match.end()
        inside = _end_of_body(text, low, start)
    yield from _trimmed(text, start, len(text))


def _begins(text: str, low: str, between: re.Match[str]) -> bool:
    if between["sure"]:
        return True
    start = between.end()
    strong = heads().match(low, start)
    named = strong or heads(weak=True).match(low, start)
    return bool(named and (text[start].isupper() or (strong and strong.lastgroup != "free")))


def _end_of_body(text: str, low: str, start: int) -> int:
    found = body_at(text, low, start, listed=True)
    return found.end if found else start


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        yield start, end


def _read_part(text: str, low: str, start: int, end: int, pointer: Pointer) -> Reading[PublicBody]:
    evidence = (evidence_of(pointer, text, start, end),)
    found = body_at(text, low, start, listed=True)
    if found is None:
        return Reading(body_of("free", text[start:end]), Certainty.UNSURE, evidence)
    if found.end >= end:
        return Reading(found.body, Certainty.SURE, evidence)
    if found.body.kind is BodyKind.OTHER:
        return Reading(body_of("free", text[start:end]), Certainty.UNSURE, evidence)
    return Reading(found.body, Certainty.LIKELY, evidence)


@lru_cache(maxsize=4096)
def is_form_of(text: str, name: str) -> bool:
    """Whether a text is a form of a name: it names the same body and says nothing else.

    >>> is_form_of("UBND xã", "Ủy ban nhân dân cấp xã"), is_form_of("UBND xã", "Công an cấp xã")
    (True, False)
    """
    read, known = read_cell(text), read_cell(name)
    if len(read) != 1 or len(known) != 1 or read[0].certainty is not Certainty.SURE:
        return False
    return read[0].value.name == known[0].value.name
