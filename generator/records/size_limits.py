"""A file of a record has the measure of something that people write and read.

Rules search texts by expressions; the time of some grows with the square of a word or of a gap. Of
10,758 real files the largest has 113 kB, the longest word 93 bytes, the widest gap under 30.
"""

import re

from generator.findings.problem import Position, Problem, Wording

MOST_BYTES = 4 << 20
MOST_OF_A_WORD = 2000
MOST_OF_A_GAP = 300
_GAP = re.compile(rb"\s{%d}" % MOST_OF_A_GAP)


def find_excess(content: bytes, path: str) -> Problem | None:
    """The problem of a file that is too large, or has a word or a gap that is too long."""
    if len(content) > MOST_BYTES:
        return _problem(path, "size.file", Position(1, 1))
    if gap := _GAP.search(content):
        return _problem(path, "size.gap", _position(content, gap.start()))
    word = max(content.split(), key=len, default=b"")
    if len(word) > MOST_OF_A_WORD:
        return _problem(path, "size.word", _position(content, content.index(word)))
    return None


def _problem(path: str, key: str, mark: Position) -> Problem:
    return Problem(path, "YM117", values={"reason": Wording((key,))}, mark=mark)


def _position(content: bytes, offset: int) -> Position:
    before = content[:offset]
    line = before[before.rfind(b"\n") + 1 :].decode("utf8", "replace")
    return Position(before.count(b"\n") + 1, len(line) + 1)
