"""Each procedure in the report of an import: what was read, the source beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.imports.word.blocks import WordLine
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.forms import form_heads_in
from generator.imports.word.labels import ContentPart
from generator.imports.word.ledger import LedgerLine, WordLedger, WordUse
from generator.imports.word.list_header import ListColumn
from generator.imports.word.locating import WordLocator
from generator.imports.word.report_anchors import procedure_anchor
from generator.imports.word.report_check import count_cell, report_table
from generator.imports.word.report_remarks import remark_item
from generator.law.changes import Piece, by_part
from generator.locale import Words
from generator.pages.describe import Describer
from generator.pages.nodes.html import (
    BREAK,
    EMPTY,
    Html,
    element,
    escape_line,
    escape_lines,
    folded_block,
    join_html,
)
from generator.records.version import InternalStep, Version

_PARTS: tuple[tuple[str, ContentPart | None, ListColumn | None], ...] = (
    ("levels", None, None),
    ("steps", ContentPart.STEPS, None),
    ("channels", ContentPart.CHANNELS, ListColumn.PLACE),
    ("time", ContentPart.TIME, ListColumn.TIME),
    ("fees", ContentPart.FEES, ListColumn.FEE),
    ("dossier", ContentPart.DOSSIER, None),
    ("forms", ContentPart.FORMS, None),
    ("applicants", ContentPart.APPLICANTS, None),
    ("agencies", ContentPart.AGENCIES, ListColumn.AGENCY),
    ("results", ContentPart.RESULTS, None),
    ("conditions", ContentPart.CONDITIONS, None),
    ("legal_basis", ContentPart.BASIS, ListColumn.BASIS),
    ("internal_process", None, None),
)
_PROCESS = "internal_process"
_SOUGHT = 4
"""Fewer letters are found anywhere in a file."""


def procedure_section(
    one: DraftedProcedure,
    drafted: DraftedDecision,
    ledger: WordLedger,
    words: Words,
    locator: WordLocator,
) -> Html:
    """A procedure, folded: remarks, its parts, what of it is in no record."""
    levels = one.pair.row.levels if one.pair.row else ()
    named = ", ".join(words(f"level.{level}") for level in levels)
    row = words(f"action.{one.row.action}") if one.row else words("office.report.no_row")
    head = " · ".join(filter(None, (_numbered(one), named, row)))
    remarks = [remark_item(remark, words, locator) for remark in one.remarks]
    left = ledger.of(WordUse.REPORTED, one.key)
    body = join_html(
        [
            element("p", element("small", escape_line(one.key))),
            element("ul", *remarks, class_="look") if remarks else EMPTY,
            _parts(one, drafted, words, locator) if one.version else EMPTY,
            _kept(words) if one.version and len(_shown_parts(one)) < len(_PARTS) else EMPTY,
            left_lines("office.report.left", left, words, locator) if left else EMPTY,
            _forms_cut(one, words, locator),
        ]
    )
    return element(
        "section", folded_block(escape_line(head), body), id=procedure_anchor(one, drafted)
    )


def _parts(
    one: DraftedProcedure, drafted: DraftedDecision, words: Words, locator: WordLocator
) -> Html:
    version = one.version
    assert version is not None
    describer = Describer(drafted.registers.with_drafts, words)
    cells = [
        [
            escape_line(words(f"legal_part.{part}")),
            _read_words(version, part, describer),
            _source(_sources_of(one, part, content, column), locator),
        ]
        for part, content, column in _PARTS
        if part in _shown_parts(one)
    ]
    heads = ("part", "as_read", "source")
    return report_table(tuple(words(f"office.report.{head}") for head in heads), cells, "parts")


def _shown_parts(one: DraftedProcedure) -> tuple[str, ...]:
    """The parts to compare: of what only gets a process, the process; the rest stays as it was."""
    read = one.pair.row or one.pair.content
    return tuple(part for part, *_ in _PARTS) if read or not one.row else one.row.amended_parts


def _kept(words: Words) -> Html:
    return element("p", element("small", escape_line(words("office.report.kept"))))


def _numbered(one: DraftedProcedure) -> str:
    return f"{one.number}. {one.title}" if one.number else one.title


def _read_words(version: Version, part: str, describer: Describer) -> Html:
    """A part as reviews say it."""
    pieces = by_part(version)[part]
    if part == _PROCESS:
        return escape_lines("\n".join(dict.fromkeys(_process_words(pieces, describer))))
    said = describer.said_of(pieces)
    lines = (": ".join(filter(None, (about, text))) for _, about, text in said)
    return escape_lines("\n".join(lines))


def _process_words(pieces: Iterable[Piece], describer: Describer) -> Iterator[str]:
    """The steps of a process with their phase above those that are in it, and not in each."""
    shown = None
    for piece in pieces:
        value = piece.value
        if isinstance(value, InternalStep):
            if value.phase and value.phase != shown:
                yield f"{value.phase}:"
            shown, value = value.phase, replace(value, phase=None)
        yield describer.value(_PROCESS, piece.key, value)


def _sources_of(
    one: DraftedProcedure, part: str, content: ContentPart | None, column: ListColumn | None
) -> list[WordLine]:
    """The lines of the files that a part was read of."""
    lines: list[WordLine] = []
    if one.pair.content and content:
        lines += one.pair.content.parts.get(content, [])
    if one.pair.row and column:
        lines += one.pair.row.values.get(column, [])
    if one.process and part == _PROCESS:
        lines += one.process.lines
    return lines


def _source(lines: list[WordLine], locator: WordLocator) -> Html:
    if not lines:
        return EMPTY
    first = next((one for one in lines if len(one.words) >= _SOUGHT), lines[0])
    place = element("small", escape_line(locator.place_words(first.place)))
    text = escape_lines("\n".join(_printed_rows(lines)))
    return element("div", place, BREAK, text, class_="source")


def _printed_rows(lines: Iterable[WordLine]) -> Iterator[str]:
    """Lines as they are printed: the cells of a row of steps side by side."""
    for (table, row), group in groupby(lines, key=lambda one: (one.place.table, one.place.row)):
        texts = [line.text for line in group]
        yield (" | " if table and row else "\n").join(texts)


def left_lines(key: str, lines: Iterable[LedgerLine], words: Words, locator: WordLocator) -> Html:
    """Lines that are in no record; what stands at several places once, with the first of them."""
    places: dict[str, list[LedgerLine]] = {}
    for one in lines:
        places.setdefault(one.line.text, []).append(one)
    rows = [
        [
            escape_line(text),
            escape_line(locator.place_words(same[0].line.place)),
            count_cell(len(same), words),
        ]
        for text, same in places.items()
    ]
    heads = tuple(words(f"office.report.{head}") for head in ("words", "where", "count"))
    count = sum(map(len, places.values()))
    return folded_block(escape_line(words(key, count=count)), report_table(heads, rows))


def _forms_cut(one: DraftedProcedure, words: Words, locator: WordLocator) -> Html:
    """The forms that were cut off: from where to where, which, and their words."""
    cut = one.pair.content.cut_forms if one.pair.content else ()
    if not cut:
        return EMPTY
    names = [f"{head.code}. {head.name}" for head in form_heads_in(cut)]
    values = {"lines": len(cut), "first": locator.place_words(cut[0].place)}
    head = words("office.report.forms_cut", last=locator.place_words(cut[-1].place), **values)
    items = (element("li", escape_line(name)) for name in names)
    text = element("div", escape_lines("\n".join(line.text for line in cut)), class_="source")
    shown = folded_block(escape_line(words("office.report.words")), text)
    return folded_block(escape_line(head), join_html([element("ul", *items), shown]))
