"""A .docx as blocks: words as Word shows them, each with its place (ISO/IEC 29500-1, 17)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.exports.word.carried import read_carried
from generator.exports.word.styles import LineStyle
from generator.imports.word.beside import WORD_ART, art_words, count_unread, read_beside
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
from generator.imports.word.package import (
    CARRIED,
    UnreadableFileError,
    read_file_bytes,
    read_parts,
)
from generator.imports.word.xml import attribute, children, first, parse_part, tag
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
_CHANGES = tuple(tag(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DEEPEST = 12
"""Tables in tables in tables: nobody writes so many, and each costs a call."""

_SPOKEN = {
    tag("tab"): " ",
    tag("br"): "\n",
    tag("cr"): "\n",
    tag("noBreakHyphen"): "-",
}
_SKIPPED = frozenset(
    {
        *(tag(name) for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")),
        *(tag(name) for name in ("tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")),
        f"{_COMPATIBLE}Fallback",
    }
)
_TICKS = frozenset(
    (font, char)
    for font, chars in (
        ("Wingdings", ("FB", "FC", "FD", "FE")),
        ("Wingdings 2", ("4F", "50", "51", "52", "53", "54")),
    )
    for char in chars
)
"""The ticks, crosses and ticked boxes in the fonts that Word has for them."""
_BOX = tag("txbxContent")
_NOTES = {tag("footnoteReference"): "footnotes", tag("endnoteReference"): "endnotes"}


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
    changes = sum(1 for _ in document.iter(*_CHANGES))
    if changes and not accept_changes:
        raise UnreadableFileError("office.changes", count=changes)
    reader = _WordReader(path.name, roots)
    try:
        blocks = tuple(reader.blocks(body, WordPlace(path.name, 0)))
    except RecursionError:
        raise UnreadableFileError("office.is.broken") from None
    pictures = count_unread(document)
    beside = read_beside(roots, path.name, reader.paragraphs)
    file = WordFile(
        path.name,
        blocks,
        reader.repairs,
        reader.is_converted(),
        pictures,
        beside,
        read_carried(roots.get(CARRIED)),
    )
    if not (file.characters or pictures):
        raise UnreadableFileError("office.blank")
    if pictures and file.characters < _FEW:
        raise UnreadableFileError("office.scan", characters=file.characters, pictures=pictures)
    return file


@dataclass(slots=True)
class _Spoken:
    """What a paragraph says: its words, and the notes and boxes that hang on it."""

    words: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    art: list[str] = field(default_factory=list)


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
        self.repairs: Counter[str] = Counter()

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
            elif element.tag not in _SKIPPED and isinstance(element.tag, str):
                yield from self.blocks(element, place, aside)

    def _read_paragraph(self, element: Any, place: WordPlace, aside: str) -> Iterator[WordLine]:
        properties = first(element, "pPr")
        spoken = _Spoken()
        _listen(element, spoken)
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
        self.paragraphs += 1
        self._converted += style.startswith(_CONVERTED_STYLES)
        here = WordPlace(self._file, self.paragraphs, place.table, place.row, place.column)
        label = self._numbering.next_label(properties) if words else ""
        yield WordLine(here, label, words, style, aside)
        for kind, key in spoken.notes:
            note = self._notes[kind].pop(key, None)
            if note is not None:
                yield from self._read_lines(note, here, "footnote")
        yield from (WordLine(here, "", words, aside="box") for words in spoken.art)
        for box in spoken.boxes:
            shape = shape_of(box)
            lines = self._read_lines(box, here, "box")
            yield from (replace(line, shape=line.shape or shape) for line in lines)

    def _read_lines(self, parent: Any, place: WordPlace, aside: str) -> Iterator[WordLine]:
        """The lines of a note or a box; a table in it gives its lines."""
        self._go_deeper()
        for element in parent.iter(tag("p")):
            if not any(above.tag == _BOX for above in _between(element, parent)):
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
            span = _count(first(properties, "gridSpan"), 1)
            merged = first(properties, "vMerge")
            continues = merged is not None and attribute(merged) in ("", "continue")
            place = WordPlace(self._file, 0, table, number, len(cells) + 1)
            blocks = tuple(self.blocks(cell, place))
            arrows = read_arrows(cell, self._rules)
            cells.append(WordCell(column, span, blocks, continues, arrows))
            column += span
        return WordRow(number, tuple(cells))


def _listen(element: Any, spoken: _Spoken) -> None:
    """Gather what an element inside a paragraph says; boxes and notes are kept for later."""
    for child in element:
        name = child.tag
        if name == tag("t") or name == _MATH:
            spoken.words.append(child.text or "")
        elif name in _SPOKEN:
            spoken.words.append(_SPOKEN[name])
        elif name == tag("sym"):
            spoken.words.append("✓" if _is_tick(child) else "•")
        elif name in _NOTES:
            spoken.notes.append((_NOTES[name], attribute(child, "id")))
        elif name == _BOX:
            spoken.boxes.append(child)
        elif name == WORD_ART:
            spoken.art.append(art_words(child))
        elif name not in _SKIPPED and isinstance(name, str):
            _listen(child, spoken)


def _is_tick(symbol: Any) -> bool:
    """Whether a character of a font of symbols is a tick, a ticked box, or a cross."""
    return (attribute(symbol, "font"), attribute(symbol, "char").upper()[-2:]) in _TICKS


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
