"""Rules on decisions whose words, or kinds, are about another thing than their rows.

Decisions that were imported are as their source has them, and are not judged here.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from generator.findings.problem import Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import CONTENT_OF_A_DECISION, FORM_OF_A_DECISION
from generator.law.rules.traversal import whole_text
from generator.law.text import fold_text
from generator.records.decision import Decision, Row

_ABOUT = re.compile(r"bãi bỏ (?:các )?thủ tục(?: hành chính)? về (?P<matter>[^(:;,.]+)", re.I)
_PART_SAID = re.compile(
    r"\bphần (?P<part>thời hạn|phí|lệ phí|thành phần hồ sơ|hồ sơ|kết quả|trình tự|cách thức"
    r"|mẫu đơn|mẫu tờ khai|đối tượng|yêu cầu|căn cứ)\b",
    re.I,
)
_PARTS = {
    "thời hạn": "time",
    "phí": "fees",
    "lệ phí": "fees",
    "thành phần hồ sơ": "dossier",
    "hồ sơ": "dossier",
    "kết quả": "results",
    "trình tự": "steps",
    "cách thức": "channels",
    "mẫu đơn": "forms",
    "mẫu tờ khai": "forms",
    "đối tượng": "applicants",
    "yêu cầu": "conditions",
    "căn cứ": "legal_basis",
}
"""What a text calls a part, and the part that a row amends."""
_OF_PARTS = ("amend", "correct", "annul")
"""What rows do to parts of a text, where the rest goes on."""
_FEWEST_WORDS = 3
"""Words of a title that is not said in passing."""


def _abolishes_another_matter(context: Context) -> Iterator[Breach]:
    """What a decision that abolishes one procedure is about is said in that procedure.

    It is asked of what another procedure of the field says.
    """
    for file, decision in context.requested_records("decision"):
        about = _ABOUT.search(decision.title) if decision.source is None else None
        row = decision.rows[0] if len(decision.rows) == 1 else None
        code = row.procedure if row and row.action == "abolish" else None
        matter = about["matter"].strip() if about else ""
        if (
            matter
            and code
            and not _says(context, code, matter)
            and _is_beside(context, code, matter)
        ):
            yield at(file, "rows", 0, "procedure", found=context.titled(code), matter=matter)


def _is_beside(context: Context, code: str, matter: str) -> bool:
    """Whether another procedure of the field of one says a matter."""
    known = context.catalogue.procedures
    field = known[code].field if code in known else None
    near = (key for key, one in known.items() if key != code and one.field == field)
    return any(_says(context, key, matter) for key in near)


def _says(context: Context, code: str, matter: str) -> bool:
    """Whether a procedure says the words with which a matter begins."""
    first = tuple(re.findall(r"\w+", fold_text(matter))[:2])
    return len(first) < 2 or first in _pairs(_all_said(context, code))


def _all_said(context: Context, code: str) -> str:
    """All that the versions of a procedure say, and how people call it."""
    procedure = context.catalogue.procedures.get(code)
    versions = context.catalogue.versions.get(code, ())
    records = (*versions, *((procedure,) if procedure else ()))
    return " ".join(whole_text(one) for one in records)


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(re.findall(r"\w+", fold_text(text))))


def _title_of_another_procedure(context: Context) -> Iterator[Breach]:
    """A title that holds the whole title of a procedure is that of a decision about it."""
    titles: dict[str, str] = {}
    for file, decision in context.requested_records("decision"):
        if decision.source is not None or not decision.rows:
            continue
        titles = titles or _titles(context)
        words = f" {_bare(decision.title)} "
        named = {code for title, code in titles.items() if f" {title} " in words}
        own = {code for row in decision.rows for code in _codes(row)}
        if named and not named & own and not any(_shares(code, words, context) for code in own):
            found = context.titled(min(named))
            yield at(file, "title", found=found, rows=", ".join(map(context.titled, sorted(own))))


def _titles(context: Context) -> dict[str, str]:
    """The procedures by their titles of some words, folded; none of a title that two have."""
    found: dict[str, str] = {}
    for code, refs in context.catalogue.version_refs.items():
        for title in {_bare(ref.header.title) for ref in refs}:
            if len(title.split()) >= _FEWEST_WORDS:
                found[title] = "" if title in found else code
    return {title: code for title, code in found.items() if code}


def _shares(code: str, words: str, context: Context) -> bool:
    """Whether a title says a telling pair of the words of a procedure."""
    titles = [one.header.title for one in context.catalogue.version_refs.get(code, ())]
    return any(_pairs(_object(title)) & _pairs(words) for title in titles)


@cache
def _object(title: str) -> str:
    """A title without the act at its beginning, which many have."""
    return re.sub(r"\A(?:đăng ký|cấp|đổi|cấp lại|xác nhận|thông báo)\b", "", title, flags=re.I)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold_text(text)))


def _codes(row: Row) -> tuple[str, ...]:
    return (*row.procedures, *(target.procedure for target in row.published))


def _internal_alone(decision: Decision) -> Iterator[Breach]:
    """A decision that only approves internal processes changes nothing that people read."""
    if decision.kinds != ("internal_process",):
        return
    for position, row in enumerate(decision.rows):
        others = set(row.amended_parts) - {"internal_process"}
        if row.action in ("publish", "replace", "abolish") or others:
            action = Wording((f"action.{row.action}",))
            yield here("kinds", 0, action=action, row=row.id or position + 1)
            return


def _other_part_in_words(decision: Decision) -> Iterator[Breach]:
    """The part of an older decision that is said to be replaced is amended by some row."""
    amended = {part for row in decision.rows for part in row.amended_parts}
    amends = bool(amended) and all(row.action in _OF_PARTS for row in decision.rows)
    for position, one in enumerate(decision.replaces_decisions if amends else ()):
        said = [_PARTS[told["part"].lower()] for told in _PART_SAID.finditer(one.text or "")]
        if said and amended.isdisjoint(said):
            found = Wording(tuple(f"legal_part.{part}" for part in said))
            parts = Wording(tuple(f"legal_part.{part}" for part in sorted(amended)))
            yield here("replaces_decisions", position, "text", found=found, parts=parts)


_WARNING = Severity.WARNING
_DECISION = ("decision",)
RULES = (
    Rule(
        "QD237",
        _WARNING,
        CONTENT_OF_A_DECISION,
        _abolishes_another_matter,
        needs=("procedure", "version"),
        per_file=True,
    ),
    Rule(
        "QD238",
        _WARNING,
        FORM_OF_A_DECISION,
        _title_of_another_procedure,
        needs=("version",),
        per_file=True,
    ),
    Rule("QD239", _WARNING, CONTENT_OF_A_DECISION, _internal_alone, _DECISION, written_here=True),
    Rule(
        "QD240", _WARNING, CONTENT_OF_A_DECISION, _other_part_in_words, _DECISION, written_here=True
    ),
)
