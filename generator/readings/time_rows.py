"""The limits that one channel states, by its figure or by its words alone."""

import re
from dataclasses import replace

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty, Evidence, evidence_of
from generator.readings.time_entries import NO_TIME, Entry, Text, TimeRow, entry_of
from generator.readings.time_figures import names_condition, row_of_figure
from generator.readings.time_parts import Said
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import CaseKind, TimeLimit
from generator.readings.time_words import statements_in
from generator.records.stated import ChannelTime, Duration, LimitCase
from generator.records.version import Channel

_EVERY_SO_OFTEN = re.compile(r"năm một lần", re.IGNORECASE)
"""How often something is done: its figure is no time that it takes."""
_FROM_FILE = re.compile(r"(?:ngày|khi) nhận (?:được |đủ |đầy đủ )*hồ sơ", re.IGNORECASE)
"""The start of a whole procedure."""
UNITS = ("hour", "day", "working_day", "month", "year")


def recorded_limit(time: Duration, pointer: Pointer) -> tuple[TimeLimit, Evidence] | None:
    """The recorded figure, whatever its unit; None when there is none."""
    if time.value is None:
        return None
    where = evidence_of((*pointer, "value"), f"{time.value:g}")
    return TimeLimit(time.value, time.unit, recorded=True), where


def read_channel(channel: Channel, pointer: Pointer) -> TimeRow:
    """The limits of a channel out of its figure and its words."""
    texts = []
    if channel.time.text and channel.time.text != NO_TIME:
        texts.append(Text((*pointer, "time", "text"), channel.time.text))
    if channel.text:
        texts.append(Text((*pointer, "text"), channel.text))
    return _read_row(channel.time, (*pointer, "time"), texts)


def _read_row(time: ChannelTime, pointer: Pointer, texts: list[Text]) -> TimeRow:
    said = [(one, text.evidence(one)) for text in texts for one in statements_in(text.text)]
    whole = [(one, where) for one, where in said if one.role is Role.WHOLE]
    recorded = recorded_limit(time, pointer)
    if (
        recorded
        and recorded[0].unit == "year"
        and any(_EVERY_SO_OFTEN.search(text.text) for text in texts)
    ):
        recorded = None
    areas = tuple(_area_extra(one, where) for one, where in said if _is_area_extra(one))
    others = tuple(
        pair for pair in said if pair[0].role is not Role.WHOLE and not _is_area_extra(pair[0])
    )
    if recorded is None or recorded[0].unit not in UNITS:
        row = _of_words(whole, others, recorded[0].value if recorded else None)
        return replace(row, entries=(*row.entries, *areas))
    if recorded[0].unit == "hour" and any(one.limit.working for one, _ in said):
        recorded = (replace(recorded[0], working=True), recorded[1])
    row = row_of_figure(recorded, whole, others, texts, areas)
    if time.cases:
        return _with_recorded_cases(row, time, pointer)
    return replace(row, entries=(*row.entries, *areas))


def _with_recorded_cases(row: TimeRow, time: ChannelTime, pointer: Pointer) -> TimeRow:
    """A row with the cases that its limit records, whatever cases its words have."""
    usual = tuple(entry for entry in row.entries if entry.kind is None)
    cases = tuple(
        _of_record(case, (*pointer, "cases", number)) for number, case in enumerate(time.cases)
    )
    return replace(row, entries=(*usual, *cases))


def _of_record(case: LimitCase, pointer: Pointer) -> Entry:
    is_area = case.kind == CaseKind.AREA
    return Entry(
        TimeLimit(case.value, case.unit, recorded=True),
        Certainty.SURE,
        (evidence_of((*pointer, "value"), f"{case.value:g}"),),
        area=case.name if is_area else None,
        case=None if is_area else case.name,
    )


def _is_area_extra(one: Statement) -> bool:
    return one.role is Role.EXTENSION and one.on_top and one.area is not None


def _area_extra(one: Statement, where: Evidence) -> Entry:
    return replace(entry_of(one, where, Certainty.SURE), added=True)


def _of_words(whole: list[Said], others: tuple[Said, ...], vague: float | None) -> TimeRow:
    """Limits of a channel without a figure: the words alone; a bare one counts before others.

    What may be a stage among stages is not taken for the whole.
    """
    usable = [pair for pair in whole if not pair[0].refused] or whole
    bare = [pair for pair in usable if pair[0].bare]
    if _is_last(bare, [*usable, *others]):
        bare = []
    work = [pair for pair in (*usable, *others) if _is_work(pair[0])]
    stages = tuple(sorted(work, key=lambda pair: pair[0].span))
    chosen = bare or usable
    plain = [pair for pair in chosen if not pair[0].case and not pair[0].area]
    if len({pair[0].limit.length for pair in plain}) > 1:
        chosen = [pair for pair in plain if vague is not None and pair[0].limit.value == vague]
        if len({pair[0].limit.length for pair in chosen}) != 1:
            return TimeRow((), others, stages=stages, vague=vague)
    if not bare and any(_is_work(one) for one, _ in others):
        return TimeRow((), others, stages=stages, vague=vague)
    chosen = [*_named_without_condition(chosen, others), *chosen]
    certainty = Certainty.SURE if bare else Certainty.LIKELY
    return TimeRow(
        tuple(entry_of(one, where, certainty) for one, where in chosen), others, vague=vague
    )


def _named_without_condition(chosen: list[Said], others: tuple[Said, ...]) -> list[Said]:
    """The limits of further cases, in a list of cases of which only some are told as conditions."""
    if not chosen or not all(names_condition(one.case) for one, _ in chosen):
        return []
    named = [pair for pair in others if pair[0].role is Role.STAGE and pair[0].case]
    return [pair for pair in named if _FROM_FILE.match(pair[0].limit.start or "")]


def _is_last(bare: list[Said], said: list[Said]) -> bool:
    """Whether what seems to be the whole is shorter than a stage that the words name."""
    longest = max((one.limit.value for one, _ in bare), default=0)
    stages = [
        one for one, _ in said if _is_work(one) and one.case and not names_condition(one.case)
    ]
    days = [one for one in stages if one.limit.unit in ("day", "working_day")]
    return bool(bare) and any(one.limit.value > longest for one in days)


def _is_work(one: Statement) -> bool:
    """Whether a statement is about work of an office on a file that is complete."""
    if one.refused or one.area:
        return False
    return one.role in (Role.WHOLE, Role.STAGE) or (one.role is Role.CHECK and not one.case)
