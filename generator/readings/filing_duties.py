"""Who takes a dossier in by a list of duties: "Sở … có trách nhiệm:", and below it what of whom."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.readings.door import FilingQuote
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.filing_clauses import Passage

_DUTIES = re.compile(
    r"^[ \t*+•–-]{0,9}(?:[0-9a-zđ]{1,2}[.)]\s?)?(?P<whom>[^\n.;:]{3,120}? có trách nhiệm:)"
    r"[ \t]{0,9}\n"
    r"(?P<items>(?:[ \t]{0,9}[-+*•–][^\n]{1,900}(?:\n|\Z)){1,6})",
    re.MULTILINE,
)
"""A body that a line ends with the duties of, and the items of these."""
_TAKES_IN = re.compile(
    r"(?P<said>tiếp nhận[^\n;]{0,40}? hồ sơ[^\n;]{0,60}? (?:của|từ) (?:các )?"
    r"(?!các |[uủ][yỷ] ban|ubnd|sở |bộ |phòng |trung tâm|công an|cơ quan)[^\n;]{3,600})"
)
"""An item by which a dossier is taken in from those who are no office."""
_MOST = 6

Quotes = tuple[Reading[FilingQuote], ...]


def taken_by_duty(words: Iterable[Passage]) -> Quotes:
    """The duties of taking a dossier in, each below the words for whose it is."""
    return tuple(one for passage in words for one in _of_passage(passage))


def _of_passage(passage: Passage) -> Iterator[Reading[FilingQuote]]:
    for match in islice(_DUTIES.finditer(passage.recorded.lower()), _MOST):
        for item in _TAKES_IN.finditer(match.string, *match.span("items")):
            heading = evidence_of(passage.pointer, passage.recorded, *match.span("whom"))
            said = evidence_of(passage.pointer, passage.recorded, *item.span("said"))
            quote = FilingQuote(" ".join(said.words.split()), heading.words)
            yield Reading(quote, Certainty.SURE, (heading, said))
