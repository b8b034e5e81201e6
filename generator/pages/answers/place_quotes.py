"""The sentences that say who receives a dossier, quoted under the place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.locale import Words
from generator.pages.answers.quote_room import WHOLE, QuotedLine, QuoteRoom, quoted_lines
from generator.pages.nodes.html import Html
from generator.readings.door import FilingQuote
from generator.readings.evidence import Reading


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


def _said(quotes: Sequence[Reading[FilingQuote]], *, led: bool) -> Iterator[QuotedLine]:
    """Each quotation by whether it stands beside the answer; of one heading, as one."""
    values = (one.value for one in quotes)
    for (beside, heading), group in groupby(values, lambda one: (one.beside, one.heading)):
        texts = [one.text for one in group]
        key = "answer.place_beside" if beside else "" if led else "answer.place_said"
        whole = [" ".join((heading, *texts))] if heading else texts
        yield from (QuotedLine(key, text, keeps_end=True) for text in whole)
