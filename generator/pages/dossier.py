"""What to bring: a checklist by case, with how many, which form, and what need not be brought."""

import re
from collections.abc import Sequence

from generator.model.edition import Edition
from generator.pages.formatting import missing
from generator.pages.markdown import (
    blocks,
    folded_block,
    heading,
    html,
    html_line,
    html_lines,
    inline,
    outside,
    prose,
)
from generator.records.version import DossierGroup, DossierItem, Form, Version

_LIST_MARK = re.compile(r"^\s*[-+*•–]\s+")
_OPEN_PAPERS = 15
"""A dossier with more papers can be filtered, and shows its cases folded."""


def dossier(version: Version, edition: Edition) -> str:
    """The section of a version's dossier."""
    words = edition.words
    groups = version.dossier.groups
    sets = version.dossier.sets
    return blocks(
        [
            heading(2, words("part.dossier"), "can-chuan-bi"),
            words("dossier.sets", count=sets) if sets is not None else "",
            _checklist(version, edition) if groups.items else inline(missing(groups, words)),
            prose(version.dossier.text or ""),
            _not_asked(version, edition),
        ]
    )


def _checklist(version: Version, edition: Edition) -> str:
    """All cases; its script keeps the ticks on the device and filters the papers."""
    groups = version.dossier.groups.items
    forms = {form.id: form for form in version.forms.items}
    papers = sum(len(group.items) for group in groups)
    folded = len(groups) > 1 and papers > _OPEN_PAPERS
    told = edition.words("dossier.cases", count=len(groups)) if folded else ""
    name = f"{version.procedure}/{version.version}"
    find = f' data-find="{html(edition.words("dossier.find"))}"' if papers > _OPEN_PAPERS else ""
    return (
        f'<div class="checklist" data-checklist="{html(name)}"{find}>'
        f"{f'<p>{html(told)}</p>' if told else ''}"
        f"{''.join(_group(group, forms, folded, edition) for group in groups)}</div>"
    )


def _group(group: DossierGroup, forms: dict[str, Form], folded: bool, edition: Edition) -> str:
    items = [item for item in group.items if not item.replaced_by_data]
    papers = "".join(_item(item, forms, edition) for item in items)
    listed = f'<ul class="papers">{papers}</ul>'
    name = html_lines(_unmarked(group.name or ""))
    if not folded:
        return f'<p class="case">{name}</p>{listed}' if name else listed
    shown = name or html(edition.words("dossier.every_case"))
    count = html(edition.words("dossier.papers", count=len(items)))
    return folded_block(
        f'<span class="case">{shown}</span> <span class="quiet">{count}</span>', listed
    )


def _item(item: DossierItem, forms: dict[str, Form], edition: Edition) -> str:
    name = html_lines(_unmarked(item.name))
    if item.kind == "note":
        said = html(edition.words("dossier.note"))
        return f'<li class="remark"><strong>{said}</strong> {name}</li>'
    about = "".join(f"<span>{part}</span>" for part in _about(item, forms, edition))
    quiet = f'<p class="about">{about}</p>' if about else ""
    more = f"<p>{html_lines(item.text)}</p>" if item.text else ""
    box = f'<label><input type="checkbox"><span>{name}</span></label>'
    return f"<li>{box}{quiet}{more}</li>"


def _about(item: DossierItem, forms: dict[str, Form], edition: Edition) -> list[str]:
    words = edition.words
    said = [
        _quantity(item, edition),
        words("dossier.not_required") if item.required is False else "",
        words("dossier.electronic_form") if item.electronic_form else "",
    ]
    named = [_form(forms[key], edition) for key in item.forms if key in forms]
    return [html(text) for text in said if text] + named


def _form(form: Form, edition: Edition) -> str:
    """The form to fill in, as a link when it can be downloaded."""
    url = form.file.url if form.file else None
    if url:
        return outside(edition.words("dossier.download", name=form.name), url)
    return html_line(edition.words("dossier.form", name=form.name))


def _not_asked(version: Version, edition: Edition) -> str:
    """The papers that a database has replaced, which an office may no longer ask for.

    Source: Resolution 66.7/2025/NQ-CP, article 4.
    """
    groups: Sequence[DossierGroup] = version.dossier.groups.items
    found = [item for group in groups for item in group.items if item.replaced_by_data]
    if not found:
        return ""
    papers = "".join(_looked_up(item, edition) for item in found)
    title = html(edition.words("dossier.not_asked"))
    return f'<div class="not-asked"><p><strong>{title}</strong></p><ul>{papers}</ul></div>'


def _looked_up(item: DossierItem, edition: Edition) -> str:
    lookup = item.replaced_by_data
    assert lookup is not None
    said = html_line(edition.words("dossier.data", database=lookup.database))
    more = f" {html_lines(lookup.text)}" if lookup.text else ""
    return f"<li>{html_lines(_unmarked(item.name))}<br><small>{said}{more}</small></li>"


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
