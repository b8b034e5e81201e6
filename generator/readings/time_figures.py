"""The limits of a channel that has a figure, made clear or contradicted by its words."""

import re
from dataclasses import replace

from generator.readings.evidence import Certainty, Evidence
from generator.readings.time_entries import Entry, Text, TimeRow, entry_of
from generator.readings.time_parts import Said, is_mixed_sum, is_sum
from generator.readings.time_patterns import CONDITION, LATER
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import TimeLimit
from generator.readings.time_words import conditions_of

_RECEIPT = re.compile(
    r"nhận[^.]{0,40}(?:hồ sơ|đơn|đề nghị|yêu cầu|tờ khai|báo cáo)|nộp|thụ lý|tiếp nhận|đầy đủ"
    r"|hợp lệ",
    re.IGNORECASE,
)
"""The words for the day from which a whole procedure runs."""
_OF_STAGE = re.compile(
    r"\W{0,5}(?:bước|tiếp nhận|kiểm tra|thẩm|xem xét|trình|ban hành|xử lý|phê duyệt|trả|gửi"
    r"|chuyển hồ|lấy|họp|thời|sở|bộ|cục|ubnd|ủy ban|chủ tịch|cơ quan|phòng"
    r"|trung tâm|văn phòng|hội đồng|ký)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""How the name of a stage of the work begins."""
_OF_BODY = re.compile(
    r"(?:đối với|trường hợp)\s(?:các )?(?:sở|chủ tịch|ủy ban|ubnd|bộ|cục|cơ quan|chi cục"
    r"|văn phòng)\s",
    re.IGNORECASE,
)
"""A stage named by the office that has it."""
_OF_ACT = re.compile(
    r"\W{0,3}(?:cấp (?:mới|lại|đổi|quyết định|giấy)|phục hồi|khôi phục|gia hạn|điều chỉnh|thu hồi"
    r"|hủy|sửa đổi|tạm dừng|đăng ký)(?!\w)",
    re.IGNORECASE,
)
"""What applicants ask for, as the name of a case."""
HOURS_OF_A_DAY = 8
"""Working hours, of Bộ luật Lao động 2019, Điều 105."""


def row_of_figure(
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
    if alike:
        return _said_again(recorded, alike[0], whole, others)
    if not whole and (row := _of_labels(recorded, others)):
        return row
    if cases := _summed_cases(limit, whole):
        return TimeRow(cases, others)
    made_up = _made_up(limit, where, whole, others, areas, texts)
    if made_up:
        return made_up
    rival = _rival(limit, whole)
    if rival and is_mixed_sum(limit, rival, [*whole, *others]):
        return TimeRow((Entry(limit, Certainty.UNSURE, (where,)),), others)
    if rival:
        own = replace(entry_of(rival[0], where, Certainty.UNSURE), limit=limit)
        conflict = (limit, rival[0].limit, rival[1])
        rest = [pair for pair in whole if pair is not rival]
        return TimeRow((own, *_further(limit, rest)), others, conflict)
    if only_added := _only_added(recorded, others, areas):
        return only_added
    area, case = _named_by(texts, first_only=bool(whole))
    further = tuple(one for one in _further(limit, whole) if one.area or one.case != case)
    certainty = Certainty.UNSURE if _compete(further) else Certainty.SURE
    return TimeRow((Entry(limit, certainty, (where,), area, False, case), *further), others)


def _of_labels(recorded: tuple[TimeLimit, Evidence], others: tuple[Said, ...]) -> TimeRow | None:
    """A figure that words give as one of several: of cases, of stages, or from a later start."""
    limit, where = recorded
    stages = [p for p in others if p[0].role is Role.STAGE and not p[0].refused and not p[0].area]
    same = [pair for pair in stages if pair[0].limit.length == limit.length]
    if len(same) != 1:
        return None
    later = [pair for pair in stages if LATER.search(pair[0].limit.start or "")]
    if len(stages) == 1:
        own = replace(limit, start=same[0][0].limit.start)
        return (
            TimeRow((Entry(own, Certainty.SURE, (where, same[0][1])),), others) if later else None
        )
    if later and same[0] not in later:
        return TimeRow((Entry(limit, Certainty.SURE, (where,)),), others)
    named = [one for one, _ in stages if one.case and not _OF_STAGE.match(one.case)]
    if later or len(named) != len(stages) or any(one.limit.value > limit.value for one in named):
        return None
    return TimeRow(tuple(entry_of(*pair, Certainty.LIKELY) for pair in stages), others)


def _said_again(
    recorded: tuple[TimeLimit, Evidence], same: Said, whole: list[Said], others: tuple[Said, ...]
) -> TimeRow:
    """A figure that the words give too, with the case and the start that they have for it."""
    limit, where = recorded
    own = replace(entry_of(same[0], where, Certainty.SURE), evidence=(where, same[1]))
    own = replace(own, limit=replace(limit, start=same[0].limit.start))
    if _is_last_of_stages(same[0], others):
        own = replace(own, certainty=Certainty.UNSURE)
    if any(one.role is Role.WAITING for one, _ in others):
        return TimeRow((own,), others)
    return TimeRow((own, *_further(limit, whole)), others)


def _only_added(
    recorded: tuple[TimeLimit, Evidence], others: tuple[Said, ...], areas: tuple[Entry, ...]
) -> TimeRow | None:
    """A figure that words only add to the usual limit."""
    limit, where = recorded
    if any(one.on_top and one.limit.value == limit.value for one, _ in others):
        return TimeRow((), others)
    if any(one.limit.length == limit.length for one in areas):
        return TimeRow((), others, spare=Entry(limit, Certainty.SURE, (where,)))
    return None


def _summed_cases(limit: TimeLimit, whole: list[Said]) -> tuple[Entry, ...]:
    """The limits of different cases, where the figure is only their sum."""
    cases = [pair for pair in whole if not pair[0].area and _names_case(pair[0].case)]
    if any(_OF_BODY.search(one.case or "") for one, _ in cases):
        return ()
    values = [one.limit.value for one, _ in cases if one.limit.unit == limit.unit]
    apart = len({one.case for one, _ in cases}) == len(cases) == len(values) > 1
    if not apart or sum(values) != limit.value:
        return ()
    return tuple(entry_of(one, where, Certainty.LIKELY) for one, where in cases)


def _names_case(case: str | None) -> bool:
    """Whether a case is told as a condition, or by the act that is asked for."""
    return names_condition(case) or bool(case and _OF_ACT.match(case))


def _is_last_of_stages(same: Statement, others: tuple[Said, ...]) -> bool:
    """Whether a figure is only the time of one stage, beside a longer one in its words."""
    if same.bare or same.area or same.limit.start or names_condition(same.case):
        return False
    stages = [o for o, _ in others if o.role is Role.STAGE and not o.refused and not o.limit.start]
    lengths = [one.limit.value for one in stages if not names_condition(one.case)]
    return max(lengths, default=0) > same.limit.value


def names_condition(case: str | None) -> bool:
    """Whether a case is told as a condition, and is no name of a stage."""
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
    return tuple(entry_of(one, where, Certainty.LIKELY) for one, where in found)


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
        words = replace(entry_of(one, place, Certainty.LIKELY), evidence=(place, where))
        extends = is_extended and not one.case and not one.area
        if _is_said_roughly(limit, one.limit) or extends:
            return TimeRow((words,), others)
        left = _left_of(limit, one.limit)
        if left is None:
            continue
        if left.length in taxes:
            own = replace(words, limit=limit, certainty=Certainty.SURE, evidence=(where, place))
            return TimeRow((own,), others, counts_tax=True)
        if left.length in extras:
            return TimeRow((words,), others)
    stages = [pair for pair in others if pair[0].role is Role.STAGE and not pair[0].refused]
    left = _left_of(limit, stages[0][0].limit) if len(stages) == 1 else None
    if left and left.length in extras:
        return TimeRow((entry_of(*stages[0], Certainty.LIKELY),), others)
    if is_sum(limit, whole, others):
        area, case = _named_by(texts)
        return TimeRow((Entry(limit, Certainty.SURE, (where,), area, False, case),), others)
    return None


def _left_of(figure: TimeLimit, part: TimeLimit) -> TimeLimit | None:
    """What a figure holds beside a part of it, in the unit of both."""
    left = figure.value - part.value
    return TimeLimit(left, figure.unit) if part.unit == figure.unit and left > 0 else None


def _is_said_roughly(figure: TimeLimit, words: TimeLimit) -> bool:
    """Whether a figure only says roughly what the words do: one day for "trong ngày", 60 days."""
    if words.value == 0:
        rough = ((1, "day"), (1, "working_day"), (8, "hour"), (1, "hour"))
        return (figure.value, figure.unit) in rough
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
