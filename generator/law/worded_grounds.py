"""The grounds of a decision whose words it keeps: each is printed once, in its own words."""

from collections.abc import Mapping

from generator.law.citations import normalise, numbers_in
from generator.records.decision import Decision
from generator.records.registers import LegalDocument


def unworded_grounds(decision: Decision, documents: Mapping[str, LegalDocument]) -> tuple[str, ...]:
    """The keys of the grounds that no text of the decision cites by number: those have a title."""
    cited = {number for text in decision.ground_texts for number in list(numbers_in(text))[:1]}
    return tuple(
        key
        for key in decision.grounds
        if key not in documents or normalise(documents[key].number) not in cited
    )
