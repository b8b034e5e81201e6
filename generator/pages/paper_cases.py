"""The lines of folded cases: the name of each, how many papers it has, and the first by name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.locale import Words
from generator.pages.answers.short_names import short_names
from generator.pages.dossier_record import DossierRecord, every_paper
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, escape_line, join_html
from generator.readings.paper_full_labels import has_room, paper_lines_of
from generator.readings.paper_labels import PaperLabel, cut_at_sense
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_summary import shorten_name
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperGroup

_TITLE_LETTERS, _TITLE_LINE = 32, 1.16
_NAMES_LETTERS, _NAMES_LINE = 41, 0.95
"""Characters on a line of a title and of names, and its height in lines of papers."""
_GAP = 0.85
"""Lines of papers around a case."""
_COUNT = 9
"""Characters of the number of papers behind a title."""
_LAYOUTS = ((0, 2), (160, 2), (110, 1), (0, 0), (160, 0), (110, 0), (80, 0), (56, 0))
"""Characters of titles (0: all) and lines of names for each case, the best that has room first."""
_LEAST_NAME = 45
_LONGEST_NOTE = 140
_MARGIN, _MARGIN_OF_NAMES = 2, 5
"""Lines by which the place where papers begin may be misjudged; names fill what is left of them."""
_SPACE = escape_html(" ")


@dataclass(frozen=True, slots=True)
class PaperCase:
    """A case: what it is called, the labels of its papers, and what it says without papers."""

    name: str
    labels: tuple[PaperLabel, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """The title of a case, which may be shorter than its name, and room for so many characters."""

    title: str
    room: int
    is_short: bool


def choice_words(papers: Sequence[Paper], words: Words) -> str:
    """What a reader chooses: a case of several papers, or one paper."""
    cases = [paper for paper in papers if paper.role.value is not PaperRole.NOTE]
    if any(paper.role.value is PaperRole.HEADING for paper in cases):
        return words("dossier.choose", count=len(cases))
    return words("dossier.one_of")


def have_room(groups: Sequence[tuple[PaperGroup, str]], source: DossierRecord) -> bool:
    """Whether all groups, with these titles, stand on two screens of a phone, opened."""
    labels = (label for group, _ in groups for label in ticked_labels(group.papers, source))
    titles = (title for _, title in groups)
    return has_room(labels, titles, source.room - _MARGIN)


def room_beside(groups: Sequence[tuple[PaperGroup, str]], source: DossierRecord) -> float:
    """Lines for cases that groups with these titles leave."""
    every = (paper for group, _ in groups for paper in every_paper(group.papers))
    labels = (source.label(paper) for paper in every)
    return source.room - paper_lines_of(labels, (title for _, title in groups if title))


def ticked_labels(papers: Sequence[Paper], source: DossierRecord) -> tuple[PaperLabel, ...]:
    """The labels of papers that a reader ticks off, those below others included."""
    return tuple(source.label(paper) for paper in every_paper(papers) if paper.ticks)


def case_lines(cases: Sequence[PaperCase], room: float) -> list[CaseLine]:
    """The titles of cases as they have room on so many lines, and what is left for names."""
    names = [case.name for case in cases]
    for width, lines in _LAYOUTS:
        titles = list(map(_capital, short_names(names, width))) if width else names
        left = room - sum(map(_title_lines, titles))
        if left >= (_MARGIN_OF_NAMES + lines * _NAMES_LINE * len(cases) if lines else _MARGIN):
            break
    left -= _MARGIN_OF_NAMES + _NAMES_LINE / 2 * len(cases)
    rooms = _shares(list(map(_length, cases)), left / _NAMES_LINE * _NAMES_LETTERS)
    return [
        CaseLine(title, room, title != case.name and width > 0)
        for title, case, room in zip(titles, cases, rooms, strict=True)
    ]


def _shares(lengths: Sequence[int], room: float) -> list[int]:
    """The same room for each of several texts; what a short one leaves is for the others."""
    shares = [0] * len(lengths)
    left = max(0.0, room)
    for rank, at in enumerate(sorted(range(len(lengths)), key=lengths.__getitem__)):
        shares[at] = min(lengths[at], int(left / (len(lengths) - rank)))
        left -= shares[at]
    return shares


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def _title_lines(title: str) -> float:
    return _GAP - _TITLE_LINE * (-(len(title) + _COUNT) // _TITLE_LETTERS)


def _length(case: PaperCase) -> int:
    return sum(len(label.text) for label in case.labels) or min(len(case.said), _LONGEST_NOTE)


def case_summary(case: PaperCase, line: CaseLine, words: Words) -> Html:
    """The line of a folded case; names stand as far as there is room."""
    title = escape_line(line.title) if line.title else escape_html(words("dossier.every_case"))
    named = list(_names(case.labels, line.room))
    said = "; ".join(named) + ("; …" if 0 < len(named) < len(case.labels) else "")
    count = escape_html(words("dossier.papers", count=len(case.labels)))
    if not case.labels:
        said = cut_at_sense(" ".join(case.said.split()), _LONGEST_NOTE)
    shown = [
        element("h3", title, class_="case"),
        element("span", count, class_="quiet") if case.labels else EMPTY,
        element("small", escape_line(said)) if said else EMPTY,
    ]
    return join_html(filter(None, shown), _SPACE)


def _names(labels: Sequence[PaperLabel], room: int) -> Iterator[str]:
    """The first names, in full while there is room, and one of the first two in what is left."""
    used = 0
    for number, label in enumerate(labels):
        name = label.text
        if used + len(name) > room:
            if number < len(labels) and room - used >= _LEAST_NAME:
                yield shorten_name(name, room - used)
            return
        used += len(name)
        yield name
