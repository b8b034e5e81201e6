"""Headings above the quoted sentences of several cases, which say for whom each of them is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from generator.findings.problem import Pointer
from generator.readings.door import FilingQuote
from generator.readings.evidence import Evidence, Reading, evidence_of
from generator.readings.filing_clauses import Passage
from generator.readings.filing_said import quote_with_whom
from generator.readings.filing_words import FILES, NOT_A_CASE, STEP
from generator.readings.lowered import lowered
from generator.readings.sentences import begins_with_case, sentence_at
from generator.readings.step_actors import StepActor, find_actor

_HEADING = re.compile(
    r"^[ \t*+•–-]{0,9}\)?\s?(?:\(?[0-9a-zđ]{1,2}[.)](?:[0-9]{1,2}\s)?\s{0,3}){0,2}"
    r"(?P<said>(?:(?:riêng |trong )?(?:các )?(?:đối với|trường hợp|nếu) [^\n]{8,220}[^\n.,;]"
    r"|[^\n:;]{12,120}:|(?:tại |ở )?cấp (?:tỉnh|xã|trung ương):?)\s{0,9}$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says for whom the lines below it are: by how it begins, or by its colon."""
_TO_POWER = re.compile(
    r"(?<!\w)(?:nộp|gửi)\s[^.;\n]{0,200}?(?<!\w)(?:hồ sơ|đơn|tờ khai|văn bản đề nghị)(?!\w)"
    r"[^.;\n]{0,160}?\s(?:đến|tới|về|cho|tại)\s(?:các )?"
    r"(?P<whom>(?:cơ quan|cấp|người|đơn vị|tổ chức|nơi)(?! hàng)(?!\w)[^.;:,\n]{3,120})"
)
"""Words of handing in that lead to somebody by his power, or by what he is."""
_LEADS_TO_LIST = re.compile(r"(?:sau(?: đây)?|gồm|nộp)\s?:\s{0,9}\Z")
_OF_OFFICE = re.compile(
    r"giải quyết|nộp hồ sơ|hồ sơ|thời (?:hạn|gian)|quy trình|cách thức|trình tự"
)
_OF_ACT = re.compile(
    r"trình tự(?:, thủ tục)? (?:cấp|gia hạn|sửa đổi|điều chỉnh|công nhận|đăng ký|thu hồi"
    r"|chấm dứt)\s(?!.*hồ sơ)"
)
"""How a heading begins that says which act of several the lines below are about."""
_OF_DOSSIER_THERE = re.compile(r"bổ sung|hoàn thiện|trả lại|(?<!\w)đã nộp|kết quả|ý kiến")
_BY_CITATION = re.compile(
    r"\W{0,9}(?:khi |trong )?(?:thuộc )?(?:các )?trường hợp (?:quy định )?tại (?:khoản|điểm|điều)\s"
)
"""How a sentence begins that tells its case by the number of a law alone."""
_FAR, _MOST = 4000, 8

Quotes = tuple[Reading[FilingQuote], ...]
Texts = dict[Pointer, Passage]


@dataclass(frozen=True, slots=True)
class _CaseHeading:
    """The words of a line that says for whom the lines below it are, and where they stand."""

    said: str
    evidence: Evidence

    @property
    def is_case(self) -> bool:
        """Whether the words begin with those for whom they are."""
        return begins_with_case(self.said)


def with_case_headings(quotes: Quotes, words: Iterable[Passage]) -> Quotes:
    """The quotations with the headings that they stand under, where these tell several apart."""
    words = tuple(words)
    texts = {one.pointer: one for one in words}
    above = [_heading(one, texts) for one in quotes]
    told = [one for one in above if one]
    if are_below_cases(quotes, words):
        return tuple(
            _with_heading(one, said) if said and said.is_case and not one.value.beside else one
            for one, said in zip(quotes, above, strict=True)
        )
    if len(told) < len(quotes) or len({one.evidence for one in told}) < 2:
        return quotes
    return tuple(_with_heading(one, said) for one, said in zip(quotes, told, strict=True))


def are_below_cases(quotes: Quotes, words: Iterable[Passage]) -> bool:
    """Whether the sentences of the answer stand below cases, and others beside them are told."""
    texts = {one.pointer: one for one in words}
    own = [_own_heading(one, texts) for one in quotes if not one.value.beside]
    cases = bool(own) and all(one is not None and one.is_case for one in own)
    return cases and any(one.value.beside and one.value.receivers for one in quotes)


def told_in_other_cases(quotes: Quotes, words: Iterable[Passage]) -> Quotes:
    """The sentences of handing in below headings of other cases than those of the quotations."""
    texts = {one.pointer: one for one in words}
    above = [(one.evidence[-1].pointer, _own_heading(one, texts)) for one in quotes]
    told = {heading.said for _, heading in above if heading}
    found = [
        said
        for pointer in dict.fromkeys(at for at, heading in above if heading and heading.is_case)
        for said in _below_other_headings(texts[pointer], told)
    ]
    known = {one.value.text for one in quotes}
    return tuple(one for one in found if one.value.text not in known)


def _below_other_headings(passage: Passage, told: set[str]) -> Iterator[Reading[FilingQuote]]:
    """The first sentence below each heading of a case that is none of those told."""
    seen = set(told)
    for match in islice(_TO_POWER.finditer(passage.low), _MOST):
        heading = _heading_above(passage, match.start())
        if heading is None or heading.said in seen or not heading.is_case:
            continue
        sentence = sentence_at(passage.recorded, match.start())
        is_reader = find_actor(sentence, 0, len(sentence)).actor is not StepActor.OFFICE
        if is_reader and not _OF_DOSSIER_THERE.search(lowered(sentence)):
            seen.add(heading.said)
            yield quote_with_whom(passage, match)


def _with_heading(one: Reading[FilingQuote], above: _CaseHeading) -> Reading[FilingQuote]:
    value = replace(one.value, heading=above.said)
    return replace(one, value=value, evidence=(above.evidence, *one.evidence))


def _heading(one: Reading[FilingQuote], texts: Texts) -> _CaseHeading | None:
    """The nearest line above a quotation that says for whom it is, if need be in a step before."""
    own = _own_heading(one, texts)
    pointer = one.evidence[-1].pointer
    if own or pointer not in texts or pointer[0] != "steps" or _says_so_itself(one):
        return own
    before = [passage for passage in texts.values() if passage.pointer[0] == "steps"]
    for passage in reversed(before[: before.index(texts[pointer])]):
        found = _heading_above(passage, len(passage.text))
        if found and found.is_case:
            return found
    return None


def _own_heading(one: Reading[FilingQuote], texts: Texts) -> _CaseHeading | None:
    passage = texts.get(one.evidence[-1].pointer)
    if passage is None or _says_so_itself(one):
        return None
    return _heading_above(passage, one.evidence[-1].start)


def _says_so_itself(one: Reading[FilingQuote]) -> bool:
    if _BY_CITATION.match(lowered(one.value.text)):
        return False
    return bool(one.value.heading) or begins_with_case(one.value.text)


def _heading_above(passage: Passage, start: int) -> _CaseHeading | None:
    found = None
    for match in _HEADING.finditer(passage.text, max(0, start - _FAR), start):
        found = match if _is_case(match) else found
    if found is None:
        return None
    span = found.start("said"), found.start("said") + len(found["said"].rstrip())
    evidence = evidence_of(passage.pointer, passage.recorded, *span)
    return _CaseHeading(" ".join(evidence.words.split()), evidence)


def _is_case(match: re.Match[str]) -> bool:
    said = lowered(match["said"])
    if _OF_ACT.match(said):
        return True
    if STEP.match(said) or FILES.search(said) or NOT_A_CASE.search(said):
        return False
    is_of_office = not begins_with_case(said) and _OF_OFFICE.search(said)
    return not (_LEADS_TO_LIST.search(said) or is_of_office)
