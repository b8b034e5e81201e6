"""The sentences of a source on time, quoted; a day or a document where it has none."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from generator.locale import Words
from generator.pages.answers.quote_room import WHOLE, QuotedLine, QuoteRoom, quoted_lines
from generator.pages.answers.stitched import in_line, stretches_below
from generator.pages.nodes.html import Html
from generator.readings.evidence import Reading
from generator.readings.time_repeated import is_area_of
from generator.readings.time_values import Length, Speaker, TimeQuote
from generator.records.version import Version

_BY_A_DAY = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá)(?: vào)? ngày [0-9]{1,2}"
    r"(?: tháng |/)[0-9]",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(
    r"(?:trước|vào) ngày [0-9]{1,2} tháng [0-9]{1,2}(?!\w)[^.;\n]{0,60} h[àằ]ng năm", re.IGNORECASE
)
"""The day of every year by which something is filed, or given."""
_AT_ONCE = re.compile(
    r"(?:trả lời|cung cấp|giải quyết) ngay(?!\w)(?! (?:khi|sau|từ))", re.IGNORECASE
)
"""What an office does without any length of time."""
_SENTENCE = re.compile(r"[.;](?=\s|\Z)|\n")
_OFFICE_ANSWERS = re.compile(
    r"(?<!\w)(?:có văn bản|trả lời|quyết định|công bố|cấp giấy|phê duyệt|xác nhận)(?!\w)",
    re.IGNORECASE,
)
_NO_RESULT = re.compile(r"không (?:phải )?trả (?:lại )?kết quả", re.IGNORECASE)
"""Words of the field of the time by which nothing is given back."""
_BY_EVENT = re.compile(
    r"\W{0,9}(?:theo (?:đợt|thông báo|kế hoạch|lịch|hướng dẫn|thời (?:hạn|gian))|kể từ"
    r"|(?:cấp|đổi|trả) ngay)(?!\w)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\W*(?:lưu ý|chú ý|ghi chú)\W*", re.IGNORECASE)
_BRIEF = 160
"""Characters of words of a channel that are only on the time: when, by whose notice."""
_REFERENCE = re.compile(
    r"thời (?:hạn|gian)(?: giải quyết| thực hiện)?\s?:?\s{1,3}(?P<words>theo\s[^.;\n]{5,200})",
    re.IGNORECASE,
)
"""Where words leave the time to another document."""


def time_quotes(
    quotes: Sequence[Reading[TimeQuote]],
    words: Words,
    room: QuoteRoom = WHOLE,
    *,
    alone: bool = False,
    above: Set[Length] = frozenset(),
) -> Html:
    """The sentences by where they stand, each as a line of its own.

    `alone` where no length stands out above them for everybody, else `above` are those that do.
    """
    lines = list(_said(quotes, words, above))
    return quoted_lines(lines, room.time, room, words, alone=alone)


def _said(
    quotes: Sequence[Reading[TimeQuote]], words: Words, above: Set[Length]
) -> Iterator[QuotedLine]:
    """Each quotation with the key of what introduces it; of one heading, as one.

    What "Lưu ý" stands above has nothing in common: each sentence is a quotation of its own.
    """
    for (key, heading), group in groupby(map(_without_note, quotes), _place):
        own = list(group)
        values = [one.value for one in own]
        if heading:
            own.sort(key=_where)
            text = in_line(stretches_below(heading, own))
            line = QuotedLine(key, text, any(one.needed for one in values))
            yield replace(line, tells=_tells(values, above))
        else:
            found = ((_line(key, same, words), same) for same in _with_areas(own))
            yield from (
                replace(line, tells=_tells([one.value for one in same], above))
                for line, same in found
            )


def _without_note(one: Reading[TimeQuote]) -> Reading[TimeQuote]:
    """A quotation without a heading that says of no case what it is."""
    if not _NOTE.fullmatch(one.value.heading):
        return one
    return replace(one, value=replace(one.value, heading=""))


def _tells(same: Iterable[TimeQuote], above: Set[Length]) -> bool:
    """Whether sentences have a length that does not stand above them."""
    return bool({length for one in same for length in one.lengths} - above)


def _where(one: Reading[TimeQuote]) -> tuple[str, int]:
    """Where a quotation stands, for those of one text."""
    last = one.evidence[-1]
    return str(last.pointer), last.start


def _with_areas(quotes: Iterable[Reading[TimeQuote]]) -> Iterator[list[Reading[TimeQuote]]]:
    """Each quotation, with those right behind it that give the limit of its areas."""
    same: list[Reading[TimeQuote]] = []
    for one in quotes:
        if same and not is_area_of(one, same[-1]):
            yield same
            same = []
        same.append(one)
    if same:
        yield same


def _line(key: str, same: list[Reading[TimeQuote]], words: Words) -> QuotedLine:
    text, *more = (one.value.text for one in same)
    brief = "" if more else _brief(same[0].value, words)
    needed = any(one.value.needed for one in same)
    return QuotedLine(key, text, needed, brief=brief, more=tuple(more))


def _brief(one: TimeQuote, words: Words) -> str:
    """What is not counted, by the first words of each item."""
    return words("answer.not_counted", items="; ".join(one.heads)) if one.heads else ""


def _place(one: Reading[TimeQuote]) -> tuple[str, str]:
    if one.value.whose is Speaker.READER:
        return "answer.you_file", one.value.heading
    in_steps = one.evidence[0].pointer[0] == "steps"
    return ("answer.said_in_steps" if in_steps else "answer.said_in_channels"), one.value.heading


def field_words(version: Version) -> list[str]:
    """The words in the field of the time that stand for a length: that no result is given."""
    texts = (one.time.text for one in version.channels.items)
    return list(dict.fromkeys(text for text in texts if text and _NO_RESULT.search(text)))


def told_instead(version: Version) -> list[str]:
    """The words of channels that name a day or another document, else those of steps."""
    texts = [one.text or "" for one in version.channels.items]
    steps = [one.text or "" for one in version.steps.items]
    told = [*filter(_names_a_day, texts), *filter(None, map(_by_reference, texts))]
    told += [text for text in texts if len(text) <= _BRIEF and _BY_EVENT.match(text)]
    return list(dict.fromkeys(told or _answered_by_day(steps)))


def _answered_by_day(texts: Iterable[str]) -> Iterator[str]:
    """The sentences of steps by which an office answers by a day of the calendar, or at once."""
    for text in texts:
        for sentence in _SENTENCE.split(text):
            by_day = _names_a_day(sentence) and _OFFICE_ANSWERS.search(sentence)
            if by_day or _EVERY_YEAR.search(sentence) or _AT_ONCE.search(sentence):
                yield sentence.strip(" +-*")


def _by_reference(text: str) -> str:
    """The words by which a text leaves the time to another document; empty without any."""
    found = _REFERENCE.search(text)
    return found["words"] if found else ""


def _names_a_day(text: str) -> bool:
    """Whether words give a day of the calendar by which something is done."""
    return _BY_A_DAY.search(text) is not None
