"""Cells of a list that stand for the rows below as well: merged, or cut off by a page."""

import re
from collections.abc import Sequence

from generator.imports.word.blocks import WordLine, WordRow
from generator.imports.word.list_header import ListColumn
from generator.law.text import SMALL_LETTERS

BEGINS_INSIDE = re.compile(rf"[{SMALL_LETTERS}0-9(;,.]")
"""How words begin that go on with others."""
_WANTS_NUMBER = re.compile(r"(?:\b(?:số|ngày|tháng|năm|điều|khoản|điểm)|[/-])\s*\Z", re.IGNORECASE)
"""How words end that a number goes on with, or a date."""


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
