"""A file of a record has the measure of something that people write and read.

Rules search texts by expressions; the time of some grows with the square of a word or of a gap. Of
10,758 real files the largest has 113 kB, the longest word 93 bytes, the widest gap under 30.
"""

import re

from generator.findings.problem import Position, Problem, Wording

MOST_BYTES = 4 << 20
MOST_OF_A_WORD = 2000
MOST_OF_A_GAP = 300
_STRETCHES = (
    ("size.gap", MOST_OF_A_GAP, re.compile(rb"\s{%d}" % (MOST_OF_A_GAP + 1)), re.compile(rb"\S")),
    (
        "size.word",
        MOST_OF_A_WORD,
        re.compile(rb"\S{%d}" % (MOST_OF_A_WORD + 1)),
        re.compile(rb"\s"),
    ),
)
"""The key of a problem, how long a stretch may be, what is longer, and what ends a stretch."""


def find_excess(content: bytes, path: str) -> Problem | None:
    """The problem of a file that is too large, or has a word or a gap that is too long."""
    if len(content) > MOST_BYTES:
        return _problem(path, "size.file", Position(1, 1))
    for key, long, within, end in _STRETCHES:
        if _may_have(long, content, end) and (found := within.search(content)):
            return _problem(path, key, _position(content, found.start()))
    return None


def has_long_word(text: str) -> bool:
    """Whether a text has a word that no file of a record may have."""
    return any(len(word.encode()) > MOST_OF_A_WORD for word in text.split())


def _may_have(most: int, content: bytes, end: re.Pattern[bytes]) -> bool:
    """Whether a stretch of more than `most` bytes is possible: it fills a part of half its size."""
    part = most // 2
    starts = range(0, len(content) - part + 1, part)
    return any(end.search(content, start, start + part) is None for start in starts)


def _problem(path: str, key: str, mark: Position) -> Problem:
    return Problem(path, "YM117", values={"reason": Wording((key,))}, mark=mark)


def _position(content: bytes, offset: int) -> Position:
    before = content[:offset]
    line = before[before.rfind(b"\n") + 1 :].decode("utf8", "replace")
    return Position(before.count(b"\n") + 1, len(line) + 1)
