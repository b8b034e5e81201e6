"""Figures that channels declare by their way of filing where the steps give them otherwise."""

import re
from collections.abc import Sequence

from generator.readings.sentences import begins_with_case
from generator.readings.time_acts import condition_of, runs_from_another_event
from generator.readings.time_contradictions import is_for_everybody, is_whole
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_work import is_work
from generator.records.version import Version

_WORK = (Role.WHOLE, Role.STAGE)
_ROLES = (*_WORK, Role.CHECK)
_OF_WAY = re.compile(
    r"(?:nộp|gửi|tiếp nhận|hồ sơ)[^.;:\n]{0,60}?"
    r" (?:trực tiếp|trực tuyến|bưu (?:chính|điện)|điện tử)"
    r"|môi trường (?:mạng|điện tử)|hồ sơ (?:giấy|điện tử)",
    re.IGNORECASE,
)
"""A case that is a way of filing."""
_IN_CASE = re.compile(r" trong (?:các )?trường hợp(?!\w)", re.IGNORECASE)
_SEVERAL = 2
_ONLINE = "online"


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


def tells_every_way(version: Version, worked: Sequence[Said]) -> bool:
    """Whether all ways of filing have the same words, which give the number of each by case."""
    values = _values_of_ways(version)
    texts = {one.text for one in version.channels.items if one.time.value in values}
    found = [said for said in worked if said.one.limit.value in values]
    is_told = {said.one.limit.value for said in found} == values
    if not values or len(texts) != 1 or not is_told:
        return False
    return any(map(_names_case, found)) and not any(_OF_WAY.search(_whom(one)) for one in found)


def wholes_of_every_way(version: Version, steps: Sequence[Said]) -> tuple[Said, ...]:
    """The steps that give everybody one number, where a way of filing has another one.

    Online it may be quicker. None where steps tell of ways, or give the whole several numbers.
    """
    values = _values_of_ways(version)
    usual = {one.time.value for one in version.channels.items if one.method != _ONLINE} & values
    found = [said for said in steps if is_work(said, _WORK) and is_whole(said)]
    found = [said for said in found if is_for_everybody(said) and not _names_case(said)]
    numbers = {said.one.limit.value for said in found}
    if len(numbers) != 1 or numbers >= usual or any(_OF_WAY.search(_whom(said)) for said in found):
        return ()
    return tuple(found)


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
    is_case = begins_with_case(heading) or begins_with_case(said.sentence)
    return bool(condition_of(said.one) or is_case or _IN_CASE.search(heading))
