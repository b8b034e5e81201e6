"""Limits of areas and cases, and time beside the handling: what is added, and what is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from generator.law.due_dates import AddingProblem, adding_problem, due, limit_of
from generator.law.rules import run_record_rules
from generator.law.workdays import Workdays
from generator.model.edition import Edition
from generator.records.stated import ChannelTime, Duration, LimitAddition, LimitCase, Stated
from generator.records.version import Channel, Version
from tests.growth import grows_with_text

FRIDAY = date(2026, 11, 20)
SURVEY = LimitAddition(reason="survey", value=2, unit="working_day", counted=False)
POSTING = LimitAddition(reason="posting", value=15, unit="day", counted=False)
ISLANDS = LimitCase(kind="area", name="hải đảo", value=20, unit="working_day")
TEN = ChannelTime(value=10, unit="working_day")


def last(limit: tuple[float, str], additions: Sequence[LimitAddition], sample: Edition) -> date:
    value, unit = limit
    workdays = Workdays(sample.catalogue.calendars)
    found = due(Duration(value=value, unit=unit), FRIDAY, workdays, additions=additions)
    assert found is not None
    return found.last


def test_what_comes_on_top_is_added_and_what_is_part_is_not(sample: Edition) -> None:
    assert last((3, "working_day"), (SURVEY,), sample) == date(2026, 11, 27)
    assert last((3, "working_day"), (replace(SURVEY, counted=True),), sample) == date(2026, 11, 25)


def test_hours_are_added_to_working_days_before_they_are_rounded(sample: Edition) -> None:
    hours = replace(SURVEY, value=4, unit="hour")
    assert last((0.5, "working_day"), (hours,), sample) == date(2026, 11, 23)
    assert last((1, "working_day"), (hours,), sample) == date(2026, 11, 24)


def test_months_are_counted_before_days(sample: Edition) -> None:
    days = replace(POSTING, value=5)
    assert last((1, "month"), (days,), sample) == date(2026, 12, 25)
    assert last((5, "day"), (replace(POSTING, value=1, unit="month"),), sample) == date(
        2026, 12, 25
    )


def test_time_to_complete_a_dossier_is_not_added_to_a_complete_one(sample: Edition) -> None:
    completion = replace(SURVEY, reason="completion", value=None, unit=None)
    assert last((3, "working_day"), (completion,), sample) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("addition", "problem"),
    [
        (SURVEY, None),
        (replace(POSTING, counted=True), None),
        (replace(SURVEY, counted=None), AddingProblem.UNCLEAR),
        (replace(SURVEY, value=None, unit=None), AddingProblem.NO_FIGURE),
        (POSTING, AddingProblem.OTHER_UNITS),
    ],
)
def test_no_day_is_computed_where_the_sum_is_not_known(
    addition: LimitAddition, problem: AddingProblem | None, sample: Edition
) -> None:
    workdays = Workdays(sample.catalogue.calendars)
    assert adding_problem(TEN, (addition,)) is problem
    assert (due(TEN, FRIDAY, workdays, additions=(addition,)) is None) is bool(problem)


def test_a_promise_leaves_the_cases_and_additions_of_the_limit_as_they_are() -> None:
    law = replace(TEN, cases=(ISLANDS,), additions=(SURVEY,))
    promise = replace(TEN, value=7)
    channel = Channel(method="direct", time=law, fees=Stated(none=True))
    assert limit_of(channel) is law
    assert limit_of(replace(channel, committed_time=promise)) == replace(law, value=7)
    own = replace(promise, cases=(replace(ISLANDS, value=12),))
    held = limit_of(replace(channel, committed_time=own))
    assert (held.cases, held.additions) == (own.cases, law.additions)


def codes(sample: Edition, **values: object) -> set[str]:
    """What the rules on such limits say of a version whose only channel is this."""
    version: Version = sample.entries["1.001193"].version
    text = values.pop("words", None)
    channel = Channel(
        method="direct", time=replace(TEN, **values), fees=Stated(none=True), text=text
    )
    spoilt = replace(version, channels=Stated(items=(channel,)))
    found = run_record_rules("version", "v.yml", spoilt)
    return {one.code for one in found if one.code in {f"PT{n}" for n in range(117, 122)}}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vùng sâu, vùng xa thì không quá 12 (mười hai) ngày", {"PT117"}),
        ("Xã đặc biệt khó khăn: tối đa 3 tháng", {"PT117"}),
        ("Niêm yết công khai trong 15 ngày", {"PT118"}),
        ("Miền núi không quá 20 ngày, niêm yết 15 ngày", {"PT117", "PT118"}),
        ("Không kể thời gian niêm yết; trả trong 5 ngày", set()),
        ("Nộp tại miền núi. Không quá 5 ngày", set()),
        ("Gặp khó khăn thì hỏi, không quá 2 ngày", set()),
    ],
)
def test_limits_in_words_are_found_in_one_clause(
    text: str, found: set[str], sample: Edition
) -> None:
    assert codes(sample, text=text) == found
    assert codes(sample, words=text) == found
    assert codes(sample, text=text, value=None, unit="other") == set()
    assert codes(sample, text=text, cases=(ISLANDS,), additions=(SURVEY,)) == set()


def test_a_case_is_compared_with_the_usual_limit_in_its_own_kind_of_days(sample: Edition) -> None:
    assert codes(sample, cases=(ISLANDS,)) == set()
    assert codes(sample, cases=(replace(ISLANDS, value=80, unit="hour"),)) == {"PT119"}
    assert codes(sample, cases=(replace(ISLANDS, value=10, unit="day"),)) == set()


def test_what_is_part_of_the_limit_may_count_other_days(sample: Edition) -> None:
    assert codes(sample, additions=(POSTING,)) == {"PT121"}
    assert codes(sample, additions=(replace(POSTING, counted=True),)) == set()
    assert codes(sample, additions=(replace(POSTING, counted=None),)) == set()
    assert codes(sample, additions=(POSTING,), unit="day") == set()


@pytest.mark.parametrize("piece", ["miền núi ", "niêm yết ", "niêm yết 1 ", "hải đảo không quá 1"])
def test_hostile_words_take_linear_time(piece: str, sample: Edition) -> None:
    assert grows_with_text(lambda text: codes(sample, text=text), piece, len(piece) * 20_000)
