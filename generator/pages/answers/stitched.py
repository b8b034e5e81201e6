"""Stretches of a source on one line, with "…" wherever words of it lie between two of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.readings.door import FilingQuote
from generator.readings.evidence import Evidence, Reading
from generator.readings.time_values import TimeQuote

GAP = "… "
"""What a stretch begins with that does not stand right behind the one before it."""
_BETWEEN = 6
"""Characters of the end of a line and the mark of an item, which are no words."""

Quote = Reading[TimeQuote] | Reading[FilingQuote]
Piece = tuple[str, Evidence]
"""The words of a stretch on one line, and where they stand."""


def with_gaps(lines: Sequence[str], is_kept: Callable[[str], bool]) -> Iterator[str]:
    """Some lines of a text; one behind others that are left out begins with "…"."""
    is_begun = is_left_out = False
    for line in lines:
        if is_kept(line):
            yield f"{GAP}{line}" if is_begun and is_left_out else line
            is_begun, is_left_out = True, False
        else:
            is_left_out = True


def with_gaps_once(parts: Iterable[str]) -> str:
    """Parts behind each other; where one ends and the next begins with "…", it is there once."""
    return " ".join(parts).replace(f"{GAP}{GAP}", GAP)


def in_line(pieces: Iterable[Piece], joint: str = " ") -> str:
    """Stretches behind each other, with a `joint` where nothing lies between them."""
    said, last = "", None
    for text, where in pieces:
        if last:
            said += joint if _is_next(last, where) else f" {GAP}"
        said, last = said + text, where
    return with_gaps_once([said])


def stretches_below(heading: str, own: Sequence[Quote]) -> list[Piece]:
    """The stretches of a heading, if there is one, and of the quotations below it."""
    above = own[0].evidence[:-1] if heading else ()
    named = [(heading, above[0])] if len(above) == 1 else [(_line(one), one) for one in above]
    return [*named, *((one.value.text, one.evidence[-1]) for one in own)]


def _line(where: Evidence) -> str:
    return " ".join(where.words.split())


def _is_next(before: Evidence, behind: Evidence) -> bool:
    between = behind.start - before.end
    return before.pointer == behind.pointer and 0 <= between <= _BETWEEN
