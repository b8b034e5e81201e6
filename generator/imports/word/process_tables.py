"""The tables of internal processes, row by row: procedures, cases, stages, steps, notes."""

import re
from dataclasses import replace

from generator.imports.word.blocks import WordBlock, WordCell, WordLine, WordRow, WordTable
from generator.imports.word.drawn_processes import read_drawn
from generator.imports.word.process_header import (
    ROMAN,
    STEP,
    ProcessColumns,
    begins_with_roman,
    is_header,
    levels_in,
    numbers_steps,
    read_columns,
    table_of_steps,
)
from generator.imports.word.process_times import LENGTH, days, read_time, with_unit
from generator.imports.word.process_titles import TOTAL_ABOVE, titles_above
from generator.imports.word.processes import PrintedProcess, ProcessCase, ProcessStage
from generator.records.registers import TODO
from generator.records.stated import Duration
from generator.records.version import InternalStep

_STAGE = re.compile(r"\A\s*giai đoạn\s+\d{1,2}", re.IGNORECASE)
_CASE = re.compile(r"\A\s*\d{1,3}\s*\.\s*\d{1,2}\.?\s*\Z")
_WHOLE = re.compile(r"\A\s*\d{1,3}\.?\s*\Z")
_TOTAL = re.compile(r"t[ổo]ng (?:thời gian|cộng)|thời gian giải quyết", re.IGNORECASE)
_TOTAL_SAID = "Tổng thời gian"
"""How a record words the time that a table prints for a procedure, a case or a stage."""


def read_processes(blocks: tuple[WordBlock, ...]) -> list[PrintedProcess]:
    """The internal processes among the blocks of a file, in their order."""
    found: list[PrintedProcess] = []
    above: list[WordLine] = []
    levels: tuple[str, ...] = ()
    for block in blocks:
        if isinstance(block, WordLine):
            above.append(block)
            levels = levels_in(block) or levels
            continue
        table = table_of_steps(block)
        columns = read_columns(table)
        drawn = [] if columns else read_drawn(block, levels)
        if columns:
            _ProcessReader(table, columns, above, levels, found).read()
        found += drawn
        above = [] if columns or drawn else above
    return found


class _ProcessReader:
    """Reads the rows of one table; where it names no procedure, the lines above it do."""

    def __init__(
        self,
        table: WordTable,
        columns: ProcessColumns,
        above: list[WordLine],
        levels: tuple[str, ...],
        found: list[PrintedProcess],
    ) -> None:
        self._table = table
        self._columns = columns
        self._above = above
        self._levels = levels
        self._found = found
        self._titles = titles_above(above)
        self._whole = ROMAN if begins_with_roman(table, columns) else _WHOLE
        named = bool(self._titles) or self._whole is ROMAN
        self._numbered = named and numbers_steps(table, columns)
        self._own = False
        self._part = ""

    def read(self) -> None:
        """Add the processes of the table; its header belongs to the first of them."""
        first = len(self._found)
        for row in self._table.rows[1:]:
            self._take_row(row)
        for process in self._found[first : first + 1]:
            heads = (row for row in self._table.rows if is_header(row, self._table))
            process.structure += [
                line for row in heads for cell in row.cells for line in cell.lines if line.words
            ]

    def _take_row(self, row: WordRow) -> None:
        texts = [(cell, cell.running_words) for cell in row.cells]
        filled = [(cell, text) for cell, text in texts if text]
        step = next((n for n, (cell, text) in enumerate(filled) if self._is_step(cell, text)), None)
        if not filled or (is_header(row, self._table) and step is None):
            return
        labels = self._labels(row)
        stage = next((text for _, text in filled if _STAGE.match(text)), None)
        if step is not None:
            self._add_step(row, filled, step)
        elif stage:
            self._add_stage(row, stage)
        elif any(_CASE.match(text) for text in labels):
            self._add_case(row, labels)
        elif any(self._whole.match(text) for text in labels) and len(filled) > 1:
            self._begin([self._name(row)], row)
        elif _TOTAL.search(filled[0][1]):
            cell, text = self._total_in(row, filled)
            self._case().total = days(text, self._columns.working)
            self._say_total(self._case_number(), text)
            self._keep(row, structure=(filled[0][0], cell))
        elif filled[0][0].column >= self._columns.work:
            self._take_words(row, filled)

    def _is_step(self, cell: WordCell, text: str) -> bool:
        """Whether a cell is the label of a step: a number alone where the table has no other."""
        return bool(STEP.match(text) or (self._numbered and not cell.column and _WHOLE.match(text)))

    def _total_in(self, row: WordRow, filled: list[tuple[WordCell, str]]) -> tuple[WordCell, str]:
        """The cell with the time of the whole: that of its column, else the last one."""
        cell = row.at(self._columns.time)
        text = cell.running_words if cell else ""
        return (cell, text) if cell and LENGTH.fullmatch(text) else filled[-1]

    def _take_words(self, row: WordRow, filled: list[tuple[WordCell, str]]) -> None:
        """Words across the table: below a step its note; where a stage begins, and from then on
        in it, the name of a part of the stage, if it has a time. Others stay for the report.
        """
        stages = self._found[-1].cases[-1].stages if self._own and self._found[-1].cases else []
        if not stages:
            return
        if len(filled) == 1 and stages[-1].steps:
            last = stages[-1].steps[-1]
            note = "\n".join(line.words for line in filled[0][0].lines if line.words)
            stages[-1].steps[-1] = replace(last, name=f"{last.name}\n{note}")
            self._keep(row)
        elif all(LENGTH.fullmatch(text) for _, text in filled[1:]) and (
            self._part or not stages[-1].steps
        ):
            self._part = filled[0][1]
            whose = (self._case_number(), stages[-1].name, self._part)
            self._say_totals(row, " – ".join(filter(None, whose)))
            self._keep(row)

    def _labels(self, row: WordRow) -> list[str]:
        """The words in front of the column of the work: numbers of procedures and cases."""
        cells = (cell for cell in row.cells if cell.column < self._columns.work)
        return [text for one in cells if (text := one.running_words)]

    def _name(self, row: WordRow) -> str:
        """The words of the first cell from the column of the work on that has any."""
        cells = (cell for cell in row.cells if cell.column >= self._columns.work)
        return next((text for one in cells if (text := one.running_words)), "")

    def _begin(self, names: list[str], row: WordRow | None) -> None:
        self._own, self._part = True, ""
        self._found.append(PrintedProcess(names, self._levels))
        if row:
            number = next(filter(self._whole.match, self._labels(row)), "")
            self._found[-1].number = number.strip(" .")
            self._keep(row)
            self._say_totals(row, "")
            self._say(row, "")

    def _process(self) -> PrintedProcess:
        if not self._own:
            self._begin([line.text for line in self._titles], None)
            self._found[-1].lines += self._titles
            self._take_totals_above()
        return self._found[-1]

    def _take_totals_above(self) -> None:
        """Keep the time of the whole that a line above the table gives."""
        process = self._found[-1]
        for line in self._above:
            total = TOTAL_ABOVE.match(line.text)
            if total:
                process.lines.append(line)
                process.said.append(line.text)
                process.totals.append(days(total[1], self._columns.working))

    def _case(self) -> ProcessCase:
        process = self._process()
        if not process.cases:
            process.cases.append(ProcessCase(""))
        return process.cases[-1]

    def _case_number(self) -> str:
        """The number of the case, which names it where its words were said before."""
        return self._case().name.partition(" ")[0]

    def _add_case(self, row: WordRow, labels: list[str]) -> None:
        number = next(text for text in labels if _CASE.match(text))
        name = f"{number} {self._name(row)}"
        process = self._process()
        self._part = ""
        process.cases.append(ProcessCase(name, days(self._at(row, self._columns.time), True)))
        self._keep(row)
        self._say_totals(row, number)
        self._say(row, f"{name} – ")

    def _add_stage(self, row: WordRow, name: str) -> None:
        total = days(self._at(row, self._columns.time), self._columns.working)
        self._case().stages.append(ProcessStage(name, total))
        self._part = ""
        self._say_totals(row, " – ".join(filter(None, (self._case_number(), name))))
        self._keep(row)

    def _add_step(self, row: WordRow, filled: list[tuple[WordCell, str]], label: int) -> None:
        columns = self._columns
        work = [text for cell, text in filled[label + 1 :] if cell.column < columns.role]
        work = work or self._merged(row, filled[label][0])
        task = self._at(row, columns.task) if columns.task is not None else ""
        what = list(filter(None, (" ".join(work), task)))
        roles = [self._at(row, at) or self._origin(row, at) for at in columns.roles]
        case = self._case()
        if not case.stages:
            case.stages.append(ProcessStage("", None))
        phase = " – ".join(filter(None, (case.name, case.stages[-1].name, self._part)))
        case.stages[-1].steps.append(
            InternalStep(
                name="\n".join((*(what or [filled[label][1]]), *_notes(row))),
                role=" – ".join(dict.fromkeys(filter(None, roles))) or TODO,
                time=self._time(row),
                phase=phase or None,
            )
        )
        self._keep(row)
        self._say(row, " – ".join(filter(None, (phase, *what))) + " – ")

    def _say(self, row: WordRow, whose: str) -> None:
        """Keep who coordinates and who approves, of a procedure, a case or a step: cells are
        counted, as the last columns of such tables seldom stand exactly below their heads.
        """
        columns = self._columns
        cells = [cell for cell in row.cells if cell.column > columns.last]
        if len(cells) == len(columns.behind):
            for name, cell in zip(columns.behind, cells, strict=True):
                if name and (text := cell.running_words):
                    self._process().said.append(f"{whose}{name}: {text}")

    def _say_totals(self, row: WordRow, whose: str) -> None:
        """Keep the time that is printed for a procedure, a case or a stage as a whole."""
        columns = self._columns
        self._say_total(whose, self._at(row, columns.time), self._area(row))

    def _say_total(self, whose: str, total: str, area: str = "") -> None:
        times = "; ".join(filter(None, (with_unit(total, self._columns.working), area)))
        if times:
            said = " – ".join(filter(None, (whose, f"{_TOTAL_SAID}: {times}")))
            self._process().said.append(said)

    def _area(self, row: WordRow) -> str:
        """The time in mountains and islands, where it is another one."""
        columns = self._columns
        text = self._at(row, columns.area) if columns.area is not None else ""
        same = not text or text == self._at(row, columns.time)
        return "" if same else f"{columns.heading}: {with_unit(text, columns.working)}"

    def _merged(self, row: WordRow, label: WordCell) -> list[str]:
        """The words of cells above that go on between the label of a step and its role."""
        begins = label.column + label.span
        texts = (self._origin(row, column) for column in range(begins, self._columns.role))
        return list(dict.fromkeys(text for text in texts if text))

    def _origin(self, row: WordRow, column: int) -> str:
        """The words of the cell at a column, or of that above which it goes on."""
        cell = self._table.origin(row.number - 1, column)
        return cell.running_words if cell else ""

    def _time(self, row: WordRow) -> Duration:
        """The time of a step, that of mountains and islands in its words.

        That a step takes none is said in the words of the table as well: it is no slip.
        """
        columns = self._columns
        text = self._at(row, columns.time)
        value, unit = read_time(text, columns.working)
        more = self._area(row)
        if value is None:
            text = "; ".join(filter(None, (text, more)))
            return Duration(value=None, unit="other", text=text or TODO)
        printed = with_unit(text, columns.working) if value == 0 else ""
        said = "; ".join(filter(None, (printed, more)))
        return Duration(value=value, unit=unit, text=said or None)

    def _at(self, row: WordRow, column: int) -> str:
        cell = row.at(column)
        return cell.running_words if cell else ""

    def _keep(self, row: WordRow, structure: tuple[WordCell, ...] = ()) -> None:
        """Take the lines of a row; what is a label, a number or a time in its column is
        structure, all others are looked for in the record.
        """
        process, columns = self._process(), self._columns
        times = [row.at(column) for column in (columns.time, columns.area) if column is not None]
        for cell in row.cells:
            lines = [line for line in cell.lines if line.words]
            process.lines += lines
            text = cell.running_words
            label = self._is_step(cell, text) or _STAGE.match(text) or _CASE.match(text)
            number = cell.column < columns.work and (_WHOLE.match(text) or self._whole.match(text))
            if label or number or cell in structure or (cell in times and LENGTH.fullmatch(text)):
                process.structure += [line for line in lines if line.aside != "footnote"]


def _notes(row: WordRow) -> list[str]:
    """The footnotes of a row, which follow the name of its step on lines of their own."""
    return [line.words for cell in row.cells for line in cell.notes]
