"""Rules on days: those that nobody can have meant, and those far from what they go with."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.intervals import is_far
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import HOUSE, LAWMAKING, PRACTICE
from generator.law.rules.traversal import names_of
from generator.records.decision import NO_NUMBER, Decision
from generator.records.registers import LegalDocument

_EARLIEST, _LATEST = 1900, 2100
"""Years outside of which no record of this kind can have a day."""
_MONTHS = 12
_SOON = timedelta(days=120)
"""From signing to effect, for a day that is hardly meant otherwise."""
_MOST_OF_A_YEAR = timedelta(days=300)
_LONG = timedelta(days=3 * 366)
"""From signing to effect of a law: the longest of the last decades is the Land Law's, a year."""
_HAS_HAPPENED = {
    "decision": ("listed", "recorded"),
    "procedure": ("last_reviewed",),
}
"""Days of things that were done, by the kind of record."""


def _beyond_meaning(record: Any) -> Iterator[Breach]:
    """A day of the year 2207 or 9999 stands for a slip of the fingers, or for "unknown"."""
    for pointer, day in _days_in(record, ()):
        if not _EARLIEST <= day.year <= _LATEST:
            yield here(*pointer, found=Wording(day=day))


def _days_in(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, date]]:
    if isinstance(value, date):
        yield pointer, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _days_in(item, (*pointer, position))
    else:
        for name in names_of(value.__class__):
            yield from _days_in(getattr(value, name), (*pointer, name))


def _far_from_signing(decision: Decision) -> Iterator[Breach]:
    """A decision takes effect near the day of its signing; a correction as what it corrects."""
    signed = decision.signed
    for pointer, day in _effects(decision) if signed else ():
        if signed and is_far(signed, day) and _EARLIEST <= day.year <= _LATEST:
            yield here(*pointer, found=Wording(day=day), signed=Wording(day=signed))


def _effects(decision: Decision) -> Iterator[tuple[Pointer, date]]:
    """The days of effect of a decision that does more than correct."""
    rows = [(place, row) for place, row in enumerate(decision.rows) if row.action != "correct"]
    if decision.effective and rows:
        yield ("effective",), decision.effective
    for place, row in rows:
        if row.effective:
            yield ("rows", place, "effective"), row.effective


def _late_effect(decision: Decision) -> Iterator[Breach]:
    """A decision that takes effect most of a year after its signing has a wrong year."""
    signed = decision.signed
    for pointer, day in _effects(decision) if signed else ():
        if signed and not is_far(signed, day) and day - signed > _MOST_OF_A_YEAR:
            yield here(*pointer, found=Wording(day=day), signed=Wording(day=signed))


def _corrected_too_early(context: Context) -> Iterator[Breach]:
    """A correction holds at the earliest from the day of the text that it corrects."""
    for placed, before, _ in context.requested_amendments:
        day = placed.decision.effective_of(placed.row)
        interval = context.timelines[before.procedure].interval_of(before.version)
        begun = interval.start if interval and placed.row.action == "correct" else None
        if interval and day and begun and day < begun and placed.decision.source is None:
            place = (
                ("rows", placed.position, "effective") if placed.row.effective else ("effective",)
            )
            because = context.catalogue.path("decision", interval.begun_by.decision.id)
            values = {"found": Wording(day=day), "begun": Wording(day=begun), BECAUSE: because}
            yield at(placed.file, *place, **values)


def _turned_before_signing(decision: Decision) -> Iterator[Breach]:
    """A day of effect before the signing that would follow it with day and month exchanged."""
    signed = decision.signed
    for pointer, day in _effects(decision) if signed else ():
        turned = _turned(day)
        if signed and day < signed and turned and timedelta() <= turned - signed <= _SOON:
            values = {"signed": Wording(day=signed), "turned": Wording(day=turned)}
            yield here(*pointer, found=Wording(day=day), **values)


def _turned(day: date) -> date | None:
    """A day with its month and its day of the month exchanged; None where there is none."""
    alike = day.day > _MONTHS or day.day == day.month
    return None if alike else day.replace(month=day.day, day=day.month)


def _listed_before_signing(decision: Decision) -> Iterator[Breach]:
    """A decision is listed and recorded on or after the day it is signed."""
    early = _before_signing(decision)
    for name, day in early.items() if len(early) == 1 else ():
        yield here(name, found=day.isoformat(), signed=str(decision.signed))


def _signed_after_all(decision: Decision) -> Iterator[Breach]:
    """Where a decision was both listed and recorded before its signing, that day is wrong."""
    early = _before_signing(decision)
    if len(early) > 1:
        days = {name: Wording(day=day) for name, day in early.items()}
        yield here("signed", found=Wording(day=decision.signed), **days)


def _before_signing(decision: Decision) -> dict[str, date]:
    """The days of a decision that come after its signing, of those that are before it."""
    days = {"listed": decision.listed, "recorded": decision.recorded}
    signed = decision.signed
    return {name: day for name, day in days.items() if day and signed and day < signed}


def _signed_draft(decision: Decision) -> Iterator[Breach]:
    """What has no number yet was not signed yet."""
    if decision.number == NO_NUMBER and decision.is_draft and decision.signed:
        yield here("signed", found=Wording(day=decision.signed))


def _late_law(document: LegalDocument) -> Iterator[Breach]:
    """A text takes effect within a few years of its signing; a day far off was typed wrongly."""
    signed, effective = document.signed, document.effective
    if signed and effective and effective - signed > _LONG and effective.year <= _LATEST:
        values = {"found": Wording(day=effective), "signed": Wording(day=signed)}
        yield here("effective", **values)


def _ends_tomorrow(context: Context) -> Iterator[Breach]:
    """A text that has ended did so today at the latest."""
    for file, document in context.requested_records("legal-document"):
        end = document.expires if document.status == "expired" else None
        if end and context.day < end <= date(_LATEST, 12, 31):
            mend = _mend_of_an_end(context, document)
            yield at(file, "expires", found=Wording(day=end), number=document.number, mend=mend)


def _mend_of_an_end(context: Context, document: LegalDocument) -> Wording:
    """How to find the day on which a text ended: what replaced it says so, if that is known."""
    documents = context.catalogue.documents
    heirs = [documents[key] for key in document.replaced_by if key in documents]
    if not heirs:
        return Wording(("hint.ended_alone",))
    return Wording(("hint.ended_by_heir",), values={"heir": heirs[0].number})


def _done_tomorrow(context: Context) -> Iterator[Breach]:
    """What was reviewed, listed or recorded was so today at the latest."""
    for kind, names in _HAS_HAPPENED.items():
        for file, record in context.requested_records(kind):
            for name in names:
                day = getattr(record, name)
                if day and context.day < day and day.year <= _LATEST:
                    yield at(file, name, found=Wording(day=day), day=Wording(day=context.day))


_DATED = ("decision", "legal-document", "agency", "procedure", "calendar", "catalogue", "place")
RULES = (
    Rule("TL121", Severity.ERROR, HOUSE, _beyond_meaning, _DATED, imported=Severity.WARNING),
    Rule("TL122", Severity.WARNING, LAWMAKING, _far_from_signing, ("decision",)),
    Rule(
        "TL128",
        Severity.WARNING,
        PRACTICE,
        _turned_before_signing,
        ("decision",),
        written_here=True,
    ),
    Rule("VD425", Severity.WARNING, LAWMAKING, _late_law, ("legal-document",), written_here=True),
    Rule("VD426", Severity.WARNING, LAWMAKING, _ends_tomorrow, per_file=True),
    Rule("TL130", Severity.WARNING, LAWMAKING, _late_effect, ("decision",), written_here=True),
    Rule("TL131", Severity.WARNING, LAWMAKING, _corrected_too_early, per_file=True),
    Rule("TL116", Severity.ERROR, HOUSE, _listed_before_signing, ("decision",)),
    Rule("TL129", Severity.ERROR, HOUSE, _signed_after_all, ("decision",)),
    Rule("TC323", Severity.ERROR, HOUSE, _signed_draft, ("decision",)),
    Rule("TL123", Severity.WARNING, PRACTICE, _done_tomorrow, per_file=True),
)
