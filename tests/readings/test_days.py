"""Periods in prose."""

from datetime import date

import pytest

from generator.readings.days import ALWAYS, Period, periods_in


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("áp dụng đến hết ngày 31/12/2031", None, date(2031, 12, 31)),
        ("áp dụng đến hết năm 2031", None, date(2031, 12, 31)),
        ("kể từ ngày 01/7/2031", date(2031, 7, 1), None),
        ("từ ngày 05 tháng 3 năm 2031", date(2031, 3, 5), None),
        ("từ ngày 1/2/2031 đến hết ngày 3/4/2031", date(2031, 2, 1), date(2031, 4, 3)),
        ("từ 1-2-2031 đến 3-4-2031", date(2031, 2, 1), date(2031, 4, 3)),
    ],
)
def test_a_period_is_read(words: str, start: date | None, end: date | None) -> None:
    (found,) = periods_in(words)
    assert found.period == Period(start, end)
    assert words[found.start : found.end] == words[found.start :].strip()


@pytest.mark.parametrize(
    "words", ["Thông tư ngày 05/3/2031", "từ ngày nhận hồ sơ", "đến hết ngày 45/13/2031"]
)
def test_other_days_are_no_period(words: str) -> None:
    assert [found.period for found in periods_in(words)] == []


def test_a_period_has_ended_after_its_last_day_and_is_to_begin_before_its_first() -> None:
    period = Period(date(2031, 2, 1), date(2031, 4, 3))
    assert not period.has_ended(date(2031, 4, 3))
    assert period.has_ended(date(2031, 4, 4))
    assert period.is_to_begin(date(2031, 1, 31))
    assert not period.is_to_begin(date(2031, 2, 1))
    assert not ALWAYS
    assert period
