"""Which row holds each day of a procedure, as rows are added in the order they were signed.

A row holds the days from its own on, and takes them from the rows signed before it:

- what publishes, replaces or ends a procedure takes every later day;
- what amends takes them until the day on which the procedure is to end;
- what corrects takes the days of the text that it corrects, and leaves the texts that are to follow
  that one: a correction mends a text and undoes no other decision.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from generator.law.intervals import ALWAYS, Event

NEVER = date.max
"""Comes after every day: until then holds what nothing is known to end."""
NOBODY = -1
"""The place of the row that holds the days before the first one."""

_Holders = tuple[int, int]
"""The places of the row that holds some days, and of the last one before it of another owner."""


class HeldDays:
    """Stretches of days, with the rows of some events that hold them; rows are added in order."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._starts = [ALWAYS]
        self._holders: list[_Holders] = [(NOBODY, NOBODY)]

    def holder(self, day: date, but: str = "") -> int:
        """The place of the row that holds a day; of the last one before whose owner is `but`."""
        first, other = self._holders[self._at(day)]
        return (
            other if first != NOBODY and but and owner_of_row(self._events[first]) == but else first
        )

    def reach(self, event: Event, day: date) -> date:
        """The first day behind those that a row takes from its own day on."""
        at = self._at(day)
        holder = self._holders[at][0]
        if event.action == "correct":
            return day if self._is_end(holder) else self._end_of_text(at)
        if event.action == "amend" and not self._is_end(holder):
            ends = (n for n in range(at, len(self._starts)) if self._is_end(self._holders[n][0]))
            return next((self._starts[n] for n in ends), NEVER)
        return NEVER

    def add(self, place: int, day: date, until: date) -> list[int]:
        """Give the days from `day` until before `until` to a row; the rows that held them."""
        if day >= until:
            return []
        owner = owner_of_row(self._events[place])
        first, last = self._split(day), self._split(until)
        before = self._holders[first:last]
        self._holders[first:last] = [(place, self._beneath(one, owner)) for one in before]
        self._merge(first, last)
        return [one for one in dict.fromkeys(top for top, _ in before) if one != NOBODY]

    def _beneath(self, holders: _Holders, owner: str) -> int:
        first, other = holders
        return first if first == NOBODY or owner_of_row(self._events[first]) != owner else other

    def _at(self, day: date) -> int:
        return bisect_right(self._starts, day) - 1

    def _is_end(self, place: int) -> bool:
        return place != NOBODY and self._events[place].version is None

    def _end_of_text(self, at: int) -> date:
        """The last day of the text at some place, or of the first one behind it, and one more."""
        text = at if self._holders[at][0] != NOBODY else at + 1
        held = self._holders[text : text + 1]
        behind = range(text + 1, len(self._starts))
        return next((self._starts[n] for n in behind if self._holders[n][0] != held[0][0]), NEVER)

    def _split(self, day: date) -> int:
        """The place of the stretch that begins on a day, made where there is none."""
        if day == NEVER:
            return len(self._starts)
        at = bisect_left(self._starts, day)
        if self._starts[at : at + 1] != [day]:
            self._starts.insert(at, day)
            self._holders.insert(at, self._holders[at - 1])
        return at

    def _merge(self, first: int, last: int) -> None:
        """Make one stretch of those between two places that have the same holders."""
        same = [one == other for one, other in pairwise(self._holders[first:last])]
        kept = [first, *(first + n for n, alike in enumerate(same, 1) if not alike)]
        self._starts[first:last] = [self._starts[n] for n in kept]
        self._holders[first:last] = [self._holders[n] for n in kept]


def owner_of_row(event: Event) -> str:
    """The owner of a row: a decision owns what it amends, in rows that each change another text."""
    return event.decision.id if event.action == "amend" else ""
