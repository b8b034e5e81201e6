"""When the result is due, and what to do when it is late."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import addresses
from generator.law.due_dates import adding_problem, due, has_special_limits, limit_of
from generator.law.workdays import MissingCalendarError
from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.time_limit import (
    addition_words,
    reason_words,
    uncounted_reasons,
)
from generator.pages.formatting import added_time_of, format_day, short_duration, time_line
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, html_block
from generator.pages.nodes.html import (
    EMPTY,
    Attribute,
    Html,
    element,
    escape_html,
    escape_line,
    join_html,
    void_element,
)
from generator.pages.nodes.inline import NOTHING, Inline, strong, tagged, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.readings.time_summary import Obstacle, TimeSummary
from generator.records.memoize import memoize_recent
from generator.records.stated import ChannelTime, Duration, LimitAddition
from generator.records.version import Version

_SCRIPT_WORDS = (
    *(f"deadline.{name}" for name in ("answer", "none", "no_limit", "no_year", "moved")),
    "deadline.other_version",
    "deadline.undated",
    *(f"unit.{name}" for name in ("hour", "day", "working_day", "month", "year")),
    *(f"method.{name}" for name in ("direct", "online", "postal")),
)
"""The words that the script of the calculator reads, each from the attribute of its name."""

_PROBLEMS = ("usual", "unclear", "no_figure", "other_units")
_REASONS = ("posting", "survey", "tax", "consultation", "verification", "completion", "other")
_SAID = ("within", "on_top", "unclear")
_TIMES = (
    *_SAID,
    *(f"{key}_unmeasured" for key in _SAID),
    *(f"reason.{reason}" for reason in _REASONS),
)
"""What the script reads besides of `deadline.` and `time.`, where there are cases or additions."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A limit that can be counted, for whom it is (empty: for everybody), and what is beside it."""

    limit: Duration
    name: str
    additions: tuple[LimitAddition, ...]

    def line(self, words: Words) -> str:
        """The limit and what is beside it, on one line."""
        limit = short_duration(self.limit, words)
        named = words("time.case", name=self.name, limit=limit) if self.name else limit
        return time_line(named, (), [added_time_of(one, words) for one in self.additions], words)


def deadline(due_days: Block, calculator: Block, edition: Edition) -> Block:
    """When the result is due, a calculator for any day, and what to do when it is late."""
    words = edition.words
    return blocks(
        [
            section_heading(words, "part.deadline"),
            due_days,
            calculator,
            phrase(words, "deadline.late"),
            phrase(words, "deadline.complain") if edition.contacts("feedback") else NOTHING,
        ]
    )


def due_examples(version: Version, times: TimeSummary, edition: Edition) -> Block:
    """An example for the day of the edition; where the words leave the day open, why.

    Without a calendar of the year nothing can be counted, and nothing is offered.
    """
    words = edition.words
    if why := _open_because(times):
        return bullets(text(words(f"obstacle.{one}")) for one in why)
    if edition.day.year not in edition.catalogue.calendars:
        return NO_BLOCK
    recorded = _has_additions(version)
    added = [addition_words(one.value, words) for one in times.added if not recorded]
    added += [reason_words(reason, words) for reason in uncounted_reasons(times) if not recorded]
    without = phrase(words, "deadline.without", added="; ".join(added)) if added else NOTHING
    return blocks([_examples(version, edition), without])


def _open_because(times: TimeSummary) -> tuple[Obstacle, ...]:
    """Why the words leave the day of a limit open; limits of some readers are computed each."""
    return times.blocking if times.base else ()


def _has_additions(version: Version) -> bool:
    return any(limit_of(channel).additions for channel in version.channels.items)


def _terms(version: Version) -> dict[_Term, None]:
    """Each limit that can be counted, once: what is promised stands for what is allowed."""
    return dict.fromkeys(
        term
        for channel in version.channels.items
        for term in _terms_of(limit_of(channel))
        if term.limit.value is not None and term.limit.unit != "other"
    )


def _terms_of(time: ChannelTime) -> Iterator[_Term]:
    additions = tuple(replace(one, id=None, text=None) for one in time.additions)
    yield _Term(Duration(value=time.value, unit=time.unit), "", additions)
    for case in time.cases:
        yield _Term(Duration(value=case.value, unit=case.unit), case.name, additions)


def _examples(version: Version, edition: Edition) -> Block | Inline:
    words = edition.words
    try:
        lines = [_example(term, edition) for term in _terms(version)]
    except MissingCalendarError as missing:
        return phrase(words, "deadline.no_calendar", year=missing.year)
    if lines:
        return bullets(lines)
    worded = any(channel.time.text for channel in version.channels.items)
    return phrase(words, "deadline.in_words") if worded else NOTHING


def _example(term: _Term, edition: Edition) -> Inline:
    """The due day of a dossier of today, or why there is none."""
    words = edition.words
    problem = adding_problem(term.limit, term.additions)
    if problem:
        return phrase(words, f"deadline.{problem}", limit=term.line(words))
    found = due(term.limit, edition.day, edition.workdays, additions=term.additions)
    assert found is not None
    said = phrase(
        words,
        "deadline.example",
        limit=term.line(words),
        received=format_day(found.received, words),
        last=strong(text(format_day(found.last, words))),
    )
    return tagged("span", said, class_="example-day")


def due_calculator(version: Version, times: TimeSummary, edition: Edition, here: str) -> Block:
    """A form that its script shows; the data it counts with is the JSON of the procedure.

    Whose limit it is can be chosen where a version of the procedure has cases or additions.
    """
    counts = not _open_because(times) and edition.day.year in edition.catalogue.calendars
    if not counts or not _terms(version):
        return NO_BLOCK
    words = edition.words
    special = any(map(has_special_limits, edition.catalogue.versions.get(version.procedure, ())))
    form = element(
        "form",
        _fields(words),
        _case_field(words) if special else EMPTY,
        _answer(words),
        class_="calculator scripted",
        data_procedure=addresses.relative(addresses.procedure_data(version.procedure), here),
        data_calendars=addresses.relative(addresses.CALENDARS, here),
        **_script_words(words),
        **(_words_of_additions(words) if special else {}),
    )
    return html_block(form)


@memoize_recent
def _script_words(words: Words) -> dict[str, Attribute]:
    return {f"data_{key.partition('.')[2]}": words(key) for key in _SCRIPT_WORDS}


@memoize_recent
def _words_of_additions(words: Words) -> dict[str, Attribute]:
    return {
        **{f"data_{name}": words(f"deadline.{name}") for name in _PROBLEMS},
        **{f"data_time_{key.replace('.', '_')}": words(f"time.{key}") for key in _TIMES},
    }


@memoize_recent
def _fields(words: Words) -> Html:
    """What is asked in the form, the same on every page."""
    day = void_element("input", type="date", name="day", aria_describedby="cach-dem")
    hour = void_element("input", type="time", name="hour")
    channel = element("select", name="channel")
    return join_html(
        [
            element("p", element("strong", escape_line(words("deadline.title")))),
            element("label", escape_html(words("deadline.submitted")), day),
            element("label", escape_html(words("deadline.hour")), hour, hidden=True),
            element("label", escape_html(words("deadline.channel")), channel),
        ]
    )


@memoize_recent
def _case_field(words: Words) -> Html:
    case = element("select", name="case")
    return element("label", escape_html(words("deadline.case")), case, hidden=True)


@memoize_recent
def _answer(words: Words) -> Html:
    how = element("p", element("small", escape_line(words("deadline.how"))), id="cach-dem")
    return join_html([element("output", role="status"), how])
