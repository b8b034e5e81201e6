"""Which statements are the parts of a figure that a channel records."""

import re

from generator.readings.evidence import Evidence
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import TimeLimit

_LACKS = re.compile(r"hồ sơ (?:không|chưa) (?:hợp lệ|đầy đủ|đủ)", re.IGNORECASE)
_DAYS = ("day", "working_day")
_MOST_PARTS = 8

Said = tuple[Statement, Evidence]
"""A statement and its words."""


def is_sum(figure: TimeLimit, whole: list[Said], others: tuple[Said, ...]) -> bool:
    """Whether a figure is the sum of all stages, with or without the check of the file."""
    parts = [*whole, *(pair for pair in others if pair[0].role in (Role.STAGE, Role.CHECK))]
    for chosen in (parts, [pair for pair in parts if pair[0].role is not Role.CHECK]):
        lengths = [one.limit for one, _ in chosen if not one.area and not one.refused]
        one_unit = all(part.unit == figure.unit for part in lengths)
        if len(lengths) > 1 and one_unit and sum(part.value for part in lengths) == figure.value:
            return True
    return False


def is_mixed_sum(limit: TimeLimit, rival: Said, said: list[Said]) -> bool:
    """Whether stages in days and working days, with `rival`, add up to the figure."""
    if limit.unit not in _DAYS or rival[0].limit.value >= limit.value:
        return False
    stages = [one for one, _ in said if _is_stage_in_days(one)][:_MOST_PARTS]
    reached = {rival[0].limit.value}
    for one in stages:
        if one is not rival[0]:
            reached |= {total + one.limit.value for total in reached}
    return limit.value in reached


def _is_stage_in_days(one: Statement) -> bool:
    if one.case and _LACKS.search(one.case):
        return False
    is_stage = one.role in (Role.WHOLE, Role.STAGE, Role.CHECK)
    return is_stage and one.limit.unit in _DAYS and not one.area and not one.refused
