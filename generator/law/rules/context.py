"""The context of catalogue rules: the catalogue, the day, and values that several rules derive."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from generator.law.citations import normalise
from generator.law.rules.placed import PlacedRow, PublishedVersion, row_of
from generator.law.timeline import Timeline, annulled_rows, timelines
from generator.records.catalogue import KINDS, Catalogue
from generator.records.decision import Row, RowReference
from generator.records.registers import LegalDocument
from generator.records.schema_errors import shown
from generator.records.serialise import serialise
from generator.records.version import Version


def _texts_in(value: object) -> Iterator[str]:
    """Every text in plain data; of one with a slash, such as a place, what stands before it."""
    match value:
        case str():
            yield value.partition("/")[0]
        case dict():
            for inner in value.values():
                yield from _texts_in(inner)
        case list() | tuple():
            for inner in value:
                yield from _texts_in(inner)


@dataclass(frozen=True)
class Context:
    """A catalogue on a day. Rules that ask for `day` may warn but never make an error.

    With `requested_files`, only findings in these are wanted: a rule that looks at one file after
    another leaves out the rest. Without, all files are requested. Where the catalogue is not whole,
    a procedure that is not there proves nothing. `due_sheets` are the procedures that offices must
    post, by office; they are derived above this room, and only for a catalogue without errors.
    """

    catalogue: Catalogue
    day: date
    requested_files: frozenset[str] = frozenset()
    is_whole: bool = True
    due_sheets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type["Context"], tuple[Catalogue, date, frozenset[str], bool]]:
        """Pickle without what follows from the catalogue: a spawned worker derives it itself."""
        return Context, (self.catalogue, self.day, self.requested_files, self.is_whole)

    def is_requested(self, path: str) -> bool:
        """Whether findings in a file are wanted."""
        return not self.requested_files or path in self.requested_files

    def restricted_to(self, files: frozenset[str]) -> "Context":
        """The same context for other requested files; it shares what does not depend on them."""
        for name in _SHARED:
            getattr(self, name)
        if files == self.requested_files:
            return self
        part = replace(self, requested_files=files)
        vars(part).update({name: vars(self)[name] for name in _SHARED})
        return part

    @cached_property
    def _identities(self) -> Mapping[str, tuple[str, str]]:
        """The kind and id of the record in each file."""
        return {path: identity for identity, path in self.catalogue.paths.items()}

    @cached_property
    def _requested_by_kind(self) -> Mapping[str, list[tuple[str, Any]]]:
        """The records in the requested files, by their kind, with these files."""
        found: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        for file in sorted(self.requested_files & self._identities.keys()):
            kind, key = self._identities[file]
            record = self.catalogue.store(kind).get(key) if kind in KINDS else None
            if record is not None:
                found[kind].append((file, record))
        return found

    def requested_records(self, kind: str) -> Iterable[tuple[str, Any]]:
        """The records of a kind in the requested files, with their files."""
        if self.requested_files:
            return self._requested_by_kind.get(kind, ())
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
    def requested_rows(self) -> Iterator[PlacedRow]:
        """The rows of the decisions in the requested files."""
        for file, decision in self.requested_records("decision"):
            for position, row in enumerate(decision.rows):
                yield PlacedRow(file, decision, position, row)

    @cached_property
    def binding_rows(self) -> tuple[PlacedRow, ...]:
        """The rows that were not annulled."""
        return tuple(row for row in self.rows if row.reference not in self.annulled)

    @cached_property
    def requested_amendments(self) -> tuple[tuple[PlacedRow, Version, Version], ...]:
        """The requested rows that amend or correct, with the versions before and after."""
        return tuple(self._find_amendments())

    def _find_amendments(self) -> Iterator[tuple[PlacedRow, Version, Version]]:
        for placed in self.requested_rows:
            held = placed.row.action in ("amend", "correct")
            for target in placed.row.published if held else ():
                after = self.catalogue.version(target.procedure, target.version)
                earlier = self._changed_by(placed, after) if after else None
                before = self.catalogue.version(target.procedure, earlier or "")
                if before and after:
                    yield placed, before, after

    def _changed_by(self, placed: PlacedRow, after: Version) -> str | None:
        """The version that a row changes: the one that it corrects, else the one before.

        None where it hangs on a day that was hardly meant, which is reported itself.
        """
        timeline = self.timelines[after.procedure]
        if timeline.is_doubtful:
            return None
        if placed.row.action == "correct":
            earlier = after.corrects
            return earlier if earlier and earlier < after.version else None
        return timeline.before(placed.reference)

    @cached_property
    def binding_actions(self) -> Mapping[str, str]:
        """The action of the row that published a version, by the key of the version."""
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
        """The rows that were annulled."""
        return annulled_rows(self.catalogue.decisions.values())

    @cached_property
    def unread_kinds(self) -> frozenset[str]:
        """The kinds of records of which at least one could not be read."""
        return frozenset(kind for kind, _ in self.catalogue.unread)

    def names_unread(self, path: str, kinds: Collection[str]) -> bool:
        """Whether the record in a file names one of some kinds that could not be read.

        Of a version, the procedure that it is a version of is named.
        """
        kind, key = self._identities.get(path, ("", ""))
        record = self.catalogue.store(kind).get(key) if kind in KINDS else None
        named = set(_texts_in(serialise(record))) if record is not None else set()
        unread = (key for kind, key in self.catalogue.unread if kind in kinds)
        return any(key.partition("/")[0] in named for key in unread)

    @cached_property
    def unsettled_agencies(self) -> frozenset[str]:
        """Who made a decision that cannot be read, or has a row on a procedure that is not there.

        Such a decision may end any of the texts that they published.
        """
        catalogue = self.catalogue
        unread = {key.partition("/")[0] for kind, key in catalogue.unread if kind == "decision"}
        lost = {
            placed.decision.agency
            for placed in (self.rows if self.is_whole else ())
            if not all(catalogue.has("procedure", code) for code in placed.row.procedures)
            or not self._finds_what_it_annuls(placed.row)
        }
        return frozenset(unread | lost)

    def _finds_what_it_annuls(self, row: Row) -> bool:
        """Whether the row that a row takes back, if it does, is there."""
        decision = self.catalogue.decisions.get(row.annuls.decision) if row.annuls else None
        found = row_of(decision, row.annuls.row) if decision and row.annuls else None
        return row.annuls is None or found is not None

    @property
    def all_decisions_read(self) -> bool:
        """Whether every decision could be read; otherwise a missing row proves nothing."""
        return "decision" not in self.unread_kinds

    @cached_property
    def published_versions(self) -> tuple[PublishedVersion, ...]:
        """Every published version that took effect, or is to take effect."""
        return tuple(self._find_published_versions())

    def _find_published_versions(self) -> Iterator[PublishedVersion]:
        for code, timeline in self.timelines.items():
            refs = {ref.key: ref for ref in self.catalogue.version_refs.get(code, ())}
            for interval in timeline.intervals:
                ref = refs.get(f"{code}/{interval.version}")
                if ref:
                    file = self.catalogue.path("version", ref.key)
                    yield PublishedVersion(file, ref, interval)

    @cached_property
    def current_versions(self) -> tuple[PublishedVersion, ...]:
        """The published versions that bind on the day or later."""
        return tuple(self._current(self.published_versions))

    def _current(self, versions: Iterable[PublishedVersion]) -> Iterator[PublishedVersion]:
        for version in versions:
            end = version.interval.end
            if (end is None or end > self.day) and not self._may_be_over(version):
                yield version

    def _may_be_over(self, version: PublishedVersion) -> bool:
        """Whether a decision that cannot be read may publish the version after this one."""
        if version.decision.agency in self.unsettled_agencies:
            return True
        if self.all_decisions_read:
            return False
        refs = self.catalogue.version_refs.get(version.procedure, ())
        return bool(refs) and refs[-1].key not in self.binding_actions

    @cached_property
    def _published_by_file(self) -> Mapping[str, list[PublishedVersion]]:
        found: dict[str, list[PublishedVersion]] = defaultdict(list)
        for version in self.published_versions:
            found[version.file].append(version)
        return found

    @cached_property
    def requested_versions(self) -> Sequence[PublishedVersion]:
        """The published versions in the requested files."""
        if not self.requested_files:
            return self.published_versions
        files = sorted(self.requested_files & self._published_by_file.keys())
        return [version for file in files for version in self._published_by_file[file]]

    @cached_property
    def requested_current_versions(self) -> Sequence[PublishedVersion]:
        """Those of the requested versions that bind on the day or later."""
        return list(self._current(self.requested_versions))

    def titled(self, code: str) -> str:
        """A procedure by the title of its last version, with its code."""
        refs = self.catalogue.version_refs.get(code, ())
        return f"“{shown(refs[-1].header.title)}” ({code})" if refs else code

    def judged_on(self, published: PublishedVersion) -> date | None:
        """The day whose law a text must fit: today while it binds, else its first day to come."""
        interval = published.interval
        if interval.covers(self.day):
            return self.day
        return interval.start if interval.start and interval.start > self.day else None

    def is_imported(self, path: str) -> bool:
        """Whether the record in `path` was taken over from another system."""
        kind, key = self._identities.get(path, ("", ""))
        record = self.catalogue.store(kind).get(key) if kind in KINDS else None
        return record is not None and record.source is not None


_SHARED = (
    "_identities",
    "_published_by_file",
    "annulled",
    "binding_actions",
    "binding_rows",
    "current_versions",
    "dated_documents",
    "published_versions",
    "rows",
    "timelines",
    "unread_kinds",
    "unsettled_agencies",
)
"""What does not depend on the requested files."""
