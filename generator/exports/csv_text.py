"""Tables as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from generator.law.text import DIRECTION

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with a mark at the start, by which spreadsheets know it; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def code_cell(code: str) -> str:
    """A code that spreadsheets leave as it is: `1.000426` would be a number of a million to them.

    The apostrophe is the one that every cell has which would begin a formula.
    """
    return f"'{code}"


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    clean = DIRECTION.sub("", value)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
