"""How long it takes: the limit, those of some readers, and what comes on top of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.locale import Words
from generator.pages.answers.cell import (
    answer,
    for_whom,
    quotation,
    quoted,
    stands_out,
    where_read,
)
from generator.pages.answers.short import short_answer, shown_text
from generator.pages.answers.short_names import plain_name, shorten
from generator.pages.answers.time_cases import (
    brief_cases,
    limit_words,
    says_who,
    stage_words,
    whole_cases,
)
from generator.pages.answers.time_quotes import area_quote, told_instead, unexplained_quotes
from generator.pages.answers.time_several import limits_by_text, several_limits, why_several
from generator.pages.formatting import (
    AddedTime,
    added_words,
    channel_time_line,
    figure_words,
    short_duration,
)
from generator.pages.nodes.html import EMPTY, Html, escape_line, join_html
from generator.readings.answered import (
    StatedTime,
    doubtful_times,
    has_special_time,
    is_stated,
    open_conflicts,
    stated_time,
)
from generator.readings.evidence import Reading
from generator.readings.time_summary import TimeSummary
from generator.readings.time_values import (
    Reason,
    TimeAddition,
    TimeConflict,
    TimeLimit,
)
from generator.records.version import Channel

_ASKED_FOR = re.compile(
    r"(?<!\w)(?:thông báo|(?<!đạt )yêu cầu|đề nghị bổ sung)(?!\w)", re.IGNORECASE
)
"""From when a reader's own time runs: what the office asks for."""
_OWN_STEP = re.compile(r"(?:nộp|hộp|gửi|lập) (?:hồ sơ|tờ khai)|tổ chức nộp", re.IGNORECASE)
"""Steps that a reader takes: by when one files is no time that an office takes."""
_START_ROOM = 60
_ROOM = 60
"""Characters of the case in which a limit gets longer, where it is told in few words."""


def time_answer(
    times: TimeSummary, channels: Iterable[Channel], words: Words, steps: Iterable[str] = ()
) -> Html:
    """The answer, with what the office commits to, or that the source has none.

    Where no limit is known, texts of `steps` may give a day by which the office answers.
    Recorded cases and additions are said as they stand, whatever the words beside them give.
    """
    channels = tuple(channels)
    said = _answer(times, channels, words, steps)
    return join_html([said, answer((), [area_quote(channels, shown_text(said), words)])])


def _answer(
    times: TimeSummary, channels: tuple[Channel, ...], words: Words, steps: Iterable[str]
) -> Html:
    if has_special_time(channels):
        beside = [*_committed(channels, words), *_beside_recorded(times, channels, words)]
        lines = list(_recorded(channels, words))
        names = _brief_recorded(channels, words)
        return short_answer(lines, names, beside, words("answer.every_time", count=len(lines)))
    stated = stated_time(times)
    if not stated:
        return _unclear(times, channels, words, steps)
    if not says_who(stated.cases) and (
        by_text := limits_by_text(stated, channels, _details(times, words), words)
    ):
        return by_text
    main = list(_main(stated, channels, words))
    lines = [*main, *whole_cases(stated.cases, words)]
    details = [*_committed(channels, words), *_details(times, words)]
    if not says_who(stated.cases):
        details.insert(0, escape_line(words(why_several(channels))))
    label = words("answer.every_time", count=len(lines))
    extras = [escape_line(addition_words(one.value, words)) for one in _conditional(times)]
    brief = [*main, *brief_cases(stated.cases, words)]
    told = [escape_line(addition_words(one.value, words, _ROOM)) for one in _conditional(times)]
    return short_answer(lines, brief, details, label, extras=extras, brief_extras=told)


def _recorded(channels: Iterable[Channel], words: Words) -> Iterator[Html]:
    """The limit of each channel with its cases and additions; its method where limits differ."""
    ways: dict[str, list[str]] = {}
    for channel in channels:
        line = channel_time_line(channel.time, words)
        ways.setdefault(line, []).append(words(f"method.{channel.method}"))
    for line, methods in ways.items():
        names = ", ".join(dict.fromkeys(methods))
        yield stands_out(f"{line} ({names})" if len(ways) > 1 else line)


def _beside_recorded(
    times: TimeSummary, channels: Iterable[Channel], words: Words
) -> Iterator[Html]:
    """What is read and not recorded with the limits: another limit, and the hour that is late."""
    for conflict in open_conflicts(times, channels):
        yield _conflict(conflict, words, times.base)
    yield _late_hour(times, words)


def _conflict(found: Reading[TimeConflict], words: Words, base: Reading[TimeLimit] | None) -> Html:
    """The limit beside the one that is shown, and whether it is that of the list of cases."""
    conflict = found.value
    is_shown = base is not None and base.value.length == conflict.words.length
    other = conflict.recorded if is_shown else conflict.words
    is_listed = any(one.pointer[0] == "cases" for one in found.evidence)
    is_listed = is_listed and base is not None and base.evidence[0].pointer[0] != "cases"
    key = "answer.case_conflict" if is_listed else "answer.conflict"
    return escape_line(words(key, limit=limit_words(other, words)))


def _conditional(times: TimeSummary) -> Iterator[Reading[TimeAddition]]:
    """What comes on top in some cases only."""
    for addition in (*times.added, *times.longer):
        if addition.value.condition is not None:
            yield addition


def _late_hour(times: TimeSummary, words: Words) -> Html:
    if times.late_hour is None or not is_stated(times.late_hour):
        return EMPTY
    return escape_line(words("answer.late_hour", hour=times.late_hour.value.after))


def _main(stated: StatedTime, channels: Iterable[Channel], words: Words) -> Iterator[Html]:
    if stated.base:
        ways = _ways_with_limit(channels, words) if stated.base.value.recorded else ""
        yield for_whom(limit_words(stated.base.value, words), [ways], words)
    for stage in stated.stages:
        yield for_whom(limit_words(stage.value.limit, words), [stage.value.name], words)


def _committed(channels: Iterable[Channel], words: Words) -> Iterator[Html]:
    """What the office commits to, for each way of filing where the ways differ."""
    ways: dict[str, list[str]] = {}
    for channel in channels:
        said = short_duration(channel.committed_time, words) if channel.committed_time else ""
        ways.setdefault(said, []).append(words(f"method.{channel.method}"))
    for said, methods in ways.items():
        if said:
            names = ", ".join(dict.fromkeys(methods)) if len(ways) > 1 else ""
            limit = f"{said} ({names})" if names else said
            yield escape_line(words("answer.committed", limit=limit))


def _details(times: TimeSummary, words: Words) -> Iterator[Html]:
    for conflict in times.conflicts:
        yield _conflict(conflict, words, times.base)
    yield _in_steps(times, words)
    yield unexplained_quotes(times.unexplained, words)
    if times.base and is_stated(times.base):
        if times.base.value.start:
            start = shorten(times.base.value.start, _START_ROOM)
            yield escape_line(words("answer.since", start=start))
        for case in times.variants:
            yield EMPTY if is_stated(case) else quoted([case], words)
    for addition in (*times.added, *times.longer):
        if addition.value.condition is None:
            yield escape_line(addition_words(addition.value, words))
    if reasons := uncounted_reasons(times):
        said = ", ".join(words(f"time.reason.{reason}") for reason in reasons)
        yield escape_line(words("answer.pause", time=words("answer.time_for", reason=said)))
    yield _late_hour(times, words)
    if times.base is None or not times.base.value.recorded:
        found = times.base or next(iter((*times.variants, *times.stages)), None)
        yield where_read(found.evidence, words) if found else EMPTY


def _in_steps(times: TimeSummary, words: Words) -> Html:
    """The limits of the steps that the answer does not explain, each with what it is for."""
    told = {one.value.words.length for one in times.conflicts}
    stages = [one for one in times.beside if one.value.limit.length not in told]
    stages = [one for one in stages if not _is_own_time(one.value.limit)]
    if not stages:
        return EMPTY
    return escape_line(words("answer.steps_say", limits=stage_words(stages, words)))


def _is_own_time(step: TimeLimit) -> bool:
    """Whether a limit is the reader's own time, which runs from what the office asks for."""
    return step.start is not None and _ASKED_FOR.search(step.start) is not None


def _ways_with_limit(channels: Iterable[Channel], words: Words) -> str:
    """The ways of filing that have a limit, where others have neither a limit nor words."""
    ways: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for channel in channels:
        has_limit = channel.time.value is not None and channel.time.unit != "other"
        if has_limit or not (channel.text or channel.time.text):
            ways[has_limit][words(f"method.{channel.method}")] = None
    return ", ".join(ways[True]) if ways[False].keys() - ways[True].keys() else ""


def _unclear(
    times: TimeSummary, channels: Sequence[Channel], words: Words, steps: Iterable[str]
) -> Html:
    """What there is where no limit is clear: several recorded ones, those of steps, or words."""
    recorded = [case.value.limit for case in times.variants if case.value.limit.recorded]
    if recorded and times.base is None:
        shown = {limit.length for limit in recorded}
        rivals = [one for one in times.conflicts if one.value.words.length not in shown]
        small = [_conflict(one, words, None) for one in rivals]
        read = where_read(times.variants[0].evidence, words)
        small = [*dict.fromkeys(small), _late_hour(times, words), read]
        return several_limits(recorded, channels, small, words)
    doubts = doubtful_times(times)
    details = [quoted(doubts, words)]
    stages = [one for one in times.stages if not _OWN_STEP.match(plain_name(one.value.name))]
    if stages and not doubts:
        said = escape_line(words("answer.step_times", limits=stage_words(stages, words)))
        found = where_read(stages[0].evidence, words)
        return answer([stands_out(words("answer.only_steps"))], [said, found])
    if not doubts:
        told = told_instead([one.text or "" for one in channels], steps)
        details = [escape_line(words("answer.quoted", text=quotation(text))) for text in told]
    return answer([stands_out(words("answer.no_time"))], details)


def _brief_recorded(channels: Iterable[Channel], words: Words) -> Iterator[Html]:
    """The recorded limits with what comes on top, and the lengths of their cases alone."""
    channels = tuple(channels)
    usual = (replace(one, time=replace(one.time, cases=())) for one in channels)
    yield from _recorded(usual, words)
    cases = [case for channel in channels for case in channel.time.cases]
    lengths = dict.fromkeys(figure_words(case.value, case.unit, words) for case in cases)
    if lengths:
        said = words("answer.by_case", amount="; ".join(lengths))
        yield stands_out(words("answer.else_time", limits=said))


def addition_words(value: TimeAddition, words: Words, room: int | None = None) -> str:
    """Time beside the handling of the file: "cộng 15 ngày niêm yết".

    `room` is how many characters its condition may take.
    """
    length = limit_words(value.limit, words)
    if value.total and value.reason is Reason.OTHER:
        said = words("answer.up_to", limit=length)
    elif value.reason is Reason.OTHER and value.counted is False and not value.limit.recorded:
        said = words("answer.extended_by", limit=length)
    elif value.total:
        reason = words(f"time.reason.{value.reason}")
        said = words("answer.altogether", limit=length, reason=reason)
    else:
        said = added_words(AddedTime(str(value.reason), length, value.counted), words)
    if not value.condition:
        return said
    condition = shorten(plain_name(value.condition), room) if room else value.condition
    return f"{said} ({condition})"


def reason_words(reason: Reason, words: Words) -> str:
    """Time that has no length by what it is for: "thời gian lấy ý kiến"."""
    return words("answer.time_for", reason=words(f"time.reason.{reason}"))


def uncounted_reasons(times: TimeSummary) -> list[Reason]:
    """What is not counted; what the reader needs to complete a dossier is none of it."""
    found = [reason for reason in times.not_counted if reason is not Reason.COMPLETION]
    return sorted(found, key=lambda reason: reason is Reason.OTHER)
