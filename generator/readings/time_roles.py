"""What a length of time is: the limit of all, of a stage, of the applicant, of the tax office …"""

from dataclasses import dataclass

from generator.readings.case_names import CaseNames
from generator.readings.clauses import Span, TextClause
from generator.readings.time_acts import REPAIRED
from generator.readings.time_headings import is_of_work
from generator.readings.time_patterns import (
    APPLICANT,
    BY_APPLICANT,
    BY_CHECK,
    BY_OFFICE,
    BY_TAX,
    CHECK,
    CHECKS_WITHIN,
    CONDITION,
    EVENT,
    EXCEEDED,
    EXTENDED,
    FROM_FILE,
    LATER,
    LEAD,
    RESULT,
    TAX,
    TOLD_BY_OFFICE,
    UPLOAD,
    VALIDITY,
)
from generator.readings.time_statements import Role
from generator.readings.time_values import TimeLimit


@dataclass(frozen=True, slots=True)
class WordsAround:
    """The words around a length, but those that say from when it runs.

    `before` stands in its sentence before it; `local` has its labels and the words on both sides
    without their conditions; `everything` has the words on both sides whole.
    """

    before: str
    local: str
    everything: str


def words_around(
    text: str, clause: TextClause, before: Span, after: Span, named: CaseNames
) -> WordsAround:
    """The words around a length of a clause; `named` knows which of them are conditions."""
    labels = [text[slice(*label)] for label in clause.labels]
    own = [words for words in labels if not CONDITION.match(words.lstrip(" -+*(0123456789)."))]
    checks = [words for words in labels if words not in own or not is_of_work(words)]
    bare = (named.without_condition(before), named.without_condition(after))
    words_before = text[slice(*before)]
    return WordsAround(
        before=words_before,
        local=" \n ".join([*own, *bare]),
        everything=" \n ".join([*checks, words_before, text[slice(*after)]]),
    )


def _without_upload(local: str, limit: TimeLimit) -> str:
    """The words around a length, without what an office puts on a site within it."""
    return UPLOAD.sub("", local) if limit.start and FROM_FILE.match(limit.start) else local


def role_of(words: WordsAround, limit: TimeLimit, says_nothing_else: bool, main: str) -> Role:
    """What a length is the limit of, by the words around it.

    `main` is what stands behind it in its sentence; `says_nothing_else` means that the words before
    it only name its cases, or that it is a limit.
    """
    local = words.local
    if BY_APPLICANT.match(main):
        return Role.APPLICANT
    if says_nothing_else and BY_CHECK.match(main) and not RESULT.search(main):
        return Role.CHECK
    if limit.start and EVENT.match(limit.start) and not TOLD_BY_OFFICE.match(main):
        return Role.APPLICANT
    if BY_TAX.match(main):
        return Role.TAX
    if EXCEEDED.search(words.before):
        return Role.OTHER
    if EXTENDED.search(words.before):
        return Role.EXTENSION
    if TAX.search(local) and not RESULT.search(TAX.split(local)[0]):
        return Role.TAX
    if APPLICANT.search(REPAIRED.sub("", local)) and not BY_OFFICE.match(main):
        return Role.APPLICANT
    if CHECK.search(words.everything):
        return Role.CHECK
    if VALIDITY.search(_without_upload(local, limit)) and "hiệu lực" not in (limit.start or ""):
        return Role.OTHER
    follows = words.before.strip(" :\n")
    if follows and not says_nothing_else and limit.value and not LEAD.search(words.before):
        return Role.OTHER
    if limit.start and LATER.search(limit.start):
        return Role.STAGE
    if CHECKS_WITHIN.search(words.before) and not RESULT.search(main):
        return Role.STAGE
    return Role.WHOLE if says_nothing_else or RESULT.search(local) else Role.STAGE
