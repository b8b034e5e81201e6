"""The anchors of a report, in which the parts of several decisions stand below each other."""

from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.law.text import slug

CHECK_AT, REMARKS_AT = "kiem-tra", "xem-truoc"
UNREAD_AT, PROCEDURES_AT = "chua-vao", "tung-thu-tuc"
_DECISION_AT = "quyet-dinh"


def decision_anchor(drafted: DraftedDecision) -> str:
    """Where the part of a decision begins."""
    return part_anchor(_DECISION_AT, drafted)


def part_anchor(name: str, drafted: DraftedDecision) -> str:
    """Where the report shows a part of what one of its decisions gave."""
    return f"{name}-{slug(drafted.decision.id)}"


def procedure_anchor(one: DraftedProcedure, drafted: DraftedDecision) -> str:
    """Where the report shows a procedure."""
    return part_anchor(f"tt-{drafted.procedures.index(one) + 1}", drafted)
