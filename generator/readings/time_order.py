"""Which sentences on time a reader needs first: those that decide, then additions, then parts."""

import re
from collections.abc import Iterable, Sequence, Set
from enum import IntEnum
from itertools import accumulate

from generator.readings.sentences import begins_with_case
from generator.readings.time_acts import (
    begins_later,
    condition_of,
    ends_with_result,
    goes_to_government,
    runs_from_another_event,
    runs_from_file,
)
from generator.readings.time_patterns import IDLE
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_values import Length
from generator.readings.time_work import (
    EVERY_FILE,
    allows,
    is_incomplete,
    is_own,
    is_special,
    is_total,
    lengthens,
)

_DAYS_OF_UNIT = {"hour": 1 / 8, "day": 1.0, "working_day": 1.0, "month": 30.0}


_AFTER_DECISION = re.compile(r"(?<!\w)(?:có|ký|ban hành) quyết định(?!\w)", re.IGNORECASE)


class Rank(IntEnum):
    """How soon a sentence is needed."""

    DECIDES = 0
    """It gives the time of the whole, for everybody or for a case."""
    ADDS = 1
    """It says what is added or not counted."""
    PART = 2
    """It gives the time of some work."""
    REPEATS = 3
    """It says what stands above it, or parts that come to it."""
    INCOMPLETE = 4
    """It is about a file that lacks something."""


def rank_of(said: Said, shown: Set[Length], parts: Iterable[Said]) -> Rank:
    """The rank of a sentence below the lengths that are `shown`, of which some are `parts`."""
    if is_incomplete(said):
        return Rank.INCOMPLETE
    if said in parts:
        return Rank.REPEATS
    if said.length in shown and not is_special(said):
        return Rank.DECIDES if runs_from_another_event(said.one) else Rank.REPEATS
    if is_total(said) or allows(said.one):
        return Rank.DECIDES
    if said.one.role is Role.WAITING or (lengthens(said) and not said.one.area):
        return Rank.ADDS
    return Rank.DECIDES if decides(said) else Rank.PART


def later_works_of_cases(every: Sequence[Said]) -> list[Said]:
    """The work that cases alone have from later events, of cases that have no other work."""
    cases: dict[str, list[Said]] = {}
    for said in every:
        cases.setdefault(said.quotation.heading, []).append(said)
    return [one for own in cases.values() if all(map(_is_later_work_of_case, own)) for one in own]


def _is_later_work_of_case(said: Said) -> bool:
    """Whether a case alone has this work, from a later event: it makes its time longer."""
    is_last = _AFTER_DECISION.search(said.one.limit.start or "")
    if is_last or not begins_later(said.one) or decides(said):
        return False
    heading = said.quotation.heading
    return begins_with_case(heading) and not EVERY_FILE.search(heading)


def decides(said: Said) -> bool:
    """Whether a limit is that of the whole, for everybody or for a case."""
    one = said.one
    if one.area or (ends_with_result(one) and not begins_later(one)):
        return True
    is_whole = one.role is Role.WHOLE and IDLE.fullmatch(one.act) is not None
    return runs_from_file(one) and (is_whole or condition_of(one) is not None)


def parts_of(figure: float, steps: Iterable[Said]) -> tuple[Said, ...]:
    """The first steps where they come to a figure together."""
    works = tuple(said for said in steps if not (is_incomplete(said) or is_own(said)))
    for number, total in enumerate(accumulate(days_of(one.length) for one in works), 1):
        if number > 1 and total == figure:
            return works[:number]
    return ()


def further_results(figures: Sequence[Length], works: Sequence[Said]) -> list[Said]:
    """The results from later events, such as an explanation, behind one within the whole figure.

    With what takes the figure itself, where the Government decides behind it.
    """
    laid = [said for said in works if said.length in figures and goes_to_government(said.one)]
    return [*laid, *_behind_result({figure[0][0] for figure in figures}, works)]


def _behind_result(values: Set[float], works: Sequence[Said]) -> list[Said]:
    ends = [said for said in works if ends_with_result(said.one)]
    whole = [said for said in ends if said.one.limit.value in values and runs_from_file(said.one)]
    if not whole:
        return []
    behind = ends[ends.index(whole[0]) :]
    return [said for said in behind if runs_from_another_event(said.one)]


def days_in_turn(works: Sequence[Said]) -> float:
    """The days of work that passes a file on, and of what follows from later events in turn.

    Those of a case count as far as they follow each other.
    """
    own = [said for said in works if said.one.role is not Role.APPLICANT]
    return max(_in_turn(said for said in own if not is_special(said)), _in_turn(own))


def _in_turn(works: Iterable[Said]) -> float:
    days, most, starts = 0.0, 0.0, set[str | None]()
    for said in works:
        start = said.one.limit.start
        if not runs_from_another_event(said.one):
            days = 0.0 if ends_with_result(said.one) else days_of(said.length)
            starts = set()
        elif days and start not in starts:
            days += days_of(said.length)
            starts.add(start)
        most = max(most, days)
    return most


def days_of(length: Length) -> float:
    """How long a length is, about: to compare it, never to state it."""
    return sum(value * _DAYS_OF_UNIT.get(unit, 365.0) for value, unit in length)
