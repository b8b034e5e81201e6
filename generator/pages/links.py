"""Links between records, named the same wherever they stand."""

from generator import addresses
from generator.model.edition import Edition
from generator.pages.nodes.inline import Inline, link, text
from generator.pages.nodes.phrases import phrase
from generator.records.decision import Decision


def decision_link(decision: Decision, here: str) -> Inline:
    """A link to the page of a decision, named by its number."""
    return link(text(decision.number), addresses.relative(addresses.decision(decision.id), here))


def annulled_by(annulling: Decision, edition: Edition, here: str) -> Inline:
    """That a row was annulled, with a link to the decision that annulled it."""
    return phrase(edition.words, "row.annulled", number=decision_link(annulling, here))


def procedure_link(code: str, edition: Edition, here: str) -> Inline:
    """A link to the page of a procedure by title and code; its code alone when it has no page."""
    entry = edition.entries.get(code)
    label = text(f"{entry.title} ({code})" if entry else code)
    return link(label, addresses.relative(addresses.procedure(code), here)) if entry else label
