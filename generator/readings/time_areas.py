"""Figures that hold already what words add for mountains, islands and hard-up communes."""

from collections.abc import Iterable
from dataclasses import replace

from generator.readings.evidence import Certainty, Reading
from generator.readings.time_entries import Entry
from generator.readings.time_rows import read_channel
from generator.readings.time_values import CaseKind, TimeCase, TimeLimit
from generator.records.version import Channel, Version


def without_area(
    base: Reading[TimeLimit], cases: Iterable[TimeCase], listed: Entry
) -> Reading[TimeLimit] | None:
    """The usual limit of the list of cases, where the figure is that and what an area adds.

    None where the figure is no such sum.
    """
    if not any(_is_sum(base.value, listed.limit, area.limit) for area in _areas(cases)):
        return None
    limit = replace(listed.limit, start=base.value.start)
    return Reading(limit, Certainty.LIKELY, (*listed.evidence, *base.evidence))


def usual_within(channel: Channel) -> TimeLimit | None:
    """The usual limit by the words of a channel whose figure is that and what an area adds."""
    figure = TimeLimit(channel.time.value or 0, channel.time.unit)
    entries = read_channel(channel, ()).entries
    areas = [one.limit for one in entries if one.added and one.area]
    usual = (one.limit for one in entries if not one.added and not one.area)
    return next((one for one in usual if any(_is_sum(figure, one, more) for more in areas)), None)


def area_counted(version: Version, cases: Iterable[TimeCase]) -> TimeLimit | None:
    """What an area adds, where the list of cases has figures of channels without it.

    The figures may then hold it already; those that the list has too do not, nor those whose
    words say so themselves.
    """
    listed = {(one.time.value, one.time.unit) for one in version.cases if one.time}
    for area in _areas(cases):
        for channel in version.channels.items:
            value, unit = channel.time.value, channel.time.unit
            if value is None or (value, unit) in listed or unit != area.limit.unit:
                continue
            if (value - area.limit.value, unit) in listed and not usual_within(channel):
                return area.limit
    return None


def _areas(cases: Iterable[TimeCase]) -> Iterable[TimeCase]:
    return (one for one in cases if one.added and one.kind is CaseKind.AREA)


def _is_sum(figure: TimeLimit, usual: TimeLimit, more: TimeLimit) -> bool:
    """Whether a figure is a usual limit and what comes on top of it, all in one unit."""
    if any(one.then for one in (figure, usual, more)):
        return False
    same_unit = figure.unit == usual.unit == more.unit
    return same_unit and usual.value > 0 and figure.value == usual.value + more.value
