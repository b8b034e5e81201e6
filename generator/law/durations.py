"""Lengths of time that can be compared: working time in hours, calendar time in days."""

import re
from dataclasses import dataclass

from generator.records.stated import Duration

HOURS_OF_A_WORKING_DAY = 8
_DAYS = {"day": 1, "month": 30, "year": 365}
DURATION_UNITS = {
    "giờ làm việc": "hour",
    "giờ": "hour",
    "ngày làm việc": "working_day",
    "ngày": "day",
    "tháng": "month",
    "năm": "year",
}
"""The words of units of time, longer ones first, and the units."""
_STATED = re.compile(
    r"(?:không quá|trong(?: thời hạn| vòng)?|tối đa|thời hạn(?: giải quyết)?:?)?\s*+"
    r"(?P<value>[0-9]{1,3}(?:[.,][0-9])?)\s*+(?:\([^)]*\)\s*+)?"
    rf"(?P<unit>{'|'.join(DURATION_UNITS)})"
    r"(?:\s*+,?\s*+(?:kể từ|tính từ|từ (?:ngày|khi))[^.;]*+)?[.;]?\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """`amount` hours of work when `working`, else calendar days."""

    amount: float
    working: bool

    @property
    def days(self) -> float:
        """The length in days of its own kind: of eight hours of work each when `working`."""
        return self.amount / HOURS_OF_A_WORKING_DAY if self.working else self.amount

    def comparable(self, other: "Length") -> bool:
        """Whether both count the same kind of time: days and working days are never mixed."""
        return self.working == other.working


def length_of(duration: Duration | None) -> Length | None:
    """The length of a duration; None when it has no figure or a unit of its own."""
    if duration is None or duration.value is None:
        return None
    match duration.unit:
        case "hour":
            return Length(duration.value, True)
        case "working_day":
            return Length(duration.value * HOURS_OF_A_WORKING_DAY, True)
        case "day" | "month" | "year":
            return Length(duration.value * _DAYS[duration.unit], False)
    return None


def read_duration(text: str) -> Duration | None:
    """A duration from words that state nothing else; None for anything longer.

    >>> read_duration("Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ").value
    5.0
    """
    match = _STATED.match(" ".join(text.split()))
    if match is None:
        return None
    value = float(match["value"].replace(",", "."))
    return Duration(value=value, unit=DURATION_UNITS[match["unit"].lower()])
