"""How long it takes: the declared figures, and what the source says beside them, quoted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.locale import Words
from generator.model.brief_words import time_words
from generator.model.limit_words import limit_words
from generator.pages.answers.cell import answer, for_whom, quotation, quotations, stands_out
from generator.pages.answers.quote_room import SCARCE, WHOLE, QuoteRoom
from generator.pages.answers.short import short_answer
from generator.pages.answers.time_by_case import (
    channel_limit,
    figures_of,
    limits_by_case,
    small_print,
)
from generator.pages.answers.time_quotes import field_words, time_quotes, told_instead
from generator.pages.formatting import (
    AddedTime,
    added_words,
    channel_time_line,
    figure_words,
    short_duration,
)
from generator.pages.nodes.html import EMPTY, Html, element, escape_line, join_html
from generator.readings.answered import has_special_time, is_stated, open_conflicts
from generator.readings.brief import brief_time
from generator.readings.evidence import Reading
from generator.readings.time_cases_told import has_figure
from generator.readings.time_hours import are_working_hours
from generator.readings.time_open import has_bare_figure
from generator.readings.time_summary import TimeSummary
from generator.readings.time_values import (
    Reason,
    Speaker,
    TimeAddition,
    TimeConflict,
    TimeLimit,
    TimeQuote,
)
from generator.records.version import Case, Channel, Version

_HEADLINE = 2
"""Lines at most above sentences that alone tell limits by case."""
_LONGEST_NAME = 180
"""Characters of the names of cases beside a figure of their list; the list has them whole."""


def time_answer(
    times: TimeSummary, version: Version, words: Words, room: QuoteRoom = WHOLE
) -> Html:
    """The declared figure, what the office commits to, and the sentences that say more.

    Figures that depend on a case stand behind the words for it, and none stands out. Where nothing
    is said, the steps may give a day by which the office answers. Recorded cases and additions are
    said as they stand, whatever the words beside them give.
    """
    channels = version.channels.items
    if has_special_time(channels):
        return _special(times, channels, words)
    left: Sequence[Reading[TimeQuote]] = times.quotes
    lines = list(_declared(times, version, words))
    if times.by_case:
        lines, left = limits_by_case(times.quotes, channels, words, scarce=room is SCARCE)
    lines += [doubt for doubt in _doubts(times, words) if lines and doubt not in lines]
    told = any(one.value.whose is not Speaker.READER for one in times.quotes)
    is_alone = times.by_case or (told and not lines)
    is_alone = is_alone and not (room is SCARCE and len(lines) > _HEADLINE)
    above = {channel_limit(one).length for one in filter(has_figure, channels)}
    quotes = [time_quotes(left, words, room, alone=is_alone, above=above)] if left else []
    lines = lines or list(_of_cases(version.cases, times, words))
    if not lines and not told:
        lines = [_quoted(text, words) for text in field_words(version)]
    if not lines and not told:
        instead = [] if quotes else told_instead(version)
        lines = [stands_out(words("answer.no_time"))]
        quotes += [quotations(_quoted(text, words) for text in instead)]
    small = [*_committed(channels, words), *_cases_listed(version, words)]
    small += dict.fromkeys(_bare(version, words))
    return join_html([answer(lines), *quotes, answer((), small)])


def _doubts(times: TimeSummary, words: Words) -> Iterator[Html]:
    """What is doubtful about a figure: its unit or number by other words, or that there is none."""
    if more := times.area_counted:
        yield small_print(words("answer.area_counted", limit=limit_words(more, words)))
    values = [one.value for one in times.quotes]
    if any(one.other_unit for one in values):
        yield small_print(words("answer.same_figure"))
    if not times.by_case and any(one.other_whole for one in values):
        yield small_print(words("answer.other_whole"))
    if times.other_sum:
        yield small_print(words("answer.other_sum", limit=limit_words(times.other_sum, words)))
    if any(one.none for one in values):
        yield small_print(words("answer.none_laid_down"))


def _quoted(text: str, words: Words) -> Html:
    return escape_line(words("answer.quoted", text=quotation(text)))


def _declared(times: TimeSummary, version: Version, words: Words) -> Iterator[Html]:
    """The figure that channels declare; its way of filing where others declare none.

    Hours are working hours where a step calls as many of them so. An only figure that a list says
    with its cases, or with what comes on top, is said so here too.
    """
    channels = version.channels.items
    figures = figures_of(channels, words)
    open_ways = [one for one in channels if not (has_figure(one) or one.text or one.time.text)]
    for said, rows in figures.items():
        ways = dict.fromkeys(words(f"method.{one.method}") for one in rows)
        limit = channel_limit(rows[0])
        if are_working_hours(version, limit):
            said = limit_words(replace(limit, working=True), words)
        elif len(figures) == 1:
            said = _with_cases(limit, times, words) or said
        yield for_whom(said, [", ".join(ways)] if open_ways else [], words)


def _with_cases(limit: TimeLimit, times: TimeSummary, words: Words) -> str:
    """A limit as lists say it; empty where they say no more than its figure."""
    brief = brief_time(times)
    if brief is None or limit.length not in {one.length for one in brief.limits}:
        return ""
    return time_words(brief, words) if brief.added or len(brief.limits) > 1 else ""


def _special(times: TimeSummary, channels: tuple[Channel, ...], words: Words) -> Html:
    """Limits of cases and additions that are recorded as such."""
    beside = [*_committed(channels, words), *_beside_recorded(times, channels, words)]
    lines = list(_recorded(channels, words))
    names = _brief_recorded(channels, words)
    return short_answer(lines, names, beside, words("answer.every_time", count=len(lines)))


def _of_cases(cases: Iterable[Case], times: TimeSummary, words: Words) -> Iterator[Html]:
    """The figures in the list of cases; each with the names of its cases where they differ.

    Where names tell no figures apart, the list does not say for whom each is. An only figure is
    said with what comes on top.
    """
    figures = _case_figures(cases, words)
    if len(figures) > len({tuple(sorted(set(names))) for names in figures.values()}):
        yield stands_out("; ".join(figures))
        yield element("small", escape_line(words("answer.several_times")))
        return
    if len(figures) == 1 and times.base:
        yield stands_out(_with_cases(times.base.value, times, words) or next(iter(figures)))
        return
    for said, names in figures.items():
        yield for_whom(said, dict.fromkeys(names) if len(figures) > 1 else [], words)


def _cases_listed(version: Version, words: Words) -> Iterator[Html]:
    """Figures in the list of cases that no channel declares, with the names of their cases.

    The title again tells no case: figures of which nothing else is said stand on one line.
    """
    declared = figures_of(version.channels.items, words)
    found = _case_figures(version.cases, words) if declared else {}
    others = {said: names for said, names in found.items() if said not in declared}
    title = _letters(version.title)
    bare = [said for said, names in others.items() if {*map(_letters, names)} == {title}]
    if bare:
        yield escape_line(words("answer.case_conflict", limit="; ".join(bare)))
    for said, names in others.items():
        if said not in bare:
            limit = f"{said} – {quotation('; '.join(dict.fromkeys(names)), _LONGEST_NAME)}"
            yield escape_line(words("answer.case_conflict", limit=limit))


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _bare(version: Version, words: Words) -> Iterator[Html]:
    """Figures without a unit, which are no limit; by its way where other ways have a unit.

    One of a way that has a limit or words is told; where no way has a unit, one that a case has
    with a unit is said to have it there alone.
    """
    told = {case.time.value for case in version.cases if case.time and case.time.unit != "other"}
    ways = {one.method for one in version.channels.items if has_figure(one)}
    found: dict[str, list[str]] = {}
    for one in version.channels.items:
        value, is_listed = one.time.value, one.time.value in told
        is_told = one.method in ways or bool(ways and (is_listed or one.text or one.time.text))
        if value and has_bare_figure(one) and not is_told:
            key = "answer.unit_of_cases" if is_listed else "unit.other"
            said = words(key, value=words.number(value))
            found.setdefault(said, []).append(words(f"method.{one.method}"))
    for said, names in found.items():
        yield escape_line(f"{', '.join(dict.fromkeys(names))}: {said}" if ways else said)


def _case_figures(cases: Iterable[Case], words: Words) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in cases:
        if one.time and one.time.value is not None and one.time.unit != "other":
            said = limit_words(TimeLimit(one.time.value, one.time.unit), words)
            found.setdefault(said, []).append(one.name)
    return found


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


def _late_hour(times: TimeSummary, words: Words) -> Html:
    if times.late_hour is None or not is_stated(times.late_hour):
        return EMPTY
    return escape_line(words("answer.late_hour", hour=times.late_hour.value.after))


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


def addition_words(value: TimeAddition, words: Words) -> str:
    """Time beside the handling of the file: "cộng 15 ngày niêm yết"."""
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
    return f"{said} ({value.condition})"


def reason_words(reason: Reason, words: Words) -> str:
    """Time that has no length by what it is for: "thời gian lấy ý kiến"."""
    return words("answer.time_for", reason=words(f"time.reason.{reason}"))


def uncounted_reasons(times: TimeSummary) -> list[Reason]:
    """What is not counted; what the reader needs to complete a dossier is none of it."""
    found = [reason for reason in times.not_counted if reason is not Reason.COMPLETION]
    return sorted(found, key=lambda reason: reason is Reason.OTHER)
