"""Check what a draft changes, among the published records that it has to do with.

For where the catalogue is not at hand: the page on which drafts are written asks for the files that
it needs, a few at a time. What is found in the files of the draft is what `check` finds in them;
what is found elsewhere counts only when it was not there before the draft.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.addresses import rule
from generator.check import find_problems
from generator.findings.json import as_plain
from generator.findings.problem import Problem
from generator.law.rules import run_record_rules
from generator.locale import Words
from generator.published_files import (
    SHARED,
    Identity,
    PublishedFile,
    RelatedFiles,
    changed_fields,
    locate_records,
)
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
FIELDS = "fields.yml"


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
        for path in RelatedFiles(self._find_located(), readings).named_unread():
            builder.put(FileReading(catalogue_file(path), None, ()))
        if self.exceptions and ("exceptions", "exceptions") not in builder.paths:
            accepted = Exceptions(exceptions=self.exceptions)
            builder.put(FileReading(catalogue_file(EXCEPTIONS), accepted, ()))
        return find_problems(builder.build(), builder.problems, day)

    def _find_located(self) -> Mapping[Identity, list[str]]:
        self.located = self.located or locate_records(self.index.values())
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
        related = RelatedFiles(located, {**self.published, **self.draft})
        compared = self._in_changed_fields(located)
        related_files = related.of(self.draft.keys()) | related.agencies_of(compared)
        return self.index.keys() & related_files | compared | set(located.get(SHARED, ()))

    def _in_changed_fields(self, located: Mapping[Identity, list[str]]) -> set[str]:
        """The procedures of the fields that the draft changes: whose they are is compared."""
        known, drafted = self.published.get(FIELDS), self.draft.get(FIELDS)
        changed = changed_fields(known.record, drafted.record) if known and drafted else ()
        return {path for one in changed for path in located.get(one, ())}
