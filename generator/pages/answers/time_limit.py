"""How long it takes: the limit, those of some readers, and what comes on top of it."""

from collections.abc import Iterable, Iterator

from generator.locale import Words
from generator.pages.answers.cell import answer, for_whom, quoted, stands_out, where_read
from generator.pages.formatting import (
    AddedTime,
    added_words,
    channel_time_line,
    short_duration,
)
from generator.pages.nodes.html import EMPTY, Html, escape_line
from generator.readings.answered import (
    doubtful_times,
    has_special_time,
    is_stated,
    open_conflicts,
    stated_time,
)
from generator.readings.time_summary import TimeSummary
from generator.readings.time_values import (
    CaseKind,
    Reason,
    TimeAddition,
    TimeCase,
    TimeConflict,
    TimeLimit,
)
from generator.records.version import Channel


def time_answer(times: TimeSummary, channels: Iterable[Channel], words: Words) -> Html:
    """The answer, with what the office commits to, or that the source has none.

    Recorded cases and additions are said as they stand, whatever the words beside them give.
    """
    channels = tuple(channels)
    if has_special_time(channels):
        details = (*_committed(channels, words), *_beside_recorded(times, channels, words))
        return answer(_recorded(channels, words), details)
    main = list(_main(times, words))
    if not main:
        doubts = quoted(doubtful_times(times), words)
        return answer([stands_out(words("answer.no_time"))], [doubts])
    return answer(main, [*_committed(channels, words), *_details(times, words)])


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
        yield _conflict(conflict.value, words)
    yield _late_hour(times, words)


def _conflict(conflict: TimeConflict, words: Words) -> Html:
    return escape_line(words("answer.conflict", limit=limit_words(conflict.words, words)))


def _late_hour(times: TimeSummary, words: Words) -> Html:
    if times.late_hour is None or not is_stated(times.late_hour):
        return EMPTY
    return escape_line(words("answer.late_hour", hour=times.late_hour.value.after))


def limit_words(limit: TimeLimit, words: Words) -> str:
    """A limit in words: "20 ngày làm việc", "trong ngày", "2 tháng và 15 ngày"."""
    if limit.value == 0:
        said = words("answer.at_once" if limit.unit == "hour" else "answer.same_day")
    else:
        said = f"{words.number(limit.value)} {words(f'unit.{limit.unit}')}"
    if limit.then:
        return words("answer.and_then", first=said, second=limit_words(limit.then, words))
    return said


def _main(times: TimeSummary, words: Words) -> Iterator[Html]:
    stated = stated_time(times)
    if stated.base:
        yield stands_out(limit_words(stated.base.value, words))
    for case in stated.cases:
        yield _case(case.value, words)
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
        yield _conflict(conflict.value, words)
    if times.base and is_stated(times.base):
        if times.base.value.start:
            yield escape_line(words("answer.since", start=times.base.value.start))
        for case in times.variants:
            yield (_case(case.value, words) if is_stated(case) else quoted([case], words))
    for addition in (*times.added, *times.longer):
        yield escape_line(addition_words(addition.value, words))
    for reason in uncounted_reasons(times):
        yield escape_line(words("answer.pause", time=reason_words(reason, words)))
    yield _late_hour(times, words)
    if times.base is None or not times.base.value.recorded:
        found = times.base or next(iter((*times.variants, *times.stages)), None)
        yield where_read(found.evidence, words) if found else EMPTY


def _case(case: TimeCase, words: Words) -> Html:
    limit = limit_words(case.limit, words)
    said = words("answer.longer_by", limit=limit) if case.added else limit
    names = [name for name in (case.within, case.name) if name]
    names += [words(f"method.{method}") for method in case.methods]
    if not names and case.kind is CaseKind.AREA:
        names = [words("answer.some_areas")]
    return for_whom(said, names, words)


def addition_words(value: TimeAddition, words: Words) -> str:
    """Time beside the handling of the file: "cộng 15 ngày niêm yết"."""
    length = limit_words(value.limit, words)
    if value.total:
        reason = words(f"time.reason.{value.reason}")
        said = words("answer.altogether", limit=length, reason=reason)
    else:
        said = added_words(AddedTime(str(value.reason), length, value.counted), words)
    return f"{said} ({value.condition})" if value.condition else said


def reason_words(reason: Reason, words: Words) -> str:
    """Time that has no length by what it is for: "thời gian lấy ý kiến"."""
    return words("answer.time_for", reason=words(f"time.reason.{reason}"))


def uncounted_reasons(times: TimeSummary) -> list[Reason]:
    """What is not counted; what the reader needs to complete a dossier is none of it."""
    return [reason for reason in times.not_counted if reason is not Reason.COMPLETION]
