"""What the steps say of time beside the limit of the channels, where that does not explain it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.readings.alternation import guarded
from generator.readings.evidence import Certainty, Reading
from generator.readings.time_entries import Text
from generator.readings.time_patterns import CONDITION, LATER, REFUSED, RESULT, USUAL
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import TimeCase, TimeLimit, TimeStage
from generator.readings.time_words import statements_in
from generator.records.version import Version

_STEP = re.compile(r"(?:Bước|Giai đoạn)\s[0-9IVX]{1,4}(?!\w)[\s.:]*", re.IGNORECASE)
_JOINT = " – "
_INCOMPLETE = guarded(
    "bcghknqt",
    r"(?:không|chưa)(?: được| có)? (?:đầy đủ|đủ|hợp lệ|đúng|đạt|bảo đảm|đảm bảo|phù hợp|đáp ứng"
    r"|hỗ trợ)"
    r"|bổ sung|hoàn thiện|cần sửa đổi|hồ sơ sửa đổi|chỉnh sửa|giải trình|khắc phục"
    r"|hết thời hạn|quá thời hạn"
    r"|nộp (?:hồ sơ )?(?:trực tiếp|trực tuyến|qua)|thời gian nộp",
    re.IGNORECASE,
)
_ANSWERS_INCOMPLETE = re.compile(
    r"(?:[^.;]{0,140}\s)?(?:thông báo|yêu cầu|trả lại|hướng dẫn)(?!\w)[^.;]{0,160}?"
    r"(?:(?:không|chưa) (?:hợp lệ|đầy đủ|đủ|đúng)|bổ sung|hoàn thiện|cung cấp)"
    r"|[^.;]{0,120}sau khi[^.;]{0,60}(?:bổ sung|hoàn thiện|hoàn chỉnh|chỉnh sửa)",
    re.IGNORECASE,
)
"""What an office does about a dossier that lacks something."""
_OWN_TASK = re.compile(
    r"(?:các )?(?:đội|người|tổ chức|cá nhân|doanh nghiệp|cơ sở|chủ [^.;,]{1,20}|thương nhân"
    r"|công ty|đơn vị|công dân)(?! có thẩm| quản lý| tiếp nhận| thẩm định| giải quyết| nhận hồ sơ)"
    r"[^.;,]{0,90}?\s(?:nộp|gửi|phải|đăng ký|hoàn thiện|bổ sung|báo cáo|có trách nhiệm)(?!\w)",
    re.IGNORECASE,
)
"""What applicants do themselves."""
_NEEDED = re.compile(
    r"cần thiết|cần phải|được chấp nhận|sự cố|có ý kiến|thẩm định|đủ điều kiện", re.IGNORECASE
)
"""What happens while a file is handled: no case of an applicant."""
_ASKS = re.compile(r"lấy ý kiến", re.IGNORECASE)
_DRAFT = re.compile(r"(?<!tờ )trình(?! tự| độ)(?!\w)|lấy ý kiến|dự thảo", re.IGNORECASE)
"""What goes on to whoever decides."""
_RECEIPT = re.compile(r"hồ sơ|đơn|đề nghị|thụ lý|yêu cầu|tờ khai|báo cáo|kế hoạch", re.IGNORECASE)
_FROM_OFFICE = re.compile(
    r"(?:báo cáo|tờ trình|văn bản|hồ sơ|đề nghị|đề xuất|ý kiến|danh sách|bản sao)"
    r"(?: [^\s.;,]{1,20}){0,10}? (?:của|do|từ) (?:các )?"
    r"(?:cơ quan(?! đề nghị)|sở|bộ|cục|tổng cục|chi cục|ubnd|[uủ][yỷ] ban|phòng|công an"
    r"|trung tâm phục vụ|văn phòng (?:đăng ký|ủy ban)"
    r"|hội đồng (?:thẩm|tư)|bảo hiểm xã hội|chủ tịch|thanh tra)(?!\w)",
    re.IGNORECASE,
)
"""The start of what an office does with the papers of another office."""
_RESULT = re.compile(
    rf"(?<!đề nghị )(?<!giao )(?<!thẩm quyền )(?<!tham mưu )(?:{RESULT.pattern})"
    r"(?! thủ tục hành chính)",
    re.IGNORECASE,
)
"""What ends the work, and is no part of the name of an office."""
_PASSES_ON = re.compile(
    r"(?<!được )(?:gửi|trình|báo cáo|lấy ý kiến|đề xuất|thành lập|tham mưu"
    r"|dự thảo|tổng hợp|lập(?= tờ| danh| hồ)"
    r"|cử|có tờ trình|(?:có )?văn bản (?:kèm|đề nghị|lấy|gửi|báo cáo|đề xuất|trình)"
    r"|(?:ban hành |ra )?quyết định thành lập)(?!\w)",
    re.IGNORECASE,
)
"""What an office does with a file before another one decides."""
_LOOKS_INTO = re.compile(r"(?<!được )(?:kiểm tra|chuyển|tiến hành|tổ chức)(?!\w)", re.IGNORECASE)
"""What an office does with a file before it decides itself."""
_AND_DECIDES = re.compile(
    r"(?:và|,|;) (?:cấp(?! tỉnh| xã| trên)|ban hành|quyết định(?! thành)|công nhận|phê duyệt"
    r"|trả)(?!\w)"
)
"""The decision that follows in the same breath."""
_AFTER_RESULT = re.compile(
    r"(?:ngày|khi) (?:được )?(?:cấp(?! xã| tỉnh)|ký|có quyết định|công bố|ban hành)(?!\w)",
    re.IGNORECASE,
)
"""The start of what follows the result: its publication, a contract, a payment."""
_DAYS = {"day", "working_day"}
_UNITS = _DAYS | {"hour"}
_MOST = 4
_MOST_SUMMED = 8
_LONGEST_ACT = 120

Beside = tuple[Reading[TimeStage], ...]
_Said = tuple[Statement, Text]


def limits_beside(
    version: Version, base: Reading[TimeLimit] | None, cases: Iterable[Reading[TimeCase]]
) -> Beside:
    """The limits of the steps that stand against those of the channels.

    They are a limit of the whole of another length, the same number in another unit, and stages
    that only make up the limit in another unit; not the stages of a longer work.
    """
    limits = [case.value.limit for case in cases]
    limits += [base.value] if base else []
    units = {limit.unit for limit in limits}
    if not units or not units <= _UNITS:
        return ()
    said = [pair for pair in _work_of(version) if pair[0].limit.unit in units | _DAYS]
    known = {limit.length for limit in limits}
    anyone = [one for one, _ in said if not condition_of(one)]
    same = [one for one in anyone if one.limit.length in known]
    if any(not _begins_later(one) for one in same) or _is_sum(anyone, limits):
        said = [(one, text) for one, text in _limits_of_cases(said) if _is_other_case(one, limits)]
    elif not _is_sum_of_days(anyone, limits):
        goes_on = any(_begins_later(one) and _ends_with_result(one) for one in anyone)
        said = [p for p in _limits_of_cases(said) if _is_rival(p[0], limits, goes_on=goes_on)]
    return tuple(_stage(*pair) for pair in _each_once(said)[:_MOST])


def _is_rival(one: Statement, limits: list[TimeLimit], *, goes_on: bool) -> bool:
    """Whether a step gives another length for the whole, or the same number in another unit.

    Where the work `goes_on` to a later result, only that of other applicants does.
    """
    if one.limit.length in {limit.length for limit in limits}:
        return False
    if any(one.limit.value == limit.value for limit in limits):
        return True
    if one.role is not Role.WHOLE or not runs_from_file(one):
        return False
    if goes_on and condition_of(one) is None:
        return False
    return _ends_with_result(one)


def _ends_with_result(one: Statement) -> bool:
    """Whether what is done within a limit is the result, and no draft of it."""
    draft = _ASKS if condition_of(one) else _DRAFT
    if one.case and _NEEDED.search(one.case):
        return False
    result, passed = _RESULT.search(one.act), _PASSES_ON.search(one.act)
    if result is None or draft.search(one.act) or (passed and passed.start() <= result.start()):
        return False
    other = _LOOKS_INTO.search(one.act)
    return not (other and other.start() < result.start()) or bool(_AND_DECIDES.search(one.act))


def _is_sum_of_days(said: list[Statement], limits: list[TimeLimit]) -> bool:
    """Whether the stages make up a limit only when days and working days count alike."""
    days = [replace(one, limit=replace(one.limit, unit="day")) for one in said]
    return _is_sum(days, [replace(limit, unit="day") for limit in limits])


def _work_of(version: Version) -> Iterator[_Said]:
    """Every limit in the steps of the work of an office on a complete file."""
    for number, step in enumerate(version.steps.items):
        text = Text(("steps", "items", number, "text"), step.text or "")
        for one in statements_in(text.text):
            is_work = one.role in (Role.WHOLE, Role.STAGE) and one.limit.value > 0
            is_work = is_work and not is_own_task(one.act)
            if is_work and one.limit.unit in _UNITS and not leads_to_no_result(one):
                yield one, text


def leads_to_no_result(one: Statement) -> bool:
    """Return whether a file is refused or incomplete then, or the result is there before."""
    case, start = one.case or "", one.limit.start or ""
    if REFUSED.search(case) or _INCOMPLETE.search(case) or _ANSWERS_INCOMPLETE.match(one.act):
        return True
    return bool(_AFTER_RESULT.match(start) or _INCOMPLETE.search(start))


def is_own_task(act: str) -> bool:
    """Whether what is done within a limit is the applicant's, by its subject and verb."""
    return _OWN_TASK.match(act) is not None


def condition_of(one: Statement) -> str | None:
    """The case that a limit is for; a name of a step, or what every file meets, is none."""
    if one.area:
        return one.area
    parts = [part for part in (one.case or "").split(_JOINT) if CONDITION.match(part)]
    return next((part for part in parts[::-1] if not USUAL.match(part)), None)


def _is_sum(said: list[Statement], limits: list[TimeLimit]) -> bool:
    """Whether two or more of the stages make up one of the limits, in its unit."""
    for limit in limits:
        same = [one.limit.value for one in said if one.limit.unit == limit.unit]
        singles, sums = {0.0}, set[float]()
        for value in same[:_MOST_SUMMED]:
            sums |= {total + value for total in (*singles, *sums) if total}
            singles.add(value)
        if limit.value in sums:
            return True
    return False


def _is_other_case(one: Statement, limits: list[TimeLimit]) -> bool:
    """Whether a limit is that of another case than the ones that are told."""
    if one.area or not condition_of(one) or one.limit.length in {limit.length for limit in limits}:
        return False
    same_unit = any(one.limit.unit == limit.unit for limit in limits)
    return same_unit and one.role is Role.WHOLE and runs_from_file(one) and _ends_with_result(one)


def _limits_of_cases(said: list[_Said]) -> Iterator[_Said]:
    """Each limit; of a case with several stages one after the other, what they come to."""
    position = 0
    while position < len(said):
        one, text = said[position]
        stages = [one, *_stages_after(one, text, said[position + 1 : position + _MOST_SUMMED])]
        position += len(stages)
        if len(stages) == 1:
            yield one, text
        elif _ends_with_result(stages[-1]):
            yield replace(_joined(stages), role=Role.WHOLE, act=stages[-1].act), text


def _stages_after(first: Statement, text: Text, said: list[_Said]) -> Iterator[Statement]:
    """The stages of the case of a limit that begin when an earlier one has ended."""
    for one, where in said if condition_of(first) else ():
        if where != text or not _begins_later(one):
            return
        if condition_of(one) not in (None, condition_of(first)):
            return
        yield one


def _joined(stages: list[Statement]) -> Statement:
    """The first of some stages with the time that they take together."""
    first, *others = stages
    limit = first.limit
    for one in others:
        if one.limit.unit == limit.unit and not limit.then:
            limit = replace(limit, value=limit.value + one.limit.value)
        else:
            limit = replace(limit, then=replace(one.limit, start=None, then=limit.then))
    return replace(first, limit=limit)


def _begins_later(one: Statement) -> bool:
    start = one.limit.start or ""
    return bool(LATER.search(start) or _FROM_OFFICE.search(start))


def runs_from_file(one: Statement) -> bool:
    """Return whether a limit runs from receipt of the file, or from nothing that is said."""
    start = one.limit.start
    return start is None or bool(_RECEIPT.search(start) and not _begins_later(one))


def _each_once(said: list[_Said]) -> list[_Said]:
    """Each length once, with all cases that it is for; without a name where it is that of steps."""
    found: dict[object, _Said] = {}
    for one, text in said:
        kept = found.get(one.limit.length)
        if kept is None:
            found[one.limit.length] = (one, text)
        elif _name(kept[0]) != _name(one):
            found[one.limit.length] = (_of_both(kept[0], one), kept[1])
    return list(found.values())


def _of_both(one: Statement, other: Statement) -> Statement:
    """A limit with the cases of two statements that are equally long; bare without two cases."""
    cases = [condition_of(one), condition_of(other)]
    if not all(cases) or one.area:
        return replace(one, case=None, area=None, limit=replace(one.limit, start=None))
    return replace(one, case="; ".join(dict.fromkeys(filter(None, cases))))


def _name(one: Statement) -> str:
    """The case of a limit, else what its step is; empty where neither is said."""
    step = _STEP.match(one.case or "")
    return condition_of(one) or ((one.case or "")[step.end() :].strip(" –.:") if step else "")


def _stage(one: Statement, text: Text) -> Reading[TimeStage]:
    if not _name(one) and one.limit.start is None and one.act:
        name = TimeStage(one.act[:_LONGEST_ACT], one.limit)
        return Reading(name, Certainty.LIKELY, (text.evidence(one),))
    return Reading(TimeStage(_name(one), one.limit), Certainty.LIKELY, (text.evidence(one),))
