"""A part of the steps that is headed "Thời hạn giải quyết": the list below it, quoted whole."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.limits import limits_in
from generator.readings.time_said import Said, Texts
from generator.readings.time_values import TimeQuote

_HEADING = re.compile(
    r"^\W{0,9}(?:[0-9a-zđ]{1,3}[.)]\s{0,9})?(?:Bước [0-9]{1,2}\s?[.:]\s{0,9})?"
    r"Thời hạn (?:giải quyết|thực hiện|trả kết quả)[^\w\n]{0,9}$\n?",
    re.IGNORECASE | re.MULTILINE,
)
_END = re.compile(r"\n\W{0,9}(?:Bước|[0-9]{1,2}[.)])\s|\n\s{0,9}\n")
_MOST = 5
_LONGEST = 1500
"""Characters of a list."""


def section_quotes(texts: Texts) -> Iterator[Reading[TimeQuote]]:
    """The lists below such headings, each as one quotation, with all their lengths."""
    for pointer, text in texts:
        for heading in islice(_HEADING.finditer(text), _MOST):
            end = _END.search(text, heading.end())
            last = min(end.start() if end else len(text), heading.end() + _LONGEST)
            found = limits_in(text, heading.end(), last)
            if found:
                evidence = evidence_of(pointer, text, heading.end(), last)
                lengths = dict.fromkeys(one.limit.length for one in found)
                value = TimeQuote(" ".join(evidence.words.split()), tuple(lengths))
                yield Reading(value, Certainty.SURE, (evidence,))


def stands_within(said: Said, listed: Reading[TimeQuote]) -> bool:
    """Whether a length stands in a list that is quoted whole."""
    where = listed.evidence[0]
    return said.pointer == where.pointer and where.start <= said.one.at < where.end


def list_several(listed: Iterable[Reading[TimeQuote]]) -> bool:
    """Whether a list of limits has several."""
    return any(len(one.value.lengths) > 1 for one in listed)
