"""Provisions cited in a text: "điểm b khoản 2 Điều 11", "Điều 20, 21 và 27 Mục 2 Chương IV"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.law.text import repair

_UNITS = {
    "điểm": r"[a-zđ][0-9]?(?:\.[0-9]{1,2})?",
    "tiết": r"[a-zđ0-9.]{1,6}",
    "khoản": r"[0-9]{1,3}[a-zđ]?",
    "điều": r"[0-9]{1,4}[a-zđ]{0,2}(?:\.[0-9]{1,2})?",
    "mục": r"[0-9]{1,3}|[IVXLC]{1,6}|[A-Z]",
    "tiểu mục": r"[0-9]{1,3}",
    "chương": r"[0-9]{1,2}|[IVXLC]{1,7}",
    "phần": r"[0-9]{1,2}|[IVXLC]{1,6}|[A-Z]|thứ [a-zàâăáảãạầấẩẫậêôơưđ]+",
    "phụ lục": r"[0-9]{1,3}[A-Za-z]?|[IVXLC]{1,6}(?:\.[0-9]{1,2})?|[A-Z]",
}
_UNIT = re.compile(
    r"(?:các\s+)?(" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")\b\s*", re.I
)
_NUMBER = {unit: re.compile(rf"(?:{shape})(?![\wÀ-ỹ])") for unit, shape in _UNITS.items()}
_NEXT = re.compile(r"\s*(?:,|;|và|hoặc|đến|tới|-|–)\s*|\s+(?:của|thuộc|tại)?\s*", re.I)
_ORDER = ("tiết", "điểm", "khoản", "điều", "tiểu mục", "mục", "chương", "phần", "phụ lục")


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
    places = [_ORDER.index(p.unit) for p in provisions if p.unit in ("điểm", "khoản", "điều")]
    drops = sum(later < earlier for earlier, later in pairwise(places))
    return bool(drops) and "điều" not in [p.unit for p in provisions[-1:]]


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
