"""Rules on grounds: what a decision rests on was law when it was signed, and is when it binds."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.rules.citations import end_of, printed_successors
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import LAWMAKING
from generator.records.decision import Decision
from generator.records.registers import LegalDocument


def _expired_ground(context: Context) -> Iterator[Breach]:
    """A decision rests on what was law on the day it was signed."""
    documents = context.catalogue.documents
    for file, decision in context.requested_records("decision"):
        signed: date | None = decision.signed
        for pointer, ground, _ in _grounds_of(decision) if signed else ():
            document = documents.get(ground)
            end = end_of(document, signed) if document and signed else None
            if document and end and signed:
                values = {"found": document.number, "day": end, **_resting_on(document, context)}
                yield at(file, *pointer, signed=signed.isoformat(), **values)


def _ground_to_come(context: Context) -> Iterator[Breach]:
    """A decision does not rest on a text signed after it."""
    documents = context.catalogue.documents
    for file, decision in context.requested_records("decision"):
        for pointer, ground, _ in _grounds_of(decision):
            document = documents.get(ground)
            made, signed = document.signed if document else None, decision.signed
            if document and made and signed and made > signed:
                values = {"found": document.number, "day": made.isoformat()}
                values |= _resting_on(document, context)
                yield at(file, *pointer, signed=signed.isoformat(), **values)


def _grounds_of(decision: Decision) -> Iterator[tuple[Pointer, str, date | None]]:
    """The grounds of a decision and of its rows, with the day on which what rests on each binds."""
    for position, ground in enumerate(decision.grounds):
        yield ("grounds", position), ground, decision.effective
    for place, row in enumerate(decision.rows):
        for position, ground in enumerate(row.grounds):
            pointer: Pointer = ("rows", place, "grounds", position)
            yield pointer, ground, decision.effective_of(row)


def _ground_without_force(context: Context) -> Iterator[Breach]:
    """What a decision rests on is law on the day on which the decision takes effect."""
    documents = context.catalogue.documents
    for file, decision in context.requested_records("decision"):
        for pointer, ground, day in _grounds_of(decision):
            document = documents.get(ground)
            begun = document.effective if document else None
            if document and begun and day and begun > day and not _signed_after(document, decision):
                values: dict[str, object] = {"found": document.number, "day": Wording(day=begun)}
                values |= _resting_on(document, context)
                yield at(file, *pointer, effective=Wording(day=day), **values)


def _ground_ended(context: Context) -> Iterator[Breach]:
    """A ground that was law on the day of signing is still law on the day of effect."""
    documents = context.catalogue.documents
    for file, decision in context.requested_records("decision"):
        for pointer, ground, day in _grounds_of(decision):
            document = documents.get(ground)
            end = document.expires if document else None
            signed = decision.signed or date.min
            if document and end and day and signed < end <= day:
                values: dict[str, object] = {"found": document.number, "day": Wording(day=end)}
                values |= _resting_on(document, context)
                heirs = printed_successors(context, document)
                yield at(file, *pointer, effective=Wording(day=day), successors=heirs, **values)


def _resting_on(document: LegalDocument, context: Context) -> dict[str, str]:
    return {BECAUSE: context.catalogue.path("legal-document", document.id)}


def _signed_after(document: LegalDocument, decision: Decision) -> bool:
    """Whether a text was signed after a decision, which is reported itself."""
    return bool(document.signed and decision.signed and document.signed > decision.signed)


def _dates_of_document(document: LegalDocument) -> Iterator[Breach]:
    """Signed, then in effect, then expired: in this order."""
    days = [
        ("signed", document.signed),
        ("effective", document.effective),
        ("expires", document.expires),
    ]
    known = [(key, day) for key, day in days if day]
    for (before, earlier), (key, later) in pairwise(known):
        if later < earlier:
            place, found, other, than = key, later, earlier, before
            if key == "effective" and _is_turned(earlier, later):
                place, found, other, than = "signed", earlier, later, key
            values = {"found": Wording(day=found), "other": Wording(day=other)}
            order = Wording((f"hint.{'after' if place == 'signed' else 'before'}",))
            named = Wording((f"hint.day_{than}",))
            values["drop"] = Wording(("hint.no_last_day",) if key == "expires" else ())
            yield here(place, order=order, than=named, keys=f"`{before}`, `{key}`", **values)


def _is_turned(signed: date, effective: date) -> bool:
    """Whether the days are in order once day and month of the first are exchanged."""
    if signed.day > _MONTHS:
        return False
    return date(signed.year, signed.day, signed.month) <= effective


_MONTHS = 12


RULES = (
    Rule("VD405", Severity.WARNING, LAWMAKING, _dates_of_document, ("legal-document",)),
    Rule("VD411", Severity.WARNING, LAWMAKING, _expired_ground, per_file=True),
    Rule("VD412", Severity.ERROR, LAWMAKING, _ground_to_come, per_file=True),
    Rule("VD416", Severity.WARNING, LAWMAKING, _ground_without_force, per_file=True),
    Rule("VD417", Severity.WARNING, LAWMAKING, _ground_ended, per_file=True),
)
