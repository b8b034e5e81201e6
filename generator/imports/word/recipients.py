"""Whom a decision is sent to ("Nơi nhận"), as its last page lists them."""

import re
from collections.abc import Iterable

from generator.imports.word.blocks import WordLine

_BEGINS = re.compile(r"\A\s*+nơi nhận\s*+:?\s*+\Z", re.IGNORECASE)
_BULLET = re.compile(r"\A\s*[-–+•]\s*+(?!\()")
_FILED = re.compile(r"\A\s*+(?:[-–+•]\s*+)?Lưu\s*+:")
_NEXT = re.compile(r";['’]?\s+(?=[^\s(])")
"""Between two recipients that a converted file has on one line."""
_BLANK = "…"
"""What an exported draft has in place of recipients that nobody wrote."""


def read_recipients(lines: Iterable[WordLine]) -> tuple[str, ...]:
    """The lines of the list without bullets and end marks; none while one of them is blank.

    The list ends with the line that says where the file is kept ("Lưu: VT").
    """
    found: list[str] = []
    inside = False
    for text in (text.strip() for line in lines for text in line.text.split("\n")):
        if inside and (_BULLET.match(text) or text.endswith(";") or _FILED.match(text)):
            found += recipients_on(text)
        inside = (inside or bool(_BEGINS.match(text))) and not _FILED.match(text)
    return () if any(_BLANK in text for text in found) else tuple(found)


def begins_recipients(text: str) -> bool:
    """Whether a line is the heading of the list."""
    return bool(_BEGINS.match(text.split("\n")[0]))


def recipients_on(text: str) -> list[str]:
    """The recipients on one line, which is one but for damaged files."""
    found = (one.strip(" ;.'’") for one in _NEXT.split(_BULLET.sub("", text)))
    return [one for one in found if one]
