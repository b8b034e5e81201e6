"""Cells of a list that stand for the rows below as well: merged, or cut off by a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.imports.word.blocks import WordLine, WordRow
from generator.imports.word.list_header import ListColumn
from generator.law.text import SMALL_LETTERS, fold_text

BEGINS_INSIDE = re.compile(rf"[{SMALL_LETTERS}0-9(;,.]")
"""How words begin that go on with others."""
_WANTS_NUMBER = re.compile(r"(?:\b(?:số|ngày|tháng|năm|điều|khoản|điểm)|[/-])\s*\Z", re.IGNORECASE)
"""How words end that a number goes on with, or a date."""
_MOST_PIECES = 6
"""A cell goes over fewer pages."""
Values = dict[ListColumn, list[WordLine]]
"""The lines of each column of a row."""


def is_merged(row: WordRow, columns: Sequence[int]) -> bool:
    """Whether the cells of a row in some columns are the lower parts of cells above."""
    cells = [row.at(column) for column in columns]
    return bool(cells) and all(cell is not None and cell.continues for cell in cells)


def goes_on(kind: ListColumn, above: Sequence[WordLine], own: Sequence[WordLine]) -> bool:
    """Whether a cell that no merge explains is empty, or goes on in the words of the one above.

    A fee is short and often begins with a figure or a small letter: it is always the row's own.
    """
    if not own:
        return True
    if kind is ListColumn.FEE or own[0].label or not above:
        return False
    begins = own[0].words[:1]
    wanted = _WANTS_NUMBER.search(above[-1].words) if begins.isdigit() else True
    return bool(wanted and BEGINS_INSIDE.match(begins))


def join_cut_cells(rows: Sequence[Values], kind: ListColumn) -> None:
    """Put cells together that pages cut: their words, one behind the other, are those of a whole.

    A whole is what two other cells of the list say.
    """
    cells = list({id(row[kind]): row[kind] for row in rows if row.get(kind)}.values())
    letters = [_letters(cell) for cell in cells]
    wholes = {text for text, count in Counter(letters).items() if count > 1}
    for first, last in _pieces_of(letters, wholes):
        joined = [line for cell in cells[first:last] for line in cell]
        cut = {id(cell) for cell in cells[first:last]}
        for row in rows:
            if id(row.get(kind)) in cut:
                row[kind] = joined


def _pieces_of(letters: Sequence[str], wholes: set[str]) -> Iterator[tuple[int, int]]:
    """Where runs of texts, none of them a whole, make one."""
    for first in range(len(letters)):
        text = letters[first]
        for last in range(first + 1, min(first + _MOST_PIECES, len(letters))):
            text += letters[last]
            if text in wholes:
                yield first, last + 1


def _letters(cell: Sequence[WordLine]) -> str:
    return "".join(re.findall(r"\w+", fold_text(" ".join(line.words for line in cell))))
