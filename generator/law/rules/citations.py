"""Rules on citations: what is cited exists, is cited correctly, and is still law."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from generator.findings.problem import Pointer, Severity, Value, Wording
from generator.law.citations import DocumentNumber, normalise, numbers_in, parse
from generator.law.consequences import BECAUSE
from generator.law.dates import dates_in
from generator.law.provisions import (
    Provision,
    backwards,
    has_falling_range,
    lacks_article,
    parse_provisions,
)
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.registers import is_ahead_of_its_day
from generator.law.rules.registers_compared import initials_of
from generator.law.rules.sources import FORM_OF_NUMBERS, HOUSE, LAWMAKING, PRACTICE
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.tables import ended_documents
from generator.records.decision import Decision
from generator.records.registers import LegalDocument
from generator.records.version import Version

_NO_ARTICLE = re.compile(r"(?<![\w.])0+(?![\w.])")
_MOST_ARTICLES = 850
_NO_LAW = ("submission", "official_letter")


def _provisions(version: Version) -> Iterator[Breach]:
    """Provisions are cited as the law is divided: điểm, khoản, Điều, from small to large."""
    for position, basis in enumerate(version.legal_basis.items):
        if basis.provisions is None:
            continue
        found = parse_provisions(basis.provisions)
        wrong = found is None or backwards(found) or lacks_article(found)
        wrong = wrong or any(map(_is_beyond, found or ()))
        if wrong or has_falling_range(basis.provisions) or _NO_ARTICLE.search(basis.provisions):
            yield here("legal_basis", "items", position, "provisions", found=basis.provisions)


def _is_beyond(one: Provision) -> bool:
    """Whether an article has a number that no law reaches; the longest codes have 689 and 838."""
    number = one.number.rstrip("abcdđeghik")
    return one.unit == "điều" and number.isdigit() and int(number) > _MOST_ARTICLES


def _dates(record: Version | Decision | LegalDocument) -> Iterator[Breach]:
    """A date in a text is a day of the calendar: "40/06/1976" stood in a published procedure."""
    if all(written.day for written in dates_in(whole_text(record))):
        return
    for pointer, text in texts_of(record):
        for written in dates_in(text):
            if written.day is None:
                yield here(*pointer, found=written.text)


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
        other = first.setdefault(_unpadded(number), key)
        if other != key:
            file = context.catalogue.path("legal-document", key)
            yield at(file, "number", found=document.number, other=f"legal-documents/{other}.yml")


def _unpadded(number: DocumentNumber) -> str:
    return number.text.lstrip("0").replace(".", "")


def _printed_otherwise(context: Context) -> Iterator[Breach]:
    """The number as printed is, slips aside, the number of the document referred to."""
    for file, version in context.requested_records("version"):
        for position, basis in enumerate(version.legal_basis.items):
            document = context.catalogue.documents.get(basis.document)
            printed = basis.number_as_printed
            if document and printed and _differ(printed, document.number):
                place = ("legal_basis", "items", position, "number_as_printed")
                yield at(file, *place, found=printed, number=document.number)
            numbers = set(numbers_in(basis.text or "")) if version.source is None else set()
            if document and numbers and not _is_among(document.number, numbers):
                place = ("legal_basis", "items", position, "text")
                yield at(file, *place, found=min(numbers), number=document.number)


def _is_among(number: str, others: Collection[str]) -> bool:
    return any(not _differ(one, number) for one in others)


def _differ(printed: str, number: str) -> bool:
    one, other = parse(printed), parse(number)
    return bool(one and other and _unpadded(one) != _unpadded(other))


def _expired_basis(context: Context) -> Iterator[Breach]:
    """A procedure in force, or one to come, does not rest on a text known to have ended."""
    documents = context.catalogue.documents
    for published in context.requested_current_versions:
        day = context.judged_on(published)
        for place, key in _documents_of(published.version):
            document = documents.get(key)
            end = end_of(document, day) if document and day else None
            if document and end is not None:
                file = context.catalogue.path("legal-document", document.id)
                values = {"found": document.number, "day": end, BECAUSE: file}
                heirs = printed_successors(context, document)
                yield at(published.file, *place, successors=heirs, **values)


def _documents_of(version: Version) -> Iterator[tuple[Pointer, str]]:
    """The documents that a version rests on: its legal basis, else those of forms and fees."""
    named = {basis.document for basis in version.legal_basis.items}
    for position, basis in enumerate(version.legal_basis.items):
        yield ("legal_basis", "items", position, "document"), basis.document
    for position, form in enumerate(version.forms.items):
        if form.basis and form.basis not in named:
            yield ("forms", "items", position, "basis"), form.basis
    for position, channel in enumerate(version.channels.items):
        for index, fee in enumerate(channel.fees.items):
            if fee.basis and fee.basis not in named:
                yield ("channels", "items", position, "fees", "items", index, "basis"), fee.basis


def end_of(document: LegalDocument, day: date) -> str | None:
    """The day on which a text ended, empty when only its status is known; None while it binds."""
    known = ended_documents().get(normalise(document.number))
    last = document.expires or (known.since if known else None)
    if last and last <= day:
        return last.isoformat()
    return "" if document.status == "expired" else None


def printed_successors(context: Context, document: LegalDocument) -> str:
    """The numbers of what replaced a text; a dash where nobody knows."""
    known = context.catalogue.documents
    named = [known[key].number for key in document.replaced_by if key in known]
    ended = ended_documents().get(normalise(document.number))
    named += [ended.successor] if ended and not named else []
    return ", ".join(named) or "–"


def _dates_in_grounds(context: Context) -> Iterator[Breach]:
    """The date that follows a number in a text is the date of that document."""
    signed = context.dated_documents
    for file, pointer, text in _citing_texts(context) if signed else ():
        for number, day in _dated_numbers(text):
            known = signed.get(number)
            if known and known.signed and known.signed != day:
                values = {"found": Wording(day=day), "number": known.number}
                yield at(file, *pointer, wanted=Wording(day=known.signed), **values)


def _citing_texts(context: Context) -> Iterator[tuple[str, Pointer, str]]:
    """The texts that cite documents: grounds of decisions, legal bases as they are printed."""
    for file, decision in context.requested_records("decision"):
        for position, text in enumerate(decision.ground_texts):
            yield file, ("ground_texts", position), text
    for file, version in context.requested_records("version"):
        for position, basis in enumerate(version.legal_basis.items):
            if basis.text:
                yield file, ("legal_basis", "items", position, "text"), basis.text


def _dated_numbers(text: str) -> Iterator[tuple[str, date]]:
    numbers = list(numbers_in(text))
    days = [found.day for found in dates_in(text) if found.day]
    if len(numbers) == 1 and len(days) == 1:
        yield numbers[0], days[0]


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


def _cited_twice(version: Version) -> Iterator[Breach]:
    """A legal basis stands once, with all its provisions."""
    seen: set[tuple[str, str | None]] = set()
    for position, basis in enumerate(version.legal_basis.items):
        cited = (basis.document, basis.provisions)
        bare = (basis.document, None) in seen or (
            basis.provisions is None and any(one == basis.document for one, _ in seen)
        )
        if cited in seen or (bare and version.source is None):
            yield here("legal_basis", "items", position, "document", found=basis.document)
        seen.add(cited)


_IMPORTED = Severity.WARNING
RULES = (
    Rule("VD401", Severity.WARNING, FORM_OF_NUMBERS, _provisions, ("version",)),
    Rule(
        "VD402",
        Severity.ERROR,
        PRACTICE,
        _dates,
        ("version", "decision", "legal-document"),
        imported=_IMPORTED,
    ),
    Rule(
        "VD403",
        Severity.ERROR,
        FORM_OF_NUMBERS,
        _type_of_number,
        ("legal-document",),
        imported=_IMPORTED,
    ),
    Rule(
        "VD404",
        Severity.ERROR,
        FORM_OF_NUMBERS,
        _year_of_number,
        ("legal-document", "decision"),
        imported=_IMPORTED,
    ),
    Rule("VD406", Severity.WARNING, LAWMAKING, _status_of_document),
    Rule("VD407", Severity.ERROR, FORM_OF_NUMBERS, _issuers, imported=_IMPORTED),
    Rule("VD408", Severity.ERROR, HOUSE, _same_document_twice, imported=_IMPORTED),
    Rule("VD409", Severity.ERROR, HOUSE, _printed_otherwise, imported=_IMPORTED, per_file=True),
    Rule("VD410", Severity.WARNING, LAWMAKING, _expired_basis, per_file=True),
    Rule(
        "VD413",
        Severity.ERROR,
        FORM_OF_NUMBERS,
        _dates_in_grounds,
        imported=_IMPORTED,
        per_file=True,
    ),
    Rule("VD415", Severity.WARNING, HOUSE, _cited_twice, ("version",)),
    Rule("VD414", Severity.ERROR, LAWMAKING, _replaced_documents),
)
