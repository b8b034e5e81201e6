"""What `replay` and `before` say, made the long way round: row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.law.intervals import ALWAYS, Event, Interval
from generator.law.timeline import Timeline
from generator.records.decision import RowReference


def replay_slowly(events: Iterable[Event]) -> list[Interval]:
    intervals: list[Interval] = []
    for event in events:
        intervals = [_cut(interval, event) for interval in intervals]
        if event.version:
            intervals.append(Interval(event.version, event.effective, event))
    ordered = sorted(intervals, key=lambda i: (i.possible[0] or ALWAYS, i.version))
    return [_with_joined(interval, ordered) for interval in ordered]


def _cut(interval: Interval, event: Event) -> Interval:
    """An interval after a row that ends what binds from its day on."""
    day = event.effective
    if day is None:
        return interval if interval.ended_by else replace(interval, ended_by=event)
    if interval.end is not None and interval.end <= day:
        return interval
    if interval.ended_unknown:
        return replace(interval, over_by=min(day, interval.over_by or day))
    return replace(interval, end=max(day, interval.start or ALWAYS), ended_by=event)


def _with_joined(interval: Interval, others: Iterable[Interval]) -> Interval:
    if interval.empty or interval.start is None or interval.begun_by.action != "amend":
        return interval
    carried = (o for o in others if o.empty and o.start == interval.start)
    amended = (o for o in carried if o.ended_by is not None and o.ended_by.action == "amend")
    return replace(
        interval, joined=tuple(o.begun_by for o in amended if o.version < interval.version)
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
    last = earlier[-1].version if earlier else None
    day = event.effective
    if day is None or last is None:
        return last
    others = [e for e in earlier if e.decision.id != event.decision.id or e.action != "amend"]
    covering = [i.version for i in replay_slowly(others) if not i.empty and i.covers(day)]
    return covering[-1] if covering else last
