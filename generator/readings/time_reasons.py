"""Why time is added or not counted, and in which case."""

import re

from generator.findings.problem import Pointer
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
_ABOUT = re.compile(r"(?:\sliên tục)?\s{1,3}về việc (?P<matter>[^.;:,\n]{5,80})", re.IGNORECASE)
_BEHIND_CASE = re.compile(r"(?:,|\sthì\s).*", re.DOTALL)
"""What follows from a case."""

Place = tuple[Pointer, str]
"""A text and where it stands."""


def reason_of(words: str) -> Reason:
    """Why time is added, out of the words for it: the first reason that they name."""
    found = [(match.start(), reason) for reason, p in _REASONS if (match := p.search(words))]
    return min(found, key=lambda one: one[0])[1] if found else Reason.OTHER


def case_told_before(text: str, start: int, end: int) -> str | None:
    """The case of an earlier sentence, of which the words behind are: "… về việc trẻ bị bỏ rơi"."""
    about = _ABOUT.match(text, end)
    if about is None:
        return None
    matter = about["matter"].strip().lower()
    cases = (match[0] for match in CASE.finditer(text, 0, start))
    told = (case for case in cases if matter in case.lower())
    return next((_BEHIND_CASE.sub("", case).strip() for case in told), None)


def condition_of_sentence(text: str, start: int, end: int) -> str | None:
    """The case that a sentence is limited to, before or after the words themselves."""
    begin = max(text.rfind(sign, max(0, start - 300), start) for sign in ".;\n") + 1
    before = CASE.search(text, begin, start)
    after = CASE.match(text, end + 1 if text[end : end + 1] == " " else end)
    found = before or after
    return found[0].split(",")[0].strip() if found else None
