"""Lengths of time in Vietnamese prose: "07 ngày làm việc kể từ ngày …", "trong ngày làm việc"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.readings.alternation import guarded
from generator.readings.clauses import Span
from generator.readings.named_numbers import NAMED_NUMBERS
from generator.readings.time_values import TimeLimit

_UNITS = {"giờ": "hour", "phút": "hour", "ngày": "day", "tháng": "month", "năm": "year"}
_FACTORS = {"tuần": 7, "phút": 1 / 60}
_LIMIT = guarded(
    "(0-9",
    r"(?<![0-9.,])(?<![^)]/)(?<!ngày )(?<!tháng )(?<!năm )(?<!quý )(?<!khoản )(?<!Điều )(?<!đường )"
    r"\(?(?P<value>1/2|[0-9]{1,3}(?:[.,][0-9]{1,2})?)\)?\s*(?:\([^()]{1,30}\)\s*)?"
    r"(?P<unit>ngày|giờ|phút|tháng|năm|tuần)(?P<working>\s+(?:\(?làm\s+(?:làm\s+)?việc\)?"
    r"|\([^()]{1,30}\)\s{0,9}(?:ngày\s{1,9})?làm\s+việc|\(?tính theo ngày làm việc\)?))?"
    r"(?!\w)(?!\s*[0-9]{1,2}[/-][0-9])(?!\s{1,3}[0-9]{1,2}\s{1,3}năm\s{1,3}[0-9])"
    r"(?!\s{1,3}(?:chiều|sáng|trưa)(?!\w))",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"(?:(?<!sau )thời hạn|không quá|trong vòng)\s{{1,3}}(?P<name>{'|'.join(NAMED_NUMBERS)})"
    r"\s{1,3}(?P<unit>ngày|giờ|tháng|(?=làm))(?P<working>\s*làm\s+việc)?(?!\w)",
    re.IGNORECASE,
)
"""A length with its number in letters alone: "trong thời hạn hai mươi lăm ngày".

In "trong thời hạn bảy làm việc" the word for days was forgotten.
"""
_LEADS = ("thời hạn", "không quá", "trong vòng")
_SAME_DAY = guarded(
    "nt",
    r"(?<!\w)(?:ngay\s+)?trong\s+(?:cùng\s+)?(?:ngày|buổi)(?!\s+[0-9])"
    r"(?:\s+làm\s+việc)?(?!\s+(?:làm\s+việc\s+)?(?:tiếp\s+theo|kế\s+tiếp))",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"(?<!\w)ngay\s+(?:sau\s+)?khi\s+(?P<start>(?:(?:tiếp|được)\s+)?(?:nhận|xuất\s+trình"
    r"|nộp|công\s+dân\s+(?:thông|khai)\s+báo|(?:người\s[^.;,\n]{3,40}\s)?hoàn\s+thành)[^.;,\n]{0,80})",
    re.IGNORECASE,
)
_RECEIPT = re.compile(
    r"\s{1,9}(?P<start>(?:tiếp\s+)?nhận(?:\s+(?:được|đủ))*\s+(?:hồ\s+sơ|yêu\s+cầu)[^.;,\n]{0,80})",
    re.IGNORECASE,
)
_START = re.compile(
    r"\s{0,9}(?:\((?:có thể |được )?gia hạn[^()]{1,60}\)\s{0,9})?(?:,\s{0,9})?"
    r"(?:\(\s{0,9})?(?:(?:được\s+)?(?:kể|tính(?!\s+theo))(?:\s+từ)?\s+|từ\s+(?=ngày|khi|thời)|sau\s+(?:khi\s+|(?=ngày\s+kết\s)))"
    r"(?P<start>[^.;,()\n]{3,160}(?:(?<=của tổ chức),\s{1,9}cá nhân[^.;,()\n]{0,80})?"
    r"(?:(?:(?<=báo cáo)|(?<=tra cứu)|(?<=kiểm tra)),\s(?:giải trình|kiểm tra|xác minh)(?!\w)"
    r"[^.;,()\n]{0,80}){0,2}"
    r"(?:,\s*(?:và\s+)?(?:hợp lệ|chính xác|đầy đủ|đúng quy định))?"
    r"(?:\s+và\s[^.;()\n]{3,60}?(?:nộp|đóng)\s[^.;,()\n]{3,60})?)",
    re.IGNORECASE,
)
_START_BEFORE = re.compile(
    r"(?<!\w)(?:sau (?:khi|ngày)|(?:kể|tính) từ (?:khi|ngày|thời điểm))\s"
    r"(?P<start>[^.;:,\n]{3,140}),\s(?:nếu [^.;:,\n]{3,60} thì [^.;:,\n]{2,40}\s)?(?:thì\s)?"
    r"(?:trong|chậm nhất|không quá|tối đa)"
    r"[^.;:,\n]{0,30}\Z",
    re.IGNORECASE,
)
"""Words right before a length that say from when it runs: "Sau khi nhận tiền, trong 5 ngày"."""
_LONGEST_BEFORE = 220
_FOR_WHOM = re.compile(
    r"\s{1,9}(?:(?:đối với|trong trường hợp|thì)(?!\w)|và(?=\s+[0-9]))"
    r"|(?:(?<=hợp lệ)|(?<=quy định))\s{1,9}"
    r"(?=(?:Chủ tịch|Ủy ban|UBND|Bộ trưởng|Giám đốc|Sở|Cục)\s)",
    re.IGNORECASE,
)
_TIMED = guarded("bgnpt", r"ngày|giờ|phút|tháng|năm|tuần|buổi|ngay", re.IGNORECASE)
_DIGIT = re.compile(r"[0-9]")
_AND = re.compile(r"\s{0,9}(?:và|,|cộng)\s{0,9}", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(r"(?:sau|trước|lúc|từ|đến|khoảng)\s+\Z", re.IGNORECASE)
_CLOCK_AFTER = re.compile(r"\s{1,9}(?:làm|kể|sau|trước|tính)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundLimit:
    """A length of time in `text[start:end]`; `tail` is the end of the words that say from when."""

    start: int
    end: int
    tail: int
    limit: TimeLimit

    @property
    def span(self) -> Span:
        """The stretch with the words that say from when."""
        return (self.start, self.tail)


def may_state_limit(text: str) -> bool:
    """Whether a text has one of the words without which nothing is a length of time."""
    return _TIMED.search(text) is not None


def limits_in(text: str, start: int = 0, end: int | None = None) -> list[FoundLimit]:
    """The lengths of time in `text[start:end]`, in their order; hours of the clock are none."""
    stop = len(text) if end is None else end
    low = text[start:stop].lower()
    found: list[FoundLimit] = []
    if _DIGIT.search(low):
        found += _figures(text, start, stop)
    if any(word in low for word in _LEADS):
        found += _spelled(text, start, stop)
    if "trong" in low:
        found += _same_days(text, start, stop)
    if "ngay" in low:
        found += _at_once(text, start, stop)
    found.sort(key=lambda one: one.start)
    return list(_merged(text, found))


def _figures(text: str, start: int, stop: int) -> Iterator[FoundLimit]:
    for match in _LIMIT.finditer(text, start, stop):
        unit = _UNITS.get(match["unit"].lower(), "day")
        value = 0.5 if match["value"] == "1/2" else float(match["value"].replace(",", "."))
        if unit == "hour" and _is_clock(text, match, value, stop):
            continue
        value *= _FACTORS.get(match["unit"].lower(), 1)
        if match["working"] and unit == "day":
            unit = "working_day"
        working = True if match["working"] and unit == "hour" else None
        limit = TimeLimit(value, unit, working=working)
        yield _found(text, match.start(), match.end(), limit, stop)


def _spelled(text: str, start: int, stop: int) -> Iterator[FoundLimit]:
    for match in _SPELLED.finditer(text, start, stop):
        unit = _UNITS.get(match["unit"].lower(), "day")
        if match["working"] and unit == "day":
            unit = "working_day"
        limit = TimeLimit(NAMED_NUMBERS[match["name"].lower()], unit)
        yield _found(text, match.start("name"), match.end(), limit, stop)


def _is_clock(text: str, match: re.Match[str], value: float, stop: int) -> bool:
    if not 6 <= value <= 20:
        return False
    before = _CLOCK_BEFORE.search(text, max(0, match.start() - 8), match.start())
    return bool(before) and not _CLOCK_AFTER.match(text, match.end(), stop)


def _same_days(text: str, start: int, stop: int) -> Iterator[FoundLimit]:
    for match in _SAME_DAY.finditer(text, start, stop):
        yield _found(text, match.start(), match.end(), TimeLimit(0, "working_day"), stop)


def _at_once(text: str, start: int, stop: int) -> Iterator[FoundLimit]:
    for match in _AT_ONCE.finditer(text, start, stop):
        limit = TimeLimit(0, "hour", match["start"].strip())
        yield FoundLimit(match.start(), match.end(), match.end(), limit)


def _found(text: str, start: int, end: int, limit: TimeLimit, stop: int) -> FoundLimit:
    runs = _START.match(text, end, stop) or _RECEIPT.match(text, end, stop)
    if runs is None:
        before = _START_BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
        limit = replace(limit, start=before["start"].strip()) if before else limit
        return FoundLimit(start, end, end, limit)
    whom = _FOR_WHOM.search(text, *runs.span("start"))
    tail = whom.start() if whom else runs.end()
    words = text[runs.start("start") : tail].strip()
    return FoundLimit(start, end, tail, replace(limit, start=words))


def _merged(text: str, found: list[FoundLimit]) -> Iterator[FoundLimit]:
    """Two lengths joined by "và" in different units are one: "02 tháng và 15 ngày làm việc"."""
    position = 0
    while position < len(found):
        one = found[position]
        following = found[position + 1] if position + 1 < len(found) else None
        joined = following and _AND.fullmatch(text, one.tail, following.start)
        if following and joined and one.limit.unit != following.limit.unit:
            limit = replace(one.limit, then=replace(following.limit, start=None))
            limit = replace(limit, start=following.limit.start)
            yield FoundLimit(one.start, following.end, following.tail, limit)
            position += 2
        else:
            yield one
            position += 1
