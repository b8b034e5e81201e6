"""Compare two catalogues: decision by decision, procedure by procedure, register by register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.law.changes import Change, changes
from generator.law.intervals import Event
from generator.law.timeline import Timeline, timelines
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.version import Version
from generator.review.records_compared import (
    RecordChange,
    compare_records,
    compare_registers,
    differing_keys,
)
from generator.review.renaming import find_heir, with_new_ids

_IMPORTANCE = ("abolish", "replace", "amend", "correct", "annul", "publish")
"""Actions in the order of a review: what people lose, what changes, what is new."""


@dataclass(frozen=True, slots=True)
class ProcedureChange:
    """The effect of a decision on one procedure: `before` and `after` are versions, or None."""

    procedure: str
    action: str
    title: str
    before: Version | None
    after: Version | None
    effective: date | None
    declared: tuple[str, ...]
    changes: tuple[Change, ...]
    successors: tuple[str, ...] = ()
    unreadable: bool = False
    removed: bool = False
    """Whether `before` is what the decision had published and the catalogue no longer has."""
    moved_to: str = ""
    """The new procedure that has the text of one that was removed."""
    edited: bool = False
    """Whether `before` is the same version as it was published: its text was edited in place."""

    @property
    def undeclared(self) -> tuple[Change, ...]:
        """The changes that an amendment does not name."""
        return tuple(c for c in self.changes if self.is_declared(c) is False)

    def is_declared(self, change: Change) -> bool | None:
        """Whether the decision names this change; None where a decision need not."""
        if self.edited:
            return False
        return change.part in self.declared if self.action == "amend" else None


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A decision that is new, or whose record differs, with its effects."""

    decision: Decision
    before: Decision | None
    keys: tuple[tuple[str, Any, Any], ...]
    procedures: tuple[ProcedureChange, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that differs between two catalogues, the most important first."""

    base: Catalogue
    head: Catalogue
    decisions: tuple[DecisionChange, ...]
    timelines: Mapping[str, Timeline]
    drafts: tuple[ProcedureChange, ...]
    editorial: tuple[RecordChange, ...]
    registers: tuple[RecordChange, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.decisions or self.drafts or self.editorial or self.registers)

    @property
    def procedures(self) -> tuple[ProcedureChange, ...]:
        """The changes of procedures, over all decisions."""
        return tuple(p for decision in self.decisions for p in decision.procedures)

    @property
    def changed_codes(self) -> frozenset[str]:
        """The procedures that differ in law, as drafts, or in what editors say of them."""
        legal = (change.procedure for change in (*self.procedures, *self.drafts))
        editorial = (one.key for one in self.editorial if one.kind == "procedure")
        return frozenset((*legal, *editorial))


def compare(base: Catalogue, head: Catalogue) -> Review:
    """What differs between `base` and `head`; a procedure that was given its code is the same."""
    base = with_new_ids(base, head)
    head_timelines = timelines(head)
    decisions = tuple(_decisions(base, head, head_timelines))
    covered = {(p.procedure, p.after.version) for d in decisions for p in d.procedures if p.after}
    return Review(
        base,
        head,
        tuple(sorted(decisions, key=_weight)),
        head_timelines,
        tuple(_drafts(base, head, covered)),
        tuple(compare_records("procedure", base, head)),
        tuple(compare_registers(base, head)),
    )


def _weight(change: DecisionChange) -> tuple[object, ...]:
    undeclared = any(p.undeclared for p in change.procedures)
    signed = change.decision.signed or date.max
    return not undeclared, -signed.toordinal(), change.decision.id


def _decisions(
    base: Catalogue, head: Catalogue, head_timelines: Mapping[str, Timeline]
) -> Iterator[DecisionChange]:
    for key in dict.fromkeys((*head.decisions, *base.decisions)):
        before, after = base.decisions.get(key), head.decisions.get(key)
        if after is None or (before == after and not _touched(after, base, head)):
            continue
        events = _changed_events(before, after, head_timelines, base, head)
        changed = [
            _edited(event, before, base, head, timeline)
            or _removed(event, base, head, timeline)
            or _procedure(event, head, timeline)
            for event, timeline in events
        ]
        differing = tuple(differing_keys(before, after)) if before else ()
        yield DecisionChange(after, before, differing, tuple(sorted(changed, key=_rank)))


def _changed_events(
    before: Decision | None,
    after: Decision,
    head_timelines: Mapping[str, Timeline],
    base: Catalogue,
    head: Catalogue,
) -> Iterator[tuple[Event, Timeline]]:
    """The events of a decision that are new or differ; of one that was there, no others."""
    every = _events(after, head_timelines)
    if before is None:
        yield from every
        return
    known = {row.id: row for row in before.rows}
    for event, timeline in every:
        target = timeline.procedure, event.version or ""
        same = known.get(event.row.id) == event.row and base.version(*target) == head.version(
            *target
        )
        if not same or before.effective != after.effective:
            yield event, timeline


def _touched(decision: Decision, base: Catalogue, head: Catalogue) -> bool:
    """Whether a version that the decision publishes differs, though the decision does not."""
    targets = [(t.procedure, t.version) for row in decision.rows for t in row.published]
    return any(base.version(*target) != head.version(*target) for target in targets)


def _rank(change: ProcedureChange) -> tuple[object, ...]:
    """The most important first; among equals the order of the decision stays."""
    return not change.undeclared, _IMPORTANCE.index(change.action)


def _events(
    decision: Decision, head_timelines: Mapping[str, Timeline]
) -> Iterator[tuple[Event, Timeline]]:
    """The events of a decision, procedure by procedure, each with its timeline."""
    for code in dict.fromkeys(code for row in decision.rows for code in row.procedures):
        for event in head_timelines[code].events:
            if event.decision.id == decision.id:
                yield event, head_timelines[code]


def _edited(
    event: Event,
    decision: Decision | None,
    base: Catalogue,
    head: Catalogue,
    timeline: Timeline,
) -> ProcedureChange | None:
    """The change of a version that the decision had published and whose text differs now."""
    target = timeline.procedure, event.version or ""
    rows = decision.rows if decision else ()
    published = any(target == (t.procedure, t.version) for row in rows for t in row.published)
    was, now = base.version(*target), head.version(*target)
    if not published or was is None or now is None or was == now:
        return None
    change = _procedure(event, head, timeline)
    return replace(change, before=was, changes=changes(was, now), edited=True)


def _removed(
    event: Event, base: Catalogue, head: Catalogue, timeline: Timeline
) -> ProcedureChange | None:
    """The change of a version whose procedure is gone from the catalogue."""
    was = base.version(timeline.procedure, event.version or "")
    if was is None or timeline.procedure in head.procedures or head.versions.get(was.procedure):
        return None
    change = _procedure(event, head, timeline)
    heir = find_heir(was, base, head)
    return replace(
        change, title=was.title, before=was, unreadable=False, removed=True, moved_to=heir
    )


def _procedure(event: Event, head: Catalogue, timeline: Timeline) -> ProcedureChange:
    code = timeline.procedure
    before = head.version(code, timeline.before(event.reference) or "")
    after = head.version(code, event.version or "")
    known = after or before or next(reversed(head.versions.get(code, ())), None)
    return ProcedureChange(
        procedure=code,
        action=event.action,
        title=known.title if known else code,
        before=before,
        after=after,
        effective=event.effective,
        declared=event.row.amended_parts,
        changes=changes(before, after) if before and after else (),
        successors=tuple(t.procedure for t in event.row.by) if event.version is None else (),
        unreadable=event.version is not None and after is None,
    )


def _drafts(
    base: Catalogue, head: Catalogue, covered: set[tuple[str, str]]
) -> Iterator[ProcedureChange]:
    """Versions that are new or differ, and that no changed decision publishes."""
    for key, after in head.version_files.items():
        before = base.version_files.get(key)
        if before == after or (after.procedure, after.version) in covered:
            continue
        differing = changes(before, after) if before else ()
        yield ProcedureChange(
            after.procedure, "publish", after.title, before, after, None, (), differing
        )
