"""The papers of a dossier as the short lines of a hand-out: the words of the checklist."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from generator.model.edition import Edition
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, escape_line, join_html
from generator.pages.paper_fits import Fit
from generator.pages.paper_quantity import quantity_words
from generator.pages.paper_texts import group_heading
from generator.pages.short_papers import short_paper_names
from generator.readings.cut_words import cut_at_sense
from generator.readings.dossier_counts import count_dossier
from generator.readings.recorded_application import application_first
from generator.readings.recorded_papers import (
    RecordedGroup,
    RecordedPaper,
    recorded_groups,
)
from generator.records.version import DossierItem, Version

_SPACE = escape_html(" ")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper to tick off with what is said `about` it, a heading, or a remark."""

    said: str
    about: str = ""
    ticks: bool = False
    heading: bool = False

    @property
    def length(self) -> int:
        """How many characters it has."""
        return len(self.said) + len(self.about)

    @property
    def is_remark(self) -> bool:
        """Whether it neither names a paper nor stands above some."""
        return not self.ticks and not self.heading


def paper_lines(version: Version, edition: Edition, fit: Fit) -> list[PaperLine]:
    """Every line, in the order of the list, made to fit."""
    groups = recorded_groups(version)
    if count_dossier(version).all_needed:
        groups = application_first(groups)
    looked_up = (item for group in version.dossier.groups.items for item in group.items)
    return [
        *(line for group in groups for line in _group(group, version, edition, fit)),
        *(_not_asked(item, edition, fit.width) for item in looked_up if item.replaced_by_data),
    ]


def _group(
    group: RecordedGroup, version: Version, edition: Edition, fit: Fit
) -> Iterator[PaperLine]:
    if group.name:
        name = cut_at_sense(group.name, fit.width)
        yield PaperLine(group_heading(group, name, edition.words), heading=True)
    forms = {form.id: form.name for form in version.forms.items}
    names = short_paper_names(group.papers, fit)
    for paper, name in zip(group.papers, names, strict=True):
        about = "; ".join(_about(paper, name, forms, edition, fit.width))
        yield PaperLine(name, about, ticks=paper.is_asked, heading=paper.is_heading)


def _about(
    paper: RecordedPaper, name: str, forms: dict[str, str], edition: Edition, width: int
) -> Iterator[str]:
    """How many, whether it may be left out, and by which form."""
    words = edition.words
    if quantity := quantity_words(paper, words):
        yield quantity
    if paper.item.required is False:
        yield words("dossier.not_required")
    names = (forms[key] for key in paper.item.forms if key in forms)
    yield from (words("dossier.form", name=_cut(one, width)) for one in names if one not in name)
    if paper.item.text:
        yield _cut(paper.item.text, width)


def _not_asked(item: DossierItem, edition: Edition, width: int) -> PaperLine:
    """A paper that a database has replaced."""
    return PaperLine(edition.words("handout.not_asked", name=_cut(item.name, width)))


def _cut(said: str, width: int) -> str:
    """The first words of a long text."""
    return cut_at_sense(" ".join(said.split()), width)


def papers_list(
    lines: Sequence[PaperLine], kept: Sequence[int], edition: Edition, code: str
) -> Html:
    """The lines at the places that are `kept`, and how many papers are left out."""
    shown = [_line(lines[at]) for at in kept]
    if len(kept) < len(lines):
        left = count_papers(lines) - count_papers([lines[at] for at in kept])
        said = left_out_words("papers" if left else "notes", left, edition, code)
        shown.append(element("li", escape_line(said), class_="more"))
    return element("ul", *shown, class_="papers")


def without_bare_headings(lines: Sequence[PaperLine], kept: Sequence[int]) -> list[int]:
    """The places that are `kept`, but for headings all of whose lines are left out."""
    left = set(range(len(lines))) - set(kept)
    return [at for at in kept if not (lines[at].heading and _is_bare(lines, at, left))]


def _is_bare(lines: Sequence[PaperLine], at: int, left: Set[int]) -> bool:
    """Whether lines stand below a heading, and all up to the next heading are `left` out."""
    below = [*takewhile(lambda n: not lines[n].heading, range(at + 1, len(lines)))]
    return bool(below) and left >= set(below)


def count_papers(lines: Iterable[PaperLine]) -> int:
    """How many lines are papers."""
    return sum(line.ticks for line in lines)


def left_out_words(kind: str, count: int, edition: Edition, code: str) -> str:
    """How much is left out, and where it is read: by the QR code, if the paper has one.

    Else by the code of the procedure, under the title of the catalogue.
    """
    words, settings = edition.words, edition.catalogue.settings
    where = "scan" if settings.paper_url else "page"
    told = words(f"handout.more.{where}", code=code, title=settings.title)
    return words(f"handout.more.{kind}", count=count, where=told)


def _line(line: PaperLine) -> Html:
    said = escape_line(line.said)
    if line.heading:
        said = element("strong", said)
    about = element("small", escape_line(line.about)) if line.about else EMPTY
    shown = join_html([said, about], _SPACE) if about else said
    return element("li", shown, class_="tick" if line.ticks else None)
