"""Text into search terms. `assets/analyser.js` is its twin; both pass the same test vectors.

Each syllable gives its folded form (no marks, đ as d, final y after a consonant as i, so that
`kỹ` and `kĩ` meet), and, when it carries marks, an exact form: `^`, the letters without the tone,
and a digit for the tone, so that `hoà` and `hòa` meet. Codes stay whole and also lose their dots.
Folded forms find what people type without accents; exact forms rank what they type with them.
"""

import re
import unicodedata
from itertools import pairwise

_TOKEN = re.compile("[0-9]+(?:\\.[0-9]+)+|(?:[^\\W_]|[\u0300-\u036f])+")
_MARK = re.compile("[\u0300-\u036f]")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_TONE = re.compile("[" + "".join(_TONES) + "]")
_FINAL_Y = re.compile("(?<=[bcdghklmnpqrstvx])y$")
_ETH = str.maketrans({"ð": "đ", "ɖ": "đ"})
EXACT = "^"


def terms(text: str) -> list[str]:
    """The terms of a text, in order; a marked syllable gives two.

    >>> terms("Hộ tịch 1.001193")
    ['ho', '^hô5', 'tich', '^tich5', '1.001193', '1001193']
    """
    found: list[str] = []
    for token in _TOKEN.findall(_decomposed(text)):
        found.extend(_forms(token))
    return found


def syllables(text: str) -> list[str]:
    """The folded syllables of a text, for pairs of neighbours."""
    return [_folded(token) for token in _TOKEN.findall(_decomposed(text)) if "." not in token]


def pairs(text: str) -> list[str]:
    """Neighbouring syllables as one term each: `khai_sinh`."""
    found = syllables(text)
    return [f"{one}_{two}" for one, two in pairwise(found)]


def shard_key(term: str) -> str:
    """What a term is filed under: forms of the same syllable lie side by side."""
    return _folded(term.removeprefix(EXACT).rstrip("12345") if term.startswith(EXACT) else term)


def _decomposed(text: str) -> str:
    lowered = unicodedata.normalize("NFC", text).lower().translate(_ETH)
    return unicodedata.normalize("NFD", lowered)


def _forms(token: str) -> list[str]:
    if "." in token:
        return [token, token.replace(".", "")]
    folded = _folded(token)
    exact = _exact(token)
    return [folded] if exact == folded else [folded, EXACT + exact]


def _folded(token: str) -> str:
    bare = _MARK.sub("", unicodedata.normalize("NFD", token)).replace("đ", "d")
    return _FINAL_Y.sub("i", bare)


def _exact(token: str) -> str:
    tone = "".join(_TONES[mark] for mark in _TONE.findall(token))
    letters = unicodedata.normalize("NFC", _TONE.sub("", token))
    return _FINAL_Y.sub("i", letters) + tone
