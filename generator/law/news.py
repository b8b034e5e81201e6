"""What changed: every row about a procedure, as feeds, calendars and lists tell it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.law.edition import Edition, Entry, agencies_of
from generator.law.timeline import Event


@dataclass(frozen=True, slots=True)
class Change:
    """A row of a decision seen from one procedure."""

    entry: Entry
    event: Event

    @property
    def told(self) -> date:
        """The day it could be read: made public, else signed, else in effect."""
        decision = self.event.decision
        return decision.listed or decision.signed or self.event.effective or date.min

    @property
    def agencies(self) -> tuple[str, ...]:
        """Who publishes, executes, decides or receives."""
        return agencies_of(self.entry.procedure, self.entry.version)


def news(edition: Edition) -> list[Change]:
    """Every row that was not annulled, the latest told first."""
    found = (change for entry in edition.entries.values() for change in _changes(entry, edition))
    return sorted(found, key=_latest_first)


def news_of(entry: Entry, edition: Edition) -> list[Change]:
    """The rows about one procedure that were not annulled, the latest told first."""
    return sorted(_changes(entry, edition), key=_latest_first)


def _changes(entry: Entry, edition: Edition) -> Iterator[Change]:
    for event in entry.timeline.events:
        if event.reference not in edition.annulments:
            yield Change(entry, event)


def _latest_first(change: Change) -> tuple[object, ...]:
    event = change.event
    return -change.told.toordinal(), event.decision.id, event.row.id, change.entry.code
