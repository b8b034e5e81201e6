"""What stands beside a paper of a checklist: how many, in which form, on which form to fill in."""

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.pages.dossier_record import DossierRecord
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    external_anchor,
    join_html,
)
from generator.pages.paper_words import quantity_words
from generator.readings.paper_applications import words_from_name
from generator.readings.paper_forms import ON_A_FORM, rank_application
from generator.readings.paper_labels import PaperLabel
from generator.readings.paper_types import Paper
from generator.records.version import DossierItem, Form

_DOT = escape_html(" · ")


def small_words(paper: Paper, item: DossierItem, source: DossierRecord) -> Html:
    """How many of a paper, and in which form, in small letters after its name."""
    words = source.edition.words
    quantity = quantity_words(paper, item, source.label(paper), words)
    said = [] if quantity == source.usual else [quantity]
    said += [words("dossier.not_required")] if item.required is False else []
    said += [words("dossier.or_other")] if source.label(paper).or_other else []
    said += [words("dossier.looked_up")] if source.label(paper).looked_up else []
    online = item.electronic_form and rank_application(words_from_name(paper)) < ON_A_FORM
    said += [words("dossier.electronic_form")] if online else []
    small = join_html((escape_html(one) for one in said if one), _DOT)
    return element("small", small) if small else EMPTY


def form_words(item: DossierItem, label: PaperLabel, source: DossierRecord) -> Iterator[Html]:
    """The forms to fill in that a label does not name."""
    for form in (source.forms[key] for key in item.forms if key in source.forms):
        if not _is_named(form, label):
            yield element("span", _form(form, source.edition))


def _is_named(form: Form, label: PaperLabel) -> bool:
    """Whether a form that cannot be downloaded is called in a label what its file is called."""
    name = form.name.rpartition(".")[0] or form.name
    return not (form.file and form.file.url) and name.lower() in label.text.lower()


def _form(form: Form, edition: Edition) -> Html:
    """The form to fill in, as a link when it can be downloaded."""
    url = form.file.url if form.file else None
    if url:
        return external_anchor(edition.words("dossier.download", name=form.name), url)
    return escape_line(edition.words("dossier.form", name=form.name))
