"""Load a catalogue: read every file, validate it, make records, gather every problem in one run."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.layout import Place, places
from generator.records.problems import Problem
from generator.records.registers import (
    Agency,
    Calendar,
    CitizenWords,
    Fields,
    LegalDocument,
    LifeEvents,
    Procedure,
    Settings,
)
from generator.records.schema import validate
from generator.records.version import Version
from generator.records.yaml_reader import read_yaml

_TYPES: dict[str, type[Any]] = {
    "catalogue": Settings,
    "fields": Fields,
    "life-events": LifeEvents,
    "citizen-words": CitizenWords,
    "calendar": Calendar,
    "agency": Agency,
    "legal-document": LegalDocument,
    "decision": Decision,
    "procedure": Procedure,
    "version": Version,
}
BATCH = 64
"""Files handed to a worker process at a time."""

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of all files."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: a record, or problems, or both."""

    place: Place
    record: Any
    problems: tuple[Problem, ...]


def read_record(root: Path, place: Place) -> Reading:
    """Read, validate and convert one file; mistakes become problems, never exceptions."""
    if place.kind is None:
        return Reading(place, None, (Problem(place.path, "CT200"),))
    try:
        content = (root / place.path).read_bytes()
    except OSError as error:
        reason = Problem(place.path, "YM112", values={"reason": error.strerror or str(error)})
        return Reading(place, None, (reason,))
    data, problems = read_yaml(content, place.path)
    if data is not None:
        problems = [*problems, *validate(place.kind, data, place.path)]
    if problems:
        return Reading(place, None, tuple(problems))
    return Reading(place, msgspec.convert(data, _TYPES[place.kind]), ())


def _read_batch(root: Path, batch: list[Place]) -> list[Reading]:
    return [read_record(root, place) for place in batch]


def load(
    root: Path, executor: Executor | None = None, progress: Progress | None = None
) -> tuple[Catalogue, list[Problem]]:
    """Load the catalogue below `root`.

    Returns the records that could be read and the problems of those that could not. Reading is
    spread over `executor` when one is given; the result does not depend on it.
    """
    found = list(places(root))
    batches = [found[start : start + BATCH] for start in range(0, len(found), BATCH)]
    mapper = executor.map if executor else map
    shelf = _Shelf()
    done = 0
    for readings in mapper(partial(_read_batch, root), batches):
        for reading in readings:
            shelf.put(reading)
        done += len(readings)
        if progress:
            progress(done, len(found))
    return shelf.catalogue(), shelf.problems


@dataclass(slots=True)
class _Shelf:
    """Readings sorted by kind, on the way to a catalogue."""

    records: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    paths: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(self, reading: Reading) -> None:
        place = reading.place
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

    def catalogue(self) -> Catalogue:
        if ("catalogue", "catalogue") not in self.paths:
            self.problems.append(Problem("catalogue.yml", "CT215"))
        records = self.records
        return Catalogue(
            settings=records["catalogue"].get("catalogue"),
            fields=self._listed("fields", "fields"),
            life_events=self._listed("life-events", "life_events"),
            citizen_words=tuple(w for r in self._of("citizen-words") for w in r.citizen_words),
            calendars={int(key): calendar for key, calendar in records["calendar"].items()},
            agencies=records["agency"],
            documents=records["legal-document"],
            decisions=records["decision"],
            procedures=records["procedure"],
            versions=_by_procedure(records["version"]),
            version_files=records["version"],
            paths=self.paths,
        )

    def _of(self, kind: str) -> Iterator[Any]:
        yield from self.records[kind].values()

    def _listed(self, kind: str, attribute: str) -> dict[str, Any]:
        """Records that share one file; an id given twice is a problem and the first one counts."""
        listed: dict[str, Any] = {}
        for position, item in self._items(kind, attribute):
            if item.id in listed:
                pointer = (attribute, position, "id")
                values = {"key": item.id, "other": f"{kind}.yml"}
                self.problems.append(Problem(f"{kind}.yml", "TC302", pointer, values))
            listed.setdefault(item.id, item)
        return listed

    def _items(self, kind: str, attribute: str) -> Iterable[tuple[int, Any]]:
        for record in self._of(kind):
            yield from enumerate(getattr(record, attribute))


def _by_procedure(versions: dict[str, Version]) -> dict[str, tuple[Version, ...]]:
    grouped: dict[str, list[Version]] = defaultdict(list)
    for key in sorted(versions):
        grouped[key.partition("/")[0]].append(versions[key])
    return {procedure: tuple(found) for procedure, found in grouped.items()}
