"""By when an office must answer a dossier it received on a day.

The day of receipt is not counted, and a term that ends on a day off ends with the next working
day (Civil Code 91/2015/QH13, articles 147 and 148). What comes in on a day off, or after the hour
that the procedure names, counts as received on the next working day. Hours are working hours.
"""

import calendar
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from generator.law.durations import HOURS_OF_A_WORKING_DAY
from generator.law.workdays import Workdays
from generator.records.stated import ChannelTime, Duration, LimitAddition
from generator.records.version import Channel, Version

_HOURS = {"working_day": HOURS_OF_A_WORKING_DAY, "hour": 1}
_MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Due:
    """The day a dossier counts as `received`, and the `last` day for the result."""

    received: date
    last: date


class AddingProblem(StrEnum):
    """Why a limit and an addition give no day."""

    UNCLEAR = "unclear"
    """The decision does not say whether the addition is part of the limit."""
    NO_FIGURE = "no_figure"
    """The addition comes on top and has no length."""
    OTHER_UNITS = "other_units"
    """One counts days and the other working days, and the decision does not say which is first."""


def limit_of(channel: Channel) -> ChannelTime:
    """What the office is held to: the promise, else the limit.

    A promise without cases or additions leaves those of the limit as they are.
    """
    law, promised = channel.time, channel.committed_time
    if promised is None:
        return law
    return replace(
        promised,
        cases=promised.cases or law.cases,
        additions=promised.additions or law.additions,
    )


def has_special_limits(version: Version) -> bool:
    """Whether a channel has a limit of some readers, or additional time."""
    limits = map(limit_of, version.channels.items)
    return any(limit.cases or limit.additions for limit in limits)


def added_time(additions: Iterable[LimitAddition]) -> tuple[LimitAddition, ...]:
    """The additions that a due day waits for.

    These are all that are not part of the limit, but for completing the dossier: a day is
    computed for one that is complete.
    """
    return tuple(one for one in additions if not one.counted and one.reason != "completion")


def adding_problem(limit: Duration, additions: Iterable[LimitAddition]) -> AddingProblem | None:
    """Why no day can be computed from a limit with a figure and the additions; None when it can."""
    for addition in added_time(additions):
        if addition.counted is None:
            return AddingProblem.UNCLEAR
        if addition.value is None:
            return AddingProblem.NO_FIGURE
        if (addition.unit in _HOURS) != (limit.unit in _HOURS):
            return AddingProblem.OTHER_UNITS
    return None


def due(
    limit: Duration,
    submitted: date,
    workdays: Workdays,
    late: bool = False,
    additions: Iterable[LimitAddition] = (),
) -> Due | None:
    """When the result of a dossier submitted on a day is due, time on top of the limit included.

    None for a limit in words and where `adding_problem` gives a reason. `late`: it came after the
    hour that still counts. Raises MissingCalendarError.
    """
    if limit.value is None or limit.unit == "other" or adding_problem(limit, additions):
        return None
    counted = late or not workdays.is_working(submitted)
    received = workdays.after(submitted, 1) if counted else submitted
    added = [(one.value or 0, one.unit or "") for one in added_time(additions)]
    return Due(received, _last([(limit.value, limit.unit), *added], received, workdays))


def _last(terms: Sequence[tuple[float, str]], received: date, workdays: Workdays) -> date:
    """The end of terms of one kind: months are counted before days."""
    if terms[0][1] in _HOURS:
        hours = sum(value * _HOURS[unit] for value, unit in terms)
        return workdays.after(received, math.ceil(hours / HOURS_OF_A_WORKING_DAY))
    months = sum(value * _MONTHS.get(unit, 0) for value, unit in terms)
    days = sum(value for value, unit in terms if unit == "day")
    end = _months_after(received, math.ceil(months)) + timedelta(days=math.ceil(days))
    return _open(end, workdays)


def _open(day: date, workdays: Workdays) -> date:
    return day if workdays.is_working(day) else workdays.after(day, 1)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
