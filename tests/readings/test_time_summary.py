"""One line about time, and whether a due day can be computed."""

import pytest

from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.time_summary import (
    Obstacle,
    TimeState,
    TimeSummary,
    iso_duration,
    summarise_times,
)
from generator.readings.time_values import Reason, TimeLimit, TimeReadings
from generator.readings.times import read_times
from tests.readings.channel_versions import channel, version
from tests.readings.test_times import days

POSTED = "Niêm yết công khai kết quả trong thời gian 15 ngày tại trụ sở xã."


def summary(text: str | None = None, value: float | None = 10, *steps: str) -> TimeSummary:
    time = days(value, "working_day" if value else "other")
    return summarise_times(read_times(version(channel(time=time, text=text), steps=steps)))


def test_a_limit_alone_has_a_due_day() -> None:
    found = summary()
    assert found.state is TimeState.LIMIT
    assert found.certainty is Certainty.SURE
    assert found.has_due_day


def test_nothing_stated_is_said_as_such() -> None:
    found = summary(value=None)
    assert (found.state, found.obstacles) == (TimeState.NOT_STATED, (Obstacle.NOT_STATED,))
    assert found.certainty is Certainty.UNSURE


def test_a_posting_that_may_be_part_of_the_limit_is_named_and_leaves_no_due_day() -> None:
    found = summary(None, 10, POSTED)
    assert [(one.value.reason, one.value.limit.value) for one in found.added] == [
        (Reason.POSTING, 15)
    ]
    assert found.obstacles == (Obstacle.ADDITION,)


def test_a_posting_that_is_not_counted_comes_on_top_and_leaves_a_due_day() -> None:
    found = summary("Thời gian giải quyết không tính thời gian niêm yết.", 10, POSTED)
    assert [one.value.counted for one in found.added] == [False]
    assert (found.not_counted, found.has_due_day) == ((), True)


def test_time_of_another_office_that_is_not_counted_leaves_no_due_day() -> None:
    found = summary("Thời gian giải quyết không tính thời gian lấy ý kiến các cơ quan.")
    assert found.not_counted == (Reason.CONSULTATION,)
    assert found.obstacles == (Obstacle.NOT_COUNTED,)


def test_completing_a_file_leaves_the_due_day_of_a_complete_one() -> None:
    found = summary("Không tính thời gian bổ sung hồ sơ của người nộp.")
    assert found.not_counted == (Reason.COMPLETION,)
    assert found.has_due_day


def test_an_extension_for_hard_cases_is_not_added_for_everybody() -> None:
    found = summary(
        "10 ngày làm việc kể từ ngày nhận đủ hồ sơ. Trường hợp phức tạp thì có thể kéo dài "
        "nhưng không quá 20 ngày làm việc kể từ ngày nhận đủ hồ sơ."
    )
    assert found.added == ()
    assert [one.value.limit.value for one in found.longer] == [20]
    assert found.has_due_day


def test_limits_of_channels_alone_ask_for_a_choice() -> None:
    record = version(
        channel(time=days(3)), channel(time=days(5), method="online"), steps=["Nộp hồ sơ."]
    )
    found = summarise_times(read_times(record))
    assert (found.state, found.obstacles) == (TimeState.VARIANTS, (Obstacle.VARIANT,))
    assert len(found.variants) == 2


def test_a_limit_from_another_event_than_receipt_leaves_no_due_day() -> None:
    words = evidence_of(("steps",), "10 ngày kể từ ngày kết thúc kỳ thi")
    limit = TimeLimit(10, "day", start="ngày kết thúc kỳ thi")
    times = TimeReadings(base=Reading(limit, Certainty.SURE, (words,)))
    assert summarise_times(times).obstacles == (Obstacle.START,)


def test_a_doubted_limit_leaves_no_due_day() -> None:
    words = evidence_of(("steps",), "10 ngày")
    times = TimeReadings(base=Reading(TimeLimit(10, "day"), Certainty.UNSURE, (words,)))
    assert summarise_times(times).obstacles == (Obstacle.UNSURE,)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (TimeLimit(15, "day"), "P15D"),
        (TimeLimit(15, "working_day"), None),
        (TimeLimit(7.5, "day"), None),
        (TimeLimit(0, "day"), None),
        (TimeLimit(2, "month"), None),
        (TimeLimit(8, "hour"), None),
        (TimeLimit(15, "day", then=TimeLimit(2, "month")), None),
    ],
)
def test_only_whole_calendar_days_have_a_duration(limit: TimeLimit, said: str | None) -> None:
    assert iso_duration(limit) == said


def test_the_items_of_a_list_are_quoted_with_the_case_above_it() -> None:
    text = (
        "1. Trường hợp đàn mới\n- Đối với trạm: 10 ngày.\n- Đối với xã: 05 ngày.\n"
        "2. Trường hợp đàn cũ\n- Đối với trạm: 15 ngày."
    )
    read = read_times(version(channel(time=days(0, "other"), text=text)))
    assert [one.value.heading for one in read.quotes] == [
        "1. Trường hợp đàn mới",
        "1. Trường hợp đàn mới",
        "2. Trường hợp đàn cũ",
    ]
