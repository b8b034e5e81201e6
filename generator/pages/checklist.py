"""The papers of a dossier as a checklist: by case, the application first, with how many of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.edition import Edition
from generator.pages.answers.papers import count_papers
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import (
    BREAK,
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    escape_lines,
    external_anchor,
    folded_block,
    join_html,
    void_element,
)
from generator.readings.enumeration import skip_marks
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_items import Paper, PaperChoice
from generator.readings.paper_roles import PaperRole
from generator.readings.papers import PaperGroup, PaperReadings
from generator.records.version import DossierItem, Form, Version

_OPEN_PAPERS = 15
"""A dossier with more papers can be filtered, and shows its cases folded."""
_SHORT = 110
"""Characters of what is said of a paper that stand in full beside its box."""
_TELLING = 28
"""Characters of a name that tells one paper from another."""
_SPACE = escape_html(" ")
_BOX = void_element("input", type="checkbox")


@dataclass(frozen=True)
class _DossierRecord:
    """The record that papers were read out of, for what it says of each."""

    version: Version
    edition: Edition
    forms: dict[str, Form] = field(default_factory=dict)

    def item(self, paper: Paper) -> DossierItem:
        """The recorded item that a paper stands in."""
        _, _, _, group, _, place = paper.pointer[:6]
        return self.version.dossier.groups.items[int(group)].items[int(place)]


def checklist(version: Version, read: PaperReadings, edition: Edition) -> Block:
    """All cases; its script keeps the ticks on the device and filters the papers."""
    words = edition.words
    source = _DossierRecord(version, edition, {form.id: form for form in version.forms.items})
    papers = sum(map(count_papers, read.groups))
    cases = [group for group in read.groups if group.choice.value is GroupChoice.ONE]
    folded = len(cases) > 1 and papers > _OPEN_PAPERS
    listed = element(
        "div",
        *_groups(read.groups, len(cases), folded, source),
        class_="checklist",
        data_checklist=f"{version.procedure}/{version.version}",
        data_find=words("dossier.find") if papers > _OPEN_PAPERS else None,
    )
    return html_block(listed)


def _groups(
    groups: Sequence[PaperGroup], cases: int, folded: bool, source: _DossierRecord
) -> Iterator[Html]:
    """The groups, those that a reader chooses from under a line that says so."""
    asked = False
    for group in groups:
        is_case = group.choice.value is GroupChoice.ONE and cases > 1
        if is_case and not asked:
            asked = True
            yield element("p", escape_html(source.edition.words("dossier.choose", count=cases)))
        yield _group(group, folded and is_case, source)


def _group(group: PaperGroup, folded: bool, source: _DossierRecord) -> Html:
    words = source.edition.words
    papers = [paper for paper in group.papers if not source.item(paper).replaced_by_data]
    listed = element("ul", *(_paper(paper, source) for paper in papers), class_="papers")
    name = escape_lines(unmarked(group.name.words)) if group.name else EMPTY
    one = group.papers_choice is PaperChoice.ONE and len(papers) > 1
    parts = [element("p", escape_html(words("dossier.one_of")))] if one else []
    if not folded:
        titled = [element("h3", name, class_="case")] if name else []
        return join_html([*titled, *parts, listed])
    count = escape_html(words("dossier.papers", count=count_papers(group)))
    case = name or escape_html(words("dossier.every_case"))
    summary = [element("h3", case, class_="case"), element("span", count, class_="quiet")]
    return folded_block(join_html(summary, _SPACE), join_html([*parts, listed]))


def _paper(paper: Paper, source: _DossierRecord) -> Html:
    match paper.role.value:
        case PaperRole.NOTE:
            label = element("strong", escape_html(source.edition.words("dossier.note")))
            return element(
                "li", label, _SPACE, _said(paper), _parts(paper, source), class_="remark"
            )
        case PaperRole.HEADING:
            heading = element("strong", _said(paper))
            return element("li", heading, _parts(paper, source), class_="part")
        case PaperRole.SUBMIT | PaperRole.SHOW:
            return _asked(paper, source)
        case PaperRole.ALTERNATIVE | PaperRole.CONTENT:
            return element("li", _said(paper), _parts(paper, source))


def _asked(paper: Paper, source: _DossierRecord) -> Html:
    item = source.item(paper)
    name = element("span", escape_line(_label(paper)), _count(paper, item, source))
    about = [element("span", part) for part in _about(item, source)]
    about += filter(None, [_in_full(paper, source)])
    return element(
        "li",
        element("label", _BOX, name) if paper.ticks else element("p", name, class_="unticked"),
        element("div", join_html(about, _SPACE), class_="about") if about else EMPTY,
        _condition(paper),
        _parts(paper, source),
        element("p", escape_lines(item.text)) if item.text else EMPTY,
    )


def _label(paper: Paper) -> str:
    """All that is said of a paper when that is short, else what names it.

    A name of a word or two ("bản sao") says nothing without what follows it.
    """
    every, name = _trimmed(paper.words.words), _trimmed(paper.name.words)
    return every if len(every) <= _SHORT or len(name) < _TELLING else name


def _trimmed(said: str) -> str:
    return " ".join(said.split()).rstrip(" .;,")


def _count(paper: Paper, item: DossierItem, source: _DossierRecord) -> Html:
    """How many of a paper, on a line of its own under the name."""
    quantity = _quantity(paper, item, source)
    return join_html([BREAK, element("small", escape_html(quantity))]) if quantity else EMPTY


def _condition(paper: Paper) -> Html:
    """When a paper is needed, unless its name says so."""
    if paper.condition is None or paper.condition.words in _label(paper):
        return EMPTY
    return element("p", escape_line(paper.condition.words), class_="condition")


def _parts(paper: Paper, source: _DossierRecord) -> Html:
    """The papers listed in a paper, with a line above when one of them is enough."""
    if not paper.parts:
        return EMPTY
    one = escape_html(source.edition.words("dossier.one_of"))
    above = element("p", one) if paper.choice is PaperChoice.ONE else EMPTY
    listed = element("ul", *(_paper(part, source) for part in paper.parts), class_="papers")
    return join_html([above, listed])


def _in_full(paper: Paper, source: _DossierRecord) -> Html:
    """Everything the record says of a paper, folded away where its name says less."""
    if len(_label(paper)) >= len(_trimmed(paper.words.words)):
        return EMPTY
    label = escape_html(source.edition.words("dossier.in_full"))
    return folded_block(label, element("p", _said(paper)))


def _said(paper: Paper) -> Html:
    return escape_lines(paper.words.words)


def _about(item: DossierItem, source: _DossierRecord) -> Iterator[Html]:
    words = source.edition.words
    if item.required is False:
        yield escape_html(words("dossier.not_required"))
    if item.electronic_form:
        yield escape_html(words("dossier.electronic_form"))
    for key in item.forms:
        if key in source.forms:
            yield _form(source.forms[key], source.edition)


def _form(form: Form, edition: Edition) -> Html:
    """The form to fill in, as a link when it can be downloaded."""
    url = form.file.url if form.file else None
    if url:
        return external_anchor(edition.words("dossier.download", name=form.name), url)
    return escape_line(edition.words("dossier.form", name=form.name))


def _quantity(paper: Paper, item: DossierItem, source: _DossierRecord) -> str:
    """How many: as recorded of an item that is one paper, else as the words say."""
    words = source.edition.words
    if item.presented_only or paper.role.value is PaperRole.SHOW:
        return words("dossier.presented")
    originals, copies = item.originals, item.copies
    if paper.count and not (originals or copies):
        originals, copies = paper.count.value.originals, paper.count.value.copies
    counts = (("dossier.originals", originals), ("dossier.copies", copies))
    return ", ".join(words(key, count=count) for key, count in counts if count)


def unmarked(said: str) -> str:
    """A text without the marks of a list that it opens with: the list has marks of its own."""
    return said[skip_marks(said, 0, len(said)) :] or said
