"""Rules on steps: what they tell of time, fees, sets and order agrees with the record.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections.abc import Iterator
from math import inf

from generator.findings.problem import Pointer, Severity
from generator.law.durations import DURATION_UNITS, Length, length_of
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import DOSSIER, FEES, ONE_STOP, PRACTICE, TIME_LIMITS
from generator.law.text import excerpt
from generator.records.stated import Duration
from generator.records.version import Version

_WITHIN = re.compile(
    r"\b(?:trong(?: thời hạn| vòng| thời gian)?(?: không quá| tối đa)?|không quá|chậm nhất(?: là)?)"
    r"\s+(?P<value>[0-9]{1,3})\s*(?:\([^()]*\)\s*)?"
    rf"(?P<unit>{'|'.join(DURATION_UNITS)})\b(?! (?:trước|tuổi|gần nhất))",
    re.I,
)
_OF_OTHERS = re.compile(
    r"niêm yết|bổ sung|hoàn thiện|gia hạn|thông báo (?:cho|bằng|về|lý do|bổ)"
    r"|công dân|người (?:nộp|dân|yêu cầu|đến|đề nghị)"
    r"|nghĩa vụ tài chính|thuế|xác minh|lấy ý kiến|trường hợp|nếu |tổ chức, cá nhân|\btàu\b"
    r"|(?:kể|tính) từ (?!(?:\w+ ){0,4}?(?:nhận|thụ lý))",
    re.I,
)
"""Words of a sentence whose time is not, or not always, a part of the handling."""
_PAID = re.compile(
    r"\b(?:lệ phí|phí|nộp|thu)\b[^.;]{0,40}?(?<![\d.,])(?P<sum>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)\s*"
    r"(?:đồng|đ\b|vnđ)",
    re.I,
)
_SETS = re.compile(
    r"\b(?:nộp|gửi|lập|chuẩn bị)\b[^.;]{0,30}?\b(?P<count>0?[1-9]|một|hai|ba)\s*(?:\([^()]*\)\s*)?"
    r"bộ hồ sơ",
    re.I,
)
_SPELLED = {"một": 1, "hai": 2, "ba": 3}
_BY_POST = re.compile(
    r"\b(?:nộp|gửi (?:hồ sơ|đơn|tờ khai))\b[^.;]{0,80}?"
    r"\b(?:qua|bằng|theo)\b[^.;,]{0,30}?(?:bưu chính|bưu điện)",
    re.I,
)
_NUMBERED = re.compile(r"\W*bước (?P<number>[0-9]{1,2})\b", re.I)
_NUMBERED_INSIDE = re.compile(r"(?im)(?:^|[.;])\W{0,9}bước ([0-9]{1,2})\b")
_RECEIVING = re.compile(r"tiếp nhận\b", re.I)
_HANDING_OUT = re.compile(r"(?:ký(?:,| và)? )?trả (?:kết quả|hồ sơ)", re.I)


def _texts(version: Version) -> Iterator[tuple[Pointer, str]]:
    for position, step in enumerate(version.steps.items):
        if step.text:
            yield ("steps", "items", position, "text"), step.text


def _longest(version: Version) -> dict[bool, float]:
    """The longest limit in working time, and in calendar days; absent kinds are unlimited."""
    lengths = [length_of(channel.time) for channel in version.channels.items]
    lengths += [length_of(case.time) for case in version.cases]
    extra = any(c.time.cases or c.time.additions for c in version.channels.items)
    if extra or None in lengths:
        return {}
    known = [one for one in lengths if one]
    kinds = {one.working for one in known}
    return {kind: max(o.amount for o in known if o.working == kind) for kind in kinds}


def _longer_than_the_limit(version: Version) -> Iterator[Breach]:
    """A step, or the steps together, take no longer than the limit."""
    limits = _longest(version)
    totals: dict[bool, float] = {}
    for pointer, text in _texts(version) if limits else ():
        for told, length in sorted(_lengths_in(text), key=lambda one: one[1].amount)[-1:]:
            total = totals[length.working] = totals.get(length.working, 0) + length.amount
            if total > limits.get(length.working, inf):
                yield here(
                    *pointer,
                    found=told,
                    total=_days(total, length),
                    limit=_days(limits[length.working], length),
                )
                return


def _days(amount: float, length: Length) -> str:
    unit = "ngày làm việc" if length.working else "ngày"
    return f"{Length(amount, length.working).days:g}".replace(".", ",") + f" {unit}"


def _lengths_in(text: str) -> Iterator[tuple[str, Length]]:
    if not any(unit in text for unit in ("ngày", "giờ", "tháng")):
        return
    for sentence in re.split(r"[.;\n]", text):
        found = None if _OF_OTHERS.search(sentence) else _WITHIN.search(sentence)
        if found:
            unit = DURATION_UNITS[found["unit"].lower()]
            length = length_of(Duration(value=float(found["value"]), unit=unit))
            if length:
                yield found[0], length


def _sum_of_no_fee(version: Version) -> Iterator[Breach]:
    """A sum that a step asks for is one of the fees."""
    fees = [fee for channel in version.channels.items for fee in channel.fees.items]
    amounts = {fee.amount for fee in fees if fee.amount}
    if any(fee.state in ("laid_down_elsewhere", "not_stated") for fee in fees):
        return
    if any(channel.fees.not_stated for channel in version.channels.items):
        return
    for pointer, text in _texts(version):
        for told in _PAID.finditer(text):
            if float(told["sum"].replace(".", "")) not in amounts:
                yield here(*pointer, found=told["sum"], text=excerpt(text, told.start()))
                return


def sets_in_steps(version: Version) -> str:
    """The words of a step that say how many sets are handed in; empty where none says it."""
    told = (_SETS.search(text) for _, text in _texts(version))
    return next((match[0] for match in told if match), "")


def _other_number_of_sets(version: Version) -> Iterator[Breach]:
    """A step asks for as many sets as the dossier has."""
    for pointer, text in _texts(version) if version.dossier.sets else ():
        told = _SETS.search(text)
        count = told["count"].lower() if told else ""
        said = _SPELLED.get(count) or int(count or 0)
        if told and said != version.dossier.sets:
            yield here(*pointer, found=said, sets=version.dossier.sets)
            return


def _post_without_a_channel(version: Version) -> Iterator[Breach]:
    """What a step lets people send by post can be submitted by post."""
    ways = {channel.method for channel in version.channels.items}
    silent = "postal" in ways or not ways or version.postal.receives_dossier
    for pointer, text in () if silent else _texts(version):
        told = _BY_POST.search(text)
        if told:
            yield here(*pointer, found=excerpt(text, told.start()))
            return


def _numbers_of_steps(version: Version) -> Iterator[Breach]:
    """Steps that are numbered in their words count one after another."""
    before = 0
    for position, step in enumerate(version.steps.items):
        key = "name" if step.name and _NUMBERED.match(step.name) else "text"
        told = _NUMBERED.match(getattr(step, key) or "")
        number = int(told["number"]) if told else before
        if told and number not in (1, before + 1, position + 1):
            yield here("steps", "items", position, key, found=number, wanted=before + 1)
            return
        texts = f"{step.name or ''}\n{step.text or ''}"
        before = max([number, *map(int, _NUMBERED_INSIDE.findall(texts))]) if told else before


def _order_of_the_process(version: Version) -> Iterator[Breach]:
    """A process begins with taking a dossier in and ends with handing out what was made."""
    items = version.internal_process.items
    for position, step in enumerate(items):
        phase = [one for one, other in enumerate(items) if other.phase == step.phase]
        late = _RECEIVING.match(step.name) and position not in phase[:2]
        early = _HANDING_OUT.match(step.name) and position not in phase[-2:]
        if len(phase) > 1 and (late or (early and len(phase) > 2)):
            yield here("internal_process", "items", position, "name", found=step.name)
            return


def _step_without_an_end(version: Version) -> Iterator[Breach]:
    """A step ends as the others do: with a mark, or nothing was copied of its end."""
    texts = [(pointer, text.rstrip()) for pointer, text in _texts(version)]
    whole = [one for one in texts if len(one[1].split()) >= _FEWEST_WORDS]
    open_ended = [one for one in whole if one[1][-1:].isalpha()]
    if len(texts) > _FEWEST_STEPS and len(open_ended) == 1:
        pointer, text = open_ended[0]
        yield here(*pointer, found=f"…{text[-_SHOWN:]}")


_SHOWN = 60
_FEWEST_WORDS = 8
"""Words of a step that is more than a heading."""
_FEWEST_STEPS = 2


def _decided_by_nobody(version: Version) -> Iterator[Breach]:
    """What has a result is decided by somebody."""
    if version.agencies.deciding.none and version.results.items:
        yield here("agencies", "deciding", "none", found=excerpt(version.results.items[0].name, 0))


_WARNING = Severity.WARNING
_VERSION = ("version",)
RULES = (
    Rule("PT156", _WARNING, TIME_LIMITS, _longer_than_the_limit, _VERSION, written_here=True),
    Rule("PT157", _WARNING, FEES, _sum_of_no_fee, _VERSION, written_here=True),
    Rule("PT158", _WARNING, DOSSIER, _other_number_of_sets, _VERSION, written_here=True),
    Rule("CQ843", _WARNING, ONE_STOP, _post_without_a_channel, _VERSION, written_here=True),
    Rule("TC324", _WARNING, PRACTICE, _numbers_of_steps, _VERSION, written_here=True),
    Rule("VS542", _WARNING, PRACTICE, _step_without_an_end, _VERSION, written_here=True),
    Rule("CQ851", _WARNING, PRACTICE, _decided_by_nobody, _VERSION, written_here=True),
    Rule("PT166", _WARNING, PRACTICE, _order_of_the_process, _VERSION, written_here=True),
)
