"""Items with numbers of one list, "1." to "14." or "3.1.", whose order the export lost."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.readings.enumeration import leading_mark

_NUMBER = re.compile(r"\A\W{0,3}(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)]|(?=\s))\s?")
_PLAIN_NUMBER = re.compile(r"\A\W{0,3}([1-9][0-9]?)[.)](?![0-9])")
"""A number of one level; "01 bản" is none."""
_LEAST, _LEAST_TOLD = 3, 2
"""Items, and numbers of theirs, from which on they tell an order."""
_MOST_LEFT = 2
"""Items without a number beside more than twice as many with one."""
_STARTS = (1, 2)
"""Numbers that a list begins with; a first item may stand without its own."""

Number = tuple[int, ...]


def number_of(text: str) -> Number:
    """The number that a text opens with, "2.1." as (2, 1); empty for none."""
    found = _NUMBER.match(text)
    return tuple(map(int, found[1].split("."))) if found else ()


def order_by_numbers(texts: list[str]) -> list[int] | None:
    """The items in the order of their numbers, letters below the only one that leads to them.

    Few items without a number stand last where nothing leads to others. None where all stand in
    the order already, or where anything stands without a sure place.
    """
    numbers = [number_of(text) for text in texts]
    told = [number for number in numbers if number]
    few = len(texts) < _LEAST or len(told) < _LEAST_TOLD
    if few or not _are_of_one_list(told) or all(one < other for one, other in pairwise(told)):
        return None
    letters = _letters(texts, numbers)
    leads = [number for text, number in zip(texts, numbers, strict=True) if number and _leads(text)]
    rest = [at for at, number in enumerate(numbers) if not number and at not in letters]
    opens = not rest or (len(rest) == 1 and (_leads(texts[rest[0]]) or min(told)[0] > 1))
    few_left = len(rest) == 1 or (len(rest) <= _MOST_LEFT and len(rest) * 2 < len(told))
    ends = not opens and few_left and not letters and not any(map(_leads, texts))
    if not (opens or ends) or (letters and len(leads) != 1):
        return None
    below = leads[0] if letters else ()
    return sorted(
        range(len(texts)),
        key=lambda at: (
            ends and not numbers[at],
            *((below, letters[at]) if at in letters else (numbers[at], 0)),
        ),
    )


def order_in_places(texts: Sequence[str]) -> list[int] | None:
    """The items with numbers, or with letters, in their order at the places of such items.

    The others have no mark, are fewer and stay. None where all stand in the order already,
    anything leads to others, there are marks of two kinds, of which one stands below the other, or
    a second list begins.
    """
    ranks = [_rank(text) for text in texts]
    told = sorted(rank for rank in ranks if rank)
    few = len(told) * 2 <= len(texts)
    if (
        few
        or len({kind for kind, _ in told}) != 1
        or told.count(told[0]) > 1
        or any(map(_leads, texts))
    ):
        return None
    if any(leading_mark(text) for text, rank in zip(texts, ranks, strict=True) if not rank):
        return None
    places = [at for at, rank in enumerate(ranks) if rank]
    ordered = sorted(places, key=lambda at: ranks[at] or ("", 0))
    moved = dict(zip(places, ordered, strict=True))
    return None if ordered == places else [moved.get(at, at) for at in range(len(texts))]


def _rank(text: str) -> tuple[str, int] | None:
    """The kind of mark of an item, number or letter, and its rank; None for others."""
    if found := _PLAIN_NUMBER.match(text):
        return "number", int(found[1])
    mark = leading_mark(text)
    return (mark.family, mark.rank) if mark and mark.family.startswith("letter") else None


def _are_of_one_list(numbers: list[Number]) -> bool:
    """Whether numbers are those of one list, each of them once and none left out."""
    tops = sorted({number[0] for number in numbers})
    whole = bool(tops) and tops[0] in _STARTS and tops[-1] - tops[0] + 1 == len(tops)
    return whole and len(set(numbers)) == len(numbers)


def _letters(texts: list[str], numbers: list[Number]) -> dict[int, int]:
    """The ranks of the items with letters, by item, where these are one whole list; else none."""
    found: dict[int, int] = {}
    for at, text in enumerate(texts):
        mark = None if numbers[at] else leading_mark(text)
        if mark and mark.family.startswith("letter"):
            found[at] = mark.rank
    return found if sorted(found.values()) == list(range(1, len(found) + 1)) else {}


def _leads(text: str) -> bool:
    return text.rstrip().endswith(":")
