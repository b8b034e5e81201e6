"""What to bring: papers by case, with how many, which form, and what need not be brought."""

import re

from generator.law.edition import Edition
from generator.pages.markdown import blocks, bullets, heading, inline, lines, prose
from generator.pages.wording import missing
from generator.records.version import DossierGroup, DossierItem, Form, Version

_LIST_MARK = re.compile(r"^\s*[-+*•–]\s+")


def dossier(version: Version, edition: Edition) -> str:
    """The section of a version's dossier."""
    words = edition.words
    groups = version.dossier.groups
    forms = {form.id: form for form in version.forms.items}
    sets = version.dossier.sets
    return blocks(
        [
            heading(2, words("part.dossier"), "can-chuan-bi"),
            words("dossier.sets", count=sets) if sets is not None else "",
            *(_group(group, forms, edition) for group in groups.items),
            "" if groups.items else inline(missing(groups, words)),
            prose(version.dossier.text or ""),
        ]
    )


def _group(group: DossierGroup, forms: dict[str, Form], edition: Edition) -> str:
    name = f"**{inline(_unmarked(group.name))}**" if group.name else ""
    return blocks([name, bullets(_paper(item, forms, edition) for item in group.items)])


def _paper(item: DossierItem, forms: dict[str, Form], edition: Edition) -> str:
    words = edition.words
    if item.kind == "note":
        return f"*{words('dossier.note')}* {prose(item.name, 4)}"
    short = [
        _quantity(item, edition),
        words("dossier.not_required") if item.required is False else "",
        words("dossier.electronic_form") if item.electronic_form else "",
        *(
            words("dossier.form", name=inline(forms[key].name))
            for key in item.forms
            if key in forms
        ),
    ]
    details = [" · ".join(part for part in short if part)]
    lookup = item.replaced_by_data
    if lookup:
        text = words("dossier.data", database=inline(lookup.database))
        details.append(f"**{text}** {inline(lookup.text or '')}".strip())
    if item.text:
        details.append(prose(item.text, 4))
    return lines(prose(_unmarked(item.name), 4), *details)


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
