"""For whom a door is: the words of a clause that limit it to a case."""

import re

from generator.readings.body_grammar import heads
from generator.readings.filing_clauses import Filing, subject_of
from generator.readings.filing_words import (
    AFTER_CASE,
    CASE,
    CASE_UNTIL_THEN,
    END_OF_CASE,
    RESERVE,
    REST_OF_ITEM,
    WAY_NOT_CASE,
)

_ANY_DOSSIER = re.compile(r"(?:đối với|trường hợp|nếu)(?: trường hợp)?(?: các)? hồ sơ")
_ANOTHER = re.compile(
    r"(?:[,;]|\s(?:và|hoặc|hay))\s(?:(?:gửi|nộp|trực tiếp|đến|tới|tại|về|cho)\s){0,3}"
)
_OWN_CONDITION = re.compile(r"[^,;()]{3,160}\s\(?(?:đối với|trường hợp|nếu)(?!\w)")
_BETWEEN = re.compile(r"(?P<case>(?:trường hợp|nếu)\s[^;.\n]{4,240}?)\sthì\s")


def case_before(filing: Filing) -> str | None:
    """The words before the verb of a clause that say for whom it is, else its heading."""
    low, text, clause = filing.words.low, filing.words.text, filing.clause
    if reserve := RESERVE.search(low, clause.start, filing.at):
        return text[slice(*reserve.span())]
    match = CASE.search(low, clause.start, clause.end)
    if match and match.start() < filing.at and _opens(filing, match.start()):
        end = _end_of_case(low, match)
        case = text[match.start() : end].strip(" ,)")
        inside = case.count(")") > case.count("(")
        if (
            inside
            or _ANY_DOSSIER.fullmatch(case.lower())
            or WAY_NOT_CASE.search(low, match.start(), match.start() + len(case))
        ):
            return filing.case
        return case if len(case.split()) > _shortest(case, low[end : end + 5]) else filing.case
    return filing.case


def _shortest(case: str, low: str) -> int:
    """How few words are no case: "trường hợp … nộp" is a condition, not an applicant."""
    return 4 if case.lower().startswith("trường hợp") and low.startswith((" nộp", " gửi")) else 3


def _end_of_case(low: str, match: re.Match[str]) -> int:
    if then := CASE_UNTIL_THEN.match(low, *match.span()):
        return then.end() - len(" thì ")
    stop = END_OF_CASE.search(low, *match.span())
    return stop.start() if stop else match.end()


def _opens(filing: Filing, position: int) -> bool:
    """Whether what stands at a position opens the clause, or a part of it behind a comma."""
    if position <= subject_of(filing.words.low, filing.clause):
        return True
    return filing.words.low[filing.clause.start : position].rstrip()[-1:] in (",", "(", ":")


def case_behind(filing: Filing, last: int) -> tuple[str | None, int]:
    """The words behind a body that say for whom it is, and where they end.

    A bracket ends them, else the next body that has a condition of its own.
    """
    low, text = filing.words.low, filing.words.text
    match = AFTER_CASE.match(low, last, filing.clause.end)
    if match and not WAY_NOT_CASE.search(match["case"]):
        start, end = match.span("case")
        if low[end : end + 1] != ")":
            end = match_end = _next_body(low, start, end)
        else:
            match_end = end + 1
        return text[start:end].strip(" ,)"), match_end
    rest = REST_OF_ITEM.match(low, last, filing.clause.end) if filing.listed else None
    return (text[slice(*rest.span("case"))].strip(" ,."), rest.end()) if rest else (None, last)


def _next_body(low: str, start: int, end: int) -> int:
    """Where a condition ends because another body with its own condition follows."""
    for match in _ANOTHER.finditer(low, start, end):
        if heads().match(low, match.end()) and _OWN_CONDITION.match(low, match.end(), end):
            return match.start()
    return end


def case_between(filing: Filing, start: int, end: int) -> str | None:
    """The condition that stands between two bodies of a clause: it is the second one's."""
    match = _BETWEEN.search(filing.words.low, start, end)
    return filing.words.text[slice(*match.span("case"))].strip() if match else None
