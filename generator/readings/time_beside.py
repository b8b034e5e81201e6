"""Sentences on time without a length of the work: what is added, not counted, or due by a day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.readings.evidence import Certainty, Evidence, Reading
from generator.readings.limits import limits_in
from generator.readings.sentences import (
    Quotation,
    begins_with_case,
    quotation_at,
    sentence_at,
)
from generator.readings.time_said import Said, Texts, each_text_once
from generator.readings.time_uncounted import uncounted_lists
from generator.readings.time_values import (
    Reason,
    Speaker,
    TimePause,
    TimeQuote,
    TimeReadings,
)
from generator.readings.time_words import statements_in
from generator.records.version import Version

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
_BETWEEN_DAYS = re.compile(
    r"(?:\A|(?<=\n))[\s+*–-]{0,4}từ ngày [0-9]{1,2}/[0-9]{1,2} đến (?:hết )?ngày"
    r" [0-9]{1,2}/[0-9]{1,2}(?![0-9/])",
    re.IGNORECASE,
)
"""Two days of every year, at the beginning of a line."""
_AT_AN_EVENT = re.compile(
    r"(?:\A|(?<=\n))[\s+*–-]{0,4}(?:cùng thời điểm(?!\w)"
    r"|thời hạn (?:làm thủ tục|giải quyết) [^.;\n]{0,80}kết thúc khi(?!\w))",
    re.IGNORECASE,
)
"""An event with which something is given or the work ends, at the beginning of a line."""
_UNTIL_AN_EVENT = re.compile(
    r"(?:\A|(?<=\n))[\s+*–-]{0,4}(?:(?:trong )?thời (?:gian|hạn) )?kể từ (?:khi|ngày|thời điểm)"
    r" nhận (?:được |đủ )?[^.;\n]{2,80} (?:cho )?đến (?:khi|ngày|trước|thời điểm)(?!\w)",
    re.IGNORECASE,
)
"""An event until which the work lasts from receipt of the file, at the beginning of a line."""
_BY_PRINCIPLE = re.compile(
    r"thời (?:gian|hạn) (?:xử lý|giải quyết|thực hiện|cấp)(?: [^.;:,\n]{2,40})? (?:được )?"
    r"(?:áp dụng|thực hiện|xác định) theo (?:các )?nguyên tắc(?!\w)",
    re.IGNORECASE,
)
"""A principle that the time follows, without its length."""
_BEGINS = re.compile(
    r"(?<!\w)thời (?:gian|điểm) (?:thực hiện|áp dụng):? từ (?=(?:ngày )?[0-9]{1,2}/[0-9]{1,2}/20)",
    re.IGNORECASE,
)
"""From which day on a procedure is carried out, among its conditions."""
_AFTER_COMPLETION = re.compile(
    r"thời gian thẩm định sau khi (?:[^.;\n]{0,40} )?(?:được )?(?:bổ sung|hoàn (?:chỉnh|thiện))"
    r"[^.;\n]{0,40} là (?=(?:không quá |tối đa )?[0-9])"
    r"|thời gian thẩm định còn lại [^.;\n]{3,120} tăng thêm (?=(?:không quá |tối đa )?[0-9])",
    re.IGNORECASE,
)
"""What an office takes for a dossier that a reader has completed."""
_COMPLETED = re.compile(r"thời gian thẩm định (?:còn lại|sau khi)", re.IGNORECASE)
_ADDED_LATER = re.compile(
    r"thời gian (?:cần thiết )?[^.;\n]{3,140} (?:tính bổ sung|cộng thêm|tính thêm)(?!\w)",
    re.IGNORECASE,
)
"""What is added to the time, without its length."""
_NOT_LAID_DOWN = re.compile(
    r"không quy định (?:về )?(?:thời gian|thời hạn)(?: giải quyết| thực hiện)"
    r"|\A\W{0,3}không quy định\W{0,3}\Z",
    re.IGNORECASE,
)
_AS_ANOTHER = re.compile(
    r"(?:thời hạn|thời gian) (?:giải quyết|cấp) (?:được )?(?:thực hiện |tính |áp dụng )?như"
    r" (?:quy định )?(?:đối )?với(?!\w)"
    r"|trường hợp [^.;\n]{3,200} thời gian thực hiện theo(?= (?:dự án|kế hoạch|phương án))"
    r"|(?<=\S): thực hiện theo quy định tại (?=(?:khoản|điều) [0-9])",
    re.IGNORECASE,
)
"""A case that takes as long as another procedure, or as another document says."""
_LAST_DAY_OF_FILING = re.compile(
    r"(?:chậm nhất|muộn nhất|không quá)(?: là)?(?: vào)? ngày (?:thứ (?:[0-9]|mười)|cuối cùng)",
    re.IGNORECASE,
)
_ABOVE = 260
"""Characters above a list of days that can say what is filed by them."""
_FILES = re.compile(r"(?<!\w)(?:nộp|gửi|khai)(?!\w)", re.IGNORECASE)
_PUT_RIGHT = re.compile(r"thời gian (?:\w+ ){0,3}khắc phục(?![^.;]{0,80} (?:hồ sơ|giấy tờ))", re.I)
"""What is put right after an inspection, and is no completion of a file."""
_MARKED = re.compile(r"\W{0,3}[a-zđ0-9]{1,2}[.)]\s", re.IGNORECASE)
"""A mark of an item, which stands beside another one and not below it."""
_MOST = 40

Quotes = Iterator[Reading[TimeQuote]]


def told_beside(texts: Texts, times: TimeReadings) -> Quotes:
    """The sentences on what is added, on what is not counted, and on the hour that is late."""
    late = () if times.late_hour is None else (times.late_hour,)
    words = dict(texts)
    listed = list(uncounted_lists(words.items()))
    yield from listed
    yield from _after_completion(texts)
    yield from _with_words(_ADDED_LATER, texts)
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
    """What is not counted, but for what the reader needs to complete a file."""
    return [
        one
        for one in times.pauses
        if one.value.reason is not Reason.COMPLETION or _PUT_RIGHT.match(one.value.words)
    ]


def _sentence(where: Evidence, text: str, *, is_pause: bool) -> Reading[TimeQuote]:
    """The sentence of a reading, under the words by which it is not counted."""
    lengths = limits_in(text, where.start, where.end)
    at = lengths[0].start if lengths else where.start
    lead = [one.start() for one in _UNCOUNTED.finditer(text, 0, at)] or [at]
    found = quotation_at(where.pointer, text, at, where.end, lead[-1] if is_pause else at)
    stated = [] if is_pause else [one for one in statements_in(text) if one.at == at]
    for one in stated[:1]:
        of_case = Said(where.pointer, text, one).quotation
        is_item = _MARKED.match(of_case.heading) and _MARKED.match(of_case.text)
        found = of_case if begins_with_case(of_case.heading) and not is_item else found
    return _reading(found, TimeQuote(found.text, heading=found.heading))


def starts_told(texts: Texts) -> Quotes:
    """The sentences that only say from when the time is counted."""
    return _with_words(_COUNTED_FROM, texts)


def none_laid_down(texts: Texts) -> Quotes:
    """The words by which no time is laid down, beside a declared figure."""
    for one in _with_words(_NOT_LAID_DOWN, list(each_text_once(texts))):
        yield replace(one, value=replace(one.value, none=True))


def as_long_as_another(texts: Texts) -> Quotes:
    """The sentences by which a case takes as long as another procedure, without its length."""
    return _with_words(_AS_ANOTHER, list(each_text_once(texts)))


def filing_days(texts: Texts) -> Quotes:
    """The sentences on the last day by which something is filed, such as the tenth of a month."""
    words = dict(texts)
    for one in _with_words(_LAST_DAY_OF_FILING, words.items()):
        where = one.evidence[0]
        if _FILES.search(words[where.pointer], max(0, where.start - _ABOVE), where.end):
            yield replace(one, value=replace(one.value, whose=Speaker.READER))


def days_told(texts: Texts) -> Quotes:
    """The sentences that give a day of every year or month, or an event, and no length."""
    each = list(each_text_once(texts))
    yield from _with_words(_BY_A_DAY, each)
    yield from _with_words(_BETWEEN_DAYS, each)
    yield from _with_words(_AT_AN_EVENT, each)
    yield from _with_words(_UNTIL_AN_EVENT, each)
    yield from _with_words(_BY_PRINCIPLE, each)


def beginning_told(version: Version) -> Quotes:
    """The sentences of conditions on the day from which a procedure is carried out."""
    items = enumerate(version.conditions.items)
    texts = [(("conditions", "items", number, "text"), one.text) for number, one in items]
    yield from _with_words(_BEGINS, [(pointer, text) for pointer, text in texts if text])


def _after_completion(texts: Texts) -> Quotes:
    """Sentences of channels, or those of steps where channels have none."""
    told = [pair for pair in texts if pair[0][0] == "channels" and _COMPLETED.search(pair[1])]
    for pointer, text in told or texts:
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
