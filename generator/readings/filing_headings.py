"""Headings above the quoted sentences of several cases, which say for whom each of them is."""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.readings.door import FilingQuote
from generator.readings.evidence import Reading, evidence_of
from generator.readings.filing_clauses import Passage
from generator.readings.filing_words import FILES, NOT_A_CASE, STEP
from generator.readings.lowered import lowered
from generator.readings.sentences import begins_with_case

_HEADING = re.compile(
    r"^[ \t*+•–-]{0,9}(?:\(?[0-9a-zđ]{1,2}[.)]\s{0,3}){0,2}"
    r"(?P<said>(?:(?:riêng |trong )?(?:các )?(?:đối với|trường hợp|nếu) [^\n]{8,220}[^\n.,;]"
    r"|[^\n:;]{12,120}:)\s{0,9}$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says for whom the lines below it are: by how it begins, or by its colon."""
_LEADS_TO_LIST = re.compile(r"(?:sau(?: đây)?|gồm|nộp)\s?:\s{0,9}\Z")
_OF_OFFICE = re.compile(
    r"giải quyết|nộp hồ sơ|hồ sơ|thời (?:hạn|gian)|quy trình|cách thức|trình tự"
)
_FAR = 4000

Quotes = tuple[Reading[FilingQuote], ...]


def with_case_headings(quotes: Quotes, words: Iterable[Passage]) -> Quotes:
    """The quotations with the headings that they stand under, where these tell several apart."""
    texts = {one.pointer: one for one in words}
    above = {id(one): _heading(one, texts) for one in quotes}
    told = [said for said in above.values() if said]
    if len(told) < len(quotes) or len({match.start() for match in told}) < 2:
        return quotes
    return tuple(_with_heading(one, above[id(one)], texts) for one in quotes)


def _with_heading(
    one: Reading[FilingQuote],
    match: re.Match[str] | None,
    texts: dict[tuple[str | int, ...], Passage],
) -> Reading[FilingQuote]:
    if match is None:
        return one
    span = match.start("said"), match.start("said") + len(match["said"].rstrip())
    pointer = one.evidence[-1].pointer
    said = evidence_of(pointer, texts[pointer].recorded, *span)
    heading = " ".join(said.words.split())
    return replace(one, value=replace(one.value, heading=heading), evidence=(said, *one.evidence))


def _heading(
    one: Reading[FilingQuote], texts: dict[tuple[str | int, ...], Passage]
) -> re.Match[str] | None:
    """The nearest line above a quotation that says for whom it is; None where it says so itself."""
    passage = texts.get(one.evidence[-1].pointer)
    if passage is None or one.value.heading or begins_with_case(one.value.text):
        return None
    start = one.evidence[-1].start
    found = None
    for match in _HEADING.finditer(passage.text, max(0, start - _FAR), start):
        found = match if _is_case(match) else found
    return found


def _is_case(match: re.Match[str]) -> bool:
    said = lowered(match["said"])
    if STEP.match(said) or FILES.search(said) or NOT_A_CASE.search(said):
        return False
    return not (_LEADS_TO_LIST.search(said) or _OF_OFFICE.search(said))
