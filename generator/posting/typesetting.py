"""Typst: PDF of our templates, with fonts of a package, the same bytes on any machine."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

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
    with _set(template, data) as compiler:
        return _make_pdf(compiler, day)


def render_paged(
    template: str, data: Mapping[str, object], day: date
) -> tuple[bytes, tuple[int, ...]]:
    """The PDF of a template, and the pages that its metadata with the label `starts` list.

    Raises NoTypesetterError, TypesettingError.
    """
    with _set(template, data) as compiler:
        pdf = _make_pdf(compiler, day)
        starts = compiler.query("<starts>", field="value", one=True)
        return pdf, tuple(json.loads(starts))


@contextmanager
def _set(template: str, data: Mapping[str, object]) -> Iterator["Compiler"]:
    """A compiler for a template that is filled with data; afterwards nothing of it is kept."""
    if not all(map(find_spec, _PACKAGES)):
        raise NoTypesetterError
    import typst

    folder = Path(str(resources.files("generator.posting") / "templates"))
    try:
        yield typst.Compiler(
            folder / f"{template}.typ",
            root=folder,
            font_paths=[_font_folder()],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    except typst.TypstError as error:
        raise TypesettingError(error.diagnostic) from None
    for _ in range(_KEPT):
        typst.compile(b"", ignore_system_fonts=True)


def _make_pdf(compiler: "Compiler", day: date) -> bytes:
    made = compiler.compile(
        format="pdf",
        pdf_standards=list(STANDARDS),
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    return cast(bytes, made)


def _font_folder() -> Path:
    return Path(str(resources.files("font_source_sans_pro") / "files"))


def count_pages(pdf: bytes) -> int:
    """How many pages one of our documents has: its objects of the type Page."""
    return len(_PAGE.findall(pdf))
