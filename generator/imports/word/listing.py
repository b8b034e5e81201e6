"""The list of an annex (danh mục): one row for each procedure, whatever pages and merges it has.

Tables that go on over pages, each with the header again, are one list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.imports.word.blocks import WordBlock, WordLine, WordRow, WordTable
from generator.imports.word.headless import TableAbove, goes_on_below, is_page_break
from generator.imports.word.list_cells import lines_in, read_cells
from generator.imports.word.list_header import (
    SHARED,
    ListColumn,
    ListHeader,
    read_header,
    swallowed_lines,
)
from generator.imports.word.list_titles import (
    AboveRows,
    action_of_note,
    action_told,
    field_told,
    levels_told,
)
from generator.imports.word.paragraphs import text_of
from generator.imports.word.shared_cells import (
    BEGINS_INSIDE,
    Values,
    goes_on,
    is_merged,
    join_cut_cells,
)
from generator.law.text import fold_text

_MAIN = re.compile(r"([0-9]{1,3})\s*[.)]?\Z")
_CASE = re.compile(r"([0-9]{1,3})\s*[.,]\s*([0-9]{1,2})\s*[.)]?\Z")
_SUBCASE = re.compile(r"([a-zđ])\s*[.)]?\Z")
_SECTION = re.compile(r"(?:[A-Z]|[IVXLC]{1,6})\s*[.)]?\Z")
_LEAD = re.compile(r"\A(?:[A-Z]|[IVXLC]{1,6}|[0-9]{1,2})\s*[.)]\s*")
_TICK = re.compile(r"\s*[xX✓✔×√☑☒✗✘]\s*\Z")
_NOTHING = " -–—.…/"
"""What stands in a cell that is left blank."""
_QUOTES = "“”„\"'‘’` "
_CODE = re.compile(r"(?<![\w.])([1-9]\.[0-9]{6}(?:[0-9]{3})?)(?!\.?\w)")
"""A code as records have it: what goes on behind it makes another one."""


@dataclass(slots=True)
class ListedRow:
    """A row of a list as it is printed.

    `number` is "9", for a case of it "9.1", "" when the file lost it; `values` are the lines of
    each column, shared with the rows for which one cell stands; `levels`, `action` and
    `field_name` come from the rows and the title above, None when nothing says them.
    """

    number: str
    values: Values
    levels: tuple[str, ...] = ()
    action: str | None = None
    field_name: str | None = None
    cases: "list[ListedRow]" = field(default_factory=list)

    def text(self, column: ListColumn) -> str:
        """What a column says, a paragraph a line."""
        return text_of(self.values.get(column, ()))

    @property
    def name(self) -> str:
        """The name of the procedure, on one line, without a mark at its end."""
        return " ".join(self.text(ListColumn.NAME).split()).rstrip(" .;:,")

    @property
    def code(self) -> str | None:
        """The code, where the cell holds just one of the national shape."""
        found = set(_CODE.findall(self.text(ListColumn.CODE)))
        return found.pop() if len(found) == 1 else None

    @property
    def unread_code(self) -> str:
        """What the cell of the code holds when that is not one code and nothing else."""
        said = " ".join(self.text(ListColumn.CODE).split()).strip(_QUOTES)
        return "" if said == self.code or not said.strip(_NOTHING) else said

    def ticked(self, flag: ListColumn) -> bool | None:
        """Whether a column is ticked; None when the list has no such column or other words."""
        if flag not in self.values:
            return None
        text = self.text(flag)
        return True if _TICK.fullmatch(text) else False if not text.strip() else None


@dataclass(slots=True)
class ReadList:
    """The rows of all lists of a file, and the lines that were used for more than one row.

    `headings` are the lines of headers and of section rows; `odd` those that no row could take;
    `two_names` the titles of tables that pair old procedures with new ones: nobody reads those;
    `lone_cases` rows such as 9.1 that stand below no row 9; `unitless` lines with a figure whose
    unit stands in the title of their column.
    """

    rows: list[ListedRow] = field(default_factory=list)
    headings: list[WordLine] = field(default_factory=list)
    odd: list[WordLine] = field(default_factory=list)
    two_names: list[tuple[WordLine, ...]] = field(default_factory=list)
    lone_cases: list[tuple[WordLine, ...]] = field(default_factory=list)
    unitless: list[tuple[WordLine, str]] = field(default_factory=list)


def read_lists(blocks: tuple[WordBlock, ...], *, pages_cut: bool = False) -> ReadList:
    """Every list among the blocks of a file, as one: rows in their order.

    `pages_cut`: the file was made from a PDF, which loses what cells were merged.
    """
    found = ReadList()
    context = AboveRows()
    above: TableAbove | None = None
    for block in blocks:
        if isinstance(block, WordLine):
            above = above if is_page_break(block) else None
            if context.take_title(block.words):
                found.headings.append(block)
            continue
        header = read_header(block) or goes_on_below(block, above, _last_number(found))
        above = TableAbove(block, header) if header else None
        if header and header.two_names:
            found.two_names.append(tuple(lines_in(block.rows[header.rows - 1])))
        elif header:
            _TableReader(block, header, context, found, pages_cut).read()
    for row in found.rows:
        row.action = action_of_note(row.text(ListColumn.NOTE)) or row.action
    if pages_cut:
        every = [one.values for row in found.rows for one in (row, *row.cases)]
        join_cut_cells(every, ListColumn.BASIS)
    return found


def _last_number(found: ReadList) -> str:
    return found.rows[-1].number if found.rows else ""


class _TableReader:
    """Reads the rows of one table into what earlier tables of the list gave."""

    def __init__(
        self,
        table: WordTable,
        header: ListHeader,
        context: AboveRows,
        found: ReadList,
        pages_cut: bool,
    ) -> None:
        self._table = table
        self._header = header
        self._context = context
        self._found = found
        self._pages_cut = pages_cut
        self._begins = True

    def read(self) -> None:
        """Add the rows of the table; a title of its names that says they end holds for it alone."""
        before = self._context.action
        self._context.action = "abolish" if self._header.abolishes else before
        self._read_rows()
        self._context.action = before if self._header.abolishes else self._context.action

    def _read_rows(self) -> None:
        for row in self._table.rows[: self._header.rows]:
            self._read_titles(row)
            taken = [id(line) for line in self._take_swallowed(row)]
            self._found.headings += [line for line in lines_in(row) if id(line) not in taken]
        for row in self._table.rows[self._header.rows :]:
            if not any(cell.text.strip() for cell in row.cells):
                continue
            if not self._take_section(row):
                self._take_row(row)
            self._begins = False

    def _read_titles(self, row: WordRow) -> None:
        """Take what a title in the table says, above the header of its columns."""
        filled = [cell for cell in row.cells if cell.text.strip()]
        if len(filled) == 1:
            for line in filled[0].lines:
                self._context.take_title(line.words)

    def _take_swallowed(self, row: WordRow) -> Iterator[WordLine]:
        last = self._last()
        for column, lines in swallowed_lines(row):
            if last is not None:
                last.values.setdefault(self._header.columns[column], []).extend(lines)
                yield from lines

    def _take_section(self, row: WordRow) -> bool:
        """Take a row that says the level, the kind or the field of those below it."""
        filled = [cell for cell in row.cells if cell.text.strip()]
        first = row.cells[0].number
        numbered = bool(_MAIN.match(first) or _CASE.match(first))
        text = max((cell.text for cell in filled), key=len)
        folded = fold_text(text)
        lead = bool(_SECTION.match(first) or (len(filled) == 1 and _LEAD.match(text)))
        alone = len(filled) == 1 and text.isupper()
        wide = alone or any(cell.span > self._table.width // 2 for cell in filled)
        says = levels_told(folded) or action_told(folded) or field_told(text)
        if numbered or len(filled) > 2 or not (lead or (wide and says)):
            return False
        self._found.headings += lines_in(row)
        levels, action = levels_told(folded), action_told(folded)
        self._context.take_levels(levels)
        self._context.action = action or self._context.action
        if field_name := field_told(text):
            self._context.field_name = field_name
        elif not levels and not action:
            self._context.field_name = _LEAD.sub("", " ".join(text.split()))
        return True

    def _take_row(self, row: WordRow) -> None:
        values = self._take_values(row)
        number = self._number_of(row)
        name = " ".join(line.text for line in values.get(ListColumn.NAME, ()))
        last = self._last()
        case, main = _CASE.match(number), _MAIN.match(number)
        if case and self._is_below(case[1]):
            self._share_with_above(row, values)
            self._add_case(ListedRow(f"{case[1]}.{case[2]}", values))
        elif case:
            self._found.lone_cases.append(tuple(lines_in(row)))
            self._found.odd += lines_in(row)
        elif main or (name and not number and self._begins_row(name, values)):
            self._share_with_above(row, values)
            self._found.rows.append(self._row(main[1] if main else "", values))
        elif last and (letter := self._subcase_of(number, values)):
            self._share_with_above(row, values)
            self._add_subcase(letter, values)
        elif last and not number:
            self._go_on(last, values)
        else:
            self._found.odd += lines_in(row)

    def _is_below(self, number: str) -> bool:
        """Whether the row above is the one of a number, or has lost its own."""
        rows = self._found.rows
        return bool(rows) and rows[-1].number.lstrip("0") in ("", number.lstrip("0"))

    def _number_of(self, row: WordRow) -> str:
        """The number that a row shows, typed or counted by Word."""
        columns = self._header.columns.items()
        cells = [row.at(column) for column, kind in columns if kind is ListColumn.ORDER]
        return next((cell.number for cell in cells if cell and not cell.continues), "")

    def _begins_row(self, name: str, values: Values) -> bool:
        """Whether a row without a number is a new one, and not more of the one above."""
        if self._last() is None or ListedRow("", values).code:
            return True
        is_numbered = ListColumn.ORDER in self._header.columns.values()
        return not (BEGINS_INSIDE.match(name) or (self._begins and is_numbered))

    def _last(self) -> ListedRow | None:
        if not self._found.rows:
            return None
        row = self._found.rows[-1]
        return row.cases[-1] if row.cases else row

    def _row(self, number: str, values: Values) -> ListedRow:
        context = self._context
        own = " ".join(" ".join(line.text for line in values.get(ListColumn.FIELD, ())).split())
        return ListedRow(number, values, context.levels, context.action, own or context.field_name)

    def _add_case(self, case: ListedRow) -> None:
        row = self._found.rows[-1]
        case.levels, case.action, case.field_name = row.levels, row.action, row.field_name
        row.cases.append(case)

    def _subcase_of(self, number: str, values: Values) -> str:
        """The letter of a case: a row with a code of its own is a procedure, and no case."""
        found = _SUBCASE.match(number)
        is_case = values.get(ListColumn.NAME) and not values.get(ListColumn.CODE)
        return found[1] if found and is_case else ""

    def _add_subcase(self, letter: str, values: Values) -> None:
        """Add a row "a)" as a case, with the name of the numbered case that it is of."""
        cases = self._found.rows[-1].cases
        above = next((one for one in reversed(cases) if _CASE.match(one.number)), None)
        if above:
            first, *more = values[ListColumn.NAME]
            values[ListColumn.NAME] = [
                *above.values[ListColumn.NAME],
                *(replace(first, label="–"), *more),
            ]
        number = above.number if above else self._found.rows[-1].number
        self._add_case(ListedRow(f"{number}.{letter}", values))

    def _take_values(self, row: WordRow) -> Values:
        cells = read_cells(row, self._header)
        self._found.odd += cells.odd
        self._found.unitless += cells.unitless
        return cells.values

    def _share_with_above(self, row: WordRow, values: Values) -> None:
        """Share the lines of the row above where a cell is merged with them, or was cut off them.

        Only a text made from a PDF has cells that were cut: in any other an empty cell is empty.
        """
        last = self._last()
        for kind in (*SHARED, ListColumn.TIME, ListColumn.COMMITTED):
            if last is None or kind not in values or kind not in last.values:
                continue
            own, above = values[kind], last.values[kind]
            columns = [column for column, known in self._header.columns.items() if known is kind]
            cut = self._pages_cut and kind in SHARED
            if is_merged(row, columns) or (cut and goes_on(kind, above, own)):
                above += own
                values[kind] = above

    def _go_on(self, row: ListedRow, values: Values) -> None:
        for kind, lines in values.items():
            row.values.setdefault(kind, []).extend(lines)
