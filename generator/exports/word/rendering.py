"""A template of an office filled in with docxtpl: the same bytes for the same values."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError

from generator.exports.word.paragraphs import word_text
from generator.exports.word.styles import LineStyle

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip can hold: files must not tell when they were made."""
_QUOTED = re.compile(r"'([^']+)'")
_PLACEHOLDER = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


class BadTemplateError(Exception):
    """A template cannot be filled in: `key` of the words says why, with `values`."""

    def __init__(self, key: str, **values: object) -> None:
        """Take what the words say."""
        super().__init__(key, values)
        self.key = key
        self.values = values


def fill_template(template: Path, values: Mapping[str, Any]) -> bytes:
    """The Word file of a template and its values.

    Raises BadTemplateError when it is no Word file, has a placeholder that is wrong or unknown, or
    lacks a style that an import needs.
    """
    try:
        document = DocxTemplate(template)
        document.init_docx()
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        raise BadTemplateError("word.bad_file") from None
    _require_styles(document)
    environment = Environment(undefined=StrictUndefined, autoescape=True, finalize=_final)
    try:
        document.render(dict(values), environment)
    except TemplateSyntaxError as error:
        raise _syntax_error(error) from None
    except (TemplateError, TypeError, ValueError) as error:
        name = _QUOTED.findall(str(error))
        raise BadTemplateError("word.unknown_placeholder", name=name[-1] if name else "?") from None
    except Exception as error:  # lxml refuses what a placeholder in the wrong place leaves
        raise BadTemplateError("word.broken_placeholder", reason=str(error)[:120]) from None
    made = io.BytesIO()
    document.save(made)
    return fix_package(made.getvalue())


def _final(value: Any) -> Any:
    return word_text(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _syntax_error(error: TemplateSyntaxError) -> BadTemplateError:
    lines = [re.sub(r"<[^>]+>", " ", line) for line in (error.source or "").splitlines()]
    near = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    found = _PLACEHOLDER.search(near)
    place = found[0] if found else " ".join(near.split())[:80]
    return BadTemplateError("word.bad_placeholder", place=place, reason=error.message or "")


def _require_styles(document: DocxTemplate) -> None:
    styles = document.docx.styles
    known = {style.name for style in styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    for style in LineStyle:
        if style not in known:
            raise BadTemplateError("word.no_style", name=str(style))


def fix_package(content: bytes) -> bytes:
    """A Word file with fixed days and its parts in the order of their names."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return made.getvalue()


