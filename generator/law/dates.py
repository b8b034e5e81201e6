"""Dates as Vietnamese prose writes them: "ngày 08/6/2010", "ngày 08 tháng 6 năm 2010"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MARK = r"\s*(?P<mark{}>[/.-]{{1,2}})\s*"
_DATE = re.compile(
    r"(?P<day>[0-9][0-9]?)"
    rf"(?:{_MARK.format(1)}(?P<month1>[0-9]{{1,2}}){_MARK.format(2)}"
    r"|(?i:\s+tháng\s+(?P<month2>[0-9]{1,2})\s+năm\s+))"
    r"(?P<year>[0-9]{4,6})(?![0-9/-])"
)
"""It begins with the figure of the day; `_leading_word` looks at what stands before."""
_INSIDE = frozenset("0123456789/.-")
"""Characters after which a figure is not the day of a date."""
_FOUR_DIGITS = re.compile("[0-9][0-9]{3}")
"""Without them there is no year: most texts need no closer look.

Both patterns begin with one digit by itself, which the engine searches for at once.
"""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it is written; `day` is None when there is no such day in the calendar."""

    text: str
    start: int
    day: date | None


def dates_in(text: str) -> Iterator[WrittenDate]:
    """The dates in a text; figures that no calendar knows count only after the word "ngày".

    >>> [found.day for found in dates_in("ngày 08/6/2010, ngày 31 tháng 6 năm 2026")]
    [datetime.date(2010, 6, 8), None]
    """
    if not _FOUR_DIGITS.search(text):
        return
    for match in _DATE.finditer(text):
        start = match.start()
        if text[start - 1 : start] in _INSIDE:
            continue
        day, word = _day(match), _leading_word(text, start)
        if day or word or _plain(match):
            yield WrittenDate(word + match[0], start - len(word), day)


def _leading_word(text: str, end: int) -> str:
    """The word "ngày" and the space after it that stand before `end`; empty where they do not."""
    last = end
    while last and text[last - 1].isspace():
        last -= 1
    has_word = last < end and text[max(0, last - 4) : last].lower() == "ngày"
    return text[last - 4 : end] if has_word else ""


def _plain(match: re.Match[str]) -> bool:
    """Shaped like 10/11/2025, whatever its figures."""
    return "/" in (match["mark1"] or "") and bool(re.match(r"(?:19|20)..\Z", match["year"]))


def _day(match: re.Match[str]) -> date | None:
    marks = (match["mark1"] or "", match["mark2"] or "")
    month = match["month1"] or match["month2"]
    if any(len(mark) > 1 for mark in marks):
        return None
    try:
        return date(int(match["year"]), int(month), int(match["day"]))
    except ValueError:
        return None
