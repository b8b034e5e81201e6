"""Rows and versions with the files in which they stand."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.changes import PARTS
from generator.law.consequences import BECAUSE, COMPARED
from generator.law.intervals import Event, Interval
from generator.records.blobs import VersionRef
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, RowReference
from generator.records.memoize import memoize_by_identity
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
    """A published version, its file, and the interval in which it binds."""

    file: str
    ref: VersionRef
    interval: Interval

    @property
    def version(self) -> Version:
        """The version."""
        return self.ref.loaded

    @property
    def procedure(self) -> str:
        """The id of the procedure."""
        return self.ref.key.partition("/")[0]

    @property
    def decision(self) -> Decision:
        """The decision that published the version."""
        return self.interval.begun_by.decision

    @property
    def decided(self) -> date | None:
        """The day whose law applies to the text: of signing, else of taking effect."""
        return self.decision.signed or self.interval.start

    def touches(self, part: str) -> bool:
        """Whether the row that published the version may have changed a part of it."""
        return part in _parts_of(self.interval.begun_by.row)


def _parts_of(row: Row) -> Collection[str]:
    """The parts that a row may change: those that it names, else all."""
    return row.amended_parts or PARTS


def place_of_event(catalogue: Catalogue, event: Event) -> tuple[str, str, int]:
    """The file and the place in it of the row that an event is."""
    decision = event.decision
    return catalogue.path("decision", decision.id), "rows", _positions(decision)[id(event.row)]


def resting_on(catalogue: Catalogue, *versions: Version) -> dict[str, str]:
    """What names the files of versions that were compared."""
    keys = (f"{one.procedure}/{one.version}" for one in versions)
    return {BECAUSE: " ".join(catalogue.path("version", key) for key in keys)}


def comparing(catalogue: Catalogue, parts: Iterable[str], *versions: Version) -> dict[str, str]:
    """What names the files of versions of which some parts were compared, and these parts."""
    resting = resting_on(catalogue, *versions)
    keys = dict.fromkeys("channels" if part in _OF_CHANNELS else part for part in parts)
    places = (f"{file}#{key}" for file in resting[BECAUSE].split() for key in keys)
    return {**resting, COMPARED: " ".join(places)}


_OF_CHANNELS = ("time", "fees")
"""Parts that a version has in each of its ways to submit."""


def resting_on_events(catalogue: Catalogue, *events: Event) -> dict[str, str]:
    """What names the files of the decisions whose order in time was judged."""
    files = (catalogue.path("decision", event.decision.id) for event in events)
    return {BECAUSE: " ".join(dict.fromkeys(files))}


@memoize_by_identity
def _positions(decision: Decision) -> Mapping[int, int]:
    """Where each row stands, by its identity."""
    return {id(row): position for position, row in enumerate(decision.rows)}


def row_of(decision: Decision, row: str) -> Row | None:
    """The row of a decision that has an id."""
    return _rows_by_id(decision).get(row)


@memoize_by_identity
def _rows_by_id(decision: Decision) -> Mapping[str, Row]:
    return {row.id: row for row in reversed(decision.rows)}


@memoize_by_identity
def procedures_of(decision: Decision) -> Collection[str]:
    """The procedures that the rows of a decision name, each once, in the order of their codes."""
    return sorted({code for row in decision.rows for code in row.procedures})
