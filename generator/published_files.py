"""Published records that can be asked for, and those that a draft has to do with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from generator.law.citations import normalise, numbers_in
from generator.law.rules.references import records_named
from generator.law.rules.traversal import texts_of, values_at
from generator.law.titles import comparable
from generator.records.blobs import LoadedVersion
from generator.records.layout import catalogue_file
from generator.records.reading import FileReading
from generator.records.registers import Fields, Procedure
from generator.records.version import Version

_ALSO_NAMED = (
    ("catalogue", "publisher", "agency"),
    ("fields", "fields[].agency", "agency"),
    ("journeys", "journeys[].steps[].choices[].procedure", "procedure"),
    ("journeys", "journeys[].steps[].choices[].place", "place"),
    ("agency", "place", "place"),
    ("absent", "absent[].id", "procedure"),
)
"""What else names records: (kind, path of the key, kind named); a commune stands in a province."""
_OF_PROCEDURES = frozenset(("procedure", "version"))
_OF_ONE_KEY = frozenset(("agency", "decision", "legal-document", "place", "procedure", "version"))
"""Kinds of records of which there are many; the files of the other kinds are always read."""
Identity = tuple[str, str]
SHARED = ("shared", "")
"""What the files of the kinds that are always read are found by."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that can be asked for; of a decision, also the procedures that it names.

    `number` is that of a document or a decision, as it is printed; `successors` those of an agency;
    `agency` publishes a procedure.
    """

    path: str
    title: str
    procedures: tuple[str, ...] = ()
    number: str = ""
    successors: tuple[str, ...] = ()
    agency: str = ""

    @classmethod
    def from_index(cls, entry: Mapping[str, Any]) -> "PublishedFile":
        """A file as the index of a site has it."""
        lists = (tuple(entry.get(key, ())) for key in ("procedures", "successors"))
        procedures, successors = lists
        number = entry.get("number", "")
        agency = entry.get("agency", "")
        return cls(entry["path"], entry["title"], procedures, number, successors, agency)


class RelatedFiles:
    """The files that a draft has to do with, found by what the files read so far name."""

    def __init__(
        self, published: Mapping[Identity, list[str]], readings: Mapping[str, FileReading | None]
    ) -> None:
        self._published = published
        self._readings = readings
        self._drafted = locate_records(PublishedFile(path, "") for path in readings)

    def named_unread(self) -> set[str]:
        """The published procedures and versions that are named and were not read.

        They are there, which rules must know: a row on a procedure that is missing is a mistake.
        """
        named = {identity for path in self._readings for identity in self._named(path)}
        found = {path for one in named if one[0] in _OF_PROCEDURES for path in self._at(one)}
        return found - self._readings.keys()

    def _at(self, identity: Identity) -> set[str]:
        return {*self._published.get(identity, ()), *self._drafted.get(identity, ())}

    def agencies_of(self, paths: Iterable[str]) -> set[str]:
        """The agencies that records name, and those that these name."""
        named = {one for path in paths for one in self._named(path) if one[0] == "agency"}
        return self._follow(named)

    def of(self, draft: Iterable[str]) -> set[str]:
        """The files: whole procedures that the draft touches, and what all these name."""
        touched = {code for path in draft for code in self._procedures(path)}
        near = set(draft) | self._files_of(touched)
        named = {identity for path in near for identity in self._named(path)}
        named |= {("number", number) for path in draft for number in self._cited(path)}
        named |= {("procedure", code) for code in self._of_same_names(draft)}
        whole = self._files_of(key for kind, key in named if kind == "procedure")
        related = self._follow(named | self._others(whole))
        return near | whole | related | self._decided_by(draft)

    def _of_same_names(self, draft: Iterable[str]) -> Iterator[str]:
        """The published procedures with the agency and the title of one that the draft makes."""
        records = [self._record(path) for path in draft]
        agencies = {one.id: one.agency for one in records if isinstance(one, Procedure)}
        for one in records:
            agency = agencies.get(one.procedure) if isinstance(one, Version) else None
            for path in self._at(_titled(agency, one.title)) if agency else ():
                yield catalogue_file(path).key

    def _decided_by(self, draft: Iterable[str]) -> set[str]:
        """The decisions of the agencies in a draft: an agency must have been there to sign them."""
        places = (catalogue_file(path) for path in draft)
        keys = [place.key for place in places if place.kind == "agency"]
        return {path for key in keys for path in self._at(("decided by", key))}

    def _others(self, paths: Iterable[str]) -> set[Identity]:
        every = {identity for path in paths for identity in self._named(path)}
        return {(kind, key) for kind, key in every if kind not in _OF_PROCEDURES}

    def _files_of(self, codes: Iterable[str]) -> set[str]:
        return {path for code in codes for path in self._at(("all of procedure", code))}

    def _follow(self, named: Set[Identity]) -> set[str]:
        """The files of what is named, and of the agencies, laws and decisions that these name."""
        found: set[str] = set()
        waiting = set(named)
        while waiting:
            paths = {path for one in waiting for path in self._at(one)} - found
            found |= paths
            waiting = {
                (kind, key)
                for path in paths
                if catalogue_file(path).kind not in ("decision", *_OF_PROCEDURES)
                for kind, key in self._named(path)
            }
        return found

    def _procedures(self, path: str) -> Iterator[str]:
        place = catalogue_file(path)
        if place.kind in _OF_PROCEDURES:
            yield place.key.partition("/")[0]
        yield from (key for kind, key in self._named(path) if kind == "procedure")

    def _cited(self, path: str) -> Iterator[str]:
        """The numbers of documents that stand in the words of a record."""
        for _, text in texts_of(self._record(path)):
            yield from numbers_in(text)

    def _named(self, path: str) -> frozenset[Identity]:
        record, kind = self._record(path), catalogue_file(path).kind
        if record is None or kind is None:
            return frozenset()
        before = {("before", catalogue_file(path).key)} if kind == "agency" else set()
        return records_named(kind, record) | _also_named(kind, record) | before

    def _record(self, path: str) -> Any:
        reading = self._readings.get(path)
        record = reading.record if reading else None
        return record.loaded if isinstance(record, LoadedVersion) else record


def locate_records(files: Iterable[PublishedFile]) -> Mapping[Identity, list[str]]:
    """The paths of each record, procedure, field, number, and what an agency follows or signed."""
    found: dict[Identity, list[str]] = defaultdict(list)
    for file in files:
        place = catalogue_file(file.path)
        for identity in _identities(place.kind or "", place.key):
            found[identity].append(file.path)
        if place.kind == "decision":
            found["decided by", place.key.partition("/")[0]].append(file.path)
        if place.kind == "procedure":
            found["in field", file.path.split("/")[1]].append(file.path)
            found[_titled(file.agency, file.title)].append(file.path)
        if place.kind not in _OF_ONE_KEY:
            found[SHARED].append(file.path)
        for code in file.procedures:
            found["all of procedure", code].append(file.path)
        for key in file.successors:
            found["before", key].append(file.path)
        if file.number:
            found["number", normalise(file.number)].append(file.path)
    return found


def _titled(agency: str, title: str) -> Identity:
    return "titled", f"{agency} {comparable(title)}"


def _also_named(kind: str, record: object) -> frozenset[Identity]:
    return frozenset(
        (target, key.partition("/")[0])
        for own, path, target in _ALSO_NAMED
        if own == kind
        for _, key in values_at(record, path)
    )


def _identities(kind: str, key: str) -> Iterator[Identity]:
    yield kind, key
    if kind in _OF_PROCEDURES:
        yield "all of procedure", key.partition("/")[0]


def changed_fields(before: object, after: object) -> Set[Identity]:
    """What the procedures of the fields that a draft changes are found by."""
    if not (isinstance(before, Fields) and isinstance(after, Fields)):
        return set()
    return {("in field", one.id) for one in set(after.fields) - set(before.fields)}
