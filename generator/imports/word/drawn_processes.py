"""Internal processes that are drawn in the rows of a table, as boxes joined by arrows.

The arrows of a cell tell the order where they make one chain of its boxes. Where they branch, or
are not attached, or there are none, no order is told: nothing is read, and the report says so.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from generator.imports.word.blocks import WordCell, WordLine, WordRow, WordTable
from generator.imports.word.drawn_boxes import box_pieces, is_outside, is_time, read_step
from generator.imports.word.process_header import levels_in
from generator.imports.word.process_times import days
from generator.imports.word.processes import PrintedProcess, ProcessCase, ProcessStage
from generator.law.text import fold_text
from generator.records.registers import TODO

_NAME = re.compile(r"ten (?:thu tuc|tthc)")
_PROCESS = re.compile(r"quy trinh")
_NUMBER = re.compile(r"\d{1,3}\.?")
_TIME = re.compile(r"thời (?:gian|hạn)(?: giải quyết)?\s*+:\s*+(?P<said>\S.*)", re.IGNORECASE)
_OPEN = re.compile(r"không (?:quy định|có quy định)", re.IGNORECASE)

_Boxes = Mapping[str, list[WordLine]]


def read_drawn(table: WordTable, levels: tuple[str, ...]) -> list[PrintedProcess]:
    """The processes of the rows of a table whose drawings tell the order of their boxes."""
    found: list[PrintedProcess] = []
    columns: tuple[int, int] | None = None
    heads: list[WordLine] = []
    for row in table.rows:
        head = _columns(row)
        if head:
            columns = head
            heads += _lines(row)
        elif columns and (drawing := row.at(columns[1])):
            levels = _levels(row) or levels
            found += _read_row(table, row, columns[0], drawing, levels)
    for process in found[:1]:
        process.lines += heads
        process.structure += heads
    return found


def chain_of(
    steps: Collection[str], outside: Collection[str], arrows: Collection[tuple[str, str]]
) -> tuple[str, ...]:
    """The steps in the order of the arrows; none unless these make one chain of all of them.

    Those outside may only lead to the first step, and be led to from the last.
    """
    inner = {arrow for arrow in arrows if not set(arrow) & set(outside)}
    following = dict(inner)
    starts = set(steps) - set(following.values())
    if len(starts) != 1 or not len(inner) == len(following) == len(steps) - 1:
        return ()
    chain = [starts.pop()]
    while chain[-1] in following:
        chain.append(following[chain[-1]])
    ends = {*inner, *((one, chain[0]) for one in outside), *((chain[-1], one) for one in outside)}
    return tuple(chain) if set(chain) == set(steps) and set(arrows) <= ends else ()


def _columns(row: WordRow) -> tuple[int, int] | None:
    """The columns of the names and of the drawings, where a row is the head of such a table."""
    titles = [(cell.column, " ".join(fold_text(cell.text).split())) for cell in row.cells]
    names = [column for column, title in titles if _NAME.match(title)]
    drawings = [column for column, title in titles if _PROCESS.match(title)]
    return (names[0], drawings[0]) if names and drawings else None


def _levels(row: WordRow) -> tuple[str, ...]:
    """The level that a row of one cell names, as a heading within the table does."""
    lines = _lines(row)
    return levels_in(lines[0]) if len(lines) == 1 else ()


def _lines(row: WordRow) -> list[WordLine]:
    return [line for cell in row.cells for line in cell.lines if line.words]


def _read_row(
    table: WordTable, row: WordRow, column: int, drawing: WordCell, levels: tuple[str, ...]
) -> Iterator[PrintedProcess]:
    boxes = _boxes(drawing)
    outside = {key for key, lines in boxes.items() if is_outside(lines)}
    chain = chain_of(boxes.keys() - outside, outside, drawing.arrows)
    named = table.origin(row.number - 1, column)
    if len(chain) < 2 or named is None:
        return
    names, times = _name_and_times(named)
    process = PrintedProcess([" ".join(names)], levels, said=[time.words for time in times])
    said = " ".join(match["said"] for one in times if (match := _TIME.match(one.words)))
    _add_steps(process, [boxes[key] for key in chain], said)
    _keep(process, row, named, column)
    yield process


def _boxes(cell: WordCell) -> dict[str, list[WordLine]]:
    """The lines of each box of a cell, by its key; no arrow leads to "", which has none."""
    boxes: dict[str, list[WordLine]] = {}
    for line in cell.lines:
        if line.aside == "box" and line.words:
            boxes.setdefault(line.shape, []).append(line)
    return boxes


def _name_and_times(cell: WordCell) -> tuple[list[str], list[WordLine]]:
    """The name of a procedure, and the lines below it that say the time of the whole."""
    lines = [line for line in cell.lines if line.words]
    times = [line for line in lines if _TIME.match(line.words)]
    return [line.text for line in lines if line not in times], times


def _add_steps(process: PrintedProcess, boxes: list[list[WordLine]], said: str) -> None:
    """Add a step for each box; a time that the row leaves open is open for each of them too."""
    otherwise = said if _OPEN.match(said) else TODO
    steps = [read_step(lines, otherwise) for lines in boxes]
    process.cases.append(ProcessCase("", days(said, False), [ProcessStage("", None, steps)]))
    for line in (line for lines in boxes for line in lines):
        process.pieces[line.place] = box_pieces(line)
        process.structure += [line] if is_time(line) else []


def _keep(process: PrintedProcess, row: WordRow, named: WordCell, column: int) -> None:
    """Take the lines of a row, and of its name above; its number is structure."""
    lines = _lines(row)
    process.lines += [line for line in named.lines if line.words and line not in lines] + lines
    for cell in row.cells:
        number = " ".join(cell.text.split())
        if cell.column < column and _NUMBER.fullmatch(number):
            process.number = number.strip(".")
            process.structure += [line for line in cell.lines if line.words]
