"""Rules on the times of an internal process: the sum of each case, and one unit."""

import re
from collections.abc import Iterator, Sequence

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.due_dates import limit_of
from generator.law.durations import Length, length_of
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import ONE_STOP
from generator.records.stated import Duration, LimitAddition
from generator.records.version import Channel, InternalStep, Version

_CASE = re.compile(
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,2})?[.)]?\s++|[a-zđ][.)]\s*+)?(?:đối với\s++)?trường hợp\b", re.I
)
"""How the name of a case begins."""


def _steps_over_limit(version: Version) -> Iterator[Breach]:
    """The steps that one dossier goes through add up to no more than the limit.

    Steps of different cases are never added. Where several ways to submit have a promise, the
    shortest one counts: the same steps serve each.
    """
    items = version.internal_process.items
    lengths = [length_of(step.time) for step in items]
    for places in _ways_through(items):
        way = {place: length for place in places if (length := lengths[place])}
        if way and len(way) == len(places):
            yield from _over_limit(way, version.channels.items)


def _ways_through(items: Sequence[InternalStep]) -> Iterator[list[int]]:
    """The places of the steps of each case, with those that every case goes through."""
    cases = [_case_of(step) for step in items]
    for case in dict.fromkeys(one for one in cases if one) or (None,):
        yield [place for place, one in enumerate(cases) if one in (None, case)]


def _case_of(step: InternalStep) -> str | None:
    """The case that the phase of a step names first: cases exclude each other, phases do not."""
    case = (step.phase or "").partition(" – ")[0]
    return case if _CASE.match(case) else None


def _over_limit(way: dict[int, Length], channels: Sequence[Channel]) -> Iterator[Breach]:
    if len({one.working for one in way.values()}) > 1:
        return
    first = next(iter(way.values()))
    total = Length(sum(one.amount for one in way.values()), first.working)
    limit = _limit_for(total, channels)
    if limit and total.amount > limit.amount:
        alone = [place for place, one in way.items() if one.amount > limit.amount]
        end: Pointer = (alone[0], "time", "value") if len(alone) == 1 < len(way) else ()
        yield here("internal_process", "items", *end, **say_lengths(total, limit))


def _limit_for(total: Length, channels: Sequence[Channel]) -> Length | None:
    """The limit that counts the same days: the shortest promise of several, else the longest."""
    promised = [one for one in channels if one.committed_time and one.committed_time.value]
    limits = map(_limit, promised if len(promised) > 1 else channels)
    known = [limit for limit in limits if limit and limit.comparable(total)]
    choose = min if len(promised) > 1 else max
    return choose(known, key=lambda one: one.amount) if known else None


def _limit(channel: Channel) -> Length | None:
    """The promise, else the limit, with what comes on top of it in the same days."""
    limit = length_of(channel.committed_time) or length_of(channel.time)
    if limit is None:
        return None
    added = (_length(one) for one in limit_of(channel).additions if one.counted is False)
    more = sum(one.amount for one in added if one and one.comparable(limit))
    return Length(limit.amount + more, limit.working)


def _length(addition: LimitAddition) -> Length | None:
    return length_of(Duration(value=addition.value, unit=addition.unit or "other"))


def say_lengths(found: Length, limit: Length) -> dict[str, object]:
    """Two lengths for a sentence: figures, and the unit of each."""
    return {
        "found": f"{found.days:g}".replace(".", ","),
        "unit": _unit(found),
        "limit": f"{limit.days:g}".replace(".", ","),
        "limit_unit": _unit(limit),
    }


def _unit(length: Length) -> Wording:
    return Wording(("unit.working_day" if length.working else "unit.day",))


def _steps_in_two_units(version: Version) -> Iterator[Breach]:
    """Steps that count days and steps that count working days cannot be added."""
    steps = list(enumerate(version.internal_process.items))
    lengths = [(position, step, length_of(step.time)) for position, step in steps]
    working = [(position, step) for position, step, one in lengths if one and one.working]
    others = [(position, step) for position, step, one in lengths if one and not one.working]
    if working and others:
        odd, rest = (others, working) if len(others) <= len(working) else (working, others)
        position, step = odd[0]
        place = ("internal_process", "items", position, "time", "unit")
        other = rest[0][1]
        proper = _ITS_LIKE.get(step.time.unit, other.time.unit)
        units = {"unit": _of_time(step), "others": _of_time(other)}
        yield here(*place, found=step.name, proper=proper, **units)


_ITS_LIKE = {"day": "working_day", "working_day": "day"}
"""The unit for which another one is taken by mistake."""


def _of_time(step: InternalStep) -> Wording:
    return Wording((f"unit.{step.time.unit}",))


RULES = (
    Rule("PT101", Severity.WARNING, ONE_STOP, _steps_over_limit, ("version",)),
    Rule("PT102", Severity.WARNING, ONE_STOP, _steps_in_two_units, ("version",)),
)
