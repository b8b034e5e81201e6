"""Bodies that words tell by what they do, and not by a whole name."""

import re
from dataclasses import replace

from generator.readings.bodies import Found, body_at
from generator.readings.body import BodyKind
from generator.readings.body_grammar import heads
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_clauses import Filing, Passage
from generator.readings.filing_words import (
    BROKEN,
    GENERIC,
    SORT_OF_BODY,
)

_LONGEST_WORDS = 300
_MOST_JOINED = 4
_COMMA = re.compile(r",\s|\shoặc\s")
_NAMED = re.compile(rf"sở\s(?=quản lý)|{heads().pattern}")
_TOLD_BY_PLACE = re.compile(r"\s{1,9}(?:nơi|trực tiếp quản lý|quản lý trực tiếp)\s")
_END_OF_WORDS = re.compile(
    r"[;:.(]|,(?! thành phố nơi)"
    r"| (?:theo|để|hoặc|trước|trong|bằng|qua|chậm nhất|như sau|cụ thể|và nộp|dưới dạng"
    r"|công văn|văn bản đề|01 bộ) "
)
_GIVEN = re.compile(
    r"[^;.:(\n]{0,120}?\s(?:giao(?: trách nhiệm| nhiệm vụ)?|chỉ định|phân công)(?!\w)"
)
"""Up to the verb of giving a task."""
_GOES_ON_TO_OWNER = re.compile(
    r"[\w ]{0,60},\s[^\W\d][\w ]{2,40}\s(?:của|thuộc)\s(?=bộ|cục|sở|tổng cục|vụ)"
)
"""How a name goes on behind a comma up to the body above it."""
_WHOLE = (BodyKind.DEPARTMENT, BodyKind.COMMITTEE, BodyKind.MINISTRY, BodyKind.ONE_STOP)
_BARE_WORDS = re.compile(
    r"(?:các )?(?:cơ quan(?:, (?:đơn vị|tổ chức))?|đơn vị|tổ chức|cơ sở|hội đồng|trung tâm"
    r"|phòng|ban|văn phòng|chi nhánh|trường|quỹ|viện|trạm|đội|hội|bộ|sở)"
)


def told_body(filing: Filing, found: Found, end: int) -> Reading[Door]:
    """A body told by what it does, or by a name that goes on: words for a reader, and no place."""
    words = filing.words
    broken = BROKEN.match(words.text, found.end, end)
    if whole := _with_body_above(words, found, end):
        return whole
    begin = broken.end() if broken else found.end
    begin = _end_of_giving(words, found, begin, end)
    limit = min(end, begin + _LONGEST_WORDS)
    stop = _END_OF_WORDS.search(words.low, begin, limit)
    last = _end_of_list(words, stop.start() if stop else limit, end)
    door = Door(DoorKind.OFFICE, name=words.text[found.start : last].strip(" ,.;"))
    return Reading(door, Certainty.UNSURE, (words.evidence(found.start, last),))


def _end_of_list(words: Passage, last: int, end: int) -> int:
    """Where words for a body end together with the bodies that a comma joins to them."""
    for _ in range(_MOST_JOINED):
        comma = _COMMA.match(words.low, last, end)
        found = body_at(words.text, words.low, comma.end(), end) if comma else None
        if found is None or not _NAMED.match(words.low, found.start):
            return last
        last = found.end
    return last


def _end_of_giving(words: Passage, found: Found, begin: int, end: int) -> int:
    """Where the words end that say who gave a body its task ("cơ quan được … giao")."""
    if " được" not in words.low[found.start : found.end + len(" được")]:
        return begin
    given = _GIVEN.match(words.low, found.end, end)
    return given.end() if given else begin


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
