"""A .docx as blocks: words as Word shows them, each with its place (ISO/IEC 29500-1, 17)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.exports.word.carried import read_carried
from generator.exports.word.styles import LineStyle
from generator.imports.word.beside import count_unread, read_beside
from generator.imports.word.blocks import (
    WordBlock,
    WordCell,
    WordFile,
    WordLine,
    WordPlace,
    WordRow,
    WordTable,
)
from generator.imports.word.drawings import read_arrows, read_rules, shape_of
from generator.imports.word.number_repair import repair_addresses, repair_numbers
from generator.imports.word.numbering import Numbering
from generator.imports.word.old_fonts import refuse_old_fonts
from generator.imports.word.package import (
    CARRIED,
    UnreadableFileError,
    read_file_bytes,
    read_parts,
)
from generator.imports.word.paragraphs import split_at_marks
from generator.imports.word.spoken import BOX, SKIPPED, Spoken, listen_to
from generator.imports.word.xml import attribute, children, first, is_on, parse_part, tag
from generator.law.text import repair_import

_FEW = 200
"""A file with pictures and fewer characters than this is a scan."""
_EXPORTED_STYLES = frozenset(LineStyle)
"""Words that a record had are left as they are, a number that is written oddly too."""
_CONVERTED_STYLES = (
    "Khác",
    "Văn bản nội dung",
    "Tiêu đề #",
    "Chú thích ảnh",
    "Body text|",
    "Bodytext",
)
"""Styles that programs give to a text that they read off the picture of a page."""
_CHANGES = tuple(
    tag(name) for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
)
_PRINTED = re.compile(r"document|footnotes|endnotes|header|footer")
_DEEPEST = 12
"""Tables in tables in tables: nobody writes so many, and each costs a call."""


def read_word_file(path: Path, *, accept_changes: bool = False) -> WordFile:
    """The blocks of a .docx (or .doc).

    Raises UnreadableFileError with one sentence for whatever cannot be read: another kind of file,
    a scan, one with tracked changes unless they are to be accepted.
    """
    parts = read_parts(read_file_bytes(path))
    roots = {name: parse_part(content) for name, content in parts.items()}
    document = roots["document"]
    body = first(document, "body")
    if body is None:
        raise UnreadableFileError("office.is.broken")
    changes = sum(1 for root in _texts(roots) for _ in root.iter(*_CHANGES))
    if changes and not accept_changes:
        raise UnreadableFileError("office.changes", count=changes)
    reader = _WordReader(path.name, roots)
    try:
        blocks = tuple(reader.blocks(body, WordPlace(path.name, 0)))
    except RecursionError:
        raise UnreadableFileError("office.is.broken") from None
    pictures = count_unread(document)
    beside = read_beside(roots, path.name, reader.paragraphs)
    hidden = reader.hidden_lines(reader.paragraphs + len(beside))
    file = WordFile(
        path.name,
        blocks,
        reader.repairs,
        reader.is_converted(),
        pictures,
        (*beside, *hidden),
        tuple(reader.struck),
        read_carried(roots.get(CARRIED)),
    )
    if not (file.characters or pictures):
        raise UnreadableFileError("office.blank")
    if pictures and file.characters < _FEW:
        raise UnreadableFileError("office.scan", characters=file.characters, pictures=pictures)
    refuse_old_fonts(file.lines)
    return file


class _WordReader:
    """Reads the elements of one document in their order, and counts what it meets."""

    def __init__(self, file: str, roots: dict[str, Any]) -> None:
        self._file = file
        self._numbering = Numbering(roots.get("numbering"), roots.get("styles"))
        self._styles = _style_names(roots.get("styles"))
        self._notes = {kind: _notes_of(roots.get(kind)) for kind in ("footnotes", "endnotes")}
        self._rules = read_rules(roots)
        self.paragraphs = 0
        self._tables = 0
        self._depth = 0
        self._joined = ""
        self._converted = 0
        self._hidden: list[str] = []
        self.struck: list[WordLine] = []
        self.repairs: Counter[str] = Counter()

    def hidden_lines(self, count: int) -> Iterator[WordLine]:
        """The words that Word does not show, a line each, behind so many others."""
        for number, words in enumerate(self._hidden, count + 1):
            yield WordLine(WordPlace(self._file, number), "", words, aside="hidden")

    def is_converted(self) -> bool:
        """Whether most paragraphs have styles that a program gave."""
        return self._converted * 4 > self.paragraphs

    def blocks(self, parent: Any, place: WordPlace, aside: str = "") -> Iterator[WordBlock]:
        """The paragraphs and tables of an element."""
        for element in parent:
            if element.tag == tag("p"):
                yield from self._read_paragraph(element, place, aside)
            elif element.tag == tag("tbl"):
                yield from self._read_table(element)
            elif element.tag not in SKIPPED and isinstance(element.tag, str):
                yield from self.blocks(element, place, aside)

    def _read_paragraph(self, element: Any, place: WordPlace, aside: str) -> Iterator[WordLine]:
        properties = first(element, "pPr")
        spoken = Spoken()
        listen_to(element, spoken)
        words, repairs = repair_import(self._joined + "".join(spoken.words))
        self._joined = ""
        style = self._styles.get(attribute(first(properties, "pStyle")), "")
        if style not in _EXPORTED_STYLES:
            words, repairs["number"] = repair_numbers(words)
            words, repairs["address"] = repair_addresses(words)
        if first(first(properties, "rPr"), "del") is not None:
            self._joined = f"{words} " if words else ""  # its mark was deleted: it goes on
            return
        self.repairs += repairs
        is_counted = words or not is_on(first(properties, "rPr"), "vanish")
        label = self._numbering.next_label(properties) if is_counted else ""
        whole = aside or style in _EXPORTED_STYLES
        for text in [words] if whole else split_at_marks(words):
            self.paragraphs += 1
            self._converted += style.startswith(_CONVERTED_STYLES)
            here = WordPlace(self._file, self.paragraphs, place.table, place.row, place.column)
            yield WordLine(here, label if text or here.table else "", text, style, aside)
            label = ""
        self._keep_apart(spoken, here)
        for kind, key in spoken.notes:
            note = self._notes[kind].pop(key, None)
            if note is not None:
                yield from self._read_lines(note, here, "footnote")
        yield from (WordLine(here, "", words, aside="box") for words in spoken.art)
        for box in spoken.boxes:
            shape = shape_of(box)
            lines = self._read_lines(box, here, "box")
            yield from (replace(line, shape=line.shape or shape) for line in lines)

    def _keep_apart(self, spoken: Spoken, here: WordPlace) -> None:
        """Keep what a paragraph hides, and what it strikes out."""
        hidden, struck = (repair_import("".join(one))[0] for one in (spoken.hidden, spoken.struck))
        self._hidden += [hidden] if hidden else []
        self.struck += [WordLine(here, "", struck)] if struck else []

    def _read_lines(self, parent: Any, place: WordPlace, aside: str) -> Iterator[WordLine]:
        """The lines of a note or a box; a table in it gives its lines."""
        self._go_deeper()
        for element in parent.iter(tag("p")):
            if not any(above.tag == BOX for above in _between(element, parent)):
                yield from self._read_paragraph(element, place, aside)
        self._depth -= 1

    def _read_table(self, element: Any) -> Iterator[WordTable]:
        self._go_deeper()
        self._tables += 1
        number = self._tables
        rows: list[WordRow] = []
        for row in _inside(element, "tr"):
            if first(first(row, "trPr"), "del") is None:
                rows.append(self._row(row, number, len(rows) + 1))
        self._depth -= 1
        yield WordTable(number, tuple(rows))

    def _go_deeper(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableFileError("office.nested", most=_DEEPEST)

    def _row(self, element: Any, table: int, number: int) -> WordRow:
        column = _count(first(first(element, "trPr"), "gridBefore"), 0)
        cells: list[WordCell] = []
        for cell in _inside(element, "tc"):
            properties = first(cell, "tcPr")
            if first(properties, "cellDel") is not None:
                continue
            span = _count(first(properties, "gridSpan"), 1)
            merged = first(properties, "vMerge")
            continues = merged is not None and attribute(merged) in ("", "continue")
            place = WordPlace(self._file, 0, table, number, len(cells) + 1)
            blocks = tuple(self.blocks(cell, place))
            arrows = read_arrows(cell, self._rules)
            cells.append(WordCell(column, span, blocks, continues, arrows))
            column += span
        return WordRow(number, tuple(cells))


def _texts(roots: dict[str, Any]) -> list[Any]:
    """The parts of a file that are printed: changes in them are changes of the text."""
    return [root for name, root in roots.items() if _PRINTED.match(name)]


def _between(element: Any, outer: Any) -> Iterator[Any]:
    """The elements above one, below `outer`."""
    for above in element.iterancestors():
        if above is outer:
            return
        yield above


def _inside(parent: Any, name: str) -> Iterator[Any]:
    """The children of a name, those in content controls and tracked insertions included."""
    for child in parent:
        if child.tag == tag(name):
            yield child
        elif child.tag in (tag("sdt"), tag("sdtContent"), tag("ins"), tag("customXml")):
            yield from _inside(child, name)


def _count(element: Any, otherwise: int) -> int:
    text = attribute(element)
    return int(text) if text.isdecimal() and 0 < int(text[:4]) < 100 else otherwise


def _style_names(styles: Any) -> dict[str, str]:
    return {
        attribute(style, "styleId"): attribute(first(style, "name"))
        for style in children(styles, "style")
    }


def _notes_of(root: Any) -> dict[str, Any]:
    return {} if root is None else {attribute(note, "id"): note for note in root}
