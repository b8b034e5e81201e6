"""Papers of several cases in one list whose order the export lost: nothing tells whose they are.

What tells that it was lost: a heading above nothing, the same paper twice in one case, numbers that
fall within one, a paper of a lower mark above all headings.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.readings.enumeration import ListMark, leading_mark
from generator.readings.paper_below_heading import mark_depth

_HEADINGS = 2
_NUMBERED = 1


def order_mixed_cases(texts: Sequence[str], heads: Sequence[bool]) -> list[int] | None:
    """The papers by their numbers, then the headings; None where the order is not known to be lost.

    `heads`: which items stand above others.
    """
    marks = [leading_mark(text) for text in texts]
    levels = [mark_depth(mark) for mark in marks]
    all_heads = [at for at, is_head in enumerate(heads) if is_head]
    for level in sorted({levels[at] for at in all_heads}):
        at_level = [at for at in all_heads if levels[at] == level]
        if len(at_level) >= _HEADINGS and _is_lost(texts, marks, levels, at_level):
            return sorted(range(len(texts)), key=lambda at: (heads[at], _rank(marks[at])))
    return None


def _rank(mark: ListMark | None) -> int:
    return mark.rank if mark else 0


def _is_lost(
    texts: Sequence[str],
    marks: Sequence[ListMark | None],
    levels: Sequence[int],
    heads: Sequence[int],
) -> bool:
    """Whether the order below headings of one level was lost."""
    if levels[heads[0]] == _NUMBERED:
        return _falls(marks[at] for at in heads) and not any(
            level == _NUMBERED for at, level in enumerate(levels) if at not in heads
        )
    above, *sections = _sections(heads, len(texts))
    stray = bool(above) and all(levels[at] > levels[heads[0]] > 0 for at in above)
    told = {_plain(texts[at]) for at in above}
    again = any(_plain(texts[at]) in told for section in sections for at in section)
    empty = any(not section for section in sections)
    return (
        stray or again or empty or any(_is_confused(texts, marks, section) for section in sections)
    )


def _sections(heads: Sequence[int], end: int) -> Iterator[range]:
    """The items above the first heading, then those below each."""
    for start, stop in pairwise((-1, *heads, end)):
        yield range(start + 1, stop)


def _is_confused(
    texts: Sequence[str], marks: Sequence[ListMark | None], section: Sequence[int]
) -> bool:
    """Whether one case has a paper twice, or numbers that fall."""
    said = [_plain(texts[at]) for at in section]
    return len(set(said)) < len(said) or _falls(marks[at] for at in section)


def _falls(marks: Iterator[ListMark | None]) -> bool:
    """Whether numbers or letters of one kind fall, or one comes again."""
    last: dict[str, int] = {}
    for mark in marks:
        if mark and mark.rank:
            if mark.rank <= last.get(mark.family, 0):
                return True
            last[mark.family] = mark.rank
    return False


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .;:-+*")
