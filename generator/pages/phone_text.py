"""How many lines words take on a phone of 360 px.

By the widths of DejaVu Sans, the widest of the fonts that the pages ask for: what fits in it fits
in the others.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

Runs = Iterable[tuple[str, bool]]
"""Words in their order, and whether they are bold."""
_PLAIN = {
    "'": 0.27,
    "ijlIJ": 0.285,
    " .,": 0.32,
    ";:/f-": 0.345,
    "t()r": 0.4,
    "sz“”–": 0.52,
    "ckFLvxy•P": 0.575,
    "aoTYebdghnpquESđư": 0.625,
    "0123456789K": 0.64,
    "AVBRXZC": 0.69,
    "UHNDGĐ": 0.76,
    "OQwM+": 0.82,
    "mW—…%": 0.98,
}
_BOLD = {
    "'ijl .,IJ": 0.36,
    ";:-f()/": 0.43,
    "tr–": 0.49,
    "czs": 0.59,
    "LvxyakeEFT": 0.665,
    "o0123456789hnu": 0.705,
    "bdgpqSYđCPZ": 0.72,
    "BAKRVX": 0.77,
    "UGDHNOQĐ+": 0.835,
    "wmMW…%": 1.0,
}
_USUAL = 0.69
_ADVANCE = tuple(
    {letter: width for letters, width in table.items() for letter in letters}
    for table in (_PLAIN, _BOLD)
)
_WORD = re.compile(r"[^\s/-]*(?:[/-]|\s+|\Z)")
"""A word up to where a line may break."""


@lru_cache(maxsize=50_000)
def _widths(word: str, is_bold: bool) -> tuple[float, float]:
    """The width of a word without and with the space behind it, in heights of its font.

    Signs above and below letters take none.
    """
    advance = _ADVANCE[is_bold]
    letters = unicodedata.normalize("NFD", word.rstrip())
    bare = sum(advance.get(one, _USUAL) for one in letters if not unicodedata.combining(one))
    return bare, bare + (advance[" "] if word[-1:].isspace() else 0.0)


def count_lines(runs: Runs, width: float) -> int:
    """The lines of words where a line is so many heights of the font wide."""
    lines, at = 1, 0.0
    for text, is_bold in runs:
        for word in _WORD.findall(text):
            bare, whole = _widths(word, is_bold)
            if at + bare > width and at:
                lines, at = lines + 1, 0.0
            at += whole
    return lines if at or lines > 1 else 0


@lru_cache(maxsize=4_000)
def plain_lines(text: str, width: float) -> int:
    """The lines of words none of which is bold."""
    return count_lines([(text, False)], width)


def bold_lines(text: str, width: float) -> int:
    """The lines of words all of which are bold."""
    return count_lines([(text, True)], width)
