"""For which ways of filing a sum is, and which ways a source only gives it with."""

import re
from collections.abc import Iterable, Set

from generator.readings.fee_values import FeeTerms

_NAMES_WAY = re.compile(r"trực tuyến|trực tiếp|bưu chính|qua mạng|điện tử", re.IGNORECASE)

Due = tuple[FeeTerms, Set[str]]
"""What a sum or a share is for, and the ways of filing that a source gives it with."""


def is_by_way(one: Due, others: Iterable[Due], every: Set[str]) -> bool:
    """Whether a sum is for some ways of filing alone.

    It is for none of these where words say what it is for, and all that the other ways have is for
    something else: then a source gives one sum of several with each way.
    """
    terms, ways = one
    if every <= ways:
        return False
    name = _words_of(terms)
    if not name or _NAMES_WAY.search(" ".join(terms.applies_to)):
        return True
    elsewhere = [_words_of(other) for other, own in others if own - ways]
    return not elsewhere or any(_is_alike(name, other) for other in elsewhere)


def _is_alike(name: Set[str], other: Set[str]) -> bool:
    """Whether two names may be of one thing: one of them has all the words of the other."""
    return other <= name or name <= other


def _words_of(terms: FeeTerms) -> Set[str]:
    return set(" ".join(terms.applies_to).lower().split())
