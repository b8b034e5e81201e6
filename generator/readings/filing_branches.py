"""A quotation on who receives that goes on to the last body of its sentence, or of its list."""

import re

from generator.readings.body_grammar import heads
from generator.readings.evidence import evidence_of
from generator.readings.filing_clauses import Passage
from generator.readings.filing_words import RECEIVED, STEP
from generator.readings.sentences import Quotation, quotation_at

_PIECE = re.compile(r"\s{0,9}[^;\n]*?(?:[;.](?=\s|\Z)|(?=\n)|\Z)")
"""What stands up to the next stop of a sentence, or the end of its line."""
_ITEM = re.compile(r"\s{0,9}(?:[*+•–-]\s?[^\W\d_]|\(?[0-9a-zđ]{1,2}[.)]\s|[+*]{2,3}\s)")
_LEADS_TO_LIST = re.compile(r"(?:(?<!\w)(?:sau(?: đây)?|gồm|đến|về)|cụ thể)\s?:")
_WANTS_MORE = re.compile(r"(?<!\w)(?:đến|tới|về|tại|cho|của|gửi|với|loại)\s{0,3}\Z", re.IGNORECASE)
"""How a line ends that a break has cut."""
_OF_OFFICE = re.compile(
    rf"{RECEIVED.pattern}|trong (?:thời hạn|vòng) |kiểm tra|hướng dẫn|trả lời"
    r"|chịu trách nhiệm|ban hành|quyết định (?:này|số)|trình (?:chủ tịch|bộ trưởng)"
)
"""Words of what is done with the dossier, behind which no branch follows."""
_OPENS = 40
"""Characters at whose beginning words that may also mean others name a body."""
_ENDS_BRACKET = re.compile(r"(?!\(?[0-9a-zđ.]{1,6}\))[^()\n]{8,300}\)")
"""Words that end a bracket which stands before them, or was forgotten."""
_LONGEST, _MOST = 2000, 12
_LONGEST_BRACKET, _SHORT = 600, 8


def quotation_of(passage: Passage, at: int, end: int) -> Quotation:
    """The sentence in which a position stands, up to the last branch of it."""
    found = quotation_at(passage.pointer, passage.recorded, at, end, at)
    said = found.evidence[-1]
    first = min(said.start, _sentence_start(passage, said.start, at))
    last = _end_of_branches(passage, found)
    if (first, last) == (said.start, said.end):
        return found
    whole = evidence_of(passage.pointer, passage.recorded, first, last)
    return Quotation(" ".join(whole.words.split()), found.heading, (*found.evidence[:-1], whole))


def _sentence_start(passage: Passage, start: int, at: int) -> int:
    """Where the sentence begins that a break, or a semicolon in a bracket, has cut at `start`."""
    text = passage.recorded
    cut = start - 1 if _WANTS_MORE.search(text, max(0, start - _SHORT), start) else None
    opening = text.rfind("(", text.rfind("\n", 0, at) + 1, at)
    inside = text[opening:at] if opening >= 0 else ""
    if ";" in inside and ")" not in inside and len(inside) < _LONGEST_BRACKET:
        cut = opening
    if cut is None and _ENDS_BRACKET.match(text, start, at):
        cut = max(text.rfind(stop, 0, start - 1) for stop in ("\n", ". ")) + 1
    if cut is None or cut < 0:
        return start
    return quotation_at(passage.pointer, text, cut, cut + 1, cut).evidence[-1].start


def _end_of_branches(passage: Passage, found: Quotation) -> int:
    """Where the last piece ends, behind a quotation, that names a body."""
    said = found.evidence[-1]
    is_list = _LEADS_TO_LIST.search(found.text) is not None
    goes_on = found.text.endswith("…") and not passage.recorded.startswith("\n", said.end)
    kept = at = said.end
    for _ in range(_MOST):
        piece = _PIECE.match(passage.low, at)
        if piece is None or piece.end() <= at or piece.end() - said.start > _LONGEST:
            return kept
        wants = _WANTS_MORE.search(passage.recorded, max(0, at - _SHORT), at)
        if not (goes_on or wants or (is_list and _ITEM.match(passage.recorded, at))):
            return kept
        if _is_of_office(piece):
            return kept
        goes_on, at = False, piece.end()
        kept = at if wants or _names_body(piece) else kept
    return kept


def _is_of_office(piece: re.Match[str]) -> bool:
    return STEP.match(piece[0].lstrip()) is not None or _OF_OFFICE.search(piece[0]) is not None


def _names_body(piece: re.Match[str]) -> bool:
    """Whether a piece names a body, or opens with words that may mean one."""
    if heads().search(piece[0]):
        return True
    return heads(weak=True).search(piece[0], 0, _OPENS) is not None
