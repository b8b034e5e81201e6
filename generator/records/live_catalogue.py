"""The records of a catalogue kept in memory while its files change, one at a time."""

import os
from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from generator.findings.problem import Problem
from generator.records.catalogue import Catalogue
from generator.records.layout import CatalogueFile, catalogue_file, catalogue_files, file_at
from generator.records.reading import (
    FileReading,
    Inspect,
    accept_record,
    encode_reading,
    read_record,
)
from generator.records.reading_cache import ReadingCache
from generator.records.tree import CatalogueBuilder, Progress, read_files


@dataclass(slots=True)
class LiveCatalogue:
    """What was read of the files below `root`, by path."""

    root: Path
    inspect: Inspect = accept_record
    known: dict[str, FileReading] = field(default_factory=dict)

    def read(
        self,
        executor: Executor | None = None,
        progress: Progress | None = None,
        store: ReadingCache | None = None,
    ) -> None:
        """Read every file, those that `store` knows excepted."""
        found = list(catalogue_files(self.root))
        self.known.clear()
        for done, reading in enumerate(
            read_files(self.root, found, executor, self.inspect, store, None), 1
        ):
            self.known[reading.place.path] = reading
            if progress:
                progress(done, len(found))

    def refresh(self, paths: Iterable[str]) -> bool:
        """Read some files again, or forget those that are gone; says whether anything changed."""
        changed = [self._refresh_file(path) for path in paths]
        return any(changed)

    def _refresh_file(self, path: str) -> bool:
        before = self.known.get(path)
        place = self._place(path)
        if not place:
            return self.known.pop(path, None) is not None
        now = encode_reading(read_record(self.root, place, self.inspect)).loaded(place, None)
        if before and before.digest == now.digest:
            return False
        self.known[path] = now
        return True

    def _place(self, path: str) -> CatalogueFile | None:
        """What there is at a path now: a file, a link, or a folder that cannot be opened."""
        file = self.root / path
        try:
            mode = file.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return catalogue_file(path)
        closed = S_ISDIR(mode) and not os.access(file, os.R_OK | os.X_OK)
        return file_at(self.root, path, file) if closed or S_ISREG(mode) or S_ISLNK(mode) else None

    def catalogue(self) -> tuple[Catalogue, list[Problem]]:
        """The records that could be read, and the problems of those that could not."""
        builder = CatalogueBuilder()
        for path in sorted(self.known):
            builder.put(self.known[path])
        return builder.build(), builder.problems
