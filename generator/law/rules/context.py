"""What a catalogue rule looks at: the catalogue, the day, and what several rules need of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.law.rules.places import records_of
from generator.law.timeline import Interval, Timeline, annulled_rows, timelines
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, RowReference
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
class Life:
    """A published version with the interval in which it binds and the decision that says so."""

    file: str
    version: Version
    interval: Interval

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
    another may leave out the rest.
    """

    catalogue: Catalogue
    day: date
    focus: frozenset[str] = frozenset()

    def wanted(self, path: str) -> bool:
        """Whether findings in a file are wanted."""
        return not self.focus or path in self.focus

    @cached_property
    def _records(self) -> dict[str, tuple[tuple[str, Any], ...]]:
        return {}

    def records(self, kind: str) -> tuple[tuple[str, Any], ...]:
        """Every record of a kind, with its file."""
        if kind not in self._records:
            self._records[kind] = tuple(records_of(self.catalogue, kind))
        return self._records[kind]

    def wanted_records(self, kind: str) -> Iterator[tuple[str, Any]]:
        """The records of a kind in whose files findings are wanted."""
        return (pair for pair in self.records(kind) if self.wanted(pair[0]))

    def work_out(self) -> None:
        """Work out what many rules need, before processes part that would each do so."""
        _ = self.rows, self.looked_at, self._imported

    @cached_property
    def rows(self) -> tuple[PlacedRow, ...]:
        """Every row of every decision."""
        catalogue = self.catalogue
        return tuple(
            PlacedRow(catalogue.path("decision", key), decision, position, row)
            for key, decision in catalogue.decisions.items()
            for position, row in enumerate(decision.rows)
        )

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
    def lives(self) -> tuple[Life, ...]:
        """Every published version that came, or is to come, into force."""
        return tuple(self._lives())

    def _lives(self) -> Iterator[Life]:
        for code, timeline in self.timelines.items():
            for interval in timeline.intervals:
                key = f"{code}/{interval.version}"
                version = self.catalogue.version(code, interval.version)
                if version:
                    yield Life(self.catalogue.path("version", key), version, interval)

    @cached_property
    def living(self) -> tuple[Life, ...]:
        """The published versions that bind on the day or are to come."""
        day = self.day
        return tuple(e for e in self.lives if e.interval.end is None or e.interval.end > day)

    @cached_property
    def looked_at(self) -> tuple[Life, ...]:
        """The living versions in whose files findings are wanted."""
        return tuple(life for life in self.living if self.wanted(life.file))

    @cached_property
    def _imported(self) -> frozenset[str]:
        return frozenset(
            file
            for kind in ("agency", "legal-document", "decision", "procedure", "version")
            for file, record in self.records(kind)
            if record.source is not None
        )

    def is_imported(self, path: str) -> bool:
        """Whether the record in `path` was taken over from another system."""
        return path in self._imported
