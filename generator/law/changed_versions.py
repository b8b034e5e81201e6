"""Which version each row of a procedure changes; the time grows with the rows alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from generator.law.held_days import HeldDays, owner_of_row
from generator.law.intervals import ALWAYS, Event
from generator.records.decision import RowReference


class _Latest:
    """The latest event from each day back, whose owner may be left out: a tree of sums (Fenwick).

    A node has its last event, and the last one that another owner has.
    """

    def __init__(self, days: Iterable[date]) -> None:
        self._days = sorted(set(days))
        self._nodes: list[tuple[tuple[int, str], ...]] = [()] * (len(self._days) + 1)

    def add(self, day: date, place: int, owner: str) -> None:
        """Add an event, behind all that are there."""
        at = bisect_left(self._days, day) + 1
        while at < len(self._nodes):
            others = [one for one in self._nodes[at] if one[1] != owner]
            self._nodes[at] = ((place, owner), *others[:1])
            at += at & -at

    def find(self, day: date, but: str) -> int:
        """The place of the latest event of the days until this one; -1 where there is none."""
        at, found = bisect_right(self._days, day), -1
        while at:
            found = max(found, *(-1 if who == but else one for one, who in self._nodes[at]), -1)
            at -= at & -at
        return found


class _Earlier:
    """The events before a row, annulled ones aside."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._dated = HeldDays(events)
        self._undated = _Latest(one.decision.signed or ALWAYS for one in events)
        self._daily = _Latest((ALWAYS,))
        self.last: str | None = None

    def add(self, place: int, event: Event) -> None:
        """Count an event among the earlier ones."""
        owner, signed = owner_of_row(event), event.decision.signed
        if event.effective:
            reach = self._dated.reach(event, event.effective)
            self._dated.add(place, event.effective, reach)
        elif event.version and signed:
            self._undated.add(signed, place, owner)
        elif event.version:
            self._daily.add(ALWAYS, place, owner)
        self.last = event.version

    def changed_by(self, event: Event) -> str | None:
        """The version that was to bind on the day of an event; the last one where none was."""
        if event.effective is None:
            return self.last
        found = max(self._covering(event.effective, event.decision.id), default=None)
        return found[1] if found else self.last

    def _covering(self, day: date, decision: str) -> Iterator[tuple[date, str, int]]:
        """First days, versions and places of what may bind on a day: no later row had ended it."""
        held = self._dated.holder(day, decision)
        undated = (self._undated.find(day, decision), self._daily.find(day, decision))
        for place in (held, *(one for one in undated if one > held)):
            event = self._events[place]
            if place >= 0 and event.version:
                yield event.effective or event.decision.signed or ALWAYS, event.version, place


def changed_versions(
    events: Sequence[Event], annulled: AbstractSet[RowReference]
) -> tuple[Mapping[RowReference, str | None], str | None]:
    """The version that each row changes, and the last one, which any other row would change."""
    found: dict[RowReference, str | None] = {}
    earlier = _Earlier(events)
    for place, event in enumerate(events):
        reference = event.reference
        if reference not in found:
            found[reference] = earlier.changed_by(event)
        if reference not in annulled:
            earlier.add(place, event)
    return found, earlier.last
