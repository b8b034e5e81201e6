"""What to bring: the papers of a dossier in the order in which a reader needs them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.findings.problem import Pointer
from generator.readings.enumeration import ListMark, leading_mark, skip_marks
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.paper_counts import read_sets
from generator.readings.paper_forms import ON_A_FORM, rank_application
from generator.readings.paper_groups import GroupChoice, choose_groups
from generator.readings.paper_items import ItemText, Paper, PaperChoice, asks_for_one, read_item
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_words import ENDS_LIST, ONE_OF
from generator.records.version import DossierGroup, DossierItem, Version

_ASKS_ONE = re.compile(ONE_OF, re.I)
_SHOWN = re.compile(r"xuất trình", re.I)
_HANDED_IN = re.compile(r"(?<!\w)(?:nộp|gửi)(?!\w)", re.I)
_NOTES = re.compile(r"[\s*(.\-+]{0,8}(?:lưu ý|ghi chú|chú ý)(?!\w)", re.I)
_ACT = re.compile(r"(?:đề nghị|đăng ký|xin|yêu cầu)\s(\w+)", re.I)
_CASE_NUMBER = re.compile(r"trường hợp(?:\s{1,4}(?:thứ\s{1,4})?\d{1,2})?(?!\w)|đối với(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """The papers under one heading of a dossier, the application first and notes last.

    `choice` is who needs them; `papers_choice` whether all of them are needed, or one.
    """

    pointer: Pointer
    name: Evidence | None
    choice: Reading[GroupChoice]
    papers_choice: PaperChoice
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class PaperReadings:
    """The groups of a dossier in the order to show them, and how many sets its words ask for."""

    groups: tuple[PaperGroup, ...]
    sets: Reading[int] | None


def read_papers(version: Version) -> PaperReadings:
    """What the words of a version's dossier ask a reader to bring."""
    recorded = version.dossier.groups.items
    read = [_read_group(group, number, version) for number, group in enumerate(recorded)]
    read = _with_applications(read, version.title)
    names = [_bare(group.name or "") for group in recorded]
    chosen = choose_groups(names, [_has_application(papers) for papers in read])
    groups = [
        _make_group(group, number, papers, *choice)
        for number, (group, papers, choice) in enumerate(zip(recorded, read, chosen, strict=True))
    ]
    shown = [group for group in groups if group.papers or group.name]
    return PaperReadings(tuple(_sort_groups(shown)), read_sets(_texts(version)))


def _read_group(group: DossierGroup, number: int, version: Version) -> tuple[Paper, ...]:
    counted = _counts(version)
    pointer: Pointer = ("dossier", "groups", "items", number, "items")
    blocks: list[Block] = [
        (leading_mark(item.name), _read_recorded(item, (*pointer, at, "name"), counted))
        for at, item in enumerate(group.items)
    ]
    papers = [paper for _, block in _in_order(_nest(blocks)) for paper in block]
    papers = _join_alternatives([_role_in_group(paper, group) for paper in papers])
    return tuple(_doubt_orphans(papers))


def _counts(version: Version) -> bool:
    """Whether a record counts originals and copies at all; else no item is known to have none."""
    groups = version.dossier.groups.items
    return any(item.originals or item.copies for group in groups for item in group.items)


def _read_recorded(item: DossierItem, pointer: Pointer, counted: bool) -> tuple[Paper, ...]:
    """The papers of an item; what the record says of it (a note, to show) stands."""
    text = ItemText(pointer, item.name, bool(item.originals or item.copies) or not counted)
    papers = read_item(text)
    if item.kind == "note":
        return tuple(_with_role(paper, PaperRole.NOTE) for paper in papers)
    if item.presented_only:
        return tuple(
            _with_role(paper, PaperRole.SHOW) if paper.ticks else paper for paper in papers
        )
    return papers


def _is_note(paper: Paper, group: DossierGroup) -> bool:
    """Whether a paper under "Lưu ý", of which the record asks for no copy, is only spoken of."""
    item = group.items[int(paper.pointer[5])]
    return bool(_NOTES.match(group.name or "")) and not (item.originals or item.copies)


def _with_role(
    paper: Paper, role: PaperRole, certainty: Certainty = Certainty.SURE, *more: Evidence
) -> Paper:
    return replace(paper, role=Reading(role, certainty, (*paper.role.evidence, *more)))


Block = tuple[ListMark | None, tuple[Paper, ...]]
"""The papers of one recorded item, and the mark that its text opens with."""


def _nest(blocks: list[Block]) -> list[Block]:
    """Papers under the heading they belong to, where their marks tell it.

    The portal's export lost the order of items: "(6.1)" belongs to "(6)", and items of a lower kind
    of mark belong to a heading when it is the only one.
    """
    heads = [at for at, (_, papers) in enumerate(blocks) if _awaits_parts(papers)]
    owned: dict[int, list[Block]] = {head: [] for head in heads}
    kept: list[int] = []
    for at, (mark, papers) in enumerate(blocks):
        owner = None if at in owned else _owner(mark, heads, blocks)
        if owner is None:
            kept.append(at)
        else:
            owned[owner].append((mark, papers))
    return [_adopt(blocks[at], owned.get(at, [])) for at in kept]


def _awaits_parts(papers: tuple[Paper, ...]) -> bool:
    if len(papers) != 1 or papers[0].parts:
        return False
    return papers[0].role.value is PaperRole.HEADING or _asks_without_parts(papers[0])


def _asks_without_parts(paper: Paper) -> bool:
    """Whether it ends in "một trong các giấy tờ sau": its papers stand in other items."""
    said = paper.words.words
    if paper.parts or ENDS_LIST.search(said[-30:]) is None:
        return False
    return asks_for_one(said, 0, len(said))


def _doubt_orphans(papers: list[Paper]) -> Iterator[Paper]:
    """Where one of other papers is asked for and no mark tells which, none of them is sure."""
    orphaned = any(_asks_without_parts(paper) for paper in papers)
    for paper in papers:
        plain = paper.role.value is PaperRole.SUBMIT and not paper.parts
        first = rank_application(_from_name(paper)) < ON_A_FORM
        if orphaned and plain and not first and not _asks_without_parts(paper):
            paper = _with_role(paper, PaperRole.SUBMIT, Certainty.UNSURE)
        yield paper


def _join_alternatives(papers: list[Paper]) -> list[Paper]:
    """A paper that is said again as an item of its own is one of the alternatives, not one more."""
    openings = {
        _opening(part): at
        for at, paper in enumerate(papers)
        if paper.choice is PaperChoice.ONE
        for part in paper.parts
    }
    again = {
        at: openings[_opening(paper)]
        for at, paper in enumerate(papers)
        if openings and paper.ticks and not paper.parts and _opening(paper) in openings
    }
    for at, owner in again.items():
        part = _with_role(papers[at], PaperRole.ALTERNATIVE, Certainty.LIKELY)
        papers[owner] = replace(papers[owner], parts=(*papers[owner].parts, part))
    return [paper for at, paper in enumerate(papers) if at not in again]


def _opening(paper: Paper) -> str:
    return paper.words.words[:60].lower().rstrip(" .;")


def _owner(mark: ListMark | None, heads: list[int], blocks: list[Block]) -> int | None:
    """The heading that an item belongs to; None when its marks do not tell."""
    if mark is None:
        return None
    for head in heads:
        above = blocks[head][0]
        if above and mark.family == f"decimal {_sign_of(above)}":
            return head
    if len(heads) != 1:
        return None
    above = blocks[heads[0]][0]
    return heads[0] if _level(mark) > _level(above) and _level(mark) >= 3 else None


def _sign_of(mark: ListMark) -> str:
    if mark.family.startswith("decimal"):
        return f"{mark.family.removeprefix('decimal ')}.{mark.rank}"
    return str(mark.rank)


_LEVELS = {"*": 2, "-": 3, "+": 4, "++": 5, "+++": 6, "++++": 7}


def _level(mark: ListMark | None) -> int:
    """How deep a kind of mark usually stands: numbers above letters, dashes, plus signs."""
    if mark is None:
        return 2
    return _LEVELS.get(mark.family, 1)


def _adopt(block: Block, below: list[Block]) -> Block:
    if not below:
        return block
    mark, (heading,) = block[0], block[1]
    parts = tuple(paper for _, papers in _in_order(below) for paper in papers)
    if asks_for_one(heading.words.words, 0, len(heading.words.words)):
        parts = tuple(
            _with_role(part, PaperRole.ALTERNATIVE) if part.ticks else part for part in parts
        )
        asked = Reading(PaperRole.SUBMIT, Certainty.LIKELY, heading.role.evidence)
        return mark, (replace(heading, role=asked, choice=PaperChoice.ONE, parts=parts),)
    return mark, (replace(heading, parts=parts),)


def _in_order(blocks: list[Block]) -> list[Block]:
    return [blocks[at] for at in _order([mark for mark, _ in blocks])]


def _order(marks: list[ListMark | None]) -> list[int]:
    """The order of items by their marks, when most carry marks of one numbered kind, each once."""
    recorded = list(range(len(marks)))
    families = Counter(mark.family for mark in marks if mark and mark.rank)
    if not families:
        return recorded
    family, count = families.most_common(1)[0]
    ranks = [mark.rank if mark and mark.family == family else 0 for mark in marks]
    numbered = [rank for rank in ranks if rank]
    if count * 5 < len(marks) * 3 or len(set(numbered)) < len(numbered):
        return recorded
    return sorted(recorded, key=lambda at: (ranks[at] or len(marks) + 99, at))


def _role_in_group(paper: Paper, group: DossierGroup) -> Paper:
    """What the name of a group says of a paper: that it is shown, or only spoken of."""
    name = group.name or ""
    if paper.ticks and _is_note(paper, group):
        return _with_role(paper, PaperRole.NOTE, Certainty.LIKELY)
    paper = _shown_below(paper, name)
    if paper.role.value is PaperRole.HEADING:
        parts = tuple(_shown_below(part, paper.words.words) for part in paper.parts)
        return replace(paper, parts=parts)
    return paper


def _shown_below(paper: Paper, heading: str) -> Paper:
    """A paper under "Giấy tờ phải xuất trình" is shown, unless the heading asks for both."""
    if not _SHOWN.search(heading) or _HANDED_IN.search(heading):
        return paper
    parts = tuple(_shown_below(part, heading) for part in paper.parts)
    if paper.role.value is PaperRole.SUBMIT:
        return replace(_with_role(paper, PaperRole.SHOW, paper.role.certainty), parts=parts)
    return replace(paper, parts=parts)


def _with_applications(groups: list[tuple[Paper, ...]], title: str) -> list[tuple[Paper, ...]]:
    """The papers of each group, its application first; any other paper on a form where no group
    has an application.
    """
    for weakest in (ON_A_FORM - 1, ON_A_FORM):
        found = [tuple(_application_first(papers, title, weakest)) for papers in groups]
        if any(_has_application(papers) for papers in found):
            break
    return found


def _application_first(papers: Iterable[Paper], title: str, weakest: int) -> Iterator[Paper]:
    """The application, then the papers in their order, then the notes."""
    papers = [_application_below(paper, title, weakest) for paper in papers]
    first = _application(papers, title, weakest)
    if first is not None:
        yield replace(papers[first], application=True)
    rest = [paper for at, paper in enumerate(papers) if at != first]
    yield from (paper for paper in rest if paper.role.value is not PaperRole.NOTE)
    yield from (paper for paper in rest if paper.role.value is PaperRole.NOTE)


def _application_below(paper: Paper, title: str, weakest: int) -> Paper:
    if paper.role.value is not PaperRole.HEADING or not paper.parts:
        return paper
    return replace(paper, parts=tuple(_application_first(paper.parts, title, weakest)))


def _application(papers: list[Paper], title: str, weakest: int) -> int | None:
    """The paper that is the application: by its kind, then by words shared with the title."""
    asked = set(title.lower().split())
    ranked = [
        (rank, paper.condition is not None, -_kinship(paper, title, asked), at)
        for at, paper in enumerate(papers)
        if paper.role.value is PaperRole.SUBMIT
        and (rank := rank_application(_from_name(paper), title)) <= weakest
    ]
    return min(ranked)[-1] if ranked else None


def _kinship(paper: Paper, title: str, asked: set[str]) -> int:
    """How much a paper's words share with a title; most, when it asks for the same act."""
    act = _ACT.search(paper.name.words)
    same = act is not None and act[1].lower() in title.lower().removeprefix("thủ tục ").split()[:1]
    return len(asked & set(paper.words.words.lower().split())) + 50 * same


def _from_name(paper: Paper) -> str:
    return paper.words.words[paper.name.start - paper.words.start :]


def _has_application(papers: tuple[Paper, ...]) -> bool:
    return any(paper.application or _has_application(paper.parts) for paper in papers)


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
    asks_one = _ASKS_ONE.search(group.name or "") or _are_cases(papers)
    papers_choice = PaperChoice.ONE if asks_one else PaperChoice.ALL
    return PaperGroup(pointer, name, Reading(choice, certainty, evidence), papers_choice, papers)


def _are_cases(papers: tuple[Paper, ...]) -> bool:
    """Whether every paper of a group is a case of its own: "Trường hợp 1: …", a whole dossier."""
    asked = [paper for paper in papers if paper.role.value is not PaperRole.NOTE]
    if len(asked) < 2:
        return False
    return all(_is_case(paper) for paper in asked) or all(
        _has_application(paper.parts) for paper in asked
    )


def _is_case(paper: Paper) -> bool:
    return paper.condition is not None and _CASE_NUMBER.match(paper.words.words) is not None


def _bare(name: str) -> str:
    return name[skip_marks(name, 0, len(name)) :]


def _sort_groups(groups: list[PaperGroup]) -> list[PaperGroup]:
    """What everybody needs first, the application before all; then cases; additions; notes last."""

    def place(group: PaperGroup) -> tuple[int, int]:
        everybody = group.choice.value is GroupChoice.ALL
        notes = not any(paper.role.value is not PaperRole.NOTE for paper in group.papers)
        if notes:
            return 3, 0
        if everybody:
            return 0, 0 if _has_application(group.papers) else 1
        return (2, 0) if group.choice.value is GroupChoice.CONDITIONAL else (1, 0)

    marks = [leading_mark(group.name.words) if group.name else None for group in groups]
    return sorted((groups[at] for at in _order(marks)), key=place)


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
