"""Rules on the register of legal documents: type, year and issuer fit the number, days each other.

Decisions have numbers of the same kinds: two of these rules hold for them as well.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.findings.problem import Severity, Value, Wording
from generator.law.citations import parse
from generator.law.consequences import BECAUSE
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.registers import is_ahead_of_its_day
from generator.law.rules.registers_compared import initials_of
from generator.law.rules.sources import FORM_OF_A_DECISION, FORM_OF_NUMBERS, HOUSE, LAWMAKING
from generator.records.decision import Decision
from generator.records.registers import LegalDocument

_NO_LAW = ("submission", "official_letter")
_TWO_YEARS = 731
"""Days between the end of a text and what replaces it; with more between, it ended before that."""


def _type_of_number(document: LegalDocument) -> Iterator[Breach]:
    """The type of a document is the one its number implies.

    Resolutions of the National Assembly are numbered like its laws: 254/2025/QH15.
    """
    number = parse(document.number)
    assembly = number is not None and number.family == "law" and document.type == "resolution"
    if number and not assembly and number.family not in (document.type, *_NO_LAW):
        values = {"wanted": number.family, "proper": number.family, "number": document.number}
        yield here("type", found=document.type, **values)


def _year_of_number(record: LegalDocument | Decision) -> Iterator[Breach]:
    """The year in a number is the year of signing."""
    number = parse(record.number)
    if number and number.year and record.signed and record.signed.year != number.year:
        yield here("signed", found=record.signed.isoformat(), number=record.number)


def _status_of_document(context: Context) -> Iterator[Breach]:
    """The status fits the dates on the day, and what was replaced in full is not in force."""
    for key, document in context.catalogue.documents.items():
        wanted = _status_on(document, context.day)
        if document.status != "not_stated" and document.status not in wanted:
            file = context.catalogue.path("legal-document", key)
            values = {"day": context.day.isoformat(), "wanted": wanted[0], "proper": wanted[0]}
            if not is_ahead_of_its_day(document, context.day):
                yield at(file, "status", found=document.status, **values)


def _status_on(document: LegalDocument, day: date) -> tuple[str, ...]:
    """The statuses that fit the dates of a document on a day, the likeliest first."""
    if document.expires and document.expires <= day:
        return ("expired",)
    if document.effective and document.effective > day:
        return ("not_yet_in_force",)
    if document.effective:
        return ("in_force", "partly_expired", "expired")
    return ("in_force", "partly_expired", "expired", "not_yet_in_force")


def _issuers(context: Context) -> Iterator[Breach]:
    """The symbol at the end of a number is that of the agency which issued it."""
    agencies = context.catalogue.agencies
    for key, record in context.catalogue.decisions.items():
        agency = agencies.get(record.agency)
        if agency and agency.symbol and _other_symbol(record.number, agency.symbol):
            place = "number" if key.startswith(f"{record.agency}/") else "agency"
            mistyped = not _other_symbol(record.number, initials_of(agency.name))
            rests_on = context.catalogue.path("agency", record.agency) if mistyped else ""
            yield at(
                context.catalogue.path("decision", key), place,
                found=agency.name, symbol=agency.symbol, number=record.number,
                **{BECAUSE: rests_on},
            )  # fmt: skip
    for key, document in context.catalogue.documents.items():
        agency = agencies.get(document.issuer or "")
        if agency and agency.symbol and _other_symbol(document.number, agency.symbol):
            yield at(
                context.catalogue.path("legal-document", key), "issuer",
                found=agency.name, symbol=agency.symbol, number=document.number,
            )  # fmt: skip


def _other_symbol(printed: str, symbol: str) -> bool:
    number = parse(printed)
    if number is None or number.family in ("law", "ordinance", "party_document", "order"):
        return False
    bodies = re.split("[-.]", number.symbol.upper())
    return re.sub(r"^CT(?=UBND)", "", bodies[0]) != symbol.upper() and symbol.upper() not in bodies


def _same_document_twice(context: Context) -> Iterator[Breach]:
    """A number with its year names one document."""
    first: dict[str, str] = {}
    requested = any(context.requested_records("legal-document"))
    for key, document in context.catalogue.documents.items() if requested else ():
        number = parse(document.number)
        if not number or not number.year or number.symbol in ("UBND", "HĐND", "CTUBND"):
            continue
        other = first.setdefault(number.unpadded, key)
        if other != key:
            file = context.catalogue.path("legal-document", key)
            yield at(file, "number", found=document.number, other=f"legal-documents/{other}.yml")


def _replaced_documents(context: Context) -> Iterator[Breach]:
    """A text is replaced by another one, signed later."""
    documents = context.catalogue.documents
    for key, document in documents.items():
        for position, successor in enumerate(document.replaced_by):
            other = documents.get(successor)
            if successor == key or _is_older(other, document):
                file = context.catalogue.path("legal-document", key)
                yield at(file, "replaced_by", position, **_why_no_successor(document, other))


def _is_older(other: LegalDocument | None, document: LegalDocument) -> bool:
    return bool(other and other.signed and document.signed and other.signed < document.signed)


def _why_no_successor(document: LegalDocument, other: LegalDocument | None) -> dict[str, Value]:
    """What is said of a text that cannot replace another one: it is that text, or older."""
    older = other is not None and other.id != document.id
    why = Wording((f"hint.replaced_by_{'older' if older else 'itself'}",))
    also = Wording(("hint.or_day_of_signing",) if older else ())
    return {"found": other.number if other else document.number, "why": why, "also": also}


def _gap_between_texts(context: Context) -> Iterator[Breach]:
    """A text that is replaced ends on the day on which what replaces it takes effect.

    Years between the two are told apart: of a text that has ended VD426 speaks, if of any.
    """
    documents = context.catalogue.documents
    for file, document in context.requested_records("legal-document"):
        heirs = [documents[key] for key in document.replaced_by if key in documents]
        begun = sorted(heir.effective for heir in heirs if heir.effective)
        end = document.expires if document.source is None else None
        near = end is not None and any(abs((end - day).days) < _TWO_YEARS for day in begun)
        outlives = end is not None and document.status == "in_force" and begun[:1] < [end]
        if document.expires and (near or outlives) and begun and document.expires not in begun:
            values = {"number": heirs[0].number, "wanted": begun[0].isoformat()}
            values[BECAUSE] = context.catalogue.path("legal-document", heirs[0].id)
            yield at(file, "expires", found=document.expires.isoformat(), **values)


def _issuer_by_number(context: Context) -> Iterator[Breach]:
    """The symbol in the number of a text is not that of another agency of the register."""
    symbols = {
        agency.symbol.upper(): key
        for key, agency in context.catalogue.agencies.items()
        if agency.symbol
    }
    for file, document in context.requested_records("legal-document"):
        issuer = context.catalogue.agencies.get(document.issuer or "")
        body = re.split("[-/]", document.number)[-1].upper()
        owner = symbols.get(body)
        silent = issuer is not None and issuer.symbol is None  # else VD407 compares its symbol
        if issuer and silent and document.source is None and owner and owner != issuer.id:
            name = context.catalogue.agencies[owner].name
            values = {"found": issuer.name, "wanted": name, "proper": owner}
            yield at(file, "issuer", number=document.number, **values)


_WARNING = Severity.WARNING
RULES = (
    Rule(
        "VD403",
        Severity.ERROR,
        FORM_OF_NUMBERS,
        _type_of_number,
        ("legal-document",),
        imported=_WARNING,
    ),
    Rule(
        "VD404",
        Severity.ERROR,
        FORM_OF_NUMBERS,
        _year_of_number,
        ("legal-document", "decision"),
        imported=_WARNING,
    ),
    Rule("VD406", _WARNING, LAWMAKING, _status_of_document),
    Rule("VD407", Severity.ERROR, FORM_OF_NUMBERS, _issuers, imported=_WARNING),
    Rule("VD408", Severity.ERROR, HOUSE, _same_document_twice, imported=_WARNING),
    Rule("VD414", Severity.ERROR, LAWMAKING, _replaced_documents),
    Rule("VD419", _WARNING, LAWMAKING, _gap_between_texts, per_file=True),
    Rule("VD420", _WARNING, FORM_OF_A_DECISION, _issuer_by_number, per_file=True),
)
