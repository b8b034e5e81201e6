"""How much of the source is quoted beside an answer, and where the rest of it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from generator.locale import Words
from generator.pages.answers.cell import quotation, quotations
from generator.pages.nodes.html import EMPTY, Html, escape_line, folded_block, join_html


@dataclass(frozen=True, slots=True)
class QuoteRoom:
    """Characters of all quotations on the place and on the time, of each, and the least number."""

    place: int
    time: int
    longest: int
    least: int


WHOLE = QuoteRoom(place=750, time=850, longest=900, least=2)
ROOMS = (
    WHOLE,
    QuoteRoom(place=520, time=600, longest=500, least=1),
    QuoteRoom(place=360, time=420, longest=360, least=1),
    QuoteRoom(place=200, time=260, longest=260, least=1),
)
"""From the widest; the others are for pages whose papers have no room else."""


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A quotation, and the key of the words before the first of its kind ("" for none)."""

    key: str
    text: str
    tells: bool = True
    """Whether it says what the answer does not."""


def quoted_lines(
    said: Sequence[QuotedLine], most: int, room: QuoteRoom, words: Words, *, alone: bool = False
) -> Html:
    """The quotations that there is room for; the others, and those that are cut, folded whole.

    `alone` where nothing else answers: two more are shown at least.
    """
    if room is not WHOLE:
        said = sorted(said, key=lambda one: not one.tells)
    total = accumulate(min(len(one.text), room.longest) for one in said)
    shown = max(room.least + 2 * alone, sum(length <= most for length in total))
    cut = [one for one in said[:shown] if len(one.text) > room.longest]
    rest = [*cut, *said[shown:]]
    lines = quotations(_introduced(said[:shown], room.longest, words))
    if not rest:
        return lines
    label = escape_line(words("answer.more_said", count=len(rest)))
    every = quotations(escape_line(f"“{one.text}”") for one in rest)
    return join_html([lines, folded_block(label, every)])


def _introduced(said: Sequence[QuotedLine], longest: int, words: Words) -> list[Html]:
    """Quotations, the first of each kind after the words that lead to it."""
    lines: list[Html] = []
    for key, group in groupby(said, lambda one: one.key):
        for number, one in enumerate(group):
            quoted = f"“{quotation(one.text, longest)}”"
            leads = number == 0 and key
            lines.append(escape_line(words(key, text=quoted) if leads else quoted))
    return lines or [EMPTY]
