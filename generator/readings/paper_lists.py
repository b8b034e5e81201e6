"""The papers of a group among one another: doubles, alternatives said again, lone headings."""

from collections.abc import Iterator
from dataclasses import replace

from generator.readings.evidence import Certainty
from generator.readings.paper_applications import words_from_name
from generator.readings.paper_forms import ON_A_FORM, rank_application
from generator.readings.paper_order import asks_without_parts
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper, PaperChoice, with_role


def lone_heading_last(papers: list[Paper]) -> list[Paper]:
    """Papers, a heading above the papers of the groups that follow after them."""
    bare = [one for one in papers if one.role.value is PaperRole.HEADING and not one.parts]
    if len(bare) != 1:
        return papers
    return [paper for paper in papers if paper is not bare[0]] + bare


def without_doubles(papers: list[Paper]) -> list[Paper]:
    """Papers of a group, one that is said twice in the same words once: where it is asked for."""
    asked = [paper for paper in papers if paper.ticks]
    first = {_with_parts(paper): paper for paper in (*reversed(papers), *reversed(asked))}
    heads = (paper.parts and not paper.ticks for paper in papers)
    return [
        paper
        for paper, is_head in zip(papers, heads, strict=True)
        if is_head or first[_with_parts(paper)] is paper
    ]


def _with_parts(paper: Paper) -> tuple[str, ...]:
    """All words of a paper and of what stands in it, comparable."""
    return all_words(paper), *(word for part in paper.parts for word in _with_parts(part))


def all_words(paper: Paper) -> str:
    """All words of a paper, comparable."""
    return " ".join(paper.words.words.lower().split()).strip(" .;,")


def doubt_orphans(papers: list[Paper]) -> Iterator[Paper]:
    """Where one of other papers is asked for and no mark tells which, none of them is sure."""
    orphaned = any(asks_without_parts(paper) for paper in papers)
    for paper in papers:
        plain = paper.role.value is PaperRole.SUBMIT and not paper.parts
        first = rank_application(words_from_name(paper)) < ON_A_FORM
        if orphaned and plain and not first and not asks_without_parts(paper):
            paper = with_role(paper, PaperRole.SUBMIT, Certainty.UNSURE)
        yield paper


def join_alternatives(papers: list[Paper]) -> list[Paper]:
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
        part = with_role(papers[at], PaperRole.ALTERNATIVE, Certainty.LIKELY)
        papers[owner] = replace(papers[owner], parts=(*papers[owner].parts, part))
    return [paper for at, paper in enumerate(papers) if at not in again]


def _opening(paper: Paper) -> str:
    return paper.words.words[:60].lower().rstrip(" .;")
