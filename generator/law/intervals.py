"""The spans in which versions are in force, and what is known of them.

Whether a version binds on a day is known, known not to be, or not known: a row without a day of
effect begins and ends versions on a day that nobody knows, after its signing where that is known.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.records.decision import Decision, Row, RowReference

ALWAYS = date.min
"""Comes before every day: orders what has no day; nothing is said to bind from it."""

_LONG_BEFORE, _LONG_AFTER = timedelta(days=180), timedelta(days=3 * 365)
"""How far from its signing a decision takes effect at most, as far as anybody has seen."""

Days = tuple[date | None, date | None]
"""A span of days: the first included, the last not; None: open."""


class Status(StrEnum):
    """The status of a procedure, or of one version, on a day."""

    DRAFT = "draft"
    WAITING = "waiting"
    IN_FORCE = "in_force"
    ENDING = "ending"
    PUBLISHED = "published"
    """Published, and no source states from when: it may bind."""
    UNCERTAIN = "uncertain"
    """Changed or ended by a decision, and no source states from when: it may still bind."""
    SUPERSEDED = "superseded"
    CORRECTED = "corrected"
    REPLACED = "replaced"
    ABOLISHED = "abolished"
    ANNULLED = "annulled"

    @property
    def current(self) -> bool:
        """Whether the text is the one to follow: it binds, or may for all that is known."""
        return self.binding or self in (Status.PUBLISHED, Status.UNCERTAIN)

    @property
    def binding(self) -> bool:
        """Whether the text is known to bind on that day."""
        return self in (Status.IN_FORCE, Status.ENDING)

    @property
    def over(self) -> bool:
        """Whether it bound once and no longer does; what is not signed yet has ended nothing."""
        return not (self.current or self in (Status.WAITING, Status.DRAFT))


@dataclass(frozen=True, slots=True)
class Event:
    """One row, seen from one procedure; `version` is None when the row ends the procedure."""

    decision: Decision
    row: Row
    version: str | None

    @property
    def effective(self) -> date | None:
        """The day the row takes effect; None when no source states it."""
        return self.decision.effective_of(self.row)

    @property
    def is_doubtful(self) -> bool:
        """Whether the day of effect is hardly the one meant; a correction reaches back as far."""
        return self.action != "correct" and is_far(self.decision.signed, self.effective)

    @property
    def action(self) -> str:
        """What the row does."""
        return self.row.action

    @property
    def amends_process_alone(self) -> bool:
        """Whether it approves an internal process, and changes nothing that citizens read."""
        return self.action == "amend" and self.row.amended_parts == ("internal_process",)

    def is_before_end(self, end: "Event") -> bool:
        """Whether it changes a text that holds until an earlier row ends the procedure."""
        days = (self.effective, end.effective)
        changes = self.action in ("amend", "correct")
        return changes and days[0] is not None and days[1] is not None and days[0] < days[1]

    @property
    def reference(self) -> RowReference:
        """The row's address."""
        return RowReference(decision=self.decision.id, row=self.row.id)


@dataclass(frozen=True, slots=True)
class Interval:
    """`version` is in force from `start` (None: an unknown day) until before `end`.

    With `ended_by` and no `end` it ended on an unknown day, at the latest on `over_by`. Several
    decisions may amend a procedure from one day: `joined` are the rows of the versions that were to
    begin with this one, which carries their changes.
    """

    version: str
    start: date | None
    begun_by: Event
    end: date | None = None
    ended_by: Event | None = None
    over_by: date | None = None
    joined: tuple[Event, ...] = ()

    @property
    def possible(self) -> Days:
        """The days on which the version may bind: from its signing where its start is unknown."""
        return self.start or self.begun_by.decision.signed, self.end or self.over_by

    @property
    def certain(self) -> Days | None:
        """The days on which it is known to bind.

        What ends on a stated day bound at least when that was signed; what ends on an unknown day
        binds at least until that was signed.
        """
        if self.ended_by is None:
            return (self.start, None) if self.start else None
        signed = self.ended_by.decision.signed
        start, end = self.start or signed, self.end or signed
        return (start, end) if start and end and start < end else None

    def binds(self, day: date) -> bool | None:
        """Whether the version binds on `day`; None when nobody knows."""
        if self.certain and within(self.certain, day):
            return True
        return None if self.covers(day) else False

    def covers(self, day: date) -> bool:
        """Whether the version binds on `day`, or may for all that is known."""
        return within(self.possible, day)

    @property
    def ended_unknown(self) -> bool:
        """Whether it ended on a day that is not known."""
        return self.ended_by is not None and self.end is None

    @property
    def empty(self) -> bool:
        """Overtaken before its first day."""
        return self.end is not None and self.end <= (self.start or ALWAYS)


def is_far(signed: date | None, effective: date | None) -> bool:
    """Whether a day of effect is hardly the one that was meant, beside the day of signing."""
    if signed is None or effective is None:
        return False
    return effective < signed - _LONG_BEFORE or effective > signed + _LONG_AFTER


def within(days: Days, day: date) -> bool:
    """Whether a day is one of some days."""
    start, end = days
    return (start or ALWAYS) <= day and (end is None or day < end)


def signed_by(event: Event, day: date) -> bool:
    """Whether the decision was signed on or before `day`; an unknown day counts as long ago."""
    return (event.decision.signed or ALWAYS) <= day
