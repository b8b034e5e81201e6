"""What words leave open of a time: whose it is, and in which unit it is counted."""

from dataclasses import replace

from generator.readings.evidence import Certainty, Reading
from generator.readings.step_actors import StepActor, find_actor
from generator.readings.time_areas import area_counted
from generator.readings.time_values import Speaker, TimeLimit, TimeQuote, TimeReadings
from generator.records.version import Channel, Version


def with_open_questions(version: Version, times: TimeReadings) -> TimeReadings:
    """Times with whose each quotation is, as far as its words tell, and a base less sure.

    A base is likely where channels give a figure without the unit that only a case gives. Figures
    may hold what an area adds already.
    """
    base = times.base
    if base and base.certainty is Certainty.SURE and _is_of_cases(base, version):
        base = replace(base, certainty=Certainty.LIKELY)
    quotes = tuple(map(_with_speaker, times.quotes))
    counted = area_counted(version, [one.value for one in times.cases])
    return replace(times, base=base, quotes=quotes, area_counted=counted)


def has_bare_figure(channel: Channel) -> bool:
    """Whether a channel declares a figure of no unit that is one of time."""
    return bool(channel.time.value) and channel.time.unit == "other"


def _is_of_cases(base: Reading[TimeLimit], version: Version) -> bool:
    """Whether a figure that channels declare has its unit from the cases alone."""
    bare = {one.time.value for one in version.channels.items if has_bare_figure(one)}
    return base.evidence[0].pointer[0] == "cases" and base.value.value in bare


def _with_speaker(one: Reading[TimeQuote]) -> Reading[TimeQuote]:
    """A quotation of which nothing is known, as that of an office where one acts in it."""
    text = one.value.text
    acts = one.value.whose is Speaker.UNTOLD and find_actor(text, 0, len(text)).actor
    if acts is not StepActor.OFFICE:
        return one
    return replace(one, value=replace(one.value, whose=Speaker.OFFICE))
