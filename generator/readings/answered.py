"""What of the readings is stated as an answer: where, how long, how much; the rest is quoted.

Pages answer by it, and whoever lists what a catalogue leaves open asks the same functions.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.readings.door import Door, DoorKind, FilingReadings
from generator.readings.evidence import Certainty, Reading
from generator.readings.fee_summary import FeeSummary
from generator.readings.time_summary import TimeSummary
from generator.readings.time_values import TimeCase, TimeConflict, TimeLimit, TimeStage
from generator.records.version import Channel

_WAYS = (DoorKind.PORTAL, DoorKind.POST)


def is_stated(reading: Reading[object] | None) -> bool:
    """Whether a reading's value is stated; the words of what is unsure are quoted."""
    return reading is not None and reading.certainty is not Certainty.UNSURE


def offices_of(filing: FilingReadings) -> list[Reading[Door]]:
    """The doors that are places; a portal and the post are ways to reach one."""
    return [one for one in filing.doors if one.value.kind not in _WAYS]


def stated_offices(filing: FilingReadings) -> list[Reading[Door]]:
    """The places that are stated as the answer; none when the place is not known."""
    return [one for one in offices_of(filing) if is_stated(one)]


@dataclass(frozen=True, slots=True)
class StatedTime:
    """What answers how long it takes: the base and limits of cases, else those of stages."""

    base: Reading[TimeLimit] | None = None
    cases: tuple[Reading[TimeCase], ...] = ()
    stages: tuple[Reading[TimeStage], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.base or self.cases or self.stages)


def stated_time(times: TimeSummary) -> StatedTime:
    """The limits that are stated; without a base, one case that is unsure leaves all open."""
    base = times.base
    if base and not (is_stated(base) or base.value.recorded):
        base = None
    cases = tuple(filter(is_stated, times.variants))
    if base or len(cases) == len(times.variants) > 0:
        return StatedTime(base, cases)
    return StatedTime(stages=() if times.variants else tuple(filter(is_stated, times.stages)))


def doubtful_times(times: TimeSummary) -> list[Reading[TimeLimit] | Reading[TimeCase]]:
    """What words give of time where none of it is stated."""
    return [one for one in (times.base, *times.variants) if one]


def has_special_time(channels: Iterable[Channel]) -> bool:
    """Whether limits of cases or time beside the limit are recorded: they are stated as such."""
    return any(channel.time.cases or channel.time.additions for channel in channels)


def open_conflicts(times: TimeSummary, channels: Iterable[Channel]) -> list[Reading[TimeConflict]]:
    """Limits beside the recorded one, but for those that are recorded as the limit of a case."""
    cases = {((case.value, case.unit),) for channel in channels for case in channel.time.cases}
    return [one for one in times.conflicts if one.value.words.length not in cases]


def is_fee_unsure(fees: FeeSummary) -> bool:
    """Whether words speak of fees and leave open what is due, so that they are quoted."""
    is_known = fees.state != "not_stated"
    return is_known and fees.certainty is Certainty.UNSURE and not fees.doubted
