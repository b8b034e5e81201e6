"""Text into search terms, as `assets/engine/analyser.js` does: both pass the same test vectors.

A term is a syllable without its marks: NFC, lower case, đ as d, final y after a consonant as i
(so that `kỹ` and `kĩ` meet), numbers without leading zeros (`mức độ 02` and `mức 2` meet).
Tones and hats fall away, so both ways to place a tone (`hoà`, `hòa`) give one term, and what is
typed without accents finds what was written with them.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

_TOKEN = re.compile("[0-9]+(?:\\.[0-9]+)+|[\\w\u0300-\u036f]+")
_MARK = re.compile("[\u0300-\u036f]")
_FINAL_Y = re.compile("(?<=[bcdghklmnpqrstvx])y$")
_LEADING_ZEROS = re.compile("^0++(?=[1-9][0-9]*$)|^0+(?=0$)")
_TITLES = 1 << 16
"""How many titles are cached: as many as a nation's shard has at most."""
_LOOK_ALIKES = (("ð", "đ"), ("ɖ", "đ"), ("_", " "))
"""Letters that are taken for đ, and the one sign of a word that parts syllables."""


def syllables(text: str) -> list[str]:
    """The terms of a text, in order; numbers with dots, such as codes, are left out.

    >>> syllables("Đăng ký hộ tịch 1.001193, mức độ 02")
    ['dang', 'ki', 'ho', 'tich', 'muc', 'do', '2']
    """
    lowered = unicodedata.normalize("NFC", text).lower()
    for other, meant in _LOOK_ALIKES:
        lowered = lowered.replace(other, meant)
    return [_folded(token) for token in _TOKEN.findall(lowered) if "." not in token]


@lru_cache(_TITLES)
def title_syllables(title: str) -> tuple[str, ...]:
    """The syllables of a title: several parts of the index ask for them."""
    return tuple(syllables(title))


def pairs(syllables: Sequence[str]) -> list[str]:
    """Neighbouring syllables as one term each: `khai_sinh`."""
    return [f"{one}_{two}" for one, two in pairwise(syllables)]


def whole(syllables: Sequence[str]) -> str:
    """All that people say as one term, filed beside its first pair: `lam_giay_khai_sinh_`."""
    return "".join(f"{one}_" for one in syllables)


def analyse(text: str) -> list[str]:
    """The syllables of a text and their pairs: all that it can be found by."""
    found = syllables(text)
    return [*found, *pairs(found)]


@cache
def _folded(token: str) -> str:
    bare = _MARK.sub("", unicodedata.normalize("NFD", token)).replace("đ", "d")
    return _LEADING_ZEROS.sub("", _FINAL_Y.sub("i", bare))
