"""What `replay` and `before` say, made the long way round: row by row and day by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import takewhile

from generator.law.intervals import ALWAYS, Event, Interval
from generator.law.timeline import Timeline
from generator.records.decision import RowReference

DAYS = [date(2025, 12, 1) + timedelta(days=n) for n in range(100)]
"""The days on which the rows of a test take effect, and some on both sides."""


@dataclass
class Told:
    """What some rows say: the interval of each version, and the row that holds each day."""

    intervals: dict[int, Interval] = field(default_factory=dict)
    holders: dict[date, int] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def is_end(self, day: date) -> bool:
        place = self.holders.get(day)
        return place is not None and self.events[place].version is None

    def text_from(self, day: date) -> int | None:
        later = (self.holders[one] for one in DAYS if one >= day and one in self.holders)
        return next(later, None)

    def taken_by(self, event: Event, day: date) -> Iterator[date]:
        later = [one for one in DAYS if one >= day]
        if event.action == "correct" and not self.is_end(day):
            text = self.text_from(day)
            return takewhile(lambda one: self.holders.get(one, text) == text, later)
        if event.action == "correct":
            return iter(())
        if event.action == "amend" and not self.is_end(day):
            return takewhile(lambda one: not self.is_end(one), later)
        return iter(later)

    def begun_by(self, event: Event, taken: Sequence[date], day: date) -> Interval:
        begun = Interval(event.version or "", day, event)
        place = self.text_from(day) if taken else None
        text = None if place is None else self.intervals.get(place)
        if event.action == "correct" and text:
            return replace(text, version=event.version or "", start=day, begun_by=event)
        behind = [one for one in DAYS if one >= day and one not in taken][:1]
        ends = [self.events[self.holders[one]] for one in behind]
        return replace(begun, end=behind[0], ended_by=ends[0]) if behind else begun

    def add(self, event: Event) -> None:
        day, place = event.effective, len(self.events)
        if day is None:
            self.intervals = {
                n: one if one.ended_by else replace(one, ended_by=event)
                for n, one in self.intervals.items()
            }
            begun = Interval(event.version or "", None, event)
        else:
            taken = list(self.taken_by(event, day))
            begun = self.begun_by(event, taken, day)
            self.cut(event, day, {self.holders[one] for one in taken if one in self.holders})
            self.holders |= dict.fromkeys(taken, place)
        self.events.append(event)
        if event.version:
            self.intervals[place] = begun

    def cut(self, event: Event, day: date, losing: set[int]) -> None:
        for place, one in self.intervals.items():
            signed = one.begun_by.decision.signed or ALWAYS
            undated = one.start is None and (event.action != "correct" or signed <= day)
            if undated or place in losing:
                self.intervals[place] = _cut(one, event, day)


def replay_slowly(given: Iterable[Event]) -> list[Interval]:
    told, events = Told(), list(given)
    for event in events:
        told.add(event)
    ordered = sorted(told.intervals.values(), key=lambda i: (i.possible[0] or ALWAYS, i.version))
    return [_with_joined(interval, ordered, events) for interval in ordered]


def _cut(interval: Interval, event: Event, day: date) -> Interval:
    """An interval after a row that ends what binds from its day on."""
    if interval.end is not None and interval.end <= day:
        return interval
    if interval.ended_unknown:
        return replace(interval, over_by=min(day, interval.over_by or day))
    return replace(interval, end=max(day, interval.start or ALWAYS), ended_by=event)


def _with_joined(
    interval: Interval, others: Sequence[Interval], events: Sequence[Event]
) -> Interval:
    if interval.empty or interval.start is None or interval.begun_by.action != "amend":
        return interval
    carried, one = [interval], interval
    while True:
        places = [n for n, e in enumerate(events) if e.reference == one.begun_by.reference]
        before = _version_before(events[places[0]], events[: places[0]])
        found = [o for o in others if o.version == before][-1:]
        if not found or found[0].version in {c.version for c in carried}:
            break
        one = found[0]
        if one.start != interval.start:
            break
        carried.append(one)
    joined = (o for o in reversed(carried) if o.empty and o.ended_by)
    return replace(
        interval,
        joined=tuple(o.begun_by for o in joined if o.ended_by and o.ended_by.action == "amend"),
    )


def before_slowly(timeline: Timeline, row: RowReference) -> str | None:
    earlier: list[Event] = []
    for event in timeline.events:
        if event.reference == row:
            return _version_before(event, earlier)
        if event not in timeline.annulled:
            earlier.append(event)
    return earlier[-1].version if earlier else None


def _version_before(event: Event, earlier: Sequence[Event]) -> str | None:
    """The version that holds the day of a row, without the other rows of its decision.

    A row that was signed later and has no day may bind from its signing on.
    """
    last = earlier[-1].version if earlier else None
    day = event.effective
    if day is None:
        return last
    owner = event.decision.id
    held = _holders_of(day, earlier)
    others = [n for n in held if earlier[n].decision.id != owner or earlier[n].action != "amend"]
    dated = max(others, default=-1)
    undated = [
        n
        for n, e in enumerate(earlier)
        if e.effective is None
        and e.version
        and (e.decision.id != owner or e.action != "amend")
        and (e.decision.signed or ALWAYS) <= day
        and n > dated
    ]
    latest = [
        max((n for n in undated if bool(earlier[n].decision.signed) == signed), default=-1)
        for signed in (True, False)
    ]
    places = [n for n in (dated, *latest) if n >= 0 and earlier[n].version]
    covering = [
        (earlier[n].effective or earlier[n].decision.signed or ALWAYS, earlier[n].version)
        for n in places
    ]
    return max(covering, default=(ALWAYS, last))[1]


def _holders_of(day: date, events: Sequence[Event]) -> list[int]:
    """The places of the rows that held a day, one after the other."""
    told, found = Told(), []
    for place, event in enumerate(events):
        taken = list(told.taken_by(event, event.effective)) if event.effective else []
        if day in taken:
            found.append(place)
        told.add(event)
    return found
