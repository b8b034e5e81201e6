"""Repair characters that only look right; the words themselves are never changed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from generator.records.layout import DEVICES

_ETH = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"})
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]"
)
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that change the direction of writing; no Vietnamese text needs one."""

_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(p * 0x10000 - 2)}-{chr(p * 0x10000 - 1)}" for p in range(1, 16)
)
"""Code points that Unicode keeps from ever being characters; XML refuses two of them."""
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_NO_CHARACTERS}]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAK = re.compile("\r\n?|[\u2028\u2029]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LOOK_ALIKES = dict(zip("АВЕЅІЈКМНОРСТХаеѕіјорсху", "ABESIJKMHOPCTXaesijopcxy", strict=True))
_RUN = re.compile("[ \t]+")
_LINE_EDGE = re.compile(" ?\n ?")
_BLANK_LINES = re.compile("\n{3,}")

_MARKED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
SMALL_LETTERS = f"a-z{_MARKED}"
"""The small letters of Vietnamese for a set of a pattern: no range of code points holds them."""
CAPITAL_LETTERS = f"A-Z{_MARKED.upper()}"
"""The capital letters of Vietnamese for a set of a pattern."""


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _latin(text: str) -> str:
    return _LETTERS.sub(_latin_word, text) if _CYRILLIC.search(text) else text


def _latin_word(match: re.Match[str]) -> str:
    """A word of Latin letters and look-alikes in Latin letters; real Cyrillic stays."""
    word = "".join(_LOOK_ALIKES.get(letter, letter) for letter in match[0])
    return match[0] if _CYRILLIC.search(word) else word


def _normalise_spaces(text: str) -> str:
    text = _LINE_EDGE.sub("\n", _RUN.sub(" ", text))
    return _BLANK_LINES.sub("\n\n", text).strip()


_CLASSES = (_INVISIBLE, DIRECTION, _CONTROL, _SPACE, _PRIVATE)
_SUSPECT = re.compile(
    f"[\u00d0\u00f0\u0189\u0400-\u04ff\r\u2028\u2029{''.join(c.pattern[1:-1] for c in _CLASSES)}]"
)
"""Whatever a repair may change, decomposed letters aside: most texts have none of it."""

CHARACTER_REPAIRS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("nfc", _compose),
    ("eth", lambda text: text.translate(_ETH)),
    ("cyrillic", _latin),
    ("line_break", lambda text: _BREAK.sub("\n", text)),
    ("space", lambda text: _SPACE.sub(" ", text)),
    ("invisible", lambda text: _INVISIBLE.sub("", text)),
    ("direction", lambda text: DIRECTION.sub("", text)),
    ("control", lambda text: _CONTROL.sub("", text)),
    ("private_use", lambda text: _PRIVATE.sub("•", text)),
)
"""Name and function of each repair, in the order they run."""


def is_clean(text: str) -> bool:
    """Whether `repair` would leave a text as it is."""
    return unicodedata.is_normalized("NFC", text) and not _SUSPECT.search(text)


def repair(text: str) -> tuple[str, Counter[str]]:
    """Repair the characters of a text; the counter names the repairs that changed something."""
    repairs: Counter[str] = Counter()
    if is_clean(text):
        return text, repairs
    for name, fix in CHARACTER_REPAIRS:
        fixed = fix(text)
        repairs[name] += fixed != text
        text = fixed
    return text, +repairs


def repair_import(text: str) -> tuple[str, Counter[str]]:
    """Repair characters and white space of an imported text; nothing else is changed."""
    fixed, repairs = repair(text)
    spaced = _normalise_spaces(fixed)
    if spaced != fixed:
        repairs["white_space"] += 1
    return spaced, repairs


def excerpt(text: str, place: int, limit: int = 80) -> str:
    """A piece of a text on one line, of at most `limit` characters, with the one at `place` in it.

    >>> excerpt("Nộp hồ sơ tại bộ phận một cửa", 14, 20)
    '…hồ sơ tại bộ phận…'
    """
    start = text.rfind(" ", 0, max(place - limit // 2, 0)) + 1 if place >= limit // 2 else 0
    start = max(start, place - limit * 2 // 3)  # in a long word
    piece = " ".join(text[start : start + 2 * limit].split())
    room = limit - bool(start)
    if len(piece) > room:
        shown = len(" ".join(text[start:place].split())) + 1
        space = piece.rfind(" ", shown, room)
        piece = piece[: room - 1 if space < 0 else space] + "…"
    return f"…{piece}" if start else piece


def number_order(text: str) -> tuple[tuple[int, str], ...]:
    """A key that orders figures in a text as numbers: `d2` stands before `d10`.

    >>> sorted(["d10", "d2", "d1"], key=number_order)
    ['d1', 'd2', 'd10']
    """
    parts = re.split(r"([0-9]+)", text)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def fold_text(text: str) -> str:
    """Lower case without marks, `đ` as `d`: the form that people type without accents.

    >>> fold_text("Hộ tịch")
    'ho tich'
    """
    marks = unicodedata.normalize("NFD", text.lower())
    bare = "".join(letter for letter in marks if not unicodedata.combining(letter))
    return bare.replace("đ", "d")


def slug(text: str, limit: int = 60) -> str:
    """An ASCII name for files and addresses, cut at a word; `x` when nothing is left.

    >>> slug("Đăng ký khai sinh"), slug("Con"), slug("…")
    ('dang-ky-khai-sinh', 'x-con', 'x')
    """
    name = re.sub(r"[^a-z0-9]+", "-", fold_text(repair(text)[0])).strip("-")
    if len(name) > limit:
        name = name[: limit + 1].rpartition("-")[0] or name[:limit]
    name = name.strip("-") or "x"
    return f"x-{name}" if re.fullmatch(DEVICES, name) else name
