"""Rows of decisions in the order they were signed, and the spans of versions that follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.law.changed_versions import changed_versions
from generator.law.held_days import NEVER, HeldDays
from generator.law.intervals import ALWAYS, Event, Interval, signed_by
from generator.records.decision import RowReference


def replay(events: Sequence[Event]) -> list[Interval]:
    """The interval of each version that rows bring into force, in order of time.

    A version ends with the first day that a later row takes from it (`held_days`), or with the next
    row where that has no day.
    """
    spans = _Spans(events)
    for place, event in enumerate(events):
        if event.effective is None:
            spans.add_undated(place, event)
        else:
            spans.add_dated(place, event, event.effective)
    ordered = sorted(spans.every(), key=lambda i: (i.possible[0] or ALWAYS, i.version))
    return _with_joined(ordered, events)


class _Spans:
    """The intervals of the rows that were added, by the places of these."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._held = HeldDays(events)
        self._found: dict[int, Interval] = {}
        self._open: set[int] = set()
        """What nothing ends yet."""
        self._undated: list[int] = []

    def every(self) -> Iterable[Interval]:
        """All intervals."""
        return self._found.values()

    def add_dated(self, place: int, event: Event, day: date) -> None:
        """Add a row, which takes its days from others."""
        until = self._held.reach(event, day)
        begun = self._begun(event, day, until)
        for other in (*self._held.add(place, day, until), *self._undated_cut_by(event, day)):
            if other in self._found:
                self._set_end(other, event, day)
        if begun:
            self._put(place, begun)

    def add_undated(self, place: int, event: Event) -> None:
        """Add a row that ends, on a day that nobody knows, what nothing ended before."""
        for other in self._open:
            self._found[other] = replace(self._found[other], ended_by=event)
        self._open.clear()
        if event.version:
            self._put(place, Interval(event.version, None, event))
            self._undated.append(place)

    def _begun(self, event: Event, day: date, until: date) -> Interval | None:
        """The version that a row brings; a correction ends as the text that it corrects."""
        if event.version is None:
            return None
        last = self._held.holder(until - timedelta(days=1))
        if event.action == "correct" and day < until and last in self._found:
            return replace(self._found[last], version=event.version, start=day, begun_by=event)
        begun = Interval(event.version, day, event)
        if until == NEVER:
            return begun
        return replace(begun, end=until, ended_by=self._events[self._held.holder(until)])

    def _put(self, place: int, begun: Interval) -> None:
        self._found[place] = begun
        if begun.ended_by is None:
            self._open.add(place)

    def _undated_cut_by(self, event: Event, day: date) -> Iterable[int]:
        """The versions without a first day that a row ends: a correction, those of its own day."""
        if event.action != "correct":
            return self._undated
        return (n for n in self._undated if signed_by(self._events[n], day))

    def _set_end(self, place: int, event: Event, day: date) -> None:
        """End a version on a day, if it has not ended by then."""
        span = self._found[place]
        if span.end and span.end <= day:
            return
        if span.ended_unknown:
            over_by = min(day, span.over_by or day)
            self._found[place] = replace(span, over_by=over_by)
            return
        self._found[place] = replace(span, end=max(day, span.start or ALWAYS), ended_by=event)
        self._open.discard(place)


def _with_joined(ordered: Sequence[Interval], events: Sequence[Event]) -> list[Interval]:
    """Amended texts with the rows of the same day on whose texts theirs were written."""
    if not any(_was_amended(interval) for interval in ordered):
        return list(ordered)
    changed, _ = changed_versions(events, frozenset())
    found = {interval.version: interval for interval in ordered}
    return [_joined(interval, found, changed) for interval in ordered]


def _was_amended(interval: Interval) -> bool:
    end = interval.ended_by
    return interval.empty and end is not None and end.action == "amend"


def _joined(
    interval: Interval,
    found: Mapping[str, Interval],
    changed: Mapping[RowReference, str | None],
) -> Interval:
    if interval.empty or interval.start is None or interval.begun_by.action != "amend":
        return interval
    carried: dict[str, Interval] = {}
    one: Interval | None = interval
    while one and one.version not in carried and one.start == interval.start:
        carried[one.version] = one
        one = found.get(changed.get(one.begun_by.reference) or "")
    joined = (one.begun_by for one in reversed(carried.values()) if _was_amended(one))
    return replace(interval, joined=tuple(joined))
