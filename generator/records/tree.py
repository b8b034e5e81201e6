"""Load a catalogue: read every file, validate it, make records, gather every problem in one run."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from generator.findings.problem import Problem, Wording
from generator.records.blobs import BlobFile
from generator.records.catalogue import Catalogue
from generator.records.layout import CatalogueFile, catalogue_files, read_content
from generator.records.memoize import gc_paused
from generator.records.reading import (
    EncodedReading,
    FileReading,
    Inspect,
    accept_record,
    digest_of,
    encode_reading,
    read_record,
)
from generator.records.reading_cache import ReadingCache
from generator.records.registers import NO_SETTINGS

_log = logging.getLogger(__name__)

BATCH = 64
"""Files handed to a worker process at a time."""

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of all files."""


def load_catalogue(
    root: Path,
    executor: Executor | None = None,
    progress: Progress | None = None,
    inspect: Inspect = accept_record,
    store: ReadingCache | None = None,
) -> tuple[Catalogue, list[Problem]]:
    """Load the catalogue below `root`.

    Returns the records that could be read and the problems of those that could not, or that
    `inspect` found. What `store` knows is not read again; the rest is spread over `executor` when
    one is given. The result depends on neither.
    """
    builder = CatalogueBuilder()
    found = list(catalogue_files(root))
    blobs = BlobFile.open_within(store.folder if store else None)
    with gc_paused(freeze=True):
        for done, reading in enumerate(read_files(root, found, executor, inspect, store, blobs), 1):
            builder.put(reading)
            if progress:
                progress(done, len(found))
    return builder.build(), builder.problems


def read_files(
    root: Path,
    found: list[CatalogueFile],
    executor: Executor | None,
    inspect: Inspect,
    store: ReadingCache | None,
    blobs: BlobFile | None,
) -> Iterator[FileReading]:
    """The readings of places in their order; what `store` knows is not read again.

    Versions go into `blobs`; without them they stay decoded.
    """
    asked = found if store and not store.empty else ()
    known = {
        place: kept.loaded(place, blobs)
        for place in asked
        if store and (kept := _known(root, place, store))
    }
    _log.info("%s: %d readings reused, %d to make", root, len(known), len(found) - len(known))
    new = _read([place for place in found if place not in known], root, executor, inspect)
    for place in found:
        if reading := known.get(place):
            yield reading
            continue
        encoded = next(new)
        if store:
            store.put(place, encoded)
        yield encoded.loaded(place, blobs)


def _known(root: Path, place: CatalogueFile, store: ReadingCache) -> EncodedReading | None:
    try:
        content = read_content(f"{root}/{place.path}")
    except OSError:
        return None
    return store.find(place, digest_of(content))


def _read(
    found: list[CatalogueFile], root: Path, executor: Executor | None, inspect: Inspect
) -> Iterator[EncodedReading]:
    batches = [found[start : start + BATCH] for start in range(0, len(found), BATCH)]
    mapper = executor.map if executor else map
    for batch in mapper(partial(_read_batch, root, inspect), batches):
        yield from batch


def _read_batch(root: Path, inspect: Inspect, batch: list[CatalogueFile]) -> list[EncodedReading]:
    with gc_paused():
        return [encode_reading(read_record(root, place, inspect)) for place in batch]


@dataclass(slots=True)
class CatalogueBuilder:
    """Readings sorted by kind, on the way to a catalogue."""

    records: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    paths: dict[tuple[str, str], str] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(self, reading: FileReading) -> None:
        """Add a reading; the first of two with one id counts."""
        place = reading.place
        self.digests[place.path] = reading.digest
        self.problems.extend(reading.problems)
        if place.kind is None:
            return
        identity = (place.kind, place.key)
        if identity in self.paths:
            values = {"key": place.key, "other": self.paths[identity]}
            self.problems.append(Problem(place.path, "TC302", values=values))
            return
        self.paths[identity] = place.path
        if reading.record is not None:
            self.records[place.kind][place.key] = reading.record

    def build(self) -> Catalogue:
        """The catalogue of everything that was put here."""
        if ("catalogue", "catalogue") not in self.paths:
            self.problems.append(Problem("catalogue.yml", "CT215"))
        records = self.records
        return Catalogue(
            settings=records["catalogue"].get("catalogue", NO_SETTINGS),
            fields=self._add_listed("fields", "fields"),
            life_events=self._add_listed("life-events", "life_events"),
            citizen_words=tuple(w for r in self._of("citizen-words") for w in r.citizen_words),
            exceptions=tuple(x for r in self._of("exceptions") for x in r.exceptions),
            calendars={int(key): calendar for key, calendar in records["calendar"].items()},
            places=records["place"],
            agencies=records["agency"],
            documents=records["legal-document"],
            decisions=records["decision"],
            procedures=records["procedure"],
            paths=self.paths,
            digests=self.digests,
            family_reviews=tuple(f for r in self._of("families") for f in r.families),
            journeys=self._add_listed("journeys", "journeys"),
            absent=self._add_listed("absent", "absent"),
            postings=records["posting"],
            members=tuple(m for r in self._of("federation") for m in r.members),
        ).with_versions(records["version"])

    def _of(self, kind: str) -> Iterator[Any]:
        yield from self.records[kind].values()

    def _add_listed(self, kind: str, attribute: str) -> dict[str, Any]:
        """Records that share one file; an id given twice is a problem and the first one counts."""
        listed: dict[str, Any] = {}
        for position, item in self._items(kind, attribute):
            if item.id in listed:
                pointer = (attribute, position, "id")
                before = 1 + list(listed).index(item.id)
                place = {"file": f"{kind}.yml", "item": str(before)}
                values = {"key": item.id, "other": Wording(("hint.item_of",), values=place)}
                self.problems.append(Problem(f"{kind}.yml", "TC302", pointer, values))
            listed.setdefault(item.id, item)
        return listed

    def _items(self, kind: str, attribute: str) -> Iterable[tuple[int, Any]]:
        for record in self._of(kind):
            yield from enumerate(getattr(record, attribute))
