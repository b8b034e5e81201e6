"""How the time limit of a way to submit is shown: usual, of some readers, and additional time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.locale import Words
from generator.pages.formatting import (
    added_time_of,
    added_words,
    case_words,
    figure_words,
    format_duration,
    short_duration,
)
from generator.pages.nodes.html import (
    BREAK,
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    escape_lines,
    join_html,
)
from generator.records.stated import ChannelTime, LimitAddition, LimitCase
from generator.records.version import Case

_COLON = escape_html(": ")
_STOP = escape_html(". ")


def time_lines(time: ChannelTime | None, words: Words) -> Html:
    """The limit, then a line for each case, then one for each addition; empty without a limit."""
    if time is None:
        return EMPTY
    cases = (_case(case, words) for case in time.cases)
    additions = (_addition(one, words) for one in time.additions)
    return join_html([*_usual(time, words), *cases, *additions], BREAK)


def without_ids(time: ChannelTime) -> ChannelTime:
    """What a limit says, whichever channel it is of."""
    cases = tuple(replace(case, id=None) for case in time.cases)
    return replace(
        time, cases=cases, additions=tuple(replace(one, id=None) for one in time.additions)
    )


def with_limit_of(cases: Iterable[Case], time: ChannelTime, words: Words) -> ChannelTime:
    """In place of a bare figure the limit that all cases of the procedure have, if it is one.

    Else a page would say "25 ngày" at its top, and below "5" or doubt the unit. Another figure than
    theirs is told behind it.
    """
    limits = {(case.time.value, case.time.unit) for case in cases if case.time}
    if time.unit != "other" or time.value is None or len(limits) != 1:
        return time
    ((value, unit),) = limits
    if unit == "other":
        return time
    if value == time.value:
        return replace(time, unit=unit)
    bare = words("unit.other", value=words.number(time.value))
    return replace(time, value=value, unit=unit, text=". ".join(filter(None, (bare, time.text))))


def _usual(time: ChannelTime, words: Words) -> Iterator[Html]:
    if time.value is None or time.unit == "other":
        yield escape_lines(format_duration(time, words))
        return
    yield element("strong", escape_line(short_duration(time, words)))
    if time.text:
        yield escape_lines(time.text)


def _case(case: LimitCase, words: Words) -> Html:
    figure = element("strong", escape_line(figure_words(case.value, case.unit, words)))
    said = join_html([escape_line(case_words(case, words)), _COLON, figure])
    return _with_text(said, case.text)


def _addition(addition: LimitAddition, words: Words) -> Html:
    said = added_words(added_time_of(addition, words), words)
    return _with_text(escape_line(said[:1].upper() + said[1:]), addition.text)


def _with_text(said: Html, text: str | None) -> Html:
    return join_html([said, _STOP, escape_lines(text)]) if text else said
