"""The declared number in another unit, to which the steps come together."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_values import Length, TimeLimit
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
