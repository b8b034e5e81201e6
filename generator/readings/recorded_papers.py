"""The items of a dossier as the source has them: its order, its headings, its words.

Nothing is read out of them but whether each is a paper that every reader brings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.findings.problem import Pointer
from generator.readings.enumeration import find_list, skip_marks
from generator.readings.evidence import Certainty
from generator.readings.paper_forms import rank_application
from generator.readings.paper_group_order import ordinary_group, stand_together
from generator.readings.paper_headings import split_heading
from generator.readings.paper_items import read_item
from generator.readings.paper_lost_order import order_lost
from generator.readings.paper_mixed_cases import order_mixed_cases
from generator.readings.paper_number_order import number_of
from generator.readings.paper_roles import PaperRole, is_quantity
from generator.readings.paper_sorting import is_unordered, mark_family, sort_by_marks, sort_items
from generator.readings.paper_strays import (
    AUTHORISED,
    OF_WAY,
    are_lettered,
    asks_below,
    beside_heading,
    of_all,
    order_around_choice,
    strays_of_choice,
)
from generator.readings.paper_types import ItemText, Paper
from generator.readings.paper_wording import without_sources
from generator.readings.paper_words import SENT_BY_OFFICE, UNNAMED, opens_plain_paper
from generator.readings.sentences import begins_with_case
from generator.records.memoize import memoize_recent
from generator.records.version import DossierGroup, DossierItem, Version

_LONGEST = 50_000
"""Characters of an item that are taken apart; the longest real one has 7,630."""
_RULE = 2
"""Behind papers, and those of a case."""
_BULLET = re.compile(r"\A[\s–—•●*-]{1,6}(?=[\w(“\"])")
_SHORT = 120
"""Characters of an item that tells how many sets are filed, and nothing else."""
_NOTES = re.compile(r"(?<!\W)\W*(?:lưu ý|ghi chú|chú ý)(?!\w)", re.I)
_OF_LATER = re.compile(
    r"\W{0,9}(?:(?:thành phần )?hồ sơ )?(?:nộp lại|hoàn thiện) sau(?! đây)(?!\w)", re.I
)
"""How a group is called that is filed after an office has looked at the others."""
_OF_FILING = re.compile(
    r"(?:gửi|nộp) (?:hồ sơ )?(?:trực tiếp|trực tuyến|qua)(?!\w)|số lượng (?:bộ )?hồ sơ\W", re.I
)
"""How an item begins that tells how a dossier is filed."""
_WHOLE = re.compile(r"(?:thành phần |bộ )?hồ sơ(?!\w)", re.I)
_LONGEST_CASE = 200
_ASKS = re.compile(r"(?<!\w)(?:thì|phải|không|nộp|được|kèm)(?!\w)", re.I)
"""Words by which a line on a case says more than for whom papers are."""
_EXAMPLE = re.compile(r"ví dụ(?!\w)", re.I)
_ONE_CASE = re.compile(r"(?<!\w)một trong (?:các|những) trường hợp sau(?: đây)?\W{0,3}\Z", re.I)
"""The end of a name that stands above cases."""


@dataclass(frozen=True, slots=True)
class RecordedPaper:
    """An item of a dossier: its words on one line, without where forms and rules are printed."""

    pointer: Pointer
    words: str
    item: DossierItem
    counted: bool
    """Whether the record says of it how many to bring, or of no paper of the dossier."""

    @property
    def text(self) -> ItemText:
        """Its words as the record has them, of the longest ones the first."""
        return ItemText(self.pointer, self.item.name[:_LONGEST], self.counted)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What its words name: one paper, or those of a list that stands in them."""
        return read_item(self.text)

    @property
    def bare_words(self) -> str:
        """Its words without the marks that they open with."""
        return self.words[skip_marks(self.words, 0, len(self.words)) :]

    @property
    def is_asked(self) -> bool:
        """Whether something of it is brought: it is no note, and not of zero copies."""
        return self.counted and self.item.kind != "note" and _has_paper(self.papers)

    @property
    def is_list(self) -> bool:
        """Whether marks, or words such as "one of", make a list of papers of its words."""
        return any(paper.parts for paper in self.papers) or find_list(self.item.name) is not None

    @property
    def is_rule(self) -> bool:
        """Whether its words alone, whatever the record counts, ask for nothing."""
        said = read_item(ItemText(self.pointer, self.item.name[:_LONGEST], False))
        roles = [paper.role for paper in said if not paper.parts]
        is_note = len(roles) == len(said) == 1 and roles[0].value is PaperRole.NOTE
        return is_note and roles[0].certainty is not Certainty.UNSURE

    @property
    def is_of_filing(self) -> bool:
        """Whether it tells how many sets are filed, or how, and is no paper."""
        return is_quantity(self.bare_words) or _OF_FILING.match(self.bare_words) is not None

    @property
    def is_quantity(self) -> bool:
        """Whether it tells how many sets are filed alone: "Số lượng hồ sơ: 01 bộ"."""
        return len(self.words) < _SHORT and is_quantity(self.bare_words)

    @property
    def is_heading(self) -> bool:
        """Whether it stands above the items that follow."""
        return self.words.endswith(":")

    @property
    def stands_above(self) -> bool:
        """Whether it is a heading that names no paper, or nothing but a case."""
        said = self.bare_words
        if asks_below(self.item.name):
            return True
        if self.is_heading:
            return not opens_plain_paper(said) or _WHOLE.match(said) is not None
        bare = begins_with_case(said) and len(said) < _LONGEST_CASE
        return bare and not self.is_asked and not _ASKS.search(said)


def without_bullet(said: str) -> str:
    """The words of an item without the bullet that they open with, which tells no order."""
    return _BULLET.sub("", said)


def _has_paper(papers: tuple[Paper, ...]) -> bool:
    return any(paper.ticks or _has_paper(paper.parts) for paper in papers)


@dataclass(frozen=True, slots=True)
class RecordedGroup:
    """The items under one heading of a dossier; `name` is empty where there is none.

    `is_mixed`: their order was lost, and with it which of its headings each stands under.
    """

    name: str
    papers: tuple[RecordedPaper, ...]
    is_mixed: bool = False

    @property
    def is_of_unsure_name(self) -> bool:
        """Whether nothing but its own name can be what its papers were mixed under."""
        return self.is_mixed and not any(paper.stands_above for paper in self.papers)

    @property
    def is_of_notes(self) -> bool:
        """Whether it, or each item of it where it has no name, is called notes.

        They may still speak of papers.
        """
        called = (self.name,) if self.name else tuple(paper.words for paper in self.papers)
        return bool(called) and all(map(_NOTES.match, called))

    @property
    def is_of_way(self) -> bool:
        """Whether it is called what comes on top for who authorises another, or files online."""
        return OF_WAY.match(self.name) is not None

    @property
    def is_of_office(self) -> bool:
        """Whether it is called what one office sends to another."""
        start = skip_marks(self.name, 0, len(self.name))
        return SENT_BY_OFFICE.match(self.name, start) is not None


@memoize_recent
def recorded_groups(version: Version) -> tuple[RecordedGroup, ...]:
    """The groups of a version with their items, in the order that the marks of all of them give.

    Items under no heading come first, then those of the act that the title tells where others are
    of cases; what is filed later or comes on top, what offices send on, and notes, last.
    """
    groups = version.dossier.groups.items
    counts = any(map(_number_of, (item for group in groups for item in group.items)))
    found = [
        part
        for number, group in enumerate(groups)
        if group.name or group.items
        for part in _read_group(group, number, counts)
    ]
    named = [part for part in found if part.name]
    order = sort_by_marks([group.name for group in named])
    unnamed = [part for part in found if not part.name]
    placed = sorted((*unnamed, *(named[at] for at in order)), key=_place)
    return tuple(_by_names(placed, version.title))


def _by_names(groups: list[RecordedGroup], title: str) -> list[RecordedGroup]:
    """Groups of one name together, behind that of the ordinary case."""
    names = ["" if one.is_of_notes else one.name for one in groups]
    asks = [any(rank_application(paper.bare_words) == 1 for paper in one.papers) for one in groups]
    ordinary = ordinary_group(names, title)
    order = stand_together(names, asks)
    if ordinary is not None:
        order.sort(key=lambda at: _place(groups[at])[0] and at != ordinary)
    return [groups[at] for at in order]


def _read_group(group: DossierGroup, number: int, counts: bool) -> list[RecordedGroup]:
    """A group, and before it the papers that stand in it but not under its name."""
    name, told = _told(group, number)
    papers = [*told, *_papers(group, number, counts)]
    texts = [paper.item.name for paper in papers]
    mixed = order_lost(texts)
    if mixed is None and not _NOTES.match(name):
        heads = [paper.stands_above for paper in papers]
        mixed = order_mixed_cases(texts, heads) or order_around_choice(texts)
    if mixed:
        return [RecordedGroup(_title(name), tuple(papers[at] for at in mixed), is_mixed=True)]
    strays = strays_of_choice(name, texts)
    found = strays or of_all(name, texts) or beside_heading(name, texts)
    apart = [papers[at] for at in found] or _no_cases(name, papers)
    own = [paper for paper in papers if paper not in apart]
    first = [RecordedGroup("", _ordered(apart))] if apart else []
    lost = bool(strays) and not are_lettered([paper.item.name for paper in own])
    return [*first, RecordedGroup(_title(name), _ordered(own), is_mixed=lost)]


def _told(group: DossierGroup, number: int) -> tuple[str, list[RecordedPaper]]:
    """The name of a group, and the papers that it tells where hardly any item stands in it."""
    name = " ".join((group.name or "").split())
    if len(group.items) > 1 or _NOTES.match(name):
        return name, []
    bare, told = split_heading(name)
    pointer: Pointer = ("dossier", "groups", "items", number, "name")
    papers = (
        RecordedPaper(pointer, without_sources(one), DossierItem(name=one), counted=True)
        for one in told
    )
    return bare, [paper for paper in papers if not is_quantity(without_bullet(paper.words))]


def _no_cases(name: str, papers: list[RecordedPaper]) -> list[RecordedPaper]:
    """The papers in a group of "one of these cases" that are none of them, by mark and words.

    So are numbered papers in a group on who is authorised, of whom they say nothing.
    """
    cases = [paper for paper in papers if mark_family(paper.item.name) == "+"]
    others = [paper for paper in papers if paper not in cases]
    if len(cases) > 1 and AUTHORISED.search(name):
        own = all(number_of(one.item.name) for one in others)
        return others if own and not any(AUTHORISED.search(one.words) for one in others) else []
    are_cases = len(cases) > 1 and all(begins_with_case(one.bare_words) for one in cases)
    return others if are_cases and _ONE_CASE.search(name) else []


def _place(group: RecordedGroup) -> tuple[bool, bool, bool, bool, bool]:
    """What groups are sorted by."""
    return (
        bool(group.name) or group.is_of_notes,
        group.is_of_notes,
        group.is_of_office,
        group.is_of_way,
        _OF_LATER.match(group.name) is not None,
    )


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


def _ordered(papers: list[RecordedPaper]) -> tuple[RecordedPaper, ...]:
    """Papers by their marks; examples, and how many sets are filed, which is no paper, last."""
    named = [paper for paper in papers if not paper.is_quantity]
    named.sort(key=lambda paper: _EXAMPLE.match(paper.bare_words) is not None)
    texts = [paper.item.name for paper in named]
    found = [named[at] for at in sort_items(texts)]
    if is_unordered(texts) and not any(paper.stands_above for paper in named):
        found.sort(key=_kind)
    return (*found, *(paper for paper in papers if paper.is_quantity))


def _kind(paper: RecordedPaper) -> int:
    """Papers come before those of a case, and rules last, where nothing tells an order."""
    return _RULE if paper.is_rule else int(begins_with_case(paper.bare_words))
