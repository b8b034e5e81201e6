"""Time limits of a version, read out of its figures, the words beside them, and the steps."""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.readings.evidence import Certainty, Reading
from generator.readings.time_additions import (
    read_additions,
    read_late_hour,
    read_pauses,
    timed_texts,
)
from generator.readings.time_areas import without_area
from generator.readings.time_conflicts import beside_steps, conflicts_of_rows, settled_by_steps
from generator.readings.time_entries import Entry, TimeRow
from generator.readings.time_hours import (
    with_days_of_hours,
    with_working_hours,
    without_late_hour,
)
from generator.readings.time_open import with_open_questions
from generator.readings.time_quotes import with_quotes
from generator.readings.time_recorded import (
    recorded_additions,
    with_recorded,
    with_recorded_pauses,
)
from generator.readings.time_rows import UNITS, read_channel, recorded_limit
from generator.readings.time_step_cases import with_cases_of_steps
from generator.readings.time_steps import (
    limits_of_steps,
    stages_of_rows,
    with_start_of_steps,
)
from generator.readings.time_summary import summarise_times
from generator.readings.time_values import (
    CaseKind,
    TimeCase,
    TimeConflict,
    TimeLimit,
    TimeReadings,
    TimeStage,
)
from generator.records.memoize import HeldUntilTaken
from generator.records.version import Channel, Version

__all__ = ["read_times", "summarise_times"]

_THIS_PROCEDURE = re.compile(r"thủ tục (?:hành chính )?này", re.IGNORECASE)


@HeldUntilTaken
def read_times(version: Version) -> TimeReadings:
    """Everything that is said of time, in the words of the record."""
    return with_open_questions(version, with_quotes(version, _read(version)))


def _read(version: Version) -> TimeReadings:
    rows = _rows(version)
    entries = [(entry, channel.method) for channel, row in rows for entry in row.entries]
    if not any(not entry.added for entry, _ in entries):
        entries += [(row.spare, channel.method) for channel, row in rows if row.spare]
    entries += _of_cases(version, bool(entries))
    base, cases = _assembled(entries, {channel.method for channel, _ in rows})
    base, cases = with_cases_of_steps(version, base, cases)
    base, disagreed = _beside_cases(version, base, cases)
    if base and base.certainty is Certainty.UNSURE:
        base = settled_by_steps(version, base, [row for _, row in rows])
    if base and base.value.recorded and base.certainty is Certainty.SURE:
        base, disagreed = beside_steps(version, base)
    if base and base.value.recorded and base.value.start is None:
        base = with_working_hours(version, with_start_of_steps(version, base))
    if base and base.value.recorded and not cases:
        base = with_days_of_hours(version, base)
    stages: tuple[Reading[TimeStage], ...] = ()
    if base is None and not cases:
        stages = stages_of_rows(row for _, row in rows)
    if base is None and not cases and not stages:
        vague = {row.vague for _, row in rows}
        base, cases, stages = limits_of_steps(version, vague.pop() if len(vague) == 1 else None)
    places = list(timed_texts(version))
    pauses = read_pauses(places)
    recorded = recorded_additions(version)
    late = read_late_hour(version, places)
    conflicts = [*conflicts_of_rows(row for _, row in rows), *disagreed]
    if base:
        base = without_late_hour(base, late, conflicts)
    return TimeReadings(
        base=base,
        cases=tuple(cases),
        additions=with_recorded(recorded, read_additions(places, [row for _, row in rows], pauses)),
        pauses=with_recorded_pauses(version, recorded, pauses),
        late_hour=late,
        stages=stages,
        conflicts=tuple(conflicts),
    )


def _rows(version: Version) -> list[tuple[Channel, TimeRow]]:
    """What each channel says; channels with the same figure and words are read once."""
    known: dict[object, TimeRow] = {}
    found = []
    for number, channel in enumerate(version.channels.items):
        key = (channel.time, channel.text)
        if key not in known:
            known[key] = read_channel(channel, ("channels", "items", number))
        row = known[key]
        if channel.case:
            row = replace(
                row, entries=tuple(_in_case(entry, channel.case) for entry in row.entries)
            )
        found.append((channel, row))
    return found


def _in_case(entry: Entry, case: str) -> Entry:
    return entry if entry.case else replace(entry, case=case)


def _beside_cases(
    version: Version, base: Reading[TimeLimit] | None, cases: list[Reading[TimeCase]]
) -> tuple[Reading[TimeLimit] | None, list[Reading[TimeConflict]]]:
    """A base held against the one time that the cases of the procedure record.

    A difference leaves the base unsure, but where it is what words add for an area.
    """
    times = {entry.limit.length: entry for entry, _ in _recorded_cases(version)}
    known = {c.value.limit.length for c in cases}
    if base is None or len(times) != 1 or times.keys() & {base.value.length, *known}:
        return base, []
    case = next(iter(times.values()))
    if usual := without_area(base, [c.value for c in cases], case):
        return usual, []
    if case.limit.value in [c.value.limit.value for c in cases]:
        return base, []
    evidence = (*base.evidence, *case.evidence)
    value = TimeConflict(base.value, case.limit)
    conflict = Reading(value, Certainty.UNSURE, evidence)
    return replace(base, certainty=Certainty.UNSURE), [conflict]


def _recorded_cases(version: Version) -> list[tuple[Entry, str]]:
    found = []
    for number, case in enumerate(version.cases):
        pointer = ("cases", number, "time")
        recorded = recorded_limit(case.time, pointer) if case.time else None
        if recorded and recorded[0].unit in UNITS:
            found.append((Entry(recorded[0], Certainty.SURE, (recorded[1],), case=case.name), ""))
    return found


def _of_cases(version: Version, has_rows: bool) -> list[tuple[Entry, str]]:
    """The times of the cases of a procedure, when its channels have none or they differ."""
    found = _recorded_cases(version)
    lengths = {entry.limit.length for entry, _ in found}
    if len(lengths) == 1 and not has_rows:
        return [(replace(found[0][0], case=None), "")]
    if len({entry.case for entry, _ in found}) == 1:
        found = [(replace(entry, case=None), way) for entry, way in found]
    return found if len(lengths) > 1 and not has_rows else []


Method = str
Assembled = tuple[Reading[TimeLimit] | None, list[Reading[TimeCase]]]


def _assembled(entries: list[tuple[Entry, Method]], methods: set[str]) -> Assembled:
    """One base and its cases out of what all channels say."""
    groups = _grouped(entries)
    limits = {key[0] for key in groups if not key[4]}
    if not groups:
        return None, []
    if len(limits) == 1 and all(key[1] is None or key[2] for key in groups if not key[4]):
        first = next(entry for key, (entry, _) in groups.items() if not key[4])
        extra = [group for key, group in groups.items() if key[4]]
        return _limit(first), [_case(entry, set(), methods) for entry, _ in _once(extra)]
    open_ones = [group for key, group in groups.items() if group[0].kind is None and not key[4]]
    rest = [group for group in groups.values() if group not in open_ones]
    usual = [group for group in rest if not group[0].added]
    extra = _once(group for group in rest if group[0].added)
    cases = [_case(entry, ways, methods) for entry, ways in (*usual, *extra)]
    if len({entry.limit.length for entry, _ in open_ones}) == 1:
        if _are_ways_apart(open_ones, usual):
            return None, [*_by_channel(open_ones), *cases]
        return _limit(open_ones[0][0]), cases
    return None, [*_by_channel(open_ones), *cases]


Key = tuple[tuple[tuple[float, str], ...], str | None, bool, str | None, bool]
Group = tuple[Entry, set[str]]


def _are_ways_apart(open_ones: list[Group], others: list[Group]) -> bool:
    """Whether what is for nobody in particular is only for ways of filing that no case has."""
    cases = [ways for entry, ways in others if entry.kind is CaseKind.CASE]
    ways = {way for _, own in open_ones for way in own}
    return len(cases) == len(others) > 0 and not any(ways & own for own in cases)


def _grouped(entries: list[tuple[Entry, Method]]) -> dict[Key, Group]:
    """Entries that say the same of the same people, with all their methods."""
    groups: dict[Key, Group] = {}
    for entry, method in entries:
        key = (entry.limit.length, entry.area, entry.ordinary, entry.case, entry.added)
        kept, ways = groups.setdefault(key, (entry, set()))
        ways.add(method)
        if entry.certainty.rank > kept.certainty.rank:
            groups[key] = (entry, ways)
    return groups


def _once(groups: Iterable[Group]) -> list[Group]:
    """One of several additions for an area that are worded differently but equally long."""
    found: dict[object, Group] = {}
    for entry, ways in groups:
        found.setdefault((entry.limit.length, entry.kind), (entry, ways))
    return list(found.values())


def _limit(entry: Entry) -> Reading[TimeLimit]:
    return Reading(entry.limit, entry.certainty, entry.evidence)


def _case(entry: Entry, ways: set[str], methods: set[str]) -> Reading[TimeCase]:
    only = tuple(sorted(ways)) if ways and ways != methods and "" not in ways else ()
    is_area = entry.kind is CaseKind.AREA
    within = None if _THIS_PROCEDURE.search(entry.case or "") else entry.case
    value = TimeCase(
        kind=entry.kind or CaseKind.CASE,
        name=(entry.area if is_area else entry.case) or "",
        limit=entry.limit,
        added=entry.added,
        within=within if is_area else None,
        methods=only,
    )
    return Reading(value, entry.certainty, entry.evidence)


def _by_channel(open_ones: list[Group]) -> list[Reading[TimeCase]]:
    """Different limits for nobody in particular: by channel if each has one, else unsure."""
    seen = [way for _, ways in open_ones for way in ways]
    clear = len(seen) == len(set(seen))
    return [
        Reading(
            TimeCase(
                CaseKind.CHANNEL if clear else CaseKind.CASE,
                "",
                entry.limit,
                methods=tuple(sorted(ways)),
            ),
            entry.certainty if clear else Certainty.UNSURE,
            entry.evidence,
        )
        for entry, ways in open_ones
    ]
