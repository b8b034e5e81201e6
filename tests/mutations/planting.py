"""Plant one mistake in a copy of a catalogue, and know where it must be found."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.findings.problem import Pointer
from generator.records.catalogue import Catalogue
from generator.records.layout import catalogue_file
from generator.records.yaml_reader import read_positions
from generator.records.yaml_writer import to_yaml


@dataclass(frozen=True)
class Planted:
    """The finding that must come: its code, its file, and its line when that is plain."""

    code: str
    path: str
    line: int | None = None


@dataclass(frozen=True)
class Garden:
    """A catalogue on disk and in memory, with a source of chance."""

    root: Path
    catalogue: Catalogue
    chance: random.Random

    def records(self, kind: str) -> list[tuple[str, Any]]:
        """(path, record) of a kind, in an order of chance."""
        catalogue = self.catalogue
        found = [
            (catalogue.path(kind, key), record) for key, record in catalogue.store(kind).items()
        ]
        self.chance.shuffle(found)
        return found

    def first(self, kind: str, fits: Callable[[Any], Any]) -> tuple[str, Any] | None:
        """The first record that fits."""
        return next(((path, r) for path, r in self.records(kind) if fits(r)), None)

    def write(self, path: str, record: Any) -> None:
        kind = catalogue_file(path).kind
        assert kind
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(to_yaml(kind, record), "utf8")

    def line(self, path: str, pointer: Pointer, key: bool = False) -> int:
        positions = read_positions((self.root / path).read_bytes())
        return positions.position_of(pointer, key).line


Mutation = Callable[[Garden], Planted | None]


def changed(
    kind: str,
    code: str,
    pointer: Pointer,
    change: Callable[[Any], Any],
    fits: Callable[[Any], Any] = lambda _: True,
) -> Mutation:
    """A mutation that changes one record so that `code` is found at `pointer`."""

    def plant(garden: Garden) -> Planted | None:
        found = garden.first(kind, fits)
        if found is None:
            return None
        path, record = found
        garden.write(path, change(record))
        return Planted(code, path, garden.line(path, pointer))

    return plant


def typed(
    kind: str,
    code: str,
    old: str,
    new: str,
    on: str | None = None,
    fits: str = "",
    below: int = 0,
) -> Mutation:
    """A mutation of the characters of a file: the first `old` becomes `new`.

    It must be found on the line of `on` (else of `new`), or so many lines below.
    """

    def plant(garden: Garden) -> Planted | None:
        for path, _ in garden.records(kind):
            file = garden.root / path
            text = file.read_text("utf8")
            if old in text and fits in text:
                after = text.replace(old, new, 1)
                file.write_bytes(after.encode("utf8", "surrogateescape"))
                place = after.index(new if on is None else on)
                return Planted(code, path, after[:place].count("\n") + 1 + below)
        return None

    return plant


def with_items(stated: Any, *items: Any) -> Any:
    return replace(stated, items=items, none=False, not_stated=None)
