"""Check what a draft changes, among the published records that it has to do with.

For where the catalogue is not at hand: the page on which drafts are written asks for the files that
it needs, a few at a time. What is found in the files of the draft is what `check` finds in them;
what is found elsewhere counts only when it was not there before the draft.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.addresses import rule
from generator.check import find_problems
from generator.findings.json import as_plain
from generator.findings.problem import Problem
from generator.law.citations import normalise, numbers_in
from generator.law.rules import run_record_rules
from generator.law.rules.references import records_named
from generator.law.rules.traversal import texts_of, values_at
from generator.locale import Words
from generator.records.blobs import LoadedVersion
from generator.records.exceptions import Exceptions, RuleException
from generator.records.explain import explain_with_pointers
from generator.records.layout import MOST_READ_WHOLE, catalogue_file
from generator.records.reading import (
    EncodedReading,
    FileReading,
    digest_of,
    encode_reading,
    read_record,
)
from generator.records.tree import CatalogueBuilder

EXCEPTIONS = "exceptions.yml"
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
_SHARED = ("shared", "")
"""What the files of the kinds that are always read are found by."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that can be asked for; of a decision, also the procedures that it names.

    `number` is that of a document or a decision, as it is printed; `successors` those of an agency.
    """

    path: str
    title: str
    procedures: tuple[str, ...] = ()
    number: str = ""
    successors: tuple[str, ...] = ()

    @classmethod
    def from_index(cls, entry: Mapping[str, Any]) -> "PublishedFile":
        """A file as the index of a site has it."""
        lists = (tuple(entry.get(key, ())) for key in ("procedures", "successors"))
        procedures, successors = lists
        number = entry.get("number", "")
        return cls(entry["path"], entry["title"], procedures, number, successors)


@dataclass(slots=True)
class DraftChecker:
    """The published files that were fetched so far, and the draft as it was last given.

    The files are written below `root`, a folder of this checker alone.
    """

    root: Path
    index: Mapping[str, PublishedFile]
    exceptions: tuple[RuleException, ...] = ()
    draft: dict[str, FileReading | None] = field(default_factory=dict)
    published: dict[str, FileReading] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    draft_texts: dict[str, str | None] = field(default_factory=dict)
    before: tuple[date, list[Problem]] | None = None
    located: Mapping[Identity, list[str]] | None = None

    @classmethod
    def from_json(cls, root: Path, records: str, exceptions: str) -> "DraftChecker":
        """A checker for the index and the exceptions that a site publishes for drafts."""
        index = {one["path"]: PublishedFile.from_index(one) for one in json.loads(records)}
        accepted = (
            RuleException(**one | {"reason": "", "until": date.fromisoformat(one["until"])})
            for one in json.loads(exceptions)
        )
        return cls(root, index, tuple(accepted))

    def put(self, path: str, text: str) -> None:
        """Take over the text of a published file."""
        self.texts[path] = text
        self.published[path] = self._read(path, text)
        self.before = None

    def put_encoded(self, path: str, text: str, record: bytes) -> None:
        """Take over a published file in which nothing is wrong, with its record as it was read."""
        self.texts[path] = text
        reading = EncodedReading(record, (), digest_of(text.encode()))
        self.published[path] = reading.loaded(catalogue_file(path), None)
        self.before = None

    def change(self, files: Mapping[str, str | None]) -> list[str]:
        """Take over the files of the draft, None for one that goes; returns what must be `put`.

        Called again after that until nothing is asked for.
        """
        self.draft = {
            path: None if text is None else self._draft_reading(path, text)
            for path, text in sorted(files.items())
        }
        self.draft_texts = dict(files)
        return sorted(self._wanted() - self.published.keys())

    def check(self, words: Words, day: date) -> list[dict[str, Any]]:
        """The findings of the draft on a day, with `pointer`, `page` of the rule and `about`."""
        problems = list(self._find_new_problems(day))
        self.write_published({problem.path for problem in problems} - self.draft.keys())
        return [
            as_plain(finding)
            | {"pointer": pointer, "page": rule(finding.code).removesuffix("index.md")}
            | {"about": self._title(finding.path), "own": finding.path in self.draft}
            for finding, pointer in explain_with_pointers(problems, self.root, words)
        ]

    def _title(self, path: str) -> str:
        return self.index[path].title if path in self.index else ""

    def _find_new_problems(self, day: date) -> Iterator[Problem]:
        if self.before is None or self.before[0] != day:
            self.before = day, self._problems(self.published, day)
        known = self.before[1]
        for problem in self._problems({**self.published, **self.draft}, day):
            if problem.path in self.draft or problem not in known:
                yield problem

    def _problems(self, readings: Mapping[str, FileReading | None], day: date) -> list[Problem]:
        builder = CatalogueBuilder()
        for _, reading in sorted(readings.items()):
            if reading is not None:
                builder.put(reading)
        for path in _RelatedFiles(self._find_located(), readings).named_unread():
            builder.put(FileReading(catalogue_file(path), None, ()))
        if self.exceptions and ("exceptions", "exceptions") not in builder.paths:
            accepted = Exceptions(exceptions=self.exceptions)
            builder.put(FileReading(catalogue_file(EXCEPTIONS), accepted, ()))
        return find_problems(builder.build(), builder.problems, day)

    def _find_located(self) -> Mapping[Identity, list[str]]:
        self.located = self.located or _locate(self.index.values())
        return self.located

    def _draft_reading(self, path: str, text: str) -> FileReading:
        """The reading of a file of the draft: the one before when its text is the same."""
        known = self.draft.get(path)
        if known is not None and self.draft_texts.get(path) == text:
            self._write(path, text)
            return known
        return self._read(path, text)

    def _read(self, path: str, text: str) -> FileReading:
        self._write(path, text)
        place = catalogue_file(path)
        reading = read_record(self.root, place, run_record_rules)
        return encode_reading(reading).loaded(place, None)

    def _write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def write_published(self, paths: Iterable[str]) -> None:
        """Write published files below `root`: those of an earlier draft may lie there, or none."""
        for path in paths:
            if path in self.texts:
                self._write(path, self.texts[path])

    def _wanted(self) -> Set[str]:
        """The published files that must be read to check the draft, as far as can be seen yet."""
        if len(self.index) <= MOST_READ_WHOLE:
            return self.index.keys()
        located = self._find_located()
        related = _RelatedFiles(located, {**self.published, **self.draft})
        return self.index.keys() & related.of(self.draft.keys()) | set(located.get(_SHARED, ()))


class _RelatedFiles:
    """The files that a draft has to do with, found by what the files read so far name."""

    def __init__(
        self, published: Mapping[Identity, list[str]], readings: Mapping[str, FileReading | None]
    ) -> None:
        self._published = published
        self._readings = readings
        self._drafted = _locate(PublishedFile(path, "") for path in readings)

    def named_unread(self) -> set[str]:
        """The published procedures and versions that are named and were not read.

        They are there, which rules must know: a row on a procedure that is missing is a mistake.
        """
        named = {identity for path in self._readings for identity in self._named(path)}
        found = {path for one in named if one[0] in _OF_PROCEDURES for path in self._at(one)}
        return found - self._readings.keys()

    def _at(self, identity: Identity) -> set[str]:
        return {*self._published.get(identity, ()), *self._drafted.get(identity, ())}

    def of(self, draft: Iterable[str]) -> set[str]:
        """The files: whole procedures that the draft touches, and what all these name."""
        touched = {code for path in draft for code in self._procedures(path)}
        near = set(draft) | self._files_of(touched)
        named = {identity for path in near for identity in self._named(path)}
        named |= {("number", number) for path in draft for number in self._cited(path)}
        whole = self._files_of(key for kind, key in named if kind == "procedure")
        related = self._follow(named | self._others(whole))
        return near | whole | related | self._decided_by(draft)

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


def _locate(files: Iterable[PublishedFile]) -> Mapping[Identity, list[str]]:
    """The paths of each record, procedure and number, and of what an agency follows or signed."""
    found: dict[Identity, list[str]] = defaultdict(list)
    for file in files:
        place = catalogue_file(file.path)
        for identity in _identities(place.kind or "", place.key):
            found[identity].append(file.path)
        if place.kind == "decision":
            found["decided by", place.key.partition("/")[0]].append(file.path)
        if place.kind not in _OF_ONE_KEY:
            found[_SHARED].append(file.path)
        for code in file.procedures:
            found["all of procedure", code].append(file.path)
        for key in file.successors:
            found["before", key].append(file.path)
        if file.number:
            found["number", normalise(file.number)].append(file.path)
    return found


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
