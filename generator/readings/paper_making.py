"""Papers made of the words that name them: whole, as one of several, or as they stand."""

from dataclasses import replace

from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.paper_conditions import condition_span
from generator.readings.paper_counts import read_count
from generator.readings.paper_names import name_span
from generator.readings.paper_roles import PaperRole, find_role
from generator.readings.paper_types import ItemText, Paper


def make_paper(item: ItemText, start: int, end: int, bare: int | None = None) -> Paper:
    """The paper that some words name; `bare` ends what is read of them (before a colon)."""
    text, stop = item.text, end if bare is None else bare
    found = find_role(text, start, stop, item.counted)
    whole = evidence_of(item.pointer, text, start, end)
    condition, ticks = found.condition, found.role in (PaperRole.SUBMIT, PaperRole.SHOW)
    if condition is None and ticks:
        condition = condition_span(text, found.name, stop)
    return Paper(
        item.pointer,
        Reading(found.role, found.certainty, (whole,)),
        whole,
        evidence_of(item.pointer, text, *name_span(text, found.name, stop)) if ticks else whole,
        evidence_of(item.pointer, text, *condition) if condition else None,
        read_count(item.pointer, text, found.name, stop) if ticks else None,
    )


def as_alternative(paper: Paper) -> Paper:
    """A paper as one of several, of which one is asked for."""
    if not paper.ticks and paper.role.value is not PaperRole.NOTE:
        return paper
    role = Reading(PaperRole.ALTERNATIVE, paper.role.certainty, paper.role.evidence)
    return replace(paper, role=role)


def paper_in_words(item: ItemText, start: int, end: int, role: PaperRole) -> Paper:
    """Words below a paper that are said as they stand: its contents, or what it is by case."""
    whole = evidence_of(item.pointer, item.text, start, end)
    return Paper(item.pointer, Reading(role, Certainty.LIKELY, (whole,)), whole, whole)
