"""A drawn table: a brief for the judge, then rows that end with an empty verdict."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

T = TypeVar("T")
_BRIEFS = Path(__file__).parent / "briefs.yml"


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """The name of a table and of its brief, its columns and rows, and what they were drawn from.

    `size` is how many there are to draw from; `further`, lines that the brief ends with.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    size: int
    further: tuple[str, ...] = ()


def draw(population: Sequence[T], count: int, seed: int) -> list[T]:
    """As many as `count` of a population, none of its places twice."""
    return random.Random(seed).sample(population, min(count, len(population)))


def write_table(table: DrawnTable, folder: Path) -> Path:
    """Write a table as TSV, the brief above it behind `#`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{table.name}.tsv"
    columns = ("row", *table.columns, "verdict", "note")
    rows = [(str(number), *row, "", "") for number, row in enumerate(table.rows, 1)]
    lines = [*_brief(table), *("\t".join(row) for row in (columns, *rows))]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    return path


def _brief(table: DrawnTable) -> Iterator[str]:
    known = yaml.safe_load(_BRIEFS.read_text("utf8"))[table.name]
    for line in (*_flat(known), *table.further):
        text = line.format(count=len(table.rows), of=table.size)
        yield "# " + " ".join(text.split())


def _flat(lines: Iterable[str | list[str]]) -> Iterator[str]:
    for line in lines:
        yield from [line] if isinstance(line, str) else line
