"""The sentences that say who receives a dossier, quoted under the place."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from generator.locale import Words
from generator.pages.nodes.html import Html, escape_line
from generator.readings.door import FilingQuote
from generator.readings.evidence import Reading

_ROOM = 750
"""Characters of all quotations together; the first ones are always shown."""
_LEAST = 2


def place_quotes(
    quotes: Sequence[Reading[FilingQuote]],
    words: Words,
    *,
    led: bool = False,
) -> Iterator[Html]:
    """The sentences, those of the answer first, each as a line of its own.

    `led` where a line above says that they are the source's.
    """
    said = list(_said(quotes))
    total = accumulate(len(text) for _, text in said)
    shown = max(_LEAST, sum(length <= _ROOM for length in total))
    for beside, group in groupby(said[:shown], lambda one: one[0]):
        key = "answer.place_beside" if beside else "answer.place_said"
        for number, (_, text) in enumerate(group):
            quoted = f"“{text}”"
            is_first = number == 0 and (beside or not led)
            yield escape_line(words(key, text=quoted) if is_first else quoted)


def _said(quotes: Sequence[Reading[FilingQuote]]) -> Iterator[tuple[bool, str]]:
    """Whether each quotation stands beside the answer, and its words; of one heading, as one."""
    values = (one.value for one in quotes)
    for (beside, heading), group in groupby(values, lambda one: (one.beside, one.heading)):
        texts = [one.text for one in group]
        whole = [" ".join((heading, *texts))] if heading else texts
        yield from ((beside, text) for text in whole)
