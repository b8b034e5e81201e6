"""Facts of the law that rules look up: kept as data, so that a lawyer can read and correct them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

import msgspec
import yaml


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper that a look-up replaces: how dossiers name it (a pattern), and the database."""

    paper: str
    database: str


@dataclass(frozen=True, slots=True)
class EndedDocument:
    """A legal document that has ended: its normalised number, since when, what replaced it."""

    number: str
    since: date
    successor: str


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city under central rule since 1 July 2025, and the provinces it took in.

    `kind` is province or city; `code` is its agency code (Decision 20/2020/QĐ-TTg) where known.
    """

    name: str
    kind: str
    merged: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of work in the name of a ministry or department, and how it is shortened."""

    name: str
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Words that begin the names of bodies, and words that end them (patterns, lower case)."""

    one_stop: tuple[str, ...]
    alone: tuple[str, ...]
    units: tuple[str, ...]
    weak: tuple[str, ...]
    stops: tuple[str, ...]
    kept: tuple[str, ...]
    joined: str
    and_: str


@dataclass(frozen=True, slots=True)
class BodyForms:
    """The full name of a body, and other forms that the grammar of names does not make one."""

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnReception:
    """Bodies that receive dossiers themselves: by their kinds, or by words (a pattern)."""

    kinds: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class OneStop:
    """The one-stop rule of Decree 118/2025/NĐ-CP: since when, and who is exempt."""

    since: date
    own_reception: OwnReception


@dataclass(frozen=True, slots=True)
class EndedBody:
    """A body, or every body of a level, that ended: since when, and who does its work today.

    `whole` says that all of its work went to the successors named, nothing elsewhere. `name` is how
    readings name it; `written` is how texts do (a pattern), where a rule looks for it in those that
    have one of the `marks`.
    """

    since: date
    successors: tuple[str, ...]
    whole: bool
    name: str | None = None
    level: str | None = None
    written: str | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedLifeEvent:
    """A situation in life; `portal` are the portal's groups that go into it.

    `own` says that it is not one of the events of the portal's home page.
    """

    id: str
    name: str
    audience: str
    description: str | None = None
    portal: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class LifeEventRule:
    """What leads to events: patterns of the field and the title, lower case; persons, others."""

    field: str | None = None
    title: str | None = None
    citizen: str | None = None
    business: str | None = None


@dataclass(frozen=True, slots=True)
class OnlyFor:
    """Patterns of titles that are for persons alone, or for organisations alone; lower case."""

    persons: str
    organisations: str


@dataclass(frozen=True, slots=True)
class LifeEventTable:
    """The events, those that most people need first, and the rules in the order they count."""

    events: tuple[ListedLifeEvent, ...]
    only: OnlyFor
    rules: tuple[LifeEventRule, ...]


@dataclass(frozen=True, slots=True)
class SetWords:
    """Words of two syllables, with bars between them: usual ones, beginnings of names of bodies,
    other words with the same letters; and how offices spell some that others spell with i.
    """

    words: str
    bodies: str
    others: str
    house: dict[str, str]


@cache
def life_event_table() -> LifeEventTable:
    """Life events and the rules that lead procedures to them."""
    return msgspec.convert(_read_table("life-events.yml"), LifeEventTable)


@cache
def provinces() -> tuple[Province, ...]:
    """The 34 provinces and cities since 1 July 2025."""
    return tuple(msgspec.convert(_read_table("provinces.yml"), list[Province]))


@cache
def sectors() -> tuple[Sector, ...]:
    """The sectors that ministries, departments and divisions are named after."""
    return tuple(msgspec.convert(_read_table("sectors.yml"), list[Sector]))


@cache
def body_words() -> BodyWords:
    """The grammar of names of bodies."""
    return msgspec.convert(_read_table("body-words.yml"), BodyWords)


@cache
def filing_words() -> dict[str, tuple[str, ...]]:
    """Lists of words around a place of filing (patterns, lower case), by their names."""
    return msgspec.convert(_read_table("filing-words.yml"), dict[str, tuple[str, ...]])


@cache
def paper_words() -> dict[str, tuple[str, ...]]:
    """Lists of words of dossiers (patterns, lower case; a space is any white space), by names."""
    return msgspec.convert(_read_table("paper-words.yml"), dict[str, tuple[str, ...]])


@cache
def step_words() -> dict[str, tuple[str, ...]]:
    """Lists of words that tell who acts in a step (patterns as in `paper_words`), by names."""
    return msgspec.convert(_read_table("step-words.yml"), dict[str, tuple[str, ...]])


@cache
def one_stop() -> OneStop:
    """The one-stop rule and who is exempt from it."""
    return msgspec.convert(_read_table("one-stop.yml"), OneStop)


@cache
def body_forms() -> dict[str, str]:
    """Other forms of names of bodies, in lower case, to the full name."""
    found = msgspec.convert(_read_table("body-forms.yml"), list[BodyForms])
    return {form.lower(): one.name for one in found for form in (one.name, *one.forms)}


@cache
def ministry_codes() -> dict[str, str]:
    """The names of ministries, those that have ended too, by their codes."""
    return msgspec.convert(_read_table("ministry-codes.yml"), dict[str, str])


@cache
def ended_bodies() -> tuple[EndedBody, ...]:
    """The ministries, departments and levels that ended in 2025, with today's successors."""
    return tuple(msgspec.convert(_read_table("ended-bodies.yml"), list[EndedBody]))


@cache
def ended_documents() -> dict[str, EndedDocument]:
    """Documents known to have ended, by number, whatever a register states."""
    found = msgspec.convert(_read_table("ended-documents.yml"), list[EndedDocument])
    return {document.number: document for document in found}


@cache
def held_by_the_state() -> tuple[HeldPaper, ...]:
    """The papers of resolution 66.7/2025/NQ-CP, article 4."""
    return tuple(msgspec.convert(_read_table("held-by-the-state.yml"), list[HeldPaper]))


@cache
def usual_words() -> SetWords:
    """Words of two syllables whose marks are always the same, and how offices spell others."""
    return msgspec.convert(_read_table("set-words.yml"), SetWords)


def _read_table(name: str) -> object:
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
