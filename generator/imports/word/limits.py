"""Time limits as annexes print them: a base, areas and cases of their own, what is added."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.imports.word.limit_doubts import is_doubtful, is_no_limit
from generator.imports.word.limit_statements import (
    AREA,
    CASE,
    LimitStatement,
    split_statements,
)
from generator.law.text import fold_text
from generator.records.registers import TODO
from generator.records.stated import ChannelTime, LimitAddition, LimitCase
from generator.records.version import LateSubmission

UNITS_IN_WORDS = {
    "ngay lam viec": "working_day",
    "ngay lam": "working_day",
    "ngay lv": "working_day",
    "ngay": "day",
    "gio lam viec": "hour",
    "gio": "hour",
    "thang": "month",
    "nam": "year",
}
_MORE = re.compile(r"tăng thêm|cộng thêm|\bthêm\b|chưa (?:bao gồm|kể)|không (?:bao gồm|kể)", re.I)
_ON_TOP = re.compile(r"(?:tăng |cộng )?thêm", re.IGNORECASE)
_PLUS = re.compile(r"(?:\bcộng|\+)\s*\Z", re.IGNORECASE)
_TOTAL = re.compile(r"tổng\b", re.IGNORECASE)
_BODY = re.compile(
    r"\A\W*(?:tại\s+|của\s+)?(?:sở|bộ|ubnd|hđnd|(?:ủy|uỷ) ban|hội đồng|văn phòng|chi cục|cục"
    r"|tổng cục|chi nhánh|trung tâm|phòng|ban quản lý|cơ quan|chủ tịch)\b",
    re.IGNORECASE,
)
"""An office by whose part of the work a length is named: its share of the whole time."""
_AFTER = re.compile(r"\bsau\b", re.IGNORECASE)
_MAY = re.compile(r"\bcó thể\b|\bkhông\b.{0,30}\bngay\b", re.IGNORECASE)
"""An office that may take until the next day settles no hour."""
_LATE = re.compile(
    r"sau\s+(\d{1,2})\s*(?:giờ|h)\s*(\d{2})?[^.;()]{0,300}(?:ngày làm việc )?tiếp theo", re.I
)
_REASONS = (
    ("tax", r"thue|nghia vu tai chinh"),
    ("posting", r"niem yet|dang tin|cong khai"),
    ("survey", r"do dac|thuc dia"),
    ("consultation", r"lay y kien|y kien"),
    ("verification", r"xac minh|giam dinh|tham tra"),
    ("completion", r"bo sung ho so|hoan thien"),
)


@dataclass(slots=True)
class _FoundLimits:
    cases: list[LimitCase] = field(default_factory=list)
    additions: list[LimitAddition] = field(default_factory=list)


def read_limits(text: str) -> ChannelTime:
    """The time limit that some words lay down; the words stay in `text`.

    A limit that holds for some readers only is never the base. `value` is None when there is none,
    when several are given, each for a matter of its own, and when the words cannot be taken apart
    with certainty: then there are no cases either.
    """
    whole = text.strip() or TODO
    sentences = _statements_in(text)
    every = [one for sentence in sentences for one in sentence]
    plain = [one for one in every if not _is_addition(one) and not _is_case(one)]
    total = _total_of(plain)
    if total:
        sentences = [[one for one in sentence if one not in plain] for sentence in sentences]
        plain = [total]
    if not _agree(plain) or _stages_in(every) or _are_shares(every):
        return ChannelTime(value=None, unit="other", text=whole)
    is_open = not total and (_are_matters(plain) or _is_one_of_several(plain, every))
    base = None if is_open else next(iter(plain), None)
    found = _cases_and_additions(sentences, base, [] if base is None else plain)
    value, unit = _length_of(base) if base else (None, "other")
    return ChannelTime(
        value=value,
        unit=unit,
        text=whole,
        cases=tuple(found.cases),
        additions=tuple(found.additions),
    )


def _cases_and_additions(
    sentences: Sequence[list[LimitStatement]],
    base: LimitStatement | None,
    left_out: Sequence[LimitStatement],
) -> _FoundLimits:
    """What sentences lay down beside the usual limit; `left_out` are other words for that one."""
    found = _FoundLimits()
    for sentence, before in zip(sentences, [[], *sentences], strict=False):
        matter = _matter_of(before, sentence, base)
        for one in sentence:
            if one not in left_out:
                _take_statement(one, matter, found)
    return found


def sum_of_stages(text: str) -> tuple[float, str] | None:
    """How long the stages take that words name one after the other, as a number and its unit.

    None where they name none, or in several units.
    """
    stages = _stages_in(one for sentence in _statements_in(text) for one in sentence)
    return _sum_of(stages) if stages else None


def _statements_in(text: str) -> list[list[LimitStatement]]:
    """The statements of each sentence that are limits; none of words that figures cannot say."""
    spaced = "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    bare = _LATE.sub(" ", spaced)
    sentences = None if is_doubtful(bare) else split_statements(bare)
    return [[one for one in sentence if _is_limit(one)] for sentence in sentences or ()]


def _is_limit(one: LimitStatement) -> bool:
    before, _, after = one.words.partition(one.number)
    return not is_no_limit(before, after)


def _stages_in(every: Iterable[LimitStatement]) -> list[LimitStatement]:
    """Matters of which one comes after another: their lengths add up and are no alternatives."""
    matters = _matters_in(every)
    is_sequence = len(matters) > 1 and any(_AFTER.search(one.before) for one in matters)
    return matters if is_sequence else []


def _are_shares(every: Sequence[LimitStatement]) -> bool:
    """Whether offices have a length each: one works after another, or each for its own filers."""
    own = _told_of_something(every)
    return len(own) > 1 and all(_BODY.match(one.before) for one in own)


def _told_of_something(every: Iterable[LimitStatement]) -> list[LimitStatement]:
    """The limits behind words on what they are of; an addition is none of its own."""
    return [one for one in every if one.before and not _is_addition(one)]


def _matters_in(every: Iterable[LimitStatement]) -> list[LimitStatement]:
    """The limits that are of a matter, and not of an area or a case."""
    own = _told_of_something(every)
    return [one for one in own if not (AREA.search(one.before) or CASE.match(one.before))]


def _total_of(plain: Sequence[LimitStatement]) -> LimitStatement | None:
    """The one that is called the sum of the others, and is."""
    total = [one for one in plain if _TOTAL.match(one.name)]
    parts = [one for one in plain if not _TOTAL.match(one.name)]
    is_sum = len(total) == 1 and parts and _sum_of(parts) == _length_of(total[0])
    return total[0] if is_sum else None


def _sum_of(parts: Sequence[LimitStatement]) -> tuple[float, str] | None:
    """How long some parts take together, as a number and its unit; None when units differ."""
    lengths = [_length_of(one) for one in parts]
    units = {unit for _, unit in lengths}
    return (sum(value for value, _ in lengths), units.pop()) if len(units) == 1 else None


def _matter_of(
    before: Sequence[LimitStatement],
    sentence: Sequence[LimitStatement],
    base: LimitStatement | None,
) -> str:
    """What a sentence goes on with: the one matter before it, or the case whose bracket it is."""
    if len(before) != 1 or before[0] is base or AREA.search(before[0].name):
        return ""
    bracketed = any(one.bracketed for one in sentence)
    return before[0].name if bracketed or not _is_case(before[0]) else ""


def read_limits_of_cases(cases: Iterable[tuple[str, str]]) -> ChannelTime:
    """The time of a row whose cases have a time each, from their names and their words.

    There is no usual limit then; what cannot be taken apart stays in the words alone.
    """
    given = [(name, text) for name, text in cases if text.strip()]
    limits: list[LimitCase] = []
    additions: list[LimitAddition] = []
    for name, text in given:
        read = read_limits(text)
        if read.value is not None:
            limits.append(LimitCase(kind="case", name=name, value=read.value, unit=read.unit))
        limits += [replace(one, name=f"{name} – {one.name}") for one in read.cases]
        additions += [replace(one, text=f"{name}: {one.text}") for one in read.additions]
    return ChannelTime(
        value=None,
        unit="other",
        text="\n".join(f"{name}: {text}" for name, text in given) or TODO,
        cases=tuple(replace(one, id=f"tr{n}") for n, one in enumerate(limits, 1)),
        additions=tuple(replace(one, id=f"th{n}") for n, one in enumerate(additions, 1)),
    )


def _is_addition(one: LimitStatement) -> bool:
    before = one.words[: one.words.find(one.number)]
    return bool(_MORE.search(before) or _PLUS.search(before))


def _is_case(one: LimitStatement) -> bool:
    return bool(AREA.search(one.name) or CASE.match(one.words) or one.condition)


def _are_matters(plain: Sequence[LimitStatement]) -> bool:
    """Whether several limits are each said of a matter: none of them is the usual one then."""
    return len(plain) > 1 and all(one.name for one in plain)


def _is_one_of_several(plain: Sequence[LimitStatement], every: Sequence[LimitStatement]) -> bool:
    """Whether the one limit without a condition is of a matter, and another matter has its own."""
    return len(_matters_in(every)) > 1 and bool(plain and plain[0].name)


def _agree(plain: Sequence[LimitStatement]) -> bool:
    """Whether limits without a condition are at most one, or each of a matter of its own."""
    if len(plain) > 1 and any(_TOTAL.match(one.name) for one in plain):
        return False
    if _are_matters(plain):
        return len({one.name for one in plain}) == len(plain)
    return len(plain) < 2 or len({(_length_of(one), one.name) for one in plain}) == 1


def _length_of(one: LimitStatement) -> tuple[float, str]:
    """The number and the unit of a limit, as records have them."""
    unit = UNITS_IN_WORDS[" ".join(fold_text(one.unit).split())]
    return float(one.number.replace(",", ".")), unit


def _take_statement(one: LimitStatement, matter: str, found: _FoundLimits) -> None:
    """Add a limit to the additions, else to the cases, with the next id among them."""
    if _is_addition(one):
        found.additions.append(_addition_of(one, f"th{len(found.additions) + 1}"))
    else:
        found.cases.append(_case_of(one, matter, f"tr{len(found.cases) + 1}"))


def _addition_of(one: LimitStatement, key: str) -> LimitAddition:
    value, unit = _length_of(one)
    folded = fold_text(one.words)
    reason = next((name for name, words in _REASONS if re.search(words, folded)), "other")
    counted = False if _is_on_top(one) else None
    return LimitAddition(
        id=key, reason=reason, value=value, unit=unit, text=one.words, counted=counted
    )


def _case_of(one: LimitStatement, matter: str, key: str) -> LimitCase:
    """The limit of an area, of that `matter` if there is one, or of a case."""
    value, unit = _length_of(one)
    kind = "area" if AREA.search(one.name) else "case"
    name = f"{matter} – {one.name}" if matter and kind == "area" else one.name or one.words
    return LimitCase(id=key, kind=kind, name=name, value=value, unit=unit)


def _is_on_top(one: LimitStatement) -> bool:
    return bool(_ON_TOP.search(one.words) or _PLUS.search(one.words[: one.words.find(one.number)]))


def read_late_submission(text: str) -> LateSubmission | None:
    """After which hour a dossier counts from the next working day; None when nothing says so."""
    found = _LATE.search(text)
    if not found or int(found[1]) > 23 or _MAY.search(found[0]):
        return None
    return LateSubmission(after=f"{int(found[1]):02}:{found[2] or '00'}", text=found[0].strip())
