"""The application of a dossier before the other papers, where nothing tells their order."""

from collections.abc import Callable
from dataclasses import replace

from generator.readings.enumeration import leading_mark
from generator.readings.paper_forms import rank_application
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper

_A_REQUEST = 2
"""The rank of a paper that asks for what the procedure gives."""


def application_first(groups: tuple[RecordedGroup, ...]) -> tuple[RecordedGroup, ...]:
    """Groups of which all papers are needed, the application first where no marks give an order.

    Headings whose papers are not known come next: what they ask for is not to be missed.
    """
    return tuple(
        group
        if any(leading_mark(paper.item.name) for paper in group.papers)
        else replace(group, papers=tuple(sorted(group.papers, key=_rank_of(group))))
        for group in groups
    )


def _rank_of(group: RecordedGroup) -> Callable[[RecordedPaper], tuple[bool, bool]]:
    """What the papers of a group are sorted by."""
    return lambda paper: (
        rank_application(paper.item.name) > _A_REQUEST,
        not (group.is_mixed and paper.stands_above),
    )
