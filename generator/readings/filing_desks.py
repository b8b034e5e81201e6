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
_AT_SEAT = re.compile(r"(?:(?!\s(?:hoặc|nộp|gửi|và)\s)[^;.:\n]){0,80}\s(?:đặt )?tại\s")
"""What stands between a desk and the centre that it sits in."""
_ONE_WAY = re.compile(
    r"(?:trường hợp|đối với|nếu)[^;.]{0,40}(?:nộp|gửi)[^;.]{0,60}trực tiếp tại\s\Z"
)
"""Before a desk that a condition names: a way of handing in, and no place to choose."""


def _is_seat(desk: Door, centre: Door) -> bool:
    """Whether a desk without a level of its own may sit in the centre named behind it."""
    return is_bare_desk(desk.body) and is_centre(centre)


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


def without_own_desks(low: str, start: int, offices: Doors) -> Doors:
    """Without a desk that is only where one hands in at the office before it."""
    kept: list[Reading[Door]] = []
    for one in offices:
        gap = slice(kept[-1].evidence[0].end, one.evidence[0].start) if kept else None
        bare = is_bare_desk(one.value.body)
        own = bare and gap and _AT_ITS_DESK.fullmatch(low[gap])
        if gap and _is_seat(kept[-1].value, one.value) and _AT_SEAT.fullmatch(low[gap]):
            kept.pop()
        if own and kept and kept[-1].certainty is not Certainty.UNSURE:
            continue
        before = low[start : one.evidence[0].start]
        is_way = bare and _ONE_WAY.search(before)
        kept.append(replace(one, certainty=Certainty.LIKELY) if is_way else one)
    return tuple(kept)
