"""The items of a dossier as the source has them: its order, its headings, its words.

Nothing is read out of them but whether each is a paper that every reader brings.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.findings.problem import Pointer
from generator.readings.enumeration import find_list, leading_mark, marks_in, skip_marks
from generator.readings.evidence import Certainty
from generator.readings.paper_forms import rank_application
from generator.readings.paper_items import read_item
from generator.readings.paper_roles import is_quantity
from generator.readings.paper_types import ItemText, Paper
from generator.readings.paper_wording import without_sources
from generator.readings.paper_words import ENDS_LIST, SENT_BY_OFFICE, UNNAMED
from generator.readings.sentences import begins_with_case
from generator.records.memoize import memoize_recent
from generator.records.version import DossierGroup, DossierItem, Version

Marked = TypeVar("Marked")
_LONGEST = 50_000
"""Characters of an item that are taken apart; the longest real one has 7,630."""
_DASHES = ("-", "+", "*")
"""Marks below letters and numbers."""
_AFTER_MARK = 3
"""Characters behind a mark that tell that it is one."""
_A_REQUEST = 2
"""The rank of a paper that asks for what the procedure gives."""
_CASE = r"(?<!\w)(?:nếu|trường hợp|trừ|tùy|tuỳ|riêng đối với)(?!\w)"
_OF_CASE = re.compile(rf"{_CASE}|(?<!\w)đối với(?!\w)", re.I)
"""Words in the name of a group by which it is for some readers."""
_UNCERTAIN = re.compile(
    rf"{_CASE}|(?<!\w)(?:đối với|riêng|hoặc|hay|một trong|khi|có thể)(?!\w)", re.I
)
"""Words by which it may be so."""
_SEVERAL = re.compile(
    r"\A\W{0,4}(?:(?:bộ )?hồ sơ(?: (?:đề nghị|đăng ký|xin|cấp|gồm|bao))|thành phần|các|những)(?!\w)"
    r"|(?<!\w)kèm(?! theo (?:thông tư|nghị định|quyết định))(?!\w)",
    re.I,
)
"""Words of an item that stands above papers, or with which further papers come."""
_BULLET = re.compile(r"\A[\s–—•●*-]{1,6}(?=[\w(“\"])")
_NOTES = re.compile(r"(?<!\W)\W*(?:lưu ý|ghi chú|chú ý)(?!\w)", re.I)
_OF_FILING = re.compile(
    r"(?:gửi|nộp) (?:hồ sơ )?(?:trực tiếp|trực tuyến|qua)(?!\w)|số lượng (?:bộ )?hồ sơ\W", re.I
)
"""How an item begins that tells how a dossier is filed."""
_PLAIN_NAME = re.compile(
    r"(?:\d{0,2}[.)]?\s?)?(?:các |những )?(?:loại )?(?:giấy tờ|(?:thành phần )?hồ sơ|thành phần)"
    r"(?: (?:cần|phải|bao|gồm|nộp|có|xuất trình))*\s?:?",
    re.I,
)
"""A name that stands above a whole dossier."""


@dataclass(frozen=True, slots=True)
class RecordedPaper:
    """An item of a dossier: its words on one line, without where forms and rules are printed."""

    pointer: Pointer
    words: str
    item: DossierItem
    counted: bool
    """Whether the record says of it how many to bring, or of no paper of the dossier."""

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What its words name: one paper, or those of a list that stands in them."""
        text = self.item.name
        if len(text) > _LONGEST:
            text = text[:_LONGEST]
        return read_item(ItemText(self.pointer, text, self.counted))

    @property
    def is_asked(self) -> bool:
        """Whether something of it is brought: it is no note, and not of zero copies."""
        return self.counted and self.item.kind != "note" and _has_paper(self.papers)

    @property
    def is_list(self) -> bool:
        """Whether marks, or words such as "one of", make a list of papers of its words."""
        return any(paper.parts for paper in self.papers) or find_list(self.item.name) is not None

    @property
    def is_of_filing(self) -> bool:
        """Whether it tells how many sets are filed, or how, and is no paper."""
        bare = self.words[skip_marks(self.words, 0, len(self.words)) :]
        return is_quantity(bare) or _OF_FILING.match(bare) is not None

    @property
    def is_heading(self) -> bool:
        """Whether it stands above the items that follow."""
        return self.words.endswith(":")


def without_bullet(said: str) -> str:
    """The words of an item without the bullet that they open with, which tells no order."""
    return _BULLET.sub("", said)


def _has_paper(papers: tuple[Paper, ...]) -> bool:
    return any(paper.ticks or _has_paper(paper.parts) for paper in papers)


@dataclass(frozen=True, slots=True)
class RecordedGroup:
    """The items under one heading of a dossier; `name` is empty where there is none."""

    name: str
    papers: tuple[RecordedPaper, ...]

    @property
    def is_of_notes(self) -> bool:
        """Whether it is called notes, which may still speak of papers."""
        return _NOTES.match(self.name) is not None

    @property
    def is_of_office(self) -> bool:
        """Whether it is called what one office sends to another."""
        start = skip_marks(self.name, 0, len(self.name))
        return SENT_BY_OFFICE.match(self.name, start) is not None


@dataclass(frozen=True, slots=True)
class DossierCount:
    """How many items a dossier has, in how many groups.

    `all_needed`: every reader brings each of them, once; `by_case`: groups are for some alone.
    """

    items: int
    groups: int
    all_needed: bool
    by_case: bool


@memoize_recent
def recorded_groups(version: Version) -> tuple[RecordedGroup, ...]:
    """The groups of a version with their items, in the order that the marks of all of them give.

    Items under no heading come before those that have one; what offices send on, and notes, last.
    """
    groups = version.dossier.groups.items
    counts = any(map(_number_of, (item for group in groups for item in group.items)))
    found = [
        RecordedGroup(_title(group.name or ""), _ordered(_papers(group, number, counts)))
        for number, group in enumerate(groups)
        if group.name or group.items
    ]
    return tuple(sorted(_in_order(found, lambda group: group.name), key=_place))


def _place(group: RecordedGroup) -> tuple[bool, bool, bool]:
    """What groups are sorted by."""
    return bool(group.name), group.is_of_notes, group.is_of_office


def _title(name: str) -> str:
    bare = name[skip_marks(name, 0, len(name)) :]
    return "" if is_quantity(bare) else " ".join(name.split())


def _number_of(item: DossierItem) -> int:
    return (item.originals or 0) + (item.copies or 0) + item.presented_only


def _papers(group: DossierGroup, number: int, counts: bool) -> Iterator[RecordedPaper]:
    """The items of a group; `counts`: the record says of some papers how many to bring."""
    pointer: Pointer = ("dossier", "groups", "items", number, "items")
    for at, item in enumerate(group.items):
        if not UNNAMED.match(item.name) and item.replaced_by_data is None:
            words = without_sources(" ".join(item.name.split()))
            counted = not counts or _number_of(item) > 0
            yield RecordedPaper((*pointer, at, "name"), words, item, counted)


def _ordered(papers: Iterator[RecordedPaper]) -> tuple[RecordedPaper, ...]:
    return tuple(_below_heading(_in_order(list(papers), lambda paper: paper.item.name)))


def _below_heading(papers: list[RecordedPaper]) -> list[RecordedPaper]:
    """Items with dashes behind the only heading with a letter: the export lost their order.

    A further item with a letter tells that the marks have levels.
    """
    dashed = [paper for paper in papers if _family(paper) in _DASHES]
    others = [paper for paper in papers if _family(paper) not in _DASHES]
    others = _in_order(others, lambda paper: paper.item.name)
    lettered = [paper for paper in others if _family(paper)]
    heads = [at for at, paper in enumerate(others) if _family(paper) and _awaits_papers(paper)]
    if len(heads) != 1 or len(lettered) == 1:
        return papers
    return [*others[: heads[0] + 1], *dashed, *others[heads[0] + 1 :]]


def _family(paper: RecordedPaper) -> str:
    mark = leading_mark(paper.item.name)
    return mark.family if mark else ""


def _awaits_papers(paper: RecordedPaper) -> bool:
    return paper.is_heading or ENDS_LIST.search(paper.words[-30:]) is not None


def _in_order(every: list[Marked], text: Callable[[Marked], str]) -> list[Marked]:
    """Items by the marks of their text, when every one has a number or letter of one kind, once."""
    marks = [_marks(text(one)) for one in every]
    for family in marks[0] if marks else ():
        ranks = [mark[family] for mark in marks if mark.get(family)]
        if len(set(ranks)) == len(every):
            order = sorted(range(len(every)), key=ranks.__getitem__)
            return [every[at] for at in order]
    return every


def _marks(text: str) -> dict[str, int]:
    """The families that the mark of a text may be of, with its rank in each: "i)" has two."""
    mark = leading_mark(text)
    found = marks_in(text, mark.start, mark.end + _AFTER_MARK) if mark else []
    return {one.family: one.rank for one in found if mark and one.start == mark.start}


@memoize_recent
def count_dossier(version: Version) -> DossierCount:
    """How many items the source has, and whether all of them are needed."""
    groups = [group for group in recorded_groups(version) if group.papers]
    papers = [paper for group in groups for paper in group.papers if not paper.is_of_filing]
    said = [paper.words for paper in papers] + [group.name for group in groups]
    optional = any(paper.item.required is False for paper in papers)
    by_case = optional or any(map(_is_for_a_case, groups))
    plain = all(not group.name or _PLAIN_NAME.fullmatch(group.name) for group in groups)
    sure = plain and not optional and not any(map(_UNCERTAIN.search, said))
    alike = len({paper.words.lower() for paper in papers}) < len(papers)
    exact = sure and len(groups) == 1 and not alike and all(map(_is_one, papers))
    return DossierCount(len(papers), len(groups), exact, by_case)


def _is_for_a_case(group: RecordedGroup) -> bool:
    """Whether a group, or items in it below a heading, are for some readers alone.

    An item that says so of itself ("nếu có") shows it, and tells nothing of the others.
    """
    headings = (paper.words for paper in group.papers if paper.is_heading)
    return bool(_OF_CASE.search(group.name)) or any(map(begins_with_case, headings))


def application_first(groups: tuple[RecordedGroup, ...]) -> tuple[RecordedGroup, ...]:
    """Groups of which all papers are needed, the application first where no marks give an order."""
    return tuple(
        group
        if any(leading_mark(paper.item.name) for paper in group.papers)
        else replace(group, papers=tuple(sorted(group.papers, key=_is_no_application)))
        for group in groups
    )


def _is_no_application(paper: RecordedPaper) -> bool:
    return rank_application(paper.item.name) > _A_REQUEST


def _is_one(paper: RecordedPaper) -> bool:
    """Whether an item is one paper that every reader brings."""
    read = paper.papers
    one = len(read) == 1 and read[0].ticks and not read[0].parts and read[0].condition is None
    sure = read[0].role.certainty is not Certainty.UNSURE and not _SEVERAL.search(paper.words)
    return one and sure and paper.item.kind != "note" and ";" not in paper.words.rstrip(" ;.")
