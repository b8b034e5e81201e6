"""Lines and columns for problems, looked up in the files only when something was found in them."""

from functools import lru_cache
from pathlib import Path

from generator.findings.problem import Mark, Problem
from generator.records.locator import Locator, locator_of
from generator.records.reading_cache import ReadingCache


class Places:
    """Looks up where problems stand in the files below `root`."""

    def __init__(self, root: Path, store: ReadingCache | None = None) -> None:
        self._root = root
        self._store = store
        self._locator = lru_cache(maxsize=64)(self._locate)

    def mark(self, problem: Problem) -> Mark:
        """The line and column of a problem."""
        key = "/".join(map(str, (problem.path, *problem.pointer, problem.on_key)))
        known = self._store.mark(problem.path, key) if self._store else None
        if known:
            return known
        mark = self._locator(problem.path).mark(problem.pointer, problem.on_key)
        if self._store:
            self._store.keep_mark(problem.path, key, mark)
        return mark

    def raw(self, problem: Problem) -> str:
        """The characters of the value as typed."""
        return self._locator(problem.path).raw(problem.pointer)

    def _locate(self, path: str) -> Locator:
        file = self._root / path
        return locator_of(file.read_bytes() if file.is_file() else b"")
