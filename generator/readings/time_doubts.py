"""Figures of ways of filing that the source may have wrong, by themselves."""

from collections.abc import Sequence

from generator.records.version import Channel

_POSTAL, _DIRECT = "postal", "direct"


def doubts_of_ways(channels: Sequence[Channel]) -> tuple[str, ...]:
    """The keys of the words on what is odd, where every way of filing has its own figure."""
    found = {
        "answer.same_figure": _differ_in_unit_alone(channels),
        "answer.sooner_by_post": _is_sooner_by_post(channels),
    }
    return tuple(key for key, odd in found.items() if odd)


def _differ_in_unit_alone(channels: Sequence[Channel]) -> bool:
    """Whether one number stands in several units, such as days and hours."""
    figures = {(one.time.value, one.time.unit) for one in channels}
    return len({value for value, _ in figures}) < len(figures)


def _is_sooner_by_post(channels: Sequence[Channel]) -> bool:
    """Whether a file sent by post takes less than one handed in, and no words say why."""
    post, counter = (
        {(one.time.value, one.time.unit) for one in channels if one.method == method}
        for method in (_POSTAL, _DIRECT)
    )
    if len(post) != 1 or len(counter) != 1 or any(one.text or one.time.text for one in channels):
        return False
    ((sent, unit),), ((handed, other),) = post, counter
    return unit == other and sent is not None and handed is not None and sent < handed
