"""The articles of a decision with all their paragraphs: its effect, and what it ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.imports.word.blocks import WordLine
from generator.imports.word.paragraphs import join_lines
from generator.imports.word.recipients import begins_recipients
from generator.imports.word.signing import begins_signature
from generator.law.dates import dates_in

ARTICLE = re.compile(r"\A\s*Điều\s+(\d{1,2})\s*[.:]")
_DAY = r"(?:ngày\s*)?\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4}"
_EFFECT = re.compile(
    rf"hiệu lực(?: thi hành)?\s*(?:kể )?từ\s+(?:ngày\s+)?(?P<when>ký|{_DAY})", re.IGNORECASE
)
_COUNTED = re.compile(
    r"hiệu lực(?: thi hành)?\s*sau\s+(?P<count>\d{1,3})(?:\s*\([^()]{1,40}\))?\s+ngày,?"
    r"\s+(?:kể )?từ\s+ngày\s+ký\b(?!\s+(?:kết|xác))",
    re.IGNORECASE,
)
"""How an article counts the day of effect from that of signing."""
_SAYS_EFFECT = re.compile(
    r"\bcó\s+hiệu lực|\bhiệu lực(?:\s+thi hành)?\s*(?:kể\s+)?(?:từ|sau)\b", re.IGNORECASE
)
_BACK = re.compile(
    r"hết\s+hiệu lực(?: thi hành)?\s+(?:kể )?từ\s+(?:ngày|thời điểm)\s+Quyết định này\s+có"
    r"\s+hiệu lực(?: thi hành)?",
    re.IGNORECASE,
)
"""How an article says of an older decision that it ends when this one begins."""
_APART = re.compile(r"\b(?:riêng|trừ)\b", re.IGNORECASE)
"""How an article begins to say that a part of a decision has a day of its own."""
_ENDS = re.compile(r"(?:thay thế|bãi bỏ|hết hiệu lực)", re.IGNORECASE)
_DECISION = re.compile(r"Quyết định số")
_ITEM = re.compile(r"(?:[-–+•*]|[a-zđ]\))\s*")


@dataclass(frozen=True, slots=True)
class PrintedEffect:
    """When a decision takes effect: a day, so many days after its signing, or left open."""

    day: date | None = None
    from_signing: bool = False
    days_after: int = 0
    unclear: tuple[str, ...] = ()
    no_days: tuple[str, ...] = ()


def read_articles(front: Sequence[WordLine]) -> list[str]:
    """The articles, a paragraph a line, up to the recipients and the signature."""
    articles: list[str] = []
    begins = next((n for n, line in enumerate(front) if ARTICLE.match(line.words)), len(front))
    for paragraph in join_lines(_until_foot(front[begins:])):
        if ARTICLE.match(paragraph.text):
            articles.append(paragraph.text)
        elif any(map(str.isalpha, paragraph.text)):
            articles[-1] += f"\n{paragraph.text}"
    return articles


def ending_clauses(article: str) -> Iterator[str]:
    """The paragraphs of an article that end older decisions, each with the items below it."""
    for clause in _clauses(article):
        if _ENDS.search(clause) and _DECISION.search(clause):
            yield clause


def read_effect(articles: Sequence[str]) -> PrintedEffect:
    """Take the one day of effect that the articles say: of several it is none."""
    own = {article: _BACK.sub("", article) for article in articles}
    saying = [article for article in articles if _SAYS_EFFECT.search(own[article])]
    said = [match for article in saying for match in _SAYS_EFFECT.finditer(own[article])]
    days = [effect["when"] for article in saying for effect in _EFFECT.finditer(own[article])]
    counted = [int(one["count"]) for text in saying for one in _COUNTED.finditer(own[text])]
    days += ["ký"] * len(counted)
    wrong = tuple(day for day in days if day.lower() != "ký" and _first_day(day) is None)
    if wrong:
        return PrintedEffect(no_days=wrong)
    if len(days) != len(said) or len(days) > 1 or any(map(_APART.search, saying)):
        return PrintedEffect(unclear=tuple(saying))
    if not days:
        return PrintedEffect()
    from_signing = days[0].lower() == "ký"
    return PrintedEffect(None if from_signing else _first_day(days[0]), from_signing, sum(counted))


def _first_day(text: str) -> date | None:
    return next((written.day for written in dates_in(text)), None)


def _clauses(article: str) -> list[str]:
    """The paragraphs of an article; items of a list go on with the paragraph above them."""
    clauses: list[str] = []
    for line in article.split("\n"):
        if clauses and _ITEM.match(line):
            clauses[-1] += f"\n{line}"
        else:
            clauses.append(line)
    return clauses


def _until_foot(lines: Sequence[WordLine]) -> Iterator[WordLine]:
    """The lines before the list of recipients and the signature, which are often in a table."""
    for line in lines:
        apart = line.place.table != lines[0].place.table
        if apart or begins_recipients(line.text) or begins_signature(line.text):
            return
        if not line.aside:
            yield line
