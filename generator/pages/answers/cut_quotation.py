"""A long quotation cut so that the lengths of time in it can be read."""

import re
from collections.abc import Iterator

from generator.pages.answers.cell import quotation
from generator.readings.clauses import Span
from generator.readings.limits import limits_in

_HEAD = 70
"""Characters of the beginning that are kept: for whom it is."""
_BEFORE, _BEHIND = 45, 40
"""Characters kept around a length."""
_GAP = " … "
_SPACE = re.compile(r"\s")


def cut_around_limits(text: str, most: int) -> str:
    """The words of a text on one line: its beginning, and each length of time with its context.

    The beginning alone where all lengths stand in it, or where there are none.
    """
    said = " ".join(text.split())
    if len(said) <= most:
        return said
    lengths = [(one.start, one.tail) for one in limits_in(said)]
    if not lengths or lengths[-1][1] <= most:
        return quotation(said, most)
    return _joined(said, list(_windows(said, lengths)))


def _windows(said: str, lengths: list[Span]) -> Iterator[Span]:
    """What is kept, in the order of the text; stretches that meet are one."""
    start, end = 0, _HEAD
    for first, last in lengths:
        if first - _BEFORE > end + len(_GAP):
            yield start, _word_end(said, end)
            start = _word_start(said, first - _BEFORE)
        end = max(end, last + _BEHIND)
    yield start, _word_end(said, end)


def _word_start(said: str, at: int) -> int:
    found = _SPACE.search(said, at)
    return found.end() if found else at


def _word_end(said: str, at: int) -> int:
    found = _SPACE.search(said, at)
    return found.start() if found else len(said)


def _joined(said: str, windows: list[Span]) -> str:
    words = _GAP.join(said[start:end] for start, end in windows)
    return words if windows[-1][1] == len(said) else f"{words} …"
