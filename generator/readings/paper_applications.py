"""The application of a dossier, which a reader begins with, put before the other papers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.readings.paper_forms import ON_A_FORM, rank_application
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper

_ACT = re.compile(r"(?:đề nghị|đăng ký|xin|yêu cầu)\s(\w+)", re.I)


def put_applications_first(groups: list[tuple[Paper, ...]], title: str) -> list[tuple[Paper, ...]]:
    """The papers of each group, its application first; any other paper on a form where no group
    has an application.
    """
    for weakest in (ON_A_FORM - 1, ON_A_FORM):
        found = [tuple(_application_first(papers, title, weakest)) for papers in groups]
        if any(has_application(papers) for papers in found):
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
        (rank + _for_some(paper), _for_some(paper), -_kinship(paper, title, asked), at)
        for at, paper in enumerate(papers)
        if paper.role.value is PaperRole.SUBMIT
        and (rank := rank_application(words_from_name(paper), title)) <= weakest
    ]
    return min(ranked)[-1] if ranked else None


def _for_some(paper: Paper) -> bool:
    return paper.condition is not None


def _kinship(paper: Paper, title: str, asked: set[str]) -> int:
    """How much a paper's words share with a title; most, when it asks for the same act."""
    act = _ACT.search(paper.name.words)
    same = act is not None and act[1].lower() in title.lower().removeprefix("thủ tục ").split()[:1]
    return len(asked & set(paper.words.words.lower().split())) + 50 * same


def words_from_name(paper: Paper) -> str:
    """What is said of a paper from its name on, a condition before it left out."""
    return paper.words.words[paper.name.start - paper.words.start :]


def has_application(papers: tuple[Paper, ...]) -> bool:
    """Whether one of the papers, or of their parts, is the application."""
    return any(paper.application or has_application(paper.parts) for paper in papers)
