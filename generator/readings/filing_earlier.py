"""Whom the first sentence of the steps gives something to, before a sentence that names another."""

import re
from collections.abc import Sequence

from generator.readings.filing_clauses import Passage
from generator.readings.filing_mentioned import mentioned_giving, tells_portal
from generator.readings.filing_merge import is_office_door, is_stated_office
from generator.readings.filing_senders import Quotes
from generator.readings.filing_window import Doors
from generator.readings.lowered import lowered

_NAME, _BEGINNING = 14, 40
_HANDS = re.compile(r"(?<!\w)(?:nộp|gửi|đăng ký)(?!\w)(?!.*(?<!\w)ủy quyền)")
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
