"""The columns of a printed process, by the titles of its table."""

import re
from dataclasses import dataclass

from generator.imports.word.blocks import WordTable
from generator.law.text import fold_text

_ROLE = re.compile(r"bo phan xu ly|don vi|nguoi thuc hien|trach nhiem|co quan thuc hien")
_TIME = re.compile(r"thoi gian")
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


@dataclass(frozen=True, slots=True)
class ProcessColumns:
    """Where a table has what a process says, and what its other columns are called."""

    work: int
    role: int
    time: int
    area: int | None
    working: bool
    heading: str
    last: int
    behind: tuple[str, ...]


def columns_of(table: WordTable) -> ProcessColumns | None:
    """The columns of a process; None for a table that has no step, role and time."""
    if not table.rows:
        return None
    at: dict[str, int] = {}
    heading = ""
    for cell in table.rows[0].cells:
        title = " ".join(fold_text(cell.text).split())
        for name, words in _TITLES:
            if words.search(title):
                at.setdefault(name, cell.column if name == "work" else cell.column + cell.span - 1)
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
    )
