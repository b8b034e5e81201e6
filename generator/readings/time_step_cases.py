"""Limits that channels give one by one, and that the steps give as those of cases."""

from collections.abc import Iterator

from generator.readings.evidence import Certainty, Reading
from generator.readings.time_acts import condition_of, leads_to_no_result, runs_from_file
from generator.readings.time_entries import Text
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import CaseKind, TimeCase, TimeLimit
from generator.readings.time_words import statements_in
from generator.records.version import Version

_WORK = (Role.WHOLE, Role.STAGE, Role.CHECK)

Found = tuple[Reading[TimeLimit] | None, list[Reading[TimeCase]]]


def with_cases_of_steps(
    version: Version, base: Reading[TimeLimit] | None, cases: list[Reading[TimeCase]]
) -> Found:
    """The limits by the cases of the steps, where these give each of them, and one with a case.

    As they are where they do not only differ by channel, or one is that of a later stage.
    """
    if base or not cases or any(one.value.kind is not CaseKind.CHANNEL for one in cases):
        return base, cases
    told = {one.value.limit.length: _told(version, one.value.limit) for one in cases}
    named = {length: pair for length, pair in told.items() if pair and condition_of(pair[0])}
    if not named or not all(told.values()) or len(told) - len(named) > 1:
        return base, cases
    found: list[Reading[TimeCase]] = []
    for one in cases:
        pair = told[one.value.limit.length]
        if pair and (condition := condition_of(pair[0])):
            value = TimeCase(CaseKind.CASE, condition, one.value.limit)
            evidence = (*one.evidence, pair[1].evidence(pair[0]))
            found.append(Reading(value, Certainty.LIKELY, evidence))
        else:
            base = Reading(one.value.limit, Certainty.LIKELY, one.evidence)
    return base, found


def _told(version: Version, limit: TimeLimit) -> tuple[Statement, Text] | None:
    """What the steps say of a limit, of a case rather than of everybody."""
    found = list(_work_within(version, limit))
    return next((pair for pair in found if condition_of(pair[0])), found[0] if found else None)


def _work_within(version: Version, limit: TimeLimit) -> Iterator[tuple[Statement, Text]]:
    """The statements of the steps with the length of a limit, of work on a complete file."""
    for number, step in enumerate(version.steps.items):
        text = Text(("steps", "items", number, "text"), step.text or "")
        for one in statements_in(text.text):
            is_work = one.role in _WORK and not leads_to_no_result(one)
            if is_work and one.limit.length == limit.length and runs_from_file(one):
                yield one, text
