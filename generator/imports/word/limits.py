"""Time limits as annexes print them: a base, areas and cases of their own, what is added."""

import re
from dataclasses import dataclass, field

from generator.law.text import fold_text
from generator.records.stated import ChannelTime, LimitAddition, LimitCase
from generator.records.version import LateSubmission

UNITS_IN_WORDS = {
    "ngay lam viec": "working_day",
    "ngay": "day",
    "gio lam viec": "hour",
    "gio": "hour",
    "thang": "month",
    "nam": "year",
}
_LENGTH = re.compile(
    r"(?<![\d/.,])(?<!ngày )(?<!tháng )(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:\([^()\d]{1,20}\)\s*)?"
    r"(ngày\s+làm\s+việc|ngày|giờ\s+làm\s+việc|giờ|tháng|năm)(?!\s*\d|\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[()\n]|(?<=[a-zà-ỹ)])[.](?=\s|\Z)|;(?=\s*(?:đối với|trường hợp|riêng)\b)", re.I
)
_AREA = re.compile(r"vùng núi|miền núi|hải đảo|biên giới|vùng sâu|khó khăn", re.IGNORECASE)
_CASE = re.compile(r"\A\W*(?:đối với|trường hợp|riêng|nếu)\b", re.IGNORECASE)
_ITEM = re.compile(r"[;,]\s")
_MORE = re.compile(r"tăng thêm|cộng thêm|\bthêm\b|chưa (?:bao gồm|kể)|không (?:bao gồm|kể)", re.I)
_LATE = re.compile(
    r"sau\s+(\d{1,2})\s*(?:giờ|h)\s*(\d{2})?[^.;()]*(?:ngày làm việc )?tiếp theo", re.I
)
_REASONS = (
    ("tax", r"thue|nghia vu tai chinh"),
    ("posting", r"niem yet|dang tin|cong khai"),
    ("survey", r"do dac|thuc dia"),
    ("consultation", r"lay y kien|y kien"),
    ("verification", r"xac minh|giam dinh|tham tra"),
    ("completion", r"bo sung ho so|hoan thien"),
)
_TAIL = re.compile(
    r"[\s:,–-]*(?:thì\s+)?(?:thời (?:gian|hạn)\s+(?:thực hiện|giải quyết)\s*)?(?:là\s*|trong\s*)?"
    r"(?:không quá\s*|tối đa\s*)?\Z",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\A\W*(?:thời (?:gian|hạn) (?:giải quyết|thực hiện)\s*)?", re.IGNORECASE)


@dataclass(slots=True)
class _FoundLimits:
    plain: list[tuple[float, str, str]] = field(default_factory=list)
    cases: list[LimitCase] = field(default_factory=list)
    additions: list[LimitAddition] = field(default_factory=list)


def read_limits(text: str) -> ChannelTime:
    """The time limit that some words lay down; the words stay in `text`.

    A limit that holds for some readers only is never the base. `value` is None when there is none,
    and when several are given, each for a matter of its own.
    """
    spaced = "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    found = _FoundLimits()
    for clause in _CLAUSE.split(_LATE.sub(" ", spaced)):
        several = len(_LENGTH.findall(clause or "")) > 1
        for item in _ITEM.split(clause) if several else (clause or "",):
            _take_clause(item, found)
    lengths = {one[:2] for one in found.plain}
    value, unit = lengths.pop() if len(lengths) == 1 else (None, "other")
    if len(found.plain) > 1 and value is None:
        found.cases[:0] = [_matter(one, n) for n, one in enumerate(found.plain, 1)]
    return ChannelTime(
        value=value,
        unit=unit,
        text=text.strip() or "TODO",
        cases=tuple(found.cases),
        additions=tuple(found.additions),
    )


def _take_clause(clause: str, found: _FoundLimits) -> None:
    lengths = list(_LENGTH.finditer(clause))
    if not lengths:
        return
    last = lengths[-1]
    value = float(last[1].replace(",", "."))
    unit = UNITS_IN_WORDS[" ".join(fold_text(last[2]).split())]
    name = _HEAD.sub("", _TAIL.sub("", clause[: last.start()])).strip(" :,-")
    words = clause.strip()
    if _MORE.search(clause[: last.start()]):
        reason = next(
            (key for key, known in _REASONS if re.search(known, fold_text(words))), "other"
        )
        place = f"th{len(found.additions) + 1}"
        counted = False if re.search(r"(?:tăng |cộng )?thêm", clause, re.IGNORECASE) else None
        found.additions.append(
            LimitAddition(
                id=place, reason=reason, value=value, unit=unit, text=words, counted=counted
            )
        )
    elif _AREA.search(clause) or (_CASE.search(clause) and name):
        kind = "area" if _AREA.search(clause) else "case"
        place = f"tr{len(found.cases) + 1}"
        found.cases.append(
            LimitCase(id=place, kind=kind, name=name or words, value=value, unit=unit)
        )
    else:
        found.plain.append((value, unit, name or words))


def _matter(plain: tuple[float, str, str], number: int) -> LimitCase:
    """One of several limits that are each said of a matter: none of them is the usual one."""
    value, unit, name = plain
    return LimitCase(id=f"v{number}", kind="case", name=name, value=value, unit=unit)


def read_late_submission(text: str) -> LateSubmission | None:
    """After which hour a dossier counts from the next working day; None when nothing says so."""
    found = _LATE.search(text)
    if not found or int(found[1]) > 23:
        return None
    return LateSubmission(after=f"{int(found[1]):02}:{found[2] or '00'}", text=found[0].strip())
