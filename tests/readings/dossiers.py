"""Made-up dossiers to read."""

from dataclasses import replace

from generator.readings.paper_items import Paper
from generator.readings.papers import PaperGroup, PaperReadings, read_papers
from generator.records.stated import Clause, Stated
from generator.records.version import Dossier, DossierGroup, DossierItem, Form, Version
from tests.readings.versions import version


def item(
    name: str, originals: int | None = 1, copies: int | None = 0, *forms: str, shown: bool = False
) -> DossierItem:
    return DossierItem(
        name=name, originals=originals, copies=copies, forms=forms, presented_only=shown
    )


def note(name: str) -> DossierItem:
    """Words of which the record asks for no copy."""
    return item(name, 0)


def group(*items: DossierItem | str, name: str | None = None) -> DossierGroup:
    made = (item(one) if isinstance(one, str) else one for one in items)
    return DossierGroup(items=tuple(made), name=name)


def dossier(
    *groups: DossierGroup,
    title: str = "Cấp giấy phép nuôi ong",
    text: str | None = None,
    steps: tuple[str, ...] = (),
    forms: tuple[Form, ...] = (),
    conditions: tuple[str, ...] = (),
) -> Version:
    return replace(
        version(*steps),
        title=title,
        dossier=Dossier(sets=None, groups=Stated(items=groups), text=text),
        forms=Stated(items=forms),
        conditions=Stated(items=tuple(Clause(text=one) for one in conditions)),
    )


def read(*groups: DossierGroup, title: str = "Cấp giấy phép nuôi ong") -> PaperReadings:
    return read_papers(dossier(*groups, title=title))


def read_group(*items: DossierItem | str, name: str | None = None) -> PaperGroup:
    (found,) = read(group(*items, name=name)).groups
    return found


def read_one(text: DossierItem | str) -> Paper:
    """The only paper of a text that stands alone."""
    (paper,) = read_group(text).papers
    return paper


def sketch(*papers: Paper) -> list[str]:
    """A line for each paper and part: its role, its name, `*` for the application."""
    return [line for paper in papers for line in _lines(paper, "")]


def _lines(paper: Paper, indent: str) -> list[str]:
    star = "*" if paper.application else ""
    above = f"{indent}{star}{paper.role.value}: {paper.name.words}"
    return [above, *(line for part in paper.parts for line in _lines(part, indent + "  "))]
