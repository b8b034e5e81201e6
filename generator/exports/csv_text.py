"""Tables as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.law.text import DIRECTION

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FIGURES = re.compile(r"\s*[0-9][0-9.,/:-]*(?:[eE][0-9]+)?\s*\Z")
"""A text that spreadsheets take for a number, a day or an hour: `1.900110` loses its zero."""


@dataclass(frozen=True, slots=True)
class JoinKey:
    """A code by which programs join a table to the API: it stands as it is, never as a formula.

    A spreadsheet may take it for a number, so that its table has a column of text beside it.
    """

    value: str


def to_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with a mark at the start, by which spreadsheets know it.

    No text is a formula or becomes a number: an apostrophe at its start has it read as text.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    key = isinstance(value, JoinKey)
    text = value.value if isinstance(value, JoinKey) else value
    if not isinstance(text, str):
        return text
    clean = DIRECTION.sub("", text)
    guarded = clean.startswith(_FORMULA) or (not key and _FIGURES.match(clean))
    return f"'{clean}" if guarded else clean
