"""The list of an annex (danh mục): one row for each procedure, whatever pages and merges it has.

A list is known by its folded header, which names the procedure, never by "STT" alone: forms have
tables with "STT" as well. Tables that go on over pages, each with the header again, are one list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from generator.imports.word.blocks import WordBlock, WordCell, WordLine, WordRow, WordTable
from generator.imports.word.paragraphs import text_of
from generator.law.text import fold_text


class ListColumn(StrEnum):
    """What a column of a list holds."""

    ORDER = "order"
    CODE = "code"
    NAME = "name"
    TIME = "time"
    COMMITTED = "committed"
    PLACE = "place"
    FEE = "fee"
    BASIS = "basis"
    AMENDING = "amending"
    ABOLISHING = "abolishing"
    POST_IN = "post_in"
    POST_OUT = "post_out"
    END_TO_END = "end_to_end"
    PARTIAL = "partial"
    NON_TERRITORIAL = "non_territorial"
    AGENCY = "agency"


FLAGS = (
    ListColumn.POST_IN,
    ListColumn.POST_OUT,
    ListColumn.END_TO_END,
    ListColumn.PARTIAL,
    ListColumn.NON_TERRITORIAL,
)
"""Columns that are ticked."""
_SHARED = (ListColumn.PLACE, ListColumn.FEE, ListColumn.BASIS)
"""Columns in which one cell, merged or not, stands for the rows below it as well."""

_HEADERS: tuple[tuple[ListColumn, str], ...] = (
    (ListColumn.NON_TERRITORIAL, r"dia gioi"),
    (ListColumn.POST_IN, r"tiep nhan ho so|tiep nhan$"),
    (ListColumn.POST_OUT, r"tra ket qua"),
    (ListColumn.END_TO_END, r"toan trinh"),
    (ListColumn.PARTIAL, r"mot phan"),
    (ListColumn.ABOLISHING, r"bai bo"),
    (ListColumn.AMENDING, r"noi dung sua doi|quy dinh noi dung"),
    (ListColumn.CODE, r"^ma (?:so|tthc|thu tuc|ho so)|^ma$"),
    (ListColumn.NAME, r"ten tt ?hc|ten thu tuc"),
    (ListColumn.COMMITTED, r"sau cat giam|cat giam con"),
    (ListColumn.TIME, r"thoi han|thoi gian giai quyet|theo quy dinh$"),
    (ListColumn.PLACE, r"dia diem|cach thuc thuc hien"),
    (ListColumn.FEE, r"\bphi\b"),
    (ListColumn.BASIS, r"can cu"),
    (ListColumn.AGENCY, r"co quan"),
    (ListColumn.ORDER, r"^(?:stt|tt|so tt|so thu tu)$"),
)
_PATTERNS = tuple((column, re.compile(pattern)) for column, pattern in _HEADERS)
_PROCESS = re.compile(r"bo phan xu ly|noi dung cong viec|buoc thuc hien|trinh tu/ten")
"""Titles of tables of internal processes, which name the procedure as well."""
_MOST_HEADERS = 4
_LONG = 60
"""Titles of columns are shorter; what stands behind them in the cell is no title."""

_MAIN = re.compile(r"([0-9]{1,3})\s*[.)]?\Z")
_CASE = re.compile(r"([0-9]{1,3})\s*[.,]\s*([0-9]{1,2})\s*[.)]?\Z")
_SECTION = re.compile(r"(?:[A-Z]|[IVXLC]{1,6})\s*[.)]?\Z")
_LEAD = re.compile(r"\A(?:[A-Z]|[IVXLC]{1,6}|[0-9]{1,2})\s*[.)]\s*")
_FIELD = re.compile(r"\blĩnh vực\b\s*:?\s*(.+)", re.IGNORECASE | re.DOTALL)
_END_OF_FIELD = re.compile(
    r"\s*(?:\(|thuộc\b|trên địa bàn|của (?:ngành|sở|bộ)|áp dụng\b|do\b|[;.:]).*\Z", re.I | re.DOTALL
)
_LEVELS = (
    ("central", r"cap (?:bo|trung uong)"),
    ("province", r"cap tinh|cap thanh pho"),
    ("commune", r"cap xa|cap phuong"),
)
_ACTIONS = (
    ("abolish", r"bai bo"),
    ("replace", r"thay the"),
    ("amend", r"sua doi"),
    ("publish", r"moi ban hanh|ban hanh moi"),
)
_GOES_ON = re.compile(r"[a-zà-ỹ0-9(;,.]")
_TICK = re.compile(r"\s*[xX✓✔×√]\s*\Z")
_CODE = re.compile(r"[1-9]\.[0-9]{6}(?:\.[0-9.A-Z]+)?")


@dataclass(slots=True)
class ListedRow:
    """A row of a list as it is printed.

    `number` is "9", for a case of it "9.1", "" when the file lost it; `values` are the lines of
    each column, shared with the rows for which one cell stands; `levels`, `action` and
    `field_name` come from the rows and the title above, None when nothing says them.
    """

    number: str
    values: dict[ListColumn, list[WordLine]]
    levels: tuple[str, ...] = ()
    action: str | None = None
    field_name: str | None = None
    cases: "list[ListedRow]" = field(default_factory=list)

    def text(self, column: ListColumn) -> str:
        """What a column says, a paragraph a line."""
        return text_of(self.values.get(column, ()))

    @property
    def name(self) -> str:
        """The name of the procedure, on one line."""
        return " ".join(self.text(ListColumn.NAME).split())

    @property
    def code(self) -> str | None:
        """The code, where the cell holds one of the national shape."""
        found = _CODE.search(self.text(ListColumn.CODE))
        return found[0] if found else None

    def ticked(self, flag: ListColumn) -> bool | None:
        """Whether a column is ticked; None when the list has no such column or other words."""
        if flag not in self.values:
            return None
        text = self.text(flag)
        return True if _TICK.fullmatch(text) else False if not text.strip() else None


@dataclass(slots=True)
class ReadList:
    """The rows of all lists of a file, and the lines that were used for more than one row.

    `headings` are the lines of headers and of section rows; `odd` those that no row could take.
    """

    rows: list[ListedRow] = field(default_factory=list)
    headings: list[WordLine] = field(default_factory=list)
    odd: list[WordLine] = field(default_factory=list)


@dataclass(slots=True)
class _Context:
    levels: tuple[str, ...] = ()
    action: str | None = None
    field_name: str | None = None


def read_lists(blocks: tuple[WordBlock, ...]) -> ReadList:
    """Every list among the blocks of a file, as one: rows in their order."""
    found = ReadList()
    context = _Context()
    for block in blocks:
        if isinstance(block, WordLine):
            _hear_title(block, context)
        elif header := read_header(block):
            _TableReader(block, header, context, found).read()
    return found


@dataclass(frozen=True, slots=True)
class ListHeader:
    """The header of a list: what its columns hold, and how many rows it has."""

    columns: dict[int, ListColumn]
    rows: int


def read_header(table: WordTable) -> ListHeader | None:
    """The header of a list; None for any other table."""
    if not table.rows:
        return None
    rows = _header_rows(table)
    columns: dict[int, ListColumn] = {}
    for row in range(rows):
        for column in range(table.width):
            cell = table.origin(row, column)
            known = _column_of(cell) if cell and not (cell.span > 4 and row) else None
            if known and (known not in columns.values() or columns.get(column) is known):
                columns[column] = known
    kinds = set(columns.values())
    titles = (fold_text(cell.text)[:_LONG] for row in table.rows[:rows] for cell in row.cells)
    header = " ".join(titles)
    is_list = ListColumn.NAME in kinds and kinds & {ListColumn.ORDER, ListColumn.CODE}
    return ListHeader(columns, rows) if is_list and not _PROCESS.search(header) else None


def _header_rows(table: WordTable) -> int:
    """How many rows the header has: its first cell goes down, or the next row has titles too."""
    for number, row in enumerate(table.rows[1:_MOST_HEADERS], 1):
        begins = row.cells[0] if row.cells else None
        if begins is None or begins.continues:
            continue
        titles = [cell for cell in row.cells if _column_of(cell) and len(cell.text) < _LONG]
        if begins.text.strip() or len(titles) < 2:
            return number
    return min(len(table.rows), _MOST_HEADERS)


def _column_of(cell: WordCell) -> ListColumn | None:
    title = " ".join(fold_text(cell.text).replace("(x)", " ").split())[:_LONG]
    return next((column for column, known in _PATTERNS if known.search(title)), None)


def _swallowed(row: WordRow) -> Iterator[tuple[int, list[WordLine]]]:
    """Lines of a body that a damaged header took in: those below its title, by column."""
    for cell in row.cells:
        lines = [line for line in cell.lines if line.words]
        if len(cell.text) > _LONG and len(lines) > 1 and _column_of(cell) in _SHARED:
            yield cell.column, lines[1:]


def _hear_title(line: WordLine, context: _Context) -> None:
    """Take level, action and field from a title above a list; a long line is no title."""
    folded = fold_text(line.words)
    if len(line.words) > 400 or not re.search("danh muc|linh vuc", folded):
        return
    if "danh muc" in folded:
        context.action = _action_in(folded) or context.action
        context.levels = _levels_in(folded) or context.levels
    context.field_name = _field_in(line.words) or context.field_name


class _TableReader:
    """Reads the rows of one table into what earlier tables of the list gave."""

    def __init__(
        self, table: WordTable, header: ListHeader, context: _Context, found: ReadList
    ) -> None:
        self._table = table
        self._header = header
        self._context = context
        self._found = found
        self._begins = True

    def read(self) -> None:
        """Add the rows of the table."""
        for row in self._table.rows[: self._header.rows]:
            self._found.headings += _lines_in(row)
            self._take_swallowed(row)
        for row in self._table.rows[self._header.rows :]:
            if not any(cell.text.strip() for cell in row.cells):
                continue
            if self._take_section(row):
                continue
            self._take_row(row)
            self._begins = False

    def _take_swallowed(self, row: WordRow) -> None:
        last = self._last()
        for column, lines in _swallowed(row):
            if last is not None:
                last.values.setdefault(self._header.columns[column], []).extend(lines)

    def _take_section(self, row: WordRow) -> bool:
        """Take a row that says the level, the kind or the field of those below it."""
        filled = [cell for cell in row.cells if cell.text.strip()]
        first = " ".join(row.cells[0].text.split())
        numbered = bool(_MAIN.match(first) or _CASE.match(first))
        text = max((cell.text for cell in filled), key=len)
        folded = fold_text(text)
        lead = bool(_SECTION.match(first) or (len(filled) == 1 and _LEAD.match(text)))
        wide = any(cell.span > self._table.width // 2 for cell in filled)
        says = _levels_in(folded) or _action_in(folded) or _field_in(text)
        if numbered or len(filled) > 2 or not (lead or (wide and says)):
            return False
        self._found.headings += _lines_in(row)
        levels, action = _levels_in(folded), _action_in(folded)
        self._context.levels = levels or self._context.levels
        self._context.action = action or self._context.action
        if not levels and not action:
            self._context.field_name = _field_in(text) or _LEAD.sub("", " ".join(text.split()))
        return True

    def _take_row(self, row: WordRow) -> None:
        values = self._values(row)
        number = " ".join(line.text for line in values.get(ListColumn.ORDER, ())).strip()
        name = " ".join(line.text for line in values.get(ListColumn.NAME, ()))
        last = self._last()
        case, main = _CASE.match(number), _MAIN.match(number)
        if case and self._found.rows:
            self._inherit(values)
            self._add_case(ListedRow(f"{case[1]}.{case[2]}", values))
        elif main or (name and not number and not (self._begins or _GOES_ON.match(name))):
            self._inherit(values)
            self._found.rows.append(self._row(main[1] if main else "", values))
        elif last and not number:
            self._go_on(last, values)
        else:
            self._found.odd += _lines_in(row)

    def _last(self) -> ListedRow | None:
        if not self._found.rows:
            return None
        row = self._found.rows[-1]
        return row.cases[-1] if row.cases else row

    def _row(self, number: str, values: dict[ListColumn, list[WordLine]]) -> ListedRow:
        context = self._context
        return ListedRow(number, values, context.levels, context.action, context.field_name)

    def _add_case(self, case: ListedRow) -> None:
        row = self._found.rows[-1]
        case.levels, case.action, case.field_name = row.levels, row.action, row.field_name
        row.cases.append(case)

    def _values(self, row: WordRow) -> dict[ListColumn, list[WordLine]]:
        """The lines of each column in a row; merged cells give theirs only to the first."""
        values: dict[ListColumn, list[WordLine]] = {c: [] for c in self._header.columns.values()}
        seen: list[WordCell] = []
        for column, kind in sorted(self._header.columns.items()):
            cell = row.at(column)
            if cell is None or any(cell is one for one in seen):
                continue
            seen.append(cell)
            values[kind] += [line for line in cell.lines if line.words]
        taken = {id(line) for lines in values.values() for line in lines}
        self._found.odd += [line for line in _lines_in(row) if id(line) not in taken]
        return values

    def _inherit(self, values: dict[ListColumn, list[WordLine]]) -> None:
        """Share the lines of the row above where a cell is empty or goes on with them."""
        last = self._last()
        for kind in _SHARED:
            if last is None or kind not in values or kind not in last.values:
                continue
            own, above = values[kind], last.values[kind]
            goes_on = own and not own[0].label and _GOES_ON.match(own[0].words)
            if not own or goes_on:
                above += own
                values[kind] = above

    def _go_on(self, row: ListedRow, values: dict[ListColumn, list[WordLine]]) -> None:
        for kind, lines in values.items():
            row.values.setdefault(kind, []).extend(lines)


def _lines_in(row: WordRow) -> Iterator[WordLine]:
    return (line for cell in row.cells for line in cell.lines if line.words)


def _levels_in(folded: str) -> tuple[str, ...]:
    return tuple(level for level, words in _LEVELS if re.search(words, folded))


def _action_in(folded: str) -> str | None:
    """The one action that words name; None for none, and for several."""
    found = [action for action, words in _ACTIONS if re.search(words, folded)]
    return found[0] if len(found) == 1 else None


def _field_in(text: str) -> str | None:
    found = _FIELD.search(" ".join(text.split()))
    name = _END_OF_FIELD.sub("", found[1]).strip(" ,-") if found else ""
    if not name or len(name) > 100:
        return None
    return name[0].upper() + name[1:].lower() if name.isupper() else name[0].upper() + name[1:]
