"""The table of time limits has every procedure, its limits as written, or that none is known."""

from dataclasses import replace

import pytest

from generator.exports.limit_rows import LIMIT_HEADS, limit_rows
from generator.law.reform import compute_cut
from generator.model.edition import Edition
from generator.readings.brief_values import Brief, TimeBrief
from generator.readings.time_values import TimeLimit

CODE = "1.001193"
SEVERAL = (TimeLimit(5, "working_day", recorded=True), TimeLimit(2, "month"))
TWO_PARTS = (TimeLimit(2, "month", then=TimeLimit(15, "working_day")),)


def rows_of(edition: Edition) -> list[dict[str, object]]:
    rows = [dict(zip(LIMIT_HEADS, row, strict=True)) for row in limit_rows(edition)]
    return [row for row in rows if row["address"] == f"thu-tuc/{CODE}/"]


def edition_with(sample: Edition, limits: tuple[TimeLimit, ...], value: float | None) -> Edition:
    """The sample, where one procedure has limits to show, and a figure of working days or none."""
    channel = sample.entries[CODE].version.channels.items[0]
    stated = replace(channel, time=replace(channel.time, value=value, unit="working_day"))
    channels = replace(sample.entries[CODE].version.channels, items=(stated,))
    cut = compute_cut(replace(sample.entries[CODE].version, channels=channels))
    time = TimeBrief(limits) if limits else None
    edition = replace(sample)
    (summary,) = (one for one in sample.summaries[CODE] if one.shown)
    edition.__dict__["summaries"] = {CODE: (replace(summary, brief=Brief(time)),)}
    edition.__dict__["cuts"] = {CODE: cut} if cut else {}
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


def test_figures_count_working_days_in_hours_beside_the_value_as_written(sample: Edition) -> None:
    row = rows_of(edition_with(sample, SEVERAL, 5))[0]
    assert (row["counted_in"], row["allowed"]) == ("working_hour", 40)
