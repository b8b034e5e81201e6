"""The doors that the words of a clause of handing in name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.readings.alternation import guarded
from generator.readings.bodies import Found, body_at
from generator.readings.body import BodyKind
from generator.readings.body_grammar import heads
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_addresses import address_at
from generator.readings.filing_cases import case_before, case_behind, case_between
from generator.readings.filing_clauses import Filing, Passage
from generator.readings.filing_desks import owner_end, without_own_desks
from generator.readings.filing_told import is_whole_name, told_body
from generator.readings.filing_ways import told_channels, ways_of
from generator.readings.filing_window import Doors
from generator.readings.filing_words import (
    CUT,
    LOCALITY,
    NOT_A_PLACE,
    OR_ALSO,
    PASSED_ON,
    RESERVE,
    SUBMITTED,
    TOWARD,
    TOWARD_ANY,
)
from generator.readings.lowered import lowered

_LOOK_BACK = 110
_PARTY = re.compile(r"(?<!\w)(?:ký )?(?:kết )?hợp đồng [^.;:()\n]{0,80}\svới\s\Z")
"""Before a body that is a party to a contract."""
_FAR = 1000
_COLON = re.compile(r"[^:\w]{0,40}:\s{0,40}")
_IN_BRACKET = re.compile(r"\s?\(\s?")
"""Between words for a body and its name in brackets."""
_ENDS_NAME = re.compile(r"\s?(?:\)|/|hoặc)")
_AND = re.compile(r"\s?[,/]\s?|\svà\s")
_WORD = re.compile(r"\w\w")
_HANDED = re.compile(r"(?<!\w)(?:nộp|gửi|xuất trình|trực tiếp tại)(?!\w)")
_OR = re.compile(r"\s?/|\shoặc\s")
_HANDED_BEFORE = guarded(
    "cđk", r"(?<!\w)(?:đã|chưa|(?<!hàng )không) (?:nộp|gửi)(?!\w)(?!.*(?: (?:thì|nộp|gửi) |\)))"
)
_OF_PORTAL = re.compile(
    r"(?<!\w)(?:hệ thống|cổng)(?:(?!\s(?:hoặc|trực tiếp|và|qua|nộp|gửi|bưu)\s)[^,;.:]){3,80}"
    r"\s(?:tại|của)\s\Z"
)
"""Before a body that runs a portal: the dossier goes to the portal."""
_MANY = "các "
_ONE_OF = re.compile(r"(?<!\w)một trong(?: những)?\s\Z")
_BY_WAY_OF = ("(qua ", "(thông qua ")
"""Before a body in brackets that takes a dossier in for the one before it."""


def doors_of(filing: Filing) -> Doors:
    """The doors that a clause of handing in names, in their order."""
    end = _cut(filing)
    case = case_before(filing)
    found = without_own_desks(filing.words.low, filing.clause.start, tuple(_offices(filing, end)))
    offices = _with_shared_cases(filing, found)
    named = [one for one in offices if one.certainty is not Certainty.UNSURE]
    told = [_for_case(one, case) for one in named or offices]
    is_reserve = RESERVE.match(lowered(case or "")) is not None
    ways = [_for_case(one, case if is_reserve else None) for one in ways_of(filing, end)]
    return tuple(sorted((*told, *ways), key=lambda one: one.evidence[0].start))


def _with_shared_cases(filing: Filing, offices: Doors) -> Doors:
    """Bodies that are joined to the next one share its condition, in a list of conditions."""
    kept: list[Reading[Door]] = []
    is_list = filing.listed or any(one.value.case for one in offices[:-1])
    for one in reversed(offices):
        after = kept[-1] if kept else None
        shares = is_list and after is not None and one.value.case is None
        if shares and after and _is_joined(filing, one, after):
            kept.append(_for_case(one, after.value.case))
        else:
            kept.append(one)
    return tuple(reversed(kept))


def _is_joined(filing: Filing, one: Reading[Door], after: Reading[Door]) -> bool:
    span = one.evidence[0].end, after.evidence[0].start
    return _AND.fullmatch(filing.words.low, *span) is not None


def _name_end(words: Passage, found: Found) -> int:
    """Where a name ends: "cơ quan thuế | quản lý trực tiếp …" says which of them."""
    told = words.low[found.start : found.end]
    end = found.end - len(" quản lý")
    if found.body.kind in (BodyKind.TAX, BodyKind.CUSTOMS) and told.endswith(" quản lý"):
        return end if LOCALITY.match(words.low, end) else found.end
    return found.end


def _for_case(one: Reading[Door], case: str | None) -> Reading[Door]:
    """A door with a case where it has none of its own."""
    if case is None or one.value.case is not None:
        return one
    return replace(one, value=replace(one.value, case=case))


def _certainty(filing: Filing, found: Found) -> Certainty:
    """Sure when the words say to hand in or send there, and name a body that is one."""
    before = filing.words.low[filing.at : found.start]
    plain = filing.listed or re.search(r"(?<!\w)(?:nộp|gửi)(?!\w)", before)
    named = found.body.kind is not BodyKind.OTHER or found.body.levels
    return Certainty.SURE if plain and named else Certainty.LIKELY


def _cut(filing: Filing) -> int:
    end = filing.clause.end
    for pattern in (CUT, PASSED_ON):
        match = pattern.search(filing.words.low, filing.at, end)
        end = match.start() if match else end
    return end


def _offices(filing: Filing, end: int) -> Iterator[Reading[Door]]:
    words, position = filing.words, filing.at
    last: int | None = None
    told_until: int | None = None
    while match := heads(weak=True).search(words.low, position, end):
        position = match.end()
        named = told_until is not None and _IN_BRACKET.fullmatch(
            words.low, told_until, match.start()
        )
        if not named and not _is_destination(filing, match, last):
            continue
        found = body_at(words.text, words.low, _start_of_name(words.low, match.start()), end)
        if named and (last is not None or (found and not _ENDS_NAME.match(words.low, found.end))):
            continue
        if found is None or _leads_list(filing, found):
            continue
        if not is_whole_name(words, found, end):
            told = told_body(filing, found, end)
            told_until = told.evidence[0].end
            last = told.evidence[0].end if _OR.match(words.low, told.evidence[0].end) else last
            yield told
            continue
        door, end_of_words, last = _office(filing, found, end, last or found.start)
        position = max(position, last)
        evidence = words.evidence(found.start, end_of_words)
        yield Reading(door, _certainty(filing, found), (evidence,))


def _start_of_name(low: str, start: int) -> int:
    """Where a name begins behind the word that makes many of one ("một trong các Cơ quan …")."""
    before = low[max(0, start - _LOOK_BACK) : start]
    is_one = low.startswith(_MANY, start) and _ONE_OF.search(before)
    return start + len(_MANY) if is_one else start


def _leads_list(filing: Filing, found: Found) -> bool:
    """Whether a body only heads the list of those that it may be."""
    end = filing.clause.end
    return found.body.kind is BodyKind.OTHER and bool(
        _COLON.fullmatch(filing.words.low, found.end, end)
    )


def _is_destination(filing: Filing, head: re.Match[str], last: int | None) -> bool:
    """Whether what begins with a head is what the dossier goes to."""
    low, start = filing.words.low, head.start()
    before = low[max(filing.clause.start, start - _LOOK_BACK) : start]
    if _HANDED_BEFORE.search(before) or _OF_PORTAL.search(before):
        return False
    by_way = last is not None and before.endswith(_BY_WAY_OF)
    if by_way or low.startswith("trường hợp", start):
        return False
    if filing.listed and head.lastgroup == "one_stop" and before.endswith(" hoặc "):
        return True
    if not heads().match(low, start):
        plain = not filing.again and not NOT_A_PLACE.match(low, start)
        handed = _HANDED.search(low, max(filing.at, start - _FAR), start) or before.endswith("cho ")
        return plain and bool(handed) and bool(TOWARD_ANY.search(before))
    if TOWARD.search(before) and (start > filing.at or filing.listed):
        return not _PARTY.search(before)
    if before.endswith(SUBMITTED) and start == filing.at + len(SUBMITTED):
        return True
    if filing.listed and not _WORD.search(low, filing.clause.start, start):
        return True
    return last is not None and bool(OR_ALSO.fullmatch(low, last, start))


def _office(filing: Filing, found: Found, end: int, before: int) -> tuple[Door, int, int]:
    """The door of a body, where its words end, and where those of its condition do.

    `before` is where the words of the last body end.
    """
    words, low = filing.words, filing.words.low
    last = name_end = owner_end(low, found, _name_end(words, found), end)
    locality = LOCALITY.match(low, last, end)
    last = locality.end() if locality else last
    address = address_at(words, last, end)
    last = address[1] if address else last
    one_stop = any(one.kind is BodyKind.ONE_STOP for one in found.body.chain)
    case, end_of_case = case_behind(filing, last)
    door = Door(
        DoorKind.ONE_STOP if one_stop else DoorKind.OFFICE,
        name=words.text[found.start : name_end].strip(" ,.;-–"),
        body=found.body,
        levels=found.body.levels,
        channels=told_channels(low, filing, found.start),
        case=case or case_between(filing, before, found.start),
        locality=_locality(words, locality),
        address=address[0] if address else None,
    )
    return door, last, end_of_case


def _locality(words: Passage, match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return words.text[slice(*match.span("locality"))].strip(" ,").removesuffix(" và")
