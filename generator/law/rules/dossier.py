"""Rules on dossiers: what must be brought is listed, counted, and not already held."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import (
    DATA_FOR_PAPERS,
    DOSSIER,
    PARTS_OF_A_PROCEDURE,
    PERSONAL_PAPERS,
    PRACTICE,
    RESIDENCE_BOOKS,
)
from generator.law.rules.steps_told import sets_in_steps
from generator.law.rules.traversal import papers_of, whole_text
from generator.law.tables import held_by_the_state
from generator.law.text import excerpt
from generator.records.memoize import memoize_listed
from generator.records.stated import Stated
from generator.records.version import DossierGroup, Version

DATA_SINCE = date(2025, 11, 15)
_BOOKS_UNTIL = date(2023, 1, 1)

_COPY = r"bản (?:sao|chụp|photo|phô tô)(?: (?:có )?chứng thực| công chứng| hợp lệ)?(?: của)?"
_LISTED = r"\A\s*+(?:(?:[-–+•*]|\(?[0-9]+[.)])\s*+)?(?:0?1 )?"
_HELD = tuple(
    (re.compile(rf"{_LISTED}{_COPY} (?:{held.paper})", re.I), held.database)
    for held in held_by_the_state()
)
_COPIED = tuple(
    (re.compile(rf"{_LISTED}(?:{held.paper})(?:\s*\([^()]*\))?\s*\Z", re.I), held.database)
    for held in held_by_the_state()
)
"""The bare names of such papers: how many copies are wanted says that it is a copy."""
_PAPER = re.compile(
    r"(?:[-–+•*]|\(?[0-9a-zđ]{1,3}[.)])?\s*(?:Giấy|Đơn|Tờ khai|Bản|Văn bản|Biên bản|Báo cáo"
    r"|Quyết định|Hợp đồng|Phiếu|Danh sách|Hộ chiếu|Thẻ|Ảnh|Chứng chỉ|Sơ yếu)[^:\n]{0,200}\Z"
)
_SEVERAL = re.compile(
    r"(?:\b(?:và|hoặc|kèm|cùng)|[,;+]) +(?:bản (?:sao|chính) +)?(?:các +)?"
    r"(?:giấy|đơn|tờ khai|văn bản|biên bản|báo cáo|quyết định|hợp đồng|phiếu|danh sách|hộ chiếu"
    r"|thẻ|chứng chỉ)\b",
    re.I,
)
"""A second paper in the name of an item."""
_BOOKS = re.compile(rf"\W*(?:{_COPY} )?sổ (?:hộ khẩu|tạm trú)\b", re.IGNORECASE)
_FILLED_IN = re.compile(r"\W*tờ khai\b(?! hải quan)", re.I)
_NUMBERED_FORM = re.compile(
    r"(?:theo )?\bmẫu (?:số )?(?P<number>[0-9]+[0-9A-Za-zĐđ./-]*)(?![0-9])", re.IGNORECASE
)
_IDENTITY_PAPER = re.compile(
    r"(?:bản chính )?(?:giấy tờ tùy thân|giấy tờ tuỳ thân|(?:thẻ )?căn cước|hộ chiếu"
    r"|(?:giấy )?chứng minh nhân dân)(?! cũ)\b",
    re.I,
)
_EXCHANGE = re.compile(r"đổi|cấp lại|thu hồi|điều chỉnh|căn cước|hộ chiếu", re.I)
"""Titles of procedures in which such a paper is given back."""
_NOT_HELD = re.compile(
    r"không (?:có|tra cứu|khai thác)|chưa (?:được cấp|có)|chỉ thực hiện|nước ngoài"
    r"|thay (?:thế )?bằng dữ liệu",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"(?:khai thác|sử dụng)(?: được)?[^.\n]{0,20} (?:thông tin|dữ liệu)[^.\n]{0,160}"
    r"(?:để thay|thay thế|thay cho)(?: thành phần| giấy| bản sao| cho)"
    r"|không phải nộp[^.\n]{0,120}khai thác được",
    re.I,
)
"""How a procedure says that what databases hold is not handed in."""
_NOT_YET_HELD = re.compile(
    r"\b(?:nhập|trở lại) quốc tịch|\bđăng ký lại (?:khai sinh|kết hôn|khai tử)", re.I
)
"""Titles of procedures of people whose papers another state issued, or whose register is lost."""


def _held_by_the_state(context: Context) -> Iterator[Breach]:
    """A copy of what a database holds is looked up, not asked for."""
    if context.day < DATA_SINCE:
        return
    for published in context.requested_current_versions:
        for pointer, name, database in _held(published.version):
            values = {"found": name, "database": database, "said": _replaced(published.version)}
            kind = "several_papers" if _SEVERAL.search(name) else "one_paper"
            mend = Wording((f"hint.{kind}",), values={"database": database})
            yield at(published.file, *pointer, "name", mend=mend, **values)


@memoize_listed
def _held(version: Version) -> Iterator[tuple[Pointer, str, str]]:
    """The papers that a database holds: where they stand, their names, and the database."""
    if _NOT_YET_HELD.search(version.title):
        return
    for pointer, item in papers_of(version):
        if item.replaced_by_data or item.presented_only:
            continue
        copied = version.source is None and item.copies and not item.originals
        known = (*_HELD, *_COPIED) if copied else _HELD
        database = next((where for paper, where in known if paper.match(item.name)), None)
        if database and not _NOT_HELD.search(item.name):
            yield pointer, item.name, database


def _replaced(version: Version) -> Wording:
    """Words on a version that says elsewhere that data replace papers; none where it does not."""
    found = _REPLACED.search(whole_text(version))
    return Wording(("hint.replaced_elsewhere",) if found else ())


def _household_books(context: Context) -> Iterator[Breach]:
    """Paper household and temporary-residence books are void since 2023."""
    for published in context.requested_current_versions:
        begun = published.decided
        if (begun and begun < _BOOKS_UNTIL) or not published.touches("dossier"):
            continue
        for pointer, name in _books(published.version):
            yield at(published.file, *pointer, "name", found=name)


@memoize_listed
def _books(version: Version) -> Iterator[tuple[Pointer, str]]:
    for pointer, item in papers_of(version):
        if _BOOKS.match(item.name):
            yield pointer, item.name


def _no_copies(version: Version) -> Iterator[Breach]:
    """A paper to hand in has at least one original or one copy.

    Imported dossiers mix notes and headings with papers: there, only what is named like a paper
    counts.
    """
    for pointer, item in papers_of(version):
        named = version.source is None or _PAPER.match(item.name)
        if named and item.originals == 0 and item.copies == 0 and not item.presented_only:
            yield here(*pointer, found=item.name)


def _identity_paper_left(version: Version) -> Iterator[Breach]:
    """A paper that says who somebody is gets shown and taken home: no original is handed in."""
    exchanged = _EXCHANGE.search(version.title)
    for pointer, item in papers_of(version):
        if item.originals and not exchanged and _IDENTITY_PAPER.match(item.name):
            yield here(*pointer, "originals", found=item.name, count=item.originals)


def _group_of_nothing(version: Version) -> Iterator[Breach]:
    """A group of papers has papers; a dossier without any says so."""
    for position, group in enumerate(version.dossier.groups.items):
        if not group.items:
            yield here("dossier", "groups", "items", position, "items").shown_at_key()


def _no_sets(version: Version) -> Iterator[Breach]:
    """The number of sets is a part of the dossier."""
    if version.dossier.groups.items and not version.dossier.sets:
        told = sets_in_steps(version)
        said = Wording(("hint.sets_in_steps",), values={"text": told}) if told else ""
        yield here("dossier", "sets", said=said)


def _same_paper_twice(version: Version) -> Iterator[Breach]:
    """One group asks for one paper once; other cases are other groups."""
    for g, group in enumerate(version.dossier.groups.items):
        named = (_bare(item.name) if item.kind == "paper" else None for item in group.items)
        names = [None if name is None or IN_BRACKETS.match(name) else name for name in named]
        counted = Counter(name for name in names if name is not None)
        for i, name in enumerate(names):
            if name is not None and counted[name] > 1:
                counted[name] = -1
                yield here("dossier", "groups", "items", g, "items", i, found=group.items[i].name)


IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*\Z")
"""What stands where the source names no paper."""


def _bare(name: str) -> str:
    return " ".join(name.lower().strip(" .;,-–+•").split())


def _nameless_cases(version: Version) -> Iterator[Breach]:
    """Where there are several cases, each has a name."""
    groups = version.dossier.groups.items
    several = sum(_is_a_case(group) for group in groups) > 1
    for position, group in enumerate(groups):
        if several and group.items and not group.name and _is_a_case(group):
            yield here("dossier", "groups", "items", position)


def _is_a_case(group: DossierGroup) -> bool:
    """Whether a group may be a case of its own: no numbered part, remark, or empty place."""
    name = group.name or ""
    remarks = group.items and all(_REMARK.match(item.name) for item in group.items)
    return bool(group.items or name) and not (remarks or _PART_OF_A_DOSSIER.match(name))


_PART_OF_A_DOSSIER = re.compile(
    r"\s*(?:\(?[0-9]{1,2}[.)]|\+)\s*(?!trường hợp|đối với)\S|\W*Lưu ý về", re.I
)
"""A paper with a list of its contents that was read as a group, or a remark on all papers."""
_REMARK = re.compile(r"\W*(?:lưu ý|ghi chú)\b", re.I)
"""A remark that a source lists among the papers."""


def _unused_form(version: Version) -> Iterator[Breach]:
    """A form belongs to a paper of the dossier.

    Where no paper names a form at all, that of a paper with the same name is reported.
    """
    used = {form for _, item in papers_of(version) for form in item.forms}
    if not used <= {form.id for form in version.forms.items}:
        return  # TC305 reports the paper, and its form is the one that seems unused
    written_here = version.source is None and not used and version.forms.items
    papers = {_bare(item.name) for _, item in papers_of(version)} if written_here else set()
    for position, form in enumerate(version.forms.items):
        if (used and form.id not in used) or _bare(form.name) in papers:
            yield here("forms", "items", position, "id", found=form.name, id=form.id)


def _form_left_out(version: Version) -> Iterator[Breach]:
    """A paper that is written on a numbered form has that form in the list."""
    if version.forms.not_stated:
        return
    if version.forms.none:
        for pointer, item in papers_of(version):
            if item.kind == "paper" and _FILLED_IN.match(item.name):
                yield here(*pointer, "name", found=excerpt(item.name, 0))
                return
    known = {form.id: form for form in version.forms.items}
    named = " | ".join(_bare(form.name) for form in known.values())
    for pointer, item in papers_of(version):
        found = None if item.forms else _NUMBERED_FORM.search(item.name)
        if found and found["number"].lower() not in named and _bare(item.name) not in named:
            yield here(*pointer, "name", found=found[0])


def _part_that_always_exists(version: Version) -> Iterator[Breach]:
    """A decision may leave these parts unsaid, but no procedure is without them."""
    parts: tuple[tuple[tuple[str, ...], Stated[Any]], ...] = (
        (("steps",), version.steps),
        (("channels",), version.channels),
        (("applicants",), version.applicants),
        (("agencies", "executing"), version.agencies.executing),
        (("legal_basis",), version.legal_basis),
    )
    for pointer, stated in parts:
        if stated.none:
            yield here(*pointer, "none").shown_at_key()


_VERSION = ("version",)
_INFO, _WARNING = Severity.INFO, Severity.WARNING
RULES = (
    Rule("HS301", _WARNING, DATA_FOR_PAPERS, _held_by_the_state, per_file=True),
    Rule("HS302", _WARNING, RESIDENCE_BOOKS, _household_books, per_file=True),
    Rule("HS303", _WARNING, DOSSIER, _no_copies, _VERSION, imported=_INFO),
    Rule("HS312", _WARNING, PERSONAL_PAPERS, _identity_paper_left, _VERSION, written_here=True),
    Rule("HS313", _WARNING, DOSSIER, _group_of_nothing, _VERSION, written_here=True),
    Rule("HS304", _WARNING, DOSSIER, _no_sets, _VERSION, imported=_INFO),
    Rule("HS305", _WARNING, PRACTICE, _same_paper_twice, _VERSION),
    Rule("HS306", _WARNING, PRACTICE, _nameless_cases, _VERSION),
    Rule("HS314", _WARNING, DOSSIER, _form_left_out, _VERSION, written_here=True),
    Rule("HS307", _WARNING, PRACTICE, _unused_form, _VERSION),
    Rule(
        "HS308",
        Severity.ERROR,
        PARTS_OF_A_PROCEDURE,
        _part_that_always_exists,
        _VERSION,
        imported=_WARNING,
    ),
)
