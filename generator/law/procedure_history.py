"""The history of one procedure as a list of facts, for a terminal or for JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.law.intervals import Event, Status
from generator.law.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Phase:
    """One version: from `start` until the day before `end`, by which decision, with what status."""

    version: str
    status: Status
    start: date | None
    end: date | None
    action: str
    decision: str
    number: str
    signed: date | None
    amended_parts: tuple[str, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class End:
    """How a procedure ended: by which row of which decision, and what came in its place."""

    action: str
    day: date | None
    decision: str
    number: str


@dataclass(frozen=True, slots=True)
class ProcedureHistory:
    """One procedure on a day: its status, the version to follow, every version ever published."""

    procedure: str
    day: date
    status: Status
    version: str | None
    phases: tuple[Phase, ...]
    ended: End | None
    successors: tuple[str, ...]
    predecessors: tuple[str, ...]


def history_of(timeline: Timeline, day: date) -> ProcedureHistory:
    """The history of a procedure, as it stands on `day`."""
    return ProcedureHistory(
        procedure=timeline.procedure,
        day=day,
        status=timeline.status(day),
        version=timeline.shown_on(day),
        phases=tuple(_phases(timeline, day)),
        ended=_end(timeline),
        successors=timeline.successors,
        predecessors=timeline.predecessors,
    )


def _phases(timeline: Timeline, day: date) -> Iterator[Phase]:
    shown = timeline.shown_on(day)
    for event in timeline.events:
        if event.version:
            yield _phase(event, event.version, timeline, day, shown)


def _phase(event: Event, version: str, timeline: Timeline, day: date, shown: str | None) -> Phase:
    interval = timeline.interval_of(version)
    here = interval if interval and interval.begun_by.reference == event.reference else None
    return Phase(
        version=version,
        status=timeline.version_status(version, day) if here else Status.ANNULLED,
        start=here.start if here else event.effective,
        end=here.end if here else None,
        action=event.action,
        decision=event.decision.id,
        number=event.decision.number,
        signed=event.decision.signed,
        amended_parts=event.row.amended_parts,
        shown=version == shown and here is not None,
    )


def _end(timeline: Timeline) -> End | None:
    last = timeline.intervals[-1] if timeline.intervals else None
    event = last.ended_by if last else None
    if last is None or event is None or event.version is not None:
        return None
    return End(event.action, last.end, event.decision.id, event.decision.number)
