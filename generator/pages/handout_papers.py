"""The papers of a dossier as the short lines of a hand-out: the words of the checklist."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.pages.dossier_record import DossierRecord, dossier_record
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, escape_line, join_html
from generator.pages.paper_texts import unmarked
from generator.pages.paper_words import quantity_words
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper, PaperChoice
from generator.readings.papers import PaperGroup, PaperReadings
from generator.records.version import DossierItem, Version

_LONGEST = 160
"""Characters of a heading or a remark that a hand-out has room for."""
_SPACE = escape_html(" ")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper to tick off with what is said `about` it, a heading, or a remark.

    `inner`: it stands under another one.
    """

    said: str
    about: str = ""
    ticks: bool = False
    heading: bool = False
    inner: bool = False

    @property
    def length(self) -> int:
        """How many characters it has."""
        return len(self.said) + len(self.about)


def paper_lines(
    version: Version, read: PaperReadings, edition: Edition, *, counted: bool
) -> list[PaperLine]:
    """Every line, in the order of the checklist.

    `counted`: the words above the list say how many cases there are to choose from.
    """
    source = dossier_record(version, read, edition)
    cases = sum(group.choice.value is GroupChoice.ONE for group in read.groups)
    return list(_all_lines(read, 0 if counted else cases, source))


def _all_lines(read: PaperReadings, cases: int, source: DossierRecord) -> Iterator[PaperLine]:
    words, asked = source.edition.words, False
    for group in read.groups:
        if group.choice.value is GroupChoice.ONE and cases > 1 and not asked:
            asked = True
            yield PaperLine(words("dossier.choose", count=cases))
        yield from _group(group, source)


def _group(group: PaperGroup, source: DossierRecord) -> Iterator[PaperLine]:
    if group.name:
        yield PaperLine(_cut(unmarked(group.name.words)), heading=True)
    if group.papers_choice is PaperChoice.ONE and len(group.papers) > 1:
        yield PaperLine(source.edition.words("dossier.one_of"))
    for paper in group.papers:
        if source.item(paper).replaced_by_data:
            name = source.label(paper).text
            yield PaperLine(source.edition.words("handout.not_asked", name=name))
        else:
            yield from _paper(paper, source, inner=False)


def _paper(paper: Paper, source: DossierRecord, inner: bool) -> Iterator[PaperLine]:
    words = source.edition.words
    match paper.role.value:
        case PaperRole.NOTE:
            yield PaperLine(_cut(f"{words('dossier.note')} {paper.words.words}"), inner=inner)
        case PaperRole.HEADING:
            yield PaperLine(_cut(paper.words.words), heading=True, inner=inner)
        case PaperRole.SUBMIT | PaperRole.SHOW:
            about = "; ".join(_about(paper, source.item(paper), source))
            yield PaperLine(source.label(paper).text, about, ticks=paper.ticks, inner=inner)
        case PaperRole.ALTERNATIVE | PaperRole.CONTENT:
            yield PaperLine(_cut(paper.words.words), inner=inner)
    if paper.parts and paper.choice is PaperChoice.ONE:
        yield PaperLine(words("dossier.one_of"), inner=True)
    for part in paper.parts:
        yield from _paper(part, source, inner=True)


def _about(paper: Paper, item: DossierItem, source: DossierRecord) -> Iterator[str]:
    """How many, whether it may be left out, by which form, and when it is needed."""
    words, label = source.edition.words, source.label(paper)
    if quantity := quantity_words(paper, item, label, words):
        yield quantity
    if item.required is False:
        yield words("dossier.not_required")
    names = (source.forms[key].name for key in item.forms if key in source.forms)
    yield from (words("dossier.form", name=_cut(name)) for name in names if name not in label.text)
    if condition := source.conditions[paper.words]:
        yield _cut(condition)


def _cut(said: str) -> str:
    """The first words of a long text."""
    every = " ".join(said.split())
    return every if len(every) <= _LONGEST else f"{every[:_LONGEST].rpartition(' ')[0]} …"


def papers_list(lines: list[PaperLine], count: int, edition: Edition) -> Html:
    """The first `count` lines, and how many papers are left out."""
    shown = [_line(line) for line in lines[:count]]
    if count < len(lines):
        left = sum(line.ticks for line in lines[count:])
        key = "handout.more_papers" if left else "handout.more"
        shown.append(element("li", escape_line(edition.words(key, count=left)), class_="more"))
    return element("ul", *shown, class_="papers")


def _line(line: PaperLine) -> Html:
    said = escape_line(line.said)
    if line.heading:
        said = element("strong", said)
    about = element("small", escape_line(line.about)) if line.about else EMPTY
    names = ("tick" if line.ticks else "", "inner" if line.inner else "")
    shown = join_html([said, about], _SPACE) if about else said
    return element("li", shown, class_=" ".join(filter(None, names)) or None)
