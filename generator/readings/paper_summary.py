"""What a first screen says of a dossier: how many papers, and the first of them, in short words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from generator.findings.problem import Pointer
from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Certainty
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_names import kind_end
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_twins import count_opposites, count_twins
from generator.readings.paper_types import Paper, PaperChoice
from generator.readings.papers import PaperGroup, PaperReadings
from generator.records.memoize import memoize_recent

NAME_WIDTH = 60
"""How many characters of a paper's name are shown: one line or two on a phone."""

_FIRST = 3
"""How many papers are named."""
_LONG_KIND = 24
_SHORTEST = 8
_NAMES = 1 << 10
"""How many short names are cached: the same paper is named in many places."""
_AT_END = " ,.;:–-(/"


class DossierChoice(StrEnum):
    """What a reader does with the groups of a dossier."""

    ALL = "all"
    """All papers are needed, those with a condition where it applies ("cần tất cả")."""
    ONE = "one"
    """One of several cases is chosen ("chọn một")."""
    UNKNOWN = "unknown"
    """The words do not tell what the groups are to one another."""


@dataclass(frozen=True, slots=True)
class ShortPaper:
    """A paper in one line: `name` in whole words, with "…" where it goes on; `pointer` its item.

    `if_needed`: only some readers need it. `one_of`: how many papers it may be chosen from, None
    when it is one paper. `originals` and `copies` only where the words tell them.
    """

    pointer: Pointer
    name: str
    role: PaperRole
    application: bool
    if_needed: bool
    one_of: int | None
    originals: int | None
    copies: int | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class PaperSummary:
    """The papers of a dossier, counted.

    `fewest` are those that the easiest case needs, `most` all of the hardest one with those that
    only some need; they differ when there is something to choose. `cases` is the number of groups
    to choose from, 0 when there is nothing. `first` are the first papers, the application first: of
    the papers for everybody, else of the first case. `sure`: no role counted is unsure.
    """

    choice: DossierChoice
    fewest: int
    most: int
    cases: int
    sure: bool
    first: tuple[ShortPaper, ...]


@memoize_recent
def summarise_papers(papers: PaperReadings) -> PaperSummary:
    """How many papers a reader brings, and the first of them."""
    asked_of = [(group, asked) for group in papers.groups if (asked := list(_asked(group)))]
    groups = [group for group, _ in asked_of]
    fewest, most = _bounds(groups)
    fewest = most if most == 1 else fewest
    cases = _of(groups, GroupChoice.ONE)
    first = _of(groups, GroupChoice.ALL) or cases[:1] or groups[:1]
    return PaperSummary(
        _choice(groups),
        fewest,
        most,
        len(cases) if len(cases) > 1 else 0,
        all(paper.certainty is not Certainty.UNSURE for _, asked in asked_of for paper in asked),
        tuple(paper for group, asked in asked_of if group in first for paper in asked)[:_FIRST],
    )


@lru_cache(_NAMES)
def shorten_name(text: str, width: int = NAME_WIDTH) -> str:
    """The name of a paper without its mark, in whole words, of `width` characters at most.

    Many words on what kind of copy it is stand before a name: they are left out.
    """
    start = skip_marks(text, 0, len(text))
    kind = kind_end(text, start, len(text))
    start = kind if _LONG_KIND < kind - start < len(text) - start - _SHORTEST else start
    name = " ".join(text[start:].split()).rstrip(_AT_END)
    name = name[:1].upper() + name[1:]
    if len(name) <= width:
        return name
    cut = name.rfind(" ", 0, width)
    return name[: cut if cut > 0 else width - 1].rstrip(_AT_END) + "…"


def _of(groups: list[PaperGroup], choice: GroupChoice) -> list[PaperGroup]:
    return [group for group in groups if group.choice.value is choice]


def _asked(group: PaperGroup) -> Iterator[ShortPaper]:
    """The papers of a group; only some readers need each, where one of them is enough.

    All are needed under a heading that stands above the whole dossier.
    """
    asked = [one for one in group.papers if one.role.value is not PaperRole.NOTE]
    if len(asked) == 1 and asked[0].role.value is PaperRole.HEADING:
        return _below(asked[0].parts, if_needed=False)
    return _below(group.papers, if_needed=group.papers_choice is PaperChoice.ONE)


def _below(papers: Iterable[Paper], if_needed: bool) -> Iterator[ShortPaper]:
    for paper in papers:
        if paper.ticks:
            yield _shorten(paper, if_needed)
        elif paper.role.value is PaperRole.HEADING:
            yield from _below(paper.parts, if_needed or paper.condition is not None)


def _shorten(paper: Paper, if_needed: bool) -> ShortPaper:
    count = paper.count.value if paper.count and not paper.count.value.either else None
    return ShortPaper(
        paper.pointer,
        shorten_name(paper.name.words),
        paper.role.value,
        paper.application,
        if_needed or paper.condition is not None,
        len(paper.parts) if paper.choice is PaperChoice.ONE else None,
        count.originals if count else None,
        count.copies if count else None,
        paper.role.certainty,
    )


def _bounds(groups: list[PaperGroup]) -> tuple[int, int]:
    """The fewest and the most papers that a reader brings."""
    sizes = {choice: [_size(group) for group in _of(groups, choice)] for choice in GroupChoice}
    cases, always = sizes[GroupChoice.ONE], sizes[GroupChoice.ALL]
    added = [*sizes[GroupChoice.CONDITIONAL], *sizes[GroupChoice.UNSURE]]
    least = min((least for least, _ in cases), default=0) if len(cases) > 1 else 0
    largest = max((most for _, most in cases), default=0)
    fewest = sum(least for least, _ in always) + least
    return fewest, sum(most for _, most in (*always, *added)) + largest


def _size(group: PaperGroup) -> tuple[int, int]:
    """The fewest and the most papers of a group."""
    if group.papers_choice is PaperChoice.ONE:
        each = [asked for paper in group.papers if (asked := _case(paper))]
        return min(map(_needed, each), default=0), max(map(len, each), default=0)
    asked = list(_asked(group))
    either = count_opposites(group.papers)
    return _needed(asked) + count_twins(group.papers) + either, len(asked) - either


def _case(paper: Paper) -> list[ShortPaper]:
    """The papers of one of several cases: in it, what only it asks for is needed."""
    if paper.ticks:
        return [replace(_shorten(paper, if_needed=False), if_needed=False)]
    return list(_below(paper.parts, if_needed=False))


def _needed(asked: list[ShortPaper]) -> int:
    return sum(not paper.if_needed for paper in asked)


def _choice(groups: list[PaperGroup]) -> DossierChoice:
    kinds = [group.choice.value for group in groups]
    if GroupChoice.UNSURE in kinds:
        return DossierChoice.UNKNOWN
    return DossierChoice.ONE if kinds.count(GroupChoice.ONE) > 1 else DossierChoice.ALL
