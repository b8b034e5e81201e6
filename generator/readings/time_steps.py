"""Limits out of the steps, for versions whose channels give none that can be used."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from generator.readings.clauses import UPPER
from generator.readings.evidence import Certainty, Evidence, Reading
from generator.readings.time_acts import is_own_task, leads_to_no_result
from generator.readings.time_entries import Text, TimeRow
from generator.readings.time_patterns import CONDITION, LATER, RESULT, USUAL
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import CaseKind, TimeCase, TimeLimit, TimeStage
from generator.readings.time_words import statements_in
from generator.records.version import Version

_RECEIPT = re.compile(r"nhận|hồ sơ|đơn|đề nghị|thụ lý", re.IGNORECASE)
_LATE_START = re.compile(rf"{LATER.pattern}|bắt đầu|có văn bản xác nhận", re.IGNORECASE)
"""The start of what begins after the file has been received."""
_OF_FILE = re.compile(
    r"(?:(?:ngày|khi|thời điểm)\s)?(?:tiếp )?nhận (?:được |đủ |đầy đủ )*"
    r"(?:hồ sơ(?! (?:của|do|trình))|giấy tờ|đơn|tờ khai|yêu cầu|đề nghị(?! (?:của|xác|phối)))",
    re.IGNORECASE,
)
"""The start of a whole procedure, whatever else its words say."""
_FROM_FILE = re.compile(
    rf"{_RECEIPT.pattern}|nộp|yêu cầu|tờ khai|hợp lệ|văn bản|thông tin|khai báo", re.IGNORECASE
)
_STEP = re.compile(r"(?:Bước|Giai đoạn)\s[0-9IVX]{1,4}", re.IGNORECASE)
_OPENS_LINE = re.compile(
    r"[\s+*•-]{0,6}(?:\([0-9ivxa-zđ]{1,4}\)\s{0,3})?"
    r"(?P<case>(?:trường hợp|đối với)\s[^.;\n]{4,400}?),\s"
    r"(?=[^.,;\n]{3,80}?\s(?:gửi|nộp|lập|đề nghị)\s)",
    re.IGNORECASE,
)
"""A line that begins with for whom it is, before what they hand in."""
_WORK = (Role.WHOLE, Role.STAGE, Role.CHECK)
_MOST_STAGES = 12
_LONGEST_ACT = 160
_SAYS_WHAT = re.compile(rf"[{UPPER}][^\W\d_]*(?:\s+[^\W\d_]+){{3}}")
"""The beginning of a sentence, with words enough to say what is done."""
_OF_PAPER = re.compile(
    r"ảnh[^.;\n]{0,40}\s(?:chụp|không quá)[^.;\n0-9]{0,20}\s(?P<age>[0-9]{1,2})\s", re.IGNORECASE
)
"""The age of a photograph, in months."""
_NO_STAGE = re.compile(
    r"đối chiếu (?:tiền|hàng|sổ)|hỗ trợ không quá|có thời hạn từ|giảm mức"
    r"|bổ sung, hoàn thiện|lưu giữ|ghi chú vào|niêm yết|bảo quản"
    r"|thời gian (?:hỗ trợ|hưởng|thử việc|thực hành)",
    re.IGNORECASE,
)
"""What is no work on a file: books that are kept, help that lasts, papers that are put right."""

_OFFICE = re.compile(
    r"(?:ngày|khi)? ?(?:tiếp )?nhận (?:được |đủ )*hồ sơ|ngày ghi trên thông báo tiếp nhận"
)
"""The start of what an office does, whatever else the words say."""

Found = tuple[Reading[TimeLimit] | None, list[Reading[TimeCase]], tuple[Reading[TimeStage], ...]]
_Said = tuple[Statement, Text]


def limits_of_steps(version: Version, vague: float | None) -> Found:
    """A base, cases or stages out of the steps; `vague` is a recorded figure without a unit.

    One limit of the whole is likely; several are stages, and which of them counts is unsure.
    """
    said = [
        (one, text)
        for number, step in enumerate(version.steps.items)
        if step.text
        for text in [Text(("steps", "items", number, "text"), step.text)]
        for one in statements_in(step.text)
        if _is_work(one) and not one.refused
        if one.limit.unit != "year" and one.limit.length != ((0.0, "hour"),)
    ]
    if vague is not None and vague != 1:
        found = _with_unit(said, vague)
        if found:
            return found, [], ()
    whole = [pair for pair in said if pair[0].role is Role.WHOLE and _from_receipt(pair[0])]
    open_ones = [pair for pair in whole if not pair[0].case and not pair[0].area]
    if len({one.limit.length for one, _ in open_ones}) == 1 and _is_alone(open_ones, said):
        one, text = open_ones[0]
        return Reading(one.limit, Certainty.LIKELY, (text.evidence(one),)), [], ()
    results = [pair for pair in whole if RESULT.search(pair[0].act) and not pair[0].area]
    results = [pair for pair in results if not leads_to_no_result(pair[0])]
    if not open_ones and len(results) == 1 and not _names_applicant(results[0], said):
        one, text = results[0]
        return Reading(one.limit, Certainty.LIKELY, (text.evidence(one),)), [], ()
    if whole and not open_ones and len(whole) == len(said) and all(map(_is_case, whole)):
        return None, [_case(one, text) for one, text in whole], ()
    stages = [pair for pair in said if not leads_to_no_result(pair[0])] or said
    stages = [pair for pair in stages if _is_of_file(*pair)]
    return None, [], tuple(_stage(one, text) for one, text in _different(stages)[:_MOST_STAGES])


def rival_of_steps(version: Version, limit: TimeLimit) -> tuple[TimeLimit, Evidence] | None:
    """The same number in the steps, but days for working days or the other way round.

    None as soon as one step gives the recorded unit.
    """
    if limit.unit not in ("day", "working_day") or limit.then:
        return None
    pattern = _days_of(limit.value)
    texts = [(n, step.text) for n, step in enumerate(version.steps.items) if step.text]
    found = [(n, text, match) for n, text in texts for match in pattern.finditer(text)]
    if any(bool(match["working"]) == (limit.unit == "working_day") for *_, match in found):
        return None
    for number, words in {number: words for number, words, _ in found}.items():
        text = Text(("steps", "items", number, "text"), words)
        for one in statements_in(words):
            if one.limit.value == limit.value and _is_rival(one):
                return one.limit, text.evidence(one)
    return None


def with_start_of_steps(version: Version, base: Reading[TimeLimit]) -> Reading[TimeLimit]:
    """A recorded limit with the event from which the steps let it run, where that comes later.

    As it is where the steps give the same length another start, or that of receipt.
    """
    found = [
        (one, text.evidence(one))
        for number, step in enumerate(version.steps.items)
        for text in [Text(("steps", "items", number, "text"), step.text or "")]
        for one in statements_in(text.text)
        if one.limit.length == base.value.length and one.role in _WORK and not one.refused
    ]
    starts = {one.limit.start for one, _ in found}
    start = starts.pop() if len(starts) == 1 else None
    is_late = start and (_LATE_START.search(start) or not _FROM_FILE.search(start))
    is_late = is_late and not _OF_FILE.match(start or "")
    if start is None or not is_late or any(map(_is_of_applicants, (one for one, _ in found))):
        return base
    return replace(
        base, value=replace(base.value, start=start), evidence=(*base.evidence, found[0][1])
    )


def _is_of_applicants(one: Statement) -> bool:
    """Whether a limit is told for some applicants, before it, and not for what is found later."""
    return bool(one.case and CONDITION.search(one.case)) and "không bị" not in (one.case or "")


def _is_rival(one: Statement) -> bool:
    start = one.limit.start or ""
    runs = _RECEIPT.search(start) and not LATER.search(start)
    anyone = not one.case or _STEP.fullmatch(one.case)
    runs = runs or (not start and one.role is Role.WHOLE)
    return one.role in _WORK and bool(anyone) and not one.refused and bool(runs)


@lru_cache(maxsize=256)
def _days_of(value: float) -> re.Pattern[str]:
    number = f"{value:g}".replace(".", "[.,]")
    return re.compile(
        rf"(?<![0-9.,])0?{number}\)?\s*(?:\([^()]{{1,30}}\)\s*)?ngày"
        r"(?P<working>\s+(?:\([^()]{1,30}\)\s{0,9}(?:ngày\s{1,9})?)?làm\s+việc)?",
        re.IGNORECASE,
    )


def _names_applicant(result: _Said, said: list[_Said]) -> bool:
    """Whether the case of a result tells applicants apart, or other work stands beside it."""
    case = (result[0].case or "").rpartition(" – ")[2]
    own = CONDITION.match(case) and not USUAL.match(case)
    others = [pair for pair in said if pair is not result and not leads_to_no_result(pair[0])]
    return bool(own or others)


def _is_case(pair: _Said) -> bool:
    """Whether a limit is clearly one of a case: named as such, and from receipt of the file."""
    one = pair[0]
    return bool((one.area or _is_condition(one)) and one.limit.start)


def _is_condition(one: Statement) -> bool:
    return bool(one.case and CONDITION.match(one.case))


def _from_receipt(one: Statement) -> bool:
    return one.limit.start is None or bool(_RECEIPT.search(one.limit.start))


def _is_alone(open_ones: list[_Said], said: list[_Said]) -> bool:
    """Whether no stage of another length stands beside the limit."""
    lengths = {one.limit.length for one, _ in said if one.role is Role.STAGE or not one.case}
    return lengths <= {open_ones[0][0].limit.length}


def _with_unit(said: list[_Said], value: float) -> Reading[TimeLimit] | None:
    """The recorded figure with the unit that the steps give the same figure."""
    same = [pair for pair in said if pair[0].limit.value == value and _is_plain(pair[0].limit)]
    if len({one.limit.unit for one, _ in same}) != 1:
        return None
    one, text = same[0]
    return Reading(one.limit, Certainty.LIKELY, (text.evidence(one),))


def _is_of_file(one: Statement, text: Text) -> bool:
    """Whether a stage is work of an office on a file."""
    ages = (float(found["age"]) for found in _OF_PAPER.finditer(text.text, *one.span))
    if one.limit.unit == "month" and one.limit.value in ages:
        return False
    return not _NO_STAGE.search(one.act) and not is_own_task(one.act)


def _is_plain(limit: TimeLimit) -> bool:
    return limit.then is None and not (limit.start and LATER.search(limit.start))


def stages_of_rows(rows: Iterable[TimeRow]) -> tuple[Reading[TimeStage], ...]:
    """The stages that the words of the channels give, where they give no limit of the whole."""
    found: dict[TimeStage, Reading[TimeStage]] = {}
    for row in rows:
        for one, where in row.stages[:_MOST_STAGES]:
            value = TimeStage(_stage_name(one, where), one.limit)
            found.setdefault(value, Reading(value, Certainty.UNSURE, (where,)))
    return tuple(found.values())


def _is_work(one: Statement) -> bool:
    if one.role in (Role.WHOLE, Role.STAGE):
        return True
    start = one.limit.start or ""
    return one.role in (Role.APPLICANT, Role.TAX) and _OFFICE.match(start) is not None


def _different(said: list[_Said]) -> list[_Said]:
    return list(
        {(one.limit.length, one.case): (one, text) for one, text in reversed(said)}.values()
    )[::-1]


def _case(one: Statement, text: Text) -> Reading[TimeCase]:
    kind = CaseKind.AREA if one.area else CaseKind.CASE
    case = _case_of_line(one, text.text) or one.case
    name = one.area or case or ""
    within = case if one.area else None
    value = TimeCase(kind, name, one.limit, within=within)
    return Reading(value, Certainty.LIKELY, (text.evidence(one),))


def _case_of_line(one: Statement, text: str) -> str | None:
    """The condition that opens the line of a limit: it is nearer than the headings above."""
    start = text.rfind("\n", 0, one.span[1]) + 1
    match = _OPENS_LINE.match(text, start, one.span[1])
    return match["case"] if match and not USUAL.match(match["case"]) else None


def _stage(one: Statement, text: Text) -> Reading[TimeStage]:
    where = text.evidence(one)
    return Reading(TimeStage(_stage_name(one, where), one.limit), Certainty.UNSURE, (where,))


def _stage_name(one: Statement, where: Evidence) -> str:
    """The nearest heading of a stage, else what is done in it; its words where neither is said."""
    nearest = _STEP.sub("", (one.case or "").split(" – ")[-1]).strip(" .:")
    act = one.act[:_LONGEST_ACT] if _SAYS_WHAT.match(one.act) else ""
    return nearest or act or ("" if one.limit.start else where.words)
