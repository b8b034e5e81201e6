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
from generator.readings.filing_cases import case_before, case_behind, case_between
from generator.readings.filing_clauses import Filing, Passage
from generator.readings.filing_desks import owner_end, without_own_desks
from generator.readings.filing_window import Doors
from generator.readings.filing_words import (
    ADDRESS,
    ADDRESS_LEAD,
    ADDRESS_SAID,
    ADDRESS_STOP,
    BEHIND_ADDRESS,
    BROKEN,
    CUT,
    DIRECT,
    GENERIC,
    LOCALITY,
    LOOSE_PORTAL,
    NAMED_LEAD,
    NAMED_PORTAL,
    NOT_A_PLACE,
    ONLINE,
    OR_ALSO,
    PASSED_ON,
    PLACE_OF_ADDRESS,
    PORTAL,
    PORTAL_HINTS,
    POST,
    SORT_OF_BODY,
    TOWARD,
    TOWARD_ANY,
    URL,
)

_LOOK_BACK = 110
_FAR = 1000
_LONGEST_WORDS = 300
_COLON = re.compile(r"[^:\w]{0,40}:\s{0,40}")
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
_BY_WAY_OF = ("(qua ", "(thông qua ")
"""Before a body in brackets that takes a dossier in for the one before it."""
_TOLD_BY_PLACE = re.compile(r"\s{1,9}(?:nơi|trực tiếp quản lý|quản lý trực tiếp)\s")
_END_OF_WORDS = re.compile(
    r"[;:.(]|,(?! thành phố nơi)"
    r"| (?:theo|để|hoặc|trước|trong|bằng|qua|chậm nhất|như sau|cụ thể|và nộp) "
)
_GOES_ON_TO_OWNER = re.compile(
    r"[\w ]{0,60},\s[^\W\d][\w ]{2,40}\s(?:của|thuộc)\s(?=bộ|cục|sở|tổng cục|vụ)"
)
"""How a name goes on behind a comma up to the body above it."""
_WHOLE = (BodyKind.DEPARTMENT, BodyKind.COMMITTEE, BodyKind.MINISTRY, BodyKind.ONE_STOP)
_BARE_WORDS = re.compile(
    r"(?:các )?(?:cơ quan(?:, (?:đơn vị|tổ chức))?|đơn vị|tổ chức|cơ sở|hội đồng|trung tâm"
    r"|phòng|ban|văn phòng|chi nhánh|trường|quỹ|viện|trạm|đội|hội|bộ|sở)"
)


def doors_of(filing: Filing) -> Doors:
    """The doors that a clause of handing in names, in their order."""
    end = _cut(filing)
    case = case_before(filing)
    found = without_own_desks(filing.words.low, filing.clause.start, tuple(_offices(filing, end)))
    offices = _with_shared_cases(filing, found)
    named = [one for one in offices if one.certainty is not Certainty.UNSURE]
    told = [_for_case(one, case) for one in named or offices]
    return tuple(sorted((*told, *_ways(filing, end)), key=lambda one: one.evidence[0].start))


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
    while match := heads(weak=True).search(words.low, position, end):
        position = match.end()
        if not _is_destination(filing, match, last):
            continue
        found = body_at(words.text, words.low, match.start(), end)
        if found is None or _leads_list(filing, found):
            continue
        if not is_whole_name(words, found, end):
            told = _generic(filing, found, end)
            last = told.evidence[0].end if _OR.match(words.low, told.evidence[0].end) else last
            yield told
            continue
        door, end_of_words, last = _office(filing, found, end, last or found.start)
        position = max(position, last)
        evidence = words.evidence(found.start, end_of_words)
        yield Reading(door, _certainty(filing, found), (evidence,))


def _leads_list(filing: Filing, found: Found) -> bool:
    """Whether a body only heads the list of those that it may be."""
    end = filing.clause.end
    return found.body.kind is BodyKind.OTHER and bool(
        _COLON.fullmatch(filing.words.low, found.end, end)
    )


def _generic(filing: Filing, found: Found, end: int) -> Reading[Door]:
    """A body told by what it does, or by a name that goes on: words for a reader, and no place."""
    words = filing.words
    broken = BROKEN.match(words.text, found.end, end)
    if whole := _with_body_above(words, found, end):
        return whole
    begin = broken.end() if broken else found.end
    limit = min(end, begin + _LONGEST_WORDS)
    stop = _END_OF_WORDS.search(words.low, begin, limit)
    last = stop.start() if stop else limit
    door = Door(DoorKind.OFFICE, name=words.text[found.start : last].strip(" ,.;"))
    return Reading(door, Certainty.UNSURE, (words.evidence(found.start, last),))


def _with_body_above(words: Passage, found: Found, end: int) -> Reading[Door] | None:
    """A body whose name goes on behind a comma ("Trung tâm ong, mật của Cục …")."""
    link = _GOES_ON_TO_OWNER.match(words.low, found.end, end)
    above = body_at(words.text, words.low, link.end(), end) if link else None
    if above is None:
        return None
    stop = _END_OF_WORDS.search(words.low, above.end, min(end, above.end + _LONGEST_WORDS))
    last = stop.start() if stop else above.end
    name = words.text[found.start : last].strip(" ,.;")
    whole = replace(found.body, name=name, parent=above.body, levels=above.body.levels)
    door = Door(DoorKind.OFFICE, name=name, body=whole, levels=above.body.levels)
    return Reading(door, Certainty.LIKELY, (words.evidence(found.start, last),))


def is_whole_name(words: Passage, found: Found, end: int) -> bool:
    """Whether a body is told by its whole name, and not by what it does."""
    low = words.low
    if found.body.kind not in _WHOLE and BROKEN.match(words.text, found.end, end):
        return False
    if found.body.parent is not None:
        return True
    if SORT_OF_BODY.match(low, found.start, found.end):
        return False
    if found.body.kind is not BodyKind.OTHER:
        return True
    if _BARE_WORDS.fullmatch(low, found.start, found.end):
        return _TOLD_BY_PLACE.match(low, found.end, end) is not None
    return not GENERIC.match(low, found.start, max(found.end, end))


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
        channels=_channels(low, filing, found.start),
        case=case or case_between(filing, before, found.start),
        locality=_locality(words, locality),
        address=address[0] if address else None,
    )
    return door, last, end_of_case


def _locality(words: Passage, match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return words.text[slice(*match.span("locality"))].strip(" ,").removesuffix(" và")


def address_at(words: Passage, start: int, end: int) -> tuple[str, int] | None:
    """The address that stands at `start`, and where it ends."""
    leads = (lead.match(words.low, start, end) for lead in (ADDRESS_LEAD, NAMED_LEAD))
    ends = [lead.end() for lead in leads if lead] or [start]
    found = next(filter(None, (ADDRESS.match(words.low, at, end) for at in ends)), None)
    if found is None or not PLACE_OF_ADDRESS.search(found[0]):
        return None
    stop = ADDRESS_STOP.search(words.low, *found.span())
    last = stop.start() if stop else found.end()
    said = ADDRESS_SAID.search(words.low, found.start(), last)
    begin = said.end() if said else found.start()
    behind = BEHIND_ADDRESS.search(words.low, begin, last)
    address = words.text[begin : behind.start() if behind else last].strip(" ,.;:-–")
    return (address, last) if PLACE_OF_ADDRESS.search(address.lower()) else None


def _channels(low: str, filing: Filing, start: int) -> tuple[str, ...]:
    """The ways that the words before a body tie to it; online is a named portal's own."""
    before = low[max(filing.clause.start, start - _FAR) : start]
    ways = [("direct", DIRECT), ("postal", POST)]
    if not NAMED_PORTAL.search(before):
        ways.append(("online", ONLINE))
    return tuple(name for name, pattern in ways if pattern.search(before))


def _ways(filing: Filing, end: int) -> Iterator[Reading[Door]]:
    start = filing.clause.start if filing.listed else filing.at
    low = filing.words.low
    hinted = any(low.find(hint, start, end) >= 0 for hint in PORTAL_HINTS)
    portals = list(PORTAL.finditer(low, start, end)) if hinted else []
    named = [match for match in portals if not LOOSE_PORTAL.fullmatch(match[0])]
    last = start
    for match in named or portals:
        if match.start() >= last:
            url = URL.match(low, match.end(), end)
            last = url.end() if url else match.end()
            yield _way(filing, DoorKind.PORTAL, match, url)
    for match in POST.finditer(low, start, end) if low.find("bưu", start, end) >= 0 else ():
        yield _way(filing, DoorKind.POST, match, None)


def _way(
    filing: Filing, kind: DoorKind, match: re.Match[str], url: re.Match[str] | None
) -> Reading[Door]:
    words = filing.words
    end = _with_owner(words, *match.span(), filing.clause.end)
    door = Door(
        kind,
        name=words.text[match.start() : end].strip(" ,.;"),
        channels=("online" if kind is DoorKind.PORTAL else "postal",),
        address=words.text[slice(*url.span("url"))].rstrip(".") if url else None,
    )
    plain = filing.listed or words.low.startswith(("nộp", "gửi"), filing.at)
    certainty = Certainty.SURE if plain else Certainty.LIKELY
    return Reading(door, certainty, (words.evidence(match.start(), end),))


def _with_owner(words: Passage, start: int, end: int, limit: int) -> int:
    """Where the name of a portal ends, with the whole name of the body that runs it."""
    owner = heads().search(words.low, start, end)
    found = body_at(words.text, words.low, owner.start(), limit) if owner else None
    return max(end, found.end) if found else end
