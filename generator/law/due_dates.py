"""By when an office must answer a dossier it received on a day.

The day of receipt is not counted, and a term that ends on a day off ends with the next working
day (Civil Code 91/2015/QH13, articles 147 and 148). What comes in on a day off, or after the hour
that the procedure names, counts as received on the next working day. Hours are working hours.
"""

import calendar
import math
from dataclasses import dataclass
from datetime import date, timedelta

from generator.law.durations import HOURS_OF_A_WORKING_DAY
from generator.law.workdays import Workdays
from generator.records.stated import Duration

_MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Due:
    """The day a dossier counts as `received`, and the `last` day for the result."""

    received: date
    last: date


def due(limit: Duration, submitted: date, workdays: Workdays, late: bool = False) -> Due | None:
    """When the result of a dossier submitted on a day is due; None for a limit in words.

    `late`: it came after the hour that still counts. Raises MissingCalendarError.
    """
    if limit.value is None or limit.unit == "other":
        return None
    counted = late or not workdays.is_working(submitted)
    received = workdays.after(submitted, 1) if counted else submitted
    return Due(received, _last(limit.value, limit.unit, received, workdays))


def _last(value: float, unit: str, received: date, workdays: Workdays) -> date:
    match unit:
        case "working_day":
            return workdays.after(received, math.ceil(value))
        case "hour":
            return workdays.after(received, math.ceil(value / HOURS_OF_A_WORKING_DAY))
        case "day":
            return _open(received + timedelta(days=math.ceil(value)), workdays)
    return _open(_months_after(received, math.ceil(value * _MONTHS[unit])), workdays)


def _open(day: date, workdays: Workdays) -> date:
    return day if workdays.is_working(day) else workdays.after(day, 1)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
