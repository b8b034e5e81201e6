"""Rules on the end of a procedure: what comes after it, what replaces it, what links to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from generator.findings.problem import Severity, Value, Wording
from generator.law.consequences import DOUBTS
from generator.law.intervals import Event, Status
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.placed import PlacedRow, place_of_event, resting_on_events
from generator.law.rules.sources import HOUSE, PUBLISHING
from generator.law.timeline import Timeline
from generator.records.blobs import VersionRef
from generator.records.decision import Target


def _after_the_end(context: Context) -> Iterator[Breach]:
    """What was abolished or replaced is not amended, corrected or ended again.

    Until the day on which it ends, it may be.
    """
    yield from _draft_after_the_end(context)
    for code, timeline in context.timelines.items():
        ended: Event | None = None
        for event in timeline.binding:
            if ended and event.is_before_end(ended):
                continue
            if (ended and event.action in ("amend", "correct", "abolish")) or _ends_again(
                ended, event
            ):
                values: dict[str, Value] = {"code": code}
                if ended:
                    values |= {"number": ended.decision.number, "row": ended.row.id}
                    values |= resting_on_events(context.catalogue, ended, event)
                if event.version:
                    values[DOUBTS] = context.catalogue.path("version", f"{code}/{event.version}")
                file, key, row = place_of_event(context.catalogue, event)
                yield at(file, key, row, found=context.titled(code), **values)
            ended = event if event.version is None else None


def _draft_after_the_end(context: Context) -> Iterator[Breach]:
    """What a draft is to amend or end has not ended by the day on which the draft takes effect."""
    for placed in context.rows if any(row.decision.is_draft for row in context.rows) else ():
        changes = placed.decision.is_draft and placed.row.action in ("amend", "correct", "abolish")
        for code in placed.row.procedures if changes else ():
            timeline = context.timelines.get(code)
            day = placed.row.effective or placed.decision.effective or context.day
            over = timeline and timeline.status(day) in _OVER
            ends = [one for one in timeline.events if one.version is None] if timeline else []
            if over and ends and ends[-1].decision.id != placed.decision.id:
                values = {"number": ends[-1].decision.number, "row": ends[-1].row.id, "code": code}
                place = ("rows", placed.position, "procedure")
                yield at(placed.file, *place, found=context.titled(code), **values)


def _end_undone(context: Context) -> Iterator[Breach]:
    """What publishes a procedure before the day on which it is to end undoes that end."""
    for code, timeline in context.timelines.items():
        last: Event | None = None
        for event in timeline.binding:
            if event.version is None:
                last = event
            elif event.action in ("publish", "replace"):
                if last and _goes_on(timeline, event, last):
                    file, key, row = place_of_event(context.catalogue, event)
                    values: dict[str, Value] = {"number": last.decision.number, "code": code}
                    values |= {"day": Wording(day=last.effective), "row": last.row.id}
                    values |= resting_on_events(context.catalogue, last, event)
                    yield at(file, key, row, found=context.titled(code), **values)
                last = None


def _goes_on(timeline: Timeline, event: Event, end: Event) -> bool:
    """Whether a version holds on from before the day on which a procedure was to end."""
    if not event.effective or not end.effective or event.effective >= end.effective:
        return False
    current = timeline.on(end.effective)
    return bool(current and current.start and current.start < end.effective)


def _ends_again(ended: Event | None, event: Event) -> bool:
    return ended is not None and event.version is None and event.reference != ended.reference


def _replaced_in_a_circle(context: Context) -> Iterator[Breach]:
    """No procedure is replaced, on one day and at the end of the chain, by itself.

    One that was replaced may come back on a later day.
    """
    chains: dict[object, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for placed in context.binding_rows:
        for old in placed.row.replaces:
            heirs = (target.procedure for target in placed.row.by)
            chains[placed.decision.effective_of(placed.row)][old].update(heirs)
    for placed in context.binding_rows:
        following = chains[placed.decision.effective_of(placed.row)]
        own = [target.procedure for target in placed.row.by]
        for position, old in enumerate(placed.row.replaces):
            if old in _reached(old, following):
                inner = ("by", own.index(old)) if old in own else ("replaces", position)
                yield at(placed.file, "rows", placed.position, *inner, found=context.titled(old))


def _reached(start: str, following: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(following.get(start, ()))
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting.extend(following.get(code, ()))
    return found


def _levels_lost(context: Context) -> Iterator[Breach]:
    """What replaces several procedures is done at every level at which one of them was done.

    Begun as a copy of one of them, it has the levels of that one alone. What goes to another level
    altogether is moved on purpose.
    """
    for placed in context.requested_rows:
        if placed.row.action == "replace":
            before = list(_versions_before(context, placed))
            levels = {level for ref in before for level in ref.header.levels.items}
            refs = [ref for one in placed.row.by if (ref := context.catalogue.version_ref(one))]
            kept = {level for ref in refs for level in ref.header.levels.items}
            if kept and kept < levels:
                place = ("rows", placed.position, "by", 0)
                yield at(placed.file, *place, **_told_lost(levels - kept, before, refs, context))


def _told_lost(
    lost: AbstractSet[str],
    before: Iterable[VersionRef],
    refs: Iterable[VersionRef],
    context: Context,
) -> dict[str, Value]:
    """What is said of levels that got lost: of which procedures, and where each is written."""
    had = [ref for ref in before if lost & set(ref.header.levels.items)]
    old, new = ([context.titled(ref.key.partition("/")[0]) for ref in one] for one in (had, refs))
    files = ", ".join(context.catalogue.path("version", ref.key) for ref in had)
    found = Wording(tuple(f"level.{level}" for level in sorted(lost)))
    return {"found": found, "old": ", ".join(old), "new": ", ".join(new), "files": files}


def _versions_before(context: Context, placed: PlacedRow) -> Iterator[VersionRef]:
    """The last versions of what a row replaces."""
    for code in placed.row.replaces:
        timeline = context.timelines.get(code)
        for interval in timeline.intervals if timeline else ():
            if interval.ended_by and interval.ended_by.reference == placed.reference:
                last = Target(procedure=code, version=interval.version)
                ref = context.catalogue.version_ref(last)
                yield from (ref,) if ref else ()


def _linked_to_the_past(context: Context) -> Iterator[Breach]:
    """What is in force is done together with what is in force."""
    for published in context.requested_current_versions:
        if not published.interval.covers(context.day):
            continue
        for position, link in enumerate(published.version.linked_procedures.items):
            other = context.timelines.get(link.procedure)
            over = other and other.status(context.day) in _OVER
            if over and link.procedure != published.version.procedure:
                place = ("linked_procedures", "items", position, "procedure")
                yield at(published.file, *place, found=link.procedure)


_OVER = (Status.ABOLISHED, Status.REPLACED, Status.ANNULLED)


RULES = (
    Rule("TL111", Severity.ERROR, PUBLISHING, _after_the_end),
    Rule("TL112", Severity.ERROR, PUBLISHING, _replaced_in_a_circle),
    Rule("TL138", Severity.WARNING, PUBLISHING, _end_undone),
    Rule("TL139", Severity.WARNING, PUBLISHING, _levels_lost, per_file=True),
    Rule("TL120", Severity.WARNING, HOUSE, _linked_to_the_past, per_file=True),
)
