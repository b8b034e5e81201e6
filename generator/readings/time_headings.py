"""The case that a line without a length of time names for the line below it."""

import re

from generator.readings.case_names import CaseNames
from generator.readings.clauses import TextClause
from generator.readings.time_patterns import CONDITION, THEN

_IS_SENTENCE = re.compile(
    r"\A(?:trường hợp|nếu) (?:(?:từ chối|không)[^.;:]{0,60} phải [^.;:]{3,90}"
    r"|[^.;:,]{0,40}(?:không|chưa)[^.;:]{3,90}, [^.;:]{3,90}?"
    r" (?:thông báo|hướng dẫn|yêu cầu|trả lại|từ chối|có văn bản)(?!\w)[^.;:]{3,200})[^:\s]\s*\Z",
    re.IGNORECASE,
)
"""A whole sentence on a refused or incomplete file, which is no heading of the line after it."""


def heading_above(text: str, clause: TextClause) -> str | None:
    """The case that a line without a length names for the line after it."""
    named = CaseNames(text, clause)
    words = text[clause.start : clause.end].strip()
    if named.case and len(words) < 200:
        return f"{named.case}: {words}"
    condition = CONDITION.match(words)
    if _IS_SENTENCE.search(words):
        return None
    return words if condition and len(words) < 300 and not THEN.search(words[:-3]) else None
