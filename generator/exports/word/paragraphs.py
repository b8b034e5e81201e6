"""Styled lines as WordprocessingML (ISO/IEC 29500-1, 17.3): text is data, escaped here once."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from generator.exports.word.styles import StyledLine
from generator.exports.xml_text import xml_text


def word_text(text: str) -> Markup:
    """A text as runs may hold it; nothing in it is read as a placeholder of the template.

    docxtpl turns `{_{` into `{{` after a template was filled in, so its underscore is written as a
    character reference.
    """
    return Markup(str(escape(xml_text(text))).replace("{_", "{&#95;").replace("_}", "&#95;}"))


_IN_CELL = '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/>'


def paragraph_xml(line: StyledLine, *, in_cell: bool = False) -> str:
    """A paragraph of a style; a line break in its text is one in Word.

    In the narrow cells of a table nothing is indented, and words are not driven apart.
    """
    pieces = str(word_text(line.text)).split("\n")
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)
    style = line.style.style_id
    placed = _IN_CELL if in_cell else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{placed}</w:pPr><w:r>{runs}</w:r></w:p>'


def paragraphs_xml(lines: Iterable[StyledLine], *, in_cell: bool = False) -> Markup:
    """Paragraphs one after the other, for a placeholder `{{p …}}`."""
    return Markup("".join(paragraph_xml(line, in_cell=in_cell) for line in lines))
