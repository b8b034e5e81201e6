"""Print on any terminal: what its code page lacks is shown as nearly as it can be."""

import codecs
import os
import re
import sys
import unicodedata
from functools import partial
from io import TextIOWrapper

_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The marks that Windows-1258 writes after the letter: grave, acute, tilde, hook, dot below."""
_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "Ð": "D", "→": "->", "–": "-", "…": "...", "“": '"', "”": '"'}
    | {"›": ">", "×": "x"}
)
"""What stands for a letter or a sign that does not come apart into a letter and marks."""
_ESCAPED = re.compile("[\udc80-\udcff]+")
"""Bytes of the name of a file that the encoding of the system does not read."""


def prepare_console() -> None:
    """Have no letter that is printed end the program.

    What goes to a file or to another program is UTF-8, unless PYTHONIOENCODING says otherwise.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding
            if not stream.isatty() and not os.environ.get("PYTHONIOENCODING"):
                encoding = "utf-8"
            handler = f"niemyet-{encoding}"
            codecs.register_error(handler, partial(_replace, encoding))
            stream.reconfigure(encoding=encoding, errors=handler)


def _replace(encoding: str, error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = _ESCAPED.sub(_unescape, error.object[error.start : error.end])
    shown = (one if _fits(one, encoding) else nearest(one, encoding) for one in lacking)
    return "".join(shown).encode(encoding), error.end


def _unescape(match: re.Match[str]) -> str:
    return match[0].encode("utf8", "surrogateescape").decode("utf8", "replace")


def nearest(letter: str, encoding: str) -> str:
    """What comes nearest to a letter in a code page: its tone apart, without marks, or `?`.

    >>> nearest("ệ", "ascii"), nearest("→", "cp1258"), nearest("😀", "cp1258")
    ('e', '->', '?')
    >>> nearest("ệ", "cp1258").encode("cp1258").hex(" ")
    'ea f2'
    """
    apart = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in apart if mark in _TONES)
    toneless = "".join(mark for mark in apart if mark not in _TONES)
    marked = unicodedata.normalize("NFC", toneless) + tones
    bare = "".join(part for part in apart if not unicodedata.combining(part)).translate(_PLAIN)
    return next((found for found in (marked, bare) if _fits(found, encoding)), "?")


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
