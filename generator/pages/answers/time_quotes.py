"""The words that stand for a time where no limit is known: a day, another document."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.locale import Words
from generator.pages.answers.cell import quotation
from generator.pages.nodes.html import EMPTY, Html, escape_line
from generator.readings.evidence import Reading
from generator.readings.time_values import TimeLimit
from generator.records.version import Channel

_BY_A_DAY = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá)(?: vào)? ngày [0-9]{1,2}"
    r"(?: tháng |/)[0-9]",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"[0-9]\)?\s*(?:\([^()]{1,30}\)\s*)?(?:ngày|giờ|tháng|tuần)", re.IGNORECASE)
_ROOM = 150
"""Characters of a sentence that is quoted beside an answer."""
_AREA_ROOM = 200
"""Characters of the time of an area, which may be that of several acts."""
_SENTENCE = re.compile(r"[.;](?=\s|\Z)|\n")
_OFFICE_ANSWERS = re.compile(
    r"(?<!\w)(?:có văn bản|trả lời|quyết định|công bố|cấp giấy|phê duyệt|xác nhận)(?!\w)",
    re.IGNORECASE,
)
_AREA_WORD = re.compile(r"miền núi|hải đảo|vùng sâu|khó khăn", re.IGNORECASE)
_AREA_TIME = re.compile(
    r"(?P<areas>đối với (?:các )?(?:xã|tổ dân phố|vùng)"
    r"(?=[^.;,\n]{0,60}(?:miền núi|vùng sâu|khó khăn))"
    r"[^.;,\n]{3,70})[^.\n]{0,400}?(?<!\w)(?P<time>thì thời (?:gian|hạn)"
    r"(?= [^.\n]{0,160}[0-9]\)? ngày)[^.\n]{10,400})",
    re.IGNORECASE,
)
"""A sentence that gives the time of an area; where it lists several, `areas` is the first."""
_REFERENCE = re.compile(
    r"thời (?:hạn|gian)(?: giải quyết| thực hiện)?\s?:?\s{1,3}(?P<words>theo\s[^.;\n]{5,200})",
    re.IGNORECASE,
)
"""Where words leave the time to another document."""


def told_instead(texts: Sequence[str], steps: Iterable[str]) -> list[str]:
    """The words of channels that name a day or another document, else those of steps."""
    told = [*filter(_names_a_day, texts), *filter(None, map(_by_reference, texts))]
    return list(dict.fromkeys(told or _answered_by_day(steps)))


def unexplained_quotes(limits: Iterable[Reading[TimeLimit]], words: Words) -> Html:
    """The sentences that give another time than the answer, each once; nothing without any."""
    told = dict.fromkeys(_around_length(one.evidence[0].words) for one in limits)
    if not told:
        return EMPTY
    return escape_line(words("answer.also_quoted", text="”; “".join(told)))


def area_quote(channels: Iterable[Channel], said: str, words: Words) -> Html:
    """The longer time of hard-up areas in the words of channels, where `said` names no area."""
    if _AREA_WORD.search(said):
        return EMPTY
    found = (_AREA_TIME.search(one.text or "") for one in channels)
    told = dict.fromkeys(
        f"{match['areas']} … {quotation(match['time'].rstrip(' ;,'), _AREA_ROOM)}"
        for match in found
        if match
    )
    return escape_line(words("answer.also_quoted", text="”; “".join(told))) if told else EMPTY


def _around_length(sentence: str) -> str:
    """A sentence without its bullet; of a long one, the part with the length of time."""
    said = " ".join(sentence.split()).strip(" +-*–;.")
    found = _LENGTH.search(said)
    if len(said) <= _ROOM or found is None or found.end() <= _ROOM:
        return quotation(said, _ROOM)
    start = said.find(" ", max(0, found.end() - _ROOM * 2 // 3))
    return "… " + quotation(said[start + 1 :], _ROOM)


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
