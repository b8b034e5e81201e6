"""Rules on what is pasted or left over in texts that people write here."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.findings.problem import Severity
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import FORM_OF_NUMBERS, PRACTICE
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import lowered_text, texts_of, whole_text
from generator.law.short_forms import SHORT_FORMS
from generator.law.text import excerpt
from generator.records.version import Version

_FURNITURE_HINTS = (
    "page ",
    "trang ",
    "- ",
    "phapluat",
    "luatvietnam",
    "vbpl",
    "downloaded",
)
_REMARK_HINTS = (
    *("lại chỗ", "lại đoạn", "lại mục", "lại câu", "lại giúp", "lại sau", "lại cho", "lại với"),
    *("lại phần", "chỗ này", "chưa chốt", "sửa sau", "cần hỏi", "chờ bộ", "chờ sở", "chờ xin"),
    *("!!", "xem lại", "sửa lại", "kiểm lại", "điền lại"),
)
"""Without one of these, in lower case, there is none; they are faster to search for."""
_FURNITURE = re.compile(
    r"[PpTt](?:age|rang) [0-9]+ ?(?:of|/|trên) ?[0-9]+\b|- (?<!\S- )[0-9]{1,3} -(?!\S)"
    r"|thuvienphapluat|luatvietnam|hethongphapluat|vbpl\.vn|[Dd]ownloaded from"
)
_DOUBLED = re.compile(
    r"[,;:.](?:(?<=,)\s*,|(?<=;)\s*;|(?<=:)\s*:|(?<=\.)(?<!\.\.)\s?\.(?!\.)(?=\s|\Z)"
    r"|(?<=,)\s*\.(?=\s|\Z)|(?<=\.)\s*,(?=\s))"
)
"""It begins with a set of signs, which the engine searches for quickly."""
_ENGLISH = re.compile(r"\b(?:the|and|with|for|please|from|your|this|must|shall|will)\b", re.I)
_REMARK = re.compile(
    r"\b(?:xem|hỏi|kiểm tra|rà|soát) lại (?:chỗ|đoạn|mục|câu|giúp|sau|cho|với|phần) "
    r"(?:này|kia|em|anh|chị|đúng|nhé)|\bchỗ này\b|\bchưa chốt\b|\bsửa sau\b|\bcần hỏi\b"
    r"|\bchờ (?:bộ|sở|xin) (?:trả lời|ý kiến)|\b(?:anh|chị|em) [A-ZĐ]\w+ (?:xem|sửa|kiểm|điền) "
    r"lại\b|!!+",
    re.I,
)
_INVERTED = re.compile(
    r"\btừ (?:đủ |trên )?(?P<low>[0-9]{1,3})(?: (?P<unit>tuổi|ngày làm việc|ngày|tháng|năm|người))?"
    r" đến (?:dưới |hết |đủ )?(?P<high>[0-9]{1,3}) "
    r"(?P<last>tuổi|ngày làm việc|ngày|tháng|năm|người)\b",
    re.I,
)
_MAY_BE_A_SPAN = re.compile(r" đến (?:dưới |hết |đủ )?[0-9]")
_PERCENT = re.compile(r"\bgiảm(?: [^\W\d_]+){0,3} (?P<percent>[0-9]{3,})(?:,[0-9]+)? ?%", re.I)
_WHOLE = 100
_SYMBOLS = re.compile(r"(?m)^[^\w\n|]+$")
_LOOSE_CLAUSE = re.compile(
    r"\btheo (?:quy định (?:tại|của) )?(?P<clause>(?:điểm \w+,? )?khoản [0-9]+[a-zđ]?)\b"
    r"(?P<rest>[^.;]*)",
    re.I,
)
_ARTICLE = re.compile(r"\bđiều\b|\bnày\b|\bmục\b|\bphụ lục\b|\btrên\b|\bphần\b", re.I)
_CAPITALS = re.compile(r"(?<!\w)[A-ZĐ]{3,8}(?!\w)")
_ORDINAL = re.compile(r"\s*(?:[0-9]{1,3}|[IVX]{1,4}|[a-zđ])[.)]\s+(?=\w)")
_HALF, _TWO_HALVES = 11, 24
"""Letters of the shortest half that is looked for again, and of a text of two."""
_WORD = re.compile(r"\w++")

_Check = Callable[[Any], Iterator[Breach]]


def _found(pattern: re.Pattern[str], hints: tuple[str, ...] = ()) -> _Check:
    """A check that reports the first place in each text at which a pattern is found."""

    def check(record: object) -> Iterator[Breach]:
        """The first such place in each text."""
        hinted = not hints or _has_one(lowered_text(record), hints)
        if not (hinted and pattern.search(whole_text(record))):
            return
        for pointer, text in texts_of(record):
            found = pattern.search(text)
            if found:
                yield here(*pointer, found=found[0].strip(), text=excerpt(text, found.start()))

    return check


def _has_one(text: str, hints: tuple[str, ...]) -> bool:
    return any(hint in text for hint in hints)


def _unclosed(record: object) -> Iterator[Breach]:
    """A bracket that opens is closed; the letter of a list, a), closes without opening."""
    whole = whole_text(record)
    if whole.count("(") == whole.count(")"):
        return
    for pointer, text in texts_of(record):
        if text.count("(") > text.count(")"):
            yield here(*pointer, text=excerpt(text, text.rfind("(")))


def _foreign(record: object) -> Iterator[Breach]:
    """A sentence in English among the Vietnamese ones."""
    for pointer, text in texts_of(record):
        if text.isascii() and text.count(" ") > 2 and _ENGLISH.search(text):
            yield here(*pointer, text=excerpt(text, 0))


def _falling_span(record: object) -> Iterator[Breach]:
    """A span runs from the smaller number to the greater one."""
    if not _MAY_BE_A_SPAN.search(whole_text(record)):
        return
    for pointer, text in texts_of(record):
        for span in _INVERTED.finditer(text) if " đến " in text else ():
            same = span["unit"] is None or span["unit"].lower() == span["last"].lower()
            if same and int(span["low"]) > int(span["high"]):
                yield here(*pointer, found=span[0])


def _more_than_all(record: object) -> Iterator[Breach]:
    """Nothing is reduced by more than all of it."""
    if "%" not in whole_text(record):
        return
    for pointer, text in texts_of(record):
        said = _PERCENT.search(text)
        if said and int(said["percent"]) > _WHOLE:
            yield here(*pointer, found=said["percent"])


def _only_signs(record: object) -> Iterator[Breach]:
    """A value has a letter or a figure."""
    if not _SYMBOLS.search(whole_text(record)):
        return
    for pointer, text in texts_of(record):
        numbered = pointer[-1:] in (("number",), ("number_normalised",))  # a draft has none yet
        if text.strip() and not numbered and not any(letter.isalnum() for letter in text):
            yield here(*pointer, found=text.strip())


def _clause_of_nothing(version: Version) -> Iterator[Breach]:
    """A clause is cited with its article."""
    if "khoản" not in whole_text(version):
        return
    for pointer, text in texts_of(version):
        cited = None if pointer[-1:] == ("provisions",) else _LOOSE_CLAUSE.search(text)
        if cited and not _ARTICLE.search(cited["rest"]):
            yield here(*pointer, found=cited["clause"], text=excerpt(text, cited.start()))


def _number_without_kind(version: Version) -> Iterator[Breach]:
    """A number in prose is whole, or nobody finds the text: 61/2018 is that of many."""
    if not _BARE_NUMBER.search(whole_text(version)):
        return
    for pointer, text in texts_of(version):
        found = _BARE_NUMBER.search(text)
        if found:
            yield here(*pointer, found=" ".join(found[0].split()))


_BARE_NUMBER = re.compile(
    r"[NT](?:(?<=\bN)ghị (?:định|quyết)|(?<=\bT)hông tư)"
    r"\s+(?:số\s+)?[0-9]{1,4}/(?:19|20)[0-9]{2}(?!\s*[/0-9\-–])(?:(?:NĐ|NQ|TT)[\w-]*)?"
)
"""A text of law by a number that lacks the symbol of its kind and issuer.

It begins with its capital letter, which the engine searches for quickly.
"""


def _short_form(version: Version) -> Iterator[Breach]:
    """The title of a procedure is written out, as its decision prints it."""
    for word in _CAPITALS.findall(version.title):
        if word in SHORT_FORMS:
            yield here("title", found=word, meant=SHORT_FORMS[word])
            return


def _number_before_the_title(version: Version) -> Iterator[Breach]:
    """The number of a row in an annex is no part of the title."""
    number = _ORDINAL.match(version.title)
    if number:
        yield here("title", found=number[0].strip())


def _pasted_twice(record: object) -> Iterator[Breach]:
    """A text is not its own first half over again."""
    for pointer, text in texts_of(record):
        again = len(text) > _TWO_HALVES and text.find(text.lstrip()[:_HALF], _HALF) > 0
        words = _WORD.findall(text) if again else []
        half = len(words) // 2
        if words and words[:half] == words[half:]:
            yield here(*pointer, found=excerpt(text.strip()[: len(text) // 2], 0))


def _rule(code: str, check: _Check, kinds: tuple[str, ...] = EVERY_KIND) -> Rule:
    return Rule(code, Severity.WARNING, PRACTICE, check, kinds, written_here=True)


RULES = (
    _rule("VS530", _found(_FURNITURE, _FURNITURE_HINTS)),
    _rule("VS531", _found(_DOUBLED)),
    _rule("VS532", _unclosed),
    _rule("VS533", _foreign),
    _rule("VS534", _found(_REMARK, _REMARK_HINTS)),
    _rule("VS535", _only_signs),
    _rule("VS536", _pasted_twice),
    _rule("VS537", _short_form, ("version",)),
    _rule("VS538", _number_before_the_title, ("version",)),
    _rule("PT159", _more_than_all),
    _rule("PT160", _falling_span),
    _rule("VD429", _clause_of_nothing, ("version",)),
    Rule(
        "VD418",
        Severity.WARNING,
        FORM_OF_NUMBERS,
        _number_without_kind,
        ("version",),
        imported=Severity.INFO,
    ),
)
