"""Rules on citations: what is cited exists, is cited correctly, and is still law."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.citations import normalise, numbers_in, parse
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
from generator.law.rules.sources import FORM_OF_NUMBERS, HOUSE, LAWMAKING, PRACTICE
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.tables import ended_documents
from generator.records.decision import Decision
from generator.records.registers import LegalDocument
from generator.records.version import Version

_NO_ARTICLE = re.compile(r"(?<![\w.])0+(?![\w.])")
_MOST_ARTICLES = 850


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
    return bool(one and other and one.unpadded != other.unpadded)


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
)
