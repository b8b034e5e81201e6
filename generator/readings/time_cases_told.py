"""Whether the figure that a record declares is one for everybody, by the words beside it."""

from collections.abc import Sequence

from generator.readings.sentences import begins_with_case
from generator.readings.time_acts import begins_later, runs_from_another_event, runs_from_file
from generator.readings.time_order import days_of, decides
from generator.readings.time_patterns import CONDITION
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_values import Length
from generator.readings.time_work import (
    is_only_for_some,
    is_special,
    is_total,
    is_work,
    lengthens,
)
from generator.records.version import Channel

_LIMITS = (Role.WHOLE, Role.STAGE, Role.CHECK, Role.OTHER)
_WORK = (Role.WHOLE, Role.STAGE)
_MOST_SUMMED = 10


def depends_on_case(figures: list[Length], said: list[Said]) -> bool:
    """Whether channels declare several figures, or one that is only that of a case."""
    if len(set(figures)) > 1:
        return True
    values = {length[0][0] for length in figures}
    if _is_only_longest(values, said):
        return True
    whole = [one for one in said if one.one.role in _LIMITS and not one.one.on_top]
    same = [one for one in whole if one.one.limit.value in values]
    others = {one.length for one in whole if one.one.limit.value not in values}
    if not figures or not others:
        return False
    if same:
        return all(map(_is_for_some, same)) or _is_only_end(same, whole)
    parts = [one.one.limit.value for one in whole if not begins_with_case(one.sentence)]
    return len(others) > 1 and not values & _sums(parts)


def steps_depend_on_case(figures: list[Length], steps: Sequence[Said]) -> bool:
    """Whether steps tell the one declared figure for some alone, and another limit for others."""
    works = [one for one in steps if is_work(one, _WORK) and not runs_from_another_event(one.one)]
    same = [one for one in works if one.length in figures]
    if len(set(figures)) != 1 or not same or not all(map(is_only_for_some, same)):
        return False
    others = [one for one in works if one.length not in figures and _is_whole(one)]
    return any(is_only_for_some(one) or not is_special(one) for one in others)


def _is_whole(said: Said) -> bool:
    return decides(said) or said.one.role is Role.WHOLE


def cases_without_figure(channels: Sequence[Channel]) -> list[str]:
    """The words of rows of one way that tell of a case without a figure, where others have one."""
    way = next((one.method for one in channels if has_figure(one)), None)
    open_ones = [one for one in channels if one.method == way and not has_figure(one)]
    words = [(one.time.text or "", one.text or "") for one in open_ones]
    found = [next(filter(begins_with_case, pair), "") for pair in words]
    return list(dict.fromkeys(filter(None, found)))


def has_figure(channel: Channel) -> bool:
    """Whether a channel declares a figure with a unit."""
    return channel.time.value is not None and channel.time.unit != "other"


def _is_only_longest(values: set[float], said: list[Said]) -> bool:
    """Whether the figure only stands where words say how long the time becomes at most."""
    same = [one for one in said if one.one.limit.value in values]
    return bool(same) and all(map(lengthens, same)) and not any(one.one.on_top for one in same)


def _is_only_end(same: list[Said], whole: list[Said]) -> bool:
    """Whether the figure is that of the last work alone, and the work before it takes longer."""
    longest = max(days_of(one.length) for one in same)
    first = (one for one in whole if one.one.limit.start and runs_from_file(one.one))
    is_end = all(begins_later(one.one) for one in same)
    return is_end and any(days_of(one.length) > longest for one in first)


def _sums(values: list[float]) -> set[float]:
    """What some of the values come to together."""
    sums = {0.0}
    for value in values[:_MOST_SUMMED]:
        sums |= {total + value for total in sums}
    return sums


def _is_for_some(said: Said) -> bool:
    """Whether a limit is told for somebody, or by the name of its part of the work."""
    one = said.one
    if is_total(said):
        return False
    return bool(one.case or one.area or CONDITION.search(said.text, one.at, one.span[1]))
