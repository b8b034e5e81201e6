"""The items of a list in the order that their marks tell; the portal's export lost it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.readings.enumeration import leading_mark, marks_in
from generator.readings.paper_below_heading import leads_on, order_below_heading
from generator.readings.paper_number_order import order_by_numbers, order_in_places
from generator.readings.paper_words import ENDS_LIST

_DASHES = ("-", "+", "*")
"""Marks below letters and numbers."""
_AFTER_MARK = 3
"""Characters behind a mark that tell that it is one."""
_LEVELS = 2
"""Kinds of dashes that tell levels."""
_LEAST = 3
"""Letters from which on they tell an order."""
_OF_ALL = re.compile(r"\W{0,9}(?:giấy tờ trong |thành phần |bộ )?hồ sơ(?!\w)", re.I)
"""How an item begins that stands above all others, though nothing ends it as a heading."""
_REFERS_BACK = re.compile(
    r"\A\W{0,9}(?:trường hợp|nếu) (?:\w{1,9} ){0,4}không có (?:\w{1,9} ){1,4}"
    r"(?:nêu|nói) trên(?!\w)",
    re.I,
)
"""How an item begins that speaks of papers above it."""
_END = 30
"""Characters of the end of a heading that tell that papers follow."""


def sort_items(texts: Sequence[str]) -> list[int]:
    """The items of one list, by their numbers, letters and the levels of their dashes."""
    told = order_by_numbers(list(texts)) or order_below_heading(texts) or _but_one(texts)
    marked = told or _below_lettered(texts, sort_by_marks(texts))
    if marked == sorted(marked):
        marked = order_in_places(texts) or marked
    return _behind_its_own(texts, marked)


def _behind_its_own(texts: Sequence[str], order: list[int]) -> list[int]:
    """Items with one for who has none of "the papers above" behind those of its kind of mark."""
    families = [mark_family(texts[at]) for at in order]
    for place, (at, family) in enumerate(zip(order, families, strict=True)):
        follows = place > 0 and families[place - 1] == family
        if family and not follows and _REFERS_BACK.search(texts[at]):
            beside = len(list(takewhile(family.__eq__, families[place:])))
            return [
                *order[:place],
                *order[place + 1 : place + beside],
                at,
                *order[place + beside :],
            ]
    return order


def _but_one(texts: Sequence[str]) -> list[int] | None:
    """Items by their letters; the only one without any stands last, or first above all."""
    marked = [at for at, text in enumerate(texts) if mark_family(text)]
    order = sort_by_marks([texts[at] for at in marked])
    alone = [at for at in range(len(texts)) if at not in marked]
    if len(alone) != 1 or len(marked) < _LEAST or any(map(leads_on, texts)):
        return None
    if order == sorted(order):
        return None
    by_letters = [marked[at] for at in order]
    return [*alone, *by_letters] if _OF_ALL.match(texts[alone[0]]) else [*by_letters, *alone]


def sort_by_marks(texts: Sequence[str]) -> list[int]:
    """Items by their marks, when every one has a number or letter of one kind, once."""
    recorded = list(range(len(texts)))
    marks = [_meanings(text) for text in texts]
    for family in marks[0] if marks else ():
        ranks = [mark[family] for mark in marks if mark.get(family)]
        if len(set(ranks)) == len(recorded):
            return sorted(recorded, key=ranks.__getitem__)
    return recorded


def is_unordered(texts: Sequence[str]) -> bool:
    """Whether neither marks nor headings tell the order of items."""
    marks = [leading_mark(text) for text in texts]
    kinds = {mark.family for mark in marks if mark}
    return (
        len(kinds) < _LEVELS
        and not any(map(leads_on, texts))
        and not any(mark.rank for mark in marks if mark)
    )


def mark_family(text: str) -> str:
    """The kind of mark that a text opens with; empty for none."""
    mark = leading_mark(text)
    return mark.family if mark else ""


def _below_lettered(texts: Sequence[str], order: list[int]) -> list[int]:
    """Items with dashes behind the only heading with a letter: the export lost their order.

    A further item with a letter tells that the marks have levels.
    """
    dashed = [at for at in order if mark_family(texts[at]) in _DASHES]
    others = [at for at in order if at not in dashed]
    others = [others[at] for at in sort_by_marks([texts[at] for at in others])]
    lettered = [at for at in others if mark_family(texts[at])]
    heads = [number for number, at in enumerate(others) if _awaits_papers(texts[at])]
    if len(heads) != 1 or len(lettered) == 1:
        return order
    return [*others[: heads[0] + 1], *dashed, *others[heads[0] + 1 :]]


def _awaits_papers(text: str) -> bool:
    said = " ".join(text.split())
    leads = leads_on(said) or ENDS_LIST.search(said[-_END:]) is not None
    return bool(mark_family(text)) and leads


def _meanings(text: str) -> dict[str, int]:
    """The families that the mark of a text may be of, with its rank in each: "i)" has two."""
    mark = leading_mark(text)
    found = marks_in(text, mark.start, mark.end + _AFTER_MARK) if mark else []
    return {one.family: one.rank for one in found if mark and one.start == mark.start}
