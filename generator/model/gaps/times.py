"""What is open about how long it takes."""

from collections.abc import Iterator

from generator.findings.problem import Pointer
from generator.model.gaps.gap import ExaminedProcedure, Gap
from generator.model.gaps.kinds import GapKind
from generator.readings.answered import (
    doubtful_times,
    has_special_time,
    open_conflicts,
    stated_time,
)
from generator.readings.time_quotes import declared_limits
from generator.readings.time_summary import Obstacle
from generator.readings.time_values import TimeCase, TimeLimit


def time_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Gaps of the time: contradictions first, then what is not known."""
    channels = seen.version.channels.items
    for conflict in open_conflicts(seen.times, channels):
        limits = conflict.value
        yield seen.gap(
            GapKind.TIME_CONTRADICTED,
            conflict.evidence[-1],
            recorded=limits.recorded,
            read=limits.words,
        )
    if has_special_time(channels):
        return
    yield from _told_otherwise(seen)
    if not stated_time(seen.times):
        yield _unknown(seen)
    elif Obstacle.ADDITION in seen.times.obstacles:
        yield from _additions(seen)


def _told_otherwise(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Other numbers of the whole, and the declared one in the unit that steps come to."""
    recorded = list(dict.fromkeys(declared_limits(seen.version)))
    known = {one.value.words.length for one in seen.times.conflicts}
    for one in seen.times.quotes:
        if one.value.other_whole and not known & set(one.value.lengths):
            read = [TimeLimit(*part) for length in one.value.lengths for part in length]
            where = one.evidence[-1]
            yield seen.gap(GapKind.TIME_CONTRADICTED, where, recorded=recorded, read=read)
    if seen.times.other_sum:
        place: Pointer = ("channels", "items", 0, "time")
        read_sum = seen.times.other_sum
        yield seen.gap(GapKind.TIME_CONTRADICTED, place, recorded=recorded, read=read_sum)


def _unknown(seen: ExaminedProcedure) -> Gap:
    doubts = doubtful_times(seen.times)
    if not doubts:
        has_channels = bool(seen.version.channels.items)
        pointer: Pointer = ("channels", "items", 0, "time") if has_channels else ("channels",)
        return seen.gap(GapKind.TIME_UNKNOWN, pointer)
    limits = [_limit(one.value) for one in doubts]
    return seen.gap(GapKind.TIME_UNSURE, doubts[0].evidence[0], read=limits)


def _limit(value: TimeLimit | TimeCase) -> TimeLimit:
    return value.limit if isinstance(value, TimeCase) else value


def _additions(seen: ExaminedProcedure) -> Iterator[Gap]:
    unclear = [one for one in seen.times.added if one.value.counted is None]
    first = next((one for one in unclear if one.value.condition is None), None)
    if first:
        where, read = first.evidence[0], first.value.limit
        yield seen.gap(GapKind.TIME_ADDITION, where, read=read, more=len(unclear) - 1)
