"""How much of the source is quoted beside an answer, and where the rest of it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from generator.locale import Words
from generator.pages.answers.cell import quotations
from generator.pages.answers.cut_quotation import (
    cut_around_limits,
    cut_around_names,
    words_apart,
)
from generator.pages.answers.shared_words import shorten_areas
from generator.pages.nodes.html import EMPTY, Html, escape_line, folded_block, join_html


@dataclass(frozen=True, slots=True)
class QuoteRoom:
    """Characters of all quotations on the place and on the time, of each, and the least number.

    Of several that are needed for an answer, each has `longest_of_several`.
    """

    place: int
    time: int
    longest: int
    longest_of_several: int
    least: int
    ends: int | None = None
    """Characters behind which a cut quotation ends, whatever lengths of time follow."""
    fee: int | None = None
    """Characters of the notes on fees without a figure; None for all."""


WHOLE = QuoteRoom(place=1100, time=1300, longest=1000, longest_of_several=1000, least=3)
ROOMS = (
    WHOLE,
    QuoteRoom(place=750, time=850, longest=900, longest_of_several=900, least=2),
    QuoteRoom(place=520, time=600, longest=500, longest_of_several=400, least=1),
    QuoteRoom(place=360, time=420, longest=360, longest_of_several=280, least=1),
    QuoteRoom(place=200, time=260, longest=260, longest_of_several=180, least=1),
)
"""From the widest; the others are for pages whose papers have no room else."""

ON_PAPER = ROOMS[2]
"""For what hangs on a wall: it is read at arm's length, and every word stands below."""

SCARCE = QuoteRoom(200, 200, 200, 150, least=1, ends=320, fee=160)
"""For pages on which the names of papers have no room even below the tightest of these."""

_WIDTHS = (400, 280, 220, 180, 150, 120)
"""Characters of each quotation where all of them only have room when they are cut."""
_SEVERAL, _MOST_NEEDED = 2, 4
"""Needed quotations that are shown whatever the room; one more where nothing else answers."""


_BY_WHOM = re.compile(r"(?<!\w)giải quyết của [^;]{5,80}? về (?=\w)", re.IGNORECASE)
"""Who settles what is not counted, before what it is."""


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A quotation, and the key of the words before the first of its kind ("" for none)."""

    key: str
    text: str
    needed: bool = False
    """Whether the answer is not whole without it."""
    names: tuple[str, ...] | None = None
    """What a cut leaves, instead of lengths of time: the names of who receives."""
    brief: str = ""
    """What is said instead of a cut quotation; empty where it is cut."""

    tells: bool = False
    """Whether the others are rather cut shorter than it is folded."""

    more: tuple[str, ...] = ()
    """Quotations that go on with it; each has the room of one and is cut alone."""

    ends: int | None = None
    """Characters behind which each cut text ends."""

    is_tight: bool = False
    """Whether a cut ends at its room, and not where it is told what is done."""

    def shown(self, most: int) -> str:
        """What is shown of it, in quotation marks unless it is said briefly."""
        if self.names is None:
            every = (self.text, *self.more)
            told = not self.is_tight
            cut = " ".join(cut_around_limits(one, most, self.ends, to_act=told) for one in every)
        else:
            cut = cut_around_names(self.text, self.names, most)
        brief = self.brief if self.ends is None else _BY_WHOM.sub("", self.brief)
        return brief if brief and "…" in cut else f"“{cut}”"

    @property
    def whole(self) -> str:
        """All its words."""
        return " ".join((self.text, *self.more))

    def is_whole(self, most: int) -> bool:
        """Whether all its words are shown."""
        return self.shown(most) == f"“{' '.join(self.whole.split())}”"


def quoted_lines(
    said: Sequence[QuotedLine], most: int, room: QuoteRoom, words: Words, *, alone: bool = False
) -> Html:
    """The quotations that there is room for; the others, and those that are cut, folded whole.

    `alone` where nothing else answers: more are shown at least. A cut leaves lengths of time.
    """
    said = [replace(one, ends=room.ends) for one in said]
    needed = min(_MOST_NEEDED + alone, sum(one.needed for one in said))
    longest = room.longest if needed < _SEVERAL else room.longest_of_several
    total = accumulate(min(len(one.whole), longest) for one in said)
    least = max(room.least + 2 * alone, needed)
    shown = max(least, sum(length <= most for length in total))
    tight = [replace(one, is_tight=True) for one in said]
    if any(one.tells for one in said[shown:]) and (width := _width_of_all(tight, longest, most)):
        said, longest, shown = tight, width, len(said)
    said = [_told_apart(one, said[:shown], longest) for one in said]
    cut = [one for one in said[:shown] if not one.is_whole(longest)]
    rest = [*cut, *said[shown:]]
    lines = quotations(_introduced(said[:shown], longest, words, scarce=room.ends is not None))
    if not rest:
        return lines
    label = escape_line(words("answer.more_said", count=len(rest)))
    every = quotations(escape_line(f"“{one.whole}”") for one in rest)
    return join_html([lines, folded_block(label, every)])


def _told_apart(line: QuotedLine, every: Sequence[QuotedLine], most: int) -> QuotedLine:
    """A quotation that would read as another one when cut, cut around what tells them apart."""
    twin = next((one for one in every if one != line and one.shown(most) == line.shown(most)), None)
    if twin is None or line.names is not None or line.more:
        return line
    apart = words_apart(line.text, twin.text)
    return replace(line, names=(apart,)) if apart else line


def _width_of_all(said: Sequence[QuotedLine], longest: int, most: int) -> int:
    """How much of each is shown so that all have room; 0 where that is too little."""
    for width in (one for one in _WIDTHS if one < longest):
        if sum(len(one.shown(width)) for one in said) <= most:
            return width
    return 0


def _introduced(
    said: Sequence[QuotedLine], longest: int, words: Words, *, scarce: bool
) -> list[Html]:
    """Quotations, the first of each kind after the words that lead to it."""
    quoted = [one.shown(longest) for one in said]
    pairs = zip(said, shorten_areas(quoted) if scarce else quoted, strict=True)
    lines: list[Html] = []
    for key, group in groupby(pairs, lambda pair: pair[0].key):
        for number, (_, text) in enumerate(group):
            leads = number == 0 and key
            lines.append(escape_line(words(key, text=text) if leads else text))
    return lines or [EMPTY]
