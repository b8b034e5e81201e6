"""When the result of a dossier is due."""

from datetime import date

import pytest

from generator.law.due_dates import due
from generator.law.durations import length_of
from generator.law.workdays import MissingCalendarError, Workdays
from generator.model.edition import Edition
from generator.records.stated import Duration

FRIDAY = date(2026, 11, 20)
# limit, submitted, late, received, last
EXAMPLES = [
    ((3, "working_day"), FRIDAY, False, FRIDAY, date(2026, 11, 25)),
    ((3, "working_day"), FRIDAY, True, date(2026, 11, 23), date(2026, 11, 26)),
    ((1, "working_day"), date(2026, 11, 21), False, date(2026, 11, 23), date(2026, 11, 24)),
    ((0.5, "working_day"), FRIDAY, False, FRIDAY, date(2026, 11, 23)),
    ((1, "day"), FRIDAY, False, FRIDAY, date(2026, 11, 23)),
    ((10, "day"), FRIDAY, False, FRIDAY, date(2026, 11, 30)),
    ((4, "hour"), FRIDAY, False, FRIDAY, date(2026, 11, 23)),
    ((9, "hour"), FRIDAY, False, FRIDAY, date(2026, 11, 24)),
    ((1, "month"), date(2026, 7, 31), False, date(2026, 7, 31), date(2026, 8, 31)),
    ((1, "month"), date(2026, 10, 30), False, date(2026, 10, 30), date(2026, 11, 30)),
    ((1, "year"), date(2025, 3, 3), False, date(2025, 3, 3), date(2026, 3, 3)),
]


@pytest.mark.parametrize(("limit", "submitted", "late", "received", "last"), EXAMPLES)
def test_the_day_of_receipt_is_not_counted_and_no_term_ends_on_a_day_off(
    sample: Edition,
    limit: tuple[float, str],
    submitted: date,
    late: bool,
    received: date,
    last: date,
) -> None:
    value, unit = limit
    found = due(
        Duration(value=value, unit=unit), submitted, Workdays(sample.catalogue.calendars), late
    )
    assert found is not None
    assert (found.received, found.last) == (received, last)


def test_a_limit_in_words_has_no_day(sample: Edition) -> None:
    workdays = Workdays(sample.catalogue.calendars)
    assert due(Duration(value=None, unit="other", text="theo hẹn"), FRIDAY, workdays) is None


def test_a_year_without_a_calendar_is_not_guessed(sample: Edition) -> None:
    with pytest.raises(MissingCalendarError):
        due(Duration(value=5, unit="day"), date(2027, 12, 30), Workdays(sample.catalogue.calendars))


@pytest.mark.parametrize(
    ("value", "unit", "days"),
    [(5, "working_day", 5), (4, "hour", 0.5), (10, "day", 10), (2, "month", 60)],
)
def test_a_length_in_days_is_one_of_its_own_kind(value: float, unit: str, days: float) -> None:
    length = length_of(Duration(value=value, unit=unit))
    assert length is not None
    assert length.days == days
