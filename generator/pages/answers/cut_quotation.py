"""A long quotation cut so that the lengths of time in it can be read."""

import re
from collections.abc import Iterator

from generator.pages.answers.cell import quotation
from generator.readings.clauses import Span
from generator.readings.cut_words import denial_between
from generator.readings.limits import limits_in

_HEAD = 70
"""Characters of the beginning that are kept: for whom it is."""
_BEFORE, _BEHIND = 45, 40
"""Characters kept around a length at least."""
_CLAUSE = 220
"""Characters around a length in which the clause that it stands in is kept whole."""
_LITTLE = 0.25
"""The share of the room by which words may be longer: so little is not worth a cut."""
_ENDS = re.compile(r"[;.](?=\s)|(?<!kinh tế)\s(?=[+•–-]\s)")
"""Where a clause or an item ends."""
_GAP = " … "
_SPACE = re.compile(r"\s")


def cut_around_limits(text: str, most: int) -> str:
    """The words of a text on one line: its beginning, and each length of time with its context.

    The beginning alone where all lengths stand in it, or where there are none.
    """
    said = " ".join(text.split())
    if len(said) <= most * (1 + _LITTLE):
        return said
    lengths = [(one.start, one.tail) for one in limits_in(said)]
    if not lengths or lengths[-1][1] <= most:
        return quotation(said, most)
    return _joined(said, list(_windows(said, lengths)))


def cut_in_middle(text: str, most: int) -> str:
    """The words of a text on one line: its beginning and its end."""
    said = " ".join(text.split())
    if len(said) <= most * (1 + _LITTLE):
        return said
    kept, end = _word_end(said, most // 2), _word_start(said, len(said) - most // 2)
    return f"{said[:kept]}{_GAP}{denial_between(said, kept, end)}{said[end:]}"


def _windows(said: str, lengths: list[Span]) -> Iterator[Span]:
    """What is kept, in the order of the text; stretches that meet are one."""
    start, end = 0, _HEAD
    for first, last in lengths:
        opening = _clause_start(said, first)
        if opening > end + len(_GAP):
            yield start, _word_end(said, end)
            start = opening
        end = max(end, _clause_end(said, last))
    yield start, _word_end(said, end)


def _clause_start(said: str, at: int) -> int:
    """Where the clause of a length begins, which tells for whom it is; near it where it is long."""
    ends = [one.end() for one in _ENDS.finditer(said, max(0, at - _CLAUSE), at)]
    if ends:
        return _word_start(said, ends[-1])
    return _word_start(said, at - _BEFORE) if at > _CLAUSE else 0


def _clause_end(said: str, at: int) -> int:
    found = _ENDS.search(said, at, at + _CLAUSE)
    return max(found.end(), at) if found else at + _BEHIND


def _word_start(said: str, at: int) -> int:
    found = _SPACE.search(said, at)
    return found.end() if found else at


def _word_end(said: str, at: int) -> int:
    found = _SPACE.search(said, at)
    return found.start() if found else len(said)


def _joined(said: str, windows: list[Span]) -> str:
    words = _GAP.join(said[start:end] for start, end in windows)
    return words if windows[-1][1] == len(said) else f"{words} …"
