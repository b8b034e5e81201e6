"""How many decisions there are, and how many records of them: pages that count ask here."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.records.decision import Decision


@dataclass(frozen=True, slots=True)
class DecisionCounts:
    """What pages say of the decisions as a whole; `undated` are those of no day of signing."""

    records: int
    decisions: int
    undated_records: int
    undated: int

    @property
    def repeated(self) -> int:
        """The records of no day beside one that has the same number and a day."""
        return self.records - self.decisions


def repeated_decisions(edition: Edition) -> Mapping[str, str]:
    """The decisions of no day, each with the one of its agency that has its number and a day.

    They may be one decision that two sources tell of: lists have both, figures count one.
    """
    decisions = edition.catalogue.decisions.values()
    dated = {_named(one): one.id for one in decisions if one.signed}
    undated = (one for one in decisions if not one.signed)
    return {one.id: dated[_named(one)] for one in undated if _named(one) in dated}


def count_decisions(edition: Edition) -> DecisionCounts:
    """The records of decisions, and the decisions that figures count."""
    decisions, repeated = edition.catalogue.decisions, len(repeated_decisions(edition))
    undated = sum(one.signed is None for one in decisions.values())
    return DecisionCounts(len(decisions), len(decisions) - repeated, undated, undated - repeated)


def _named(decision: Decision) -> tuple[str, str]:
    return decision.agency, decision.number_normalised or decision.id
