"""Titles as they are shown, and in which order."""

import re
import unicodedata
from functools import cache

from generator.law.text import DIRECTION, fold_text

_STRAY = re.compile(r"\A[.,;:\s]+(?=\w)")
"""What separates a title from words that a source has left out before it."""
_HEAD = 96
"""Letters of a title that fit on three lines of a phone."""
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def one_line(text: str) -> str:
    """A text as titles and lists show it: on one line, without marks that turn the direction.

    >>> one_line(". Cấp lại  giấy phép")
    'Cấp lại giấy phép'
    """
    return _STRAY.sub("", " ".join(DIRECTION.sub("", text).split()))


def split_title(title: str, most: int = _HEAD) -> tuple[str, str]:
    """A title as far as a narrow list shows it, cut at a word, and the rest of it.

    >>> split_title("Cấp lại giấy phép", 9)
    ('Cấp lại', ' giấy phép')
    """
    if len(title) <= most:
        return title, ""
    head = title[: most + 1].rpartition(" ")[0] or title[:most]
    return head, title[len(head) :]


def comparable(text: str) -> str:
    """A text as it is compared with another: case, white space and a last full stop aside."""
    return " ".join(text.lower().rstrip(".").split())


@cache
def initial(title: str) -> str:
    """The letter a title is listed under: its first without marks but đ; `0` for no letter."""
    if title[:1].lower() == "đ":
        return "đ"
    letter = fold_text(title)[:1]
    return letter if "a" <= letter <= "z" else "0"


@cache
def vietnamese_order(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A sort key: letters in the order a ă â b … đ … y, tones only where letters are equal."""
    places = [_place_of(mark) for mark in unicodedata.normalize("NFC", text.lower())]
    return tuple(letter for letter, _ in places), tuple(t for _, tones in places for t in tones)


@cache
def _place_of(mark: str) -> tuple[int, tuple[int, ...]]:
    """The place of one letter in the alphabet, and its tones; what is no letter comes first."""
    parts = unicodedata.normalize("NFD", mark)
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    place = _ALPHABET.find(letter)
    tones = tuple(_TONES.index(part) + 1 for part in parts if part in _TONES)
    return 100 + place if place >= 0 else min(ord(letter[0]), 99), tones
