"""Rows of decisions in the order they were signed, and the spans of versions that follow."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from generator.law.intervals import ALWAYS, Event, Interval

_NEVER = date.max
"""Comes after every day: what has no day ends nothing that is known to end."""


def replay(events: Sequence[Event]) -> list[Interval]:
    """The interval of each version that rows bring into force, in order of time.

    What begins on a day ends whatever would have been in force from it on: a version ends on the
    first of the days of all rows behind its own, or with the next row where that has no day.
    """
    lowest = _lowest_days(events)
    minima = [day for day, _ in lowest]
    begun = [
        _ended(Interval(event.version, event.effective, event), at, events, lowest, minima)
        for at, event in enumerate(events)
        if event.version
    ]
    return _with_joined(sorted(begun, key=lambda i: (i.possible[0] or ALWAYS, i.version)))


def _lowest_days(events: Sequence[Event]) -> list[tuple[date, int]]:
    """For each event the first day of all from it on, and the first event that has it."""
    lowest = [(_NEVER, len(events))]
    for at in reversed(range(len(events))):
        lowest.append(min((events[at].effective or _NEVER, at), lowest[-1]))
    return lowest[::-1]


def _ended(
    begun: Interval,
    at: int,
    events: Sequence[Event],
    lowest: Sequence[tuple[date, int]],
    minima: Sequence[date],
) -> Interval:
    """A version that the event in place `at` brings, with its end."""
    if at + 1 == len(events):
        return begun
    following, (day, first) = events[at + 1], lowest[at + 1]
    if following.effective is None:
        return replace(begun, ended_by=following, over_by=None if day == _NEVER else day)
    last_before_it = bisect_left(minima, begun.start or ALWAYS) - 1
    if last_before_it > at:
        return replace(begun, end=begun.start, ended_by=events[last_before_it])
    return replace(begun, end=day, ended_by=events[first])


def _with_joined(ordered: Iterable[Interval]) -> list[Interval]:
    """Amended texts with the rows of the same day that they came on top of."""
    every = list(ordered)
    carried = defaultdict(list)
    for interval in every:
        if interval.empty and interval.ended_by and interval.ended_by.action == "amend":
            carried[interval.start].append(interval)
    return [_joined(interval, carried.get(interval.start, ())) for interval in every]


def _joined(interval: Interval, carried: Iterable[Interval]) -> Interval:
    if interval.empty or interval.start is None or interval.begun_by.action != "amend":
        return interval
    joined = (one.begun_by for one in carried if one.version < interval.version)
    return replace(interval, joined=tuple(joined))
