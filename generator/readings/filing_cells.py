"""The doors of a recorded receiving place: a list of bodies, addresses, portals, or sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from generator.findings.problem import Pointer
from generator.readings.bodies import Found, body_at
from generator.readings.body import BodyKind, PublicBody
from generator.readings.body_grammar import heads
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.filing_addresses import address_at
from generator.readings.filing_clauses import (
    ClauseSpan,
    Filing,
    Passage,
    clause_spans,
    filing_at,
    passage_of,
)
from generator.readings.filing_doors import doors_of
from generator.readings.filing_window import Doors
from generator.readings.filing_words import ADDRESS, BULLET, GENERIC, OR_ALSO
from generator.readings.lowered import lowered
from generator.records.registers import Agency

_LEAD = re.compile(
    r"(?:trực tiếp|nộp|tại|hoặc|địa điểm|địa chỉ|trụ sở(?: chính)?(?: của)?|tiếp nhận|hồ sơ"
    r"|nơi|ở|đến|\s|[:,.-])*"
)
_HEAD_OF_LIST = re.compile(r":\s*\+\s")
_LONGEST_CELL = 200
_POLICE = re.compile(r"(?P<name>công an (?:các )?đơn vị, địa phương có thẩm quyền)[\s.]*\Z")
"""Who takes in among the police, where no level is named."""
_WHICH_ONE = re.compile(r"\s?\((?:cục|vụ|phòng|trung tâm|ban|văn phòng)\s[^();\n]{3,160}\)")
"""In brackets behind words for an office: which of its parts that is."""
_SPOT = re.compile(
    r"(?<!\w)(?:(?:khối|tòa|toà) nhà|nhà [a-z0-9]{1,2}|tầng [0-9]|quầy|cổng số)(?!\w)"
)
"""Words for a place in a house."""


def doors_of_agency(
    agency: str, agencies: Mapping[str, Agency], pointer: Pointer
) -> tuple[Reading[Door], ...]:
    """The door of a receiving body in the register."""
    record = agencies.get(agency)
    name = record.name if record else agency
    body = _body_named(name)
    one_stop = body is not None and any(one.kind is BodyKind.ONE_STOP for one in body.chain)
    door = Door(
        DoorKind.ONE_STOP if one_stop else DoorKind.OFFICE,
        name=name,
        body=body,
        agency=agency,
        levels=body.levels if body else (),
        address=record.address if record else None,
    )
    return (Reading(door, Certainty.SURE, (evidence_of(pointer, agency),)),)


@lru_cache(1 << 10)
def _body_named(name: str) -> PublicBody | None:
    found = body_at(name, lowered(name), 0)
    return found.body if found else None


def doors_of_cell(text: str, pointer: Pointer) -> Doors:
    """The doors that the words of a receiving place name, in their order.

    Its words themselves, for a reader, where they name none.
    """
    words = passage_of(text, pointer)
    doors = [door for clause in _items(words.text) for door in _of_clause(words, clause)]
    if not doors and (heads(weak=True).search(words.low) or _SPOT.search(words.low)):
        door = Door(DoorKind.OFFICE, name=" ".join(text.split())[:_LONGEST_CELL].strip(" .,;"))
        return (Reading(door, Certainty.UNSURE, (words.evidence(0, len(text)),)),)
    return tuple(_with_addresses(doors))


def _items(text: str) -> Iterator[ClauseSpan]:
    """The clauses of a cell; the first item of a list stands apart from the name above it."""
    for clause in clause_spans(text):
        start = clause.start
        for head in _HEAD_OF_LIST.finditer(text, start, clause.end):
            yield ClauseSpan(start, head.start())
            start = head.end()
        yield ClauseSpan(start, clause.end)


def _of_clause(words: Passage, clause: ClauseSpan) -> Iterator[Reading[Door]]:
    start = _start(words.low, clause)
    rest = ClauseSpan(start, clause.end)
    told = filing_at(words.low, clause) is not None and not heads().match(words.low, start)
    found = doors_of(Filing(words, clause if told else rest, start, listed=True))
    if police := _POLICE.match(words.low, start, clause.end):
        found = tuple(_named_as(one, words, police) for one in found)
    if found:
        named = (_with_parts(words, one) for one in found)
        yield from (replace(one, certainty=Certainty.SURE) for one in named)
    elif address := _address(words, rest):
        yield address
        if other := OR_ALSO.match(words.low, address.evidence[0].end, clause.end):
            yield from _of_clause(words, ClauseSpan(other.end(), clause.end))
    elif GENERIC.match(words.low, start, clause.end):
        yield _generic(words, rest)
    elif body := body_at(words.text, words.low, start, clause.end):
        yield from _only(words, body, rest)


def _named_as(one: Reading[Door], words: Passage, match: re.Match[str]) -> Reading[Door]:
    """A door by all of its words."""
    name = words.text[slice(*match.span("name"))]
    is_bare = one.value.kind is DoorKind.OFFICE and name.startswith(one.value.name)
    return replace(one, value=replace(one.value, name=name)) if is_bare else one


def _with_parts(words: Passage, one: Reading[Door]) -> Reading[Door]:
    """An office that is told by what it does, with the parts of it named in brackets behind it."""
    where = one.evidence[0]
    bracket = _WHICH_ONE.match(words.low, where.end)
    if bracket is None or not lowered(one.value.name).startswith("cơ quan"):
        return one
    name = words.text[where.start : bracket.end()]
    return replace(one, value=replace(one.value, name=name))


def _only(words: Passage, found: Found, clause: ClauseSpan) -> Iterator[Reading[Door]]:
    """The door of a body that is all that a clause has."""
    name = clause.of(words.text).strip(" .,;")
    if found.end >= clause.start + len(name):
        door = Door(DoorKind.OFFICE, name, body=found.body, levels=found.body.levels)
        yield Reading(door, Certainty.SURE, (words.evidence(found.start, found.end),))


def _start(low: str, clause: ClauseSpan) -> int:
    position = clause.start
    for pattern in (BULLET, _LEAD, BULLET):
        match = pattern.match(low, position, clause.end)
        position = match.end() if match else position
    return position


def _address(words: Passage, clause: ClauseSpan) -> Reading[Door] | None:
    match = ADDRESS.search(words.low, clause.start, clause.end)
    found = address_at(words, match.start(), clause.end) if match else None
    if match is None or found is None:
        return None
    door = Door(DoorKind.OFFICE, name=found[0], address=found[0])
    return Reading(door, Certainty.SURE, (words.evidence(match.start(), found[1]),))


def _generic(words: Passage, clause: ClauseSpan) -> Reading[Door]:
    door = Door(DoorKind.OFFICE, name=clause.of(words.text).strip(" .,;"))
    return Reading(door, Certainty.UNSURE, (words.evidence(clause.start, clause.end),))


def _with_addresses(doors: list[Reading[Door]]) -> Iterator[Reading[Door]]:
    """Addresses go to the body before them, one door each."""
    held: Reading[Door] | None = None
    for one in doors:
        is_place = one.value.kind is DoorKind.OFFICE
        bare = is_place and one.value.body is None and one.value.address is not None
        if held is None or not bare:
            if held and held.value.address is None:
                yield held
            held = one if one.value.body else None
            if held is None or held.value.address:
                yield one
        else:
            value = replace(held.value, address=one.value.address)
            held = replace(held, value=value, evidence=(held.evidence[0], *one.evidence))
            yield held
    if held and held.value.address is None:
        yield held
