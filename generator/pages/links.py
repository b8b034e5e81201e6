"""Links between records, named the same wherever they stand."""

from generator import addresses
from generator.model.edition import Edition
from generator.pages.markdown import inline, link
from generator.records.decision import Decision


def decision_link(decision: Decision, here: str) -> str:
    """A link to the page of a decision, named by its number."""
    return link(inline(decision.number), addresses.relative(addresses.decision(decision.id), here))


def annulled_by(annulling: Decision, edition: Edition, here: str) -> str:
    """That a row was annulled, with a link to the decision that annulled it."""
    return edition.words("row.annulled", number=decision_link(annulling, here))


def procedure_link(code: str, edition: Edition, here: str) -> str:
    """A link to the page of a procedure by title and code; its code alone when it has no page."""
    entry = edition.entries.get(code)
    label = inline(f"{entry.title} ({code})" if entry else code)
    return link(label, addresses.relative(addresses.procedure(code), here)) if entry else label
