"""What a page can say of the time on one line, and whether a due day can be computed from it."""

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.readings.evidence import Certainty, Reading
from generator.readings.time_values import (
    LateHour,
    Reason,
    TimeAddition,
    TimeCase,
    TimeConflict,
    TimeLimit,
    TimeQuote,
    TimeReadings,
    TimeStage,
)

_RECEIPT = re.compile(r"nhận|nộp|thụ lý|hồ sơ|đề nghị|yêu cầu|tờ khai|đầy đủ|hợp lệ", re.IGNORECASE)
"""Words for the day on which a file is handed in, or is found complete."""


class TimeState(StrEnum):
    """What is known of the time."""

    LIMIT = "limit"
    """One limit for everybody, or for everybody who is in none of the variants."""
    VARIANTS = "variants"
    """Limits of areas, cases or channels alone."""
    STAGES = "stages"
    """Limits of some stages of the work, and none of the whole."""
    NOT_STATED = "not_stated"


class Obstacle(StrEnum):
    """Why no due day can be computed."""

    NOT_STATED = "not_stated"
    """No limit of the whole is known."""
    UNSURE = "unsure"
    """The limit is contradicted, or its words can mean something else."""
    START = "start"
    """It runs from another event than receipt of the file."""
    ADDITION = "addition"
    """Words do not say whether a stated time is part of the limit."""
    NOT_COUNTED = "not_counted"
    """Time of unknown length is not counted."""
    VARIANT = "variant"
    """Nobody in particular has a limit: a variant must be chosen first."""


_BESIDE_THE_DAY = (Obstacle.ADDITION, Obstacle.NOT_COUNTED)
"""What a due day does not include, and a page says beside it."""


@dataclass(frozen=True, slots=True)
class TimeSummary:
    """What can be said of the time of a version on one line.

    `base` is the limit and `variants` are those of areas, cases and channels, each once; a page
    states none of them when `certainty` is unsure. `added` comes on top or may be part of it
    (`counted` None); `longer` are extensions of hard cases. `not_counted` are the reasons of time
    without a known length. `obstacles` are what stands against a due day of `base`; those in
    `blocking` prevent it, the others are said beside it; `duration` is the base in ISO 8601, for
    whole calendar days only.
    `conflicts` are limits beside the recorded base, which stays what is recorded; `quotes`,
    `by_case`, `other_sum` and `area_counted` are those of the readings.
    """

    state: TimeState
    certainty: Certainty
    base: Reading[TimeLimit] | None = None
    variants: tuple[Reading[TimeCase], ...] = ()
    stages: tuple[Reading[TimeStage], ...] = ()
    added: tuple[Reading[TimeAddition], ...] = ()
    longer: tuple[Reading[TimeAddition], ...] = ()
    not_counted: tuple[Reason, ...] = ()
    late_hour: Reading[LateHour] | None = None
    obstacles: tuple[Obstacle, ...] = ()
    duration: str | None = None
    conflicts: tuple[Reading[TimeConflict], ...] = ()
    quotes: tuple[Reading[TimeQuote], ...] = ()
    by_case: bool = False
    other_sum: TimeLimit | None = None
    area_counted: TimeLimit | None = None

    @property
    def blocking(self) -> tuple[Obstacle, ...]:
        """Why no due day is computed; the other obstacles are said beside the day."""
        return tuple(one for one in self.obstacles if one not in _BESIDE_THE_DAY)

    @property
    def is_doubted(self) -> bool:
        """Whether a declared figure has another unit or length by other words, or none by them."""
        values = [one.value for one in self.quotes]
        is_other = any(one.none or one.other_unit for one in values)
        is_other = is_other or bool(self.other_sum or self.area_counted)
        return is_other or (not self.by_case and any(one.other_whole for one in values))

    @property
    def has_due_day(self) -> bool:
        """Whether a due day is computed for somebody in none of the variants.

        Time that is not counted, and time that may be part of the limit, is not in it.
        """
        return not self.blocking


def summarise_times(times: TimeReadings) -> TimeSummary:
    """The summary of what was read; state `not_stated` when nothing is said of the time."""
    added, longer = _added(times)
    return TimeSummary(
        state=_state(times),
        certainty=_certainty(times),
        base=times.base,
        variants=times.cases,
        stages=times.stages,
        added=added,
        longer=longer,
        not_counted=_not_counted(times, added),
        late_hour=times.late_hour,
        obstacles=tuple(_obstacles(times, added)),
        duration=iso_duration(times.base.value) if times.base else None,
        conflicts=times.conflicts,
        quotes=times.quotes,
        by_case=times.by_case,
        other_sum=times.other_sum,
        area_counted=times.area_counted,
    )


def iso_duration(limit: TimeLimit) -> str | None:
    """A limit in ISO 8601, None unless it is a whole number of calendar days.

    >>> iso_duration(TimeLimit(15, "day")), iso_duration(TimeLimit(15, "working_day"))
    ('P15D', None)
    """
    if limit.unit != "day" or limit.then or not limit.value or limit.value % 1:
        return None
    return f"P{limit.value:.0f}D"


def _state(times: TimeReadings) -> TimeState:
    if times.base:
        return TimeState.LIMIT
    if times.cases:
        return TimeState.VARIANTS
    return TimeState.STAGES if times.stages else TimeState.NOT_STATED


def _certainty(times: TimeReadings) -> Certainty:
    """That of the base, else the least of the variants; stages alone are unsure."""
    found = [times.base.certainty] if times.base else [case.certainty for case in times.cases]
    for certainty in (Certainty.UNSURE, Certainty.LIKELY, Certainty.SURE):
        if certainty in found:
            return certainty
    return Certainty.UNSURE


Additions = tuple[Reading[TimeAddition], ...]


def _added(times: TimeReadings) -> tuple[Additions, Additions]:
    """What is added to the usual limit, and what extends it for hard cases."""
    every = {one.value for one in times.additions}
    sure = [one for one in times.additions if one.certainty is not Certainty.UNSURE]
    sure = [one for one in sure if not _is_for_all(one.value, every)]
    open_ones = [_on_top(one, times) for one in sure if one.value.counted is not True]
    open_ones = [*{(one.value.reason, one.value.limit): one for one in open_ones[::-1]}.values()][
        ::-1
    ]
    added = tuple(one for one in open_ones if not _extends(one.value))
    return added, tuple(one for one in open_ones if _extends(one.value))


def _is_for_all(value: TimeAddition, every: Set[TimeAddition]) -> bool:
    """Whether other words say of everybody what these say of a case."""
    return value.condition is not None and replace(value, condition=None) in every


def _on_top(one: Reading[TimeAddition], times: TimeReadings) -> Reading[TimeAddition]:
    """An extension that is shorter than a limit comes on top of it, whatever its words are."""
    limits = [case.value.limit for case in times.cases]
    limits += [times.base.value] if times.base else []
    limit = one.value.limit
    is_shorter = any(other.unit == limit.unit and other.value > limit.value for other in limits)
    if not (one.value.total and is_shorter):
        return one
    return replace(one, value=replace(one.value, total=False))


def _extends(addition: TimeAddition) -> bool:
    on_top = addition.counted is False and addition.reason is not Reason.POSTING
    return addition.total or on_top


def _not_counted(times: TimeReadings, added: Additions) -> tuple[Reason, ...]:
    """Reasons of pauses but those of which the length is known, each once."""
    known = {one.value.reason for one in added}
    if times.base and times.base.value.unit in ("working_day", "hour"):
        known.add(Reason.HOLIDAYS)
    return tuple(p.value.reason for p in times.pauses if p.value.reason not in known)


def _obstacles(times: TimeReadings, added: Additions) -> list[Obstacle]:
    """Completion of a file is no obstacle: the day is that of a complete file."""
    base = times.base
    if base is None:
        return [Obstacle.VARIANT if times.cases else Obstacle.NOT_STATED]
    found = {
        Obstacle.VARIANT: times.by_case and not times.cases,
        Obstacle.UNSURE: _is_unsure(times, base),
        Obstacle.START: bool(base.value.start and not _RECEIPT.search(base.value.start)),
        Obstacle.ADDITION: any(_is_unclear(one.value) for one in added),
        Obstacle.NOT_COUNTED: bool(set(_not_counted(times, added)) - {Reason.COMPLETION}),
    }
    return [obstacle for obstacle, is_there in found.items() if is_there]


def _is_unsure(times: TimeReadings, base: Reading[TimeLimit]) -> bool:
    """Whether other words contradict a base, or it is only one of several readings."""
    is_open = base.certainty is Certainty.UNSURE and not _is_recorded_twice(times)
    is_open = is_open or times.other_sum is not None
    return is_open or any(one.value.other_whole or one.value.none for one in times.quotes)


def _is_unclear(addition: TimeAddition) -> bool:
    return addition.counted is None and addition.condition is None


def _is_recorded_twice(times: TimeReadings) -> bool:
    """Whether every limit beside a recorded one is recorded too, as that of a case is."""
    beside = [one.value.words.recorded for one in times.conflicts]
    is_recorded = times.base is not None and times.base.value.recorded
    return is_recorded and bool(beside) and all(beside)
