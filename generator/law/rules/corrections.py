"""Rules on corrections: what they correct, from when, and what was published behind it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from generator.findings.problem import Severity, Wording
from generator.law.changes import PARTS, Change, by_part, changes
from generator.law.consequences import BECAUSE
from generator.law.intervals import Event
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.placed import PlacedRow
from generator.law.rules.sources import HOUSE
from generator.law.timeline import Timeline
from generator.records.version import Version

_Later = tuple[Event, Version]


def _correction_without_mistake(context: Context) -> Iterator[Breach]:
    """A `correct` row publishes a version that names the earlier version it corrects."""
    for placed in context.rows:
        row = placed.row
        if row.action != "correct":
            continue
        version = context.catalogue.version(row.procedure or "", row.version or "")
        if version and not version.corrects:
            file = context.catalogue.path("version", f"{row.procedure}/{row.version}")
            yield at(file, "version", found=row.version, number=placed.decision.number)


def _corrects_later(context: Context) -> Iterator[Breach]:
    """What is corrected came before, and the row that publishes the correction is `correct`."""
    for file, version in context.requested_records("version"):
        if not version.corrects:
            continue
        key = f"{version.procedure}/{version.version}"
        action = context.binding_actions.get(key, "correct")
        if version.corrects >= version.version or action != "correct":
            yield at(file, "corrects", found=version.corrects, version=version.version)


def _corrects_another_text(context: Context) -> Iterator[Breach]:
    """A correction takes the place of the text that holds on its day: that is what it corrects.

    Of another text, the correction would undo what was amended since, or corrected before.
    """
    for placed, wrong, after in _corrections(context):
        timeline = context.timelines[after.procedure]
        day, held = placed.decision.effective_of(placed.row), timeline.before(placed.reference)
        if day and held and held != wrong.version and _may_be_compared(timeline, wrong, held, day):
            values = {
                "found": wrong.version,
                "held": held,
                "day": Wording(day=day),
                "or": _own_day(timeline, wrong, day),
                "file": context.catalogue.path("version", f"{after.procedure}/{after.version}"),
            }
            yield at(placed.file, "rows", placed.position, "version", **values)


def _may_be_compared(timeline: Timeline, wrong: Version, held: str, day: date) -> bool:
    """Whether the days of two texts are known; what is corrected before its day is told itself."""
    began, other = timeline.interval_of(wrong.version), timeline.interval_of(held)
    return bool(began and began.start and began.start <= day and other and other.start)


def _own_day(timeline: Timeline, wrong: Version, day: date) -> Wording | str:
    """Where the text that is named held some days, and no longer does: from when to correct it."""
    interval = timeline.interval_of(wrong.version)
    if interval is None or interval.empty or interval.covers(day):
        return ""
    return Wording(("hint.correct_from",), values={"wrong": wrong.version})


def _corrections(context: Context) -> Iterator[tuple[PlacedRow, Version, Version]]:
    """Rows that correct, of decisions written here, with the text they correct and their own."""
    for placed, _, after in context.requested_amendments:
        wrong = context.catalogue.version(after.procedure, after.corrects or "")
        if placed.row.action == "correct" and wrong and not placed.decision.source:
            yield placed, wrong, after


def _corrected_but_not_later(context: Context) -> Iterator[Breach]:
    """What a correction mends is mended in the later version too that was published before it.

    Who amended other parts copied the mistake along: from its day on, that text holds.
    """
    uncorrected: dict[str, Sequence[_Later]] = {}
    for placed, wrong, after in _corrections(context):
        code = after.procedure
        if code not in uncorrected:
            uncorrected[code] = _uncorrected(context, code)
        for event, later in _published_behind(placed, uncorrected[code]):
            parts = _still_wrong(changes(wrong, after), placed.row.amended_parts, later)
            if parts:
                values = {
                    "found": later.version,
                    "begun": Wording(day=event.effective),
                    "wrong": wrong.version,
                    "parts": Wording(tuple(f"legal_part.{part}" for part in parts)),
                    BECAUSE: context.catalogue.path("version", f"{code}/{later.version}"),
                }
                yield at(placed.file, "rows", placed.position, **values)


def _uncorrected(context: Context, code: str) -> Sequence[_Later]:
    """The versions of a procedure that no other one corrects, with the rows that publish them."""
    versions = {one.version: one for one in context.catalogue.versions[code]}
    right = versions.keys() - {one.corrects for one in versions.values()}
    binding = context.timelines[code].binding
    return [(e, versions[e.version]) for e in binding if e.version in right]


def _published_behind(placed: PlacedRow, versions: Iterable[_Later]) -> Iterator[_Later]:
    """The versions signed before a correction that were to begin after it."""
    begun, signed = placed.decision.effective_of(placed.row), placed.decision.signed
    for event, later in versions:
        earlier = event.decision.signed and (signed is None or event.decision.signed <= signed)
        if earlier and begun and event.effective and event.effective > begun:
            yield event, later


def _still_wrong(mended: Iterable[Change], named: Collection[str], later: Version) -> list[str]:
    """The parts of which a later version states what was mended as it was before."""
    stated = {(p.part, p.key): p.value for pieces in by_part(later).values() for p in pieces}
    kept = {
        one.part
        for one in mended
        if one.before is not None and stated.get((one.part, one.item)) == one.before
    }
    return [part for part in PARTS if part in kept and (part in named or not named)]


RULES = (
    Rule("TL105", Severity.ERROR, HOUSE, _correction_without_mistake),
    Rule("TL113", Severity.ERROR, HOUSE, _corrects_later, per_file=True),
    Rule("TL136", Severity.WARNING, HOUSE, _corrected_but_not_later, per_file=True),
    Rule("TL137", Severity.ERROR, HOUSE, _corrects_another_text, per_file=True),
)
