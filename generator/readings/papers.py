"""What to bring: the papers of a dossier in the order in which a reader needs them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.findings.problem import Pointer
from generator.readings.enumeration import leading_mark
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.paper_applications import (
    has_application,
    put_applications_first,
)
from generator.readings.paper_counts import read_sets
from generator.readings.paper_group_roles import (
    NAME_REACH,
    asks_to_show,
    bare_name,
    role_in_group,
)
from generator.readings.paper_groups import GroupChoice, choose_groups
from generator.readings.paper_items import read_item
from generator.readings.paper_lists import (
    all_words,
    doubt_orphans,
    join_alternatives,
    lone_heading_last,
    without_doubles,
)
from generator.readings.paper_order import (
    Block,
    nest_blocks,
    order_blocks,
    order_marks,
)
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import ItemText, Paper, with_role
from generator.readings.paper_words import SENT_BY_OFFICE, UNNAMED
from generator.records.memoize import HeldUntilTaken
from generator.records.version import DossierGroup, DossierItem, Version

_NAMES_PAPERS = re.compile(r"giấy tờ\s(?:cần |phải )?(?:nộp|xuất trình)(?!\w)", re.I)
_LONGEST = 50_000
"""Characters of an item that are taken apart; the longest real one has 7,630."""


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """The papers under one heading of a dossier, the application first and notes last.

    `choice` is who needs them.
    """

    pointer: Pointer
    name: Evidence | None
    choice: Reading[GroupChoice]
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class PaperReadings:
    """The groups of a dossier, and how many sets its words ask for."""

    groups: tuple[PaperGroup, ...]
    sets: Reading[int] | None


@HeldUntilTaken
def read_papers(version: Version) -> PaperReadings:
    """What the words of a version's dossier ask a reader to bring."""
    recorded = version.dossier.groups.items
    read = put_applications_first(_read_groups(version), version.title)
    names = [bare_name(group.name or "") for group in recorded]
    chosen = choose_groups(names, [has_application(papers) for papers in read])
    groups = [
        _make_group(group, number, papers, *choice)
        for number, (group, papers, choice) in enumerate(zip(recorded, read, chosen, strict=True))
    ]
    shown = [group for group in _without_repeats(groups) if group.papers or group.name]
    return PaperReadings(tuple(_sort_groups(shown)), read_sets(_texts(version)))


def _read_groups(version: Version) -> list[tuple[Paper, ...]]:
    """The papers of each recorded group; what an office sends on is only told to a reader."""
    recorded, counted = version.dossier.groups.items, _counts(version)
    names = [bare_name(group.name or "") for group in recorded]
    split = any(_NAMES_PAPERS.match(name[:NAME_REACH]) for name in names)
    read = [_read_group(group, number, counted, split) for number, group in enumerate(recorded)]
    if all(map(SENT_BY_OFFICE.match, names)):
        return read
    return [_of_office(*pair) for pair in zip(names, read, strict=True)]


def _of_office(name: str, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """What an office sends on to another is only told to a reader."""
    if not SENT_BY_OFFICE.match(name):
        return papers
    return tuple(with_role(paper, PaperRole.NOTE, Certainty.LIKELY) for paper in papers)


def _read_group(group: DossierGroup, number: int, counted: bool, split: bool) -> tuple[Paper, ...]:
    """The papers of a group; `split`: other groups are called "Giấy tờ phải nộp"."""
    pointer: Pointer = ("dossier", "groups", "items", number, "items")
    blocks: list[Block] = [
        (leading_mark(item.name), _read_recorded(item, (*pointer, at, "name"), counted))
        for at, item in enumerate(group.items)
        if not UNNAMED.match(item.name)
    ]
    papers = [paper for _, block in order_blocks(nest_blocks(blocks)) for paper in block]
    shown = asks_to_show(group.name or "")
    papers = join_alternatives([role_in_group(paper, group, shown) for paper in papers])
    papers = list(doubt_orphans(without_doubles(papers)))
    papers = papers if group.name or not split else lone_heading_last(papers)
    return tuple(_without_copies(paper, group) for paper in papers) if counted else tuple(papers)


def _without_copies(paper: Paper, group: DossierGroup) -> Paper:
    """A paper of which neither the record nor the words ask for an original or a copy."""
    item = group.items[int(paper.pointer[5])]
    own = [group.items[int(part.pointer[5])] for part in paper.parts]
    asked = item.originals or item.copies or item.presented_only or paper.count is not None
    asked = asked or any(one.originals or one.copies for one in own)
    parts = tuple(_without_copies(part, group) for part in paper.parts)
    if asked and parts == paper.parts:
        return paper
    return replace(paper, counted=bool(asked), parts=parts)


def _without_repeats(groups: list[PaperGroup]) -> list[PaperGroup]:
    """Groups that come on top of others, without the papers that everybody brings."""
    asked = {
        all_words(paper)
        for group in groups
        if group.choice.value is GroupChoice.ALL
        for paper in group.papers
    }
    return [
        replace(group, papers=tuple(one for one in group.papers if all_words(one) not in asked))
        if group.choice.value is GroupChoice.CONDITIONAL
        else group
        for group in groups
    ]


def _counts(version: Version) -> bool:
    """Whether a record counts originals and copies at all; else no item is known to have none."""
    groups = version.dossier.groups.items
    return any(item.originals or item.copies for group in groups for item in group.items)


def _take_apart(text: ItemText) -> tuple[Paper, ...]:
    """The papers of an item; a text as long as a book is one paper, and nobody is sure of it."""
    if len(text.text) <= _LONGEST:
        return read_item(text)
    every = evidence_of(text.pointer, text.text)
    return (
        Paper(text.pointer, Reading(PaperRole.SUBMIT, Certainty.UNSURE, (every,)), every, every),
    )


def _read_recorded(item: DossierItem, pointer: Pointer, counted: bool) -> tuple[Paper, ...]:
    """The papers of an item; what the record says of it (a note, to show) stands."""
    asked = bool(item.originals or item.copies or item.presented_only)
    papers = _take_apart(ItemText(pointer, item.name, asked or not counted))
    if item.replaced_by_data:
        return tuple(replace(paper, counted=False) for paper in papers)
    if item.kind == "note":
        return tuple(with_role(paper, PaperRole.NOTE) for paper in papers)
    if item.presented_only:
        return tuple(with_role(paper, PaperRole.SHOW) if paper.ticks else paper for paper in papers)
    return papers


def _make_group(
    group: DossierGroup,
    number: int,
    papers: tuple[Paper, ...],
    choice: GroupChoice,
    certainty: Certainty,
) -> PaperGroup:
    pointer: Pointer = ("dossier", "groups", "items", number)
    name = evidence_of((*pointer, "name"), group.name) if group.name else None
    evidence = (name,) if name else tuple(paper.words for paper in papers[:1])
    chosen = Reading(choice, certainty, evidence)
    return PaperGroup(pointer, name, chosen, papers)


def _sort_groups(groups: list[PaperGroup]) -> list[PaperGroup]:
    """What everybody needs first, the application before all; then cases; additions; notes last."""

    def place(group: PaperGroup) -> tuple[int, int]:
        """What groups are sorted by."""
        everybody = group.choice.value is GroupChoice.ALL
        if not any(_ticks(paper) for paper in group.papers):
            return 3, 0
        if everybody:
            shown = 2 if group.name and asks_to_show(group.name.words) else 1
            return 0, 0 if has_application(group.papers) else shown
        return (2, 0) if group.choice.value is GroupChoice.CONDITIONAL else (1, 0)

    marks = [leading_mark(group.name.words) if group.name else None for group in groups]
    return sorted((groups[at] for at in order_marks(marks)), key=place)


def _ticks(paper: Paper) -> bool:
    """Whether a reader ticks off a paper or one of its parts."""
    return paper.ticks or any(map(_ticks, paper.parts))


def _texts(version: Version) -> Iterable[tuple[Pointer, str]]:
    """Every text that may say how many sets to hand in."""
    if version.dossier.text:
        yield ("dossier", "text"), version.dossier.text
    for number, group in enumerate(version.dossier.groups.items):
        pointer: Pointer = ("dossier", "groups", "items", number)
        if group.name:
            yield (*pointer, "name"), group.name
        for at, item in enumerate(group.items):
            yield (*pointer, "items", at, "name"), item.name
    for at, step in enumerate(version.steps.items):
        if step.text:
            yield ("steps", "items", at, "text"), step.text
