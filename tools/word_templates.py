"""Make the Word templates of `niemyet export word`: `python -m tools.word_templates`.

Layout of Decree 30/2020/NĐ-CP, annex I: A4, margins 20, 20, 30 and 15 mm, Times New Roman. The
files are package data, which an office copies and edits in Word.
"""

import datetime
import io
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from generator.exports.word.package import fix_package
from generator.exports.word.styles import LineStyle

FOLDER = Path("generator/exports/word/templates")
_FONT = "Times New Roman"
_CENTER, _RIGHT, _JUSTIFY = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_LOOKS: dict[LineStyle, tuple[bool, bool, int]] = {
    LineStyle.TITLE: (True, False, 0),
    LineStyle.CODE: (False, True, 0),
    LineStyle.LABEL: (True, False, 0),
    LineStyle.SECTION: (False, True, 0),
    LineStyle.GROUP: (False, True, 5),
    LineStyle.STEP: (True, False, 5),
    LineStyle.ITEM: (False, False, 5),
    LineStyle.WORDED: (False, False, 5),
    LineStyle.FACT: (False, False, 10),
    LineStyle.TEXT: (False, False, 10),
    LineStyle.LEAD: (False, False, 5),
    LineStyle.NONE: (False, False, 5),
    LineStyle.NONE_TEXT: (False, False, 5),
    LineStyle.UNSTATED: (False, True, 5),
}
"""Bold, italic, and how far a style is indented, in millimetres."""
_OUTLINE = {LineStyle.TITLE: 1, LineStyle.LABEL: 2}
"""The levels of styles in the outline that Word shows beside a text, from 0."""
_COLUMNS = (
    ("STT", 13, "order"),
    ("Mã TTHC", 22, "code"),
    ("Tên thủ tục hành chính", 44, "name"),
    ("Thời hạn giải quyết", 42, "time"),
    ("Địa điểm thực hiện", 38, "place"),
    ("Cách thức thực hiện", 24, "methods"),
    ("Phí, lệ phí", 25, "fee"),
    ("Căn cứ pháp lý", 34, "basis"),
    ("Ghi chú", 20, "note"),
)
_WITH = "(Kèm theo Quyết định số {{ number }} {{ day }} của {{ issuer }})"
_STEPS = (("STT", 20), ("Trình tự thực hiện", 62), ("Bộ phận xử lý", 45), ("Thời gian", 38))


def _new() -> Any:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    _set_margins(section)
    _number_pages(section)
    normal = document.styles["Normal"]
    _set_font(normal, 14)
    normal.paragraph_format.space_after = Pt(3)
    _plain_heading(document)
    for style in LineStyle:
        _add_style(document, style)
    _keep_broken_lines_unstretched(document)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime.datetime(2020, 3, 5)
    return document


def _plain_heading(document: Any) -> None:
    """Headings of sections look as the rest of the text does, bold."""
    heading = document.styles["Heading 1"]
    _set_font(heading, 14)
    heading.font.bold, heading.font.color.rgb = True, RGBColor(0, 0, 0)
    heading.paragraph_format.space_before = Pt(12)
    fonts = heading.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _keep_broken_lines_unstretched(document: Any) -> None:
    """A line that ends in a break of the text itself is not spread over the whole width."""
    compatibility = document.settings.element.find(qn("w:compat"))
    compatibility.insert(0, parse_xml(f"<w:doNotExpandShiftReturn {nsdecls('w')}/>"))


def _set_margins(section: Any) -> None:
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _number_pages(section: Any) -> None:
    """Page numbers in the middle of the head, from the second page on (Decree 30/2020/NĐ-CP)."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = _CENTER
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>'))


def _set_font(style: Any, size: float) -> None:
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), _FONT)


def _add_style(document: Any, kind: LineStyle) -> None:
    bold, italic, indent = _LOOKS[kind]
    style = document.styles.add_style(kind.style_id, WD_STYLE_TYPE.PARAGRAPH)
    style.element.find(qn("w:name")).set(qn("w:val"), str(kind))
    style.base_style = document.styles["Normal"]
    style.font.bold, style.font.italic = bold, italic
    style.paragraph_format.left_indent = Mm(indent)
    style.paragraph_format.alignment = _JUSTIFY
    style.quick_style = True
    if kind in _OUTLINE:
        _outline(style, _OUTLINE[kind])
    if kind is LineStyle.UNSTATED:
        style.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if kind in (LineStyle.TITLE, LineStyle.LABEL, LineStyle.SECTION, LineStyle.GROUP):
        style.paragraph_format.keep_with_next = True
    if kind is LineStyle.TITLE:
        style.paragraph_format.space_before = Pt(12)
    if kind is LineStyle.STEP:
        style.paragraph_format.keep_with_next = True


def _outline(element: Any, level: int) -> None:
    """Show paragraphs of a style, or one paragraph, at a level of the outline."""
    mark = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>')
    element.element.get_or_add_pPr().append(mark)


def _write(parent: Any, text: str, *marks: str, size: float = 0, align: Any = None) -> Any:
    paragraph = parent.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = "bold" in marks or None, "italic" in marks or None
    if size:
        run.font.size = Pt(size)
    if align is not None:
        paragraph.alignment = align
    return paragraph


def _rule(parent: Any, width: float, indent: float) -> None:
    """A thin line below a heading: the border of an empty paragraph."""
    paragraph = _write(parent, "", size=2)
    style = paragraph.paragraph_format
    style.left_indent = style.right_indent = Mm((width - indent) / 2)
    style.space_after = Pt(0)
    line = '<w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:spacing", "w:ind", "w:jc")


def _columns(table: Any, widths: tuple[float, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _heading(document: Any) -> None:
    table = document.add_table(rows=2, cols=2)
    left, right = table.rows[0].cells
    for text in ("{%p if agency_above %}", "{{ agency_above }}", "{%p endif %}"):
        _write(left, text, size=12, align=_CENTER)
    _write(left, "{{ agency }}", "bold", size=12, align=_CENTER)
    _rule(left, 55, 25)
    _write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bold", size=12, align=_CENTER)
    _write(right, "Độc lập - Tự do - Hạnh phúc", "bold", size=13, align=_CENTER)
    _rule(right, 94, 60)
    number, day = table.rows[1].cells
    _write(number, "Số: {{ number }}", size=13, align=_CENTER)
    _write(day, "{{ place_and_day }}", "italic", size=14, align=_CENTER)
    for cell in (left, right, number, day):
        cell._tc.remove(cell.paragraphs[0]._p)
    _columns(table, (67, 98))


def make_decision() -> Any:
    """The decision itself."""
    document = _new()
    _heading(document)
    _write(document, "QUYẾT ĐỊNH", "bold", align=_CENTER).paragraph_format.space_before = Pt(12)
    _write(document, "{{ title }}", "bold", align=_CENTER)
    _rule(document, 165, 50)
    _write(document, "{{ office }}", "bold", align=_CENTER)
    for text, mark in (
        ("{%p for ground in grounds %}", ""),
        ("{{ ground }}", "italic"),
        ("{%p endfor %}", ""),
    ):
        _indent(_write(document, text, mark, align=_JUSTIFY))
    _write(document, "QUYẾT ĐỊNH:", "bold", align=_CENTER)
    _write(document, "{%p for article in articles %}")
    article = _write(document, "{{ article.label }}", "bold", align=_JUSTIFY)
    article.add_run("{{ article.text }}")
    _indent(article)
    _write(document, "{%p endfor %}")
    _signature(document)
    return document


def _indent(paragraph: Any) -> None:
    paragraph.paragraph_format.first_line_indent = Mm(10)


def _signature(document: Any) -> None:
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.paragraphs[0].add_run("Nơi nhận:").bold = True
    left.paragraphs[0].runs[0].italic = True
    left.paragraphs[0].runs[0].font.size = Pt(12)
    for text in ("{%p for recipient in recipients %}", "- {{ recipient }};", "{%p endfor %}"):
        _write(left, text, size=11)
    for text in ("{%p if filed %}", "- {{ filed }}", "{%p endif %}"):
        _write(left, text, size=11)
    right._tc.remove(right.paragraphs[0]._p)
    for text in ("{%p for line in capacity %}", "{{ line }}", "{%p endfor %}"):
        _write(right, text, "bold", size=14, align=_CENTER)
    for _ in range(3):
        _write(right, "", size=14)
    _write(right, "{{ signer }}", "bold", size=14, align=_CENTER)
    _columns(table, (80, 85))
    _write(document, "", size=2)  # Word wants a paragraph behind the last table


def make_annex() -> Any:
    """The annex: the list on landscape pages, then the contents."""
    document = _new()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(20), Mm(15)
    _write(document, "PHỤ LỤC", "bold", align=_CENTER)
    _write(document, "{{ list_title }}", "bold", align=_CENTER)
    _write(document, _WITH, "italic", align=_CENTER)
    _list(document)
    contents = document.add_section(WD_SECTION.NEW_PAGE)
    contents.different_first_page_header_footer = False
    contents.orientation = WD_ORIENT.PORTRAIT
    contents.page_width, contents.page_height = Mm(210), Mm(297)
    _set_margins(contents)
    _write(document, "NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH", "bold", align=_CENTER)
    _write(document, "{%p for procedure in procedures %}")
    _write(document, "{%p if procedure.heading %}")
    heading = document.add_paragraph("{{ procedure.heading }}", style="Heading 1")
    heading.alignment = _CENTER
    for text in ("{%p endif %}", "{{p procedure.body }}", "{%p endfor %}"):
        _write(document, text)
    return document


def _list(document: Any) -> None:
    table = document.add_table(rows=7, cols=len(_COLUMNS))
    table.style = "Table Grid"
    for cell, (title, _, _) in zip(table.rows[0].cells, _COLUMNS, strict=True):
        _fill(cell, title, bold=True)
    _repeat(table.rows[0])
    _columns(table, tuple(float(width) for _, width, _ in _COLUMNS))
    _fill(table.rows[1].cells[0], "{%tr for row in rows %}")
    _fill(table.rows[2].cells[0], "{%tr if row.heading %}")
    heading = table.rows[3].cells
    _fill(heading[0], "{{ row.order }}", bold=True)
    _fill(heading[1].merge(heading[-1]), "{{ row.heading }}", bold=True)
    for cell in (heading[0], heading[1]):
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _fill(table.rows[4].cells[0], "{%tr else %}")
    for cell, (_, _, name) in zip(table.rows[5].cells, _COLUMNS, strict=True):
        _fill(cell, f"{{{{ row.{name} }}}}", size=10.5)
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    _fill(table.rows[6].cells[0], "{%tr endif %}")
    _fill(table.add_row().cells[0], "{%tr endfor %}")


def _keep_rows_whole(table: Any) -> None:
    """No page ends within a row."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _fill(cell: Any, text: str, *, bold: bool = False, size: float = 12) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.font.size, run.bold = Pt(size), bold or None


def make_processes() -> Any:
    """The internal processes, one table for each procedure."""
    document = _new()
    _write(document, "PHỤ LỤC", "bold", align=_CENTER)
    _write(document, "QUY TRÌNH NỘI BỘ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", "bold", align=_CENTER)
    _write(document, _WITH, "italic", align=_CENTER)
    _write(document, "{%p for process in processes %}")
    _write(document, "{{p process.title }}")
    table = document.add_table(rows=8, cols=4)
    table.style = "Table Grid"
    for cell, (title, _) in zip(table.rows[0].cells, _STEPS, strict=True):
        _fill(cell, title, bold=True)
    _repeat(table.rows[0])
    _columns(table, tuple(float(width) for _, width in _STEPS))
    _fill(table.rows[1].cells[0], "{%tr for step in process.steps %}")
    _fill(table.rows[2].cells[0], "{%tr if step.phase %}")
    phase = table.rows[3].cells
    _fill(phase[0].merge(phase[-1]), "{{p step.phase }}")
    _fill(table.rows[4].cells[0], "{%tr else %}")
    for cell, name in zip(table.rows[5].cells, ("label", "name", "role", "time"), strict=True):
        text = "{{ step.label }}" if name == "label" else f"{{{{p step.{name} }}}}"
        _fill(cell, text)
    _fill(table.rows[6].cells[0], "{%tr endif %}")
    _fill(table.rows[7].cells[0], "{%tr endfor %}")
    _keep_rows_whole(table)
    _write(document, "{%p endfor %}")
    return document


def make_leaflet() -> Any:
    """One procedure as a leaflet for those who apply: few pages, so small letters."""
    document = _new()
    _set_font(document.styles["Normal"], 11.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(2)
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(14)
    section.left_margin = section.right_margin = Mm(17)
    _write(document, "{{ agency_name }}", size=13, align=_CENTER)
    _write(document, "HƯỚNG DẪN THỦ TỤC HÀNH CHÍNH", "bold", size=16, align=_CENTER)
    _write(document, "{{ published }}", "italic", size=12, align=_CENTER)
    _write(document, "{{p procedure.body }}")
    return document


TEMPLATES = {
    "quyet-dinh.docx": make_decision,
    "phu-luc.docx": make_annex,
    "quy-trinh.docx": make_processes,
    "to-huong-dan.docx": make_leaflet,
}


def template_bytes(name: str) -> bytes:
    """A template as it is stored."""
    made = io.BytesIO()
    TEMPLATES[name]().save(made)
    return fix_package(made.getvalue())


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for template in TEMPLATES:
        (FOLDER / template).write_bytes(template_bytes(template))
