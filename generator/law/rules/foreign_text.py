"""Rules on texts that are no Vietnamese text: old fonts, broken letters, HTML, signs left over."""

import html
import re
from collections.abc import Iterator

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.encodings import find_misread, may_be_misread
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import PRACTICE, UNICODE
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.text import excerpt
from generator.records.syntax import MERGE_MARK

_TAGS = (
    "a|abbr|b|big|blockquote|br|caption|center|col|colgroup|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|"
    "ins|li|o:p|ol|p|pre|s|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul"
)
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|&(?:[A-Za-z]{{2,8}}|\#[0-9]{{2,6}}|\#x[0-9a-fA-F]{{2,5}});",
    re.IGNORECASE,
)
_LOST = re.compile(r"\ufffd|(?<![\w/?=&.-])[^\W\d_]+\?[^\W\d_]+(?![\w/=&])")
_STRAY = re.compile(r"[¬¦¨¯¸´`^~|\\{}](?<=[^\W\d_].)(?=[^\W\d_])")
_WRAPPED = re.compile(r"\s*(?:“[^“”]*”|‘[^‘’]*’|\"[^\"]*\")\s*\Z")
_CURLY = re.compile(r"[“”]")


def _misread(record: object) -> Iterator[Breach]:
    """Text of TCVN3, of VNI, or of UTF-8 that was read in another code page."""
    for pointer, text in _texts_with(record, may_be_misread(whole_text(record))):
        found = find_misread(text)
        if found:
            at = _first_difference(text, found.meant)
            yield here(
                *pointer,
                found=excerpt(text, at),
                meant=excerpt(found.meant, at),
                encoding=Wording((f"encodings.{found.encoding}",)),
            )


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), 0)


def _lost_letters(record: object) -> Iterator[Breach]:
    """Letters that became question marks: what they were is known to the source alone."""
    whole = whole_text(record)
    for pointer, text in _texts_with(record, "?" in whole or "\ufffd" in whole):
        lost = _LOST.search(text)
        if lost:
            yield here(*pointer, found=excerpt(text, lost.start()))


def _markup(record: object) -> Iterator[Breach]:
    """Tags and entities of HTML: the page shows them as they are."""
    whole = whole_text(record)
    for pointer, text in _texts_with(record, "<" in whole or "&" in whole):
        found = _MARKUP.search(text)
        if found:
            bare = " ".join(html.unescape(_MARKUP.sub(_without_tag, text)).split())
            bare = _BEFORE_SIGN.sub("", bare)
            yield here(*pointer, found=excerpt(found[0], 0), meant=excerpt(bare, found.start()))


_BEFORE_SIGN = re.compile(r" (?=[.,;:!?)])")
"""What a space that was an entity leaves before a sign."""


def _without_tag(match: re.Match[str]) -> str:
    return " " if match[0][0] == "<" else match[0]


def _merge_marks(record: object) -> Iterator[Breach]:
    """Marks of a merge that was not finished, in a text of several lines."""
    whole = whole_text(record)
    for pointer, text in _texts_with(record, "<<<<<<<" in whole or "=======" in whole):
        found = MERGE_MARK.search(text)
        if found:
            yield here(*pointer, found=excerpt(found[0], 0), around=excerpt(text, found.start()))


def _stray_signs(record: object) -> Iterator[Breach]:
    """A sign between two letters, left over from a font or from an editor."""
    for pointer, text in _texts_with(record, bool(_STRAY.search(whole_text(record)))):
        found = _STRAY.search(text)
        if found and not find_misread(text):
            yield here(*pointer, sign=found[0], found=_word_at(text, found.start()))


def _word_at(text: str, place: int) -> str:
    start = text.rfind(" ", 0, place) + 1
    return text[start:].split(maxsplit=1)[0][:40]


def _wrapped(record: object) -> Iterator[Breach]:
    """A whole text in quotes of its own: they belong to the cell or sentence it was copied from."""
    whole = whole_text(record)
    for pointer, text in _texts_with(record, any(quote in whole for quote in '"“‘')):
        if _WRAPPED.match(text):
            yield here(*pointer, found=excerpt(text, 0), meant=excerpt(text.strip(' \n"“”‘’'), 0))


def _open_quotes(record: object) -> Iterator[Breach]:
    """A curly quote that was opened and not closed, or closed and not opened."""
    whole = whole_text(record)
    for pointer, text in _texts_with(record, whole.count("“") != whole.count("”")):
        place = _unpaired_quote(text)
        if place is not None:
            half = _half_of_a_quote(text, place)
            yield here(*pointer, found=excerpt(text, place), wanted=Wording((half,)))


def _half_of_a_quote(text: str, place: int) -> str:
    """What is wrong with a quote: a half is missing, or is a straight one."""
    if text[place] == "“":
        straight = _is_odd(_CURLY.split(text[place + 1 :])[0])
        return "quotes.open_straight" if straight else "quotes.open_quote"
    straight = _is_odd(_CURLY.split(text[:place])[-1])
    return "quotes.closed_straight" if straight else "quotes.closed_quote"


def _is_odd(text: str) -> bool:
    return text.count('"') % 2 == 1


def _unpaired_quote(text: str) -> int | None:
    """Where the first quote without its other half stands; None when each has one."""
    opened: list[int] = []
    for quote in _CURLY.finditer(text):
        if quote[0] == "“":
            opened.append(quote.start())
        elif not opened:
            return quote.start()
        else:
            opened.pop()
    return opened[0] if opened else None


def _texts_with(record: object, possible: bool) -> tuple[tuple[Pointer, str], ...]:
    """The texts of a record where one of them may be found wrong, else none."""
    return texts_of(record) if possible else ()


RULES = (
    Rule("VS513", Severity.ERROR, UNICODE, _misread, EVERY_KIND, imported=Severity.WARNING),
    Rule("VS514", Severity.ERROR, UNICODE, _lost_letters, EVERY_KIND, imported=Severity.WARNING),
    Rule("VS515", Severity.ERROR, PRACTICE, _markup, EVERY_KIND, imported=Severity.WARNING),
    Rule("VS516", Severity.ERROR, PRACTICE, _merge_marks, EVERY_KIND, imported=Severity.WARNING),
    Rule("VS517", Severity.ERROR, PRACTICE, _stray_signs, EVERY_KIND, imported=Severity.WARNING),
    Rule("VS518", Severity.ERROR, PRACTICE, _wrapped, EVERY_KIND, imported=Severity.WARNING),
    # Signed decisions have such quotes; nobody may change their words.
    Rule("VS519", Severity.WARNING, PRACTICE, _open_quotes, EVERY_KIND),
)
