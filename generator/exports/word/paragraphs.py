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


def paragraph_xml(line: StyledLine) -> str:
    """A paragraph of a style; a line break in its text is one in Word."""
    pieces = str(word_text(line.text)).split("\n")
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)
    style = line.style.style_id
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{runs}</w:r></w:p>'


def paragraphs_xml(lines: Iterable[StyledLine]) -> Markup:
    """Paragraphs one after the other, for a placeholder `{{p …}}`."""
    return Markup("".join(map(paragraph_xml, lines)))
