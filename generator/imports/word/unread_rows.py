"""Rows of tables that no reader took: asked about, table by table."""

from collections.abc import Iterator

from generator.imports.word.blocks import WordPlace, WordRow, WordTable
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.list_cells import lines_in
from generator.imports.word.remarks import WordRemark
from generator.law.text import fold_text

_FEWEST = 3
"""So many filled cells make a row of a list; signatures and letterheads have fewer."""
_EXCERPT = 80
_PROCESS = "quy trinh noi bo"


def remarks_on_unread_rows(drafted: DraftedDecision) -> Iterator[WordRemark]:
    """For each table outside the contents, how many rows of it are in no record.

    Those of a process that was read and has no procedure are asked about with it.
    """
    reported = {one.line.place for one in keep_ledger(drafted).of(WordUse.REPORTED, "")}
    for source in drafted.sources:
        reported -= {line.place for process in source.processes for line in process.lines}
        asked = {line.place for titles in source.lists.two_names for line in titles}
        asked |= {line.place for case in source.lists.lone_cases for line in case}
        for table in source.file.blocks:
            if isinstance(table, WordTable) and not asked & _places_in(table):
                kind = "process_unread" if _is_process(table) else "rows_unread"
                yield from _remark_on(list(_unread_rows(table, reported)), kind)


def _unread_rows(table: WordTable, reported: set[WordPlace]) -> Iterator[WordRow]:
    """The rows that are in no record, those of titles aside: above what was read, or all words."""
    unread = [_is_unread(row, reported) for row in table.rows]
    begins = 0 if all(unread) else unread.index(False)
    for row, is_unread in list(zip(table.rows, unread, strict=True))[begins:]:
        has_figures = any(any(map(str.isdigit, line.text)) for line in lines_in(row))
        if is_unread and (has_figures or row is not table.rows[0]):
            yield row


def _is_process(table: WordTable) -> bool:
    """Whether the titles of a table say that it has internal processes."""
    titles = (fold_text(line.text) for line in lines_in(table.rows[0]))
    return any(_PROCESS in " ".join(title.split()) for title in titles)


def _remark_on(rows: list[WordRow], kind: str) -> Iterator[WordRemark]:
    lines = [line for row in rows for line in lines_in(row)]
    if lines:
        words = " ".join(line.text for line in lines[:_FEWEST])[:_EXCERPT]
        yield WordRemark(kind, lines[0].place, {"count": str(len(rows)), "words": words})


def _places_in(table: WordTable) -> set[WordPlace]:
    return {line.place for row in table.rows for line in lines_in(row)}


def _is_unread(row: WordRow, reported: set[WordPlace]) -> bool:
    filled = [cell for cell in row.cells if cell.text.strip()]
    return len(filled) >= _FEWEST and all(line.place in reported for line in lines_in(row))
