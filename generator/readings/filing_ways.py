"""Portals and the post in a clause of handing in, and the ways that words tie to a body."""

import re
from collections.abc import Iterator

from generator.readings.bodies import Found, body_at
from generator.readings.body import BodyKind
from generator.readings.body_grammar import heads
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_clauses import Filing, Passage
from generator.readings.filing_words import (
    DIRECT,
    LOOSE_PORTAL,
    NAMED_PORTAL,
    ONLINE,
    PORTAL,
    PORTAL_HINTS,
    POST,
    URL,
)

_FAR = 1000
_PUBLISHED = re.compile(
    r"(?<!\w)(?:công bố|đăng tải|công khai)(?!\w)"
    r"(?:(?!nộp|gửi|qua |trực tuyến|trực tiếp|bưu|hồ sơ)[^.;\n]){0,110}(?:;\s)?"
    r"(?:trên|lên|tại|hoặc|và|,)\s{1,3}\Z"
)
"""Right before a portal: something is made public there, and nothing is handed in."""
_LOOKED_UP = re.compile(
    r"(?:đề nghị|vui lòng|có thể|để|chi tiết) (?:xem|tra cứu|tham khảo|tìm hiểu)[^.;\n]{0,60}"
    r"\s(?:trên|tại|ở)\s{1,3}(?:[^.;\n]{0,90}[:(]\s?)?\Z"
)
"""Right before a portal that only tells something, such as where offices are."""
_SHOWN = re.compile(r"(?<!\w)(?:tích hợp|hiển thị)[^.;,\n]{0,40}\s(?:vào|trên|lên)\s{1,3}\Z")
"""Right before an application in which something is shown when all is done."""
_FAR_PUBLISHED = 130
_JOINED = re.compile(r",\s(?=bộ\s)")
_MOST_OWNERS = 5
_FAR_HEAD = 80
"""The words that begin a body are shorter."""
_WHEN_OTHERS_FAIL = re.compile(
    r"\s{0,2}\((?P<case>(?:trong |nếu )?(?:trường hợp )?[^()]{5,120}"
    r"(?<!\w)(?:sự cố|không hoạt động)(?!\w)"
    r"[^()]{0,60})\)"
)


def told_channels(low: str, filing: Filing, start: int) -> tuple[str, ...]:
    """The ways that the words before a body tie to it; online is a named portal's own."""
    before = low[max(filing.clause.start, start - _FAR) : start]
    ways = [("direct", DIRECT), ("postal", POST)]
    if not NAMED_PORTAL.search(before):
        ways.append(("online", ONLINE))
    return tuple(name for name, pattern in ways if pattern.search(before))


def ways_of(filing: Filing, end: int) -> Iterator[Reading[Door]]:
    """The portals and the post that a clause names, until before `end`."""
    start = filing.clause.start if filing.listed else filing.at
    low = filing.words.low
    hinted = any(low.find(hint, start, end) >= 0 for hint in PORTAL_HINTS)
    portals = list(PORTAL.finditer(low, start, end)) if hinted else []
    portals = [match for match in portals if not _is_to_publish(low, match.start())]
    named = [match for match in portals if not LOOSE_PORTAL.fullmatch(match[0])]
    last = start
    for match in named or portals:
        if match.start() >= last:
            url = URL.match(low, match.end(), end)
            last = url.end() if url else match.end()
            yield _way(filing, DoorKind.PORTAL, match, url)
    for match in POST.finditer(low, start, end) if low.find("bưu", start, end) >= 0 else ():
        yield _way(filing, DoorKind.POST, match, None)


def _is_to_publish(low: str, start: int) -> bool:
    """Whether what begins at `start` is where something is made public, shown or looked up."""
    first = max(0, start - _FAR_PUBLISHED)
    return any(one.search(low, first, start) for one in (_PUBLISHED, _LOOKED_UP, _SHOWN))


def _way(
    filing: Filing, kind: DoorKind, match: re.Match[str], url: re.Match[str] | None
) -> Reading[Door]:
    words = filing.words
    end = _with_owner(words, *match.span(), filing.clause.end)
    door = Door(
        kind,
        name=words.text[match.start() : end].strip(" ,.;"),
        channels=("online" if kind is DoorKind.PORTAL else "postal",),
        case=_only_if(words, max(end, url.end() if url else end)),
        address=words.text[slice(*url.span("url"))].rstrip(".") if url else None,
    )
    plain = filing.listed or words.low.startswith(("nộp", "gửi"), filing.at)
    certainty = Certainty.SURE if plain else Certainty.LIKELY
    return Reading(door, certainty, (words.evidence(match.start(), end),))


def _only_if(words: Passage, end: int) -> str | None:
    """The bracket behind a way by which it is only for when another one fails."""
    found = _WHEN_OTHERS_FAIL.match(words.low, end)
    return words.text[slice(*found.span("case"))] if found else None


def _with_owner(words: Passage, start: int, end: int, limit: int) -> int:
    """Where the name of a portal ends, with the whole name of the body that runs it."""
    owner = heads().search(words.low, start, min(limit, end + _FAR_HEAD))
    is_inside = owner is not None and owner.start() < end
    found = body_at(words.text, words.low, owner.start(), limit) if owner and is_inside else None
    return _with_joined_owners(words, found, max(end, found.end), limit) if found else end


def _with_joined_owners(words: Passage, owner: Found, end: int, limit: int) -> int:
    """Where the name ends with the other ministries that have a part of the portal each."""
    for _ in range(_MOST_OWNERS):
        joint = _JOINED.match(words.low, end, limit)
        found = body_at(words.text, words.low, joint.end(), limit) if joint else None
        kinds = {owner.body.kind, found.body.kind if found else None}
        if found is None or kinds != {BodyKind.MINISTRY}:
            return end
        end = found.end
    return end
