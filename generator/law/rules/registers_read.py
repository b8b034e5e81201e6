"""Rules on registers and the words beside them: terms, addresses, summaries, days that are over.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.citations import normalise
from generator.law.consequences import BECAUSE
from generator.law.dates import dates_in
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import FORM_OF_NUMBERS, HOUSE, LAWMAKING, PRACTICE
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.text import excerpt, fold_text
from generator.law.titles import comparable
from generator.records.registers import Agency, LegalDocument, Procedure
from generator.records.units import unit_at

TERMS = {
    11: (date(2002, 7, 19), date(2007, 7, 19)),
    12: (date(2007, 7, 19), date(2011, 7, 21)),
    13: (date(2011, 7, 21), date(2016, 7, 20)),
    14: (date(2016, 7, 20), date(2021, 7, 20)),
    15: (date(2021, 7, 20), date(2026, 4, 6)),
    16: (date(2026, 4, 6), date(2031, 12, 31)),
}
"""Between which days the National Assembly of a term sat."""
_TERM = re.compile(r"(?:QH|UBTVQH)(?P<term>[0-9]{2})\Z")
_ISSUERS = (
    (re.compile(r"/QH[0-9]*\Z"), "quoc hoi", "Quốc hội"),
    (re.compile(r"/UBTVQH[0-9]*\Z"), "uy ban thuong vu quoc hoi", "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"NĐ-CP\Z"), "chinh phu", "Chính phủ"),
    (re.compile(r"-TTg\Z"), "thu tuong chinh phu", "Thủ tướng Chính phủ"),
    (re.compile(r"NQ-HĐND\Z"), "hoi dong nhan dan", "Hội đồng nhân dân"),
    (re.compile(r"-UBND\Z"), "uy ban nhan dan", "Ủy ban nhân dân"),
)
"""What a number ends in, and how the name of its maker then begins."""
_UNTIL = re.compile(
    r"\b(?:áp dụng|thực hiện|có hiệu lực|có giá trị|thu|giảm[^.;]{0,40}?)\b[^.;]{0,30}?\b"
    r"(?:đến|tới)(?: hết)?(?: ngày)?\s*\Z",
    re.I,
)
_UNTIL_A_DAY = re.compile(
    r"[đĐtT][ếẾớỚ][nNiI]\s*(?:[hH][ếẾ][tT]\s*)?(?:[nN][gG][àÀ][yY]\s*){0,2}[0-9]"
)
"""Without it no text says until when; it begins with a set, which is searched for quickly."""
_PLACE = re.compile(
    r"\b(?P<kind>xã|phường|đặc khu|tỉnh|thành phố|TP\.?) "
    r"(?P<name>(?:[A-ZĐÀ-Ỵ]\w*(?:[ -](?=[A-ZĐÀ-Ỵ]))?)+)"
)
_MINISTRIES = (
    *("Bộ Công an", "Bộ Công Thương", "Bộ Dân tộc và Tôn giáo", "Bộ Giáo dục và Đào tạo"),
    *("Bộ Khoa học và Công nghệ", "Bộ Ngoại giao", "Bộ Nội vụ", "Bộ Nông nghiệp và Môi trường"),
    *("Bộ Quốc phòng", "Bộ Tài chính", "Bộ Tư pháp", "Bộ Văn hóa, Thể thao và Du lịch"),
    *("Bộ Xây dựng", "Bộ Y tế", "Chính phủ", "Quốc hội", "Thanh tra Chính phủ"),
    *("Ngân hàng Nhà nước Việt Nam", "Văn phòng Chính phủ"),
)
_INTERNAL = ("central_internal", "local_internal")
_NUMBER = re.compile(r"(?<![\w/.-])[0-9]{1,4}/[12][0-9]{3}/[A-ZĐ][\wĐ.-]*[\wĐ]")
_FREE = re.compile(r"\W*(?:miễn phí|không (?:thu|mất|có) (?:phí|lệ phí|tiền))", re.I)
_SUMS = re.compile(r"(?<![\d.,])([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{4,9}) ?(?:đồng|đ\b)", re.I)
_LENGTH = re.compile(r"(?<![\d.,])([0-9]{1,3}) (?:ngày|giờ)", re.I)


def _term_of_the_number(document: LegalDocument) -> Iterator[Breach]:
    """The number of a law names the National Assembly that sat when it was signed."""
    found = _TERM.search(document.number)
    span = TERMS.get(int(found["term"])) if found else None
    if span and document.signed and not span[0] <= document.signed <= span[1]:
        signed = document.signed
        wanted = next((term for term, (a, b) in TERMS.items() if a <= signed < b), 0)
        if wanted:
            yield here("number", found=document.number, signed=Wording(day=signed), wanted=wanted)


def _maker_of_the_number(context: Context) -> Iterator[Breach]:
    """A law is the National Assembly's, a decree the Government's, and so on."""
    agencies = context.catalogue.agencies
    for file, document in context.requested_records("legal-document"):
        issuer = agencies.get(document.issuer or "") if document.source is None else None
        named = next((one for one in _ISSUERS if one[0].search(document.number)), None)
        own = issuer is not None and issuer.symbol is not None and not _TERM.search(document.number)
        if issuer and named and not own and not fold_text(issuer.name).startswith(named[1]):
            yield at(file, "issuer", found=issuer.name, number=document.number, wanted=named[2])


def _internal_by_half(procedure: Procedure) -> Iterator[Breach]:
    """Kind and scope say alike whether a procedure is internal."""
    internal = procedure.kind in _INTERNAL
    known = "not_stated" not in (procedure.kind, procedure.scope) and procedure.scope
    if known and internal != (procedure.scope == "internal"):
        kind = Wording((f"procedure_kind.{procedure.kind}",))
        yield here("scope", found=procedure.scope, kind=kind)


def _same_words(context: Context) -> Iterator[Breach]:
    """What is said of one entry of a register is not, letter for letter, said of another."""
    yield from _same_summary(context)
    yield from _same_title(context)
    yield from _same_citizen_words(context)
    yield from _same_in_journeys(context)


def _same_in_journeys(context: Context) -> Iterator[Breach]:
    """What one journey is for, or why one step is taken, is not said of another matter."""
    first: dict[str, tuple[str, ...]] = {}
    for position, journey in enumerate(context.catalogue.journeys.values()):
        told: list[tuple[Pointer, str, tuple[str, ...]]] = [
            (("description",), journey.description or "", (journey.id,))
        ]
        for number, step in enumerate(journey.steps):
            codes = tuple(choice.procedure for choice in step.choices)
            told.append((("steps", number, "why"), step.why or "", codes))
        for place, text, about in told:
            other = first.setdefault(comparable(text), about)
            if text and set(about).isdisjoint(other) and context.is_requested("journeys.yml"):
                values = {"found": excerpt(text, 0), "other": ", ".join(other)}
                yield at("journeys.yml", "journeys", position, *place, **values)


def _same_title(context: Context) -> Iterator[Breach]:
    """Two texts of law that hold at once have two titles; what replaces one may have its title."""
    documents = context.catalogue.documents
    first: dict[tuple[str, str, str], str] = {}
    for key, document in documents.items():
        if document.source is None:
            same = (document.type, document.status, comparable(document.title))
            other = documents[first.setdefault(same, key)]
            file = context.catalogue.path("legal-document", key)
            kin = {key, *document.replaced_by, *other.replaced_by}
            if other.id not in kin and key not in other.replaced_by and context.is_requested(file):
                yield at(file, "title", found=excerpt(document.title, 0), other=other.number)


def _same_citizen_words(context: Context) -> Iterator[Breach]:
    """What people call a procedure they do not call one of another field."""
    catalogue = context.catalogue
    first: dict[str, Procedure] = {}
    for key, procedure in catalogue.procedures.items():
        file = catalogue.path("procedure", key)
        for position, words in enumerate(procedure.citizen_words if not procedure.source else ()):
            other = first.setdefault(comparable(words), procedure)
            if other.field != procedure.field and context.is_requested(file):
                yield at(file, "citizen_words", position, found=words, other=other.id)


def _same_summary(context: Context) -> Iterator[Breach]:
    catalogue = context.catalogue
    first: dict[str, tuple[str, str]] = {}
    for key, procedure in catalogue.procedures.items():
        text = comparable(procedure.summary or "") if procedure.source is None else ""
        other, field = first.setdefault(text, (key, procedure.field))
        file = catalogue.path("procedure", key)
        if text and field != procedure.field and context.is_requested(file):
            yield at(file, "summary", found=excerpt(procedure.summary or "", 0), other=other)
    for position, entry in enumerate(catalogue.fields.values()):
        text = comparable(entry.description or "")
        other, _ = first.setdefault(text, (entry.id, ""))
        if text and other != entry.id and context.is_requested("fields.yml"):
            place = ("fields", position, "description")
            yield at("fields.yml", *place, found=excerpt(entry.description or "", 0), other=other)


def _address_elsewhere(context: Context) -> Iterator[Breach]:
    """An office of a place has its address there."""
    places = context.catalogue.places
    for file, agency in context.requested_records("agency"):
        stands = unit_at(places, agency.place) if agency.place and not agency.source else None
        if stands is None or agency.valid_to:
            continue
        names = [unit.name for unit in stands if unit]
        own = {fold_text(name) for name in names}
        for named in _PLACE.finditer(agency.address or ""):
            commune = named["kind"].lower() in ("xã", "phường", "đặc khu")
            outer = "/" not in (agency.place or "") and commune
            if fold_text(named["name"].strip()) not in own and not outer:
                yield at(file, "address", found=named[0].strip(), place=names[-1])
                break


def _class_that_publishes(context: Context) -> Iterator[Breach]:
    """Who publishes a catalogue is one agency, not a class of them."""
    key = context.catalogue.settings.publisher if context.catalogue.settings else ""
    agency = context.catalogue.agencies.get(key)
    if agency and agency.kind == "class" and context.is_requested("catalogue.yml"):
        yield at("catalogue.yml", "publisher", found=agency.name)


def _over_by_its_words(context: Context) -> Iterator[Breach]:
    """What a version in force says to hold until a day is not over."""
    for published in context.requested_current_versions:
        version = published.version
        if version.source is not None or not published.interval.covers(context.day):
            continue
        if not _UNTIL_A_DAY.search(whole_text(version)):
            continue
        for pointer, text in texts_of(version):
            for written in dates_in(text):
                until = _UNTIL.search(text[: written.start])
                if until and written.day and written.day < context.day:
                    yield at(published.file, *pointer, found=Wording(day=written.day))
                    break


def _ended_text_in_words(context: Context) -> Iterator[Breach]:
    """The words of a version in force or to come cite no text that has ended."""
    documents = {normalise(one.number): one for one in context.catalogue.documents.values()}
    for published in context.requested_current_versions:
        version = published.version
        if version.source is not None or not _NUMBER.search(whole_text(version)):
            continue
        day = max(context.day, published.interval.start or context.day)
        for pointer, text in texts_of(version):
            for cited in _NUMBER.findall(text) if pointer[0] != "legal_basis" else ():
                document = documents.get(normalise(cited))
                if document and document.expires and document.expires <= day:
                    heirs = [context.catalogue.documents.get(key) for key in document.replaced_by]
                    names = ", ".join(heir.number for heir in heirs if heir) or "–"
                    because = {BECAUSE: context.catalogue.path("legal-document", document.id)}
                    values = {"found": cited, "end": Wording(day=document.expires), "heirs": names}
                    yield at(published.file, *pointer, **values, **because)
                    break


@cache
def _known_ministries() -> dict[str, str]:
    return {fold_text(name): name for name in _MINISTRIES}


def _ministry_misspelt(agency: Agency) -> Iterator[Breach]:
    """The name of a ministry has its letters and marks."""
    wanted = _known_ministries().get(fold_text(agency.name))
    if wanted and agency.name.casefold() != wanted.casefold():
        yield here("name", found=agency.name, wanted=wanted)


def _answer_of_another(context: Context) -> Iterator[Breach]:
    """A short answer about time or fees is that of the version in force."""
    for published in context.requested_current_versions:
        procedure = context.catalogue.procedures.get(published.procedure)
        answers = procedure.answers if procedure and procedure.source is None else None
        if answers is None or not published.interval.covers(context.day):
            continue
        channels = published.version.channels.items
        file = context.catalogue.path("procedure", published.procedure)
        times = {float(value) for value in _LENGTH.findall(answers.time or "")}
        both = [time for one in channels for time in (one.time, one.committed_time) if time]
        known = {time.value for time in both if time.value}
        if times and known and not times & known and not any(one.time.cases for one in channels):
            yield at(file, "answers", "time", found=answers.time)
        sums = {float(one.replace(".", "")) for one in _SUMS.findall(answers.fees or "")}
        amounts = {fee.amount for one in channels for fee in one.fees.items if fee.amount}
        spoken = " ".join(fee.text or "" for one in channels for fee in one.fees.items)
        told = {float(one.replace(".", "")) for one in _SUMS.findall(spoken)}
        if sums and amounts and not sums & (amounts | told):
            yield at(file, "answers", "fees", found=answers.fees)
        paid = all(fee.amount for one in channels for fee in one.fees.items)
        some = any(fee.amount for one in channels for fee in one.fees.items)
        if answers.fees and _FREE.match(answers.fees) and paid and some:
            yield at(file, "answers", "fees", found=answers.fees)


_WARNING = Severity.WARNING
_DOCUMENT = ("legal-document",)
RULES = (
    Rule("VD430", _WARNING, FORM_OF_NUMBERS, _term_of_the_number, _DOCUMENT, written_here=True),
    Rule("VD431", Severity.ERROR, LAWMAKING, _maker_of_the_number, per_file=True),
    Rule("VD432", _WARNING, LAWMAKING, _ended_text_in_words, per_file=True),
    Rule("TC327", _WARNING, HOUSE, _internal_by_half, ("procedure",), written_here=True),
    Rule("TC328", _WARNING, HOUSE, _same_words, needs=("procedure",)),
    Rule("CQ848", _WARNING, PRACTICE, _address_elsewhere, needs_named=("place",), per_file=True),
    Rule("CQ850", _WARNING, PRACTICE, _ministry_misspelt, ("agency",), written_here=True),
    Rule("CQ849", _WARNING, HOUSE, _class_that_publishes, per_file=True),
    Rule("TL133", _WARNING, PRACTICE, _over_by_its_words, per_file=True),
    Rule("PT162", _WARNING, PRACTICE, _answer_of_another),
)
