"""What looks like a time limit and is none, or none that figures can say: its words stay alone."""

import re

_UNIT = r"(?:ngày|giờ|tháng|năm)\b"
_WORDED = r"(?:\([^()\d]{1,20}\)\s{0,4})?"
_FIGURE = re.compile(
    rf"(?P<figure>\d[OolI]?)\)?\s{{0,4}}{_WORDED}{_UNIT}(?!\s{{0,4}}\d)", re.IGNORECASE
)
_REACH = 40
"""What stands so many characters before a figure tells whether it is whole."""
_SOUND = re.compile(r"[(+:–-]*\d{1,3}(?:[.,]\d{1,2})?\Z")
_DATED = re.compile(r"(?:\A|.*/)(?:19|20)\d{2}\Z")
_OF_A_DATE = ("ngày", "tháng")
_UNCOUNTED = re.compile(
    r"\brưỡi\b|\bngay trong (?:ngày|buổi)|\bgiải quyết ngay\b|\btrả (?:kết quả )?ngay\b"
    r"|\btrong (?:cùng )?ngày(?: làm việc)?(?=\s*[;.,(\n]|\Z|\s+(?:nhận|tiếp nhận|làm việc))"
    r"|\b(?:giảm|trừ|bớt|rút ngắn|cộng dồn|bổ sung)\s+(?:thêm\s+)?\d{1,3}(?!\d|\s*%)"
    r"|(?<!\w)(?:bước|giai đoạn|khâu)\s{1,4}\w{1,4}\s{0,4}:"
    r"|\btheo quy định\s*:\s*\d|\bthực hiện tại (?:tỉnh|thành phố|địa phương)\s*:",
    re.IGNORECASE,
)
"""Halves, at once, less or more by some days, steps one after the other, two that stand for one."""
_BEFORE_SOMETHING = re.compile(
    r"[^;.\d]{0,40}?\b(?:trước\s+(?:ngày|khi|lúc|thời điểm)|so với\s+ngày)", re.IGNORECASE
)
_NO_LIMIT = re.compile(
    r"\bcó (?:giá trị|hiệu lực)(?: (?:sử dụng|trong|là|thời hạn|không quá|tối đa)){0,3}\W*\Z"
    r"|\bthời hạn (?:hiệu lực|sử dụng|(?:của )?(?:giấy|chứng chỉ))[^;.]{0,40}\Z"
    r"|\btrước\W*\Z|\b(?:chưa|không) (?:hợp lệ|đầy đủ)\b",
    re.IGNORECASE,
)
"""What stands in front of a length that is no time of settling: how long a permit holds, what a
filing comes before, an answer to a dossier that is not complete.
"""
_CLOCK = re.compile(r"\b(?:từ|sau|đến|lúc)\W*\Z", re.IGNORECASE)


def is_doubtful(text: str) -> bool:
    """Whether figures would say something else than some words of a time."""
    return bool(_UNCOUNTED.search(text)) or any(map(_is_damaged, _FIGURE.finditer(text)))


def _is_damaged(found: re.Match[str]) -> bool:
    """Whether a figure is torn ("1 5 ngày"), has letters ("l5"), or hangs on a word ("việc.5")."""
    end = found.end("figure")
    *before, figure = found.string[max(0, end - _REACH) : end].split()
    last = before[-1].lower() if before else ""
    if _DATED.match(figure) or last in _OF_A_DATE:
        return False
    return last[-1:].isdigit() or not _SOUND.match(figure)


def is_no_limit(before: str, after: str) -> bool:
    """Whether a length is no time of settling, by what is before it and what from its unit on."""
    is_hour = after.lstrip().lower().startswith("giờ") and _CLOCK.search(before)
    return bool(is_hour or _NO_LIMIT.search(before) or _BEFORE_SOMETHING.match(after))
