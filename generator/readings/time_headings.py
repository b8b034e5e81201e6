"""Lines without a length of time above others: the case that they name, and their work."""

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

_NAMES_WORK = re.compile(
    r"(?!.{0,80}tính (?:đầy đủ|hợp lệ)).{0,80}(?:thẩm định|xét duyệt|phê duyệt|quyết định)",
    re.IGNORECASE,
)
"""The name of a stage that is more than a look at the papers."""
_LEADS_TO_ALL = re.compile(
    r"(?s:.{0,200})(?:xử lý(?: hồ sơ)?|thực hiện (?:các|theo) (?:quy trình|trình tự|bước))"
    r"(?: như)? sau(?: đây)?\W*",
    re.IGNORECASE,
)
"""The head of a list of all that is done with a file, whatever comes first."""


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


def is_below(text: str, clause: TextClause, above: TextClause) -> bool:
    """Return whether the headings above the line before a clause are those of the clause too."""
    open_ones = tuple(one for one in above.labels if "\n" in text[one[1] : above.start])
    return clause.labels[: len(open_ones)] == open_ones


def is_of_work(label: str) -> bool:
    """Return whether a heading is of more than a look at the papers."""
    return bool(_NAMES_WORK.match(label) or _LEADS_TO_ALL.fullmatch(label))
