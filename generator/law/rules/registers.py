"""Rules on what registers written here say: contacts, texts, parents, words, swapped days, ways."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.rules.agencies import tell_heirs
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import (
    DAYS_OFF,
    FEEDBACK,
    HOUSE,
    LAWMAKING,
    PERSONAL_DATA,
    PRACTICE,
)
from generator.records.registers import (
    Agency,
    Calendar,
    CitizenWords,
    LegalDocument,
    Settings,
    WordPair,
)
from generator.records.version import Version

_MAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_LENGTHS = (3, 10, 11, 12)
"""Figures of an emergency number, and of telephone numbers with the code of an area or country."""
_HOTLINE = re.compile(r"1[89]00[0-9]{4,6}")
_LOOK_LIKE_FIGURES = str.maketrans("OoОоIlSB", "00001158")
"""Letters, Cyrillic ones among them, that are typed for figures."""
_SURNAMES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh"
_PERSON = re.compile(rf"(?:(?:Ông|Bà|Anh|Chị)\s+)?(?:{_SURNAMES})(?:\s+[^\W\d_]+){{1,3}}")
_SWAPPED_WITHIN = timedelta(days=31)


def _contact_data(record: Settings | Agency) -> Iterator[Breach]:
    """A telephone number has as many figures as one has, an address of mail its host."""
    contacts: list[tuple[Pointer, str | None, str | None]]
    if isinstance(record, Agency):
        contacts = [((), record.phone, None)]
    else:
        contacts = [
            (("contacts", i), one.phone, one.email) for i, one in enumerate(record.contacts)
        ]
    for pointer, phone, mail in contacts:
        if phone and not _may_be_called(phone):
            yield here(*pointer, "phone", found=phone, mend=_redial(phone))
        if mail and not _MAIL.fullmatch(mail):
            yield here(*pointer, "email", found=mail, mend=Wording(("hint.whole_mail",)))


def _redial(phone: str) -> Wording:
    """How to write a number: letters that look like figures are the likeliest slip."""
    figures = phone.translate(_LOOK_LIKE_FIGURES)
    letters = "".join(dict.fromkeys(one for one in phone if ord(one) in _LOOK_LIKE_FIGURES))
    if not letters or re.search(r"[^\W\d]", figures) or not _may_be_called(figures):
        return Wording(("hint.whole_phone",))
    values = {"letters": ", ".join(letters), "wanted": figures}
    return Wording(("hint.letters_as_figures",), values=values)


def _may_be_called(phone: str) -> bool:
    numbers = [re.sub(r"\D", "", one) for one in re.split(r"[;,/]|\bhoặc\b|máy", phone)]
    return any(len(one) in _LENGTHS or bool(_HOTLINE.fullmatch(one)) for one in numbers)


def _person_as_contact(settings: Settings) -> Iterator[Breach]:
    """A contact is a unit: people change, and their names are their own."""
    for position, contact in enumerate(settings.contacts):
        if _PERSON.fullmatch(contact.name):
            yield here("contacts", position, "name", found=contact.name)


def _replaced_and_in_force(document: LegalDocument) -> Iterator[Breach]:
    """What another text has replaced is not in force without an end."""
    if document.replaced_by and document.status == "in_force" and document.expires is None:
        yield here("status", found=document.status)


def _outlived(context: Context) -> Iterator[Breach]:
    """What ends when another text begins is not in force beside it.

    The two records contradict each other on any day; VD406 asks what they should say today.
    """
    documents = context.catalogue.documents
    for file, document in context.requested_records("legal-document"):
        ends = document.expires if document.status in _BINDING else None
        for key in document.replaced_by if ends and document.source is None else ():
            heir = documents.get(key)
            begun = heir.effective if heir and heir.status in _BINDING else None
            if heir and begun and ends and ends <= begun:
                values = {"found": document.status, "number": heir.number}
                yield at(file, "status", end=Wording(day=ends), begun=Wording(day=begun), **values)
                break


_BINDING = ("in_force", "partly_expired")


def _expired_on_no_day(document: LegalDocument) -> Iterator[Breach]:
    """A text that has ended did so on a day, or it is unknown on which."""
    told = "expires" in document.unknown
    if document.status == "expired" and document.expires is None and not told:
        yield here("status", found=document.number)


def _parent_that_ended(context: Context) -> Iterator[Breach]:
    """An agency that goes on stands below one that goes on."""
    agencies = context.catalogue.agencies
    for file, agency in context.requested_records("agency"):
        parent = agencies.get(agency.parent or "")
        ended = parent.valid_to if parent and agency.source is None else None
        if parent and ended and ended < min(context.day, agency.valid_to or context.day):
            after = tell_heirs(parent, agencies)
            because = {BECAUSE: context.catalogue.path("agency", parent.id)}
            mend = Wording((f"hint.{'heir' if parent.successors else 'another'}_above",))
            values = {"found": parent.name, "end": ended.isoformat(), "mend": mend, **because}
            yield at(file, "parent", after=after, **values)


def _words_of_the_title(record: CitizenWords) -> Iterator[Breach]:
    """Words of citizens that are the official ones lead nobody further."""
    for position, pair in enumerate(record.citizen_words):
        for index, words in enumerate(pair.words):
            if words.lower() in _official(pair):
                place = ("citizen_words", position, "words", index)
                yield here(*place, found=words)


def _official(pair: WordPair) -> set[str]:
    return {words.lower() for words in pair.official}


def _swapped_far_away(calendar: Calendar) -> Iterator[Breach]:
    """A day is worked instead within some weeks of the day that is taken off."""
    for position, swap in enumerate(calendar.swapped_days):
        if abs(swap.worked - swap.off) > _SWAPPED_WITHIN:
            place = ("swapped_days", position, "worked")
            yield here(*place, found=swap.worked.isoformat(), off=swap.off.isoformat())


def _same_way_twice(version: Version) -> Iterator[Breach]:
    """Two entries of one way to submit say for which cases each is."""
    seen: dict[tuple[str, str], int] = {}
    for position, channel in enumerate(version.channels.items):
        way = (channel.method, channel.case or "")
        first = seen.setdefault(way, position)
        if first != position:
            yield here("channels", "items", position, "method", first=first + 1)


def _in_force_before_its_day(context: Context) -> Iterator[Breach]:
    """A status grows old, but no text that was in force is still to come: its day is odd."""
    for key, document in context.catalogue.documents.items():
        if is_ahead_of_its_day(document, context.day):
            file = context.catalogue.path("legal-document", key)
            values = {"found": Wording(day=document.effective), "day": Wording(day=context.day)}
            yield at(file, "effective", number=document.number, **values)


def is_ahead_of_its_day(document: LegalDocument, day: date) -> bool:
    """Whether a text is recorded as in force before its day of effect."""
    begun = document.status in ("in_force", "partly_expired")
    over = document.expires is not None and document.expires <= day
    return begun and not over and document.effective is not None and document.effective > day


_WARNING = Severity.WARNING
RULES = (
    Rule("VD434", Severity.WARNING, LAWMAKING, _in_force_before_its_day),
    Rule("VS525", _WARNING, FEEDBACK, _contact_data, ("catalogue", "agency"), written_here=True),
    Rule("VS526", _WARNING, PERSONAL_DATA, _person_as_contact, ("catalogue",)),
    Rule(
        "VD423",
        _WARNING,
        LAWMAKING,
        _replaced_and_in_force,
        ("legal-document",),
        written_here=True,
    ),
    Rule("VD427", Severity.ERROR, LAWMAKING, _outlived, per_file=True),
    Rule("VD424", _WARNING, LAWMAKING, _expired_on_no_day, ("legal-document",), written_here=True),
    Rule("CQ828", _WARNING, HOUSE, _parent_that_ended, per_file=True),
    Rule("NY722", _WARNING, DAYS_OFF, _swapped_far_away, ("calendar",)),
    Rule("NY723", _WARNING, PRACTICE, _words_of_the_title, ("citizen-words",)),
    Rule("CQ829", _WARNING, PRACTICE, _same_way_twice, ("version",), written_here=True),
)
