"""What makes a time limit longer: public notice, tax, opinions, what is not counted, late hours."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.findings.problem import Pointer
from generator.readings.alternation import guarded
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.limits import limits_in
from generator.readings.time_entries import TimeRow
from generator.readings.time_extensions import read_extensions
from generator.readings.time_reasons import (
    Place,
    case_told_before,
    condition_of_sentence,
    reason_of,
)
from generator.readings.time_statements import Role
from generator.readings.time_values import (
    LateHour,
    Reason,
    TimeAddition,
    TimePause,
)
from generator.records.version import Version

_HINTS = (
    *("niêm yết", "đăng tin", "đăng báo"),
    *("kéo dài", "gia hạn", "tăng thêm", "cộng thêm", "dài hơn"),
    *("không tính", "không được tính", "bao gồm", "không gồm", "không kể"),
    *("chưa kể", "chưa tính", "chưa bao gồm", "trừ"),
)
"""One of them, or a late hour, stands wherever something is added or not counted."""
_POSTING = guarded(
    "đn",
    r"(?<!kết thúc )(?<!thời gian )(?<!kết quả )(?<!thời hạn )(?:niêm yết|đăng tin"
    r"|đăng báo)(?!\w)"
    r"(?P<between>[^.;\n]{0,220})",
    re.IGNORECASE,
)
_POSTING_HINTS = ("niêm yết", "đăng tin", "đăng báo")
_PARTS = re.compile(
    r"ngày(?: làm việc)?,?\s{1,9}(?:bao gồm|trong đó|gồm)\W{0,4}\n"
    r"(?P<lines>(?P<bullet>[+*–-])[^\n]*\n?(?:(?P=bullet)[^\n]*\n?)*)",
    re.IGNORECASE,
)
"""The list of what a limit consists of."""
_FILED = re.compile(r"nhận (?:được |đủ )?(?:\w+ ){0,3}hồ sơ|nộp|tiếp nhận", re.IGNORECASE)
_CALL = re.compile(r"tuyển chọn|mời |thông báo (?:về việc )?(?:tiếp nhận|nhận)", re.IGNORECASE)
_FOR = re.compile(
    r"(?:trong|thời gian|thời hạn|tối thiểu|ít nhất|không quá|liên tục|là|:"
    r"|\()\s*\Z",
    re.IGNORECASE,
)
_NOT_COUNTED = guarded(
    "ckt",
    r"(?:không tính|không bao gồm|không kể|chưa (?:kể|tính)|chưa bao gồm|chưa tính|không gồm"
    r"|trừ(?! (?:các )?ngày))(?: cả)?(?:\s*+:)?\s++"
    r"(?=(?:các )?(?:thời (?:gian|hạn)(?! giải quyết\W*\Z| sử dụng)|ngày (?:nghỉ|lễ)))",
    re.IGNORECASE,
)
_TIME_OF = re.compile(
    r"thời (?:gian|hạn)\s++(?P<what>[^.;:\n]{3,160}?)\s++(?:này\s++)?không (?:được )?tính"
    r"(?!\s+(?:các )?thời (?:gian|hạn))",
    re.IGNORECASE,
)
_UNCOUNTED_HINTS = (
    *("không tính", "không được tính", "không bao gồm", "không kể", "không gồm"),
    *("chưa kể", "chưa tính", "chưa bao gồm", "trừ"),
)
"""One of them stands wherever time is not counted."""
_ITEM = re.compile(
    r"(?:[;,\n]|\svà(?=\s))\s{0,9}(?:[a-zđ]\)|[-+])?\s{0,9}(?=thời gian|thời hạn)", re.IGNORECASE
)
_STRETCH = re.compile(r"[^.:\n]{1,600}(?::[^.]{0,2500})?", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"thời gian(?: này| giải quyết của các cơ quan sau(?: đây)?:?)", re.IGNORECASE
)
"""Words that only lead to what is not counted."""
_TEST = re.compile(r"phút|chép đề|làm bài|thời gian thi (?:thực hành|viết|vấn đáp)", re.IGNORECASE)
_LATE = re.compile(
    r"sau\s+(?P<hour>[01]?[0-9])\s*(?:\([^()]{1,9}\)\s*)?(?:giờ"
    r"|h)\s*(?P<minute>[0-5][0-9])?(?P<afternoon>\s{0,3}chiều)?(?!\w)(?P<rest>[^.;\n]{0,220})",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"ngày (?:làm việc )?(?:tiếp theo|kế tiếp|hôm sau)", re.IGNORECASE)
_LATE_REPLY = re.compile(r"\A\s{1,3}thì (?:văn bản|thông báo) trả lời", re.IGNORECASE)
"""What is sent a day later is only the reply on missing papers."""
_BEFORE_LATE = 200


def timed_texts(version: Version) -> Iterator[Place]:
    """The texts that can say what is added: of channels, then of steps."""
    seen: set[str] = set()
    for number, channel in enumerate(version.channels.items):
        for key, text in (("text", channel.text), ("time", channel.time.text)):
            if text and text not in seen and _is_worth_reading(text):
                seen.add(text)
                path = (key,) if key == "text" else ("time", "text")
                yield ("channels", "items", number, *path), text
    for number, step in enumerate(version.steps.items):
        if step.text and _is_worth_reading(step.text):
            yield ("steps", "items", number, "text"), step.text


def _is_worth_reading(text: str) -> bool:
    low = text.lower()
    return any(hint in low for hint in _HINTS) or ("sau" in low and _LATE.search(low) is not None)


def read_additions(
    places: list[Place], rows: Iterable[TimeRow], pauses: Iterable[Reading[TimePause]]
) -> tuple[Reading[TimeAddition], ...]:
    """Additions with a length, each once."""
    found: dict[TimeAddition, Reading[TimeAddition]] = {}
    paused = {pause.value.reason for pause in pauses}
    every = [*_of_rows(rows, paused), *_postings(places, paused), *read_extensions(places)]
    for reading in every:
        found.setdefault(reading.value, reading)
    return tuple(
        one
        for one in found.values()
        if not _is_counted_elsewhere(one.value, found) and not _is_for_all(one.value, found)
    )


def _is_for_all(value: TimeAddition, every: Iterable[TimeAddition]) -> bool:
    """Whether other words say of everybody what these say of a case."""
    return value.condition is not None and replace(value, condition=None) in every


def _is_counted_elsewhere(value: TimeAddition, every: Iterable[TimeAddition]) -> bool:
    """Whether other words say that a time is part of the limit, and these leave it open."""
    if value.counted is not None:
        return False
    same = [one for one in every if one.counted and one.reason is value.reason]
    return any(one.limit.value == value.limit.value for one in same)


def _of_rows(rows: Iterable[TimeRow], paused: set[Reason]) -> Iterator[Reading[TimeAddition]]:
    """Time of the tax office beside the limit.

    It is counted when both make up the recorded figure, and not when the words say so.
    """
    elsewhere = False if Reason.TAX in paused else None
    for row in rows:
        for one, where in row.others:
            if one.role is Role.TAX:
                value = TimeAddition(Reason.TAX, one.limit, row.counts_tax or elsewhere)
                yield Reading(value, Certainty.LIKELY, (where,))


def _postings(places: list[Place], paused: set[Reason]) -> Iterator[Reading[TimeAddition]]:
    for pointer, text in places:
        if not any(hint in text.lower() for hint in _POSTING_HINTS):
            continue
        parts = [match.span("lines") for match in _PARTS.finditer(text)]
        call, filed = _call_and_filing(pointer, text)
        for match in _POSTING.finditer(text):
            start, end = match.span("between")
            found = next(iter(limits_in(text, start, end)), None)
            if found is None or not _FOR.search(text, start, found.start):
                continue
            if found.limit.start or call < match.start() < filed:
                continue
            counted = False if Reason.POSTING in paused else None
            if any(start <= match.start() < end for start, end in parts):
                counted = True
            condition = condition_of_sentence(text, match.start(), found.tail)
            condition = condition or case_told_before(text, match.start(), found.tail)
            value = TimeAddition(Reason.POSTING, found.limit, counted, condition)
            where = evidence_of(pointer, text, match.start(), found.tail)
            yield Reading(value, Certainty.LIKELY, (where,))


def _call_and_filing(pointer: Pointer, text: str) -> tuple[int, int]:
    """Where a step calls for files and where they are first handed in; a notice between is none.

    Where it does not, no position lies between the two.
    """
    called = _CALL.search(text) if pointer[0] == "steps" else None
    if called is None:
        return 0, 0
    filed = _FILED.search(text)
    return called.start(), filed.start() if filed else len(text)


def read_pauses(places: list[Place]) -> tuple[Reading[TimePause], ...]:
    """What is not counted, one reading for each reason."""
    found: dict[Reason, Reading[TimePause]] = {}
    for pointer, text in places:
        for start, end in _not_counted(text):
            words = text[start:end].strip()
            if words and not _TEST.search(words) and not _LEAD_IN.fullmatch(words):
                reason = reason_of(words)
                where = evidence_of(pointer, text, start, end)
                found.setdefault(
                    reason, Reading(TimePause(reason, words), Certainty.SURE, (where,))
                )
    return tuple(found.values())


def _not_counted(text: str) -> Iterator[tuple[int, int]]:
    low = text.lower()
    if not any(hint in low for hint in _UNCOUNTED_HINTS):
        return
    for match in _NOT_COUNTED.finditer(text):
        stretch = _STRETCH.match(text, match.end())
        if stretch:
            start = stretch.start()
            for item in _ITEM.finditer(text, *stretch.span()):
                yield start, item.start()
                start = item.end()
            yield start, stretch.end()
    for match in _TIME_OF.finditer(text):
        yield match.start(), match.end("what")


def read_late_hour(version: Version, places: list[Place]) -> Reading[LateHour] | None:
    """The hour after which a file counts from the next working day."""
    if version.late_submission:
        after = version.late_submission.after
        where = evidence_of(("late_submission", "after"), after)
        return Reading(LateHour(after), Certainty.SURE, (where,))
    for pointer, text in places:
        for match in _LATE.finditer(text):
            if _LATE_REPLY.match(match["rest"]):
                continue
            before = text[max(0, match.start() - _BEFORE_LATE) : match.start()].rpartition(".")[2]
            if _NEXT_DAY.search(match["rest"]) or _NEXT_DAY.search(before):
                hour = int(match["hour"]) + (12 if match["afternoon"] else 0)
                after = f"{hour:02}:{match['minute'] or '00'}"
                where = evidence_of(pointer, text, *match.span())
                return Reading(LateHour(after), Certainty.SURE, (where,))
    return None
