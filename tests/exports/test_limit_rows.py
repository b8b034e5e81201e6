"""The table of time limits has every procedure, its limits as written, or that none is known."""

from dataclasses import replace

import pytest

from generator.exports.limit_rows import LIMIT_HEADS, limit_rows
from generator.law.reform import compute_cut
from generator.model.edition import Edition
from generator.readings.brief_values import Brief, TimeBrief
from generator.readings.time_values import TimeLimit
from generator.records.blobs import LoadedVersion
from generator.records.stated import Duration
from generator.records.version import Case

CODE = "1.001193"
SEVERAL = (TimeLimit(5, "working_day"), TimeLimit(2, "month"))
TWO_PARTS = (TimeLimit(2, "month", then=TimeLimit(15, "working_day")),)


def rows_of(edition: Edition) -> list[dict[str, object]]:
    rows = [dict(zip(LIMIT_HEADS, row, strict=True)) for row in limit_rows(edition)]
    return [row for row in rows if row["address"] == f"thu-tuc/{CODE}/"]


def edition_with(sample: Edition, limits: tuple[TimeLimit, ...], value: float | None) -> Edition:
    """The sample, where one procedure has limits to show, and a figure of working days or none.

    Its list of cases has 5 working days.
    """
    channel = sample.entries[CODE].version.channels.items[0]
    stated = replace(channel, time=replace(channel.time, value=value, unit="working_day"))
    channels = replace(sample.entries[CODE].version.channels, items=(stated,))
    listed = (Case(name="x", time=Duration(value=5, unit="working_day")),)
    entry = sample.entries[CODE]
    version = replace(entry.version, channels=channels, cases=listed)
    cut = compute_cut(version)
    time = TimeBrief(limits) if limits else None
    edition = replace(sample)
    (summary,) = (one for one in sample.summaries[CODE] if one.shown)
    edition.__dict__["summaries"] = {CODE: (replace(summary, brief=Brief(time)),)}
    edition.__dict__["cuts"] = {CODE: cut} if cut else {}
    edition.__dict__["entries"] = {
        CODE: replace(entry, shown=LoadedVersion(entry.shown.key, version))
    }
    return edition


@pytest.mark.parametrize(
    ("limits", "value", "said"),
    [
        (SEVERAL, 5, [("counted", 5, "working_day"), ("read", 2, "month")]),
        (SEVERAL, None, [("recorded", 5, "working_day"), ("read", 2, "month")]),
        (TWO_PARTS, None, [("read", "2+15", "month+working_day")]),
        ((), None, [("unknown", "", "")]),
    ],
)
def test_each_limit_is_a_row_and_an_unknown_one_too(
    sample: Edition,
    limits: tuple[TimeLimit, ...],
    value: float | None,
    said: list[tuple[str, float | str, str]],
) -> None:
    rows = rows_of(edition_with(sample, limits, value))
    assert [(row["status"], row["value"], row["unit"]) for row in rows] == said


@pytest.mark.parametrize(
    ("time", "status"),
    [(None, "unsure"), (TimeBrief((SEVERAL[0],), is_doubted=True), "doubted")],
)
def test_a_counted_limit_that_its_page_does_not_stand_by_says_so(
    sample: Edition, time: TimeBrief | None, status: str
) -> None:
    edition = edition_with(sample, SEVERAL, 5)
    (summary,) = edition.summaries[CODE]
    edition.__dict__["summaries"] = {CODE: (replace(summary, brief=Brief(time)),)}
    assert [row["status"] for row in rows_of(edition)] == [status]


def test_figures_count_working_days_in_hours_beside_the_value_as_written(sample: Edition) -> None:
    row = rows_of(edition_with(sample, SEVERAL, 5))[0]
    assert (row["counted_in"], row["allowed"]) == ("working_hour", 40)
