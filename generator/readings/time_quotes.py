"""The sentences of a record that say how long it takes beside the declared figure, to be quoted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.findings.problem import Pointer
from generator.readings.alternation import guarded
from generator.readings.evidence import Certainty, Reading
from generator.readings.limits import limits_in
from generator.readings.sentences import (
    begins_with_case,
    case_line_above,
    quotation_at,
    sentence_at,
)
from generator.readings.time_acts import begins_later, condition_of, is_own_task, leads_to_no_result
from generator.readings.time_patterns import CONDITION, EXCEEDED, VALIDITY
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import (
    Length,
    Reason,
    Speaker,
    TimeLimit,
    TimePause,
    TimeQuote,
    TimeReadings,
)
from generator.readings.time_words import statements_in
from generator.records.version import Version

_OFFICE = (Role.WHOLE, Role.STAGE, Role.NOTICE, Role.EXTENSION, Role.WAITING, Role.TAX)
_LIMITS = (Role.WHOLE, Role.STAGE, Role.CHECK, Role.OTHER)
_BESIDE = (Role.NOTICE, Role.EXTENSION, Role.WAITING)
_DAYS_OF_UNIT = {"hour": 1 / 8, "day": 1.0, "working_day": 1.0, "month": 30.0}
_NOT_WORK = guarded(
    "bcđghkqtvy",
    r"(?:chưa|không)(?: được| có)? (?:đầy đủ|đủ(?! điều kiện)|hợp lệ|đúng)"
    r"|(?:yêu cầu|đề nghị|thông báo|văn bản)[^.;]{0,40} (?:sửa đổi|bổ sung|hoàn (?:thiện|chỉnh))"
    r"|(?<!sửa đổi, )(?:bổ sung|hoàn (?:thiện|chỉnh))[^.;]{0,20} (?:hồ sơ|giấy tờ|tài liệu)"
    r"|cần (?:sửa đổi|bổ sung)|khắc phục|giải trình|có giá trị|thời hạn sử dụng"
    r"|hợp đồng[^.;]{0,40}thời hạn|quá thời hạn",
    re.IGNORECASE,
)
"""Sentences of steps about a dossier that lacks something, or about what lasts for long."""
_LACKS = re.compile(
    r"(?:chưa|không)(?: được| có)? (?:đầy đủ|đủ(?! điều kiện)|hợp lệ|đúng)|cần (?:sửa|bổ sung)",
    re.IGNORECASE,
)
_BEFOREHAND = re.compile(
    r"(?:chậm nhất|muộn nhất|ít nhất|tối thiểu|trước)[^.;]{0,40}[0-9][^.;]{0,40}"
    r" trước (?:ngày|giờ|khi|thời)",
    re.IGNORECASE,
)
"""How long before an event something is filed."""
_FILES = re.compile(
    r"(?:các )?(?:doanh nghiệp|công ty|thương nhân|tổ chức|cá nhân|chủ đầu tư|người|sinh viên"
    r"|học sinh|học viên|thí sinh)(?!\w)"
    r"(?![^.;,]{0,70}(?:cơ quan|[uủ][yỷ] ban|sở|bộ|cục|phòng|thẩm quyền)(?!\w))[^.;,]{0,70}"
    r" (?:nộp|gửi|thông báo|(?:phải )?hoàn thiện)(?!\w)",
    re.IGNORECASE,
)
_LENGTHENS = re.compile(
    r"(?:gia hạn|kéo dài)(?: thêm)? (?:thời gian|thời hạn)(?! (?:sử dụng|hiệu lực|đăng ký))"
    r"|thời (?:gian|hạn)[^.;]{0,80} (?:gia hạn|kéo dài|dài hơn)",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(
    r"thời (?:gian|hạn) [^.;\n]{3,60}?(?<!không )(?:được )?tính (?:kể )?từ(?!\w)", re.IGNORECASE
)
"""From when the time is counted, without its length."""
_UNCOUNTED = re.compile(
    r"(?:không(?: được)?|chưa) (?:tính|bao gồm|kể|gồm)(?!\w)|(?<!\w)trừ (?=thời)", re.IGNORECASE
)
"""What stands before a list of times that are not counted."""
_MOST_SUMMED = 10
_MOST = 40
"""Lengths of time that are read in one text."""
_BEFORE = 20
"""Characters before a length that can say that it has passed."""
_SHORT = 40
"""Characters of a sentence that only repeats its figure."""
_FILING = re.compile(r"\W{0,9}(?:nộp|gửi|lập) (?:hồ sơ|tờ khai)(?!\w)", re.IGNORECASE)
"""How a sentence begins on what the reader does."""
_NO_LETTERS = re.compile(r"\W+")

Quotes = tuple[Reading[TimeQuote], ...]
_Said = tuple[Pointer, str, Statement]


def with_quotes(version: Version, times: TimeReadings) -> TimeReadings:
    """Add the sentences to quote, each once, and whether the figure depends on the case.

    They are those of channels, those of steps that the declared figures do not cover, and those on
    what is added or not counted; where there are none of them and no figure, by when to file.
    """
    figures = [one.length for one in declared_limits(version)]
    channels = list(_said(_channel_texts(version)))
    worked = [said for said in channels if not _is_own(said) and _tells(said)]
    roles = _OFFICE if figures else (*_OFFICE, Role.CHECK)
    every = list(_said(_step_texts(version)))
    steps = [said for said in every if _is_work(said, roles) or _is_rival(said, figures)]
    found = [*worked, *_beyond(steps, {one.limit.length for *_, one in worked}, figures)]
    found = [said for said in found if not _only_repeats(said, figures)]
    quotes = [*map(_quoted, found), *_told_beside(version, times), *_starts(version)]
    if not figures and not quotes:
        own = [*channels, *every]
        quotes = [_quoted(said, Speaker.READER) for said in own if _is_own(said)]
    by_case = _depends_on_case(figures, worked)
    by_case = by_case or bool(figures and times.cases and times.base is None)
    return replace(times, quotes=tuple(_each_once(quotes)), by_case=by_case)


def declared_limits(version: Version) -> Iterator[TimeLimit]:
    """The figures that the channels record."""
    for channel in version.channels.items:
        if channel.time.value is not None and channel.time.unit != "other":
            yield TimeLimit(channel.time.value, channel.time.unit)


def _channel_texts(version: Version) -> Iterator[tuple[Pointer, str]]:
    for number, channel in enumerate(version.channels.items):
        pointer: Pointer = ("channels", "items", number)
        if channel.time.text:
            yield (*pointer, "time", "text"), channel.time.text
        if channel.text:
            yield (*pointer, "text"), channel.text


def _step_texts(version: Version) -> Iterator[tuple[Pointer, str]]:
    for number, step in enumerate(version.steps.items):
        if step.text:
            yield ("steps", "items", number, "text"), step.text


def _said(texts: Iterable[tuple[Pointer, str]]) -> Iterator[_Said]:
    """What texts state of time; a text that channels repeat is read once."""
    seen = set[str]()
    for pointer, text in texts:
        if text not in seen:
            seen.add(text)
            yield from ((pointer, text, one) for one in statements_in(text)[:_MOST])


def _quoted(said: _Said, whose: Speaker = Speaker.OFFICE) -> Reading[TimeQuote]:
    pointer, text, one = said
    found = quotation_at(pointer, text, one.at, one.span[1], one.span[0])
    above = case_line_above(text, one.at)
    if above is not None and not found.heading:
        found = quotation_at(pointer, text, one.at, one.span[1], above)
    value = TimeQuote(found.text, (one.limit.length,), whose, found.heading)
    return Reading(value, Certainty.SURE, found.evidence)


def _only_repeats(said: _Said, figures: list[Length]) -> bool:
    """Whether a sentence says no more than its figure does."""
    _, text, one = said
    is_bare = one.bare and one.limit.start is None and one.limit.length in figures
    return is_bare and len(set(figures)) == 1 and len(sentence_at(text, one.at)) < _SHORT


def _tells(said: _Said) -> bool:
    """Whether words of a channel tell of the work, and not of how long its result is valid."""
    _, text, one = said
    if one.role is not Role.OTHER:
        return True
    is_passed = EXCEEDED.search(text, max(0, one.at - _BEFORE), one.at)
    return not is_passed and not VALIDITY.search(sentence_at(text, one.at))


def _is_rival(said: _Said, figures: list[Length]) -> bool:
    """Whether a limit is a declared number in another unit."""
    _, text, one = said
    same = [figure for figure in figures if figure[0][0] == one.limit.value]
    is_other = bool(same) and one.limit.length not in figures
    return is_other and not _is_own(said) and not _LACKS.search(sentence_at(text, one.at))


def _is_work(said: _Said, roles: tuple[Role, ...]) -> bool:
    """Whether a limit of the steps is that of an office's work on a complete file."""
    pointer, text, one = said
    if _LENGTHENS.search(sentence_at(text, one.at)):
        return True
    if one.role not in roles or one.limit.unit == "year" or _is_own(said):
        return False
    if leads_to_no_result(one) or not (one.limit.value or Role.CHECK in roles):
        return False
    return not _NOT_WORK.search(quotation_at(pointer, text, one.at, one.span[1], one.at).text)


def _is_own(said: _Said) -> bool:
    """Whether a limit is that of the reader, who files or informs within it."""
    _, text, one = said
    if one.role is Role.APPLICANT or is_own_task(one.act) or _FILES.match(one.act):
        return True
    sentence = sentence_at(text, one.at)
    return bool(_BEFOREHAND.search(sentence) or _FILING.match(sentence))


def _beyond(steps: list[_Said], told: set[Length], figures: list[Length]) -> list[_Said]:
    """The limits of steps for a case; all others where they come to more than is declared."""
    known = told if len(set(figures)) > 1 else told | set(figures)
    new = [said for said in steps if said[2].limit.length not in known or _starts_later(said)]
    plain = [said[2] for said in new if not _is_special(said)]
    usual = {(one.limit.length, one.act) for one in plain}
    longest = max(map(_days, (*figures, *told)), default=0.0)
    total = sum(_days(length) for length, _ in usual)
    if total > longest:
        return steps
    return [said for said in new if _is_special(said) or _is_rival(said, figures)]


def _starts_later(said: _Said) -> bool:
    """Whether the limit of a case runs from another event than receipt of the file."""
    return _is_special(said) and begins_later(said[2])


def _is_special(said: _Said) -> bool:
    """Whether a limit is that of a case, or comes beside the usual one."""
    pointer, text, one = said
    if condition_of(one) is not None or one.role in _BESIDE:
        return True
    if _LENGTHENS.search(sentence_at(text, one.at)):
        return True
    quote = quotation_at(pointer, text, one.at, one.span[1], one.at)
    return begins_with_case(quote.text) and not begins_with_case(sentence_at(text, one.at))


def _days(length: Length) -> float:
    return sum(value * _DAYS_OF_UNIT.get(unit, 365.0) for value, unit in length)


def _depends_on_case(figures: list[Length], said: list[_Said]) -> bool:
    """Whether channels declare several figures, or one that is only that of a case."""
    if len(set(figures)) > 1:
        return True
    whole = [one for one in said if one[2].role in _LIMITS and not one[2].on_top]
    values = {length[0][0] for length in figures}
    same = [one for one in whole if one[2].limit.value in values]
    others = {one.limit.length for *_, one in whole if one.limit.value not in values}
    if not figures or not others:
        return False
    if same:
        return all(map(_is_for_some, same))
    parts = [one for one in whole if not begins_with_case(sentence_at(one[1], one[2].at))]
    return len(others) > 1 and not values & _sums([one.limit.value for *_, one in parts])


def _sums(values: list[float]) -> set[float]:
    """What some of the values come to together."""
    sums = {0.0}
    for value in values[:_MOST_SUMMED]:
        sums |= {total + value for total in sums}
    return sums


def _is_for_some(said: _Said) -> bool:
    """Whether a limit is told for somebody, or by the name of its part of the work."""
    _, text, one = said
    return bool(one.case or one.area or CONDITION.search(text, one.at, one.span[1]))


def _told_beside(version: Version, times: TimeReadings) -> Iterator[Reading[TimeQuote]]:
    """The sentences on what is added, on what is not counted, and on the hour that is late."""
    late = () if times.late_hour is None else (times.late_hour,)
    pauses = [one for one in times.pauses if one.value.reason is not Reason.COMPLETION]
    texts = dict((*_channel_texts(version), *_step_texts(version)))
    for reading in (*times.additions, *pauses, *late):
        where = reading.evidence[0]
        text = texts.get(where.pointer, "")
        lengths = limits_in(text, where.start, where.end)
        at = lengths[0].start if lengths else where.start
        if text:
            lead = [one.start() for one in _UNCOUNTED.finditer(text, 0, at)] or [at]
            heading = lead[-1] if isinstance(reading.value, TimePause) else at
            found = quotation_at(where.pointer, text, at, where.end, heading)
            value = TimeQuote(found.text, heading=found.heading)
            yield Reading(value, Certainty.SURE, found.evidence)


def _starts(version: Version) -> Iterator[Reading[TimeQuote]]:
    """The sentences that only say from when the time is counted."""
    for pointer, text in (*_channel_texts(version), *_step_texts(version)):
        for match in islice(_COUNTED_FROM.finditer(text), _MOST):
            if not limits_in(sentence_at(text, match.start())):
                found = quotation_at(pointer, text, match.start(), match.end(), match.start())
                yield Reading(TimeQuote(found.text), Certainty.SURE, found.evidence)


def _each_once(quotes: Iterable[Reading[TimeQuote]]) -> Iterator[Reading[TimeQuote]]:
    """Each sentence once with all its lengths, without those that others hold."""
    kept: dict[str, Reading[TimeQuote]] = {}
    for one in quotes:
        said = _NO_LETTERS.sub(" ", f"{one.value.heading} {one.value.text}".lower()).strip()
        kept[said] = _joined(kept[said], one) if said in kept else one
    for said in sorted(kept, key=len):
        longer = next((other for other in kept if other != said and said in other), None)
        if longer:
            kept[longer] = _joined(kept[longer], kept.pop(said))
    yield from kept.values()


def _joined(one: Reading[TimeQuote], other: Reading[TimeQuote]) -> Reading[TimeQuote]:
    """A quotation with the lengths of another that is the same or part of it."""
    lengths = dict.fromkeys((*one.value.lengths, *other.value.lengths))
    return replace(one, value=replace(one.value, lengths=tuple(lengths)))
