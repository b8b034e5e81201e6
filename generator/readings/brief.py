"""What a list says of the time and the fee of a version: what its first screen does, in short."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.readings.brief_beside import tells_more, without_same_day
from generator.readings.brief_values import Brief, FeeBrief, TimeBrief
from generator.readings.evidence import Certainty, Reading
from generator.readings.fee_conditions import limits_beyond
from generator.readings.fee_days import fees_on
from generator.readings.fee_summary import FeeSummary, summarise_fees
from generator.readings.fee_table import tabulate_sums
from generator.readings.fee_values import FeeState
from generator.readings.fees import read_fees
from generator.readings.time_quotes import declared_limits
from generator.readings.time_summary import TimeSummary, summarise_times
from generator.readings.time_values import Reason, TimeAddition, TimeCase, TimeLimit
from generator.readings.times import read_times
from generator.records.stated import ChannelTime, LimitAddition
from generator.records.version import Version


def read_brief(version: Version, day: date) -> Brief:
    """What a list says of a version on a day."""
    fees = _for_its_case(summarise_fees(fees_on(read_fees(version), day)), version.title)
    return Brief(brief_time_of(version, summarise_times(read_times(version))), fees)


def brief_time_of(version: Version, times: TimeSummary) -> TimeBrief | None:
    """What a list says of the time of a version: as recorded by cases, else as `times` say."""
    recorded = [channel.time for channel in version.channels.items]
    if any(time.cases or time.additions for time in recorded):
        return _recorded_time(recorded)
    return brief_time(times, tuple(declared_limits(version)))


def _recorded_time(times: Sequence[ChannelTime]) -> TimeBrief | None:
    """The time as it is recorded; None where channels differ in what comes on top."""
    figures = [(t.value, t.unit) for t in times if t.value is not None and t.unit != "other"]
    figures += [(case.value, case.unit) for time in times for case in time.cases]
    limits = dict.fromkeys(TimeLimit(value, unit) for value, unit in figures)
    added = {tuple(filter(None, map(_addition, time.additions))) for time in times}
    return TimeBrief(tuple(limits), added.pop()) if limits and len(added) == 1 else None


def _addition(one: LimitAddition) -> TimeAddition | None:
    """An addition that is not part of the limit; None for one without a length."""
    if one.value is None or one.unit is None or one.counted:
        return None
    return TimeAddition(Reason(one.reason), TimeLimit(one.value, one.unit), one.counted)


def brief_time(times: TimeSummary, declared: Sequence[TimeLimit] = ()) -> TimeBrief | None:
    """The limits that a page states; None for stages alone, and where it quotes the words.

    `declared` are the figures of the channels, which stand out on the page.
    """
    found = list(_limits(times))
    limits = list(dict.fromkeys(map(_bare, found)))
    if not limits or (times.by_case and len(limits) == 1):
        return None
    limits = list(without_same_day(limits, declared))
    added = (replace(one.value, limit=_bare(one.value.limit)) for one in times.added)
    certain = tuple(dict.fromkeys(one for one in added if not one.condition))
    is_read = not any(limit.recorded for limit in found) and not set(limits) <= set(declared)
    more = tells_more(times, limits, declared)
    return TimeBrief(tuple(limits), certain, is_read, more, times.is_doubted)


def _limits(times: TimeSummary) -> Iterator[TimeLimit]:
    base = times.base
    if base and (base.value.recorded or _is_stated(base)):
        yield base.value
        yield from (_of_case(case.value, base.value) for case in times.variants if _is_stated(case))
    elif all(map(_is_stated, times.variants)):
        cases = [one.value for one in times.variants]
        yield from (case.limit for case in cases if not case.added)
        areas = () if times.area_counted else (case for case in cases if case.added)
        yield from (limit for area in areas for limit in _with_added(area, cases))


def _with_added(area: TimeCase, cases: Sequence[TimeCase]) -> Iterator[TimeLimit]:
    """The longest limit that an area adds to; none where units differ or no case is stated."""
    own = [one.limit for one in cases if not one.added and area.within in (None, one.name)]
    if own and {one.unit for one in own} == {area.limit.unit}:
        yield _of_case(area, max(own, key=lambda limit: limit.value))


def _of_case(case: TimeCase, base: TimeLimit) -> TimeLimit:
    """The whole limit of a case, as far as one unit can say it."""
    if not case.added:
        return case.limit
    if case.limit.unit != base.unit or base.then or case.limit.then:
        return replace(base, then=case.limit)
    return replace(base, value=base.value + case.limit.value)


def _bare(limit: TimeLimit) -> TimeLimit:
    """A limit without the words for its start, and without how it is known."""
    return replace(limit, start=None, recorded=False, then=limit.then and _bare(limit.then))


def _for_its_case(fees: FeeSummary, title: str) -> FeeBrief | None:
    """The fee that a page states; of an only sum also for whom, where no title says it."""
    found = brief_fee(fees)
    if found is None or found.low is None or len(fees.sums) != 1:
        return found
    name = ", ".join(fees.sums[0].reading.value.terms.applies_to)
    return replace(found, only_for=name) if limits_beyond(name, title) else found


def brief_fee(fees: FeeSummary) -> FeeBrief | None:
    """The fee that a page states; None where it states none or quotes the words."""
    if fees.state is FeeState.NOT_STATED:
        return None
    if fees.certainty is Certainty.UNSURE and not fees.doubted:
        return None
    if fees.state is FeeState.AMOUNT:
        return _sum(fees)
    authority = next((one.value.authority for one in fees.elsewhere), None)
    free_for = _free_for(fees) if fees.state is FeeState.FREE else ""
    return FeeBrief(fees.state, authority=authority, free_for=free_for, more=_has_more(fees))


def _free_for(fees: FeeSummary) -> str:
    """What alone is free, by the last words for it, as the page has them."""
    names = (", ".join(one.value.terms.applies_to[-1:]) for one in fees.nothing_for)
    return "; ".join(dict.fromkeys(filter(None, names)))


def _has_more(fees: FeeSummary) -> bool:
    """Whether the page says of some that they pay otherwise, or of more that is to pay."""
    beside = fees.elsewhere and (fees.sums or fees.table)
    return bool(fees.changes or fees.not_yet_for or beside or fees.doubted or fees.to_begin)


def _sum(fees: FeeSummary) -> FeeBrief:
    values = [due.reading.value for due in fees.sums]
    found = [(one.low, one.high, one.currency) for one in values]
    found += [(one.low, one.high, one.currency) for one in fees.ranges]
    currencies = {currency for *_, currency in found}
    if len(currencies) != 1:
        is_doubted = bool(fees.doubted) and not (found or fees.shares)
        return FeeBrief(FeeState.AMOUNT, is_doubted=is_doubted)
    listed = (case.reading.value for kind in fees.table for case in kind.cases)
    ends = {one.terms.period.end for one in (*values, *listed)}
    return FeeBrief(
        FeeState.AMOUNT,
        low=min(low for low, *_ in found),
        high=max(high for _, high, _ in found),
        currency=currencies.pop(),
        unit=_only(one.unit for one in values),
        is_read=any(not one.recorded for one in values),
        until=min(filter(None, ends), default=None),
        all_until=len(ends) == 1,
        of_several=len(fees.table or tabulate_sums(due.reading for due in fees.sums)) > 1,
        free_for=_free_for(fees),
        free_methods=fees.free_methods,
        more=_has_more(fees),
    )


def _only(units: Iterable[str | None]) -> str | None:
    """The unit of all sums; none when they differ."""
    found = set(units)
    return found.pop() if len(found) == 1 else None


def _is_stated(reading: Reading[TimeLimit] | Reading[TimeCase]) -> bool:
    return reading.certainty is not Certainty.UNSURE
