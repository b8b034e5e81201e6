"""Rules on the words of a decision that its rows and days contradict.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.dates import dates_in
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import FORM_OF_A_DECISION, LAWMAKING, PRACTICE, WHO_PUBLISHES
from generator.law.spelled_numbers import read_spelled_number
from generator.law.succession import followers
from generator.law.text import excerpt, fold_text
from generator.records.decision import Decision
from generator.records.registers import Agency

_ACTS = (
    (re.compile(r"\bbãi bỏ\b", re.I), frozenset(("abolish", "replace"))),
    (re.compile(r"\bmới ban hành\b|\b(?:công bố|ban hành) mới\b", re.I), frozenset(("publish",))),
    (re.compile(r"\bđính chính\b", re.I), frozenset(("correct",))),
    (re.compile(r"\bhủy (?:bỏ )?(?:việc |một phần )?công bố\b", re.I), frozenset(("annul",))),
)
"""What a title says that a decision does, and the rows of which one does it.

Not what is amended or replaced: such titles stand over rows of every action.
"""
_COUNTED = re.compile(
    r"(?<![\w./])(?P<count>[0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"(?: \([^()]*\))? thủ tục\b",
    re.I,
)
_MINISTRY = re.compile(r"\b(?:chức năng )?quản lý(?: nhà nước)? của (Bộ [^,;:.()]+)")
_PROVINCE = re.compile(
    r"(?:đặc thù|trên địa bàn|của (?:ủy|uỷ) ban nhân dân|của UBND)(?: của)? "
    r"((?:tỉnh|thành phố) (?:[A-ZĐÀ-Ỵ]\w*(?:[ -](?=[A-ZĐÀ-Ỵ]))?)+)"
)
_TITLED = re.compile(r"(?:ông|bà|đ/c|đồng chí|ts\.?|ths\.?)\s", re.I)
_POST = re.compile(
    r"(?:phó )?(?:chủ tịch|bộ trưởng|thứ trưởng|giám đốc|chánh|cục trưởng|vụ trưởng)\b"
    r"|phó (?:bộ trưởng|thủ tướng)",
    re.I,
)
_FROM = re.compile(r"có hiệu lực(?: thi hành)?(?: kể)? từ(?: ngày)?\s*\Z|hiệu lực:?\s*\Z", re.I)
_WHOLLY = re.compile(r"\btoàn bộ\b", re.I)
_PARTLY = re.compile(r"\b(?:một )?phần\b|\bđiều \d|\bphụ lục\b", re.I)


def _act_of_the_title(decision: Decision) -> Iterator[Breach]:
    """One thing at least that the title says that the decision does is done by a row."""
    done = {row.action for row in decision.rows}
    said = [(found[0], acts) for one, acts in _ACTS if (found := one.search(decision.title))]
    if said and done and not any(done & acts for _, acts in said):
        words, actions = said[0]
        acts = Wording(tuple(f"action.{one}" for one in sorted(actions)))
        yield here("title", found=words, wanted=acts)


def _count_of_the_title(decision: Decision) -> Iterator[Breach]:
    """A number of procedures in the title is that of some rows."""
    rows = decision.rows
    counts = {len(rows), len({code for row in rows for code in row.procedures})}
    actions = {row.action for row in rows}
    counts |= {sum(row.action == one for row in rows) for one in actions}
    for part in ("replaces", "by"):
        counts |= {sum(len(getattr(row, part)) for row in rows)}
        counts |= {len(getattr(row, part)) for row in rows}
    for said in _COUNTED.finditer(decision.title) if rows else ():
        count = said["count"]
        number = int(count) if count.isdigit() else read_spelled_number(count)
        if number not in counts:
            yield here("title", found=said[0], rows=len(rows))


def _title_of_another_agency(context: Context) -> Iterator[Breach]:
    """The ministry or province that a title is about is that of the agency which signs."""
    agencies = context.catalogue.agencies
    for file, decision in context.requested_records("decision"):
        agency = agencies.get(decision.agency) if decision.source is None else None
        pattern = {"central": _MINISTRY, "province": _PROVINCE}.get(
            agency.level or "" if agency else ""
        )
        named = pattern.search(decision.title) if pattern else None
        if agency and named and not _is_about(named[1], agency):
            because = {BECAUSE: context.catalogue.path("agency", agency.id)}
            yield at(file, "title", found=named[1].strip(), agency=agency.name, **because)


def _is_about(name: str, agency: Agency) -> bool:
    """Whether a name is the agency's, or its place's; more words may stand behind it."""
    said, own = fold_text(name), fold_text(f"{agency.name} {agency.short_name or ''}")
    words = said.split()
    return any(" ".join(words[:count]) in own for count in range(2, len(words) + 1))


def _no_name_of_a_person(decision: Decision) -> Iterator[Breach]:
    """The signer is named by family name and given name, without a title or post."""
    name = (decision.signer.name or "").strip()
    wrong = len(name.split()) == 1 or _TITLED.match(name) or _POST.match(name)
    if name and (wrong or any(letter.isdigit() for letter in name)):
        yield here("signer", "name", found=name)


def _local_ground(context: Context) -> Iterator[Breach]:
    """No ministry acts on the ground of what one locality resolved."""
    catalogue = context.catalogue
    for file, decision in context.requested_records("decision"):
        agency = catalogue.agencies.get(decision.agency)
        if decision.source is not None or agency is None or agency.level != "central":
            continue
        for pointer, key in _grounds_of(decision):
            document = catalogue.documents.get(key)
            if document and re.search(r"(?:HĐND|UBND)\Z", document.number):
                because = {BECAUSE: catalogue.path("legal-document", key)}
                yield at(file, *pointer, found=document.number, agency=agency.name, **because)


def _grounds_of(decision: Decision) -> Iterator[tuple[Pointer, str]]:
    yield from ((("grounds", place), key) for place, key in enumerate(decision.grounds))
    for position, row in enumerate(decision.rows):
        for place, key in enumerate(row.grounds):
            yield ("rows", position, "grounds", place), key


def _replaces_of_another(context: Context) -> Iterator[Breach]:
    """A decision is replaced by who made it, who took over from it, or who stands above it."""
    catalogue = context.catalogue
    for file, decision in context.requested_records("decision"):
        for position, one in enumerate(decision.replaces_decisions if not decision.source else ()):
            old = catalogue.decisions.get(one.decision)
            if old and not _may_replace(decision.agency, old.agency, context):
                names = [catalogue.agencies[key].name for key in (old.agency, decision.agency)]
                values = {"found": old.number, "maker": names[0], "agency": names[1]}
                place = ("replaces_decisions", position, "decision")
                yield at(file, *place, **{BECAUSE: catalogue.path("decision", old.id)}, **values)


def _may_replace(agency: str, maker: str, context: Context) -> bool:
    agencies = context.catalogue.agencies
    if agency not in agencies or maker not in agencies:
        return True
    heirs = followers(maker, agencies)
    return agency in heirs or bool({agencies[key].parent for key in heirs} & {agency})


def _extent_in_words(decision: Decision) -> Iterator[Breach]:
    """A decision that is replaced in part is not said to be replaced whole, nor the other way."""
    for position, one in enumerate(decision.replaces_decisions):
        text = one.text or ""
        full = one.extent == "full"
        pattern, contrary = (_PARTLY, _WHOLLY) if full else (_WHOLLY, _PARTLY)
        proper = "partial" if full else "full"
        if pattern.search(text) and not contrary.search(text):
            place = ("replaces_decisions", position, "extent")
            yield here(*place, found=one.extent, proper=proper, text=excerpt(text, 0))


def _effect_in_words(decision: Decision) -> Iterator[Breach]:
    """A day of effect that a note names is the day of the record, where it has one."""
    days = {decision.effective, *(row.effective for row in decision.rows)} - {None}
    for pointer, text in _notes_of(decision):
        for written in dates_in(text):
            start = text.find(written.text)
            says = _FROM.search(text[:start]) or _FROM.search(f"{text[:start]}ngày")
            known = _own_day(decision, pointer)
            right = {known} if known else days
            if says and written.day and right and written.day not in right:
                yield here(*pointer, found=Wording(day=written.day), other=Wording(day=known))


def _own_day(decision: Decision, pointer: Pointer) -> date | None:
    """The day of effect of the row that a note belongs to, else of the decision."""
    row = decision.rows[int(pointer[1])] if pointer[0] == "rows" else None
    return (row.effective if row else None) or decision.effective


def _notes_of(decision: Decision) -> Iterator[tuple[Pointer, str]]:
    yield ("title",), decision.title
    yield ("note",), decision.note or ""
    for position, row in enumerate(decision.rows):
        yield ("rows", position, "note"), row.note or ""


def _ground_of_another_title(context: Context) -> Iterator[Breach]:
    """The one text of law that a title names is the ground of every row, if it is of some."""
    documents = {one.number: key for key, one in context.catalogue.documents.items()}
    for file, decision in context.requested_records("decision"):
        named = set(_CITED.findall(decision.title)) if decision.source is None else set()
        key = documents.get(named.pop()) if len(named) == 1 else None
        rows = [row.grounds for row in decision.rows]
        if key is None or key not in decision.grounds or not any(key in one for one in rows):
            continue
        for position, grounds in enumerate(rows):
            if grounds and key not in grounds:
                known = context.catalogue.documents
                found = known[grounds[0]].number if grounds[0] in known else grounds[0]
                place = ("rows", position, "grounds", 0)
                yield at(file, *place, found=found, wanted=known[key].number)


_CITED = re.compile(r"quy định tại (?:[^\W\d_]+ ){1,3}số ([0-9]{1,4}/[12][0-9]{3}/[A-ZĐ][\wĐ-]*)")
_WARNING = Severity.WARNING
_DECISION = ("decision",)
RULES = (
    Rule("QD227", _WARNING, FORM_OF_A_DECISION, _act_of_the_title, _DECISION, written_here=True),
    Rule("QD228", _WARNING, FORM_OF_A_DECISION, _count_of_the_title, _DECISION, written_here=True),
    Rule("QD229", _WARNING, FORM_OF_A_DECISION, _title_of_another_agency, per_file=True),
    Rule("QD230", _WARNING, PRACTICE, _no_name_of_a_person, _DECISION, written_here=True),
    Rule("QD231", _WARNING, LAWMAKING, _local_ground, per_file=True),
    Rule("QD232", _WARNING, WHO_PUBLISHES, _replaces_of_another, per_file=True),
    Rule("QD236", _WARNING, LAWMAKING, _ground_of_another_title, per_file=True),
    Rule("QD233", _WARNING, PRACTICE, _extent_in_words, _DECISION, written_here=True),
    Rule("QD234", _WARNING, PRACTICE, _effect_in_words, _DECISION, written_here=True),
)
