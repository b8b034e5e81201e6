"""One procedure as an edition shows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.law.intervals import Event, Status
from generator.law.reform import Cut, MixedUnitsError, cut_or_error
from generator.law.timeline import Timeline
from generator.law.titles import vietnamese_order
from generator.model.completeness import Completeness, completeness_of
from generator.model.summaries import VersionSummary, summaries_of
from generator.records.blobs import VersionRef
from generator.records.memoize import memoize_by_key
from generator.records.registers import Procedure
from generator.records.version import Version

Span = tuple[date | None, date | None, bool]
"""Days, first included, last not, None: open; and whether it is known that something binds."""
Spans = tuple[Span, ...]


@dataclass(frozen=True)
class PublishedProcedure:
    """One procedure as an edition shows it: the version shown and its status on the day.

    What goes through all procedures finds here what it needs without loading a version: the
    summaries of all that were published, and, of a procedure that binds, how far its time limits
    were cut and what it states. `bound` are the days on which it binds, where the timeline does
    not tell.
    """

    procedure: Procedure
    shown: VersionRef
    summary: VersionSummary
    status: Status
    timeline: Timeline
    summaries: tuple[VersionSummary, ...] = ()
    cut: Cut | MixedUnitsError | None = None
    completeness: Completeness | None = None
    bound: Spans | None = None

    @property
    def code(self) -> str:
        """The id of the procedure."""
        return self.procedure.id

    @property
    def version(self) -> Version:
        """The version shown."""
        return self.shown.loaded

    @property
    def title(self) -> str:
        """The title as it is shown: on one line, without marks that turn the direction."""
        return self.summary.title

    def summary_of(self, version: str) -> VersionSummary | None:
        """The summary of one of its versions, None when that was never published."""
        return next((summary for summary in self.summaries if summary.version == version), None)

    def find_publishing_event(self, version: str) -> Event:
        """The event whose decision published what a version says; LookupError for none."""
        event = self.timeline.published_by(version)
        if event is None:
            raise LookupError(version)
        return event

    @property
    def spans(self) -> Spans:
        """The days on which any version binds or may; spans that meet and are alike are one."""
        if self.bound:
            return self.bound
        spans: list[Span] = []
        for start, end, known in _spans(self.timeline):
            meets = bool(spans) and start is not None and spans[-1][1:] == (start, known)
            spans.append((spans.pop()[0] if meets else start, end, known))
        return tuple(spans)

    @property
    def over(self) -> bool:
        """Whether it neither binds on the day nor will."""
        return self.status.over


Publish = Callable[..., PublishedProcedure | None]
"""What makes a procedure as an edition shows it; None when no decision has published it."""


def by_title(entry: PublishedProcedure) -> tuple[object, ...]:
    """What orders procedures: the Vietnamese alphabet of their titles, then their ids."""
    return (*vietnamese_order(entry.title), entry.code)


def _spans(timeline: Timeline) -> Iterator[Span]:
    for interval in timeline.intervals:
        if interval.certain != interval.possible:
            yield (*interval.possible, False)
        if interval.certain:
            yield (*interval.certain, True)


@memoize_by_key
def published_procedure(
    code: str,
    procedure: Procedure,
    refs: tuple[VersionRef, ...],
    timeline: Timeline,
    day: date,
    province: str,
) -> PublishedProcedure | None:
    """A procedure as shown on a day; None when no decision has published it.

    `province` is the code of the one that it holds in, or empty.
    """
    entry = _entry(code, procedure, refs, timeline, day, province)
    return _as_it_binds(entry) if entry and entry.status.current else entry


@memoize_by_key
def procedure_without_brief(
    code: str,
    procedure: Procedure,
    refs: tuple[VersionRef, ...],
    timeline: Timeline,
    day: date,
    province: str,
) -> PublishedProcedure | None:
    """The same without what is read of its time and fees, and what it states."""
    return _entry(code, procedure, refs, timeline, day, province, has_brief=False)


def _entry(
    code: str,
    procedure: Procedure,
    refs: tuple[VersionRef, ...],
    timeline: Timeline,
    day: date,
    province: str,
    has_brief: bool = True,
) -> PublishedProcedure | None:
    key = f"{code}/{timeline.shown_on(day)}"
    shown = next((one for one in refs if one.key == key), None)
    if shown is None:
        return None
    status = timeline.status(day)
    summaries = summaries_of(procedure, refs, timeline, status, shown, day, province, has_brief)
    summary = next(summary for summary in summaries if summary.shown)
    return PublishedProcedure(procedure, shown, summary, status, timeline, summaries)


def _as_it_binds(entry: PublishedProcedure) -> PublishedProcedure:
    """An entry that binds, with what is counted of those alone."""
    version = entry.version
    return replace(entry, cut=cut_or_error(version), completeness=completeness_of(version))
