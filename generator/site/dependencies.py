"""The digest of everything that a task may read: it changes when what was read changes.

Stores of records have the digests of their files. What an edition derives as plain values, such as
summaries, has the digest of these values: a change that leaves them equal goes no further.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from generator.model.edition import Edition
from generator.records.decision import Decision, Row
from generator.records.memoize import memoize_by_key, memoize_last
from generator.site.tracking import ALL

_KINDS = {
    "places": "place",
    "postings": "posting",
    "agencies": "agency",
    "documents": "legal-document",
    "decisions": "decision",
    "procedures": "procedure",
    "calendars": "calendar",
}
"""The stores in which every record has a file of its own, and the kind of that file."""
_SHARED_FILES = {
    "absent": "absent.yml",
    "citizen_words": "citizen-words.yml",
    "exceptions": "exceptions.yml",
    "family_reviews": "families.yml",
    "fields": "fields.yml",
    "journeys": "journeys.yml",
    "life_events": "life-events.yml",
    "members": "federation.yml",
}
"""The stores whose records share one file."""
_VALUES = (
    "summaries",
    "news",
    "cuts",
    "newest_days",
    "completeness",
    "families",
    "former_ids",
    "_former_names",
    "journey_places",
    "known_communes",
    "posting_coverage",
    "aliases",
    "authorities",
)
"""What an edition derives as plain values."""
_GROUPS = {
    "by_field": "summaries",
    "by_level": "summaries",
    "by_letter": "summaries",
    "by_life_event": "summaries",
    "by_agency": "summaries",
    "by_reception": "summaries",
    "posting_groups": "summaries",
    "own_posting_groups": "summaries",
    "news_by_field": "news",
    "news_by_agency": "news",
}
"""The same values under other keys; each names the procedure under which it is found there."""
_ABSENT = b"-"
_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True)
class DependencyDigests:
    """The digests of an edition; `base` stands for all that every task depends on."""

    edition: Edition
    base: bytes

    def key(self, reads: Iterable[str]) -> bytes:
        """The SHA-256 of what a task read, in the order in which it is given."""
        return hashlib.sha256(self.base + b"".join(map(self._by_name.__getitem__, reads))).digest()

    def digest(self, name: str) -> bytes:
        """The digest of one read, such as `agencies/btp`."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> Mapping[str, bytes]:
        return _LazyDigests(self._digest)

    def _digest(self, name: str) -> bytes:
        store, _, key = name.partition("/")
        if store in _SHARED_FILES:
            return self._files.get(_SHARED_FILES[store], _ABSENT)
        if store in _VALUES:
            return self._value(store, key)
        if store in _GROUPS:
            return self._group(store, key)
        if store == "decisions_by_agency":
            return self._decisions_of(key)
        if store == "timelines":
            return self._timelines if key == ALL else self._rows.get(key, _ABSENT)
        if key == ALL:
            return self._whole(store)
        if store == "entries":
            return self._by_procedure.get(key, _ABSENT)
        if store in ("annulments", "replacements"):
            return self._by_target[store].get(key, _ABSENT)
        return self._record(store, key) if store in _KINDS else self._everything

    def _value(self, store: str, key: str) -> bytes:
        if key == ALL:
            return hashlib.sha256(_encode(self._values[store])).digest()
        return self._values[store].get(key, _ABSENT)

    @cached_property
    def _values(self) -> Mapping[str, Mapping[str, bytes]]:
        """The digest of every value."""
        return {store: _of_values(store, getattr(self.edition, store)) for store in _VALUES}

    def _group(self, store: str, key: str) -> bytes:
        groups: Mapping[str, Sequence[Any]] = getattr(self.edition, store)
        if key == ALL:
            return hashlib.sha256(
                _encode({key: self._group(store, key) for key in groups})
            ).digest()
        digests = self._values[_GROUPS[store]]
        return _of_group(f"{store}/{key}", groups.get(key, ()), digests)

    def _decisions_of(self, agency: str) -> bytes:
        if agency == ALL:
            return self._whole("decisions")
        found = self.edition.decisions_by_agency.get(agency, ())
        digests = (self._record("decisions", decision.id) for decision in found)
        return hashlib.sha256(b"\0".join(digests)).digest()

    def _whole(self, store: str) -> bytes:
        """Of all records of a store that have files, and of which of them count on the day."""
        if store not in _KINDS:
            return self._everything
        total = hashlib.sha256(store.encode())
        for key in getattr(self.edition.catalogue, store):
            total.update(f"\0{key}\0".encode() + self._record(store, str(key)))
        return total.digest()

    def _record(self, store: str, key: str) -> bytes:
        known = key in self.edition.catalogue.decisions if store == "decisions" else True
        path = self.edition.catalogue.paths.get((_KINDS[store], key), "") if known else ""
        return self._files.get(path, _ABSENT)

    @property
    def _files(self) -> Mapping[str, bytes]:
        return self.edition.catalogue.digests

    @cached_property
    def _everything(self) -> bytes:
        """Of all files, and of which decisions count on the day."""
        total = hashlib.sha256(ALL.encode())
        for path in sorted(self._files):
            total.update(path.encode() + b"\0" + self._files[path])
        for decision in self.edition.catalogue.decisions:
            total.update(decision.encode() + b"\0")
        return total.digest()

    @cached_property
    def _by_procedure(self) -> Mapping[str, bytes]:
        """Of a procedure, its versions, and every decision that says something of it."""
        parts: dict[str, list[bytes]] = defaultdict(list)
        for (kind, key), path in self.edition.catalogue.paths.items():
            if kind in ("procedure", "version"):
                parts[key.partition("/")[0]] += path.encode(), self._files[path]
        for code, digest in self._rows.items():
            parts[code].append(digest)
        return {code: hashlib.sha256(b"\0".join(found)).digest() for code, found in parts.items()}

    @cached_property
    def _rows(self) -> Mapping[str, bytes]:
        """Of every decision that says something of a procedure: its timeline is made of these."""
        decisions = self.edition.catalogue.decisions
        return _of_rows([(one, self._record("decisions", key)) for key, one in decisions.items()])

    @cached_property
    def _timelines(self) -> bytes:
        """Of all timelines: one is known for every procedure that has a file or a row."""
        procedures = "\0".join(self.edition.catalogue.procedures)
        return hashlib.sha256(self._whole("decisions") + procedures.encode()).digest()

    @cached_property
    def _by_target(self) -> Mapping[str, Mapping[str, bytes]]:
        """Of the decisions that annulled rows of a decision, and of those that replaced one."""
        annulments = {
            key: b"".join(
                row.encode() + self._record("decisions", decision.id)
                for row, decision in rows.items()
            )
            for key, rows in self.edition.annulments.items()
        }
        replacements = {
            key: b"".join(self._record("decisions", decision.id) for decision in later)
            for key, later in self.edition.replacements.items()
        }
        return {"annulments": annulments, "replacements": replacements}


class _LazyDigests(dict[str, bytes]):
    """Names with their digests, each computed when it is first asked for."""

    def __init__(self, digest: Callable[[str], bytes]) -> None:
        super().__init__()
        self._digest = digest

    def __missing__(self, name: str) -> bytes:
        found = self[name] = name.encode() + b"\0" + self._digest(name)
        return found


@memoize_by_key
def _of_values(store: str, values: Mapping[str, object]) -> Mapping[str, bytes]:
    return {key: _of_value(f"{store}/{key}", value) for key, value in values.items()}


@memoize_by_key
def _of_group(_name: str, group: Sequence[Any], digests: Mapping[str, bytes]) -> bytes:
    return hashlib.sha256(_encode([digests[one.procedure] for one in group])).digest()


@memoize_by_key
def _of_value(_name: str, value: object) -> bytes:
    return hashlib.sha256(_encode(value)).digest()


@memoize_last
def _of_rows(decided: Sequence[tuple[Decision, bytes]]) -> Mapping[str, bytes]:
    """The digests of decisions, by the procedures of which these say something."""
    decisions = {decision.id: decision for decision, _ in decided}
    parts: dict[str, list[bytes]] = defaultdict(list)
    for decision, digest in decided:
        for code in {code for row in decision.rows for code in _concerned(row, decisions)}:
            parts[code].append(decision.id.encode() + digest)
    return {code: b"\0".join(found) for code, found in parts.items()}


def _concerned(row: Row, decisions: Mapping[str, Decision]) -> Iterator[str]:
    """The procedures whose timeline a row changes; an annulment, those of the row it ends."""
    yield from row.procedures
    annulled = decisions.get(row.annuls.decision) if row.annuls else None
    for other in annulled.rows if annulled else ():
        if row.annuls and other.id == row.annuls.row:
            yield from other.procedures
