"""Columns of a list in which no row says anything: they go, and the others share their room."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from generator.exports.word.codecs import OPEN

_KEPT = 4
"""The first columns stay, empty or not: number, code, name, time."""


def drop_empty_columns(document: Any) -> None:
    """Take away the empty columns of every table that has a repeated head."""
    for table in document.tables:
        for at in reversed(list(_empty_columns(table._tbl))):
            _drop(table._tbl, at)


def _empty_columns(table: Any) -> Iterator[int]:
    """The columns below the head in which no row has words."""
    rows = table.findall(qn("w:tr"))
    width = len(table.tblGrid.findall(qn("w:gridCol")))
    if not rows or rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
        return
    body = [cells for row in rows[1:] if len(cells := row.findall(qn("w:tc"))) == width]
    for at in range(_KEPT, width if body else 0):
        if all(_words_in(cells[at]) in ("", OPEN) for cells in body):
            yield at


def _words_in(cell: Any) -> str:
    return "".join(one.text or "" for one in cell.iter(qn("w:t"))).strip()


def _drop(table: Any, at: int) -> None:
    columns = table.tblGrid.findall(qn("w:gridCol"))
    widths = [int(one.get(qn("w:w")) or 0) for one in columns]
    table.tblGrid.remove(columns[at])
    rest = sum(widths) - widths[at]
    ratio = sum(widths) / rest if rest else 1
    for row in table.findall(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        if len(cells) == len(columns):
            row.remove(cells[at])
        else:
            _narrow(cells[-1], widths[at])
    for element in (*table.tblGrid.iter(qn("w:gridCol")), *table.iter(qn("w:tcW"))):
        element.set(qn("w:w"), str(round(int(element.get(qn("w:w")) or 0) * ratio)))


def _narrow(cell: Any, width: int) -> None:
    """A cell over several columns is over one less."""
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    if span is not None:
        span.set(qn("w:val"), str(int(span.get(qn("w:val"))) - 1))
    own = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if own is not None:
        own.set(qn("w:w"), str(max(int(own.get(qn("w:w")) or 0) - width, 0)))
