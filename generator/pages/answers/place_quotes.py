"""The sentences that say who receives a dossier, quoted under the place."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.locale import Words
from generator.pages.answers.quote_room import WHOLE, QuotedLine, QuoteRoom, quoted_lines
from generator.pages.answers.short import shown_text
from generator.pages.answers.stitched import in_line, stretches_below
from generator.pages.nodes.html import Html
from generator.readings.door import FilingQuote
from generator.readings.evidence import Reading
from generator.readings.sentences import begins_with_case

_WORD = re.compile(r"[^\W_]+")
_FRAME = frozenset(
    _WORD.findall(
        "cách thực hiện bước 1 người yêu cầu đăng ký tổ chức cá nhân nộp gửi một bộ hồ sơ về đến"
        " tới tại cho địa chỉ cơ quan sau đây trên địa bàn các trong"
    )
)
"""Words by which a sentence says that one files, and nothing more."""


def place_quotes(
    quotes: Sequence[Reading[FilingQuote]],
    words: Words,
    *,
    led: bool = False,
    room: QuoteRoom = WHOLE,
) -> Html:
    """The sentences, those of the answer first, each as a line of its own.

    `led` where a line above says that they are the source's.
    """
    return quoted_lines(list(_said(quotes, led=led)), room.place, room, words, alone=led)


def untold_quotes(
    quotes: Sequence[Reading[FilingQuote]], headline: Html
) -> list[Reading[FilingQuote]]:
    """The sentences that say more than the offices above them, and that one goes there."""
    told = {*_WORD.findall(shown_text(headline).lower()), *_FRAME}
    return [
        one
        for one in quotes
        if set(_WORD.findall(f"{one.value.heading} {one.value.text}".lower())) - told
    ]


def _said(quotes: Sequence[Reading[FilingQuote]], *, led: bool) -> Iterator[QuotedLine]:
    """Each quotation by whether it stands beside the answer; of one heading, as one."""
    has_own = any(not one.value.beside for one in quotes)
    for (beside, heading), group in groupby(quotes, _place):
        found = list(group)
        own = [one.value for one in found]
        key = "answer.place_beside" if beside else "answer.place_said"
        key = "" if led and not (beside and has_own) else key
        if heading:
            is_line = begins_with_case(heading) and not heading.endswith((":", ".", ",", ";"))
            name, *below = stretches_below(heading, found)
            text = in_line([name, (in_line(below), below[0][1])], " – " if is_line else " ")
            yield QuotedLine(key, text, names=tuple(name for one in own for name in one.receivers))
        else:
            yield from (QuotedLine(key, one.text, names=one.receivers) for one in own)


def _place(one: Reading[FilingQuote]) -> tuple[bool, str]:
    return one.value.beside, one.value.heading
