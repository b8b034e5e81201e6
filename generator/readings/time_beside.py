"""What the steps say of time beside the limit of the channels, where that does not explain it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from generator.readings.evidence import Certainty, Reading
from generator.readings.time_acts import (
    begins_later,
    condition_of,
    ends_with_result,
    is_own_task,
    leads_to_no_result,
    runs_from_file,
)
from generator.readings.time_entries import Text
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import CaseKind, TimeCase, TimeLimit, TimeStage
from generator.readings.time_words import statements_in
from generator.records.version import Version

_STEP = re.compile(r"(?:Bước|Giai đoạn)\s[0-9IVX]{1,4}(?!\w)[\s.:]*", re.IGNORECASE)
_DAYS = {"day", "working_day"}
_UNITS = _DAYS | {"hour"}
_OF_ANOTHER_CASE = re.compile(r"cấp (?:lại|đổi)|gia hạn|điều chỉnh", re.IGNORECASE)
"""What is asked for in other cases than the usual one, where no case is named."""
_MOST = 4
_MOST_SUMMED = 8
_LONGEST_ACT = 120

Beside = tuple[Reading[TimeStage], ...]
_Said = tuple[Statement, Text]


def limits_beside(
    version: Version, base: Reading[TimeLimit] | None, cases: Iterable[Reading[TimeCase]]
) -> Beside:
    """The limits of the steps that stand against those of the channels.

    They are a limit of the whole of another length, the same number in another unit, and stages
    that only make up the limit in another unit; not the stages of a longer work.
    """
    cases = list(cases)
    if base is None and (told := _cases_of_channels(version, cases)):
        return told
    limits = [case.value.limit for case in cases]
    limits += [base.value] if base else []
    units = {limit.unit for limit in limits}
    if not units or not units <= _UNITS:
        return ()
    said = [pair for pair in _work_of(version) if pair[0].limit.unit in units | _DAYS]
    known = {limit.length for limit in limits}
    anyone = [one for one, _ in said if not condition_of(one)]
    same = [one for one in anyone if one.limit.length in known]
    if any(not begins_later(one) for one in same) or _is_sum(anyone, limits):
        said = [(one, text) for one, text in _limits_of_cases(said) if _is_other_case(one, limits)]
    elif not _is_sum_of_days(anyone, limits):
        goes_on = any(begins_later(one) and ends_with_result(one) for one in anyone)
        rivals = [p for p in _limits_of_cases(said) if _is_rival(p[0], limits, goes_on=goes_on)]
        said = [p for p in rivals if len(said) == 1 or not _is_shorter_stage(p[0], limits)]
    else:
        said = _parts_of_sum(said, {limit.value for limit in limits}) or said
    return tuple(_stage(*pair) for pair in _each_once(said)[:_MOST])


def _cases_of_channels(version: Version, cases: list[Reading[TimeCase]]) -> Beside:
    """The limits of channels that the steps give as those of several cases."""
    if any(case.value.kind is not CaseKind.CHANNEL for case in cases):
        return ()
    known = {case.value.limit.length for case in cases}
    said = [pair for pair in _work_of(version) if condition_of(pair[0])]
    said = [pair for pair in _limits_of_cases(said) if ends_with_result(pair[0])]
    same = {condition_of(one) for one, _ in said if one.limit.length in known}
    return tuple(_stage(*pair) for pair in _each_once(said)[:_MOST]) if len(same) > 1 else ()


def _parts_of_sum(said: list[_Said], wanted: set[float]) -> list[_Said]:
    """The stages in days of both kinds that make up a limit, without what others are for."""
    parts = [pair for pair in said if not condition_of(pair[0])][:_MOST_SUMMED]
    for count in range(2, len(parts) + 1):
        for chosen in combinations(parts, count):
            if sum(one.limit.value for one, _ in chosen) in wanted:
                return list(chosen)
    return []


def _is_rival(one: Statement, limits: list[TimeLimit], *, goes_on: bool) -> bool:
    """Whether a step gives another length for the whole, or the same number in another unit.

    Where the work `goes_on` to a later result, only that of other applicants does.
    """
    if one.limit.length in {limit.length for limit in limits}:
        return False
    if any(one.limit.value == limit.value for limit in limits):
        return True
    if one.role is not Role.WHOLE or not runs_from_file(one):
        return False
    if goes_on and condition_of(one) is None:
        return False
    return ends_with_result(one)


def _is_shorter_stage(one: Statement, limits: list[TimeLimit]) -> bool:
    """Whether a length of nobody in particular is shorter than a limit in days that is recorded.

    Beside other work in the steps it is that of one stage, and no rival of the whole.
    """
    is_case = condition_of(one) or one.area or _OF_ANOTHER_CASE.search(one.limit.start or "")
    if is_case or one.limit.unit not in _DAYS or one.limit.then:
        return False
    days = [limit.value for limit in limits if limit.unit in _DAYS and not limit.then]
    return len(days) == len(limits) and one.limit.value < min(days)


def _is_sum_of_days(said: list[Statement], limits: list[TimeLimit]) -> bool:
    """Whether the stages make up a limit only when days and working days count alike."""
    days = [replace(one, limit=replace(one.limit, unit="day")) for one in said]
    return _is_sum(days, [replace(limit, unit="day") for limit in limits])


def _work_of(version: Version) -> Iterator[_Said]:
    """Every limit in the steps of the work of an office on a complete file."""
    for number, step in enumerate(version.steps.items):
        text = Text(("steps", "items", number, "text"), step.text or "")
        for one in statements_in(text.text):
            is_work = one.role in (Role.WHOLE, Role.STAGE) and one.limit.value > 0
            is_work = is_work and not is_own_task(one.act)
            if is_work and one.limit.unit in _UNITS and not leads_to_no_result(one):
                yield one, text


def _is_sum(said: list[Statement], limits: list[TimeLimit]) -> bool:
    """Whether two or more of the stages make up one of the limits, in its unit."""
    for limit in limits:
        same = [one.limit.value for one in said if one.limit.unit == limit.unit]
        singles, sums = {0.0}, set[float]()
        for value in same[:_MOST_SUMMED]:
            sums |= {total + value for total in (*singles, *sums) if total}
            singles.add(value)
        if limit.value in sums:
            return True
    return False


def _is_other_case(one: Statement, limits: list[TimeLimit]) -> bool:
    """Whether a limit is that of another case than the ones that are told."""
    if one.area or not condition_of(one) or one.limit.length in {limit.length for limit in limits}:
        return False
    same_unit = any(one.limit.unit == limit.unit for limit in limits)
    return same_unit and one.role is Role.WHOLE and runs_from_file(one) and ends_with_result(one)


def _limits_of_cases(said: list[_Said]) -> Iterator[_Said]:
    """Each limit; of a case with several stages one after the other, what they come to."""
    position = 0
    while position < len(said):
        one, text = said[position]
        stages = [one, *_stages_after(one, text, said[position + 1 : position + _MOST_SUMMED])]
        position += len(stages)
        if len(stages) == 1:
            yield one, text
        elif ends_with_result(stages[-1]):
            yield replace(_joined(stages), role=Role.WHOLE, act=stages[-1].act), text


def _stages_after(first: Statement, text: Text, said: list[_Said]) -> Iterator[Statement]:
    """The stages of the case of a limit that begin when an earlier one has ended."""
    for one, where in said if condition_of(first) else ():
        if where != text or not begins_later(one):
            return
        if condition_of(one) not in (None, condition_of(first)):
            return
        yield one


def _joined(stages: list[Statement]) -> Statement:
    """The first of some stages with the time that they take together."""
    first, *others = stages
    limit = first.limit
    for one in others:
        if one.limit.unit == limit.unit and not limit.then:
            limit = replace(limit, value=limit.value + one.limit.value)
        else:
            limit = replace(limit, then=replace(one.limit, start=None, then=limit.then))
    return replace(first, limit=limit)


def _each_once(said: list[_Said]) -> list[_Said]:
    """Each length once, with all cases that it is for; without a name where it is that of steps."""
    found: dict[object, _Said] = {}
    for one, text in said:
        kept = found.get(one.limit.length)
        if kept is None:
            found[one.limit.length] = (one, text)
        elif _name(kept[0]) != _name(one):
            found[one.limit.length] = (_of_both(kept[0], one), kept[1])
    return list(found.values())


def _of_both(one: Statement, other: Statement) -> Statement:
    """A limit with the cases of two statements that are equally long; bare without two cases."""
    cases = [condition_of(one), condition_of(other)]
    if not all(cases) or one.area:
        return replace(one, case=None, area=None, limit=replace(one.limit, start=None))
    return replace(one, case="; ".join(dict.fromkeys(filter(None, cases))))


def _name(one: Statement) -> str:
    """The case of a limit, else what its step is; empty where neither is said."""
    step = _STEP.match(one.case or "")
    return condition_of(one) or ((one.case or "")[step.end() :].strip(" –.:") if step else "")


def _stage(one: Statement, text: Text) -> Reading[TimeStage]:
    if not _name(one) and one.limit.start is None and one.act:
        name = TimeStage(one.act[:_LONGEST_ACT], one.limit)
        return Reading(name, Certainty.LIKELY, (text.evidence(one),))
    return Reading(TimeStage(_name(one), one.limit), Certainty.LIKELY, (text.evidence(one),))
