"""Sums of money in Vietnamese prose: "160.000 đồng/lần", "1,2 triệu đồng", "10USD/giấy"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.readings.clauses import LOWER
from generator.readings.evidence import Certainty

_NUMBER = re.compile(r"(?<![0-9.,/])[0-9](?:[0-9.,]*[0-9])?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_GROUPED_BY_COMMA = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]{1,2})?")
_SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
_ASIDE = r"(?:\([^()]{1,80}\)\s*)?"
_TAIL = re.compile(
    rf"\s{{0,9}}{_ASIDE}(?:(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)\s*)?{_ASIDE}"
    r"(?P<currency>việt\s+nam\s+đồng|đồng(?!\w)|đông(?!\w)|vnđ|vnd|đ(?!\w)|usd|us\$|\$"
    r"|đô\s+la(?:\s+mỹ)?|euro?(?!\w))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\s{{0,9}}(?=/\s*(?:[0-9]{{1,2}}\s*)?[{LOWER}])")
_UNIT = re.compile(rf"\s{{0,9}}{_ASIDE}/\s*(?P<unit>[^.,;:()\n+*]{{1,60}})")
_UNIT_ENDS = re.compile(
    r"\s{1,60}(?:kể|từ|đến|áp|đối|nếu|theo|do|và|nhưng|hoặc|trường|thêm|tại|khi|là|cộng|đồng|miễn|với"
    r"|phí|lệ)(?!\w)|\s{1,60}[-–]|\s{0,60}\Z",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:phí|mức thu)\s*+:?\s*+\Z", re.IGNORECASE)
_TO = re.compile(r"\s{0,9}(?:-|–|đến|tới)\s*", re.IGNORECASE)
_OPEN = re.compile(r"\s{0,9}(?:-|–|đến|tới)\s*[0-9]", re.IGNORECASE)
_THRESHOLD = re.compile(
    r"(?:dưới|trên|vượt|hơn|vốn\s[^:]{0,40}|doanh thu\s[^:]{0,40}|mức đầu tư\s[^:]{0,40})\s*\Z",
    re.IGNORECASE,
)
_THRESHOLD_AFTER = re.compile(r"\s{0,9}(?:trở lên|trở xuống|đến dưới|tới dưới)", re.IGNORECASE)
_LIMITED = r"(?:\s{1,9}(?:thu|là|bằng|không|vượt|quá|dưới)){0,9}\s{0,9}:?\s{0,9}\Z"
_AT_MOST = re.compile(rf"(?:tối đa|không (?:vượt )?quá|cao nhất){_LIMITED}", re.IGNORECASE)
_AT_LEAST = re.compile(rf"(?:tối thiểu|không dưới|thấp nhất){_LIMITED}", re.IGNORECASE)
_NEAR = 60
"""Characters before a number that can say what it is."""


class Bound(StrEnum):
    """Whether a sum is due as it stands, or only limits another one."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class FoundSum:
    """A sum from `low` to `high` (equal for one sum) in `text[start:end]`, its unit included.

    Likely only when no currency stands beside the figures, unsure when they are grouped in a way
    that nobody writes on purpose.
    """

    start: int
    end: int
    low: float
    high: float
    currency: str
    unit: str | None
    bound: Bound
    certainty: Certainty


def read_number(figures: str) -> float | None:
    """The value of figures with Vietnamese or English grouping; None when they fit neither.

    >>> read_number("1.200.000"), read_number("1,2"), read_number("10.000.0000")
    (1200000.0, 1.2, None)
    """
    if _GROUPED.fullmatch(figures):
        return float(figures.replace(".", "").replace(",", "."))
    if _GROUPED_BY_COMMA.fullmatch(figures):
        return float(figures.replace(",", ""))
    if _PLAIN.fullmatch(figures):
        return float(figures.replace(",", "."))
    return None


def sums_in(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundSum]:
    """The sums of money in `text[start:end]`; thresholds ("dưới 50 tỷ đồng") are left out."""
    stop = len(text) if end is None else end
    waiting: tuple[re.Match[str], float] | None = None
    for match in _NUMBER.finditer(text, start, stop):
        figures = match[0]
        found = _sum_at(text, match, start, stop)
        if found is None:
            value = read_number(figures)
            waiting = (match, value) if value is not None else None
            continue
        if waiting and _TO.fullmatch(text, waiting[0].end(), match.start()):
            found = _range(waiting, found)
        waiting = None
        if not _is_threshold(text, found, start):
            yield found


def _sum_at(text: str, match: re.Match[str], start: int, stop: int) -> FoundSum | None:
    tail = _TAIL.match(text, match.end(), stop)
    before = text[max(start, match.start() - _NEAR) : match.start()]
    value = read_number(match[0])
    if tail is None:
        return _sum_without_currency(text, match, before, stop)
    certainty = Certainty.UNSURE if value is None else Certainty.SURE
    if value is None:
        value = float(match[0].replace(".", "").replace(",", ""))
    scale = _SCALES[tail["scale"].lower()] if tail["scale"] else 1.0
    if scale > 1 and value >= 1000:
        certainty = Certainty.UNSURE
    end, unit = _unit(text, tail.end(), stop)
    amount = value * scale
    return FoundSum(
        match.start(),
        end,
        amount,
        amount,
        _currency(tail["currency"]),
        unit,
        _bound(before),
        certainty,
    )


def _sum_without_currency(
    text: str, match: re.Match[str], before: str, stop: int
) -> FoundSum | None:
    """Figures in thousands with a unit ("150.000/lô hàng") or after a label ("Phí: 600,000")."""
    value = read_number(match[0])
    if value is None or value < 1000 or before.rstrip().lower().endswith("số"):
        return None
    if not _BARE.match(text, match.end(), stop) and not (
        value >= 10_000
        and _LABEL.search(text, max(0, match.start() - _NEAR), match.start())
        and not _OPEN.match(text, match.end())
    ):
        return None
    end, unit = _unit(text, match.end(), stop)
    return FoundSum(match.start(), end, value, value, "VND", unit, _bound(before), Certainty.LIKELY)


def _range(waiting: tuple[re.Match[str], float], found: FoundSum) -> FoundSum:
    """One sum out of two figures with "đến" or a dash between: "5 đến 10 triệu đồng"."""
    match, value = waiting
    scale = next((s for s in (1e9, 1e6, 1e3) if value < 1000 and found.high >= s), 1.0)
    low = value * scale
    return found if low > found.high else replace(found, start=match.start(), low=low)


def _unit(text: str, position: int, stop: int) -> tuple[int, str | None]:
    """Where a sum ends with its unit ("/hồ sơ"), and the unit."""
    match = _UNIT.match(text, position, stop)
    if match is None:
        return position, None
    cut = _UNIT_ENDS.search(text, match.start("unit"), match.end("unit"))
    end = cut.start() if cut else match.end("unit")
    unit = text[match.start("unit") : end].strip()
    return (end, unit) if unit else (position, None)


def _currency(word: str) -> str:
    folded = word.lower()
    if folded.startswith("eur"):
        return "EUR"
    return "USD" if "$" in folded or folded.startswith(("us", "đô ")) else "VND"


def _bound(before: str) -> Bound:
    if _AT_MOST.search(before):
        return Bound.AT_MOST
    return Bound.AT_LEAST if _AT_LEAST.search(before) else Bound.EXACT


def _is_threshold(text: str, found: FoundSum, start: int) -> bool:
    before = text[max(start, found.start - _NEAR) : found.start]
    if found.bound is not Bound.EXACT:
        return False
    return bool(_THRESHOLD.search(before) or _THRESHOLD_AFTER.match(text, found.end))
