"""What drafts refer to: records of the catalogue that are there already, else new ones."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from generator.imports.portal.identifiers import free_id
from generator.imports.portal.registers import NO_NUMBER
from generator.imports.word.grounds import GROUND_LEAD, OWN_FATE, says_no_more
from generator.law.citations import key_of, names_no_province, normalise, numbers_in, parse
from generator.law.dates import dates_in
from generator.law.text import fold_text, slug
from generator.law.titles import comparable
from generator.readings.lowered import lowered, province_named
from generator.records.catalogue import Catalogue
from generator.records.registers import TODO, Agency, Field, LegalDocument
from generator.records.schema import load_schema
from generator.records.stated import AgencyPart
from generator.records.version import LegalBasis

_TYPES = frozenset(load_schema("legal-document")["properties"]["type"]["enum"])
_CALLED = (
    ("(?:bo )?luat", "law"),
    ("phap lenh", "ordinance"),
    ("nghi quyet lien tich", "joint_resolution"),
    ("nghi quyet", "resolution"),
    ("(?:hiep dinh|cong uoc|dieu uoc|nghi dinh thu)", "treaty"),
    ("nghi dinh", "decree"),
    ("quyet dinh", "decision"),
    ("thong tu lien tich", "joint_circular"),
    ("thong tu", "circular"),
    ("chi thi", "directive"),
    ("lenh", "order"),
    ("van ban hop nhat", "consolidated_text"),
    ("(?:cong van|van ban|ke hoach|to trinh|thong bao|hien phap)", "other"),
)
"""How texts are called, longest names first, and their types in the register."""
_END = re.compile(r"(?<!\s)\s*+(?:(?:[;.]|;?\s*+và)\s*+)?\Z")
_SPLIT = re.compile(r"(?:(?<!\s)\s++)?;\s*+")
_COMMITTEE = re.compile(r"\bubnd\b|\buỷ ban nhân dân\b")
_OF_A_YEAR = re.compile(r"\A(?P<title>\D{4,200}?),?(?: năm)? (?P<year>[12]\d{3})\Z", re.IGNORECASE)
_PROVISION = re.compile(
    r"\A(?:(?:điểm|khoản|điều|chương|mục|phụ lục)\s+[^\s,;]{1,9}(?:,\s{1,4}\d{1,3}[a-zđ]?){0,9}"
    r"[\s,]+(?:và\s+|của\s+)?){1,9}"
    r"(?=(?:bộ luật|luật|nghị|thông tư|quyết định|pháp lệnh)\b)",
    re.IGNORECASE,
)
"""The provision that is cited, in front of its document."""
_Number = tuple[str, str]
"""A normalised number, and for acts of a province its name: each has a 61/2026/QĐ-UBND."""
_UNDATED = "Văn bản đưa vào không nêu ngày ký cạnh số, ký hiệu của văn bản."
_UNNUMBERED = "Văn bản đưa vào không nêu số, ký hiệu của văn bản."
_DAMAGED_DASH = re.compile(r"(?<=[A-ZĐ])(?:-\s+|\s+-)(?=[A-ZĐ])")


@dataclass(slots=True)
class DraftRegisters:
    """The registers of a catalogue, and what drafts add to them."""

    catalogue: Catalogue
    publisher: str
    documents: dict[str, LegalDocument] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    _by_number: dict[_Number, str] = field(default_factory=dict)
    _by_agency: dict[str, str] = field(default_factory=dict)
    """By the names as they are written, and by the spelt ones (`spell_agency`)."""

    def __post_init__(self) -> None:
        """Look up documents by number and agencies by name; a name of two stands for none."""
        for document in self.catalogue.documents.values():
            number = document.number_normalised or normalise(document.number)
            issuer = self.catalogue.agencies.get(document.issuer or "")
            said = issuer.name if issuer else document.title
            self._by_number.setdefault((number, _province_of(number, said)), document.id)
        self._by_agency = {**self._named(spell_agency), **self._named(comparable)}

    def _named(self, written: Callable[[str], str]) -> dict[str, str]:
        """The agencies by their names, each `written` as it is looked up."""
        names: dict[str, set[str]] = {}
        for agency in self.catalogue.agencies.values():
            for name in filter(None, (agency.name, agency.short_name)):
                names.setdefault(written(name), set()).add(agency.id)
        return {name: ids.pop() for name, ids in names.items() if len(ids) == 1}

    @property
    def with_drafts(self) -> Catalogue:
        """The catalogue with the registers that were drafted."""
        known = self.catalogue
        return replace(
            known,
            documents={**known.documents, **self.documents},
            agencies={**known.agencies, **self.agencies},
            fields={**known.fields, **self.fields},
        )

    def find_agency(self, name: str) -> str | None:
        """The id of the one agency of that name, also where either of both is written short."""
        return self._by_agency.get(comparable(name)) or self._by_agency.get(spell_agency(name))

    def agency_parts(self, text: str) -> tuple[AgencyPart, ...]:
        """The agencies that a text lists, known ones by their id, the others in its words."""
        names = [name for name in _SPLIT.split(_END.sub("", text)) if name]
        found = ((self.find_agency(name), name) for name in names)
        return tuple(
            AgencyPart(agency=key, text=None if key else " ".join(name.split()))
            for key, name in found
        )

    def register_agency(self, name: str, level: str, above: str | None = None) -> str:
        """The id of an agency, drafted when the catalogue has none of the name; it belongs to the
        one `above`, where the catalogue has one of that name.
        """
        known = self.find_agency(name)
        if known:
            return known
        taken = self.catalogue.agencies.keys() | self.agencies.keys()
        key = free_id(slug(name), taken)
        self.agencies[key] = Agency(
            id=key,
            name=name,
            kind="agency",
            level=level,
            parent=self.find_agency(above) if above else None,
        )
        self._by_agency[spell_agency(name)] = key
        return key

    def register_field(self, name: str | None) -> str:
        """The id of a field, drafted when the catalogue has none of the name."""
        wanted = comparable(name or TODO)
        known = (*self.catalogue.fields.values(), *self.fields.values())
        for one in known:
            if comparable(one.name) == wanted or one.id == slug(name or TODO, 80):
                return one.id
        key = slug(name, 80) if name else "chua-ro-linh-vuc"
        self.fields[key] = Field(id=key, name=name or f"{TODO}: tên lĩnh vực")
        return key

    def find_document(self, text: str) -> str | None:
        """The id of the first document whose number stands in a text, if it is registered."""
        number = first_number(text)
        return self._find_number(number, text) if number else None

    def register_ground(self, text: str) -> str | None:
        """The id of the document that a ground names by its number; None without a number, and
        for a decision that is itself in the catalogue: it needs no second record.
        """
        words = GROUND_LEAD.sub("", text)
        number = first_number(words)
        if number is None or (self.find_document(text) is None and self._is_published(number)):
            return None
        return self.register_basis(words).document

    def holds_ground(self, text: str, key: str | None) -> bool:
        """Whether the record of a document has all that a ground says of it."""
        known = self.catalogue
        document = known.documents.get(key or "") or self.documents.get(key or "")
        return document is not None and says_no_more(text, document, known.agencies)

    def _is_published(self, number: str) -> bool:
        """Whether a number is that of a decision that the publisher has in the catalogue."""
        decisions = self.catalogue.decisions.values()
        return any(
            one.agency == self.publisher and one.number_normalised == number for one in decisions
        )

    def register_basis(self, text: str) -> LegalBasis:
        """A reference to the document that a paragraph names first, with its words."""
        words = _END.sub("", text).strip()
        number = first_number(words)
        known = self._find_number(number, words) if number else self._find_titled(words)
        if known is None:
            known = self._draft_document(words, number)
        document = self.catalogue.documents.get(known) or self.documents[known]
        return LegalBasis(document=known, text=words if words != document.title else None)

    def add_days(self, texts: Iterable[str]) -> None:
        """Give drafted documents the day that other texts have behind their numbers, if one."""
        open_ones = {
            one.number_normalised: key
            for key, one in self.documents.items()
            if one.signed is None and one.number_normalised and not names_no_province(one.number)
        }
        days: dict[str, set[date]] = {}
        for number, day in _dated(texts):
            if number in open_ones:
                days.setdefault(number, set()).add(day)
        for number, found in days.items():
            key = open_ones[number]
            if len(found) == 1:
                self.documents[key] = replace(self.documents[key], signed=found.pop(), unknown={})

    def _find_number(self, number: str, words: str) -> str | None:
        known = self._by_number.get((number, self._province_meant(number, words)))
        return known or self._find_drafted(number, words)

    def _find_titled(self, words: str) -> str | None:
        """The one document of the catalogue of a title and a year: "Luật Hộ tịch năm 2014"."""
        named = _OF_A_YEAR.match(_PROVISION.sub("", words))
        if not named:
            return None
        wanted, year = comparable(named["title"]), int(named["year"])
        found = [
            one.id
            for one in self.catalogue.documents.values()
            if comparable(one.title) == wanted and one.signed and one.signed.year == year
        ]
        return found[0] if len(found) == 1 else None

    def _find_drafted(self, number: str, words: str) -> str | None:
        """The document that an earlier import drafted, whose title names no province."""
        key = self._document_key(words, number)
        found = self.catalogue.documents.get(key)
        return key if found and found.number_normalised == number else None

    def _province_meant(self, number: str, words: str) -> str:
        """The province whose act a text names; that of the publisher where it names none."""
        publisher = self.catalogue.agencies.get(self.publisher) or self.agencies.get(self.publisher)
        own = _province_of(number, publisher.name) if publisher else ""
        return _province_of(number, words) or own

    @property
    def _local(self) -> str:
        """The publisher, where it is an office of a province: its acts are told apart by it."""
        publisher = self.catalogue.agencies.get(self.publisher)
        return "" if publisher and publisher.level == "central" else self.publisher

    def _document_key(self, words: str, number: str | None) -> str:
        """The id that a document gets: that of an act of a province names it."""
        key = key_of(number) if number else slug(_PROVISION.sub("", words), 90)
        parsed = parse(number) if number else None
        if parsed and names_no_province(parsed.symbol):
            return slug(f"{key} {self._province_meant(parsed.text, words) or self._local}", 110)
        return key

    def _draft_document(self, words: str, number: str | None) -> str:
        key = self._document_key(words, number)
        parsed = parse(number) if number else None
        if not number and (key in self.documents or key in self.catalogue.documents):
            return key
        key = free_id(key, self.catalogue.documents.keys() | self.documents.keys())
        signed = _signed_in(words, number) if number else None
        self.documents[key] = LegalDocument(
            id=key,
            number=number or NO_NUMBER,
            number_normalised=parsed.text if parsed else None,
            type=_type_of(_PROVISION.sub("", words), parsed.family if parsed else ""),
            title=_title_in(words, number),
            status="not_stated",
            signed=signed,
            unknown=_open_in(signed, number),
        )
        if number:
            self._by_number[number, self._province_meant(number, words)] = key
        return key


def spell_agency(name: str) -> str:
    """The name of an agency as it is compared with another, its committee spelt out.

    >>> spell_agency("UBND tỉnh Mẫu"), spell_agency("ỦY BAN NHÂN DÂN TỈNH MẪU")
    ('ủy ban nhân dân tỉnh mẫu', 'ủy ban nhân dân tỉnh mẫu')
    """
    return _COMMITTEE.sub("ủy ban nhân dân", comparable(name))


def _open_in(signed: date | None, number: str | None) -> dict[str, str]:
    """What the words that name a document do not say of it, with the reason."""
    unnumbered = {} if number else {"number_normalised": _UNNUMBERED}
    return {**unnumbered, **({} if signed else {"signed": _UNDATED})}


def _title_in(words: str, number: str | None) -> str:
    """What a document is called in words that may cite a provision of it."""
    name = _PROVISION.sub("", words).removesuffix(f"(số {number})").strip()
    bare = OWN_FATE.split(name)[0]
    return (bare if first_number(bare) else name) or words


def _province_of(number: str, words: str) -> str:
    """The province that words name, for the number of an act of a province; else empty."""
    named = province_named(lowered(words)) if names_no_province(number) else None
    return named.province.name if named else ""


def _signed_in(words: str, number: str) -> date | None:
    """The day that is written right behind a number, of the year that the number has, if any."""
    return next((day for cited, day in _dated([words]) if cited == number), None)


def _dated(texts: Iterable[str]) -> Iterator[tuple[str, date]]:
    """The numbers that have a day right behind them, of the year that the number has, if any."""
    for text in texts:
        mended = _DAMAGED_DASH.sub("-", text)
        for found in dates_in(mended):
            number = first_number(mended[: found.start].rstrip(" ,").rpartition(" ")[2])
            parsed = parse(number) if number else None
            same_year = found.day and (not parsed or parsed.year in (None, found.day.year))
            if number and found.day and same_year:
                yield number, found.day


def _type_of(words: str, family: str) -> str:
    """The type that a text is called by, before the one that its number is usual for.

    Laws and resolutions of the National Assembly have the same numbers: 254/2025/QH15.
    """
    folded = " ".join(fold_text(words).split())
    called = next((kind for name, kind in _CALLED if re.match(rf"(?:cac )?{name}\b", folded)), None)
    return called or (family if family in _TYPES else "other")


def first_number(text: str) -> str | None:
    """The first number of a document in a text, normalised, official letters included."""
    mended = _DAMAGED_DASH.sub("-", text)
    found = next(iter(numbers_in(mended)), None)
    if found:
        return found
    for word in re.findall(r"\b\d{1,5}(?:/\d{4})?/[A-ZĐ][\wĐ&.\-]+(?<![.\-])", mended):
        if fold_text(word).count("/") and parse(word):
            return normalise(word)
    return None
