"""Periods in Vietnamese prose: "từ ngày … đến hết ngày …", "kể từ ngày …", "đến hết năm …"."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DAY = (
    r"(?:ngày\s*)?(?P<day>[0-9]{1,2})(?:\s*+[/-]|\s++tháng)\s*(?P<month>[0-9]{1,2})"
    r"(?:\s*+[/-]|\s++năm)\s*(?P<year>[12][0-9]{3})(?![0-9])"
)
_FROM = re.compile(
    r"(?<!hiệu lực )(?:kể\s+từ|tính\s+từ|áp\s+dụng\s+từ|bắt\s+đầu\s+từ|\btừ)\s+(?:kể\s+từ\s+)?"
    + _DAY,
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"(?P<word>(?:đến|tới)\s+hết|đến|tới|\bhết|\btrước)\s+(?:{_DAY}"
    rf"|năm\s+(?P<whole>[12][0-9]{{3}}))",
    re.IGNORECASE,
)
_JOINT = 40
"""Most characters between the two days of one period."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included; None where the words set no limit."""

    start: date | None = None
    end: date | None = None

    def __bool__(self) -> bool:
        """Whether the words set a limit at all."""
        return self.start is not None or self.end is not None

    def has_ended(self, day: date) -> bool:
        """Whether the last day lies before `day`."""
        return self.end is not None and self.end < day

    def is_to_begin(self, day: date) -> bool:
        """Whether the first day lies after `day`."""
        return self.start is not None and self.start > day


ALWAYS = Period()
"""No limit in words."""


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period that stands in `text[start:end]`."""

    start: int
    end: int
    period: Period


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _last_day(match: re.Match[str]) -> date | None:
    """The last day of "đến (hết) …", and the day before of "trước …"."""
    day = date(int(match["whole"]), 12, 31) if match["whole"] else _date(match)
    if match["word"].lower() != "trước":
        return day
    if match["whole"]:
        return date(int(match["whole"]) - 1, 12, 31)
    return day - timedelta(days=1) if day else None


@lru_cache(maxsize=1024)
def periods_in(text: str) -> tuple[FoundPeriod, ...]:
    """The periods that a text names, in their order; days that do not exist are left out."""
    return tuple(_periods(text))


def _periods(text: str) -> Iterator[FoundPeriod]:
    ends = deque(match for match in _UNTIL.finditer(text) if _last_day(match))
    for match in _FROM.finditer(text):
        first = _date(match)
        while ends and ends[0].start() < match.end():
            yield _only_end(ends.popleft())
        if first is None:
            continue
        last = ends.popleft() if ends and ends[0].start() - match.end() <= _JOINT else None
        end, last_day = (last.end(), _last_day(last)) if last else (match.end(), None)
        yield FoundPeriod(match.start(), end, Period(first, last_day))
    yield from (_only_end(match) for match in ends)


def _only_end(match: re.Match[str]) -> FoundPeriod:
    return FoundPeriod(match.start(), match.end(), Period(None, _last_day(match)))
