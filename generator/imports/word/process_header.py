"""The header of a table of internal processes: its columns, and where in a table it stands."""

import re
from dataclasses import dataclass, replace

from generator.imports.word.blocks import WordLine, WordRow, WordTable
from generator.law.text import fold_text

_ROLE = re.compile(r"bo phan xu ly|don vi|nguoi thuc hien|trach nhiem|co quan thuc hien")
_TIME = re.compile(r"thoi gian|\Athoi han\Z")
_AREA = re.compile(r"vung|mien nui|hai dao")
_COORDINATING = re.compile(r"\A(?!.*(?:thuc hien|xu ly)).*phoi hop")
_APPROVING = re.compile(r"\A(?!.*(?:thuc hien|xu ly)).*(?:tham quyen|nguoi) phe duyet")
_SAID = {"coordinating": "Cơ quan phối hợp", "approving": "Thẩm quyền phê duyệt"}
"""Columns that say something of a whole procedure, case or step, and how a record words it."""
_WORK = re.compile(r"noi dung|trinh tu|cong viec|buoc")
_TITLES = (
    ("area", _AREA),
    ("coordinating", _COORDINATING),
    ("approving", _APPROVING),
    ("time", _TIME),
    ("role", _ROLE),
    ("work", _WORK),
)
STEP = re.compile(r"\A\s*(?:bước|b)\s*\d{1,2}(?:\.\d{1,2})?\s*+[:.]?\s*+\Z", re.IGNORECASE)
"""What begins a row of a step: Bước 1, B1."""
ROMAN = re.compile(r"\A\s*+[IVX]{1,6}\s*+\.?\s*+\Z")
"""The number of a row that begins a procedure, or a field."""
_NUMBER = re.compile(r"\A\s*+(\d{1,2})\s*+\.?\s*+\Z")

_LEVELS = (("cap xa", "commune"), ("cap tinh", "province"))
_HEADING = 200


@dataclass(frozen=True, slots=True)
class ProcessColumns:
    """The columns of a table, by their numbers; `behind` are those after the times.

    `persons` are more columns of who does a step, `task` is one of what, behind those.
    """

    work: int
    role: int
    time: int
    area: int | None
    working: bool
    heading: str
    last: int
    behind: tuple[str, ...]
    persons: tuple[int, ...] = ()
    task: int | None = None

    @property
    def roles(self) -> tuple[int, ...]:
        """All columns of who does a step."""
        return (self.role, *self.persons)


def table_of_steps(table: WordTable) -> WordTable:
    """The table itself, or the part with the steps of one that has purpose, scope, papers above
    them, each with a number (as quality systems print them).
    """
    steps = [
        at
        for at, row in enumerate(table.rows)
        if any(STEP.match(cell.text.strip()) for cell in row.cells)
    ]
    if not steps or read_columns(table):
        return table
    begins = (at for at in range(1, steps[0]) if read_columns(_part_of(table, at, at + 1)))
    begin = next(begins, None)
    return table if begin is None else _part_of(table, begin, steps[-1] + 1)


def _part_of(table: WordTable, begin: int, end: int) -> WordTable:
    rows = enumerate(table.rows[begin:end], 1)
    return WordTable(table.number, tuple(replace(row, number=number) for number, row in rows))


def read_columns(table: WordTable) -> ProcessColumns | None:
    """The columns of a process; None for a table that has no step, role and time."""
    if not table.rows:
        return None
    at: dict[str, int] = {}
    heading = ""
    persons: list[int] = []
    task: int | None = None
    for cell in table.rows[0].cells:
        title = " ".join(fold_text(cell.text).split())
        for name, words in _TITLES:
            if words.search(title):
                end = cell.column + cell.span - 1
                persons += [end] if name == "role" and name in at else []
                task = end if name == "work" and "role" in at and task is None else task
                at.setdefault(name, cell.column if name == "work" else end)
                heading = cell.lines[0].words.capitalize() if name == "area" else heading
                break
    if not {"time", "role", "work"} <= at.keys():
        return None
    working = "lam viec" in fold_text(table.rows[0].cells[-1].text) or "area" in at
    last = max(at["time"], at.get("area", 0))
    names = {at[name]: said for name, said in _SAID.items() if name in at}
    ends = (cell.column + cell.span - 1 for cell in table.rows[0].cells)
    return ProcessColumns(
        *(at["work"], at["role"], at["time"], at.get("area"), working, heading, last),
        behind=tuple(names.get(end, "") for end in ends if end > last),
        persons=tuple(persons),
        task=task,
    )


def numbers_steps(table: WordTable, columns: ProcessColumns) -> bool:
    """Whether rows that begin with 1, 2, 3 … are the steps of a table without "Bước 1".

    Each has who does it and how long that takes in cells of its own; where Roman numbers begin
    procedures, each of these has its own steps.
    """
    if _has_step(table):
        return False
    found = [(row, number) for row in table.rows[1:] if (number := _number_of(row)) is not None]
    numbers = [number for _, number in found]
    parts = numbers.count(1)
    after = zip(numbers, [*numbers[1:], 1], strict=True)
    in_order = numbers[:1] == [1] and all(two in (1, one + 1) for one, two in after)
    most = len(_roman_rows(table)) if begins_with_roman(table, columns) else 1
    is_whole = all(_is_whole(table, row, columns) for row, _ in found)
    return len(found) > 1 and parts <= most and in_order and is_whole


def begins_with_roman(table: WordTable, columns: ProcessColumns) -> bool:
    """Whether rows with I, II … begin the procedures of a table: below each, its steps follow.

    Where rows of numbers begin them, those of Roman numbers are of the fields above.
    """
    rows = _roman_rows(table)
    below = [table.rows[at + 1] if at + 1 < len(table.rows) else None for at in rows]
    return bool(rows) and all(row is not None and _is_step(table, row, columns) for row in below)


def _roman_rows(table: WordTable) -> list[int]:
    rows = enumerate(table.rows)
    return [at for at, row in rows if row.cells and ROMAN.match(row.cells[0].running_words)]


def _is_step(table: WordTable, row: WordRow, columns: ProcessColumns) -> bool:
    labels = (cell.running_words for cell in row.cells)
    numbered = _number_of(row) is not None and _is_whole(table, row, columns)
    return any(map(STEP.match, labels)) or numbered


def _has_step(table: WordTable) -> bool:
    return any(STEP.match(cell.running_words) for row in table.rows for cell in row.cells)


def _number_of(row: WordRow) -> int | None:
    number = _NUMBER.match(row.cells[0].running_words) if row.cells else None
    return int(number[1]) if number else None


def _is_whole(table: WordTable, row: WordRow, columns: ProcessColumns) -> bool:
    """Whether a row has all cells of a step; who does it may stand in one cell for several rows."""
    parts = [row.cells[0], table.origin(row.number - 1, columns.role), row.at(columns.time)]
    if columns.work > row.cells[0].column:
        parts.append(row.at(columns.work))
    filled = [one.column for one in parts if one and one.running_words]
    return len(set(filled)) == len(parts)


def is_header(row: WordRow, table: WordTable) -> bool:
    """Whether a row is the header again, as converted files have it on each page."""
    heads = [fold_text(cell.text) for cell in table.rows[0].cells]
    return [fold_text(cell.text) for cell in row.cells] == heads


def levels_in(line: WordLine) -> tuple[str, ...]:
    """The one level that a heading names."""
    folded = fold_text(line.words)
    found = [key for words, key in _LEVELS if words in folded]
    return tuple(found) if len(found) == 1 and len(folded) < _HEADING else ()
