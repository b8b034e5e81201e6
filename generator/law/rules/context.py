"""What a catalogue rule looks at: the catalogue, the day, and what several rules need of both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from generator.law.citations import normalise
from generator.law.timeline import Interval, Timeline, annulled_rows, timelines
from generator.records.blobs import VersionRef
from generator.records.catalogue import KINDS, Catalogue
from generator.records.decision import Decision, Row, RowReference
from generator.records.registers import LegalDocument
from generator.records.version import Version


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of a decision, with its file and its position in `rows`."""

    file: str
    decision: Decision
    position: int
    row: Row

    @property
    def reference(self) -> RowReference:
        """The address of the row."""
        return RowReference(decision=self.decision.id, row=self.row.id)


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A published version with the interval in which it binds and the decision that says so."""

    file: str
    version_refs: VersionRef
    interval: Interval

    @property
    def version(self) -> Version:
        """The version."""
        return self.version_refs.loaded

    @property
    def procedure(self) -> str:
        """The id of the procedure."""
        return self.version_refs.key.partition("/")[0]

    @property
    def decision(self) -> Decision:
        """The decision that published the version."""
        return self.interval.begun_by.decision

    @property
    def decided(self) -> date | None:
        """The day whose law the text is judged by: signing, else taking effect."""
        return self.decision.signed or self.interval.start


@dataclass(frozen=True)
class Context:
    """A catalogue on a day. Rules that ask for `day` may warn but never turn a build red.

    With a `focus`, only findings in the files named are wanted: rules that look at one file after
    another leave out the rest.
    """

    catalogue: Catalogue
    day: date
    focus: frozenset[str] = frozenset()

    def wanted(self, path: str) -> bool:
        """Whether findings in a file are wanted."""
        return not self.focus or path in self.focus

    def about(self, files: frozenset[str]) -> "Context":
        """The same, with the focus on some files; what is worked out for both is so only once."""
        for name in _SHARED:
            getattr(self, name)
        if files == self.focus:
            return self
        part = replace(self, focus=files)
        vars(part).update({name: vars(self)[name] for name in _SHARED})
        return part

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[str, str]]:
        """The kind and id of the record in each file."""
        return {path: identity for identity, path in self.catalogue.paths.items()}

    @cached_property
    def _focused(self) -> Mapping[str, list[tuple[str, Any]]]:
        """The records in the files of the focus, by their kind, with these files."""
        found: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        for file in sorted(self.focus & self._kinds.keys()):
            kind, key = self._kinds[file]
            record = self.catalogue.store(kind).get(key) if kind in KINDS else None
            if record is not None:
                found[kind].append((file, record))
        return found

    def wanted_records(self, kind: str) -> Iterable[tuple[str, Any]]:
        """The records of a kind in whose files findings are wanted, with their files."""
        if self.focus:
            return self._focused.get(kind, ())
        store = self.catalogue.store(kind)
        return ((self.catalogue.path(kind, key), store[key]) for key in store)

    @cached_property
    def rows(self) -> tuple[PlacedRow, ...]:
        """Every row of every decision."""
        catalogue = self.catalogue
        return tuple(
            PlacedRow(catalogue.path("decision", key), decision, position, row)
            for key, decision in catalogue.decisions.items()
            for position, row in enumerate(decision.rows)
        )

    @property
    def wanted_rows(self) -> Iterator[PlacedRow]:
        """The rows of the decisions in whose files findings are wanted."""
        for file, decision in self.wanted_records("decision"):
            for position, row in enumerate(decision.rows):
                yield PlacedRow(file, decision, position, row)

    @cached_property
    def binding_rows(self) -> tuple[PlacedRow, ...]:
        """The rows that were not annulled."""
        return tuple(row for row in self.rows if row.reference not in self.annulled)

    @cached_property
    def wanted_amendments(self) -> tuple[tuple[PlacedRow, Version, Version], ...]:
        """The wanted rows that amend, with the version before and the version they publish."""
        return tuple(self._amendments())

    def _amendments(self) -> Iterator[tuple[PlacedRow, Version, Version]]:
        for placed in self.wanted_rows:
            for target in placed.row.published if placed.row.action == "amend" else ():
                earlier = self.timelines[target.procedure].before(placed.reference)
                before = self.catalogue.version(target.procedure, earlier or "")
                after = self.catalogue.version(target.procedure, target.version)
                if before and after:
                    yield placed, before, after

    @cached_property
    def binding_actions(self) -> Mapping[str, str]:
        """What the row that published a version did, by the key of the version."""
        return {
            target.key: placed.row.action
            for placed in self.binding_rows
            for target in placed.row.published
        }

    @cached_property
    def dated_documents(self) -> Mapping[str, LegalDocument]:
        """The documents whose day of signing is known, by their numbers."""
        return {
            normalise(document.number): document
            for document in self.catalogue.documents.values()
            if document.signed
        }

    @cached_property
    def timelines(self) -> Mapping[str, Timeline]:
        """The timeline of every procedure."""
        return timelines(self.catalogue)

    @cached_property
    def annulled(self) -> frozenset[RowReference]:
        """The rows that were taken back."""
        return annulled_rows(self.catalogue.decisions.values())

    @cached_property
    def all_decisions_read(self) -> bool:
        """Whether every decision could be read: otherwise what they do is not known."""
        found = sum(kind == "decision" for kind, _ in self.catalogue.paths)
        return found == len(self.catalogue.decisions)

    @cached_property
    def lives(self) -> tuple[PublishedVersion, ...]:
        """Every published version that came, or is to come, into force."""
        return tuple(self._lives())

    def _lives(self) -> Iterator[PublishedVersion]:
        for code, timeline in self.timelines.items():
            filed = {one.key: one for one in self.catalogue.version_refs.get(code, ())}
            for interval in timeline.intervals:
                found = filed.get(f"{code}/{interval.version}")
                if found:
                    yield PublishedVersion(
                        self.catalogue.path("version", found.key), found, interval
                    )

    @cached_property
    def living(self) -> tuple[PublishedVersion, ...]:
        """The published versions that bind on the day or are to come."""
        day = self.day
        return tuple(e for e in self.lives if e.interval.end is None or e.interval.end > day)

    @cached_property
    def _lives_in(self) -> Mapping[str, list[PublishedVersion]]:
        found: dict[str, list[PublishedVersion]] = defaultdict(list)
        for life in self.lives:
            found[life.file].append(life)
        return found

    @cached_property
    def wanted_lives(self) -> Sequence[PublishedVersion]:
        """The lives of the versions in whose files findings are wanted."""
        if not self.focus:
            return self.lives
        files = sorted(self.focus & self._lives_in.keys())
        return [life for file in files for life in self._lives_in[file]]

    @cached_property
    def looked_at(self) -> Sequence[PublishedVersion]:
        """Those of the wanted lives that bind on the day or are to come."""
        day = self.day
        return [e for e in self.wanted_lives if e.interval.end is None or e.interval.end > day]

    def is_imported(self, path: str) -> bool:
        """Whether the record in `path` was taken over from another system."""
        kind, key = self._kinds.get(path, ("", ""))
        record = self.catalogue.store(kind).get(key) if kind in KINDS else None
        return record is not None and record.source is not None


_SHARED = (
    "_kinds",
    "_lives_in",
    "all_decisions_read",
    "annulled",
    "binding_actions",
    "binding_rows",
    "dated_documents",
    "lives",
    "living",
    "rows",
    "timelines",
)
"""What is the same whatever the focus."""
