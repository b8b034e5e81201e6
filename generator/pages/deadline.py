"""When the result is due, and what to do when it is late."""

from collections.abc import Iterator

from generator import addresses
from generator.law.due_dates import due
from generator.law.workdays import MissingCalendarError
from generator.model.edition import Edition
from generator.pages.formatting import format_day, short_duration
from generator.pages.markdown import blocks, bullets, heading, html, html_line
from generator.records.stated import Duration
from generator.records.version import Version


def deadline(version: Version, edition: Edition, here: str) -> str:
    """An example for the day of the edition, a calculator for any other, and what if it is late."""
    words = edition.words
    return blocks(
        [
            heading(2, words("part.deadline"), "khi-nao-xong"),
            _examples(version, edition),
            _calculator(version, edition, here),
            words("deadline.late"),
            words("deadline.complain") if edition.contacts("feedback") else "",
        ]
    )


def _limits(version: Version) -> Iterator[Duration]:
    """Each limit that can be counted, once: what is promised stands for what is allowed."""
    seen: set[tuple[float, str]] = set()
    for channel in version.channels.items:
        limit = channel.committed_time or channel.time
        if limit.value is None or limit.unit == "other" or (limit.value, limit.unit) in seen:
            continue
        seen.add((limit.value, limit.unit))
        yield limit


def _examples(version: Version, edition: Edition) -> str:
    words = edition.words
    try:
        lines = [_example(limit, edition) for limit in _limits(version)]
    except MissingCalendarError as missing:
        return words("deadline.no_calendar", year=missing.year)
    return bullets(lines) if lines else words("deadline.in_words")


def _example(limit: Duration, edition: Edition) -> str:
    words = edition.words
    found = due(limit, edition.day, edition.workdays)
    assert found is not None
    return words(
        "deadline.example",
        limit=short_duration(limit, words),
        received=format_day(found.received, words),
        last=f"**{format_day(found.last, words)}**",
    )


def _calculator(version: Version, edition: Edition, here: str) -> str:
    """A form that its script shows; the data it counts with is the JSON of the procedure."""
    if not any(_limits(version)):
        return ""
    words = edition.words
    data = addresses.relative(addresses.procedure_data(version.procedure), here)
    days = addresses.relative(addresses.CALENDARS, here)
    texts = "".join(
        f' data-{name.replace("_", "-")}="{html(words(f"deadline.{name}"))}"'
        for name in ("answer", "none", "no_limit", "no_year", "moved", "other_version")
    )
    units = "".join(
        f' data-{name.replace("_", "-")}="{html(words(f"unit.{name}"))}"'
        for name in ("hour", "day", "working_day", "month", "year")
    )
    methods = "".join(
        f' data-{name}="{html(words(f"method.{name}"))}"' for name in ("direct", "online", "postal")
    )
    return (
        f'<form class="calculator scripted" data-procedure="{html(data)}" '
        f'data-calendars="{html(days)}"{texts}{units}{methods}>'
        f"<p><strong>{html_line(words('deadline.title'))}</strong></p>"
        f'<label>{html(words("deadline.submitted"))}<input type="date" name="day" required></label>'
        f'<label hidden>{html(words("deadline.hour"))}<input type="time" name="hour"></label>'
        f'<label>{html(words("deadline.channel"))}<select name="channel"></select></label>'
        f'<output role="status"></output>'
        f"<p><small>{html_line(words('deadline.how'))}</small></p></form>"
    )
