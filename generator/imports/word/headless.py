"""Tables of a list without a header: the one above goes on in them, behind a page."""

import re
from dataclasses import dataclass, replace

from generator.imports.word.blocks import WordLine, WordRow, WordTable
from generator.imports.word.list_header import ListColumn, ListHeader
from generator.records.registers import NATIONAL_CODE

_PAGE = re.compile(
    r"[-–—\s]*+(?:trang\s*+)?[0-9]{0,4}(?:\s{0,9}/\s{0,9}[0-9]{1,4})?[-–—\s]*+", re.IGNORECASE
)
_NUMBER = re.compile(r"0*([0-9]{1,3})\s*(?:[.)]|[.,]\s*[0-9]{1,2}\s*[.)]?)?")


@dataclass(frozen=True, slots=True)
class TableAbove:
    """The table of a list that stands above another one, with nothing but a page between."""

    table: WordTable
    header: ListHeader


def is_page_break(line: WordLine) -> bool:
    """Whether a line between tables is empty, or the number of a page."""
    return _PAGE.fullmatch(line.words) is not None


def goes_on_below(table: WordTable, above: TableAbove | None, last: str) -> ListHeader | None:
    """The header above, for a table as wide whose rows go on counting from `last` or have codes."""
    if above is None or above.header.two_names or table.width != above.table.width:
        return None
    header = replace(above.header, rows=0)
    return header if any(_is_next(row, header, last) for row in table.rows[:2]) else None


def _is_next(row: WordRow, header: ListHeader, last: str) -> bool:
    said = {kind: cell.number for at, kind in header.columns.items() if (cell := row.at(at))}
    if not said.get(ListColumn.NAME):
        return False
    number = _NUMBER.fullmatch(said.get(ListColumn.ORDER, ""))
    wanted = (int(last), int(last) + 1) if last.isdigit() else ()
    follows = number is not None and int(number[1]) in wanted
    return follows or NATIONAL_CODE.match(said.get(ListColumn.CODE, "")) is not None
