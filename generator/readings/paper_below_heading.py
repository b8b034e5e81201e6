"""Items below the only heading that their marks let them stand under; the export lost their order.

"+ Giấy …" stands below "- Hồ sơ gồm:", wherever the export put either of them.
"""

import re
from collections.abc import Sequence

from generator.readings.enumeration import ListMark, find_list, leading_mark
from generator.readings.paper_order import DASH_LEVELS, order_marks
from generator.readings.paper_words import ENDS_LIST
from generator.readings.sentences import begins_with_case

_UNMARKED, _NUMBERED, _STAR = 0, 1, DASH_LEVELS["*"]
"""Levels of what has no mark, of numbers and letters, and of stars, which dashes may ignore."""
_SEVERAL = 2
_END = 40
"""Characters of the end of a heading that tell whether papers follow."""
_GOES_ON = re.compile(r"\W{0,9}ngoài(?!\w)", re.I)
"""How a heading begins that leaves other papers above it."""


def order_below_heading(texts: Sequence[str]) -> list[int] | None:
    """What stands beside the only heading of the highest level, the heading, and all below it.

    None where several headings are of one level, nothing has a mark of a lower one, or what has
    follows the heading already.
    """
    marks = [leading_mark(text) for text in texts]
    levels = [mark_depth(mark) for mark in marks]
    head = _only_heading(texts, levels)
    if head is None:
        return None
    below = [at for at, level in enumerate(levels) if level > levels[head]]
    beside = [at for at, level in enumerate(levels) if level <= levels[head] and at != head]
    stand = below == list(range(head + 1, head + 1 + len(below)))
    if not below:
        return None
    ordered = [below[at] for at in order_marks([marks[at] for at in below])]
    told = _below_open_case(below if stand else ordered, texts, levels)
    return None if stand and told == below else [*beside, head, *told]


def _below_open_case(order: list[int], texts: Sequence[str], levels: Sequence[int]) -> list[int]:
    """Items of a lower level that stand above all cases: below the only case that tells no papers.

    The others tell theirs in their own words.
    """
    top = min(levels[at] for at in order)
    cases = [at for at in order if levels[at] == top]
    deeper = [at for at in order if levels[at] != top]
    open_cases = [at for at in cases if find_list(texts[at]) is None]
    if levels[order[0]] == top or len(cases) < _SEVERAL or len(open_cases) != 1:
        return order
    return [*(at for at in cases if at not in open_cases), *open_cases, *deeper]


def _only_heading(texts: Sequence[str], levels: Sequence[int]) -> int | None:
    """The only heading of the highest level that headings have, of a kind that leads to marks."""
    heads = [at for at, text in enumerate(texts) if leads_on(text)]
    top = min((levels[at] for at in heads), default=_NUMBERED)
    highest = [at for at in heads if levels[at] == top]
    if len(highest) != 1 or not _parts_levels(top, highest[0], levels):
        return None
    said = texts[highest[0]]
    is_whole = len(heads) == 1 and ENDS_LIST.search(said[-_END:]) is not None
    is_open = begins_with_case(said) or _GOES_ON.match(said) is not None
    return highest[0] if top != _UNMARKED or (is_whole and not is_open) else None


def _parts_levels(top: int, head: int, levels: Sequence[int]) -> bool:
    """Whether marks of a lower level than a heading's must stand below it.

    Below a number, letter or star they may stand anywhere, but where all others are plus signs.
    """
    others = {level for at, level in enumerate(levels) if at != head}
    return top not in (_NUMBERED, _STAR) or others == {DASH_LEVELS["+"]}


def leads_on(text: str) -> bool:
    """Whether an item stands above others."""
    return text.rstrip().endswith(":")


def mark_depth(mark: ListMark | None) -> int:
    """How deep a mark stands: none above all, then numbers and letters, then the dashes."""
    if mark is None:
        return _UNMARKED
    return DASH_LEVELS.get(mark.family, _NUMBERED)
