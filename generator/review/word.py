"""A review as a Word file: three columns, the last with tracked changes (ISO/IEC 29500-1, 17.13.5).

Word and LibreOffice show them, and accept or refuse each. They are in whole words, in the name of
the agency that decides and of the day on which it signed.
"""

import datetime
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor

from generator.exports.word.package import fix_package
from generator.exports.xml_text import xml_text
from generator.law.textdiff import ADDED, DELETED, SAME, Span
from generator.locale import Words
from generator.records.decision import Decision
from generator.review.outline import Line, Outline, Section

_MADE = datetime.datetime(2020, 3, 5)
"""Written into every file as the day it was made: equal reviews are equal bytes."""
_WIDTH = 4650
"""Of a column, in twentieths of a point: three fill a landscape page of A4."""
_MAIN_FACTS = ("time", "fees", "results")
"""The parts of a new procedure that a review in Word shows; the annex has all of them."""
_FONT = "Times New Roman"
_BLACK = RGBColor(0, 0, 0)


def render_review_docx(outline: Outline) -> bytes:
    """The review as a Word file; a table below the heading of each change."""
    document = _new_document()
    words = outline.words
    document.add_heading(words("review.title"), 1)
    nothing = outline.review.empty
    document.add_paragraph(words("review.nothing") if nothing else outline.summary())
    marks = _Marks()
    for decision, section in outline.sections_by_decision():
        marks.set_decision(decision, outline)
        _add_section(document, section(), outline, marks)
    made = io.BytesIO()
    document.save(made)
    return fix_package(made.getvalue())


def _new_document() -> Any:
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    for name, size in (("Normal", 12), ("Heading 1", 16), ("Heading 2", 14), ("Heading 3", 13)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = _FONT, Pt(size), _BLACK
        fonts = font.element.rPr.rFonts
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _MADE
    return document


@dataclass(slots=True)
class _Marks:
    """Who changed something and when, and how many changes were marked so far."""

    author: str = ""
    day: datetime.date | None = None
    count: int = 0

    def set_decision(self, decision: Decision | None, outline: Outline) -> None:
        """Mark what follows as changed by a decision; by nobody on no day when there is none."""
        agencies = outline.review.head.agencies
        agency = agencies.get(decision.agency) if decision else None
        self.author = agency.name if agency else outline.review.head.settings.publisher
        self.day = decision.signed if decision else None

    def take_attributes(self) -> str:
        """The attributes of the next change."""
        self.count += 1
        day = f' w:date="{self.day}T00:00:00Z"' if self.day else ""
        return f'w:id="{self.count}" w:author={quoteattr(xml_text(self.author))}{day}'


def _add_section(document: Any, section: Section, outline: Outline, marks: _Marks) -> None:
    document.add_heading(xml_text(section.title), section.level)
    for warning in section.warnings:
        document.add_paragraph().add_run(xml_text(warning)).bold = True
    pages = f"{outline.words('review.pages')}:"
    for fact in section.facts:
        if not fact.startswith(pages):
            document.add_paragraph(xml_text(fact))
    if section.lines and _is_new(section):
        _add_new(document, section, outline.words)
    elif section.lines:
        heads = (outline.words(f"redline.docx_{name}") for name in ("before", "after", "marked"))
        table = _table(heads, section.lines, marks)
        document.element.body.insert_element_before(parse_xml(table), "w:sectPr")
        _end_table(document)


def _is_new(section: Section) -> bool:
    """Whether nothing of what a section shows was there before."""
    return {span.kind for line in section.lines for span in line.runs} == {ADDED}


def _add_new(document: Any, section: Section, words: Words) -> None:
    """What is new, without columns: of a procedure its main facts, each once, and how many more."""
    mains = [words(f"legal_part.{part}") for part in _MAIN_FACTS] if section.page else [""]
    said: dict[tuple[str, str], list[str]] = {}
    for line in section.lines:
        for main in (one for one in mains if line.part.startswith(one)):
            said.setdefault((main, _side(line.runs, ADDED)), []).append(line.part)
    for (main, runs), parts in said.items():
        label = main if len(parts) > 1 and main else parts[0]
        document.element.body.insert_element_before(parse_xml(_fact(label, runs)), "w:sectPr")
    if left := len(section.lines) - sum(map(len, said.values())):
        document.add_paragraph(words("redline.docx_folded", count=left))


def _fact(part: str, runs: str) -> str:
    return f"<w:p {nsdecls('w')}>{_run(f'{part}: ', bold=True)}{runs}</w:p>"


def _end_table(document: Any) -> None:
    """The paragraph that Word wants behind a table: so low that it begins no page of its own."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.add_run().font.size = Pt(1)
    mark = paragraph._p.get_or_add_pPr()
    mark.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="2"/></w:rPr>'))


def _table(heads: Iterable[str], lines: Iterable[Line], marks: _Marks) -> str:
    rows = [_row(*(_cell(_run(head, bold=True)) for head in heads), header=True)]
    part = ""
    for line in lines:
        if line.part != part:
            rows.append(_row(_cell(_run(line.part, bold=True), span=3, kept=True)))
        part = line.part
        sides = (_side(line.runs, DELETED), _side(line.runs, ADDED), _marked(line.runs, marks))
        rows.append(_row(*map(_cell, sides)))
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in edges)
    grid = f'<w:gridCol w:w="{_WIDTH}"/>' * 3
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{3 * _WIDTH}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(*cells: str, header: bool = False) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(runs: str, span: int = 1, *, kept: bool = False) -> str:
    """A cell; one that is `kept` stands on the page of the row below it."""
    kept_xml = "<w:pPr><w:keepNext/></w:pPr>" if kept else ""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    width = f'<w:tcW w:w="{span * _WIDTH}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{merged}</w:tcPr><w:p>{kept_xml}{runs}</w:p></w:tc>"


def _side(spans: Iterable[Span], kind: str) -> str:
    """One side of a change as plain text: what was dropped, or added, and what stayed."""
    return "".join(_run(span.text) for span in spans if span.kind in (SAME, kind))


def _marked(spans: Iterable[Span], marks: _Marks) -> str:
    return "".join(_marked_runs(spans, marks))


def _marked_runs(spans: Iterable[Span], marks: _Marks) -> Iterator[str]:
    for span in spans:
        if span.kind == SAME:
            yield _run(span.text)
        elif span.kind == ADDED:
            yield f"<w:ins {marks.take_attributes()}>{_run(span.text)}</w:ins>"
        else:
            yield f"<w:del {marks.take_attributes()}>{_run(span.text, 'delText')}</w:del>"


def _run(text: str, element: str = "t", *, bold: bool = False) -> str:
    """A run of a text, which is data: escaped here, its line breaks those of Word."""
    pieces = (
        f'<w:{element} xml:space="preserve">{escape(piece)}</w:{element}>'
        for piece in xml_text(text).split("\n")
    )
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:r>{properties}{'<w:br/>'.join(pieces)}</w:r>"
