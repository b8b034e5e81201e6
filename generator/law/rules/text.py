"""Rules on text: letters are what they look like, and titles read as titles."""

import re
from collections.abc import Iterator

from generator.findings.problem import Severity, Wording
from generator.law.encodings import find_misread
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import PRACTICE, UNICODE
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.text import DIRECTION, excerpt, is_clean, repair
from generator.records.memoize import memoize_recent
from generator.records.version import Version

EVERY_KIND = (
    "catalogue",
    "fields",
    "life-events",
    "journeys",
    "absent",
    "citizen-words",
    "calendar",
    "place",
    "agency",
    "legal-document",
    "decision",
    "procedure",
    "version",
)
_IN_ONE_HAND = ("version", "catalogue", "agency", "decision", "journeys", "life-events")
"""Records that are written as one text; others hold names and words as people have them."""
LONGEST_TITLE = 270
"""Characters of the title at the 95th percentile of the national catalogue."""

_HARMLESS = {"direction"}
_OLD_TONES = re.compile(
    r"[óòỏõọúùủũụÓÒỎÕỌÚÙỦŨỤ]"
    r"(?:(?<=[óòỏõọÓÒỎÕỌ])[aeAE]|(?<=[úùủũụÚÙỦŨỤ])[yY])(?![\wÀ-ỹ])"
)
_NEW_TONES = re.compile(
    r"[áàảãạéèẻẽẹýỳỷỹỵÁÀẢÃẠÉÈẺẼẸÝỲỶỸỴ]"
    r"(?:(?<=[oO][áàảãạéèẻẽẹÁÀẢÃẠÉÈẺẼẸ])|(?<=[uU][ýỳỷỹỵÝỲỶỸỴ])(?<![qQ][uU].))(?![\wÀ-ỹ])"
)
"""Both begin with the marked letter, which the engine searches for quickly."""
_SENTENCE = re.compile(r"[^\W\d_]{3}\.\s+(?P<letter>[^\W\d_])")
_NOT_OF_A_TITLE = re.compile(
    r"\n\s{0,9}(?:[-+•*–]|[a-zđ][.)])\s|\s(?:[a-zđ]|[1-9])\)\s|\bBước [0-9]"
    r"|\b(?:nộp hồ sơ|trả kết quả) (?:cho|tại|đến|về|qua)\b"
    r"|(?<! với)(?<! về)(?<! các) nội dung đã đăng ký\Z"
)
"""Marks of items, verbs of steps, and words of another cell of the annex."""
_AGAIN = 12
"""The fewest words that a title says over again by mistake; lists rightly repeat fewer."""
_CODE = re.compile(r"(?<![0-9.])[1-9]\.[0-9]{6}(?![0-9])")


def _characters(record: object) -> Iterator[Breach]:
    """Letters that look right but are not: search and comparison would miss them."""
    if _is_clean(record):
        return
    for pointer, text in texts_of(record):
        right, repairs = repair(text)
        wrong = sorted(repairs.keys() - _HARMLESS)
        if wrong and not find_misread(text):
            pairs = enumerate(zip(text, right, strict=False))
            first = next((place for place, (one, other) in pairs if one != other), 0)
            named = Wording(tuple(f"repairs.{name}" for name in wrong))
            yield here(*pointer, repairs=named, around=excerpt(text, first), number=first + 1)


def _directions(record: object) -> Iterator[Breach]:
    """Marks that change the direction of writing; the pages leave them out."""
    if _is_clean(record):
        return
    for pointer, text in texts_of(record):
        if DIRECTION.search(text):
            yield here(*pointer)


@memoize_recent
def _is_clean(record: object) -> bool:
    """Whether no character in a record needs a repair."""
    return is_clean(whole_text(record))


def _mixed_tones(record: object) -> Iterator[Breach]:
    """One file places tone marks in one way: hóa and hoá are two words to a search engine.

    Titles of documents are as these print them.
    """
    imported = not isinstance(record, Version) and getattr(record, "source", None)
    if imported or not _NEW_TONES.search(whole_text(record)):
        return
    old: str | None = None
    for pointer, text in texts_of(record):
        if pointer[0] in _PRINTED_ELSEWHERE:
            continue
        found_old, found_new = _OLD_TONES.search(text), _NEW_TONES.search(text)
        old = old or (_word(text, found_old) if found_old else None)
        if found_new and (old or _old_later(record)):
            yield here(*pointer, found=_word(text, found_new), other=old or _old_later(record))
            return


_PRINTED_ELSEWHERE = ("legal_basis", "ground_texts")
"""Parts that cite other documents by their titles."""


def _old_later(record: object) -> str | None:
    texts = (text for place, text in texts_of(record) if place[0] not in _PRINTED_ELSEWHERE)
    return next((_word(t, found) for t in texts if (found := _OLD_TONES.search(t))), None)


def _word(text: str, match: re.Match[str]) -> str:
    start = re.search(r"[\wÀ-ỹ]*\Z", text[: match.start()])
    return (start[0] if start else "") + match[0]


def _long_title(version: Version) -> Iterator[Breach]:
    """A long title into which something else slipped; many are long, as the law words them."""
    title = version.title
    place = _foreign_in(title) if len(title) > LONGEST_TITLE else None
    if place is not None:
        yield here("title", found=len(title), around=excerpt(title, place))


def _foreign_in(title: str) -> int | None:
    """Where a second sentence, an item, a step or words said before begin in a title."""
    slipped = _NOT_OF_A_TITLE.search(title)
    if slipped:
        return slipped.start()
    sentences = (found for found in _SENTENCE.finditer(title) if found["letter"].isupper())
    second = next(sentences, None)
    return second.start("letter") if second else _said_twice(title)


def _said_twice(title: str) -> int | None:
    """Where a title begins to say over again what it has just said."""
    words = list(re.finditer(r"[^\W\d_]+", title))
    told = [word[0].lower() for word in words]
    for period in range(_AGAIN, len(told) // 2 + 1):
        run = 0
        for place in range(len(told) - period):
            run = run + 1 if told[place] == told[place + period] else 0
            if run == period:
                return words[place + 1].start()
    return None


def _shouted_title(version: Version) -> Iterator[Breach]:
    letters = [letter for letter in version.title if letter.isalpha()]
    if len(letters) > 8 and all(letter.isupper() for letter in letters):
        yield here("title", found=version.title)


def _dotted_title(version: Version) -> Iterator[Breach]:
    title = version.title.rstrip()
    if re.search(r"[.;:,]\Z", title) and not re.search(r"(?:\.\.\.|…|\bv\.v\.?)\Z", title):
        yield here("title", found=title[-40:])


def _code_in_title(version: Version) -> Iterator[Breach]:
    code = _CODE.search(version.title)
    if code:
        yield here("title", found=code[0])


def _broken_title(version: Version) -> Iterator[Breach]:
    if "\n" in version.title:
        lines = (" ".join(one.split()) for one in version.title.splitlines())
        yield here("title", found=" / ".join(lines))


def _spaces(version: Version) -> Iterator[Breach]:
    if version.title != " ".join(version.title.split()) and "\n" not in version.title:
        yield here("title", found=version.title)


RULES = (
    Rule("VS502", Severity.ERROR, UNICODE, _characters, EVERY_KIND),
    Rule("VS503", Severity.WARNING, UNICODE, _directions, EVERY_KIND),
    Rule("VS504", Severity.WARNING, PRACTICE, _mixed_tones, _IN_ONE_HAND),
    Rule("VS505", Severity.WARNING, PRACTICE, _long_title, ("version",)),
    Rule("VS506", Severity.WARNING, PRACTICE, _shouted_title, ("version",)),
    Rule("VS507", Severity.WARNING, PRACTICE, _dotted_title, ("version",)),
    Rule("VS508", Severity.WARNING, PRACTICE, _code_in_title, ("version",)),
    Rule("VS509", Severity.WARNING, PRACTICE, _broken_title, ("version",)),
    Rule("VS510", Severity.WARNING, PRACTICE, _spaces, ("version",)),
)
