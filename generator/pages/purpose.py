"""What a procedure is for, in a sentence: what one gets."""

from generator.law.titles import comparable, one_line
from generator.locale import Words
from generator.pages.nodes.inline import NOTHING, Flow, prose
from generator.pages.nodes.phrases import phrase
from generator.readings.cut_words import cut_at_sense
from generator.readings.results import promised_results
from generator.records.registers import Procedure
from generator.records.version import Version

_LONGEST = 240
"""Characters of results that still say at a glance what a procedure is for."""
_ROOM = 110
"""Characters of them that are said."""


def purpose(version: Version, procedure: Procedure, words: Words) -> Flow:
    """What a procedure is for: the editor's words, else what one gets."""
    if procedure.summary:
        return prose(procedure.summary)
    said = promised_words(version)
    return phrase(words, "answer.purpose", result=said) if said else NOTHING


def promised_words(version: Version) -> str:
    """What one gets, in few words; empty where that is not known or the title says it."""
    said = "; ".join(promised_results(version))
    if not said or len(said) > _LONGEST or comparable(said) in comparable(one_line(version.title)):
        return ""
    said = cut_at_sense(said, _ROOM)
    return said if said.endswith("…") else f"{said}."
