"""The texts of a checklist: what groups and papers say, whole or in part, and folded in full."""

import re

from generator.pages.dossier_record import DossierRecord, every_paper
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_lines,
    folded_block,
)
from generator.readings.enumeration import skip_marks
from generator.readings.paper_labels import PaperLabel, cut_at_sense
from generator.readings.paper_roles import is_quantity
from generator.readings.paper_types import Paper
from generator.readings.paper_wording import without_sources
from generator.readings.papers import PaperGroup, PaperReadings

LONG_TEXT = 320
"""Characters of a case, heading, note or alternative that stand in full."""
SHORT_TEXT = 260
"""Characters that stand for a longer one."""
_STARRED = re.compile(r"\A[\s(*]{1,6}\)\s{0,4}")
"""A mark of signs alone: "(*)"."""


def group_title(group: PaperGroup) -> str:
    """What a group is called; empty when its name only counts the sets of the dossier."""
    name = unmarked(group.name.words) if group.name else ""
    return "" if is_quantity(name) else name


def without_long_end(said: str) -> str:
    """A text without its sources; a very long one in part."""
    told = without_sources(" ".join(said.split()))
    return told if len(told) <= LONG_TEXT else cut_at_sense(told, SHORT_TEXT)


def rest_in_full(said: str, source: DossierRecord) -> Html:
    """A text in full, folded, when only its beginning is shown."""
    if len(without_sources(" ".join(said.split()))) <= LONG_TEXT:
        return EMPTY
    label = escape_html(source.edition.words("dossier.in_full"))
    folded = folded_block(label, element("p", escape_lines(said)))
    return element("div", folded, class_="in-full")


def paper_line(paper: Paper) -> str:
    """All words of a paper, on one line."""
    return " ".join(paper.words.words.split())


def paper_text(paper: Paper) -> Html:
    """All words of a paper, as they stand."""
    return escape_lines(paper.words.words)


def paper_opening(paper: Paper) -> Html:
    """The words of a paper without its sources; a very long text in part."""
    return escape_lines(without_long_end(paper.words.words))


def papers_in_full(read: PaperReadings, source: DossierRecord) -> Html:
    """The words of the papers whose labels leave out where a form is printed, folded together."""
    every = (paper for group in read.groups for paper in every_paper(group.papers) if paper.ticks)
    left_out = [paper for paper in every if _leaves_out(source.label(paper))]
    if not left_out:
        return EMPTY
    listed = element("ul", *(element("li", paper_text(paper)) for paper in left_out))
    label = escape_html(source.edition.words("dossier.papers_in_full"))
    return element("div", folded_block(label, listed), class_="in-full")


def _leaves_out(label: PaperLabel) -> bool:
    return label.complete and not label.whole


def unmarked(said: str) -> str:
    """A text without the marks of a list that it opens with: the list has marks of its own."""
    bare = _STARRED.sub("", said)
    return bare[skip_marks(bare, 0, len(bare)) :] or said
