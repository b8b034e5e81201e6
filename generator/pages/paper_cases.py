"""The line of a folded case: its name, how many papers it has, and the first of them by name."""

from collections.abc import Iterable, Iterator

from generator.pages.answers.papers import count_papers
from generator.pages.dossier_record import DossierRecord, every_paper
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, escape_line, join_html
from generator.readings.paper_labels import PaperLabel
from generator.readings.paper_summary import shorten_name
from generator.readings.papers import PaperGroup

_ROOM = 1500
"""Characters for the names of papers of all cases on two screens of a phone."""
_TITLE = 110
"""Those that the title of a case takes from them."""
_LEAST_ROOM = 150
"""Characters for the names of one case at least."""
_LEAST_NAMED = 2
_SPACE = escape_html(" ")


def case_line(group: PaperGroup, name: str, cases: int, source: DossierRecord) -> Html:
    """The line; names stand in full, as many as there is room for between `cases` cases."""
    words = source.edition.words
    title = escape_line(name) if name else escape_html(words("dossier.every_case"))
    count = escape_html(words("dossier.papers", count=count_papers(group)))
    labels = [source.label(paper) for paper in every_paper(group.papers) if paper.ticks]
    room = max(_LEAST_ROOM, _ROOM // cases - _TITLE)
    named = list(_names(labels, room))
    said = "; ".join(named) + ("; …" if len(named) < len(labels) else "")
    shown = [
        element("h3", title, class_="case"),
        element("span", count, class_="quiet"),
        element("small", escape_line(said)) if named else EMPTY,
    ]
    return join_html(shown, _SPACE)


def _names(labels: Iterable[PaperLabel], room: int) -> Iterator[str]:
    """The first names, in full while there is room; the first two always, shortened without it."""
    used = 0
    for number, label in enumerate(labels):
        name = label.text
        if used + len(name) > room:
            if number >= _LEAST_NAMED:
                return
            name = shorten_name(name, max(60, room // _LEAST_NAMED))
        used += len(name)
        yield name
