"""The record that papers were read out of, their labels, and the number that most of them share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.edition import Edition
from generator.pages.answers.papers import count_papers
from generator.pages.paper_words import paper_conditions, quantity_words
from generator.readings.evidence import Evidence
from generator.readings.paper_full_labels import USUAL_ROOM, full_labels
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_labels import ROOMY, PaperLabel, label_papers, width_for
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperReadings
from generator.records.memoize import memoize_recent
from generator.records.version import DossierItem, Form, Version

_FOLDED_ROOM, _CASE_LINES = 2, 3.5
"""How much more room labels have in cases that are folded, and the lines of each."""
_USUAL = 3
"""A number that so many papers share is said once for all."""


@dataclass(frozen=True)
class DossierRecord:
    """The record that papers were read out of, for what it says of each; and their labels."""

    version: Version
    edition: Edition
    forms: dict[str, Form]
    labels: dict[Evidence, PaperLabel]
    conditions: dict[Evidence, str]
    usual: str = ""
    """How many of most papers, which is said once above them."""
    room: float = USUAL_ROOM
    """Lines for papers on two screens of a phone."""
    is_over: bool = False
    """Whether the list is longer, so that papers of which one is enough are folded."""

    def item(self, paper: Paper) -> DossierItem:
        """The recorded item that a paper stands in."""
        _, _, _, group, _, place = paper.pointer[:6]
        return self.version.dossier.groups.items[int(group)].items[int(place)]

    def label(self, paper: Paper) -> PaperLabel:
        """The words beside its box."""
        return self.labels[paper.words]


def dossier_record(version: Version, read: PaperReadings, edition: Edition) -> DossierRecord:
    """The record of a version, with a label for each of its papers."""
    width, labels = _labels(read)
    every = (paper for group in read.groups for paper in every_paper(group.papers))
    conditions = paper_conditions(every, labels, width)
    forms = {form.id: form for form in version.forms.items}
    return DossierRecord(version, edition, forms, labels, conditions)


def listed_record(
    version: Version, read: PaperReadings, edition: Edition, room: float
) -> DossierRecord:
    """The same with labels that say all of each paper, for a list with room for it."""
    every = [paper for group in read.groups for paper in every_paper(group.papers)]
    full = full_labels(every, room)
    return _listed(version, edition, every, full.labels, room, full.is_over)


def folded_record(
    version: Version, read: PaperReadings, edition: Edition, room: float
) -> DossierRecord:
    """The same where cases are folded: their papers have room below, the others above them."""
    cases = [group for group in read.groups if group.choice.value is GroupChoice.ONE]
    every = [paper for group in read.groups for paper in every_paper(group.papers)]
    open_ = [
        one for group in read.groups if group not in cases for one in every_paper(group.papers)
    ]
    above = full_labels(open_, max(0.0, room - _CASE_LINES * len(cases)))
    labels = full_labels(every, _FOLDED_ROOM * room).labels | above.labels
    return _listed(version, edition, every, labels, room, above.is_over)


def _listed(
    version: Version,
    edition: Edition,
    every: Sequence[Paper],
    labels: dict[Evidence, PaperLabel],
    room: float,
    is_over: bool,
) -> DossierRecord:
    cut = [paper for paper in every if not labels[paper.words].complete]
    forms = {form.id: form for form in version.forms.items}
    conditions = paper_conditions(cut, labels, ROOMY)
    return DossierRecord(version, edition, forms, labels, conditions, room=room, is_over=is_over)


@memoize_recent
def _labels(read: PaperReadings) -> tuple[int, dict[Evidence, PaperLabel]]:
    """How long labels are, and that of each paper: the same on a page and on a hand-out."""
    width = width_for(sum(map(count_papers, read.groups)))
    labels: dict[Evidence, PaperLabel] = {}
    for group in read.groups:
        labels |= label_papers(every_paper(group.papers), width)
    return width, labels


def with_usual_number(source: DossierRecord, read: PaperReadings) -> DossierRecord:
    """The record with the number that most papers share, where every paper has a number."""
    words = source.edition.words
    said = Counter[str]()
    for paper in every_paper(paper for group in read.groups for paper in group.papers):
        if not paper.ticks:
            continue
        item, label = source.item(paper), source.label(paper)
        quantity = quantity_words(paper, item, label, words)
        if not quantity and not (item.originals or item.copies):
            return source
        said[quantity] += 1
    usual, number = next(iter(said.most_common(1)), ("", 0))
    is_usual = number >= _USUAL and number > said.total() / 2
    return replace(source, usual=usual) if is_usual else source


def every_paper(papers: Iterable[Paper]) -> Iterator[Paper]:
    """Papers with those that stand in them, at any depth."""
    for paper in papers:
        yield paper
        yield from every_paper(paper.parts)
