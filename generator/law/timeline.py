"""Which version of a procedure is in force on which day, derived from the rows of decisions.

Dates live once, in the decisions; validity, status and successors are computed here and never
stored. Rows are replayed in the order they were signed. A row that brings a version into force
on day d ends whatever would have been in force from d on: so a retroactive version supersedes,
and a version overtaken before its day never takes effect. A correction ends only the text that it
corrects, and an amendment undoes no end that was decided before (`held_days`).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from generator.law.changed_versions import changed_versions
from generator.law.intervals import ALWAYS, Event, Interval, Status, signed_by
from generator.law.replacements import predecessors_in, successors_in
from generator.law.replay import replay
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, RowReference
from generator.records.memoize import (
    memoize_by_identity,
    memoize_by_key,
    memoize_last,
    memoize_listed,
)

_ENDED = {
    "publish": Status.SUPERSEDED,
    "amend": Status.SUPERSEDED,
    "correct": Status.CORRECTED,
    "replace": Status.REPLACED,
    "abolish": Status.ABOLISHED,
}


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Timeline:
    """The timeline of one procedure; `intervals` do not overlap and are in order of time."""

    procedure: str
    intervals: tuple[Interval, ...]
    overtaken: tuple[Interval, ...]
    events: tuple[Event, ...]
    annulled: tuple[Event, ...]
    successors: tuple[str, ...]
    predecessors: tuple[str, ...]

    def on(self, day: date) -> Interval | None:
        """The interval in force on `day`; where none is known to be, the last that may be."""
        known = (i for i in self.intervals if i.binds(day))
        likely = (i for i in reversed(self.intervals) if i.covers(day))
        return next(known, None) or next(likely, None)

    def shown_on(self, day: date) -> str | None:
        """The version to show on `day`: in force, else the next to come, else the last one."""
        current = self.on(day)
        if current:
            return current.version
        coming = [i.version for i in self.intervals if _begins_after(i, day)]
        ended = [i.version for i in self.intervals]
        void = [event.version for event in self.annulled if event.version]
        return next(iter([*coming[:1], *ended[-1:], *void[-1:]]), None)

    def status(self, day: date) -> Status:
        """The status of the procedure on `day`; what nobody had signed by then is a draft."""
        current = self.on(day)
        if current:
            return _while_in_force(current, day)
        ended = [i for i in self.intervals if not _begins_after(i, day)]
        coming = [i for i in self.intervals if _begins_after(i, day)]
        if coming and (signed_by(coming[0].begun_by, day) or not ended):
            return _before(coming[0], day)
        if ended:
            return _after(ended[-1])
        return Status.ANNULLED if self.annulled else Status.DRAFT

    def version_status(self, version: str, day: date) -> Status:
        """The status of one version on `day`."""
        interval = self.interval_of(version)
        if interval and not interval.empty:
            return _status_of(interval, day)
        if any(event.version == version for event in self.annulled):
            return Status.ANNULLED
        return _after(interval) if interval else Status.DRAFT

    def interval_of(self, version: str) -> Interval | None:
        """When a version was, is or would have been in force."""
        return _intervals_by_version(self).get(version)

    def before(self, row: RowReference) -> str | None:
        """The version that a row changes: the one that was to bind on the day of the row.

        What had been signed by then counts, annulled rows aside; where the day is not known, or
        nothing was to bind on it, the version that came last. A decision may amend the text that
        binds until a day and the one that is to come on it, in two rows that do not build on one
        another.
        """
        changed, last = _changed_versions(self)
        return changed.get(row, last)

    def published_by(self, version: str) -> Event | None:
        """The event whose decision published what citizens read in a version; None for none.

        A row that amends the internal process alone publishes nothing: what it builds on did.
        """
        found = self.event_of(version)
        while found and found.amends_process_alone:
            earlier = self.event_of(self.before(found.reference))
            if earlier is None:
                break
            found = earlier
        return found

    def event_of(self, version: str | None) -> Event | None:
        """The first event that has a version; None for no version, and for one of no decision."""
        return next((one for one in self.events if version and one.version == version), None)

    def carrier_of(self, version: str) -> str | None:
        """The version that carries what `version` changed, where both were to begin on one day."""
        return _carriers(self).get(version)

    @property
    def is_doubtful(self) -> bool:
        """Whether it hangs on a day that was hardly the one meant."""
        return _is_doubtful(self)

    @property
    def binding(self) -> Sequence[Event]:
        """The events that were not annulled."""
        return _binding(self)


@memoize_by_identity
def _intervals_by_version(timeline: Timeline) -> Mapping[str, Interval]:
    every = (*timeline.intervals, *timeline.overtaken)
    return {interval.version: interval for interval in reversed(every)}


@memoize_by_identity
def _changed_versions(
    timeline: Timeline,
) -> tuple[Mapping[RowReference, str | None], str | None]:
    return changed_versions(timeline.events, _references(timeline.annulled))


@memoize_by_identity
def _carriers(timeline: Timeline) -> Mapping[str | None, str]:
    pairs = ((i, event) for i in reversed(timeline.intervals) for event in i.joined)
    return {event.version: interval.version for interval, event in pairs}


@memoize_by_identity
def _is_doubtful(timeline: Timeline) -> bool:
    return any(event.is_doubtful for event in timeline.events)


@memoize_by_identity
def _binding(timeline: Timeline) -> Sequence[Event]:
    return _without(timeline.events, timeline.annulled)


def _without(events: Iterable[Event], annulled: Iterable[Event]) -> list[Event]:
    void = _references(annulled)
    return [event for event in events if event.reference not in void]


def _references(events: Iterable[Event]) -> frozenset[RowReference]:
    return frozenset(event.reference for event in events)


def _begins_after(interval: Interval, day: date) -> bool:
    """Whether a version is known to begin after a day: at the earliest when it was signed."""
    return (interval.possible[0] or ALWAYS) > day


def _status_of(interval: Interval, day: date) -> Status:
    if interval.covers(day):
        return _while_in_force(interval, day)
    return _before(interval, day) if _begins_after(interval, day) else _after(interval)


def _before(interval: Interval, day: date) -> Status:
    return Status.WAITING if signed_by(interval.begun_by, day) else Status.DRAFT


def _while_in_force(interval: Interval, day: date) -> Status:
    """The status of a version on a day on which it binds, or may."""
    if not interval.binds(day):
        return Status.UNCERTAIN if interval.ended_unknown else Status.PUBLISHED
    end = interval.ended_by
    over = _after(interval) in (Status.REPLACED, Status.ABOLISHED)
    return Status.ENDING if end and over and signed_by(end, day) else Status.IN_FORCE


def _after(interval: Interval) -> Status:
    end = interval.ended_by
    if end is None or (end.version and end.action == "replace"):
        return Status.SUPERSEDED
    return _ENDED[end.action]


def timelines(catalogue: Catalogue) -> Mapping[str, Timeline]:
    """The timeline of every procedure of the catalogue."""
    return _timelines((tuple(catalogue.decisions.values()), tuple(catalogue.procedures)))


@memoize_last
def _timelines(source: tuple[tuple[Decision, ...], tuple[str, ...]]) -> Mapping[str, Timeline]:
    """The timelines that decisions give to procedures."""
    decisions, procedures = source
    void = annulled_rows(decisions)
    by_procedure: dict[str, list[Event]] = defaultdict(list)
    found = (pair for decision in decisions for pair in _events(decision))
    for code, event in sorted(found, key=lambda pair: _order(pair[1])):
        by_procedure[code].append(event)
    named = dict.fromkeys([*procedures, *by_procedure])
    return {code: _of(code, by_procedure.get(code, ()), void) for code in named}


def annulled_rows(decisions: Iterable[Decision]) -> frozenset[RowReference]:
    """The rows that an `annul` row of some decision annuls."""
    rows = (row for decision in decisions for row in decision.rows)
    return frozenset(row.annuls for row in rows if row.annuls)


def as_signed(catalogue: Catalogue, day: date) -> Catalogue:
    """The catalogue as the law stood on `day`: without the decisions that were signed later."""
    decisions = catalogue.decisions.items()
    signed = {key: decision for key, decision in decisions if (decision.signed or day) <= day}
    return replace(catalogue, decisions=signed)


def as_known(catalogue: Catalogue, day: date) -> Catalogue:
    """The catalogue as it was published on `day`: without the decisions that came to it later.

    With `timelines` it answers the bitemporal question: what was published on one day of another.
    """
    decisions = catalogue.decisions.items()
    known = {key: decision for key, decision in decisions if decision.known_from <= day}
    return replace(catalogue, decisions=known)


@memoize_listed
def _events(decision: Decision) -> Iterator[tuple[str, Event]]:
    """The events that the rows of a decision are for each procedure."""
    for row in decision.rows:
        for procedure in row.ended:
            yield procedure, Event(decision, row, None)
        for target in row.published:
            yield target.procedure, Event(decision, row, target.version)


def _order(event: Event) -> tuple[object, ...]:
    """Signing order; rows of one day run ends first, then by version counter."""
    signed = event.decision.signed or ALWAYS
    return signed, event.effective or ALWAYS, event.version or "", event.decision.id, event.row.id


def _in_order(events: Sequence[Event]) -> Sequence[Event]:
    """The events of one procedure, of which some may have no day of signing.

    Versions are numbered in their order: one without a day stands behind the version before it,
    and what ends the procedure on an unknown day stands last.
    """
    if all(event.decision.signed for event in events):
        return events
    signed = [(e.version, e.decision.signed) for e in events if e.decision.signed]
    known = sorted((version, day) for version, day in signed if version)
    versions = [version for version, _ in known]
    until = [ALWAYS, *accumulate((day for _, day in known), max)]
    last = max((day for _, day in signed), default=ALWAYS)

    behind = {e.version: until[bisect_left(versions, e.version)] for e in events if e.version}
    return sorted(events, key=lambda event: _place(event, behind.get(event.version or "", last)))


def _place(event: Event, behind: date) -> tuple[object, ...]:
    """The place of an event; of one whose signing has no day, behind this one."""
    signed, *rest = _order(event)
    if event.decision.signed:
        return signed, "", *rest
    return behind, event.version or "~", *rest


def _of(code: str, events: Sequence[Event], void: frozenset[RowReference]) -> Timeline:
    every = tuple(_in_order(events))
    return _timeline(code, every, tuple(event for event in every if event.reference in void))


@memoize_by_key
def _timeline(code: str, events: tuple[Event, ...], annulled: tuple[Event, ...]) -> Timeline:
    binding = _without(events, annulled)
    intervals = replay(binding)
    return Timeline(
        procedure=code,
        intervals=tuple(i for i in intervals if not i.empty),
        overtaken=tuple(i for i in intervals if i.empty),
        events=events,
        annulled=annulled,
        successors=successors_in(binding),
        predecessors=predecessors_in(binding),
    )
