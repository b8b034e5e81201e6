"""A template of an office filled in with docxtpl: the same bytes for the same values."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from lxml.etree import XMLSyntaxError

from generator.exports.word.carried import CarriedRecord, write_carried
from generator.exports.word.empty_columns import drop_empty_columns
from generator.exports.word.merged_bases import merge_equal_bases
from generator.exports.word.package import fix_package
from generator.exports.word.paragraphs import word_text
from generator.exports.word.sandbox import EndlessTemplateError, OfficeEnvironment
from generator.exports.word.styles import LineStyle

_QUOTED = re.compile(r"'([^']+)'")
_FAULTS = (TemplateError, TypeError, ValueError, RecursionError, XMLSyntaxError)
_PLACEHOLDER = re.compile(r"\{[{%].{0,400}?[}%]\}", re.DOTALL)


class BadTemplateError(Exception):
    """A template cannot be filled in: `key` of the words says why, with `values`."""

    def __init__(self, key: str, **values: str) -> None:
        """Take what the words say."""
        super().__init__(key, values)
        self.key = key
        self.values = values


def fill_template(
    template: Path, values: Mapping[str, Any], record: CarriedRecord | None = None
) -> bytes:
    """The Word file of a template and its values, with the record that it is to carry.

    Raises BadTemplateError when it is no Word file, has a placeholder that is wrong or unknown, or
    lacks a style that an import needs.
    """
    try:
        document = DocxTemplate(template)
        document.init_docx()
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        raise BadTemplateError("word.bad_file") from None
    _require_styles(document)
    try:
        document.render(dict(values), OfficeEnvironment(finalize=_final))
    except _FAULTS as error:
        raise _bad_template(error, _part_of(document, values)) from None
    if record is not None:
        drop_empty_columns(document.docx)
        merge_equal_bases(document.docx)
        _carry(document, record)
    made = io.BytesIO()
    document.save(made)
    return fix_package(made.getvalue())


def _carry(document: DocxTemplate, record: CarriedRecord) -> None:
    """Give a document the part of a record, beside those that the template has."""
    package = document.docx.part.package
    name = package.next_partname("/customXml/item%d.xml")
    part = Part(name, "application/xml", write_carried(record), package)
    document.docx.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _final(value: Any) -> Any:
    return word_text(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _part_of(document: DocxTemplate, values: Mapping[str, Any]) -> str:
    """The key of the part of a template that cannot be filled in: its body, else its margins."""
    try:
        environment = OfficeEnvironment(finalize=_final)
        document.fix_tables(document.build_xml(dict(values), environment))
    except _FAULTS:
        return "word.part.body"
    return "word.part.margins"


def _bad_template(error: Exception, part: str) -> BadTemplateError:
    """What is wrong with a template, in words that name its placeholder."""
    if isinstance(error, TemplateSyntaxError):
        return _syntax_error(error, part)
    if isinstance(error, EndlessTemplateError | RecursionError):
        return BadTemplateError("word.endless_template", part=part)
    if isinstance(error, XMLSyntaxError):
        return BadTemplateError("word.broken_placeholder", part=part)
    names = _QUOTED.findall(str(error))
    if isinstance(error, SecurityError):
        return BadTemplateError("word.refused_placeholder", part=part, place="; ".join(names))
    return BadTemplateError("word.unknown_placeholder", part=part, name=names[-1] if names else "?")


def _syntax_error(error: TemplateSyntaxError, part: str) -> BadTemplateError:
    lines = [re.sub(r"<[^<>]+>", " ", line) for line in (error.source or "").splitlines()]
    near = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    found = _PLACEHOLDER.search(near)
    place = found[0] if found else " ".join(near.split())[:80]
    if not error.message:
        return BadTemplateError("word.refused_placeholder", part=part, place=place)
    return BadTemplateError("word.bad_placeholder", part=part, place=place)


def _require_styles(document: DocxTemplate) -> None:
    styles = document.docx.styles
    known = {style.name for style in styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    for style in LineStyle:
        if style not in known:
            raise BadTemplateError("word.no_style", name=str(style))
