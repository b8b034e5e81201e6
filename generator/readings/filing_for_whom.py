"""Sentences of a lesser source that tell for whom each of several offices of the answer is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.readings.door import Door
from generator.readings.evidence import Reading
from generator.readings.filing_clauses import Passage
from generator.readings.filing_merge import is_office_door, is_stated_office
from generator.readings.filing_quotes import sentences_of
from generator.readings.filing_senders import Quotes
from generator.readings.filing_window import Doors
from generator.readings.filing_words import RESERVE, WAY_NOT_CASE
from generator.readings.lowered import lowered
from generator.readings.sentences import begins_with_case

_SEVERAL = 2


def told_for_whom(answer: Doors, sources: Iterable[Doors], words: Iterable[Passage]) -> Quotes:
    """The sentences by case, as another side of an answer whose offices have no cases.

    None where they lead to one place, and none of a case that is only a way of handing in.
    """
    offices = [one.value for one in answer if is_stated_office(one)]
    if len({one.name for one in offices}) < _SEVERAL or any(one.case for one in offices):
        return ()
    for doors in sources:
        told = list(_by_case(doors))
        if _lead_apart(told):
            found = sentences_of(told, words)
            cases = [one for one in found if begins_with_case(one.value.text)]
            return tuple(replace(one, value=replace(one.value, beside=True)) for one in cases)
    return ()


def _by_case(doors: Doors) -> Iterator[Reading[Door]]:
    for one in doors:
        case = lowered(one.value.case or "")
        if case and is_office_door(one.value) and not _is_way(case):
            yield one


def _is_way(case: str) -> bool:
    return bool(WAY_NOT_CASE.search(case) or RESERVE.match(case))


def _lead_apart(told: Sequence[Reading[Door]]) -> bool:
    """Whether two cases do not lead to the same places."""
    places: dict[str | None, set[str]] = {}
    for one in told:
        places.setdefault(one.value.case, set()).add(lowered(one.value.name))
    return len({frozenset(names) for names in places.values()}) >= _SEVERAL
