"""Whether a dossier may be handed in wherever one lives."""

from collections.abc import Iterable, Iterator

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.filing_clauses import Passage, passage_of
from generator.readings.filing_words import ANYWHERE
from generator.records.version import Version


def read_anywhere(version: Version, words: Iterable[Passage]) -> Reading[bool] | None:
    """Whether the place of residence does not matter, by a mark or by words; None unless so."""
    if version.non_territorial:
        evidence = evidence_of(("non_territorial",), "true")
        return Reading(True, Certainty.SURE, (evidence,))
    for one in (*_receiving_words(version), *words):
        if match := ANYWHERE.search(one.low):
            return Reading(True, Certainty.LIKELY, (one.evidence(*match.span()),))
    return None


def _receiving_words(version: Version) -> Iterator[Passage]:
    for position, part in enumerate(version.agencies.receiving.items):
        if part.text:
            pointer: Pointer = ("agencies", "receiving", "items", position, "text")
            yield passage_of(part.text, pointer)
