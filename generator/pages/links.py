"""Links between records, named the same wherever they stand."""

import re
from collections.abc import Iterable

from generator import addresses
from generator.model.edition import Edition
from generator.model.elsewhere import document_page
from generator.pages.formatting import document_number
from generator.pages.nodes.inline import NOTHING, Inline, external_link, link, text
from generator.pages.nodes.phrases import phrase
from generator.records.decision import Decision


def decision_link(decision: Decision, here: str) -> Inline:
    """A link to the page of a decision, named by its number."""
    return link(text(decision.number), addresses.relative(addresses.decision(decision.id), here))


def document_link(key: str, edition: Edition) -> Inline:
    """A legal document by its number, with a link to its text where the register has one."""
    document = edition.catalogue.documents.get(key)
    number = document_number(key, edition.catalogue)
    url = document_page(document, edition.catalogue.settings) if document else None
    return external_link(number, url) if url else text(number)


def under_document(key: str | None, shown: Iterable[str | None], edition: Edition) -> Inline:
    """By which document something holds; nothing when there is none, or `shown` names it."""
    if not key:
        return NOTHING
    number = document_number(key, edition.catalogue)
    named = re.compile(rf"(?<![\w/]){re.escape(number)}(?![\w/-])")
    if any(named.search(said) for said in shown if said):
        return NOTHING
    return phrase(edition.words, "document.under", document=document_link(key, edition))


def annulled_by(annulling: Decision, edition: Edition, here: str) -> Inline:
    """That a row was annulled, with a link to the decision that annulled it."""
    return phrase(edition.words, "row.annulled", number=decision_link(annulling, here))


def procedure_link(code: str, edition: Edition, here: str) -> Inline:
    """A link to the page of a procedure by title and code; its code alone when it has no page."""
    entry = edition.entries.get(code)
    label = text(f"{entry.title} ({code})" if entry else code)
    return link(label, addresses.relative(addresses.procedure(code), here)) if entry else label
