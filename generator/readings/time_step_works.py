"""The work that steps tell and that the declared figures and words of channels do not cover."""

import re
from collections.abc import Set

from generator.readings.time_acts import (
    ends_with_result,
    only_issues,
    pays,
    runs_from_another_event,
)
from generator.readings.time_contradictions import contradictions, other_wholes, results_apart
from generator.readings.time_order import days_in_turn, days_of, further_results, parts_of
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_values import Length
from generator.readings.time_work import (
    OFFICE,
    is_rival,
    is_special,
    is_work,
    lengthens,
    starts_later,
)

_BY_NUMBER = re.compile(r"\W{0,9}Trường hợp [0-9.]{1,4}\s?:", re.IGNORECASE)
"""A case of which a channel only gives the number."""


def works_of_steps(
    steps: list[Said], worked: list[Said], figures: list[Length]
) -> tuple[list[Said], tuple[Said, ...], tuple[Said, ...]]:
    """The steps of an office that say more than figures and words of channels.

    With those of them that contradict the figure, and those that give the whole another number.
    """
    roles = OFFICE if figures and not _ends_in_checks(steps, figures) else (*OFFICE, Role.CHECK)
    found = [said for said in steps if is_work(said, roles) or is_rival(said, figures)]
    told = {one.length for one in worked if not _BY_NUMBER.match(one.sentence)}
    others = (*contradictions(figures, found, told), *results_apart(found, figures, told))
    wholes = other_wholes(figures, found, told)
    is_last = all(runs_from_another_event(one.one) for one in worked)
    return _beyond(found, told, figures, others, is_last=is_last), others, wholes


def _ends_in_checks(steps: list[Said], figures: list[Length]) -> bool:
    """Whether only what reads as a check has the declared figure, from a later event each time."""
    same = [said for said in steps if said.length in figures]
    if len(set(figures)) != 1 or any(is_work(said, OFFICE) for said in same):
        return False
    checks = [said for said in same if is_work(said, (Role.CHECK,))]
    return bool(checks) and all(runs_from_another_event(said.one) for said in checks)


def _beyond(
    steps: list[Said],
    told: Set[Length],
    figures: list[Length],
    others: tuple[Said, ...],
    *,
    is_last: bool,
) -> list[Said]:
    """The limits of steps for a case; all where they come to more than is declared.

    With `others`, and the declared figure where steps only give it from a later event. `is_last`
    where channels tell no length from receipt of the file.
    """
    known = told if len(set(figures)) > 1 else told | set(figures)
    new = [
        said for said in steps if said.length not in known or starts_later(said) or lengthens(said)
    ]
    usual = {(said.length, said.one.act) for said in new if not is_special(said)}
    longest = max(map(days_of, (*figures, *told)), default=0.0)
    is_one = len(set(figures)) == 1 and is_last
    if sum(days_of(length) for length, _ in usual) > longest:
        return steps
    if is_one and days_in_turn(steps) > longest:
        return steps
    same = [said for said in steps if said.length in figures and said.length not in told]
    same = [said for said in same if not lengthens(said)]
    is_later = all(runs_from_another_event(said.one) or only_issues(said.one) for said in same)
    kept = [*others, *(same if len(set(figures)) == 1 and is_later else ())]
    kept += [] if longest else [said for said in steps if ends_with_result(said.one)]
    kept += [said for said in steps if pays(said.one) and said not in parts_of(longest, steps)]
    kept += further_results(figures, steps)
    return [
        said
        for said in steps
        if said in kept or (said in new and (is_special(said) or is_rival(said, figures)))
    ]
