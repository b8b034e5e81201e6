"""What a note says about a fee without a sum: none, free, a share, laid down elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.readings.clauses import Span, TextClause, is_within, split_clauses
from generator.readings.days import periods_in
from generator.readings.evidence import Certainty
from generator.readings.fee_terms import (
    WAIVED,
    LabelWords,
    documents_in,
    is_on_request,
    is_only_method,
    join_labels,
    methods_in,
    read_label,
)
from generator.readings.fee_values import (
    Authority,
    FeeAbsent,
    FeeChange,
    FeeElsewhere,
    FeeFree,
    FeeShare,
    FeeStatement,
    FeeTerms,
)

_PERCENT = re.compile(
    r"(?<![0-9.,])(?P<percent>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?%(?!\s+của\s+[0-9])"
)
_OF_FEES = re.compile(
    r"\s{0,9}(?:so với\s+)?(?:các\s+)?(?P<of>(?:mức|phí"
    r"|lệ phí)(?!\w)[^.;:\n()]{0,240})",
    re.IGNORECASE,
)
_OF_ABOVE = re.compile(r"nêu trên|như trên|ở trên|trên đây|quy định\W*\Z", re.IGNORECASE)
_OF_VALUE = re.compile(
    r"\s{0,9}(?:\([^()]{0,40}\)\s*)?(?:của\s+|trên\s+)?(?P<of>(?:tổng |giá trị )[^.;,\n()]{3,60})",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:giảm|miễn)\s+\Z", re.IGNORECASE)
_CONDITION = re.compile(r"trường hợp|đối với|(?<!\w)(?:khi|nếu|sử dụng)(?!\w)", re.IGNORECASE)
_NONE = re.compile(
    r"\A\W*(?:không|không có|(?P<yet>(?:không|chưa)(?: có)? quy định))"
    r"(?:\s+(?:về\s+)?(?:phí|lệ phí|phí, lệ phí))?\W*",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\A\W*(?:(?:phí|lệ phí|phí, lệ phí)[\s:]*)?(?:(?:được )?miễn(?: thu| nộp)?(?: phí, lệ phí"
    r"| phí| lệ phí)?"
    r"|không (?:phải )?(?:thu|nộp)(?: phí, lệ phí| phí| lệ phí)?|0 ?(?:đồng"
    r"|vnđ))(?!\w)\W*(?:đồng)?\W*",
    re.IGNORECASE,
)
_FREE_OF = re.compile(
    r"(?:được )?(?:miễn|không (?:phải )?(?:thu|nộp))(?: thu| nộp)?\s+(?P<what>(?:phí"
    r"|lệ phí)(?!\w)[^()]{0,140})"
    r"(?P<rest>\([^()]*\))?\W*(?:đồng)?\W*",
    re.IGNORECASE,
)
_IN_DONG = re.compile(r"phí đồng\W*\Z", re.IGNORECASE)
"""A currency left over from a field: "Miễn phí Đồng" names no fee."""
_FOR_SOME = re.compile(r"\s(?:cho|đối với|với|theo|trong)\s", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"h?eo (?:quyu? ?định|quyết định|khoản|mục|phí|biểu|pháp luật)|(?<!\w)(?:quy định"
    r"|quyết định)(?!\w)|hđnd"
    r"|hội đồng nhân dân|thông tư|nghị quyết|nghị định|biểu (?:phí|giá|mức|khung)|chi tiết tại"
    r"|tra cứu|văn bản giá"
    r"|pháp luật (?:về )?(?:phí|giá)|mục [IVX]+",
    re.IGNORECASE,
)
_FEE_LABEL = re.compile(r"phí(?!\w)|giá dịch vụ", re.IGNORECASE)
_BY_WHAT = re.compile(
    r"\s(?:(?:được|thực hiện|áp dụng)\s){0,3}(?:quy định|theo)(?!\w)", re.IGNORECASE
)
"""Where words for what a fee is end, and who lays it down begins."""
_NOT_IN_SCHEDULE = re.compile(
    r"\W*không (?:được )?quy định (?:tại|trong) (?:các )?biểu [^.;\n]*\W*", re.IGNORECASE
)
_GENERAL = re.compile(r"(?:phí|lệ phí|mức thu)?", re.IGNORECASE)
_NOT_THE_SUM = re.compile(
    r"hoàn trả|thời điểm nộp|nộp trực tiếp tại|xuất trình|không bao gồm tiền|phải nộp thêm",
    re.IGNORECASE,
)
_AUTHORITIES = (
    (Authority.COUNCIL, re.compile(r"hội đồng nhân dân|hđnd", re.IGNORECASE)),
    (
        Authority.COMMITTEE,
        re.compile(
            r"[uủ][ỷyỷ]? ?ban nhân dân[^.;]{0,60}quy(?:ết)? định"
            r"|quy(?:ết)? định của (?:[uủ][ỷyỷ]? ?ban nhân dân|ubnd)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (Authority.FINANCE, re.compile(r"bộ (?:trưởng bộ )?tài chính|tt-?btc", re.IGNORECASE)),
    (Authority.PRICES, re.compile(r"luật giá|pháp luật (?:về )?giá|văn bản giá", re.IGNORECASE)),
    (Authority.LAW, re.compile(r"pháp luật|luật phí", re.IGNORECASE)),
    (Authority.SCHEDULE, re.compile(r"biểu|kèm theo|chi tiết tại", re.IGNORECASE)),
)
_ONE_OF_SEVERAL = re.compile(
    r"(?:chính phủ|tài chính)[^.;\n]{0,60} hoặc (?:của )?(?:hội đồng nhân dân|hđnd)", re.IGNORECASE
)
"""Several authorities of which each lays some fees down."""


@dataclass(frozen=True, slots=True)
class FeePhrase:
    """A statement, how sure it is, and the stretches of the note that it was read out of."""

    value: FeeStatement
    certainty: Certainty
    spans: tuple[Span, ...]


def read_whole(words: str) -> FeePhrase | None:
    """A note that says nothing but "không", "chưa quy định", "miễn phí"."""
    whole = ((0, len(words)),)
    none = _NONE.fullmatch(words)
    if none:
        return FeePhrase(FeeAbsent(bool(none["yet"])), _sure(not none["yet"]), whole)
    return FeePhrase(FeeFree(), Certainty.SURE, whole) if _FREE.fullmatch(words) else None


def _sure(is_sure: bool) -> Certainty:
    return Certainty.SURE if is_sure else Certainty.LIKELY


def read_phrases(
    words: str, clause: TextClause, labels: list[LabelWords], others: list[Span], has_sums: bool
) -> Iterator[FeePhrase]:
    """Shares, waivers and "none" of one clause; `others` are brackets that are read apart."""
    waived = WAIVED.search(words, clause.start, clause.end)
    if waived and not is_within(waived.start(), others):
        yield from _waiver(words, waived, clause, labels)
    yield from _percents(words, clause, labels, others)
    if not has_sums and not waived:
        yield from _none(words, clause, labels)


def _waiver(
    words: str, waived: re.Match[str], clause: TextClause, labels: list[LabelWords]
) -> Iterator[FeePhrase]:
    """Free from one day to another."""
    for found in periods_in(words[waived.end() : clause.end]):
        span = (waived.start(), waived.end() + found.end)
        documents = documents_in(words[waived.start() : clause.end])
        named = [
            label for label in labels if not _GENERAL.fullmatch(" ".join(label.terms.applies_to))
        ]
        terms = replace(join_labels(named).terms, period=found.period, documents=documents)
        yield FeePhrase(FeeChange(0.0, terms), Certainty.SURE, (span,))
        return


def _percents(
    words: str, clause: TextClause, labels: list[LabelWords], others: list[Span]
) -> Iterator[FeePhrase]:
    start = clause.start
    for match in _PERCENT.finditer(words, clause.start, clause.end):
        if not is_within(match.start(), others):
            said = _percent(words, match, (start, clause), labels)
            if said:
                yield said
        start = match.end()


def _percent(
    words: str, match: re.Match[str], where: tuple[int, TextClause], labels: list[LabelWords]
) -> FeePhrase | None:
    start, clause = where
    percent = float(match["percent"].replace(",", "."))
    before = read_label(words, (start, match.start()))
    value = _OF_VALUE.match(words, match.end(), clause.end)
    if value:
        terms = join_labels([*labels, before]).terms
        spans = ((match.start(), value.end()),)
        return FeePhrase(FeeShare(percent, value["of"].strip(), terms), Certainty.SURE, spans)
    fees = _OF_FEES.match(words, match.end(), clause.end)
    cut = _CUT.search(words, start, match.start())
    if fees is None and cut is None:
        return None
    conditions = [_only_condition(label, None) for label in labels]
    around = join_labels([*conditions, _only_condition(before, fees)])
    due = 100.0 - percent if cut else percent
    where_said = ((match.start(), fees.end() if fees else match.end()), *around.spans)
    if fees and not cut and not _OF_ABOVE.search(fees["of"]):
        return FeePhrase(
            FeeShare(percent, fees["of"].strip(), around.terms), Certainty.LIKELY, where_said
        )
    return FeePhrase(FeeChange(due, around.terms), Certainty.LIKELY, where_said)


def _only_condition(before: LabelWords, fees: re.Match[str] | None) -> LabelWords:
    """The words before "bằng 50 %" without the name of the fee, which is that of the sums above."""
    said = " ".join(before.terms.applies_to)
    above = fees is not None and _OF_ABOVE.search(fees["of"])
    if said and (is_only_method(said) or (above and not _CONDITION.search(said))):
        terms = replace(before.terms, applies_to=())
        return LabelWords(terms, before.spans)
    return before


def _none(words: str, clause: TextClause, labels: list[LabelWords]) -> Iterator[FeePhrase]:
    """A clause under a label that says there is none, or that it is free."""
    body = words[clause.start : clause.end]
    span = ((clause.start, clause.end), *join_labels(labels).spans)
    none = _NONE.fullmatch(body)
    if none and labels:
        terms = join_labels(labels).terms
        yield FeePhrase(FeeAbsent(bool(none["yet"]), terms), _sure(not none["yet"]), span)
        return
    if _NOT_IN_SCHEDULE.fullmatch(body):
        terms = join_labels(labels).terms
        yield FeePhrase(FeeAbsent(not_yet=True, terms=terms), Certainty.LIKELY, span)
        return
    free = None if _IN_DONG.search(body) else _FREE_OF.fullmatch(body)
    if free and not _FOR_SOME.search(free["what"]):
        what = read_label(words, _moved(free.span("what"), clause.start))
        terms = replace(join_labels([*labels, what]).terms, documents=documents_in(body))
        yield FeePhrase(FeeFree(terms), Certainty.SURE, span)
    elif _FREE.fullmatch(body) and (labels or len(body) < 20):
        yield FeePhrase(FeeFree(join_labels(labels).terms), Certainty.SURE, span)
    elif labels and "%" not in body and _is_elsewhere(words, clause):
        yield FeePhrase(_elsewhere(body, join_labels(labels).terms), Certainty.LIKELY, span)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _is_elsewhere(words: str, clause: TextClause) -> bool:
    label = words[slice(*clause.labels[-1])]
    body = words[clause.start : clause.end]
    return bool(_FEE_LABEL.search(label) and _ELSEWHERE.search(body) and len(label) < 120)


def read_elsewhere(words: str, taken: list[Span]) -> Iterator[FeePhrase]:
    """Laid down elsewhere, for a note without sums: one statement out of all its clauses.

    What only a reader pays who asks for it ("bản sao, nếu có yêu cầu") is a statement of its own.
    """
    clauses = [
        clause
        for clause in split_clauses(words)
        if not any(start < clause.end and clause.start < end for start, end in taken)
        and not _NOT_THE_SUM.search(words, clause.start, clause.end)
    ]
    found = [(c.labels[0][0] if c.labels else c.start, c.end) for c in clauses]
    spans = [span for span in found if _ELSEWHERE.search(words, *span)]
    asked = {span: name for span in spans if (name := _asked_for(words, span))}
    if usual := tuple(span for span in spans if span not in asked):
        yield _laid_down(words, usual, FeeTerms())
    for span, name in asked.items():
        yield _laid_down(words, (span,), FeeTerms(applies_to=(name,)))


def _laid_down(words: str, spans: tuple[Span, ...], terms: FeeTerms) -> FeePhrase:
    value = _elsewhere("\n".join(words[slice(*span)] for span in spans), terms)
    return FeePhrase(value, _sure(value.authority is not Authority.OTHER), spans)


def _asked_for(words: str, span: Span) -> str:
    """What a clause names that is paid only when it is asked for; empty for other clauses."""
    end = _BY_WHAT.search(words, *span)
    name = words[span[0] : end.start()].strip(" -+*(") if end else ""
    return name if is_on_request(name) else ""


def _elsewhere(words: str, terms: FeeTerms) -> FeeElsewhere:
    documents = documents_in(words)
    other = Authority.DOCUMENT if documents else Authority.OTHER
    authority = next((who for who, pattern in _AUTHORITIES if pattern.search(words)), other)
    if authority is Authority.COUNCIL and _ONE_OF_SEVERAL.search(words):
        authority = Authority.LAW
    if authority is Authority.COUNCIL:
        documents = tuple(one for one in documents if "HĐND" in one)
    return FeeElsewhere(authority, replace(terms, documents=documents, methods=methods_in("")))
