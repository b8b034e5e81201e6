"""Who pays nothing or less, in words: "miễn lệ phí cho …", "đối tượng giảm: …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.readings.clauses import Span, TextClause, split_clauses
from generator.readings.fee_terms import EXEMPTED, documents_in, is_exemption, methods_in
from generator.readings.fee_values import FeeExemption, FeeTerms

_FOR_WHOM = re.compile(
    r"(?<!\w)(?P<verb>miễn(?! một số)|không thu|không phải nộp"
    r"|giảm)(?!\w)(?:\s+(?P<percent>[0-9]{1,2})\s?%)?"
    r"[^.;:\n]{0,40}?phí(?!\w)[^.;:\n()]{0,80}?\s(?:cho|đối với|với)\s+(?P<who>[^.;\n]{3,400})",
    re.IGNORECASE,
)
_IS_FREED = re.compile(
    r"(?<=\s)được\s+(?P<verb>miễn|giảm)(?:\s+(?P<percent>[0-9]{1,2})\s?%)?[^.;:\n]{0,30}?phí(?!\w)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"phí|[0-9]{3}")
"""What a further person in a list does not say."""
_PERCENT = re.compile(r"(?P<cut>giảm\s+)?(?:bằng\s+)?(?P<percent>[0-9]{1,2})\s?%", re.IGNORECASE)
_NOT_WHO = re.compile(
    r"thuộc diện\Z|các trường hợp\Z|đối tượng\Z|\A\W*(?:các )?trường hợp\W*\Z", re.IGNORECASE
)
_LISTED = re.compile(r"các (?:đối tượng|trường hợp)(?: sau)?\W*\Z", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?<!\w)(?:thuộc diện|đối tượng|trường hợp)(?: thuộc diện)?(?: được)? miễn"
    r"(?:, giảm|, miễn| giảm)?(?: nộp| thu)?(?: phí,?| lệ){0,2} phí(?!\w)",
    re.IGNORECASE,
)
"""That some pay nothing, without whom: "thuộc diện được miễn phí theo quy định tại Điều 4"."""
_NOBODY = re.compile(r"không (?:có|quy định)\W+\Z", re.IGNORECASE)

Found = tuple[FeeExemption, Span]
"""An exemption and the stretch that it was read out of."""


def read_exemptions(text: str) -> list[Found]:
    """Exemptions and reductions for people, in their order; one of nobody where none is named."""
    if (
        "miễn" not in text.lower()
        and "giảm" not in text.lower()
        and "không thu" not in text.lower()
    ):
        return []
    clauses = split_clauses(text)
    listed = list(_under_headings(text, clauses))
    taken = [span for _, span in listed]
    sentences = (f for f in _in_sentences(text, clauses) if not _overlaps(f[1], taken))
    return sorted([*listed, *sentences], key=lambda found: found[1]) or _unnamed(text)


def _unnamed(text: str) -> list[Found]:
    """That some pay nothing, where the words do not say who."""
    match = _UNNAMED.search(text)
    if match is None or _NOBODY.search(text[max(0, match.start() - 20) : match.start()]):
        return []
    return [(FeeExemption((), 0.0), match.span())]


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _under_headings(text: str, clauses: Sequence[TextClause]) -> Iterator[Found]:
    """Lists under "Đối tượng miễn …:" and the like, one exemption a heading and share."""
    groups: dict[tuple[Span, float | None], list[Span]] = {}
    for clause in clauses:
        headings = [label for label in clause.labels if is_exemption(text[slice(*label)])]
        if headings:
            kind = EXEMPTED.search(text, *headings[-1])
            reduced = bool(kind and kind["kind"] and kind["kind"].lower() == "giảm")
            key = (headings[-1], _due(text, clause, reduced))
            groups.setdefault(key, []).append(_who_of(text, clause, headings[-1]))
    for (_, percent), spans in groups.items():
        whole = (spans[0][0], spans[-1][1])
        who = tuple(words for span in spans if (words := text[slice(*span)].strip(" .;,-+")))
        if who:
            yield FeeExemption(who, percent), whole


def _who_of(text: str, clause: TextClause, heading: Span) -> Span:
    """The own label of an item ("Người cao tuổi: 50 %"), what follows "cho", else the item."""
    if clause.labels[-1] != heading:
        return clause.labels[-1]
    for_whom = _FOR_WHOM.search(text, clause.start, clause.end)
    return for_whom.span("who") if for_whom else (clause.start, clause.end)


def _due(text: str, clause: TextClause, reduced: bool) -> float | None:
    share = _PERCENT.search(text, clause.start, clause.end)
    if share is None:
        return None if reduced else 0.0
    percent = float(share["percent"])
    return 100.0 - percent if share["cut"] else percent


def _in_sentences(text: str, clauses: Sequence[TextClause]) -> Iterator[Found]:
    starts = [clause.start for clause in clauses]
    for match in _FOR_WHOM.finditer(text):
        span, who = _with_list(text, clauses, starts, match)
        if who:
            yield _exemption(match, who, text[slice(*span)]), span
    for match in _IS_FREED.finditer(text):
        start = max(
            text.rfind(sign, max(0, match.start() - 300), match.start()) for sign in ".;:\n"
        )
        who_is = text[start + 1 : match.start()].strip(" -+*")
        if len(who_is) > 8 and not _NOT_WHO.search(who_is):
            yield (
                _exemption(match, (who_is,), text[start + 1 : match.end()]),
                (start + 1, match.end()),
            )


def _with_list(
    text: str, clauses: Sequence[TextClause], starts: list[int], match: re.Match[str]
) -> tuple[Span, tuple[str, ...]]:
    """The people after "cho" or "đối với", and those that a semicolon adds to them."""
    who = [] if _LISTED.search(match["who"]) else [match["who"].strip()]
    end = match.end()
    for clause in islice(clauses, bisect_left(starts, end), None):
        words = text[clause.start : clause.end].strip()
        if not who or clause.joint != ";" or clause.start - end > 3 or _OTHER.search(words):
            break
        who.append(words)
        end = clause.end
    return (match.start(), end), tuple(who)


def _exemption(match: re.Match[str], who: tuple[str, ...], words: str) -> FeeExemption:
    percent: float | None = 0.0
    if match["verb"].lower() == "giảm":
        percent = 100.0 - float(match["percent"]) if match["percent"] else None
    return FeeExemption(
        who, percent, FeeTerms((), methods_in(words), documents=documents_in(words))
    )
