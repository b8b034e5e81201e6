"""Figures that channels declare by their way of filing where the steps give them by case."""

import re
from collections.abc import Sequence

from generator.readings.sentences import begins_with_case
from generator.readings.time_acts import condition_of, runs_from_another_event
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_work import is_work
from generator.records.version import Version

_ROLES = (Role.WHOLE, Role.STAGE, Role.CHECK)
_OF_WAY = re.compile(
    r"(?:nộp|gửi|tiếp nhận|hồ sơ)[^.;:\n]{0,60}?"
    r" (?:trực tiếp|trực tuyến|bưu (?:chính|điện)|điện tử)"
    r"|môi trường (?:mạng|điện tử)|hồ sơ (?:giấy|điện tử)",
    re.IGNORECASE,
)
"""A case that is a way of filing."""
_IN_CASE = re.compile(r" trong (?:các )?trường hợp(?!\w)", re.IGNORECASE)
_SEVERAL = 2


def cases_of_ways(version: Version, steps: Sequence[Said]) -> tuple[Said, ...]:
    """The limits of steps that tell for which case each figure is, if channels tell its way alone.

    None unless every way has a figure of its own and steps give each number.
    """
    values = _values_of_ways(version)
    found = [said for said in steps if said.one.limit.value in values and _is_of_file(said)]
    is_told = {said.one.limit.value for said in found} == values
    if not is_told or any(_OF_WAY.search(_whom(said)) for said in found):
        return ()
    return tuple(found) if any(map(_names_case, found)) else ()


def _values_of_ways(version: Version) -> set[float]:
    """The different numbers that ways of filing have; none where one way has several."""
    figures = {
        (one.method, one.time.value)
        for one in version.channels.items
        if one.time.value is not None and one.time.unit != "other"
    }
    values = {value for _, value in figures}
    is_one_each = len(figures) == len({method for method, _ in figures})
    return values if is_one_each and len(values) >= _SEVERAL else set()


def _is_of_file(said: Said) -> bool:
    """Whether an office takes this long for a file that it has received."""
    return is_work(said, _ROLES) and not runs_from_another_event(said.one)


def _whom(said: Said) -> str:
    return f"{said.one.case or ''} {said.quotation.heading} {said.before}"


def _names_case(said: Said) -> bool:
    """Whether words say for whom a limit is."""
    heading = said.quotation.heading
    return bool(condition_of(said.one) or begins_with_case(heading) or _IN_CASE.search(heading))
