"""An edition: the catalogue as of a day, with the look-ups that pages and exports share."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from generator.law.text import DIRECTION, fold
from generator.law.timeline import Event, Status, Timeline, timelines
from generator.law.workdays import Workdays
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, RowReference
from generator.records.registers import Agency, Contact, Field, Procedure
from generator.records.version import Version

T = TypeVar("T")

_ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_TONES = "\u0300\u0309\u0303\u0301\u0323"


@dataclass(frozen=True)
class Entry:
    """One procedure as an edition shows it: the version shown and its status on the day."""

    procedure: Procedure
    version: Version
    status: Status
    timeline: Timeline

    @property
    def code(self) -> str:
        """The id of the procedure."""
        return self.procedure.id

    @property
    def title(self) -> str:
        """The title as it is shown: on one line, without marks that turn the direction."""
        return one_line(self.version.title)

    @property
    def over(self) -> bool:
        """Whether it neither binds on the day nor will."""
        return not (self.status.current or self.status is Status.WAITING)


@dataclass(frozen=True)
class Edition:
    """The catalogue as of `day`. Procedures that no decision has published are left out."""

    catalogue: Catalogue
    day: date
    words: Words

    @cached_property
    def workdays(self) -> Workdays:
        """Working days by the calendars of the catalogue."""
        return Workdays(self.catalogue.calendars)

    @cached_property
    def timelines(self) -> Mapping[str, Timeline]:
        """The timeline of every procedure."""
        return timelines(self.catalogue)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every published procedure by id, in Vietnamese alphabetical order of titles."""
        found = filter(None, map(self._entry, self.catalogue.procedures.values()))
        return {entry.code: entry for entry in sorted(found, key=_alphabetical)}

    def _entry(self, procedure: Procedure) -> Entry | None:
        timeline = self.timelines[procedure.id]
        shown = timeline.shown_on(self.day)
        version = self.catalogue.version(procedure.id, shown) if shown else None
        if version is None:
            return None
        return Entry(procedure, version, timeline.status(self.day), timeline)

    @cached_property
    def by_field(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by field; every field of fields.yml is a key."""
        grouped = _grouped(((e.procedure.field,), e) for e in self.entries.values())
        return {key: grouped.get(key, ()) for key in self.catalogue.fields}

    @cached_property
    def by_life_event(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by life event."""
        return _grouped((e.procedure.life_events, e) for e in self.entries.values())

    @cached_property
    def decisions_by_agency(self) -> Mapping[str, tuple[Decision, ...]]:
        """Decisions by issuing agency, the latest first."""
        ordered = sorted(self.catalogue.decisions.values(), key=_latest_first)
        return _grouped(((d.agency,), d) for d in ordered)

    @cached_property
    def annulments(self) -> Mapping[RowReference, Decision]:
        """The rows that were annulled, each with the decision that did so."""
        decisions = self.catalogue.decisions.values()
        return {row.annuls: d for d in decisions for row in d.rows if row.annuls}

    @cached_property
    def replacements(self) -> Mapping[str, tuple[Decision, ...]]:
        """The later decisions that ended a decision, in full or in part, by its id."""
        decisions = self.catalogue.decisions.values()
        return _grouped(
            (dict.fromkeys(o.decision for o in d.replaces_decisions), d) for d in decisions
        )

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """Ids once published, to the procedure they lead to now."""
        return {old: e.code for e in self.entries.values() for old in e.procedure.former_ids}

    @cached_property
    def _former_names(self) -> Mapping[str, tuple[str, ...]]:
        agencies = self.catalogue.agencies.values()
        return _grouped((agency.successors, agency.name) for agency in agencies)

    def former_names(self, key: str) -> tuple[str, ...]:
        """The names of the agencies whose place an agency took."""
        return self._former_names.get(key, ())

    def events_of(self, code: str) -> tuple[Event, ...]:
        """The rows that concern a procedure, in the order they were signed."""
        return self.timelines[code].events

    def agency(self, key: str) -> Agency | None:
        """An agency of the register."""
        return self.catalogue.agencies.get(key)

    def agency_name(self, key: str) -> str:
        """The name of an agency, or its id when the register has none."""
        agency = self.agency(key)
        return agency.name if agency else key

    def field(self, key: str) -> Field:
        """A field of fields.yml."""
        return self.catalogue.fields[key]

    def contacts(self, purpose: str) -> tuple[Contact, ...]:
        """The contacts for a purpose that are valid on the day."""
        settings = self.catalogue.settings
        known = settings.contacts if settings else ()
        return tuple(c for c in known if c.purpose == purpose and c.valid_on(self.day))


def agencies_of(procedure: Procedure, version: Version) -> tuple[str, ...]:
    """Who publishes, executes, decides or receives under a version, each once."""
    roles = version.agencies
    parts = (*roles.executing.items, *roles.deciding.items, *roles.receiving.items)
    named = (part.agency for part in parts if part.agency)
    return tuple(dict.fromkeys((procedure.agency, *named)))


def one_line(text: str) -> str:
    """A text as titles and lists show it: on one line, without marks that turn the direction."""
    return " ".join(DIRECTION.sub("", text).split())


def initial(title: str) -> str:
    """The letter a title is listed under: its first without marks but đ; `0` for no letter."""
    if title[:1].lower() == "đ":
        return "đ"
    letter = fold(title)[:1]
    return letter if "a" <= letter <= "z" else "0"


@cache
def vietnamese_order(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A sort key: letters in the order a ă â b … đ … y, tones only where letters are equal."""
    letters: list[int] = []
    tones: list[int] = []
    for mark in unicodedata.normalize("NFC", text.lower()):
        parts = unicodedata.normalize("NFD", mark)
        base = "".join(part for part in parts if part not in _TONES)
        letter = unicodedata.normalize("NFC", base)
        place = _ALPHABET.find(letter)
        letters.append(100 + place if place >= 0 else min(ord(letter[0]), 99))
        tones.extend(_TONES.index(part) + 1 for part in parts if part in _TONES)
    return tuple(letters), tuple(tones)


def _alphabetical(entry: Entry) -> tuple[object, ...]:
    return (*vietnamese_order(entry.title), entry.code)


def _latest_first(decision: Decision) -> tuple[object, ...]:
    return (-(decision.signed or date.min).toordinal(), decision.id)


def _grouped(pairs: Iterable[tuple[Iterable[str], T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for keys, value in pairs:
        for key in keys:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
