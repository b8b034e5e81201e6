"""The terms of a fee, out of the words around it: for whom, how filed, when, by which document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.law.citations import normalise
from generator.readings.clauses import Span
from generator.readings.days import ALWAYS, Period, periods_in
from generator.readings.fee_values import FeeTerms

_NUMBER = re.compile(r"(?<![0-9/])[0-9]{1,5}/(?:[0-9]{4}/)?[A-ZĐ][A-ZĐa-zƯ-]{1,30}[0-9]{0,2}")
_CITATION = re.compile(
    r"\A(?:[\s(*+–-]*(?:(?:được )?(?:quy định|áp dụng|thực hiện|thu|nộp)[\s:]*)?"
    r"(?:h?eo|theo|căn cứ|tại)(?!\w)"
    r"|[\s(*+–-]*(?:căn cứ|thông tư|nghị định|nghị quyết|quyết định|luật|quy định thông tư)(?!\w)"
    r"|.{0,60}(?:ban hành kèm theo|cụ thể như sau))",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"\A[\s(]*(?:\w+\s+){1,12}?(?:nghìn|ngàn|triệu|trăm)(?:\s+\w+){0,12}[\s).]*\Z"
)
_HEAD = re.compile(
    r"(?:[\s.,;:=–+*-]+|(?:và|thì|nhưng|được|áp dụng|mức thu|mức giảm|mức(?=\s+(?:phí|lệ phí))"
    r"|trở đi)(?!\w))*+",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?:(?<![\s.,;:=–+*(-])[\s.,;:=–+*(-]+|(?<!\w)(?:là|thu|bằng|với|nộp|áp dụng|mức"
    r"|mức thu|mức phí|mức thu phí|mức thu lệ phí|mức lệ phí|tương ứng"
    r"|cụ thể|như sau|trong giai đoạn|từ))\Z",
    re.IGNORECASE,
)
_TAIL = 40
"""Characters at the end of a label that can be words without a meaning of their own."""
_NOTHING = re.compile(
    r"\W*(?:nếu có|đồng|bao gồm|mức|trở đi|này|lần cấp|đồng/lần"
    r"|[0-9a-zđ]{0,2})?\W*",
    re.IGNORECASE,
)
_IDLE = re.compile(r"[^:]{0,30}(?:mức|áp dụng|thu)[^:]{0,20}(?:phí|lệ phí)\W*", re.IGNORECASE)
"""LabelWords before a sum that only say that a fee follows."""
_ONLINE = re.compile(
    r"trực tuy[ếể]n|qua mạng|(?:qua|trên) cổng dịch vụ công|môi trường điện tử", re.IGNORECASE
)
_DIRECT = re.compile(r"(?:nộp|hình thức|phương thức)(?:\s+hồ sơ)?\s+trực tiếp", re.IGNORECASE)
_SOME_ONLINE = re.compile(r"vneid|ứng dụng định danh", re.IGNORECASE)
_BY_APP = re.compile(r"(?:(?:trên|qua) )?(?:ứng dụng )?vneid(?!\w)", re.IGNORECASE)
_ONLY_METHOD = re.compile(
    r"\A(?:[^.;:]{0,40}?\s(?=khi |trường hợp |đối với ))?(?:khi|trường hợp|đối với|tổ chức"
    r"|cá nhân|công dân|doanh nghiệp|người dân|[\s,])*"
    r"(?:thực hiện|nộp|sử dụng|gửi)[^.;:]{0,120}(?:trực tuy[ếể]n|qua mạng|điện tử)\W*",
    re.IGNORECASE,
)
_ON_REQUEST = re.compile(r"(?<!\w)(?:nếu|khi)(?: có)? yêu cầu(?!\w)", re.IGNORECASE)
EXEMPTED = re.compile(
    r"(?:đối tượng|trường hợp)[^:]{0,40}(?P<kind>miễn|giảm)"
    r"|(?P<free>miễn)[^:]{0,40}(?:đối tượng|trường hợp)",
    re.IGNORECASE,
)
"""A heading of a list of people who pay nothing or less."""
WAIVED = re.compile(
    r"miễn(?:\s+(?:thu\s+|nộp\s+)?(?:phí, lệ phí|lệ phí|phí))?\s*(?=(?:kể\s+từ|từ"
    r"|đến)\s+(?:ngày|[0-9]))",
    re.IGNORECASE,
)
"""Free for a time: "miễn phí từ ngày …"; the days follow."""


@dataclass(frozen=True, slots=True)
class LabelWords:
    """FeeTerms that some stretches of a text give, and the stretches that gave something."""

    terms: FeeTerms
    spans: tuple[Span, ...]


_STANDARD = re.compile(r"(?:19|20)[0-9]{2}/[A-ZĐ]+")
"""The end of the number of a technical standard ("QCVN 6: 2010/…"), which sets no fee."""


def documents_in(text: str) -> tuple[str, ...]:
    """The normalised numbers of the documents named in a text, each once, in their order."""
    found = (normalise(match[0].strip("-")) for match in _NUMBER.finditer(text))
    return tuple(dict.fromkeys(one for one in found if not _STANDARD.fullmatch(one)))


def methods_in(text: str) -> tuple[str, ...]:
    """The ways of filing that words limit something to; none when they limit nothing."""
    online = _ONLINE.search(text) and not _SOME_ONLINE.search(text)
    direct = _DIRECT.search(text)
    if bool(online) == bool(direct):
        return ()
    return ("online",) if online else ("direct",)


def is_citation(words: str) -> bool:
    """Whether words only say after what a fee is laid down."""
    return bool(_CITATION.match(words))


def is_exemption(label: str) -> bool:
    """Whether a label opens a list of people who pay nothing or less."""
    return bool(EXEMPTED.search(label) and "phí" in label.lower())


def is_on_request(name: str) -> bool:
    """Whether only those pay a fee who ask for something beside the result, such as a copy."""
    return bool(_ON_REQUEST.search(name))


def is_only_method(words: str) -> bool:
    """Whether words limit something to a way of filing and to nothing else."""
    return bool(methods_in(words) and _ONLY_METHOD.fullmatch(words))


def shortened(text: str, span: Span) -> Span:
    """A stretch without signs and words at its ends that mean nothing by themselves."""
    start, end = span
    head = _HEAD.match(text, start, end)
    start = head.end() if head else start
    for _ in range(6):
        last = _LAST.search(text, max(start, end - _TAIL), end)
        if last is None:
            break
        end = last.start()
    return start, max(start, end)


def _without_period(text: str, span: Span) -> Span:
    """The longer side of a stretch that names a period."""
    start, end = span
    for found in periods_in(text[start:end]):
        before = (start, start + found.start)
        after = (start + found.end, end)
        sides = (shortened(text, before), shortened(text, after))
        return max(sides, key=lambda side: side[1] - side[0])
    return shortened(text, span)


@lru_cache(maxsize=1024)
def read_label(text: str, span: Span) -> LabelWords:
    """The terms of one label, bracket or phrase beside a sum."""
    words = text[span[0] : span[1]]
    periods = [found.period for found in periods_in(words)]
    documents = documents_in(words)
    period = periods[0] if len(periods) == 1 else ALWAYS
    short = _without_period(text, span)
    said = text[short[0] : short[1]]
    idle = (
        _IDLE.fullmatch(words)
        or is_citation(said)
        or _NOTHING.fullmatch(said)
        or _SPELLED.match(said)
    )
    general = said.lower() in ("phí", "lệ phí") and "mức" in words.lower()
    applies_to = () if idle or general else (said,)
    app = _BY_APP.search(words)
    if app and applies_to and app[0] not in said:
        applies_to = (f"{said} {app[0]}",)
    terms = FeeTerms(applies_to, methods_in(said) if applies_to else (), period, documents)
    spans = (span,) if period or documents else (short,) if applies_to else ()
    return LabelWords(terms, spans)


def join_labels(parts: Iterable[LabelWords]) -> LabelWords:
    """The terms of several labels together; a later period is the nearer one and counts."""
    applies_to: list[str] = []
    methods: tuple[str, ...] = ()
    period: Period = ALWAYS
    documents: list[str] = []
    spans: list[Span] = []
    for part in parts:
        applies_to += [word for word in part.terms.applies_to if word not in applies_to]
        methods = part.terms.methods or methods
        period = part.terms.period or period
        documents += part.terms.documents
        spans += part.spans
    unique = tuple(dict.fromkeys(documents))
    return LabelWords(FeeTerms(tuple(applies_to), methods, period, unique), tuple(spans))
