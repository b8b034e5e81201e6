"""The declared number in another unit, to which the steps come together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from generator.readings.evidence import Reading
from generator.readings.sentences import begins_with_case
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_values import (
    CaseKind,
    Length,
    TimeCase,
    TimeLimit,
    TimeReadings,
)
from generator.readings.time_work import is_incomplete, is_only_for_some, is_own, is_special

_DAYS = {"day", "working_day"}
_WORK = (Role.WHOLE, Role.STAGE, Role.CHECK)
_MOST_PARTS = 8


def sum_in_another_unit(
    figures: Sequence[Length], channels: Iterable[Said], steps: Sequence[Said]
) -> TimeLimit | None:
    """What steps come to, where it is the declared number and none of them is in its unit.

    None where any words have that number alone, of whatever it is.
    """
    if len(set(figures)) != 1 or len(figures[0]) != 1 or figures[0][0][1] not in _DAYS:
        return None
    value, unit = figures[0][0]
    if any(said.length == figures[0] for said in (*channels, *steps)):
        return None
    parts = [said.one.limit for said in steps if _is_part(said)]
    units = {part.unit for part in parts}
    if len(units) != 1 or unit in units or any(part.value == value for part in parts):
        return None
    is_sum = _come_to(value, [part.value for part in parts[:_MOST_PARTS]])
    return TimeLimit(value, units.pop()) if is_sum else None


def without_parts(times: TimeReadings, total: TimeLimit | None) -> TimeReadings:
    """The readings with the sum of steps; a base has no shorter limits of its parts beside it."""
    found = replace(times, other_sum=total)
    if total is None or times.base is None:
        return found
    return replace(found, cases=tuple(one for one in times.cases if not _is_of_sum(one, total)))


def _is_of_sum(case: Reading[TimeCase], total: TimeLimit) -> bool:
    limit, is_named = case.value.limit, case.value.kind is CaseKind.CASE
    is_shorter = limit.unit == total.unit and limit.value < total.value
    return is_named and is_shorter and not begins_with_case(case.value.name)


def _is_part(said: Said) -> bool:
    """Whether a length is of an office's work on a file of everybody that lacks nothing."""
    is_work = said.one.role in _WORK and said.one.limit.unit in _DAYS and len(said.length) == 1
    if not is_work or is_own(said) or is_only_for_some(said):
        return False
    return not (is_special(said) and is_incomplete(said))


def _come_to(total: float, values: Sequence[float]) -> bool:
    """Whether some of the values come to a total together."""
    sizes = range(2, len(values) + 1)
    return any(sum(some) == total for size in sizes for some in combinations(values, size))
