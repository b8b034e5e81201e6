"""A comparison of a list with a catalogue as a table for a spreadsheet."""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.exports.csv_text import to_csv
from generator.imports.excel.compare import ListComparison
from generator.imports.excel.reading import ExcelRow, LeftRow
from generator.locale import Words

_COLUMNS = ("outcome", "code", "name", "other_name", "where")


def comparison_as_csv(comparison: ListComparison, left: Iterable[LeftRow], words: Words) -> bytes:
    """A row for each procedure, what differs first; before all, the rows that name none."""
    heads = [words(f"office.excel.column.{name}") for name in _COLUMNS]
    unread = (_left_row(one, words) for one in left)
    return to_csv(heads, chain(unread, _rows(comparison, words)))


def _left_row(left: LeftRow, words: Words) -> list[object]:
    place = words("office.excel.place", file=left.file, sheet=left.sheet, row=left.number)
    reason = words(f"office.excel.{left.lack}", cell=left.cell)
    return [words("office.excel.left"), "", left.text, reason, place]


def _rows(comparison: ListComparison, words: Words) -> Iterator[list[object]]:
    for row, name in comparison.renamed:
        yield _row("renamed", row, name, words)
    for known, row in comparison.conflicts:
        yield _row("conflict", row, known.name, words)
    for row in comparison.without_code:
        yield _row("without_code", row, "", words)
    for row in comparison.only_here:
        yield _row("only_here", row, "", words)
    for code, name in comparison.missing:
        yield [words("office.excel.missing"), code, "", name, ""]
    for row in comparison.repeated:
        yield _row("repeated", row, "", words)
    for row in comparison.same:
        yield _row("same", row, "", words)


def _row(outcome: str, row: ExcelRow, other: str, words: Words) -> list[object]:
    place = words("office.excel.place", file=row.file, sheet=row.sheet, row=row.number)
    restored = words("office.excel.restored") if row.restored else ""
    return [
        words(f"office.excel.{outcome}"),
        row.code or "",
        row.name,
        other,
        " ".join(filter(None, (place, restored))),
    ]
