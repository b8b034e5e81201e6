"""When the result is due, and what to do when it is late."""

from collections.abc import Iterator

from generator import addresses
from generator.law.due_dates import due
from generator.law.workdays import MissingCalendarError
from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.time_limit import addition_words
from generator.pages.formatting import format_day, short_duration
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, html_block
from generator.pages.nodes.html import (
    Attribute,
    Html,
    element,
    escape_html,
    escape_line,
    join_html,
    void_element,
)
from generator.pages.nodes.inline import NOTHING, Inline, strong, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.readings.time_summary import Obstacle, TimeSummary
from generator.records.memoize import memoize_recent
from generator.records.stated import Duration
from generator.records.version import Version

_SCRIPT_WORDS = (
    *(f"deadline.{name}" for name in ("answer", "none", "no_limit", "no_year", "moved")),
    "deadline.other_version",
    "deadline.undated",
    *(f"unit.{name}" for name in ("hour", "day", "working_day", "month", "year")),
    *(f"method.{name}" for name in ("direct", "online", "postal")),
)
"""The words that the script of the calculator reads, each from the attribute of its name."""


_OPEN = (Obstacle.UNSURE, Obstacle.START, Obstacle.ADDITION, Obstacle.NOT_COUNTED)
"""Why no day can be computed though a limit is recorded."""


def deadline(version: Version, times: TimeSummary, edition: Edition, here: str) -> Block:
    """An example for the day of the edition, a calculator for any other, and what if it is late.

    Where the words leave the day open, the page says why and computes none. Without a calendar of
    the year nothing can be counted, and nothing is offered.
    """
    words = edition.words
    why = [words(f"obstacle.{one}") for one in times.obstacles if one in _OPEN]
    return blocks(
        [
            section_heading(words, "part.deadline"),
            bullets(map(text, why)) if why else _computed(version, times, edition, here),
            phrase(words, "deadline.late"),
            phrase(words, "deadline.complain") if edition.contacts("feedback") else NOTHING,
        ]
    )


def _computed(version: Version, times: TimeSummary, edition: Edition, here: str) -> Block:
    words = edition.words
    if edition.day.year not in edition.catalogue.calendars:
        return NO_BLOCK
    added = [addition_words(one.value, words) for one in times.added]
    without = phrase(words, "deadline.without", added="; ".join(added)) if added else NOTHING
    return blocks([_examples(version, edition), without, _calculator(version, edition, here)])


def _limits(version: Version) -> Iterator[Duration]:
    """Each limit that can be counted, once: what is promised stands for what is allowed."""
    seen: set[tuple[float, str]] = set()
    for channel in version.channels.items:
        limit = channel.committed_time or channel.time
        if limit.value is None or limit.unit == "other" or (limit.value, limit.unit) in seen:
            continue
        seen.add((limit.value, limit.unit))
        yield limit


def _examples(version: Version, edition: Edition) -> Block | Inline:
    words = edition.words
    try:
        lines = [_example(limit, edition) for limit in _limits(version)]
    except MissingCalendarError as missing:
        return phrase(words, "deadline.no_calendar", year=missing.year)
    if lines:
        return bullets(lines)
    worded = any(channel.time.text for channel in version.channels.items)
    return phrase(words, "deadline.in_words") if worded else NOTHING


def _example(limit: Duration, edition: Edition) -> Inline:
    words = edition.words
    found = due(limit, edition.day, edition.workdays)
    assert found is not None
    return phrase(
        words,
        "deadline.example",
        limit=short_duration(limit, words),
        received=format_day(found.received, words),
        last=strong(text(format_day(found.last, words))),
    )


def _calculator(version: Version, edition: Edition, here: str) -> Block:
    """A form that its script shows; the data it counts with is the JSON of the procedure."""
    if not any(_limits(version)):
        return NO_BLOCK
    words = edition.words
    form = element(
        "form",
        _fields(words),
        class_="calculator scripted",
        data_procedure=addresses.relative(addresses.procedure_data(version.procedure), here),
        data_calendars=addresses.relative(addresses.CALENDARS, here),
        **_script_words(words),
    )
    return html_block(form)


@memoize_recent
def _script_words(words: Words) -> dict[str, Attribute]:
    return {f"data_{key.partition('.')[2]}": words(key) for key in _SCRIPT_WORDS}


@memoize_recent
def _fields(words: Words) -> Html:
    """What stands in the form, the same on every page."""
    day = void_element("input", type="date", name="day", required=True)
    hour = void_element("input", type="time", name="hour")
    channel = element("select", name="channel")
    return join_html(
        [
            element("p", element("strong", escape_line(words("deadline.title")))),
            element("label", escape_html(words("deadline.submitted")), day),
            element("label", escape_html(words("deadline.hour")), hour, hidden=True),
            element("label", escape_html(words("deadline.channel")), channel),
            element("output", role="status"),
            element("p", element("small", escape_line(words("deadline.how")))),
        ]
    )
