"""Tables of administrative units, told apart by their columns, and their rows."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.law.text import repair_import
from generator.records.received import read_lines

_UNITS = frozenset(("code", "level", "full_name", "province_code"))
_LINKS = frozenset(("old_province", "old_district", "old_ward", "new_ward_code", "new_ward"))

Row = Mapping[str, str]


class _TooLongLineError(Exception):
    """A table has a line that is longer than is read."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a table, repaired, with its file and line."""

    file: str
    line: int
    values: Row


@dataclass(slots=True)
class Tables:
    """The rows of the units of today, and of the links from former units to them."""

    units: list[SourceRow] = field(default_factory=list)
    links: list[SourceRow] = field(default_factory=list)


def read_tables(paths: Iterable[Path]) -> Tables:
    """Read tables of tab-separated values, `.xz` too.

    Raises what `read_lines` raises for a file that cannot be read, and ValueError with its name for
    one that is no such table: no UTF-8, or the columns of neither.
    """
    tables = Tables()
    for path in paths:
        try:
            rows = list(_rows(path))
        except (UnicodeDecodeError, csv.Error, _TooLongLineError):
            raise ValueError(path.name) from None
        columns = rows[0].values.keys() if rows else frozenset()
        if columns >= _UNITS:
            tables.units += rows
        elif columns >= _LINKS:
            tables.links += rows
        else:
            raise ValueError(path.name)
    return tables


def _rows(path: Path) -> Iterator[SourceRow]:
    reader = csv.DictReader(_read_text_lines(path), delimiter="\t", restval="", restkey="")
    for row in reader:
        values = {key: repair_import(value)[0] for key, value in row.items() if key}
        yield SourceRow(path.name, reader.line_num, values)


def _read_text_lines(path: Path) -> Iterator[str]:
    for number, line in enumerate(read_lines(path)):
        if line is None:
            raise _TooLongLineError(path.name)
        yield line.decode("utf8" if number else "utf-8-sig")
