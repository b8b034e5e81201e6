"""Grounds that stand in several rows of a list, one below the other: one cell prints them once."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.law.text import fold_text

_BASIS = "can cu"
"""How the title of the column begins, folded."""


def merge_equal_bases(document: Any) -> None:
    """Merge equal cells of the grounds with those below, in tables that have a repeated head."""
    for table in document.tables:
        at = _basis_column(table._tbl)
        if at is not None:
            for cells in _equal_runs(table._tbl, at):
                _merge(cells)


def _basis_column(table: Any) -> int | None:
    head = table.find(qn("w:tr"))
    if head is None or head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
        return None
    titles = (fold_text(_words_of(cell)) for cell in head.findall(qn("w:tc")))
    return next((at for at, title in enumerate(titles) if title.startswith(_BASIS)), None)


def _equal_runs(table: Any, at: int) -> Iterator[list[Any]]:
    """Cells of one column that stand one below the other and say the same."""
    width = len(table.tblGrid.findall(qn("w:gridCol")))
    rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
    column = (cells[at] if len(cells) == width else None for cells in rows[1:])
    for said, run in groupby(column, lambda cell: "" if cell is None else _words_of(cell)):
        cells = list(run)
        if said and len(cells) > 1:
            yield cells


def _words_of(cell: Any) -> str:
    paragraphs = cell.iter(qn("w:p"))
    lines = ("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in paragraphs)
    return "\n".join(lines).strip()


def _merge(cells: list[Any]) -> None:
    """Make cells one: the first keeps its words, the others go on below it."""
    first, *below = cells
    _mark(first, "restart")
    for cell in below:
        _mark(cell, "continue")
        for paragraph in cell.findall(qn("w:p")):
            cell.remove(paragraph)
        cell.append(OxmlElement("w:p"))


def _mark(cell: Any, kind: str) -> None:
    merged = OxmlElement("w:vMerge")
    merged.set(qn("w:val"), kind)
    properties = cell.get_or_add_tcPr()
    before = (qn("w:tcW"), qn("w:gridSpan"), qn("w:cnfStyle"))
    at = sum(one.tag in before for one in properties)
    properties.insert(at, merged)
