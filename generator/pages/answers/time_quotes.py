"""The words that stand for a time where no limit is known: a day, another document."""

import re
from collections.abc import Iterable, Iterator, Sequence

_BY_A_DAY = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá)(?: vào)? ngày [0-9]{1,2}"
    r"(?: tháng |/)[0-9]",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;](?=\s|\Z)|\n")
_OFFICE_ANSWERS = re.compile(
    r"(?<!\w)(?:có văn bản|trả lời|quyết định|công bố|cấp giấy|phê duyệt|xác nhận)(?!\w)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"thời (?:hạn|gian)(?: giải quyết| thực hiện)?\s?:?\s{1,3}(?P<words>theo\s[^.;\n]{5,200})",
    re.IGNORECASE,
)
"""Where words leave the time to another document."""


def told_instead(texts: Sequence[str], steps: Iterable[str]) -> list[str]:
    """The words of channels that name a day or another document, else those of steps."""
    told = [*filter(_names_a_day, texts), *filter(None, map(_by_reference, texts))]
    return list(dict.fromkeys(told or _answered_by_day(steps)))


def _answered_by_day(texts: Iterable[str]) -> Iterator[str]:
    """The sentences of steps by which an office answers by a day of the calendar."""
    for text in texts:
        for sentence in _SENTENCE.split(text):
            if _names_a_day(sentence) and _OFFICE_ANSWERS.search(sentence):
                yield sentence.strip(" +-*")


def _by_reference(text: str) -> str:
    """The words by which a text leaves the time to another document; empty without any."""
    found = _REFERENCE.search(text)
    return found["words"] if found else ""


def _names_a_day(text: str) -> bool:
    """Whether words give a day of the calendar by which something is done."""
    return _BY_A_DAY.search(text) is not None
