"""What stands in words before the sentence that names an office: another receiver, or a portal."""

import re
from collections.abc import Sequence

from generator.readings.filing_clauses import Passage
from generator.readings.filing_mentioned import mentioned_giving, tells_portal
from generator.readings.filing_merge import is_office_door, is_stated_office
from generator.readings.filing_said import quote_match
from generator.readings.filing_senders import Quotes
from generator.readings.filing_window import Doors
from generator.readings.lowered import lowered

_NAME, _BEGINNING = 14, 40
_HANDS = re.compile(r"(?<!\w)(?:nộp|gửi|đăng ký)(?!\w)(?!.*(?<!\w)ủy quyền)")
_FAILS = re.compile(
    r"\W{0,9}(?:trong )?(?:trường hợp|nếu|khi) [^.,]{0,60}"
    r"(?:(?:cổng|hệ thống)[^.,]{0,60} (?:bị lỗi|gặp sự cố|chưa)"
    r"|không thể thực hiện theo dịch vụ công)"
)
"""How a sentence begins that is only for when the portal fails."""
_ON_PORTAL = re.compile(
    r"(?<![^.\n])[^.\n]{0,600}(?<!\w)(?:nộp|gửi|cung cấp|khai)\s[^.\n]{0,300}"
    r"(?<!\w)(?:cổng|dịch vụ công trực tuyến)(?!\w)[^.\n]{0,200}"
)
_NO_SUBJECT = re.compile(
    r"\W{0,9}(?:[0-9a-zđ]{1,2}[.)] )?(?:trường hợp )?(?:nộp|gửi|đăng ký)(?!\w)"
)
"""How words begin that name a case or what an office does, and nobody who hands in."""


def earlier_giving(answer: Doors, quotes: Quotes, steps: Sequence[Passage]) -> Quotes:
    """The first sentence of giving, where every office is named by later sentences of the steps.

    None where it gives to one of these offices, leads to a list of them, or is quoted already.
    """
    offices = [one for one in answer if is_office_door(one.value)]
    found = mentioned_giving(steps)
    order = {passage.pointer: place for place, passage in enumerate(steps)}
    if not (offices and found) or any(one.evidence[0].pointer not in order for one in offices):
        return ()
    first = (one.evidence[0] for one in offices)
    begins = min((order[one.pointer], one.start) for one in first)
    said = found[0]
    ends = (order[said.evidence[-1].pointer], said.evidence[-1].end)
    if ends > begins or tells_portal(said) or said.value.text.endswith(":"):
        return ()
    low = lowered(said.value.text)
    if _NO_SUBJECT.match(low) or not _HANDS.search(low):
        return ()
    whom = lowered(said.value.receivers[0])
    names = [lowered(one.value.name) for one in offices if is_stated_office(one)]
    is_same = any(name[:_NAME] in whom or whom[:_NAME] in name for name in names)
    is_told = any(lowered(one.value.text)[:_BEGINNING] in low for one in quotes)
    return () if is_same or is_told else found


def portal_before_reserve(quotes: Quotes, words: Sequence[Passage]) -> Quotes:
    """The last sentence on a portal before one that is only for when the portal fails, if it leads.

    None where the portal is quoted already.
    """
    said = quotes[0] if quotes else None
    if said is None or not _FAILS.match(lowered(said.value.text)):
        return ()
    where = said.evidence[-1]
    passage = next((one for one in words if one.pointer == where.pointer), None)
    found = list(_ON_PORTAL.finditer(passage.low, 0, where.start)) if passage else []
    told = tuple(quote_match(passage, match) for match in found[-1:]) if passage else ()
    return tuple(one for one in told if one.value.text not in {each.value.text for each in quotes})
