"""A bare figure of a channel beside cases that give it a unit."""

from dataclasses import replace

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.answers.time_limit import time_answer
from generator.pages.channel_times import with_limit_of
from generator.pages.channels import channels
from generator.readings.fee_days import fees_on
from generator.readings.time_entries import NO_TIME
from generator.readings.time_summary import summarise_times
from generator.readings.times import read_times
from generator.records.stated import ChannelTime, Duration
from generator.records.version import Case
from tests.readings.channel_versions import channel, version

WORDS = words_of("vi")

BARE = ChannelTime(value=1, unit="other")


def cases(*limits: tuple[int, str]) -> list[Case]:
    return [Case(name="x", time=Duration(value=value, unit=unit)) for value, unit in limits]


@pytest.mark.parametrize(
    ("limits", "unit"),
    [
        (((1, "working_day"), (1, "working_day")), "working_day"),
        (((1, "working_day"), (1, "day")), "other"),
        (((1, "working_day"), (5, "working_day")), "other"),
        ((), "other"),
    ],
)
def test_the_unit_of_all_cases_is_that_of_the_bare_figure(
    limits: tuple[tuple[int, str], ...], unit: str
) -> None:
    assert with_limit_of(cases(*limits), BARE, WORDS).unit == unit


def test_a_unit_that_is_stated_stays() -> None:
    stated = ChannelTime(value=1, unit="month")
    assert with_limit_of(cases((1, "day")), stated, WORDS) == stated


def test_the_limit_of_all_cases_stands_before_another_bare_figure() -> None:
    """The answer above has the limit of the cases: below it must be no other one."""
    time = with_limit_of(cases((25, "day"), (25, "day")), ChannelTime(value=5, unit="other"), WORDS)
    assert (time.value, time.unit) == (25, "day")
    assert time.text == WORDS("unit.other", value="5")


@pytest.mark.parametrize("limits", [(), ((25, "day"),)])
def test_a_bare_figure_is_asked_about_in_the_answer_and_below(
    sample: Edition, limits: tuple[tuple[int, str], ...]
) -> None:
    only = channel(time=ChannelTime(value=5, unit="other"))
    record = replace(
        sample.entries["1.001193"].version,
        channels=version(only).channels,
        cases=tuple(cases(*limits)),
    )
    times = summarise_times(read_times(record))
    asked = WORDS("unit.other", value="5")
    assert asked in time_answer(times, record, WORDS)
    assert asked in channels(record, fees_on((), sample.day), sample).html


def test_a_unit_that_only_the_cases_state_is_said_to_be_theirs() -> None:
    record = replace(version(channel(time=BARE)), cases=tuple(cases((1, "working_day"))))
    said = time_answer(summarise_times(read_times(record)), record, WORDS)
    assert "<strong>1 ngày làm việc</strong>" in said
    assert WORDS("answer.unit_of_cases", value="1") in said


def test_cases_of_one_name_do_not_say_for_whom_a_limit_is() -> None:
    record = replace(version(channel()), cases=tuple(cases((5, "working_day"), (2, "day"))))
    said = time_answer(summarise_times(read_times(record)), record, WORDS)
    assert "<strong>5 ngày làm việc; 2 ngày</strong>" in said
    assert WORDS("answer.several_times") in said
    told = [replace(one, name=name) for one, name in zip(record.cases, "xy", strict=True)]
    said = time_answer(
        summarise_times(read_times(record)), replace(record, cases=tuple(told)), WORDS
    )
    assert "<strong>2 ngày</strong> – y" in said


def test_a_figure_stands_above_its_own_note() -> None:
    """Else the answer is "Theo từng việc:" and its figure stands in small print."""
    noted = ChannelTime(value=1, unit="day", text="Trong ngày; nhận sau 15 giờ thì trả hôm sau.")
    record = version(channel(time=noted))
    said = time_answer(summarise_times(read_times(record)), record, WORDS)
    assert said.startswith("<p><strong>1 ngày</strong></p>")
    assert "nhận sau 15 giờ" in said


def test_a_blank_field_does_not_say_that_the_source_has_no_time(sample: Edition) -> None:
    """The answer above may quote one out of other words of the same source."""
    said = "Trong 02 tháng kể từ ngày nhận đủ hồ sơ, Trạm Ong cấp Thẻ ong."
    blank = channel(time=ChannelTime(value=None, unit="other", text=NO_TIME), text=said)
    record = replace(sample.entries["1.001193"].version, channels=version(blank).channels)
    times = summarise_times(read_times(record))
    assert said in time_answer(times, record, WORDS)
    shown = channels(record, fees_on((), sample.day), sample).html
    assert NO_TIME not in shown
    assert WORDS("unknown.blank_time") in shown
