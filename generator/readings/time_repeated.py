"""Quotations on time, each once; the one on areas that is repeated for each case stays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.readings.evidence import Reading
from generator.readings.time_values import TimeQuote

_SHORT = 40
"""Characters of a sentence that can stand in another one and be of something else."""
_NO_LETTERS = re.compile(r"\W+")
_OF_AREAS = re.compile(r"(?:đối với|tại|riêng)[^.;]{0,20} (?:xã|vùng|khu vực)(?!\w)", re.IGNORECASE)
"""How a sentence begins on areas that have another limit."""
_BETWEEN = 6
"""Characters between a sentence and the one behind it."""
_OF_UNIT = " làm việc"
"""What makes another unit of the last word of a sentence."""
_SEVERAL = 2

Quote = Reading[TimeQuote]


def each_once(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Each sentence once with all its lengths, without those that others hold.

    One that is repeated behind another case of its text is said of that case too.
    """
    kept: dict[str, Quote] = {}
    for one in quotes:
        said = _plain(f"{one.value.heading} {one.value.text}")
        if said in kept and _is_of_next_case(one, kept[said], kept):
            said = f"{said}\n{one.evidence[0].start}"
        kept[said] = _joined(kept[said], one) if said in kept else one
    for said in sorted(kept, key=len):
        longer = next((other for other in kept if _holds(kept, other, said)), None)
        if longer:
            kept[longer] = _joined(kept[longer], kept.pop(said))
    yield from _areas_behind(list(kept.values()))


def _areas_behind(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotations; where several are on areas, each behind the one that it is said of."""
    areas = [one for one in quotes if any(is_area_of(one, other) for other in quotes)]
    if len(areas) < _SEVERAL:
        yield from quotes
        return
    left = list(areas)
    for one in quotes:
        if one not in areas:
            yield one
            yield from _behind(one, left)


def _behind(one: Quote, left: list[Quote]) -> Iterator[Quote]:
    """The quotations on areas that are said of another one, and on further ones behind those."""
    for area in [other for other in left if is_area_of(other, one)]:
        left.remove(area)
        yield area
        yield from _behind(area, left)


def _is_of_next_case(one: Quote, first: Quote, kept: dict[str, Quote]) -> bool:
    here, there = one.evidence[0], first.evidence[0]
    is_again = (here.pointer, here.start) != (there.pointer, there.start)
    return is_again and any(is_area_of(one, other) for other in kept.values())


def is_area_of(one: Quote, before: Quote) -> bool:
    """Whether a sentence on areas stands right behind another one, and so is said of it."""
    here, there = one.evidence[0], before.evidence[-1]
    is_next = here.pointer == there.pointer and 0 <= here.start - there.end <= _BETWEEN
    is_next = is_next and before.value.text.endswith((".", ";"))
    return is_next and _OF_AREAS.match(one.value.text) is not None


def _plain(words: str) -> str:
    """Words as they are compared."""
    return _NO_LETTERS.sub(" ", words.lower()).strip()


def _holds(kept: dict[str, Quote], other: str, said: str) -> bool:
    """Whether a quotation holds another one: a few words in it can be of something else.

    A sentence whose unit goes on gives another length.
    """
    if other == said or other.startswith(f"{said}\n"):
        return False
    if said not in other:
        parts = (_plain(kept[said].value.heading), _plain(kept[said].value.text))
        return all(parts) and all(part in other for part in parts) and len(parts[1]) >= _SHORT
    inner, outer = kept[said].evidence[-1], kept[other].evidence[-1]
    is_there = inner.pointer == outer.pointer and outer.start <= inner.start <= outer.end
    return is_there or (len(said) >= _SHORT and f"{said}{_OF_UNIT}" not in other)


def _joined(one: Quote, other: Quote) -> Quote:
    """A quotation with the lengths of another that is the same or part of it."""
    lengths = tuple(dict.fromkeys((*one.value.lengths, *other.value.lengths)))
    needed = one.value.needed or other.value.needed
    is_other = one.value.other_unit or other.value.other_unit
    of_way = one.value.of_way or other.value.of_way
    other_whole = one.value.other_whole or other.value.other_whole
    value = replace(one.value, lengths=lengths, needed=needed, other_unit=is_other, of_way=of_way)
    none = one.value.none or other.value.none
    return replace(one, value=replace(value, other_whole=other_whole, none=none))
