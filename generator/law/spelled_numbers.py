"""Whole numbers written out in Vietnamese: "mười lăm nghìn", "một trăm linh năm"."""

import re

_DIGITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_FILLERS = ("linh", "lẻ", "và")


def read_spelled_number(text: str) -> int | None:
    """The number that words spell, without anything else; None when they spell none.

    >>> read_spelled_number("Mười lăm nghìn"), read_spelled_number("hai mươi mốt")
    (15000, 21)
    >>> read_spelled_number("một trăm linh năm triệu"), read_spelled_number("hai bộ")
    (105000000, None)
    """
    words = re.findall(r"\w+", text.lower())
    total = group = 0
    digit: int | None = None
    for word in words:
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
        elif word == "mười":
            group += 10
        elif word in ("mươi", "chục", "trăm"):
            if digit is None:
                return None
            group += digit * (100 if word == "trăm" else 10)
            digit = None
        elif word in _SCALES:
            total += (group + (digit or 0)) * _SCALES[word]
            group, digit = 0, None
        elif word not in _FILLERS:
            return None
    return total + group + (digit or 0) if words else None
