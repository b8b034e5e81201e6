"""What a recorded limit in hours is: working hours, or the hour after which a file is late."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from generator.readings.evidence import Certainty, Reading
from generator.readings.time_acts import leads_to_no_result
from generator.readings.time_figures import HOURS_OF_A_DAY
from generator.readings.time_statements import Role
from generator.readings.time_values import LateHour, TimeConflict, TimeLimit
from generator.readings.time_words import statements_in
from generator.records.version import Version

_WORK = (Role.WHOLE, Role.STAGE, Role.CHECK)
_MOST = 6


def with_working_hours(version: Version, base: Reading[TimeLimit]) -> Reading[TimeLimit]:
    """A recorded limit in hours, as working hours where a step gives the same number of them."""
    if are_working_hours(version, base.value):
        return replace(base, value=replace(base.value, working=True))
    return base


def are_working_hours(version: Version, limit: TimeLimit) -> bool:
    """Whether a step gives hours of the same number, and calls them working hours."""
    if limit.unit != "hour":
        return False
    said = (one for step in version.steps.items for one in statements_in(step.text or ""))
    return any(one.limit.working and one.limit.length == limit.length for one in said)


def with_days_of_hours(version: Version, base: Reading[TimeLimit]) -> Reading[TimeLimit]:
    """Hours as working hours, where the working days of the steps come to the same."""
    days = base.value.value / HOURS_OF_A_DAY
    if base.value.unit != "hour" or days < 2:
        return base
    said = list(_working_days(version))[:_MOST]
    for count in range(1, len(said) + 1):
        if any(sum(chosen) == days for chosen in combinations(said, count)):
            return replace(base, value=replace(base.value, working=True))
    return base


def _working_days(version: Version) -> Iterator[float]:
    for step in version.steps.items:
        for one in statements_in(step.text or ""):
            is_work = one.role in _WORK and not one.refused and not leads_to_no_result(one)
            if is_work and one.limit.unit == "working_day" and one.limit.value:
                yield one.limit.value


def without_late_hour(
    base: Reading[TimeLimit],
    late: Reading[LateHour] | None,
    conflicts: list[Reading[TimeConflict]],
) -> Reading[TimeLimit]:
    """The limit in words, where the recorded one is only the hour after which a file is late."""
    is_hour = late is not None and late.value.after == f"{base.value.value:02.0f}:00"
    if not is_hour or base.value.unit != "hour" or len(conflicts) != 1:
        return base
    found = conflicts[0]
    return Reading(found.value.words, Certainty.LIKELY, found.evidence)
