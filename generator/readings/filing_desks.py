"""One-stop desks beside the offices that they receive for, and whose a desk is."""

import re
from dataclasses import replace

from generator.readings.bodies import Found
from generator.readings.body import BodyKind, PublicBody
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_window import Doors

_OWNER = re.compile(
    r"\s(?:của|thuộc)\s(?:(?!\s(?:theo|hoặc|để|trong|bằng|qua|và|hay|tại|nơi|khi)\s)[^,;.:\n()]){4,120}"
)
"""Whose a desk is, by words that name no body."""
_AT_ITS_DESK = re.compile(
    r"[\s,(]{1,3}(?:bằng |theo |qua )?(?:một trong các )?(?:hình thức |cách thức )?(?:sau:? )?"
    r"(?:nộp )?(?:hồ sơ )?(?:trực tiếp )?(?:tại|ở|qua|thông qua)\s"
)
"""What stands between an office and its own desk: no second place to choose."""
_PASSES_ON = re.compile(r"(?<!\w)(?:cổng|hệ thống|trực tuyến|hồ sơ|văn bản|thông báo)(?!\w)")
_HANDS_IN = re.compile(r"[;.:\n]|(?<!\w)(?:bưu|nộp|gửi)\s(?!đến|tới|về|cho|trực tuyến)")
_TO_OFFICE = re.compile(r"\s(?:đến|tới|gửi|về|cho)\s(?:các\s)?\Z")
_LONGEST_PASSAGE = 300
_OR_ADDRESSED = re.compile(r"\s?[,/(]\s?|\s(?:hoặc|và)\s")
_THROUGH = re.compile(
    r"(?:(?!\s(?:hoặc|nộp|gửi|và)\s)[^;.:\n(]){0,160}[\s(](?:thông qua|qua)\s(?:các\s)?"
)
"""Between an office and the desk that takes dossiers in for it."""
_AT_SEAT = re.compile(r"(?:(?!\s(?:hoặc|nộp|gửi|và)\s)[^;.:\n]){0,80}\s(?:đặt )?tại\s")
"""What stands between a desk and the centre that it sits in."""
_ONE_WAY = re.compile(
    r"(?:trường hợp|đối với|nếu)[^;.]{0,40}(?:nộp|gửi)[^;.]{0,60}trực tiếp tại\s\Z"
)
"""Before a desk that a condition names: a way of handing in, and no place to choose."""


def _is_seat(desk: Door, centre: Door) -> bool:
    """Whether a desk without a level of its own may sit in the centre named behind it."""
    return is_bare_desk(desk.body) and is_centre(centre)


def _is_desk_behind(between: str, before: Door, desk: Door) -> bool:
    """Whether the door before is only the desk in this centre, or the office that it serves."""
    if _is_seat(before, desk):
        return _AT_SEAT.fullmatch(between) is not None
    through = before.kind is DoorKind.OFFICE and is_centre(desk)
    return through and _THROUGH.fullmatch(between) is not None


def is_centre(door: Door) -> bool:
    """Whether a door is a one-stop desk of a level."""
    return door.kind is DoorKind.ONE_STOP and bool(door.levels)


def is_bare_desk(body: PublicBody | None) -> bool:
    """Whether a body is a one-stop desk, and no word tells whose."""
    if body is None or body.kind is not BodyKind.ONE_STOP:
        return False
    return body.parent is None and body.province is None and not body.levels


def owner_end(low: str, found: Found, name_end: int, end: int) -> int:
    """Where a desk's name ends with words for whose it is ("bộ phận một cửa của cơ quan …")."""
    if not is_bare_desk(found.body):
        return name_end
    owner = _OWNER.match(low, name_end, end)
    return owner.end() if owner else name_end


def _without_addressees(low: str, offices: Doors) -> Doors:
    """Without offices to which a desk named before them, or a portal, passes the dossier on."""
    kept: list[Reading[Door]] = []
    passed: Reading[Door] | None = None
    for one in offices:
        if passed and _OR_ADDRESSED.fullmatch(low, passed.evidence[0].end, one.evidence[0].start):
            passed = one
            continue
        passed = None
        desk = bool(kept) and kept[-1].value.kind is DoorKind.ONE_STOP
        span = (kept[-1].evidence[0].end, one.evidence[0].start) if kept else (0, 0)
        office = one.value.kind is DoorKind.OFFICE and one.value.case is None
        if desk and office and _is_passed_on(low[slice(*span)]):
            passed = one
            continue
        kept.append(one)
    return tuple(kept)


def _is_passed_on(between: str) -> bool:
    """Whether words behind a desk tell to whom the dossier goes from there, or from a portal."""
    way = between.rpartition(" hoặc ")[2]
    if len(way) > _LONGEST_PASSAGE or _HANDS_IN.search(way) or not _TO_OFFICE.search(way):
        return False
    return _PASSES_ON.search(way) is not None


def without_own_desks(low: str, start: int, offices: Doors) -> Doors:
    """Without a desk that is only where one hands in at the office before it."""
    kept: list[Reading[Door]] = []
    for one in _without_addressees(low, offices):
        gap = slice(kept[-1].evidence[0].end, one.evidence[0].start) if kept else None
        bare = is_bare_desk(one.value.body)
        own = bare and gap and _AT_ITS_DESK.fullmatch(low[gap])
        if gap and _is_desk_behind(low[gap], kept[-1].value, one.value):
            kept.pop()
        if own and kept and kept[-1].certainty is not Certainty.UNSURE:
            continue
        before = low[start : one.evidence[0].start]
        is_way = bare and _ONE_WAY.search(before)
        kept.append(replace(one, certainty=Certainty.LIKELY) if is_way else one)
    return tuple(kept)
