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


def with_unit_of(cases: Iterable[Case], time: ChannelTime) -> ChannelTime:
    """A bare figure with the unit that all cases of the procedure give the same figure.

    Else a page would say "1 ngày làm việc" at its top and doubt the unit below.
    """
    limits = [case.time for case in cases if case.time]
    units = {one.unit for one in limits if one.value == time.value}
    if time.unit != "other" or len(units) != 1 or any(one.value != time.value for one in limits):
        return time
    return replace(time, unit=units.pop())


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
