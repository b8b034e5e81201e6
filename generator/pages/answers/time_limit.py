"""How long it takes: the limit, those of some readers, and what comes on top of it."""

from collections.abc import Iterator

from generator.locale import Words
from generator.pages.answers.cell import answer, for_whom, is_stated, quoted, stands_out, where_read
from generator.pages.nodes.html import EMPTY, Html, escape_line
from generator.readings.evidence import Reading
from generator.readings.time_values import (
    CaseKind,
    Reason,
    TimeAddition,
    TimeCase,
    TimeLimit,
    TimePause,
    TimeReadings,
)

_ADDITIONS = {True: "answer.within", False: "answer.on_top", None: "answer.beside"}
"""How an addition is said, by whether it is part of the limit."""


def time_answer(times: TimeReadings, words: Words) -> Html:
    """The answer, or that the source has none."""
    main = list(_main(times, words))
    if not main:
        doubts = [one for one in (times.base, *times.cases) if one]
        return answer([stands_out(words("answer.no_time"))], [quoted(doubts, words)])
    return answer(main, _details(times, words))


def limit_words(limit: TimeLimit, words: Words) -> str:
    """A limit in words: "20 ngày làm việc", "trong ngày", "2 tháng và 15 ngày"."""
    if limit.value == 0:
        said = words("answer.at_once" if limit.unit == "hour" else "answer.same_day")
    else:
        said = f"{words.number(limit.value)} {words(f'unit.{limit.unit}')}"
    if limit.then:
        return words("answer.and_then", first=said, second=limit_words(limit.then, words))
    return said


def _main(times: TimeReadings, words: Words) -> Iterator[Html]:
    if times.base and is_stated(times.base):
        yield stands_out(limit_words(times.base.value, words))
        return
    if any(not is_stated(case) for case in times.cases):
        return
    for case in times.cases:
        yield _case(case.value, words)
    if not times.cases:
        for stage in filter(is_stated, times.stages):
            yield for_whom(limit_words(stage.value.limit, words), [stage.value.name], words)


def _details(times: TimeReadings, words: Words) -> Iterator[Html]:
    if times.base and is_stated(times.base):
        if times.base.value.start:
            yield escape_line(words("answer.since", start=times.base.value.start))
        for case in times.cases:
            yield (_case(case.value, words) if is_stated(case) else quoted([case], words))
    for addition in times.additions:
        yield _addition(addition, words)
    for pause in times.pauses:
        yield _pause(pause, words)
    if times.late_hour and is_stated(times.late_hour):
        yield escape_line(words("answer.late_hour", hour=times.late_hour.value.after))
    if times.base is None or not times.base.value.recorded:
        found = times.base or next(iter((*times.cases, *times.stages)), None)
        yield where_read(found.evidence, words) if found else EMPTY


def _case(case: TimeCase, words: Words) -> Html:
    limit = limit_words(case.limit, words)
    said = words("answer.longer_by", limit=limit) if case.added else limit
    names = [name for name in (case.within, case.name) if name]
    names += [words(f"method.{method}") for method in case.methods]
    if not names and case.kind is CaseKind.AREA:
        names = [words("answer.some_areas")]
    return for_whom(said, names, words)


def _addition(reading: Reading[TimeAddition], words: Words) -> Html:
    if not is_stated(reading):
        return quoted([reading], words)
    value = reading.value
    said = words(
        "answer.altogether" if value.total else _ADDITIONS[value.counted],
        limit=limit_words(value.limit, words),
        reason=words(f"answer.reason.{value.reason}"),
    )
    return escape_line(f"{said} ({value.condition})" if value.condition else said)


def _pause(reading: Reading[TimePause], words: Words) -> Html:
    """Time that is not counted; what the reader needs to complete a dossier is none of it."""
    if reading.value.reason is Reason.COMPLETION or not is_stated(reading):
        return EMPTY
    return escape_line(words("answer.pause", reason=words(f"answer.reason.{reading.value.reason}")))
