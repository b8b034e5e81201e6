"""Positions of problems in the files of a catalogue, looked up only when something was found."""

from functools import lru_cache
from pathlib import Path

from generator.findings.problem import Position, Problem
from generator.records.layout import read_content
from generator.records.positions import NOWHERE, DocumentPositions
from generator.records.reading_cache import ReadingCache
from generator.records.yaml_reader import read_positions

_FILES_AT_A_TIME = 64


class PositionIndex:
    """Looks up where problems stand in the files below `root`; `cache` has the known ones."""

    def __init__(self, root: Path, cache: ReadingCache | None = None) -> None:
        self._root = root
        self._cache = cache
        self._positions = lru_cache(maxsize=_FILES_AT_A_TIME)(self._read_positions)

    def position_of(self, problem: Problem) -> Position:
        """The line and column of a problem; 1:1 in a file that is missing or unreadable."""
        key = "/".join(map(str, (problem.path, *problem.pointer, problem.on_key)))
        known = self._cache.find_position(problem.path, key) if self._cache else None
        if known:
            return known
        position = self._positions(problem.path).position_of(problem.pointer, problem.on_key)
        if self._cache:
            self._cache.put_position(problem.path, key, position)
        return position

    def scalar_text(self, problem: Problem) -> str:
        """The characters of the value that a problem is about; empty when it is no scalar."""
        return self._positions(problem.path).scalar_text(problem.pointer)

    def _read_positions(self, path: str) -> DocumentPositions:
        try:
            return read_positions(read_content(f"{self._root}/{path}"))
        except OSError:
            return NOWHERE
