"""A bare figure of a channel beside cases that give it a unit."""

import pytest

from generator.pages.channel_times import with_unit_of
from generator.records.stated import ChannelTime, Duration
from generator.records.version import Case

BARE = ChannelTime(value=1, unit="other")


def cases(*limits: tuple[int, str]) -> list[Case]:
    return [Case(name="x", time=Duration(value=value, unit=unit)) for value, unit in limits]


@pytest.mark.parametrize(
    ("limits", "unit"),
    [
        (((1, "working_day"), (1, "working_day")), "working_day"),
        (((1, "working_day"), (1, "day")), "other"),
        (((1, "working_day"), (5, "working_day")), "other"),
        (((5, "working_day"),), "other"),
        ((), "other"),
    ],
)
def test_the_unit_of_all_cases_is_that_of_the_bare_figure(
    limits: tuple[tuple[int, str], ...], unit: str
) -> None:
    assert with_unit_of(cases(*limits), BARE).unit == unit


def test_a_unit_that_is_stated_stays() -> None:
    stated = ChannelTime(value=1, unit="month")
    assert with_unit_of(cases((1, "day")), stated) == stated
