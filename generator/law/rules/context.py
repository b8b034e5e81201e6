"""What a catalogue rule looks at: the catalogue, the day, and what several rules need of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

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
    """A catalogue on a day. Rules that ask for `day` may warn but never turn a build red."""

    catalogue: Catalogue
    day: date

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
    def _imported(self) -> frozenset[str]:
        catalogue = self.catalogue
        stores: tuple[tuple[str, Mapping[str, object]], ...] = (
            ("agency", catalogue.agencies),
            ("legal-document", catalogue.documents),
            ("decision", catalogue.decisions),
            ("procedure", catalogue.procedures),
            ("version", catalogue.version_files),
        )
        return frozenset(
            catalogue.path(kind, key)
            for kind, store in stores
            for key, record in store.items()
            if getattr(record, "source", None) is not None
        )

    def is_imported(self, path: str) -> bool:
        """Whether the record in `path` was taken over from another system."""
        return path in self._imported
