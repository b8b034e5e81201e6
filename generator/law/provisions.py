"""Provisions cited in a text: "điểm b khoản 2 Điều 11", "từ Điều 21 đến Điều 23 Chương IV"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.law.text import repair

_ORDINAL = r"thứ [a-zàâăáảãạầấẩẫậêếôơưđ]+"
_UNITS = {
    "câu": rf"[0-9]{{1,2}}|{_ORDINAL}|đầu|cuối",
    "gạch đầu dòng": rf"[0-9]{{1,2}}|{_ORDINAL}|đầu tiên|cuối cùng",
    "đoạn": rf"[0-9]{{1,2}}|{_ORDINAL}|mở đầu|đầu|cuối",
    "mẫu": r"[0-9]{1,3}[A-Za-zĐđ]?(?:[./-][0-9A-ZĐa-zđ]{1,10})*|[A-Z]{1,6}[0-9./-]*[0-9]",
    "điểm": r"[a-zđ][0-9]?(?:\.[0-9]{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2})*",
    "tiết": r"[a-zđ0-9.]{1,6}",
    "khoản": r"[0-9]{1,3}[a-zđ]?",
    "điều": r"[0-9]{1,4}[a-zđ]{0,2}(?:\.[0-9]{1,2})?",
    "mục": r"[0-9]{1,3}|[IVXLC]{1,6}|[A-Z]",
    "tiểu mục": r"[0-9]{1,3}",
    "chương": r"[0-9]{1,2}|[IVXLC]{1,7}",
    "phần": rf"[0-9]{{1,2}}|[IVXLC]{{1,6}}|[A-Z]|{_ORDINAL}",
    "phụ lục": r"[0-9]{1,3}[A-Za-z]?|[IVXLC]{1,6}(?:\.[0-9]{1,2})?|[A-Z]",
}
_UNIT = re.compile(
    r"(?:từ\s+)?(?:các\s+)?("
    + "|".join(sorted(_UNITS, key=len, reverse=True))
    + r")\b\s*(?:số\s*:?\s*)?",
    re.I,
)
_NUMBER = {unit: re.compile(rf"(?:{shape})(?![\wÀ-ỹ])") for unit, shape in _UNITS.items()}
_NEXT = re.compile(r"\s*(?:,|;|và|hoặc|đến|tới|-|–)\s*|\s+(?:của|thuộc|tại)?\s*", re.I)
_RANGE = re.compile(
    r"(?P<unit>điều|khoản|chương)\s+(?P<first>[0-9]{1,4})\s*(?:đến|tới|-|–)\s*"
    r"(?:(?P=unit)\s+)?(?P<last>[0-9]{1,4})(?![\w.])",
    re.IGNORECASE,
)
_ORDER = (
    "câu", "gạch đầu dòng", "đoạn", "tiết", "điểm", "khoản", "điều",
    "tiểu mục", "mục", "chương", "phần", "mẫu", "phụ lục",
)  # fmt: skip
_PARTS_OF_AN_ARTICLE = ("câu", "gạch đầu dòng", "đoạn", "tiết", "điểm", "khoản")
_WHOLES = ("điều", "mục", "phần", "mẫu", "phụ lục")
"""What such a part may be a part of; annexes have parts of their own."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of a legal text: `unit` as the law names it ("điều"), `number` as printed."""

    unit: str
    number: str


def parse_provisions(text: str) -> tuple[Provision, ...] | None:
    """The provisions that a citation names, in its order; None when it is not one all through.

    >>> [p.number for p in parse_provisions("điểm b khoản 2 Điều 11")]
    ['b', '2', '11']
    >>> parse_provisions("xem luật") is None
    True
    """
    return _Reader(repair(text)[0].strip().rstrip(".;")).read()


def backwards(provisions: tuple[Provision, ...]) -> bool:
    """Whether a smaller unit follows a larger one, as in "Điều 11 khoản 2"."""
    units = [p.unit for p in provisions if p.unit in ("điểm", "khoản", "điều")]
    drops = any(_ORDER.index(b) < _ORDER.index(a) for a, b in pairwise(units))
    return drops and units[-1] != "điều"


def has_falling_range(text: str) -> bool:
    """Whether a range ends before it begins.

    >>> has_falling_range("Điều 34 đến Điều 32"), has_falling_range("khoản 1 đến 3 Điều 2")
    (True, False)
    """
    return any(int(found["first"]) > int(found["last"]) for found in _RANGE.finditer(text))


def lacks_article(provisions: tuple[Provision, ...]) -> bool:
    """Whether parts of an article are named without one, as in "khoản 2"."""
    units = {provision.unit for provision in provisions}
    return not units.isdisjoint(_PARTS_OF_AN_ARTICLE) and units.isdisjoint(_WHOLES)


@dataclass(slots=True)
class _Reader:
    text: str
    place: int = 0

    def read(self) -> tuple[Provision, ...] | None:
        """Every provision up to the end; None when something else stands among them."""
        found: list[Provision] = []
        while self.place < len(self.text):
            unit = _UNIT.match(self.text, self.place)
            if not unit:
                return None
            self.place = unit.end()
            numbers = list(self._read_numbers(unit[1].lower()))
            if not numbers:
                return None
            found += numbers
        return tuple(found) or None

    def _read_numbers(self, unit: str) -> Iterator[Provision]:
        while number := _NUMBER[unit].match(self.text, self.place):
            yield Provision(unit, number[0])
            self.place = number.end()
            joint = _NEXT.match(self.text, self.place)
            if not joint:
                return
            self.place = joint.end()
