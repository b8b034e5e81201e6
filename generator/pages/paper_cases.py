"""The line of a folded case: its name, how many papers it has, and the first of them by name."""

from collections.abc import Iterator, Sequence

from generator.locale import Words
from generator.pages.answers.papers import count_papers
from generator.pages.dossier_record import DossierRecord, every_paper
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, escape_line, join_html
from generator.readings.paper_full_labels import has_room
from generator.readings.paper_labels import PaperLabel
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_summary import shorten_name
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperGroup

_ON_LINE = 50
"""Characters of names for each line that papers would take."""
_OF_TITLE, _GAP = 1.6, 70
"""What a character of a title takes of the room, and what the gaps around a case take."""
_LEAST_ROOM = 150
"""Characters for the names of one case at least."""
_LEAST_NAMED = 2
_SPACE = escape_html(" ")


def choice_words(papers: Sequence[Paper], words: Words) -> str:
    """What a reader chooses: a case of several papers, or one paper."""
    cases = [paper for paper in papers if paper.role.value is not PaperRole.NOTE]
    if any(paper.role.value is PaperRole.HEADING for paper in cases):
        return words("dossier.choose", count=len(cases))
    return words("dossier.one_of")


def have_room(groups: Sequence[tuple[PaperGroup, str]], source: DossierRecord) -> bool:
    """Whether all groups, with these titles, stand on two screens of a phone, opened."""
    labels = (label for group, _ in groups for label in _labels(group, source))
    titles = (title for _, title in groups)
    return has_room(labels, titles, source.room)


def share_of_names(cases: Sequence[tuple[PaperGroup, str]], source: DossierRecord) -> float:
    """How much of the names of all papers there is room for, between cases with these titles."""
    room = _ON_LINE * source.room - sum(_GAP + _OF_TITLE * len(title) for _, title in cases)
    names = sum(len(label.text) for group, _ in cases for label in _labels(group, source))
    return max(0.0, room / names) if names else 1.0


def case_line(group: PaperGroup, name: str, share: float, source: DossierRecord) -> Html:
    """The line; names stand in full, as many as make up this share of their characters."""
    words = source.edition.words
    title = escape_line(name) if name else escape_html(words("dossier.every_case"))
    count = escape_html(words("dossier.papers", count=count_papers(group)))
    labels = _labels(group, source)
    room = max(_LEAST_ROOM, int(share * sum(len(label.text) for label in labels)))
    named = list(_names(labels, room))
    said = "; ".join(named) + ("; …" if len(named) < len(labels) else "")
    shown = [
        element("h3", title, class_="case"),
        element("span", count, class_="quiet"),
        element("small", escape_line(said)) if named else EMPTY,
    ]
    return join_html(shown, _SPACE)


def _labels(group: PaperGroup, source: DossierRecord) -> list[PaperLabel]:
    return [source.label(paper) for paper in every_paper(group.papers) if paper.ticks]


def _names(labels: Sequence[PaperLabel], room: int) -> Iterator[str]:
    """The first names, in full while there is room; the first two always, shortened without it."""
    used = 0
    for number, label in enumerate(labels):
        name = label.text
        if used + len(name) > room:
            if number >= _LEAST_NAMED:
                return
            name = shorten_name(name, max(60, room // min(len(labels), _LEAST_NAMED)))
        used += len(name)
        yield name
