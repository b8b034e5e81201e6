"""The header of a list: what its columns hold, told by their folded titles.

A list is known by its header, which names the procedure, never by "STT" alone: forms have tables
with "STT" as well, and so have internal processes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.imports.word.blocks import WordCell, WordLine, WordRow, WordTable
from generator.imports.word.list_titles import action_told
from generator.imports.word.list_units import unit_in_title
from generator.law.text import fold_text


class ListColumn(StrEnum):
    """What a column of a list holds."""

    ORDER = "order"
    CODE = "code"
    NAME = "name"
    TIME = "time"
    COMMITTED = "committed"
    PLACE = "place"
    CHANNELS = "channels"
    FEE = "fee"
    BASIS = "basis"
    AMENDING = "amending"
    AMENDED = "amended"
    ABOLISHING = "abolishing"
    POST_IN = "post_in"
    POST_OUT = "post_out"
    END_TO_END = "end_to_end"
    PARTIAL = "partial"
    NON_TERRITORIAL = "non_territorial"
    AGENCY = "agency"
    FIELD = "field"
    NOTE = "note"


FLAGS = (
    ListColumn.POST_IN,
    ListColumn.POST_OUT,
    ListColumn.END_TO_END,
    ListColumn.PARTIAL,
    ListColumn.NON_TERRITORIAL,
)
"""Columns that are ticked."""
SHARED = (ListColumn.PLACE, ListColumn.CHANNELS, ListColumn.FEE, ListColumn.BASIS)
"""Columns in which one cell stands for the rows below it as well, where it is merged with them."""

_HEADERS: tuple[tuple[ListColumn, str], ...] = (
    (ListColumn.NON_TERRITORIAL, r"dia gioi"),
    (ListColumn.POST_IN, r"tiep nhan ho so|tiep nhan$"),
    (ListColumn.POST_OUT, r"tra ket qua"),
    (ListColumn.END_TO_END, r"toan trinh"),
    (ListColumn.PARTIAL, r"mot phan"),
    (ListColumn.NAME, r"^ten (?:tt ?hc|thu tuc)"),
    (ListColumn.ABOLISHING, r"bai bo"),
    (
        ListColumn.AMENDED,
        r"^(?:cac )?(?:noi dung|phan|bo phan) (?:tthc )?(?:duoc )?(?:sua doi|thay doi)",
    ),
    (ListColumn.AMENDING, r"noi dung sua doi|quy dinh noi dung"),
    (ListColumn.CODE, r"^ma (?:so|tthc|thu tuc|ho so)|^ma$|^so (?:ho so|tthc)"),
    (ListColumn.NAME, r"ten tt ?hc|ten thu tuc"),
    (ListColumn.COMMITTED, r"sau cat giam|cat giam con"),
    (ListColumn.TIME, r"thoi han|thoi gian giai quyet|theo quy dinh$"),
    (ListColumn.PLACE, r"dia diem"),
    (ListColumn.CHANNELS, r"cach thuc thuc hien"),
    (ListColumn.FEE, r"\bphi\b"),
    (ListColumn.BASIS, r"can cu"),
    (ListColumn.AGENCY, r"co quan"),
    (ListColumn.FIELD, r"^linh vuc(?: cong bo)?$"),
    (ListColumn.NOTE, r"^ghi chu$"),
    (ListColumn.ORDER, r"^(?:stt|tt|so tt|so thu tu)$"),
)
_PATTERNS = tuple((column, re.compile(pattern)) for column, pattern in _HEADERS)
_PROCESS = re.compile(
    r"bo phan xu ly|noi dung cong viec|buoc thuc hien|trinh tu/ten|quy trinh noi bo"
)
"""Titles of tables of internal processes, which name the procedure as well."""
_MOST_HEADERS = 4
_A_FEE = re.compile(r"(lệ phí|phí)(?:\s*\([^()]*\))?\Z", re.IGNORECASE)
_LONG = 60
"""Titles of columns are shorter; what stands behind them in the cell is no title."""


@dataclass(frozen=True, slots=True)
class ListHeader:
    """The header of a list: what its columns hold, and how many rows it has with its titles."""

    columns: dict[int, ListColumn]
    rows: int
    two_names: bool = False
    """Whether the old and the new procedure stand side by side, in columns of their own."""
    abolishes: bool = False
    """Whether the column of the names says that the procedures end."""
    units: Mapping[int, str] = field(default_factory=dict)
    """The unit that a column has in its title, for the figures below."""
    fee_names: Mapping[int, str] = field(default_factory=dict)
    """What is charged, by column, where "phí" and "lệ phí" have one each."""


def read_header(table: WordTable) -> ListHeader | None:
    """The header of a list, below a title in the table if it has one; None for any other table."""
    for begins in range(_title_rows(table) + 1):
        header = _read_header_at(table, begins)
        if header:
            return header
    return None


def _title_rows(table: WordTable) -> int:
    """How many rows of one cell stand above the header."""
    filled = [sum(bool(cell.text.strip()) for cell in row.cells) for row in table.rows[:3]]
    return next((at for at, count in enumerate(filled) if count > 1), 0)


def _read_header_at(table: WordTable, begins: int) -> ListHeader | None:
    if not table.rows:
        return None
    rows = _header_rows(table, begins)
    columns: dict[int, ListColumn] = {}
    for row in range(begins, rows):
        for column in range(table.width):
            cell = table.origin(row, column)
            known = _column_of(cell) if cell and not (cell.span > 4 and row) else None
            if known and (known not in columns.values() or columns.get(column) is known):
                columns[column] = known
    if ListColumn.PLACE not in columns.values():
        channels = (at for at, kind in columns.items() if kind is ListColumn.CHANNELS)
        columns.update(dict.fromkeys(list(channels), ListColumn.PLACE))
    _assign_amending(columns)
    kinds = set(columns.values())
    titles = (fold_text(cell.text)[:_LONG] for row in table.rows[begins:rows] for cell in row.cells)
    header = " ".join(titles)
    is_list = ListColumn.NAME in kinds and kinds & {ListColumn.ORDER, ListColumn.CODE}
    if not is_list or _PROCESS.search(header):
        return None
    fee_names = _fee_names(table.rows[rows - 1])
    columns.update(dict.fromkeys(fee_names, ListColumn.FEE))
    titles_of = {at: cell.text for at in columns if (cell := table.origin(rows - 1, at))}
    names = (fold_text(titles_of.get(at, "")) for at in columns if columns[at] is ListColumn.NAME)
    return ListHeader(
        columns,
        rows,
        _has_two_names(table.rows[begins]),
        any(action_told(name) == "abolish" for name in names),
        {at: unit for at in columns if (unit := unit_in_title(titles_of.get(at, "")))},
        fee_names,
    )


def _assign_amending(columns: dict[int, ListColumn]) -> None:
    """Take "nội dung sửa đổi" for the documents that amend where no other column has these."""
    if not {ListColumn.AMENDING, ListColumn.BASIS} & set(columns.values()):
        said = [at for at, kind in columns.items() if kind is ListColumn.AMENDED]
        columns.update(dict.fromkeys(said, ListColumn.AMENDING))


def _fee_names(row: WordRow) -> dict[int, str]:
    """The columns of "phí" and of "lệ phí", where each has its own; no column otherwise."""
    said = {cell.column: " ".join(cell.text.split()) for cell in row.cells}
    found = {
        at: named[1].capitalize() for at, text in said.items() if (named := _A_FEE.match(text))
    }
    return found if len(set(found.values())) == 2 == len(found) else {}


def _has_two_names(row: WordRow) -> bool:
    """Whether a row of titles names two procedures: with two codes, or one instead of the other."""
    columns = [_column_of(cell) for cell in row.cells]
    names = {cell.text.strip() for cell in row.cells if _column_of(cell) is ListColumn.NAME}
    instead = any("thay the" in fold_text(name) for name in names)
    return len(names) > 1 and (columns.count(ListColumn.CODE) > 1 or instead)


def _header_rows(table: WordTable, begins_at: int) -> int:
    """How many rows the header has: its first cell goes down, or the next row has titles too."""
    most = begins_at + _MOST_HEADERS
    for number, row in enumerate(table.rows[begins_at + 1 : most], begins_at + 1):
        begins = row.cells[0] if row.cells else None
        if begins is None or begins.continues:
            continue
        titles = [cell for cell in row.cells if _column_of(cell) and len(cell.text) < _LONG]
        if begins.text.strip() or len(titles) < 2:
            return number
    return min(len(table.rows), most)


def _column_of(cell: WordCell) -> ListColumn | None:
    title = " ".join(fold_text(cell.text).replace("(x)", " ").split())[:_LONG]
    return next((column for column, known in _PATTERNS if known.search(title)), None)


def swallowed_lines(row: WordRow) -> Iterator[tuple[int, list[WordLine]]]:
    """Lines of a body that a damaged header took in: those below its title, by column."""
    for cell in row.cells:
        lines = [line for line in cell.lines if line.words]
        if len(cell.text) > _LONG and len(lines) > 1 and _column_of(cell) in SHARED:
            yield cell.column, lines[1:]
