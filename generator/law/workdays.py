"""Working days: weekdays that are no holiday, and weekend days worked in exchange.

Source: Labour Code 45/2019/QH14, articles 111 and 112, with the yearly notice of days off and
exchanged days. A year whose calendar is missing is never guessed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.records.memoize import memoize_by_identity
from generator.records.registers import Calendar

_ONE = timedelta(days=1)
_SATURDAY = 5


class MissingCalendarError(LookupError):
    """The days off of `year` are not known."""

    def __init__(self, year: int) -> None:
        super().__init__(f"calendar/{year}.yml")
        self.year = year


@dataclass(frozen=True, slots=True)
class Workdays:
    """Arithmetic over the calendars of a catalogue."""

    calendars: Mapping[int, Calendar]

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`; raises MissingCalendarError."""
        return _is_working(day, self._find_calendar(day.year))

    def _find_calendar(self, year: int) -> Calendar:
        """The calendar of a year; raises MissingCalendarError."""
        calendar = self.calendars.get(year)
        if calendar is None:
            raise MissingCalendarError(year)
        return calendar

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, before it when negative; `day` is not counted.

        Raises MissingCalendarError.
        """
        if count == 0:
            return day
        first = day + (_ONE if count > 0 else -_ONE)
        days = self._working(first.year)
        origin = bisect_left(days, first) - 1 if count > 0 else bisect_right(days, first)
        return self._at(first.year, origin + count)

    def _at(self, year: int, index: int) -> date:
        """The working day at an index, counted from 0 with the first one of a year."""
        days = self._working(year)
        if index >= len(days):
            return self._at(year + 1, index - len(days))
        if index < 0:
            return self._at(year - 1, index + len(self._working(year - 1)))
        return days[index]

    def _working(self, year: int) -> tuple[date, ...]:
        """The working days of a year, in their order; raises MissingCalendarError."""
        return _working_days(self._find_calendar(year))

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and with `end`; negative when end < start.

        Raises MissingCalendarError.
        """
        if end < start:
            return -self.between(end, start)
        days = (start + _ONE * number for number in range(1, (end - start).days + 1))
        return sum(map(self.is_working, days))


@memoize_by_identity
def _working_days(calendar: Calendar) -> tuple[date, ...]:
    start = date(calendar.year, 1, 1)
    count = (date(calendar.year + 1, 1, 1) - start).days
    days = (start + _ONE * number for number in range(count))
    return tuple(day for day in days if _is_working(day, calendar))


def _is_working(day: date, calendar: Calendar) -> bool:
    worked, off = _exceptions(calendar)
    return day in worked or (day.weekday() < _SATURDAY and day not in off)


@memoize_by_identity
def _exceptions(calendar: Calendar) -> tuple[frozenset[date], frozenset[date]]:
    """The days worked and the days off contrary to the week; working has precedence."""
    worked = frozenset(swap.worked for swap in calendar.swapped_days)
    off = {swap.off for swap in calendar.swapped_days}
    off |= {holiday.date for holiday in calendar.holidays}
    return worked, frozenset(off)
