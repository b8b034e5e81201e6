"""Tables of administrative units, told apart by their columns, and their rows."""

import csv
import lzma
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.law.text import repair_import

_UNITS = frozenset(("code", "level", "full_name", "province_code"))
_LINKS = frozenset(("old_province", "old_district", "old_ward", "new_ward_code", "new_ward"))

Row = Mapping[str, str]


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

    Raises OSError, EOFError or LZMAError for a file that cannot be read, and ValueError with its
    name for one that is no such table: no UTF-8, or the columns of neither.
    """
    tables = Tables()
    for path in paths:
        try:
            rows = list(_rows(path))
        except (UnicodeDecodeError, csv.Error):
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
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", restval="", restkey="")
        for row in reader:
            values = {key: repair_import(value)[0] for key, value in row.items() if key}
            yield SourceRow(path.name, reader.line_num, values)
