"""The papers of a dossier as a list to tick off: every item of the source in its own words."""

import re
from collections.abc import Iterator, Sequence

from generator.model.edition import Edition
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    escape_lines,
    external_anchor,
    join_html,
    void_element,
)
from generator.pages.paper_quantity import quantity_words, usual_quantity
from generator.pages.paper_texts import group_heading
from generator.readings.paper_pieces import own_words
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper, without_bullet
from generator.records.version import Form, Version

_OPEN_PAPERS = 25
"""A dossier with more papers can be filtered."""
_BETWEEN = re.compile(r"\A[\s;,.:–—•●*+-]+|[\s–—•●*+-]+\Z")
"""What separates the papers of one item, beside the marks that tell their order."""
_DOT = escape_html(" · ")
_BOX = void_element("input", type="checkbox")


def checklist(version: Version, groups: Sequence[RecordedGroup], edition: Edition) -> Block:
    """All groups; its script keeps the ticks on the device and filters the papers."""
    words = edition.words
    papers = [paper for group in groups for paper in group.papers]
    forms = {form.id: form for form in version.forms.items}
    usual = usual_quantity(papers, words)
    listed = element(
        "div",
        element("p", escape_html(words("dossier.usual_number", number=usual)), class_="usual")
        if usual
        else EMPTY,
        *(part for group in groups for part in _group(group, usual, forms, edition)),
        class_="checklist",
        data_checklist=f"{version.procedure}/{version.version}",
        data_find=words("dossier.find") if len(papers) > _OPEN_PAPERS else None,
    )
    return html_block(listed)


def _group(
    group: RecordedGroup, usual: str, forms: dict[str, Form], edition: Edition
) -> Iterator[Html]:
    if group.name:
        heading = group_heading(group, group.name, edition.words)
        yield element("h3", escape_line(heading), class_="case")
    if group.papers:
        papers = (_paper(paper, usual, forms, edition) for paper in group.papers)
        yield element("ul", *papers, class_="papers")


def _paper(paper: RecordedPaper, usual: str, forms: dict[str, Form], edition: Edition) -> Html:
    """An item: a box beside its words, or one beside each paper of a list in them."""
    words = edition.words
    said = [quantity_words(paper, words)]
    said = [] if said[0] in (usual, "") else said
    said += [words("dossier.not_required")] if paper.item.required is False else []
    said += [words("dossier.electronic_form")] if paper.item.electronic_form else []
    small = element("small", escape_html(" · ".join(said))) if said else EMPTY
    about = [_form(forms[key], edition) for key in paper.item.forms if key in forms]
    return element(
        "li",
        _line(without_bullet(paper.item.name), small, paper.is_asked)
        if not paper.is_list
        else join_html([_parts(paper.papers, paper.item.name, 0, paper.is_asked), small]),
        element("div", join_html(about, escape_html(" ")), class_="about") if about else EMPTY,
        element("p", escape_lines(paper.item.text)) if paper.item.text else EMPTY,
        class_=None if paper.is_asked else "remark",
    )


def _parts(papers: Sequence[Paper], name: str, start: int, asked: bool) -> Html:
    """The papers that stand in the name of one item from `start` on, in the order of its words."""
    starts = (start, *map(_end, papers))
    parts = (_part(one, name, at, asked) for one, at in zip(papers, starts, strict=False))
    return element("ul", *parts, class_="papers")


def _part(paper: Paper, name: str, start: int, asked: bool) -> Html:
    """A paper with the mark that stands before its words, such as a letter, from `start` on."""
    begin, own = paper.words.start, own_words(paper)
    below = _parts(paper.parts, name, begin + len(own), asked) if paper.parts else EMPTY
    mark = _BETWEEN.sub("", name[start:begin])
    said = f"{mark} {own}" if mark else own
    return element("li", _line(said, EMPTY, asked and _is_one(paper)), below)


def _end(paper: Paper) -> int:
    """Where the words of a paper and of those listed in it end."""
    return max(paper.words.end, *map(_end, paper.parts)) if paper.parts else paper.words.end


def _is_one(paper: Paper) -> bool:
    """Whether words are a paper of their own, not the heading of those below, nor its contents."""
    return paper.ticks and all(part.role.value is PaperRole.CONTENT for part in paper.parts)


def _line(said: str, small: Html, ticked: bool) -> Html:
    name = element("span", join_html(filter(None, [escape_lines(said), small]), _DOT))
    return element("label", _BOX, name) if ticked else element("p", name, class_="unticked")


def _form(form: Form, edition: Edition) -> Html:
    """The form to fill in, as a link when it can be downloaded."""
    url = form.file.url if form.file else None
    if url:
        return external_anchor(edition.words("dossier.download", name=form.name), url)
    return escape_line(edition.words("dossier.form", name=form.name))
