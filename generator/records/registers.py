"""The registers that procedures and decisions refer to, and the editorial half of a procedure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date

from generator.records.stated import Identifier, Source

TODO = "TODO"
"""What stands in a draft where something is still to be written; `niemyet check` finds it."""


def is_unwritten(text: str | None) -> bool:
    """Whether a text of a draft is still to be written.

    >>> is_unwritten("TODO: lý do"), is_unwritten("Ký sổ tại quầy."), is_unwritten(None)
    (True, False, False)
    """
    return text is not None and text.startswith(TODO)


def count_unwritten(value: object) -> int:
    """How many texts of a record, at any depth, are still to be written."""
    if isinstance(value, str):
        return is_unwritten(value)
    if isinstance(value, tuple):
        return sum(map(count_unwritten, value))
    inner = fields(value) if is_dataclass(value) and not isinstance(value, type) else ()
    return sum(count_unwritten(getattr(value, one.name)) for one in inner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where feedback goes or help is had; valid between two dates, both included."""

    purpose: str
    name: str
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether this contact is the one to print on `day`."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)

    @property
    def is_complete(self) -> bool:
        """Whether nothing in it is still to be filled in."""
        texts = (self.name, self.address, self.phone, self.email, self.url)
        return not any(text and TODO in text for text in texts)


_NO_SITE = re.compile(
    r"https?://(?:[^/]+\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?::\d+)?/"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """The git repository of the catalogue on a forge, to which the desk may send requests.

    `application` is the id under which GitLab knows the desk, for logging in with it.
    """

    forge: str
    address: str
    application: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """catalogue.yml: who publishes, where, and whether it is only a sample."""

    title: str
    publisher: str
    base_url: str
    time_zone: str
    language: str
    sample: bool
    contacts: tuple[Contact, ...]
    description: str | None = None
    licence: str | None = None
    deadline_days: str = "calendar"
    source: Source | None = None
    portal_page: str | None = None
    document_page: str | None = None
    summary_languages: tuple[str, ...] = ("en",)
    repository: Repository | None = None
    offline_copy: bool = False

    @property
    def paper_url(self) -> str:
        """The address that QR codes and citations give; "" while that of an example stands there.

        Paper stays for years, so nothing but a sample gives an address that RFC 2606 and
        RFC 6761 keep from ever being a site.
        """
        return "" if _NO_SITE.match(self.base_url) and not self.sample else self.base_url


NO_SETTINGS = Settings(
    title="",
    publisher="",
    base_url="",
    time_zone="Asia/Ho_Chi_Minh",
    language="vi",
    sample=False,
    contacts=(),
)
"""What holds for a catalogue without a readable catalogue.yml."""
NATIONAL_CODE = re.compile(r"[1-9]\.[0-9]{6}")
"""The code of a procedure in the national database: a digit, a dot and six digits."""
PROVISIONAL_ID = "chua-co-ma-"
"""What the id of a procedure without a national code begins with."""
UNKNOWN_AGENCY = "chua-ro"
"""The agency of what an import knows no publisher of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of administration (lĩnh vực); `id` is also a folder of `procedures/`."""

    id: str
    name: str
    agency: str | None = None
    description: str | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """fields.yml."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """A situation in the life of a citizen or a business."""

    id: str
    name: str
    audience: str
    description: str | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvents:
    """life-events.yml."""

    life_events: tuple[LifeEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class WordPair:
    """Citizens' words and the official words for the same thing, in some fields or in all."""

    words: tuple[str, ...]
    official: tuple[str, ...]
    fields: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenWords:
    """citizen-words.yml."""

    citizen_words: tuple[WordPair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day off."""

    date: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SwappedDay:
    """A weekday taken off and the weekend day worked instead."""

    off: date
    worked: date
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Calendar:
    """calendar/<year>.yml: what working-day arithmetic needs to know of one year."""

    year: int
    holidays: tuple[Holiday, ...]
    swapped_days: tuple[SwappedDay, ...]
    legal_source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Agency:
    """An agency, a class of agencies, a counter or a utility; kept when it is dissolved.

    `place` is the id of a province, or that with `/` and the code of a commune.
    """

    id: str
    name: str
    kind: str
    level: str | None
    short_name: str | None = None
    symbol: str | None = None
    place: str | None = None
    parent: str | None = None
    codes: tuple[Identifier, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    address: str | None = None
    phone: str | None = None
    hours: str | None = None
    website: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class LegalDocument:
    """A legal document that procedures and decisions cite."""

    id: str
    number: str
    type: str
    title: str
    status: str
    number_normalised: str | None = None
    issuer: str | None = None
    signed: date | None = None
    effective: date | None = None
    expires: date | None = None
    shortened_procedure: bool = False
    replaced_by: tuple[str, ...] = ()
    url: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedAnswers:
    """What an editor says at the head of the page, in place of what was read out of words."""

    place: str | None = None
    time: str | None = None
    fees: str | None = None
    papers: str | None = None


NOT_EDITED = EditedAnswers()


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Procedure:
    """procedure.yml: identity and editorial text; the legal text lives in its versions."""

    id: str
    code: str | None
    field: str
    agency: str
    kind: str
    scope: str
    former_ids: tuple[str, ...] = ()
    summary: str | None = None
    answers: EditedAnswers | None = None
    citizen_words: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    last_reviewed: date | None = None
    state_at_source: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    unknown: Mapping[str, str] | None = None
    note: str | None = None
    source: Source | None = None
