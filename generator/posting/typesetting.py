"""Typst: PDF of our templates, with fonts of a package, the same bytes on any machine."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import PDFStandard

STANDARDS: tuple["PDFStandard", ...] = ("a-2a", "ua-1")
"""PDF/A-2a (ISO 19005-2) to keep, PDF/UA-1 (ISO 14289-1) to be read aloud."""
_PACKAGES = ("typst", "font_source_sans_pro")
_KEPT = 11
"""Documents for which Typst keeps what it worked out for one before them."""
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")


class NoTypesetterError(Exception):
    """The packages of the extra `print` are not installed."""


class TypesettingError(Exception):
    """Typst refused a document; the message is Typst's own."""


def render_pdf(template: str, data: Mapping[str, object], day: date) -> bytes:
    """The PDF of a template of this room, filled with data.

    What it took stays no longer in memory: sets are printed in parts for that.
    Raises NoTypesetterError, TypesettingError.
    """
    if not all(map(find_spec, _PACKAGES)):
        raise NoTypesetterError
    import typst

    pdf = _make_pdf(template, data, day)
    for _ in range(_KEPT):
        typst.compile(b"", ignore_system_fonts=True)
    return pdf


def _make_pdf(template: str, data: Mapping[str, object], day: date) -> bytes:
    import typst

    folder = resources.files("generator.posting") / "templates"
    try:
        return typst.compile(
            Path(str(folder / f"{template}.typ")),
            root=Path(str(folder)),
            font_paths=[_font_folder()],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=list(STANDARDS),
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise TypesettingError(error.diagnostic) from None


def _font_folder() -> Path:
    return Path(str(resources.files("font_source_sans_pro") / "files"))


def count_pages(pdf: bytes) -> int:
    """How many pages one of our documents has: its objects of the type Page."""
    return len(_PAGE.findall(pdf))
