"""The sentences of a channel's words that give another time than the limits read out of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from generator.readings.alternation import guarded
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.time_acts import is_own_task, runs_from_file
from generator.readings.time_entries import Text
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import TimeConflict, TimeLimit, TimeReadings
from generator.readings.time_words import statements_in
from generator.records.version import Version

_UNLIKE = (Role.NOTICE, Role.EXTENSION, Role.WAITING, Role.TAX)
_SENTENCE_END = re.compile(r"[.;](?=\s)|\n")
_DAYS_OF_UNIT = {"hour": 1 / 8, "day": 1.0, "working_day": 1.0, "month": 30.0}
_OTHER_UNIT = {"day": "working_day", "working_day": "day"}
_MOST_PARTS = 8
_LONGEST = 400
_MOST = 3
_NO_WORK = guarded(
    "bcghíklnqstv",
    r"(?:chưa|không)(?: được| có)? (?:đầy đủ|đủ|hợp lệ|đúng|rõ|bảo đảm|đảm bảo|đạt)"
    r"|trường hợp (?:không|từ chối)|tính (?:đầy đủ|hợp lệ)|kiểm tra thành phần"
    r"|bổ sung|hoàn chỉnh|giải trình|khắc phục|gia hạn|kéo dài|tăng thêm"
    r"|có giá trị|hiệu lực|thời hạn sử dụng|niêm yết|lưu giữ|kể từ ngày (?:được )?cấp"
    r"|quá thời hạn|hết thời hạn|trước(?: khi| ngày)?|ít nhất|tối thiểu|thông báo (?:lý do|thuế)",
    re.IGNORECASE,
)
"""Words of a sentence about papers, about a dossier that lacks something, or about a refusal."""
_ON_THE_SPOT = re.compile(r"(?:thẩm định|kiểm tra|đánh giá) (?:tại|thực tế)", re.IGNORECASE)


def with_unexplained(version: Version, times: TimeReadings) -> TimeReadings:
    """Add the limits in the words of the channels that no reading explains, with their sentences.

    A limit is explained when it is read, recorded, or a part of a sum that is.
    """
    if times.stages:
        return times
    known = list(_known(version, times))
    found: dict[object, Reading[TimeLimit]] = {}
    for text in _texts(version) if known else ():
        for one in _unexplained(text.text, known):
            where = evidence_of(text.pointer, text.text, *_sentence(text.text, one))
            found.setdefault(one.limit.length, Reading(one.limit, Certainty.LIKELY, (where,)))
    conflicts = (*times.conflicts, *_in_other_unit(version, times))
    return replace(times, unexplained=tuple(found.values())[:_MOST], conflicts=conflicts)


def _known(version: Version, times: TimeReadings) -> Iterator[TimeLimit]:
    if times.base:
        yield times.base.value
    yield from (case.value.limit for case in times.cases)
    yield from (addition.value.limit for addition in times.additions)
    yield from (stage.value.limit for stage in times.beside)
    for conflict in times.conflicts:
        yield from (conflict.value.recorded, conflict.value.words)
    for channel in version.channels.items:
        if channel.time.value is not None:
            yield TimeLimit(channel.time.value, channel.time.unit)


def _texts(version: Version) -> Iterator[Text]:
    seen = set[str]()
    for number, channel in enumerate(version.channels.items):
        pointer = ("channels", "items", number)
        places = (
            ((*pointer, "time", "text"), channel.time.text),
            ((*pointer, "text"), channel.text),
        )
        for path, words in places:
            if words and words not in seen:
                seen.add(words)
                yield Text(path, words)


def _unexplained(text: str, known: list[TimeLimit]) -> Iterator[Statement]:
    said = statements_in(text)
    parts = [one for one in said if one.limit.value and not one.area][:_MOST_PARTS]
    lengths = {_days(limit) for limit in known}
    explained = {one for chosen in _sums(parts, lengths) for one in chosen}
    for one in said:
        if _days(one.limit) not in lengths and one not in explained and _is_work(text, one):
            yield one


def _is_work(text: str, one: Statement) -> bool:
    """Whether a limit is that of an office's work on a complete file."""
    if one.role in _UNLIKE or one.area or not one.limit.value or one.limit.unit == "year":
        return False
    start, end = _sentence(text, one)
    words = text[start:end]
    is_incomplete = _NO_WORK.search(words) and not _ON_THE_SPOT.search(words)
    return not is_incomplete and not is_own_task(one.act) and runs_from_file(one)


def _sentence(text: str, one: Statement) -> tuple[int, int]:
    """Where the sentence of a statement begins and ends, at most some words before and after."""
    first, last = max(0, one.span[0] - _LONGEST), min(len(text), one.span[1] + _LONGEST)
    before = [match.end() for match in _SENTENCE_END.finditer(text, first, one.span[0])]
    after = _SENTENCE_END.search(text, one.span[1], last)
    return before[-1] if before else first, after.start() if after else last


def _sums(parts: list[Statement], wanted: set[float]) -> Iterator[tuple[Statement, ...]]:
    """The statements that make up a wanted length with others; all days count alike."""
    for count in range(2, len(parts) + 1):
        for chosen in combinations(parts, count):
            if sum(_days(one.limit) for one in chosen) in wanted:
                yield chosen


def _in_other_unit(version: Version, times: TimeReadings) -> Iterator[Reading[TimeConflict]]:
    """A recorded limit in days whose stages are all in days of the other kind."""
    limit = times.base.value if times.base else None
    if limit is None or not limit.recorded or times.cases or times.conflicts:
        return
    for text in _texts(version) if limit.unit in _OTHER_UNIT else ():
        said = statements_in(text.text)
        parts = [one for one in said if one.limit.value and not one.area and not one.refused]
        sums = list(_sums(parts[:_MOST_PARTS], {limit.value}))
        units = {frozenset(one.limit.unit for one in chosen) for chosen in sums}
        if units == {frozenset([_OTHER_UNIT[limit.unit]])}:
            words = TimeLimit(limit.value, _OTHER_UNIT[limit.unit])
            where = tuple(text.evidence(one) for one in sums[0])
            yield Reading(TimeConflict(limit, words), Certainty.UNSURE, where)
            return


def _days(limit: TimeLimit) -> float:
    return sum(value * _DAYS_OF_UNIT.get(unit, 365.0) for value, unit in limit.length)
