"""Records that need no decision, compared key by key: registers, and what editors say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from generator.records.catalogue import Catalogue
from generator.records.exceptions import Exceptions
from generator.records.families import Families
from generator.records.federation import Federation
from generator.records.registers import NO_SETTINGS, CitizenWords
from generator.records.serialise import serialise

_SHARED = (
    "calendar",
    "posting",
    "fields",
    "life-events",
    "journeys",
    "families",
    "absent",
    "citizen-words",
    "exceptions",
    "federation",
)
"""Kinds of record that are no catalogue of things in files of their own."""
_REGISTERS = ("catalogue", "agency", "legal-document", "place", *_SHARED)
"""The kinds of records that need no decision, beside procedures, in the order of a review."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is no decision: its keys with their old and new values, as plain data."""

    kind: str
    key: str
    file: str
    keys: tuple[tuple[str, Any, Any], ...]

    @property
    def state(self) -> str:
        """Whether the record is `added`, `dropped` or `changed`."""
        if all(before is None for _, before, _ in self.keys):
            return "added"
        return "dropped" if all(after is None for _, _, after in self.keys) else "changed"


def compare_records(kind: str, base: Catalogue, head: Catalogue) -> Iterator[RecordChange]:
    """The records of a kind that differ."""
    before, after = _store(kind, base), _store(kind, head)
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        if one != other:
            path = (head if other else base).path(kind, key)
            file = f"journeys.yml: {key}" if kind == "journeys" else path
            yield RecordChange(kind, key, file, tuple(differing_keys(one, other)))


def _store(kind: str, catalogue: Catalogue) -> Mapping[str, Any]:
    own_words = CitizenWords(citizen_words=catalogue.citizen_words)
    shared: Mapping[str, Mapping[str, Any]] = {
        "fields": catalogue.fields,
        "life-events": catalogue.life_events,
        "journeys": catalogue.journeys,
        "absent": catalogue.absent,
        "calendar": {str(year): calendar for year, calendar in catalogue.calendars.items()},
        "posting": catalogue.postings,
        "citizen-words": _shared("citizen-words", own_words),
        "exceptions": _shared("exceptions", Exceptions(exceptions=catalogue.exceptions)),
        "families": _shared("families", Families(families=catalogue.family_reviews)),
        "federation": _shared("federation", Federation(members=catalogue.members)),
        "catalogue": {"catalogue": catalogue.settings} if catalogue.settings != NO_SETTINGS else {},
    }
    return shared[kind] if kind in shared else catalogue.store(kind)


def _shared(kind: str, record: Any) -> Mapping[str, Any]:
    """A record of which there is one, unless it holds nothing."""
    return {kind: record} if any(getattr(record, field.name) for field in fields(record)) else {}


def differing_keys(before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:
    """The keys of a record that differ, with their old and new values as plain data."""
    names = [field.name for field in fields(before if before is not None else after)]
    for name in names:
        old, new = (None if r is None else serialise(getattr(r, name)) for r in (before, after))
        if old != new:
            yield name, old or None, new or None


def compare_registers(base: Catalogue, head: Catalogue) -> Iterator[RecordChange]:
    """The registers that differ, then the decisions and versions that are gone."""
    for kind in _REGISTERS:
        yield from compare_records(kind, base, head)
    for kind in ("decision", "version"):
        gone = _store(kind, base).keys() - _store(kind, head).keys() - base.drafts
        for key in sorted(gone):
            yield RecordChange(kind, key, base.path(kind, key), (("id", key, None),))
