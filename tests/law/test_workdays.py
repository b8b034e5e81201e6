"""Working days: holidays, exchanged days, and a missing year that is never guessed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.statutory_terms import Counting, decide_by, list_by, terms_of
from generator.law.workdays import MissingCalendarError, Workdays
from generator.model.edition import Edition

D = date.fromisoformat
days = st.integers(0, 900).map(lambda n: date(2024, 1, 2) + timedelta(days=n))


@pytest.fixture(scope="module")
def workdays(sample: Edition) -> Workdays:
    return Workdays(sample.catalogue.calendars)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2025-04-29", True),
        ("2025-04-30", False),  # a holiday
        ("2025-05-02", False),  # a Friday taken off
        ("2025-04-26", True),  # the Saturday worked for it
        ("2025-05-03", False),  # a Saturday
    ],
)
def test_holidays_and_exchanged_days(workdays: Workdays, day: str, working: bool) -> None:
    assert workdays.is_working(D(day)) is working


def test_ten_working_days_over_the_new_year_holidays(workdays: Workdays) -> None:
    assert workdays.after(D("2026-02-12"), 3) == D("2026-02-24")
    assert workdays.between(D("2026-02-12"), D("2026-02-24")) == 3


def test_a_year_without_a_calendar_is_not_guessed(workdays: Workdays) -> None:
    with pytest.raises(MissingCalendarError) as missing:
        workdays.after(D("2027-12-30"), 5)
    assert missing.value.year == 2028


@given(start=days, count=st.integers(-300, 300))
def test_working_days_are_counted_one_by_one(sample: Edition, start: date, count: int) -> None:
    workdays = Workdays(sample.catalogue.calendars)
    assert _day_or_year(lambda: workdays.after(start, count)) == _day_or_year(
        lambda: _one_by_one(workdays, start, count)
    )


def _one_by_one(workdays: Workdays, day: date, count: int) -> date:
    left = abs(count)
    while left:
        day += timedelta(days=1 if count >= 0 else -1)
        left -= workdays.is_working(day)
    return day


def _day_or_year(find: Callable[[], date]) -> date | int:
    """The day, or the year whose calendar is missing."""
    try:
        return find()
    except MissingCalendarError as missing:
        return missing.year


@given(start=days, count=st.integers(0, 40))
def test_there_and_back(sample: Edition, start: date, count: int) -> None:
    workdays = Workdays(sample.catalogue.calendars)
    end = workdays.after(start, count)
    assert workdays.between(start, end) == count
    assert workdays.between(end, start) == -count


@pytest.mark.parametrize(
    ("signed", "level", "shortened", "decide", "list_"),
    [
        ("2026-05-05", "central", False, "2026-06-11", "2026-05-19"),  # 20 days, 10 working days
        ("2026-05-05", "province", False, "2026-06-26", "2026-05-12"),  # 5 days, 5 working days
        ("2026-05-05", "province", True, "2026-05-04", "2026-05-07"),  # 3 days after it was made
    ],
)
def test_the_text_of_2017(
    workdays: Workdays, signed: str, level: str, shortened: bool, decide: str, list_: str
) -> None:
    bound = terms_of(D(signed), level, shortened)
    assert bound
    found = decide_by(bound, D("2026-07-01"), D("2026-05-01"), Counting(workdays, False))
    assert found == D(decide)
    assert list_by(bound, D(signed), workdays) == D(list_)


def test_the_text_of_2010_counts_working_days_and_needs_their_calendar(workdays: Workdays) -> None:
    bound = terms_of(D("2016-05-05"), "central")
    assert bound
    assert (bound.decide_before, bound.decide_in_working_days, bound.list_within) == (10, True, 5)
    with pytest.raises(MissingCalendarError):
        decide_by(bound, D("2016-07-01"), None, Counting(workdays, False))


def test_before_2010_no_term_bound_anybody() -> None:
    assert terms_of(D("2009-01-01"), "central") is None


def test_days_before_effect_switch_between_calendar_and_working(workdays: Workdays) -> None:
    bound = terms_of(D("2026-05-05"), "central")
    assert bound
    plain = decide_by(bound, D("2026-07-01"), None, Counting(workdays, False))
    working = decide_by(bound, D("2026-07-01"), None, Counting(workdays, True))
    assert (plain, working) == (D("2026-06-11"), D("2026-06-03"))
