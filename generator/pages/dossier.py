"""What to bring: a checklist by case, with how many, which form, and what need not be brought."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model.edition import Edition
from generator.pages.formatting import missing, printed_wording
from generator.pages.lacking import is_left_out
from generator.pages.links import under_document
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, html_block
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
from generator.pages.nodes.inline import NOTHING, prose, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.records.version import DossierGroup, DossierItem, Form, Version

_LIST_MARK = re.compile(r"^\s*[-+*•–]\s+")
_OPEN_PAPERS = 15
"""A dossier with more papers can be filtered, and shows its cases folded."""
_SPACE = escape_html(" ")
_BOX = void_element("input", type="checkbox")


def dossier(version: Version, edition: Edition) -> Block:
    """The section of a version's dossier."""
    words = edition.words
    groups, sets = version.dossier.groups, version.dossier.sets
    if is_left_out(groups) and sets is None and not version.dossier.text:
        return NO_BLOCK
    said = NOTHING if is_left_out(groups) else text(missing(groups, words))
    return blocks(
        [
            section_heading(words, "part.dossier"),
            phrase(words, "dossier.sets", count=sets) if sets is not None else NOTHING,
            _checklist(version, edition) if groups.items else said,
            prose(printed_wording(groups, _said(groups.items))),
            prose(version.dossier.text or ""),
            _not_asked(version, edition),
        ]
    )


def _said(groups: Iterable[DossierGroup]) -> Iterator[str | None]:
    """The texts that the checklist shows."""
    for group in groups:
        yield group.name
        yield from (part for item in group.items for part in (item.name, item.text))


def _checklist(version: Version, edition: Edition) -> Block:
    """All cases; its script keeps the ticks on the device and filters the papers."""
    words = edition.words
    groups = version.dossier.groups.items
    forms = {form.id: form for form in version.forms.items}
    papers = sum(len(group.items) for group in groups)
    folded = len(groups) > 1 and papers > _OPEN_PAPERS
    cases = element("p", escape_html(words("dossier.cases", count=len(groups))))
    checklist = element(
        "div",
        cases if folded else EMPTY,
        *(_group(group, forms, folded, edition) for group in groups),
        class_="checklist",
        data_checklist=f"{version.procedure}/{version.version}",
        data_find=words("dossier.find") if papers > _OPEN_PAPERS else None,
    )
    return html_block(checklist)


def _group(group: DossierGroup, forms: dict[str, Form], folded: bool, edition: Edition) -> Html:
    items = [item for item in group.items if not item.replaced_by_data]
    listed = element("ul", *(_item(item, forms, edition) for item in items), class_="papers")
    name = escape_lines(_unmarked(group.name or ""))
    if not folded:
        return join_html([element("p", name, class_="case"), listed]) if name else listed
    case = name or escape_html(edition.words("dossier.every_case"))
    count = escape_html(edition.words("dossier.papers", count=len(items)))
    summary = [element("span", case, class_="case"), element("span", count, class_="quiet")]
    return folded_block(join_html(summary, _SPACE), listed)


def _item(item: DossierItem, forms: dict[str, Form], edition: Edition) -> Html:
    name = _name(item, edition)
    if item.kind == "note":
        return element("li", name, class_="remark")
    about = join_html(element("span", part) for part in _about(item, forms, edition))
    return element(
        "li",
        element("label", _BOX, element("span", name)),
        element("p", about, class_="about") if about else EMPTY,
        element("p", escape_lines(item.text)) if item.text else EMPTY,
    )


def _name(item: DossierItem, edition: Edition) -> Html:
    """The name of a paper; of a note, that it is one before it."""
    name = escape_lines(_unmarked(item.name))
    if item.kind != "note":
        return name
    label = element("strong", escape_html(edition.words("dossier.note")))
    return join_html([label, _SPACE, name])


def _about(item: DossierItem, forms: dict[str, Form], edition: Edition) -> Iterator[Html]:
    words = edition.words
    if quantity := _quantity(item, edition):
        yield escape_html(quantity)
    if item.required is False:
        yield escape_html(words("dossier.not_required"))
    if item.electronic_form:
        yield escape_html(words("dossier.electronic_form"))
    yield from (_form(forms[key], edition) for key in item.forms if key in forms)


def _form(form: Form, edition: Edition) -> Html:
    """The form to fill in, as a link when it can be downloaded."""
    url = form.file.url if form.file else None
    if url:
        return external_anchor(edition.words("dossier.download", name=form.name), url)
    return escape_line(edition.words("dossier.form", name=form.name))


def _not_asked(version: Version, edition: Edition) -> Block:
    """The papers that a database has replaced, which an office may no longer ask for.

    Source: Resolution 66.7/2025/NQ-CP, article 4.
    """
    groups: Sequence[DossierGroup] = version.dossier.groups.items
    found = [item for group in groups for item in group.items if item.replaced_by_data]
    if not found:
        return NO_BLOCK
    title = element("strong", escape_html(edition.words("dossier.not_asked")))
    papers = element("ul", *(_looked_up(item, edition) for item in found))
    return html_block(element("div", element("p", title), papers, class_="not-asked"))


def _looked_up(item: DossierItem, edition: Edition) -> Html:
    lookup = item.replaced_by_data
    assert lookup is not None
    said = edition.words("dossier.data", database=lookup.database)
    basis = under_document(lookup.basis, (lookup.database, lookup.text), edition).html
    about = (escape_line(said), escape_lines(lookup.text or ""), basis)
    shown = join_html(filter(None, about), _SPACE)
    return element("li", _name(item, edition), BREAK, element("small", shown))


def _unmarked(text: str) -> str:
    """A text without the dash or star it opens with: the list has marks of its own."""
    return _LIST_MARK.sub("", text) or text


def _quantity(item: DossierItem, edition: Edition) -> str:
    words = edition.words
    if item.presented_only:
        return words("dossier.presented")
    counts = [
        words(key, count=count)
        for key, count in (("dossier.originals", item.originals), ("dossier.copies", item.copies))
        if count
    ]
    return ", ".join(counts)
