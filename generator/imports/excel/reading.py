"""A list of procedures in Excel, whatever its layout: columns are known by their titles.

Read are the national portal's export (five columns) and the lists of eleven and eighteen columns
that offices keep; never by position. Codes that Excel turned into numbers get their digits back.
"""

import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.imports.word.package import (
    UnreadableFileError,
    read_entries,
    read_file_bytes,
    refuse_bomb,
    sniff,
)
from generator.law.text import fold_text, repair_import
from generator.records.size_limits import has_long_word

_HEADER_WITHIN = 10
_TICKS = ("x", "v", "✓", "có")
_MOST_COLUMNS = 60
_CODE = re.compile(r"(?<![\w.])[1-9]\.[0-9]{6}(?:[0-9]{3})?(?!\.?\w)")
"""A code as records have it: what goes on behind it makes another one."""

_NUMBER = re.compile(r"([1-9])[.,](\d{3,6})")
"""A code as a number that was turned into text again."""


class ExcelColumn(StrEnum):
    """What a column of a list holds."""

    CODE = "code"
    NAME = "name"
    FIELD = "field"
    PUBLISHER = "publisher"
    EXECUTING = "executing"
    LEVEL = "level"
    FEE = "fee"
    CHARGE = "charge"
    ONLINE = "online"
    END_TO_END = "end_to_end"
    PARTIAL = "partial"
    NON_TERRITORIAL = "non_territorial"
    POST = "post"
    DECISION = "decision"
    NOTE = "note"


_TITLES = (
    (
        ExcelColumn.CODE,
        r"^(?:ma(?: so)?|so) (?:tthc|(?:ho so )?(?:tthc|thu tuc hanh chinh)|ho so|thu tuc)$"
        r"|^ma(?: so)?$",
    ),
    (ExcelColumn.NAME, r"^ten(?: tthc| thu tuc(?: hanh chinh)?)?$"),
    (ExcelColumn.FIELD, r"^linh vuc$"),
    (ExcelColumn.PUBLISHER, r"^co quan (?:cong bo|ban hanh)$"),
    (ExcelColumn.EXECUTING, r"^(?:co quan|don vi) thuc hien$"),
    (ExcelColumn.LEVEL, r"^cap thuc hien$"),
    (ExcelColumn.FEE, r"^phi(?:\W+le phi)?$"),
    (ExcelColumn.CHARGE, r"^le phi$"),
    (ExcelColumn.ONLINE, r"^muc do(?: cung cap)?(?: dvc(?:tt)?)?$"),
    (ExcelColumn.END_TO_END, r"^toan trinh$"),
    (ExcelColumn.PARTIAL, r"^mot phan$"),
    (ExcelColumn.NON_TERRITORIAL, r"^phi dia gioi$"),
    (ExcelColumn.POST, r"^(?:dich vu )?bcci$"),
    (ExcelColumn.DECISION, r"^quyet dinh(?: so)?$"),
    (ExcelColumn.NOTE, r"^ghi chu$"),
)
_PATTERNS = tuple((column, re.compile(words)) for column, words in _TITLES)


@dataclass(frozen=True, slots=True)
class ExcelRow:
    """A row: where it stands, its code and its values as text; `restored` when Excel had made a
    number of the code.
    """

    file: str
    sheet: str
    number: int
    code: str | None
    values: Mapping[ExcelColumn, str]
    restored: bool = False

    @property
    def name(self) -> str:
        """The name of the procedure, on one line."""
        return " ".join(self.values.get(ExcelColumn.NAME, "").split())

    def ticked(self, column: ExcelColumn) -> bool | None:
        """Whether a column is ticked; None when the list has no such column or other words."""
        if column not in self.values:
            return None
        said = self.values[column].strip().lower()
        return True if said in _TICKS else False if not said else None

    def entries(self, column: ExcelColumn) -> tuple[str, ...]:
        """The entries of a cell that holds several, a line each."""
        lines = self.values.get(column, "").splitlines()
        return tuple(line.strip() for line in lines if line.strip())


class ExcelLack(StrEnum):
    """Why a row names no procedure."""

    NAME = "no_name"
    CODE = "no_code"
    WORD = "long_word"


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row that names no procedure: where it stands, what it says, the cell that is the reason."""

    file: str
    sheet: str
    number: int
    text: str
    lack: ExcelLack
    cell: str


@dataclass(slots=True)
class ExcelList:
    """The rows of a file, the repairs of its texts, and the rows that name no procedure."""

    rows: list[ExcelRow] = field(default_factory=list)
    repairs: Counter[str] = field(default_factory=Counter)
    left: list[LeftRow] = field(default_factory=list)


def read_excel_list(path: Path) -> ExcelList:
    """The procedures of all sheets of a workbook.

    Raises UnreadableFileError with one sentence for another kind of file, a damaged one, and one
    without a sheet that has a column for names and one for codes.
    """
    import openpyxl  # an extra: only who reads Excel needs it

    kind = sniff(read_file_bytes(path))
    if kind != "xlsx":
        is_other = kind in ("docx", "unknown", "doc", "ole")
        raise UnreadableFileError("office.is_no_excel" if is_other else f"office.is.{kind}")
    _refuse_bombs(path)
    found = ExcelList()
    sheets = 0
    try:
        with warnings.catch_warnings(action="ignore"):  # openpyxl tells of styles that it lacks
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            for sheet in book.worksheets:
                rows = sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS)
                sheets += _read_sheet(path.name, sheet.title, rows, found)
    except Exception as error:  # zlib, lxml, zipfile and openpyxl each have errors of their own
        raise UnreadableFileError("office.is.broken") from error
    if not sheets:
        raise UnreadableFileError("office.no_columns")
    return found


def _refuse_bombs(path: Path) -> None:
    """Raise UnreadableFileError for a workbook that unpacks into more than a list can hold."""
    try:
        with zipfile.ZipFile(path) as package:
            for entry in read_entries(package):
                refuse_bomb(entry)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise UnreadableFileError("office.is.broken") from None


def _read_sheet(file: str, sheet: str, rows: Iterator[Sequence[object]], found: ExcelList) -> bool:
    """Whether a sheet has a header; its rows are added."""
    columns: dict[int, ExcelColumn] = {}
    for number, row in enumerate(rows, 1):
        if not columns:
            if number > _HEADER_WITHIN:
                return False
            columns = _header(row)
        elif any(value not in (None, "") for value in row):
            _take_row((file, sheet, number), row, columns, found)
    return bool(columns)


def _header(row: Sequence[object]) -> dict[int, ExcelColumn]:
    columns: dict[int, ExcelColumn] = {}
    for place, value in enumerate(row):
        title = " ".join(re.sub(r"[.:*]", " ", fold_text(str(value or ""))).split())
        known = next((column for column, words in _PATTERNS if words.search(title)), None)
        if known and known not in columns.values():
            columns[place] = known
    return columns if {ExcelColumn.CODE, ExcelColumn.NAME} <= set(columns.values()) else {}


def _take_row(
    place: tuple[str, str, int],
    row: Sequence[object],
    columns: Mapping[int, ExcelColumn],
    found: ExcelList,
) -> None:
    values: dict[ExcelColumn, str] = {}
    code, restored = None, False
    for at, column in columns.items():
        value = row[at] if at < len(row) else None
        if column is ExcelColumn.CODE:
            code, restored = read_code(value)
        text, repairs = repair_import("" if value is None else str(value))
        found.repairs += repairs
        values[column] = text
    made = ExcelRow(*place, code, values, restored)
    lacking = _find_lack(made)
    if lacking is None:
        found.rows.append(made)
        return
    lack, column = lacking
    texts = (str(value) for value in row if value not in (None, ""))
    at = next(at for at, one in columns.items() if one is column)
    cell = f"{_letters(at)}{place[2]}"
    found.left.append(LeftRow(*place, " | ".join(texts), lack, cell))


def _find_lack(row: ExcelRow) -> tuple[ExcelLack, ExcelColumn] | None:
    """What keeps a row from being taken, and the column that it is in."""
    long = (column for column, text in row.values.items() if has_long_word(text))
    if column := next(long, None):
        return ExcelLack.WORD, column
    if not row.name:
        return ExcelLack.NAME, ExcelColumn.NAME
    unread = row.code is None and row.values[ExcelColumn.CODE]
    return (ExcelLack.CODE, ExcelColumn.CODE) if unread else None


def _letters(column: int) -> str:
    """A column (from 0) as Excel names it: A, B … AA."""
    before = _letters(column // 26 - 1) if column >= 26 else ""
    return f"{before}{chr(ord('A') + column % 26)}"


def read_code(value: object) -> tuple[str | None, bool]:
    """The code of a cell, and whether Excel had made a number of it.

    A number loses the zeros at its end, and its point may be a comma; both come back.

    >>> read_code("1.014966"), read_code(1.01497), read_code("mã: 2.000674")
    (('1.014966', False), ('1.014970', True), ('2.000674', False))
    >>> read_code("1,01497"), read_code(1014970)
    (('1.014970', True), ('1.014970', True))
    >>> read_code("1.014966.000.00.00.H01"), read_code("1.014966; 2.000674")
    ((None, False), (None, False))
    """
    if isinstance(value, float) and 1 <= value < 10:
        return f"{value:.6f}", True
    if isinstance(value, int) and 1_000_000 <= value <= 9_999_999:
        return f"{str(value)[0]}.{str(value)[1:]}", True
    text = str(value or "").strip()
    codes = _CODE.findall(text)
    if codes:
        return (codes[0] if len(codes) == 1 else None), False
    number = _NUMBER.fullmatch(text)
    return (f"{number[1]}.{number[2]:<06}", True) if number else (None, False)
