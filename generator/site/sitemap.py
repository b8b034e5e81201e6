"""The sitemap (sitemaps.org 0.9): every page, and when its procedure or decision last changed."""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from generator import addresses

PATH = "sitemap.xml"
Row = tuple[str, date | None]
"""The source path of a page and the day it last changed, when that is known."""


def sitemap(base_url: str, rows: Iterable[Row]) -> bytes:
    """The file; it names no page of a catalogue without an address."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(_line(base_url, path, changed) for path, changed in rows if base_url),
        "</urlset>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _line(base_url: str, path: str, changed: date | None) -> str:
    dated = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"  <url><loc>{escape(base_url + addresses.address(path))}</loc>{dated}</url>"
