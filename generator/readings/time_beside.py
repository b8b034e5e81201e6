"""Sentences on time without a length of the work: what is added, not counted, or due by a day."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.readings.evidence import Certainty, Evidence, Reading
from generator.readings.limits import limits_in
from generator.readings.sentences import Quotation, quotation_at, sentence_at
from generator.readings.time_said import Texts, each_text_once
from generator.readings.time_uncounted import uncounted_lists
from generator.readings.time_values import Reason, TimePause, TimeQuote, TimeReadings

_UNCOUNTED = re.compile(
    r"(?:không(?: được)?|chưa) (?:tính|bao gồm|kể|gồm)(?!\w)|(?<!\w)trừ (?=thời)", re.IGNORECASE
)
"""What stands before a list of times that are not counted."""
_COUNTED_FROM = re.compile(
    r"thời (?:gian|hạn) [^.;\n]{3,60}?(?<!không )(?:được )?tính (?:kể )?từ(?!\w)", re.IGNORECASE
)
"""From when the time is counted, without its length."""
_BY_A_DAY = re.compile(
    r"(?<!cấp )(?<!thành )(?<!lập )(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá)"
    r"(?: vào| là)? ngày [0-9]{1,2}(?:(?: tháng |/)[0-9]{1,2}(?! ?[/0-9]| năm [0-9])"
    r"| (?:của )?(?:tháng(?! [0-9])|hằng|hàng))",
    re.IGNORECASE,
)
"""A day of every year or month by which something is done."""
_AT_AN_EVENT = re.compile(r"(?:\A|(?<=\n))[\s+*–-]{0,4}cùng thời điểm(?!\w)", re.IGNORECASE)
"""An event with which something is given, at the beginning of a line."""
_AFTER_COMPLETION = re.compile(
    r"thời gian thẩm định sau khi (?:[^.;\n]{0,40} )?(?:được )?(?:bổ sung|hoàn (?:chỉnh|thiện))"
    r"[^.;\n]{0,40} là (?=(?:không quá |tối đa )?[0-9])",
    re.IGNORECASE,
)
"""What an office takes for a dossier that a reader has completed."""
_MOST = 40

Quotes = Iterator[Reading[TimeQuote]]


def told_beside(texts: Texts, times: TimeReadings) -> Quotes:
    """The sentences on what is added, on what is not counted, and on the hour that is late."""
    late = () if times.late_hour is None else (times.late_hour,)
    words = dict(texts)
    listed = list(uncounted_lists(words.items()))
    yield from listed
    yield from _after_completion(texts)
    additions = sorted(times.additions, key=lambda one: one.value.condition is not None)
    for reading in (*additions, *_pauses(times), *late):
        where = reading.evidence[0]
        is_pause = isinstance(reading.value, TimePause)
        is_told = is_pause and any(_is_in(where, one.evidence[0]) for one in listed)
        if (text := words.get(where.pointer, "")) and not is_told:
            yield _sentence(where, text, is_pause=is_pause)


def _is_in(where: Evidence, listed: Evidence) -> bool:
    """Whether words stand in a list that is quoted whole."""
    same = where.pointer == listed.pointer
    return same and listed.start <= where.start < listed.end


def _pauses(times: TimeReadings) -> list[Reading[TimePause]]:
    return [one for one in times.pauses if one.value.reason is not Reason.COMPLETION]


def _sentence(where: Evidence, text: str, *, is_pause: bool) -> Reading[TimeQuote]:
    """The sentence of a reading, under the words by which it is not counted."""
    lengths = limits_in(text, where.start, where.end)
    at = lengths[0].start if lengths else where.start
    lead = [one.start() for one in _UNCOUNTED.finditer(text, 0, at)] or [at]
    found = quotation_at(where.pointer, text, at, where.end, lead[-1] if is_pause else at)
    return _reading(found, TimeQuote(found.text, heading=found.heading))


def starts_told(texts: Texts) -> Quotes:
    """The sentences that only say from when the time is counted."""
    return _with_words(_COUNTED_FROM, texts)


def days_told(texts: Texts) -> Quotes:
    """The sentences that give a day of every year or month, or an event, and no length."""
    each = list(each_text_once(texts))
    yield from _with_words(_BY_A_DAY, each)
    yield from _with_words(_AT_AN_EVENT, each)


def _after_completion(texts: Texts) -> Quotes:
    for pointer, text in texts:
        for match in islice(_AFTER_COMPLETION.finditer(text), _MOST):
            found = quotation_at(pointer, text, match.end(), match.end() + 1, match.start())
            yield _reading(found, TimeQuote(found.text, heading=found.heading))


def _with_words(pattern: re.Pattern[str], texts: Texts) -> Quotes:
    """The sentences with some words, without those that give a length."""
    for pointer, text in texts:
        for match in islice(pattern.finditer(text), _MOST):
            if not limits_in(sentence_at(text, match.start())):
                found = quotation_at(pointer, text, match.start(), match.end(), match.start())
                yield _reading(found, TimeQuote(found.text))


def _reading(found: Quotation, value: TimeQuote) -> Reading[TimeQuote]:
    return Reading(value, Certainty.SURE, found.evidence)
