"""Recorded limits held against the words of channels and steps."""

from collections.abc import Iterable
from dataclasses import replace

from generator.readings.evidence import Certainty, Reading
from generator.readings.time_entries import TimeRow
from generator.readings.time_steps import rival_of_steps
from generator.readings.time_values import TimeConflict, TimeLimit
from generator.records.version import Version


def beside_steps(
    version: Version, base: Reading[TimeLimit]
) -> tuple[Reading[TimeLimit], list[Reading[TimeConflict]]]:
    """A recorded base held against the steps, which may give the same number in another unit."""
    rival = rival_of_steps(version, base.value) if base.value.start is None else None
    if rival is None:
        return base, []
    limit, where = rival
    conflict = Reading(TimeConflict(base.value, limit), Certainty.UNSURE, (*base.evidence, where))
    return replace(base, certainty=Certainty.UNSURE), [conflict]


def settled_by_steps(
    version: Version, base: Reading[TimeLimit], rows: list[TimeRow]
) -> Reading[TimeLimit]:
    """The length of the words, when a channel and the steps agree on it against the figure."""
    said = {row.conflict[1].length: row.conflict for row in rows if row.conflict}
    rival = rival_of_steps(version, base.value) if len(said) == 1 else None
    if rival is None or rival[0].length not in said:
        return base
    _, limit, where = said[rival[0].length]
    return Reading(limit, Certainty.LIKELY, (where, rival[1]))


def conflicts_of_rows(rows: Iterable[TimeRow]) -> list[Reading[TimeConflict]]:
    """The figures of channels that their own words contradict, each once."""
    found: dict[TimeConflict, Reading[TimeConflict]] = {}
    for row in rows:
        if row.conflict:
            recorded, words, where = row.conflict
            value = TimeConflict(recorded, words)
            found.setdefault(value, Reading(value, Certainty.UNSURE, (where,)))
    return list(found.values())
