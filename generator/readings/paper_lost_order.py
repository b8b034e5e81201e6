"""Items whose order the portal's export lost, so that nothing tells which heading they stand under.

Their marks still tell that it was lost: letters that each stand once, out of their order.
"""

import re
from collections import defaultdict
from itertools import pairwise

from generator.readings.enumeration import leading_mark

_NUMBER = re.compile(r"\A\W{0,3}(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s")
_HEADINGS, _LETTERS = 2, 3
"""Headings with a number, and letters, from which on an order is known to be lost."""


def order_lost(texts: list[str]) -> list[int] | None:
    """The papers by their letters, then those without, the numbered headings and rules last.

    None where the order was not lost, or every item has but one heading to stand under.
    """
    numbers = [_number(text) for text in texts]
    headings = sum(
        text.rstrip().endswith(":") for text, number in zip(texts, numbers, strict=True) if number
    )
    letters = _letters(texts)
    if headings < _HEADINGS or not letters:
        return None
    return sorted(
        range(len(texts)),
        key=lambda at: (bool(numbers[at]), at not in letters, letters.get(at, 0), numbers[at]),
    )


def _number(text: str) -> tuple[int, ...]:
    """The number that a text opens with, "2.1." as (2, 1); empty for none."""
    found = _NUMBER.match(text)
    return tuple(map(int, found[1].split("."))) if found else ()


def _letters(texts: list[str]) -> dict[int, int]:
    """The ranks of letters that each stand once and out of order, by item; else none."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for at, text in enumerate(texts):
        if (mark := leading_mark(text)) and mark.family.startswith("letter"):
            found[mark.family][at] = mark.rank
    for ranks in found.values():
        every = list(ranks.values())
        falls = any(one > other for one, other in pairwise(every))
        if falls and len(set(every)) == len(every) >= _LETTERS:
            return ranks
    return {}
