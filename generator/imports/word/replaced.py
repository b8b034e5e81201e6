"""The older decisions that a decision ends, where its articles name them without a doubt.

A decision is taken when its number, its day and its agency are those of one in the catalogue, and
the words end it as a whole. All others are asked about.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.law.citations import normalise
from generator.law.dates import dates_in
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, ReplacedDecision

_NAMED = re.compile(
    r"(?:Quyết định\s++số\s*+:?\s*+|(?<=[,;]\s)số\s++)"
    r"(?P<number>\d{1,5}[A-Z]?\s*+/\s*+QĐ\s*+-\s*+[A-ZĐƯ][A-ZĐƯ0-9.&-]*[A-ZĐƯ0-9])"
    r"(?P<rest>[^\n]*?)(?=(?:Quyết định\s++số|[,;]\s++số\s++\d)|\n|\Z)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:thay thế|bãi bỏ)\s+(?:toàn bộ\s+)?(?:các\s+)?\Z", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[,;]|[,;\s]và)\s+\Z", re.IGNORECASE)
_TURNS = re.compile(r"[.]\s|\b(?:theo|căn cứ)\b", re.IGNORECASE)
"""After this a decision is named for another reason."""
_IN_PART = re.compile(
    r"\b(?:đối với|phần|trừ|một số|nội dung|khoản|mục|phụ lục|thủ tục (?:số|thứ))\b", re.IGNORECASE
)


def find_replaced(
    articles: Iterable[str], catalogue: Catalogue, publisher: str
) -> tuple[ReplacedDecision, ...]:
    """The decisions of a publisher that articles end as a whole."""
    own = [one for one in catalogue.decisions.values() if one.agency == publisher]
    return tuple(
        ReplacedDecision(decision=one.id, extent="full", text=article)
        for article in articles
        for match in _ended_in(article, _NAMED.finditer(article))
        for one in own
        if _is_named(one, match)
    )


def articles_to_ask(articles: Iterable[str], found: Sequence[ReplacedDecision]) -> Iterator[str]:
    """The articles that name a decision which was not found, or none."""
    for article in articles:
        named = sum(1 for _ in _NAMED.finditer(article))
        if named == 0 or sum(one.text == article for one in found) < named:
            yield article


def _ended_in(article: str, named: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The decisions behind "thay thế", and those that go on with its list."""
    listing = False
    for match in named:
        before, rest = article[: match.start()], match["rest"]
        ending = bool(_ENDS.search(before)) or (listing and bool(_GOES_ON.search(before)))
        if ending and not _IN_PART.search(rest):
            yield match
        listing = ending and not _TURNS.search(rest)


def _is_named(decision: Decision, match: re.Match[str]) -> bool:
    number = normalise(re.sub(r"\s+", "", match["number"]))
    first = next((written.day for written in dates_in(match["rest"])), None)
    return decision.number_normalised == number and decision.signed == first
