"""One procedure as an edition shows it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.law.timeline import Status, Timeline
from generator.law.titles import one_line
from generator.records.memory import kept
from generator.records.registers import Procedure
from generator.records.version import Version

Spans = tuple[tuple[date | None, date | None], ...]
"""Spans of days, first included, last not; None: always before, or for ever after."""


@dataclass(frozen=True)
class Entry:
    """One procedure as an edition shows it: the version shown and its status on the day.

    `bound` are the days on which it binds, where the timeline does not tell.
    """

    procedure: Procedure
    version: Version
    status: Status
    timeline: Timeline
    bound: Spans | None = None

    @property
    def code(self) -> str:
        """The id of the procedure."""
        return self.procedure.id

    @cached_property
    def title(self) -> str:
        """The title as it is shown: on one line, without marks that turn the direction."""
        return one_line(self.version.title)

    @property
    def spans(self) -> Spans:
        """The days on which any version binds; spans that meet are one."""
        spans: list[tuple[date | None, date | None]] = list(self.bound or ())
        for interval in () if self.bound else self.timeline.intervals:
            meets = bool(spans) and spans[-1][1] == interval.start
            start = spans.pop()[0] if meets else interval.start
            spans.append((start, interval.end))
        return tuple(spans)

    @property
    def over(self) -> bool:
        """Whether it neither binds on the day nor will."""
        return not (self.status.current or self.status is Status.WAITING)


@kept
def entry_of(
    _code: str,
    procedure: Procedure,
    versions: tuple[Version, ...],
    timeline: Timeline,
    day: date,
) -> Entry | None:
    """A procedure as shown on a day; None when no decision has published it."""
    shown = timeline.shown_on(day)
    version = next((one for one in versions if one.version == shown), None)
    return Entry(procedure, version, timeline.status(day), timeline) if version else None
