"""The limits that one channel states: its figure, made clear or contradicted by its words."""

import re
from dataclasses import dataclass, replace

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty, Evidence, evidence_of
from generator.readings.time_parts import Said, is_sum, mixed_parts
from generator.readings.time_patterns import CONDITION
from generator.readings.time_values import CaseKind, TimeLimit
from generator.readings.time_words import Role, Statement, conditions_of, statements_in
from generator.records.stated import ChannelTime, Duration, LimitCase

_RECEIPT = re.compile(
    r"nhận[^.]{0,40}(?:hồ sơ|đơn|đề nghị|yêu cầu|tờ khai|báo cáo)|nộp|thụ lý|tiếp nhận|đầy đủ"
    r"|hợp lệ",
    re.IGNORECASE,
)
"""The words for the day from which a whole procedure runs."""
HOURS_OF_A_DAY = 8
"""Working hours, of Bộ luật Lao động 2019, Điều 105."""
UNITS = ("hour", "day", "working_day", "month", "year")


@dataclass(frozen=True, slots=True)
class Entry:
    """A limit, and for whom it is; nobody in particular when there is no area and no case."""

    limit: TimeLimit
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    area: str | None = None
    ordinary: bool = False
    case: str | None = None
    added: bool = False

    @property
    def kind(self) -> CaseKind | None:
        """Area before case; None for everybody."""
        if self.area and not self.ordinary:
            return CaseKind.AREA
        return CaseKind.CASE if self.case else None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """What one channel says: its entries, other statements, and a limit that contradicts it.

    `counts_tax` when its figure is the sum of a limit in words and of the time of the tax office;
    `vague` is a figure without a unit; `parts` are the stages in days of two kinds that make up
    the figure, or what passes before it begins.
    """

    entries: tuple[Entry, ...]
    others: tuple[Said, ...] = ()
    conflict: tuple[TimeLimit, TimeLimit, Evidence] | None = None
    counts_tax: bool = False
    vague: float | None = None
    stages: tuple[Said, ...] = ()
    parts: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a record and where it stands."""

    pointer: Pointer
    text: str

    def evidence(self, statement: Statement) -> Evidence:
        """The words of a statement."""
        return evidence_of(self.pointer, self.text, *statement.span)


def recorded_limit(time: Duration, pointer: Pointer) -> tuple[TimeLimit, Evidence] | None:
    """The recorded figure, whatever its unit; None when there is none."""
    if time.value is None:
        return None
    where = evidence_of((*pointer, "value"), f"{time.value:g}")
    return TimeLimit(time.value, time.unit, recorded=True), where


def read_row(time: ChannelTime, pointer: Pointer, texts: list[Text]) -> TimeRow:
    """The limits of a channel out of its figure and its texts."""
    said = [(one, text.evidence(one)) for text in texts for one in statements_in(text.text)]
    whole = [(one, where) for one, where in said if one.role is Role.WHOLE]
    recorded = recorded_limit(time, pointer)
    areas = tuple(_area_extra(one, where) for one, where in said if _is_area_extra(one))
    others = tuple(
        pair for pair in said if pair[0].role is not Role.WHOLE and not _is_area_extra(pair[0])
    )
    if recorded is None or recorded[0].unit not in UNITS:
        row = _of_words(whole, others, recorded[0].value if recorded else None)
        return replace(row, entries=(*row.entries, *areas))
    row = _of_figure(recorded, whole, others, texts, areas)
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
    return replace(_entry(one, where, Certainty.SURE), added=True)


def _entry(one: Statement, where: Evidence, certainty: Certainty) -> Entry:
    return Entry(one.limit, certainty, (where,), one.area, one.ordinary, one.case)


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
    certainty = Certainty.SURE if bare else Certainty.LIKELY
    return TimeRow(
        tuple(_entry(one, where, certainty) for one, where in chosen), others, vague=vague
    )


def _is_last(bare: list[Said], said: list[Said]) -> bool:
    """Whether what seems to be the whole is shorter than a stage that the words name."""
    longest = max((one.limit.value for one, _ in bare), default=0)
    stages = [one for one, _ in said if _is_work(one) and one.case and not _is_condition(one.case)]
    days = [one for one in stages if one.limit.unit in ("day", "working_day")]
    return bool(bare) and any(one.limit.value > longest for one in days)


def _is_work(one: Statement) -> bool:
    """Whether a statement is about work of an office on a file that is complete."""
    if one.refused or one.area:
        return False
    return one.role in (Role.WHOLE, Role.STAGE) or (one.role is Role.CHECK and not one.case)


def _of_figure(
    recorded: tuple[TimeLimit, Evidence],
    whole: list[Said],
    others: tuple[Said, ...],
    texts: list[Text],
    areas: tuple[Entry, ...],
) -> TimeRow:
    """A channel with a figure: the words say for whom, and what holds for others."""
    limit, where = recorded
    stages = [pair for pair in others if pair[0].role is Role.STAGE and pair[0].case]
    stages = stages if len(stages) == 1 else []
    stages += [pair for pair in others if pair[0].role is Role.CHECK and pair[0].case]
    notices = [one.limit.length for one, _ in others if one.role is Role.NOTICE]
    if not whole and limit.length in notices:
        return TimeRow((), others)
    alike = [pair for pair in (*whole, *stages) if pair[0].limit.length == limit.length]
    same = next(iter(alike), None)
    if same:
        own = replace(_entry(same[0], where, Certainty.SURE), evidence=(where, same[1]))
        own = replace(own, limit=replace(limit, start=same[0].limit.start))
        if _is_last_of_stages(same[0], others):
            own = replace(own, certainty=Certainty.UNSURE)
        waiting = tuple(pair for pair in others if pair[0].role is Role.WAITING)
        if waiting:
            return TimeRow((own,), others, parts=(*waiting, same))
        return TimeRow((own, *_further(limit, whole)), others)
    made_up = _made_up(limit, where, whole, others, areas, texts)
    if made_up:
        return made_up
    rival = _rival(limit, whole)
    parts = mixed_parts(limit, rival, [*whole, *others]) if rival else ()
    if parts:
        return TimeRow((Entry(limit, Certainty.UNSURE, (where,)),), others, parts=parts)
    if rival:
        own = replace(_entry(rival[0], where, Certainty.UNSURE), limit=limit)
        conflict = (limit, rival[0].limit, rival[1])
        rest = [pair for pair in whole if pair is not rival]
        return TimeRow((own, *_further(limit, rest)), others, conflict)
    if any(one.on_top and one.limit.value == limit.value for one, _ in others):
        return TimeRow((), others)
    area, case = _named_by(texts, first_only=bool(whole))
    further = tuple(one for one in _further(limit, whole) if one.area or one.case != case)
    certainty = Certainty.UNSURE if _compete(further) else Certainty.SURE
    return TimeRow((Entry(limit, certainty, (where,), area, False, case), *further), others)


def _is_last_of_stages(same: Statement, others: tuple[Said, ...]) -> bool:
    """Whether a figure is only the time of one stage, beside a longer one in its words."""
    if same.bare or same.area or same.limit.start or _is_condition(same.case):
        return False
    stages = [o for o, _ in others if o.role is Role.STAGE and not o.refused and not o.limit.start]
    lengths = [one.limit.value for one in stages if not _is_condition(one.case)]
    return max(lengths, default=0) > same.limit.value


def _is_condition(case: str | None) -> bool:
    return bool(case and CONDITION.match(case))


def _compete(further: tuple[Entry, ...]) -> bool:
    """Whether limits in words leave no room for a figure that is none of them."""
    cases = [entry.case for entry in further if entry.case and not entry.area]
    return len(cases) > 1 or any(not CONDITION.match(case) for case in cases)


def _further(limit: TimeLimit, whole: list[Said]) -> tuple[Entry, ...]:
    """Limits of other cases in the words, unless they are the parts of the figure."""
    found = [
        pair
        for pair in whole
        if pair[0].limit.length != limit.length
        and (pair[0].area or pair[0].case)
        and not pair[0].refused
    ]
    if sum(one.limit.value for one, _ in found if not one.area) == limit.value and len(found) > 1:
        found = [pair for pair in found if pair[0].area]
    return tuple(_entry(one, where, Certainty.LIKELY) for one, where in found)


def _made_up(
    limit: TimeLimit,
    where: Evidence,
    whole: list[Said],
    others: tuple[Said, ...],
    areas: tuple[Entry, ...],
    texts: list[Text],
) -> TimeRow | None:
    """A figure that the words explain: as a sum, as the longest of what they give, or in months."""
    taxes = {tax.limit.length for tax, _ in others if tax.role is Role.TAX}
    extras = {area.limit.length for area in areas}
    is_extended = _is_extended_to(limit, others)
    for one, place in whole:
        words = replace(_entry(one, place, Certainty.LIKELY), evidence=(place, where))
        extends = is_extended and not one.case and not one.area
        if _is_said_roughly(limit, one.limit) or extends:
            return TimeRow((words,), others)
        left = TimeLimit(limit.value - one.limit.value, limit.unit)
        if one.limit.unit != limit.unit or left.value <= 0:
            continue
        if left.length in taxes:
            own = replace(words, limit=limit, certainty=Certainty.SURE, evidence=(where, place))
            return TimeRow((own,), others, counts_tax=True)
        if left.length in extras:
            return TimeRow((words,), others)
    if is_sum(limit, whole, others):
        area, case = _named_by(texts)
        return TimeRow((Entry(limit, Certainty.SURE, (where,), area, False, case),), others)
    return None


def _is_said_roughly(figure: TimeLimit, words: TimeLimit) -> bool:
    """Whether a figure only says roughly what the words do: one day for "trong ngày", 60 days."""
    if words.value == 0:
        return (figure.value, figure.unit) in ((1, "day"), (1, "working_day"), (8, "hour"))
    if (figure.unit, words.unit) == ("hour", "working_day"):
        return figure.value == HOURS_OF_A_DAY * words.value
    months = {"month": 30.0, "day": 1.0}
    if words.then or {words.unit, figure.unit} != set(months):
        return False
    return words.value * months[words.unit] == figure.value * months[figure.unit]


def _is_extended_to(figure: TimeLimit, others: tuple[Said, ...]) -> bool:
    """Whether a figure is what the usual limit may be extended to."""
    extended = [o.limit for o, _ in others if o.role is Role.EXTENSION and not o.on_top]
    return figure.length in [limit.length for limit in extended]


def _rival(limit: TimeLimit, whole: list[Said]) -> Said | None:
    """A length against the figure: the same number in another unit, or a lone other one."""
    for pair in whole:
        if pair[0].limit.value == limit.value and pair[0].limit.unit != limit.unit:
            return pair
    bare = [pair for pair in whole if pair[0].bare and not pair[0].area and not pair[0].case]
    if len(bare) != 1:
        return None
    start = bare[0][0].limit.start
    return bare[0] if start is None or _RECEIPT.search(start) else None


def _named_by(texts: list[Text], *, first_only: bool = False) -> tuple[str | None, str | None]:
    for text in texts:
        area, case = conditions_of(text.text, first_only=first_only)
        if area or case:
            return area, case
    return None, None
