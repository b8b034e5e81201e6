"""Steps that give another time than the one figure that is declared."""

from collections.abc import Sequence, Set
from itertools import combinations

from generator.readings.time_acts import (
    begins_later,
    condition_of,
    runs_from_another_event,
    runs_from_file,
)
from generator.readings.time_order import days_of, decides
from generator.readings.time_patterns import CHECK
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_values import Length
from generator.readings.time_work import is_rival, is_special, lengthens

_DAYS = {"day", "working_day"}
_MOST_PARTS = 8
_WORK = (Role.WHOLE, Role.STAGE)


def contradictions(
    figures: list[Length], works: Sequence[Said], told: Set[Length]
) -> tuple[Said, ...]:
    """The steps of work whose time of the whole is neither the declared one nor `told` beside it.

    Parts that come to the declared number contradict nothing, unless they are in another unit.
    Where one number is declared in two units, the first step that gives it.
    """
    if len({figure[0][0] for figure in figures}) < len(set(figures)):
        same = [said for said in works if is_rival(said, figures) and _is_whole(said)]
        return tuple(same[:1])
    if len(set(figures)) != 1 or len(figures[0]) != 1:
        return ()
    usual = [said for said in works if not is_special(said)]
    parts = _come_to(figures[0], usual)
    if parts:
        return parts if _take_longer(figures[0][0][1], _units(parts), told) else ()
    longer = [said for said in usual if _is_longer(said, figures[0])]
    known = {figures[0], *told}
    whole = [said for said in works if _is_whole(said) and not _has_stages(said, usual, figures[0])]
    return tuple(
        said for said in works if said.length not in known and (said in longer or said in whole)
    )


def gives_another_unit(said: Said, figures: list[Length]) -> bool:
    """Whether words give the declared number of the whole in another unit than the field.

    `figures` are the one of their row for words of a channel, whatever they are from and for whom.
    """
    one = said.one
    is_beside = one.role not in _WORK or one.on_top or lengthens(said)
    if is_beside or said.length in figures or not is_rival(said, figures):
        return False
    if _unit(said) not in _DAYS or not any(unit in _DAYS for ((_, unit), *_) in figures):
        return False
    if said.pointer[0] == "channels":
        return True
    if one.area or begins_later(one) or is_special(said):
        return False
    return decides(said) or (len(set(figures)) == 1 and not runs_from_another_event(one))


def _has_stages(said: Said, works: Sequence[Said], figure: Length) -> bool:
    """Whether other work follows from later events, all of it within the declared whole."""
    later = [days_of(one.length) for one in works if runs_from_another_event(one.one)]
    return len(later) > 1 and days_of(said.length) + sum(later) <= days_of(figure)


def _is_longer(said: Said, figure: Length) -> bool:
    """Whether work that begins with receipt of the file takes longer than the declared whole."""
    is_first = said.one.limit.start is not None and runs_from_file(said.one)
    return is_first and days_of(said.length) > days_of(figure)


def _come_to(figure: Length, works: Sequence[Said]) -> tuple[Said, ...]:
    """The steps that come to the number of a figure together, of those in its unit if any do."""
    days = [said for said in works if _unit(said) in _DAYS and len(said.length) == 1]
    found = [
        parts
        for number in range(2, len(days[:_MOST_PARTS]) + 1)
        for parts in combinations(days[:_MOST_PARTS], number)
        if sum(said.one.limit.value for said in parts) == figure[0][0]
    ]
    return min(found, key=lambda parts: _units(parts) != {figure[0][1]}, default=())


def _take_longer(unit: str, units: Set[str], told: Set[Length]) -> bool:
    """Whether parts are not in the unit of their sum, or only some of them are.

    The second is left where channels tell the time in words.
    """
    is_mixed = len(units) > 1 and not told
    return unit in _DAYS and (unit not in units or is_mixed)


def _is_whole(said: Said) -> bool:
    """Whether a limit runs from receipt of the file to the result, by its words."""
    one = said.one
    is_usual = condition_of(one) is None and CHECK.search(one.act) is None
    return one.limit.start is not None and is_usual and decides(said)


def _unit(said: Said) -> str:
    return said.one.limit.unit


def _units(parts: Sequence[Said]) -> set[str]:
    return {_unit(said) for said in parts}
