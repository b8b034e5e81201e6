"""The cells of one row of a list, by what their columns hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.imports.word.blocks import WordCell, WordLine, WordRow
from generator.imports.word.list_header import ListHeader
from generator.imports.word.list_units import figure_with_unit, lacks_unit
from generator.imports.word.shared_cells import Values


@dataclass(slots=True)
class RowCells:
    """The lines of each column of a row, those of no column, and those that lack their unit."""

    values: Values
    odd: list[WordLine] = field(default_factory=list)
    unitless: list[tuple[WordLine, str]] = field(default_factory=list)


def read_cells(row: WordRow, header: ListHeader) -> RowCells:
    """The cells of a row; merged ones give their lines only to the first of their columns."""
    found = RowCells({kind: [] for kind in header.columns.values()})
    seen: list[WordCell] = []
    for column, kind in sorted(header.columns.items()):
        cell = row.at(column)
        if cell is None or any(cell is one for one in seen):
            continue
        seen.append(cell)
        own = list(_take_titled(cell, column, header, found))
        if own and column in header.fee_names and found.values[kind]:
            above = found.values[kind][-1]
            found.values[kind][-1] = replace(above, words=above.words.rstrip(" .;,") + ";")
        found.values[kind] += own
    taken = {line.place for lines in found.values.values() for line in lines}
    found.odd += [line for line in lines_in(row) if line.place not in taken]
    return found


def _take_titled(
    cell: WordCell, column: int, header: ListHeader, found: RowCells
) -> Iterator[WordLine]:
    """The lines of a cell with what the title of its column says of them: unit, name of a fee."""
    unit, name = header.units.get(column), header.fee_names.get(column)
    for number, line in enumerate(one for one in cell.lines if one.words):
        said = figure_with_unit(line.words, unit) if unit else None
        if unit and said is None and lacks_unit(line.words):
            found.unitless.append((line, unit))
        label = f"{name}:" if name and not number and not line.label else line.label
        yield replace(line, words=said or line.words, label=label)


def lines_in(row: WordRow) -> Iterator[WordLine]:
    """The lines of a row that have words."""
    return (line for cell in row.cells for line in cell.lines if line.words)
