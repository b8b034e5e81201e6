"""Tables within the parts of a procedure: papers with their counts, all others a row a line.

A table whose rows cannot be told is left out and asked about: its header would become papers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.imports.word.blocks import WordLine
from generator.imports.word.channel_tables import (
    ChannelRow,
    read_channel_rows,
    with_channel_rows,
)
from generator.imports.word.labels import ContentPart
from generator.imports.word.pasted_tables import (
    PastedTables,
    PrintedPaper,
    UnreadableTableError,
    add_papers,
    paper_columns,
    take_paper,
)
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.remarks import WordRemark
from generator.records.registers import TODO
from generator.records.stated import Stated
from generator.records.version import DossierGroup, Version

_TICK = re.compile(r"[xX✓✔×√☑☒✗✘]")
_TICKED = {"originals": "Bản chính", "copies": "Bản sao"}
"""What a tick in a column says; how many it does not."""
_COUNT = re.compile(rf"\d{{1,2}}(?: bản)?|[-–]|{_TICK.pattern}")
_SORT = r"bản (?:chính|sao)"
_KEYS = {
    "order": re.compile(r"\d{1,3}[.)]?"),
    "originals": _COUNT,
    "copies": _COUNT,
    "sort": re.compile(_SORT, re.I),
    "counts": re.compile(
        rf"\d{{1,2}}|(?:(?:\d{{1,2}} {_SORT}|{_SORT}\s*:\s*\d{{1,2}})[;,\s]*)+", re.I
    ),
}
"""What a cell of a column says in its key alone."""
_ORDER = re.compile(r"(?:stt|tt|số tt|số thứ tự)\Z", re.IGNORECASE)
_STEP = re.compile(r"bước\Z", re.IGNORECASE)
_NOT_READ = f"{TODO}: thành phần hồ sơ ghi trong một bảng chưa đọc được; nhập tay."
_UNREAD: Stated[DossierGroup] = Stated(not_stated=_NOT_READ)
_EXCERPT = 160
_Row = Mapping[int, Sequence[WordLine]]
"""The lines of the cells of a row that have words, by their column."""


@dataclass(slots=True)
class ContentTables:
    """A content with its tables as lines, the papers of their rows, tables that were not read.

    `structure` are the lines that the keys of the papers say: titles of columns, numbers, counts.
    """

    content: ProcedureContent
    papers: list[PrintedPaper] = field(default_factory=list)
    unread: list[WordLine] = field(default_factory=list)
    structure: list[WordLine] = field(default_factory=list)
    channels: tuple[ChannelRow, ...] = ()

    def complete(self, version: Version) -> Version:
        """A version that was drafted from the content, with what the tables say."""
        try:
            version = add_papers(version, self.papers) if self.papers else version
        except UnreadableTableError:
            self.unread.append(self.content.parts[ContentPart.DOSSIER][0])
            self.structure.clear()
        if self.channels:
            said = [line for line in self.content.parts[ContentPart.CHANNELS] if not line.aside]
            channels = with_channel_rows(version.channels, self.channels, said)
            version = replace(version, channels=channels)
        if self.unread and not version.dossier.groups.items:
            return replace(version, dossier=replace(version.dossier, groups=_UNREAD))
        return version

    def remarks(self) -> Iterator[WordRemark]:
        """What a person should look at."""
        for line in self.unread:
            yield WordRemark("table_unread", line.place, {"words": line.words[:_EXCERPT]})


def read_content_tables(content: ProcedureContent) -> ContentTables:
    """The tables in the parts of a content; one in which its labels stand lays it out."""
    layout = {line.place.table for line in (*content.title, *content.labels)}
    found = ContentTables(content)
    parts = {
        part: list(_read_part(part, lines, layout, found)) for part, lines in content.parts.items()
    }
    found.content = replace(content, parts=parts)
    return found


def _read_part(
    part: ContentPart, lines: Sequence[WordLine], layout: Iterable[int], found: ContentTables
) -> Iterator[WordLine]:
    for table, group in groupby(lines, key=lambda line: line.place.table):
        inside = list(group)
        rows = [] if table == 0 or table in layout else list(_rows_of(inside))
        if len(rows) < 2 or max(map(len, rows)) < 2:
            yield from inside
        elif part is ContentPart.DOSSIER:
            yield from _read_papers(rows, found)
        else:
            found.structure += _orders_in(rows)
            is_first = part is ContentPart.CHANNELS and not found.channels
            found.channels = read_channel_rows(rows) if is_first else found.channels
            yield from _read_rows(rows)


def _rows_of(lines: Sequence[WordLine]) -> Iterator[_Row]:
    for _, row in groupby(lines, key=lambda line: line.place.row):
        cells: dict[int, list[WordLine]] = {}
        for line in row:
            cells.setdefault(line.place.column, []).append(line)
        yield cells


def _read_papers(rows: Sequence[_Row], found: ContentTables) -> Iterator[WordLine]:
    """A line for each paper, which its row is kept for; none where a row cannot be read."""
    heads = [_text(rows[0].get(column, ())) for column in range(1, max(rows[0]) + 1)]
    columns = paper_columns(heads)
    read = PastedTables()
    lines = []
    try:
        for row in rows[1:] if columns else ():
            take_paper(*_cells(row, columns or []), read)
            lines.append(WordLine(_first(row).place, "", read.lines[-1]))
    except UnreadableTableError:
        columns = None
    if columns is None:
        found.unread.append(_first(rows[0]))
        return
    found.papers += read.papers
    found.structure += _said_by_keys(rows, columns)
    yield from lines


def _said_by_keys(rows: Sequence[_Row], columns: Sequence[str]) -> Iterator[WordLine]:
    for lines in rows[0].values():
        yield from lines
    for row in rows[1:]:
        for column, lines in row.items():
            pattern = _KEYS.get(columns[column - 1]) if column <= len(columns) else None
            if pattern and pattern.fullmatch(_text(lines).strip()):
                yield from lines


def _cells(row: _Row, columns: list[str]) -> tuple[list[str], list[str]]:
    """The columns and the cells of a row as pasted ones, with one more for what is ticked."""
    if list(row) == [1] and columns[0] == "order":
        return columns, [_text(row[1])]
    cells = [_text(row.get(at, ())) for at in range(1, max(*row, len(columns)) + 1)]
    pairs = zip(columns, cells, strict=False)
    said = [_TICKED[kind] for kind, cell in pairs if kind in _TICKED and _TICK.fullmatch(cell)]
    cells = ["" if _TICK.fullmatch(cell) else cell for cell in cells]
    if "text" not in columns:
        return [*columns, "text"], [*cells, "; ".join(said)]
    at = columns.index("text")
    cells[at] = "; ".join(filter(None, (*said, cells[at])))
    return columns, cells


def _read_rows(rows: Sequence[_Row]) -> Iterator[WordLine]:
    """A row a line: what names it, then its other cells with the titles of their columns."""
    heads = {column: _text(lines).rstrip(" :") for column, lines in rows[0].items()}
    for row in rows[1:]:
        named = [
            (heads.get(column, ""), _text(lines))
            for column, lines in row.items()
            if not _ORDER.match(heads.get(column, ""))
        ]
        if named:
            yield WordLine(_first(row).place, "", _row_words(named))


def _orders_in(rows: Sequence[_Row]) -> Iterator[WordLine]:
    """The numbers of rows and of steps, which their order and their names say."""
    heads = {column: _text(lines).rstrip(" :") for column, lines in rows[0].items()}
    for row in rows:
        for column, lines in row.items():
            head, text = heads.get(column, ""), _text(lines)
            number = _KEYS["order"].fullmatch(text) and (_ORDER.match(head) or _STEP.match(head))
            if number or (row is rows[0] and _ORDER.match(text)):
                yield from lines


def _row_words(named: Sequence[tuple[str, str]]) -> str:
    (head, first), *more = named
    start = f"{head} {first}" if _STEP.match(head) and first.isdecimal() else f"- {first}"
    said = (f"{head}: {cell}" if len(more) > 1 and head else cell for head, cell in more)
    return ": ".join(filter(None, (start, "; ".join(said))))


def _first(row: _Row) -> WordLine:
    return next(iter(row.values()))[0]


def _text(lines: Iterable[WordLine]) -> str:
    return "\n".join(line.text for line in lines)
