"""Why time is added or not counted, and in which case."""

import re

from generator.findings.problem import Pointer
from generator.readings.time_patterns import USUAL
from generator.readings.time_values import Reason

_REASONS = (
    (
        Reason.POSTING,
        re.compile(r"niêm yết|đăng (?:tin|báo|tải)", re.IGNORECASE),
    ),
    (Reason.HOLIDAYS, re.compile(r"ngày nghỉ|nghỉ lễ|ngày lễ", re.IGNORECASE)),
    (
        Reason.COMPLETION,
        re.compile(
            r"bổ sung|hoàn thiện|hoàn chỉnh|chỉnh sửa|khắc phục|giải trình|sửa chữa|sửa đổi",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.TAX,
        re.compile(
            r"(?<!nộp )thuế|nghĩa vụ tài chính|tiền sử dụng đất|tiền thuê|nộp tiền|nộp phí",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.SURVEY,
        re.compile(
            r"đo đạc|trích đo|thực địa|thực tế|hiện trường|khảo sát|tại chỗ|địa chính",
            re.IGNORECASE,
        ),
    ),
    (Reason.CONSULTATION, re.compile(r"ý kiến|trả lời|phối hợp|thỏa thuận", re.IGNORECASE)),
    (
        Reason.VERIFICATION,
        re.compile(
            r"xác minh|giám định|thẩm tra|thẩm định lại|đánh giá(?! thực tế)|kiểm nghiệm"
            r"|kiểm tra(?! thực| hiện| tại chỗ)"
            r"|thử nghiệm|phân tích|xét nghiệm",
            re.IGNORECASE,
        ),
    ),
)
CASE = re.compile(r"(?:trường hợp|đối với)(?!\w)[^.;:\n]{3,160}", re.IGNORECASE)
"""The words of a case."""

_OF_ITEM = re.compile(
    r"[ \t]{0,9}[-+*•–]\s{0,3}(?P<case>(?:trường hợp|đối với)\s[^.;:\n]{3,200}?),?(?=\sthì\s|:)",
    re.IGNORECASE,
)
"""An item of a list that begins with its case."""
_MARKED = re.compile(r"[ \t]{0,9}(?:[-+*•–]|[0-9a-zđ(]{1,3}[.)]|Bước )", re.IGNORECASE)
_MOST_LINES = 4
"""Lines without a mark that belong to the item above them."""

Place = tuple[Pointer, str]
"""A text and where it stands."""


def reason_of(words: str) -> Reason:
    """Why time is added, out of the words for it: the first reason that they name."""
    found = [(match.start(), reason) for reason, p in _REASONS if (match := p.search(words))]
    return min(found, key=lambda one: one[0])[1] if found else Reason.OTHER


def condition_of_sentence(text: str, start: int, end: int) -> str | None:
    """The case that a sentence is limited to, before or after the words themselves."""
    begin = max(text.rfind(sign, max(0, start - 300), start) for sign in ".;\n") + 1
    before = CASE.search(text, begin, start)
    after = CASE.match(text, end + 1 if text[end : end + 1] == " " else end)
    found = before or after
    return found[0].split(",")[0].strip() if found else None


def condition_of_item(text: str, start: int) -> str | None:
    """The case that the item of a list begins with in which some words stand; None without one."""
    line = text.rfind("\n", 0, start) + 1
    for _ in range(_MOST_LINES):
        if _MARKED.match(text, line) or line == 0:
            break
        line = text.rfind("\n", 0, line - 1) + 1
    found = _OF_ITEM.match(text, line, start)
    return found["case"] if found and not USUAL.match(found["case"]) else None
