"""Time limits out of figures, the words beside them, cases and steps."""

from dataclasses import replace
from datetime import date

import pytest

from generator.readings.brief import TimeBrief, read_brief
from generator.readings.evidence import Certainty, Reading
from generator.readings.limits import limits_in
from generator.readings.time_entries import NO_TIME
from generator.readings.time_summary import summarise_times
from generator.readings.time_values import (
    CaseKind,
    Reason,
    TimeAddition,
    TimeCase,
    TimeLimit,
    TimeReadings,
)
from generator.readings.times import read_times
from generator.records.stated import ChannelTime, LimitAddition, LimitCase
from generator.records.version import Case, LateSubmission, Version
from tests.readings.channel_versions import channel, points_to_its_words, version

LAND = "Đối với các xã miền núi, hải đảo thì thời gian thực hiện"


def days(value: float | None, unit: str = "working_day", text: str | None = None) -> ChannelTime:
    return ChannelTime(value=value, unit=unit, text=text)


def of(text: str | None = None, time: ChannelTime | None = None, *steps: str) -> TimeReadings:
    """What is read of one channel with a description, a recorded time and steps."""
    return read_times(version(channel(time=time or days(None, "other"), text=text), steps=steps))


def base(readings: TimeReadings) -> tuple[float, str, Certainty] | None:
    found = readings.base
    return (found.value.value, found.value.unit, found.certainty) if found else None


def cases(readings: TimeReadings) -> list[tuple[CaseKind, str, float, str]]:
    return [
        (c.value.kind, c.value.name, c.value.limit.value, c.value.limit.unit)
        for c in readings.cases
    ]


def lengths(readings: TimeReadings) -> list[tuple[str, float, str]]:
    return [(a.value.reason, a.value.limit.value, a.value.limit.unit) for a in readings.additions]


# --- lengths in prose ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("07 ngày làm việc", 7, "working_day"),
        ("07 (bảy) ngày làm việc", 7, "working_day"),
        ("15 ngày", 15, "day"),
        ("1/2 ngày làm việc", 0.5, "working_day"),
        ("0,5 ngày", 0.5, "day"),
        ("04 giờ làm việc", 4, "hour"),
        ("30 phút", 0.5, "hour"),
        ("02 tháng", 2, "month"),
        ("02 tuần", 14, "day"),
        ("01 năm", 1, "year"),
        ("trong ngày làm việc", 0, "working_day"),
        ("ngay trong ngày", 0, "working_day"),
        ("trong buổi làm việc", 0, "working_day"),
        ("ngay khi nhận đủ hồ sơ", 0, "hour"),
    ],
)
def test_a_length_is_read_with_its_unit(words: str, value: float, unit: str) -> None:
    (found,) = limits_in(f"Trả kết quả {words}.")
    assert (found.limit.value, found.limit.unit) == (value, unit)


@pytest.mark.parametrize(
    "words",
    [
        "ngày 15 tháng 6 năm 2031",
        "khoản 3 ngày",
        "từ 08 giờ đến 17 giờ",
        "trong ngày làm việc tiếp theo",
    ],
)
def test_dates_and_hours_of_the_clock_are_no_lengths(words: str) -> None:
    assert limits_in(words) == []


def test_two_parts_in_different_units_are_one_length() -> None:
    (found,) = limits_in("02 tháng và 15 ngày làm việc kể từ ngày nhận hồ sơ")
    assert found.limit.length == ((2, "month"), (15, "working_day"))
    assert found.limit.start == "ngày nhận hồ sơ"


# --- base ----------------------------------------------------------------------------------------


def test_a_recorded_figure_is_the_base_and_sure() -> None:
    readings = of(time=days(7))
    assert base(readings) == (7, "working_day", Certainty.SURE)
    assert readings.base is not None
    assert readings.base.value.recorded
    assert (readings.cases, readings.conflicts) == ((), ())


def test_words_that_say_nothing_else_are_the_base_when_there_is_no_figure() -> None:
    readings = of("Không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.")
    assert base(readings) == (10, "working_day", Certainty.SURE)
    assert readings.base is not None
    assert readings.base.value.start == "ngày nhận đủ hồ sơ"


def test_the_unit_comes_from_the_words_when_the_record_has_none() -> None:
    assert base(of("12 ngày làm việc", days(12, "other"))) == (12, "working_day", Certainty.SURE)


def test_the_unit_comes_from_the_steps_when_no_channel_says_it() -> None:
    step = "Trong thời hạn 12 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép."
    assert base(of(None, days(12, "other"), step)) == (12, "working_day", Certainty.LIKELY)


def test_a_figure_without_a_unit_that_nothing_explains_gives_nothing() -> None:
    assert of(None, days(85, "other")) == TimeReadings()


def test_what_an_import_writes_for_no_time_is_not_read() -> None:
    assert of(None, days(None, "other", NO_TIME)) == TimeReadings()


def test_one_limit_in_the_steps_is_likely_the_base() -> None:
    step = "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép."
    assert base(of(None, None, step)) == (5, "working_day", Certainty.LIKELY)


def test_several_limits_in_the_steps_are_stages_and_none_is_the_base() -> None:
    steps = (
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở thẩm định hồ sơ.",
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận kết quả thẩm định, Sở cấp giấy phép.",
    )
    readings = of(None, None, *steps)
    assert readings.base is None
    assert [s.value.limit.value for s in readings.stages] == [5, 3]
    assert {s.certainty for s in readings.stages} == {Certainty.UNSURE}


def test_the_check_of_an_incomplete_file_is_no_limit() -> None:
    step = "Trong thời hạn 03 ngày làm việc, nếu hồ sơ chưa đầy đủ, Sở thông báo để bổ sung."
    assert of(None, None, step).base is None


def test_what_the_applicant_must_do_is_no_limit() -> None:
    step = "Trong thời hạn 30 ngày, tổ chức phải nộp hồ sơ bổ sung."
    assert of(None, None, step).base is None


def test_a_length_that_has_passed_is_no_limit() -> None:
    text = "Trường hợp xe lưu lại bãi quá 24 giờ kể từ khi nhận giấy phép thì phải làm lại thủ tục."
    assert of(text) == TimeReadings()


def test_a_figure_that_is_the_sum_of_its_parts_stays_sure() -> None:
    text = "- Kiểm tra hồ sơ: 05 ngày làm việc.\n- Cấp giấy phép: 10 ngày làm việc."
    assert base(of(text, days(15))) == (15, "working_day", Certainty.SURE)


def test_hours_that_are_working_days_of_eight_hours_are_the_days_of_the_words() -> None:
    text = "Trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép."
    assert base(of(text, days(56, "hour"))) == (7, "working_day", Certainty.LIKELY)


# --- contradictions ------------------------------------------------------------------------------


def test_days_against_working_days_are_a_conflict_and_unsure() -> None:
    readings = of("07 ngày làm việc kể từ ngày nhận đủ hồ sơ", days(7, "day"))
    assert base(readings) == (7, "day", Certainty.UNSURE)
    ((recorded, words),) = [(c.value.recorded, c.value.words) for c in readings.conflicts]
    assert (recorded.unit, words.unit) == ("day", "working_day")


def test_another_number_in_the_words_is_a_conflict() -> None:
    readings = of("20 ngày làm việc kể từ ngày nhận đủ hồ sơ", days(7))
    assert base(readings) == (7, "working_day", Certainty.UNSURE)
    assert [c.value.words.value for c in readings.conflicts] == [20]


def test_steps_with_the_same_number_in_another_unit_are_a_conflict() -> None:
    step = "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được đề nghị, cơ quan xem xét hồ sơ."
    readings = of(None, days(5, "day"), step)
    assert base(readings) == (5, "day", Certainty.UNSURE)
    assert len(readings.conflicts) == 1


def test_steps_that_also_give_the_recorded_unit_are_no_conflict() -> None:
    step = (
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở thẩm định.\n"
        "Trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép."
    )
    assert of(None, days(5, "day"), step).conflicts == ()


# --- cases ---------------------------------------------------------------------------------------


def test_an_area_has_its_own_limit_beside_the_base() -> None:
    readings = of(f"Không quá 15 ngày làm việc. {LAND} không quá 25 ngày làm việc.", days(15))
    assert base(readings) == (15, "working_day", Certainty.SURE)
    ((kind, name, value, unit),) = cases(readings)
    assert (kind, value, unit) == (CaseKind.AREA, 25, "working_day")
    assert "miền núi" in name
    assert not readings.cases[0].value.added


def test_days_that_an_area_adds_are_said_to_be_added() -> None:
    readings = of(f"Không quá 15 ngày làm việc.\n{LAND} được tăng thêm 10 ngày.", days(15))
    assert base(readings) == (15, "working_day", Certainty.SURE)
    assert [(c.value.added, c.value.limit.value) for c in readings.cases] == [(True, 10)]


def test_cases_in_words_have_their_names() -> None:
    text = "- Trường hợp cấp mới: 10 ngày làm việc.\n- Trường hợp cấp lại: 05 ngày làm việc."
    readings = of(text)
    assert readings.base is None
    assert cases(readings) == [
        (CaseKind.CASE, "Trường hợp cấp mới", 10, "working_day"),
        (CaseKind.CASE, "Trường hợp cấp lại", 5, "working_day"),
    ]


def test_a_bracket_after_each_length_names_its_case() -> None:
    text = "07 ngày làm việc (trường hợp cấp mới) hoặc 03 ngày làm việc (trường hợp cấp lại)"
    named = {name: value for _, name, value, _ in cases(of(text))}
    assert named == {"trường hợp cấp mới": 7, "trường hợp cấp lại": 3}


def test_a_condition_that_every_complete_file_meets_is_no_case() -> None:
    readings = of("Đối với hồ sơ đầy đủ, hợp lệ: 10 ngày làm việc.")
    assert base(readings) == (10, "working_day", Certainty.SURE)
    assert readings.cases == ()


def test_channels_with_different_figures_are_cases_by_channel() -> None:
    record = version(
        channel(time=days(3), method="online"),
        channel(time=days(5), method="direct"),
        channel(time=days(5), method="postal"),
    )
    found = {c.value.methods: c.value.limit.value for c in read_times(record).cases}
    assert found == {("online",): 3, ("direct", "postal"): 5}
    assert {c.value.kind for c in read_times(record).cases} == {CaseKind.CHANNEL}


def test_channels_of_one_method_with_different_figures_are_unsure() -> None:
    record = version(channel(time=days(3)), channel(time=days(5)))
    assert {c.certainty for c in read_times(record).cases} == {Certainty.UNSURE}


def test_the_case_of_a_channel_names_its_limit() -> None:
    record = version(channel(time=days(3), case="Tàu cá"), channel(time=days(5), case="Tàu hàng"))
    assert [(name, value) for _, name, value, _ in cases(read_times(record))] == [
        ("Tàu cá", 3),
        ("Tàu hàng", 5),
    ]


def test_the_cases_of_the_procedure_count_when_no_channel_has_a_time() -> None:
    parts = [Case(name="Cấp mới", time=days(3)), Case(name="Cấp lại", time=days(1))]
    readings = read_times(version(channel(), cases=parts))
    assert [(name, value) for _, name, value, _ in cases(readings)] == [
        ("Cấp mới", 3),
        ("Cấp lại", 1),
    ]
    same = [Case(name="Cấp mới", time=days(3)), Case(name="Cấp lại", time=days(3))]
    assert base(read_times(version(channel(), cases=same))) == (3, "working_day", Certainty.SURE)


def test_a_figure_that_differs_from_the_time_of_the_cases_stays_and_is_unsure() -> None:
    text = f"{LAND} được tăng thêm 10 ngày làm việc."
    record = version(channel(time=days(24), text=text), cases=[Case(name="Cấp đổi", time=days(15))])
    found = read_times(record)
    assert base(found) == (24, "working_day", Certainty.UNSURE)
    assert found.area_counted is None


def test_a_figure_that_holds_what_an_area_adds_gives_way_to_the_time_of_the_cases() -> None:
    """Else the days of the area would be added to it once more."""
    text = f"{LAND} được tăng thêm 10 ngày làm việc."
    record = version(channel(time=days(25), text=text), cases=[Case(name="Cấp đổi", time=days(15))])
    found = read_times(record)
    assert base(found) == (15, "working_day", Certainty.LIKELY)
    assert found.area_counted == TimeLimit(10, "working_day")
    limits = (TimeLimit(15, "working_day"), TimeLimit(25, "working_day"))
    brief = read_brief(record, date(2031, 6, 15)).time
    assert brief is not None
    assert (brief.limits, brief.is_doubted) == (limits, True)


def test_no_days_of_an_area_are_added_to_figures_that_may_hold_them() -> None:
    text = f"Áp dụng đối với {{}}. {LAND} được tăng thêm 10 ngày làm việc."
    channels = [channel(time=days(n), text=text.format(case)) for n, case in ((18, "A"), (15, "B"))]
    listed = [Case(name="A", time=days(8)), Case(name="B", time=days(5))]
    with_cases, without = (version(*channels, cases=cases) for cases in (listed, []))
    assert read_times(with_cases).area_counted == TimeLimit(10, "working_day")
    assert _longest(with_cases) == 18
    assert _longest(without) == 28


def _longest(record: Version) -> float:
    brief = read_brief(record, date(2031, 6, 15)).time
    assert brief is not None
    return max(limit.value for limit in brief.limits)


# --- what makes it longer ------------------------------------------------------------------------


def test_public_notice_is_an_addition() -> None:
    step = "Ủy ban nhân dân xã niêm yết công khai trong thời gian 15 ngày."
    assert lengths(of(None, days(20), step)) == [(Reason.POSTING, 15, "day")]


def test_public_notice_that_is_not_counted_says_so() -> None:
    text = "20 ngày, không tính thời gian niêm yết công khai."
    step = "Niêm yết công khai trong thời gian 15 ngày."
    (found,) = of(text, days(20, "day"), step).additions
    assert found.value == TimeAddition(Reason.POSTING, TimeLimit(15, "day"), counted=False)


def test_a_public_notice_about_the_matter_of_an_earlier_case_is_for_this_case() -> None:
    """Else a list would ask whether everybody waits those days; it says that more is told."""
    steps = (
        "- Trường hợp đăng ký cho ngựa bị bỏ rơi thì sau khi nhận tin, xã lập biên bản.\n"
        "Sau đó, xã niêm yết tại trụ sở trong 07 ngày liên tục về việc ngựa bị bỏ rơi."
    )
    record = replace(version(channel(time=days(1)), steps=[steps]), title="Đăng ký ngựa")
    (found,) = read_times(record).additions
    assert found.value.condition == "Trường hợp đăng ký cho ngựa bị bỏ rơi"
    brief = read_brief(record, date(2031, 6, 15)).time
    assert brief == TimeBrief((TimeLimit(1, "working_day"),), more=True)


def test_a_public_notice_for_everybody_is_not_told_of_one_case() -> None:
    steps = (
        "Đăng tin trên báo trong thời gian 15 ngày đối với trường hợp mất giấy của tổ chức.\n"
        "Niêm yết công khai tại trụ sở trong thời gian 15 ngày; tiếp nhận phản ánh."
    )
    found = [one.value for one in summarise_times(of(None, days(5), steps)).added]
    assert [(one.reason, one.limit.value, one.condition) for one in found] == [
        (Reason.POSTING, 15, None)
    ]


def test_work_of_the_tax_office_is_an_addition_beside_the_base() -> None:
    text = "Thời gian giải quyết: 08 ngày làm việc.\nCơ quan thuế: 05 ngày làm việc."
    readings = of(text, days(8))
    assert base(readings) == (8, "working_day", Certainty.SURE)
    assert lengths(readings) == [(Reason.TAX, 5, "working_day")]


def test_an_extension_says_by_how_much_and_when() -> None:
    text = (
        "10 ngày làm việc kể từ ngày nhận đủ hồ sơ. "
        "Trường hợp phải xác minh thì kéo dài thêm không quá 05 ngày làm việc."
    )
    readings = of(text, days(10))
    (found,) = readings.additions
    assert (found.value.reason, found.value.limit.value) == (Reason.VERIFICATION, 5)
    assert found.value.condition is not None
    assert "xác minh" in found.value.condition
    assert base(readings) == (10, "working_day", Certainty.SURE)


def test_time_that_is_not_counted_is_a_pause_with_its_reason() -> None:
    text = (
        "10 ngày làm việc, không bao gồm thời gian bổ sung hồ sơ; "
        "thời gian lấy ý kiến các cơ quan; thời gian đo đạc."
    )
    reasons = {pause.value.reason for pause in of(text, days(10)).pauses}
    assert reasons == {Reason.COMPLETION, Reason.CONSULTATION, Reason.SURVEY}


def test_a_late_hour_is_read_and_is_no_limit() -> None:
    text = "Trả kết quả trong ngày; nhận hồ sơ sau 15 giờ 30 thì trả vào ngày làm việc tiếp theo."
    readings = of(text)
    assert readings.late_hour is not None
    assert readings.late_hour.value.after == "15:30"
    assert base(readings) == (0, "working_day", Certainty.SURE)


def test_a_recorded_late_hour_counts_before_words() -> None:
    record = version(channel(time=days(1)), late_submission=LateSubmission(after="16:00"))
    found = read_times(record).late_hour
    assert found is not None
    assert (found.value.after, found.certainty) == ("16:00", Certainty.SURE)


def test_an_hour_without_a_next_day_is_no_late_hour() -> None:
    assert of("Tiếp nhận hồ sơ sau 15 giờ tại quầy số 2.", days(1)).late_hour is None


def test_one_day_for_the_same_day_is_what_the_words_say() -> None:
    readings = of("Trả kết quả ngay trong ngày làm việc.", days(1))
    assert base(readings) == (0, "working_day", Certainty.LIKELY)
    assert readings.conflicts == ()


# --- evidence ------------------------------------------------------------------------------------


def test_every_piece_of_evidence_is_what_stands_in_the_record() -> None:
    record = version(
        channel(
            time=days(15),
            text=f"Không quá 15 ngày làm việc, không tính thời gian đo đạc. {LAND} là 25 ngày.",
        ),
        channel(
            time=days(0.5, "day"), method="online", text="08 ngày làm việc kể từ ngày nộp hồ sơ"
        ),
        steps=[
            "Niêm yết trong 15 ngày. Nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo."
        ],
        cases=[Case(name="Cấp lại", time=days(3))],
    )
    found = read_times(record)
    readings: list[Reading[object]] = [
        *found.cases,
        *found.additions,
        *found.pauses,
        *found.stages,
        *found.conflicts,
    ]
    readings += [one for one in (found.base, found.late_hour) if one]
    assert len(readings) >= 5
    for reading in readings:
        assert reading.evidence
        assert all(points_to_its_words(record, evidence) for evidence in reading.evidence)


def test_a_version_without_channels_has_no_times() -> None:
    assert read_times(version()) == TimeReadings()


def test_a_case_holds_for_all_methods_unless_it_names_them() -> None:
    value = TimeCase(CaseKind.CASE, "Cấp lại", TimeLimit(3, "working_day"))
    assert (value.methods, value.added, value.within) == ((), False, None)


def test_what_follows_an_event_of_the_applicant_is_no_limit_of_the_office() -> None:
    steps = (
        "Trong thời hạn 10 ngày kể từ ngày có thay đổi tên, câu lạc bộ gửi hồ sơ đến Phòng.",
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ, Phòng cấp giấy chứng nhận.",
    )
    assert base(of(None, None, *steps)) == (3, "working_day", Certainty.LIKELY)


def test_an_answer_of_the_tax_office_is_no_limit_of_the_whole() -> None:
    steps = (
        "Trong thời hạn 01 ngày làm việc kể từ ngày nhận được thông tin, Cơ quan thuế gửi ý kiến.",
        "Trong thời hạn 04 ngày làm việc kể từ ngày nhận hồ sơ, Phòng cấp giấy chứng nhận.",
    )
    assert base(of(None, None, *steps)) == (4, "working_day", Certainty.LIKELY)


def test_days_spelled_out_before_their_kind_are_working_days() -> None:
    found = limits_in("Trong 30 ngày (ba mươi) ngày làm việc kể từ ngày nhận hồ sơ")
    assert [one.limit.length for one in found] == [((30, "working_day"),)]


def test_a_channel_and_a_step_against_the_unit_of_a_figure_are_believed() -> None:
    words = "Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ, Phòng cấp giấy phép."
    found = of(words, days(10, "day"), words)
    assert base(found) == (10, "working_day", Certainty.LIKELY)
    assert [(c.value.recorded.unit, c.value.words.unit) for c in found.conflicts] == [
        ("day", "working_day")
    ]


def test_a_channel_alone_against_the_unit_of_a_figure_leaves_it_unsure() -> None:
    words = "10 ngày làm việc kể từ ngày nhận đủ hồ sơ."
    assert base(of(words, days(10, "day"))) == (10, "day", Certainty.UNSURE)


def test_a_case_with_the_number_of_an_area_leaves_the_usual_limit_alone() -> None:
    found = read_times(
        version(
            channel(time=days(15, "day")),
            channel(time=days(25, "day"), text=f"{LAND} không quá 25 ngày."),
            cases=[Case(name="Giao đất", time=days(25))],
        )
    )
    assert base(found) == (15, "day", Certainty.SURE)
    assert [c[2:] for c in cases(found)] == [(25, "day")]


def test_a_figure_that_is_the_last_of_longer_stages_is_unsure() -> None:
    text = (
        "- Tiếp nhận: 03 ngày làm việc.\n- Kiểm tra bể lặn: 08 ngày.\n- Cấp thẻ: 02 ngày làm việc."
    )
    assert base(of(text, days(2))) == (2, "working_day", Certainty.UNSURE)


# --- recorded cases and additions ----------------------------------------------------------------


def recorded_time() -> ChannelTime:
    return ChannelTime(
        value=15,
        unit="working_day",
        cases=(LimitCase(kind="area", name="vùng cao", value=25, unit="working_day"),),
        additions=(
            LimitAddition(reason="posting", value=10, unit="day", counted=False),
            LimitAddition(reason="tax", counted=False),
        ),
    )


def test_recorded_cases_stand_before_those_that_words_give() -> None:
    said = "15 ngày làm việc; đối với xã miền núi là 30 ngày làm việc"
    found = of(said, recorded_time())
    assert base(found) == (15, "working_day", Certainty.SURE)
    assert cases(found) == [(CaseKind.AREA, "vùng cao", 25, "working_day")]


def test_recorded_additions_stand_before_those_read_for_the_same_reason() -> None:
    found = of("Niêm yết trong 20 ngày. Không tính thời gian lấy ý kiến.", recorded_time())
    assert lengths(found) == [(Reason.POSTING, 10, "day")]
    assert found.additions[0].value.counted is False
    assert [one.value.reason for one in found.pauses] == [Reason.TAX, Reason.CONSULTATION]


def test_evidence_of_recorded_cases_and_additions_leads_to_the_record() -> None:
    record = version(channel(time=recorded_time()))
    found = read_times(record)
    for reading in (*found.cases, *found.additions, *found.pauses):
        assert all(points_to_its_words(record, one) for one in reading.evidence)


def test_a_figure_that_is_the_time_of_a_public_notice_is_no_limit() -> None:
    assert of("15 ngày công khai kết quả, hiệu trưởng ra quyết định.", days(15, "day")).base is None


def test_a_note_on_the_day_of_receipt_is_no_case() -> None:
    note = "Nếu gửi qua bưu chính, ngày nhận được tính theo ngày trên dấu công văn đến"
    assert cases(of(f"{note}.", days(15))) == []


def test_the_case_of_a_line_is_nearer_than_the_heading_above_it() -> None:
    step = (
        "* Trường hợp đăng ký trực tiếp:\n"
        "- Trường hợp mất thẻ, chủ quán gửi đơn đến xã. Ủy ban cấp lại thẻ trong thời hạn 01 ngày "
        "làm việc kể từ ngày nhận đơn.\n"
        "- Trường hợp đổi tên quán, chủ quán nộp hồ sơ đến xã. Ủy ban cấp thẻ trong thời hạn 03 "
        "ngày làm việc kể từ ngày nhận hồ sơ."
    )
    assert cases(of(None, None, step)) == [
        (CaseKind.CASE, "Trường hợp mất thẻ", 1, "working_day"),
        (CaseKind.CASE, "Trường hợp đổi tên quán", 3, "working_day"),
    ]


def test_a_bracket_extends_the_limit_before_it() -> None:
    found = of("90 ngày (gia hạn tối đa 60 ngày) kể từ ngày thụ lý.", days(90, "day"))
    assert lengths(found) == [("other", 60, "day")]
    assert found.base is not None
    assert found.base.value.start == "ngày thụ lý"


def test_a_notice_in_the_list_of_what_a_limit_consists_of_is_counted() -> None:
    text = "Không quá 30 ngày, bao gồm:\n+ Thẩm định: 15 ngày\n+ Niêm yết công khai: 15 ngày"
    found = of(text, days(30, "day"))
    assert [one.value.counted for one in found.additions] == [True]


def test_a_call_for_files_is_no_addition() -> None:
    step = "Sở thông báo tuyển chọn, niêm yết công khai trong thời gian 10 ngày. Sau đó nộp hồ sơ."
    assert of(None, days(20), step).additions == ()


def test_a_start_keeps_all_for_whom_it_is() -> None:
    found = of("12 ngày kể từ ngày nhận hồ sơ của tổ chức, cá nhân đầu tiên.", days(12, "day"))
    assert found.base is not None
    assert found.base.value.start == "ngày nhận hồ sơ của tổ chức, cá nhân đầu tiên"


# --- cases of a list, areas, starts and hours ------------------------------------------------


def test_the_limit_of_an_area_belongs_to_the_case_of_the_line_above_it() -> None:
    text = f"- Trường hợp cấp đổi giấy là không quá 08 ngày làm việc.\n{LAND} không quá 18 ngày."
    found = of(text, days(8))
    areas = [c.value for c in found.cases if c.value.kind is CaseKind.AREA]
    assert [(one.limit.value, one.within) for one in areas] == [(18, "Trường hợp cấp đổi giấy")]


def test_a_figure_that_only_adds_up_the_limits_of_cases_is_no_limit() -> None:
    text = (
        "- 08 ngày làm việc đối với trường hợp vì mục đích công cộng.\n"
        "- 16 ngày làm việc đối với trường hợp khác có nhu cầu."
    )
    found = of(text, days(24))
    assert base(found) is None
    assert [limit for _, _, limit, _ in cases(found)] == [8, 16]


def test_labels_of_a_list_that_give_one_of_them_the_figure_are_cases() -> None:
    text = (
        "- Chuyển trường trong tỉnh: 5 ngày làm việc.\n- Chuyển trường ngoài tỉnh: 8 ngày làm việc."
    )
    assert [limit for _, _, limit, _ in cases(of(text, days(8)))] == [5, 8]


def test_hours_may_be_working_hours() -> None:
    step = "Trong thời hạn 08 giờ làm việc kể từ khi nhận được đề nghị, Chi cục phản hồi kết quả."
    assert of(None, days(8, "hour"), step).base is not None
    for found in (of(None, days(8, "hour"), step), of("24 giờ làm việc", days(24, "hour"))):
        assert found.base is not None
        assert found.base.value.working


def test_the_steps_may_let_a_figure_run_from_a_later_event() -> None:
    step = "Chủ tịch quyết định trong thời hạn 15 ngày, kể từ ngày bắt đầu rà soát."
    found = of(None, days(15, "day"), step).base
    assert found is not None
    assert found.value.start == "ngày bắt đầu rà soát"
    step = "Trong thời hạn 15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ, Sở cấp giấy."
    found = of(None, days(15, "day"), step).base
    assert found is not None
    assert found.value.start is None


def test_how_often_something_is_done_is_no_limit() -> None:
    assert base(of("Danh hiệu được xét tặng ba năm một lần.", days(3, "year"))) is None


def test_public_holidays_are_not_counted() -> None:
    found = of(
        "20 ngày, không bao gồm ngày nghỉ lễ, tết, kể từ ngày nhận đủ hồ sơ", days(20, "day")
    )
    assert [one.value.reason for one in found.pauses] == [Reason.HOLIDAYS]


def test_stages_say_what_is_done_and_leave_out_what_is_no_work_on_a_file() -> None:
    readings = of(
        None,
        None,
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Tư pháp có văn bản đề nghị.\n"
        "Trường hợp từ chối phải trả lời bằng văn bản có lý do.\n"
        "Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ, Chủ tịch xem xét, quyết định.\n"
        "Cửa hàng ghi sổ, đối chiếu tiền, hàng trong ngày.\n"
        "Đơn vị gửi văn bản kèm 02 ảnh mới chụp trong vòng 06 tháng để Sở xem xét, cấp lại.\n"
        "Người lao động được giảm mức đóng không quá 12 tháng kể từ khi nhận việc.",
    )
    assert [(s.value.name, s.value.limit.value) for s in readings.stages] == [
        ("Sở Tư pháp có văn bản đề nghị", 5),
        ("Chủ tịch xem xét, quyết định", 10),
    ]


def test_the_life_of_papers_and_time_to_put_things_right_extend_no_limit() -> None:
    readings = of(
        None,
        days(2),
        "Trường hợp giấy hết hiệu lực, cơ quan gia hạn đăng ký nhưng không quá 180 ngày.",
        "Trường hợp nội dung cần khắc phục phải kéo dài thêm, không quá 06 tháng.",
    )
    assert readings.additions == ()


def test_cases_with_one_name_are_told_without_it() -> None:
    same = [Case(name="Đăng ký", time=days(1)), Case(name="Đăng ký", time=days(3))]
    found = read_times(version(channel(time=days(None, "other")), cases=same))
    assert {case.value.name for case in found.cases} == {""}


def test_limits_of_channels_that_the_steps_give_by_case_are_those_of_the_cases() -> None:
    step = (
        "Đơn vị xem xét trong thời gian 20 ngày, trường hợp đặc biệt không quá 40 ngày kể từ ngày"
        " nhận đơn."
    )
    ways = [channel(time=days(20, "day"), method="postal"), channel(time=days(40, "day"))]
    found = read_times(version(*ways, steps=(step,)))
    assert base(found) == (20, "day", Certainty.LIKELY)
    assert cases(found) == [(CaseKind.CASE, "trường hợp đặc biệt", 40, "day")]


def test_a_figure_that_is_the_sum_of_two_requests_is_each_of_them() -> None:
    text = (
        "- Cấp Quyết định công nhận: Thời hạn 20 ngày làm việc kể từ ngày nhận hồ sơ.\n"
        "- Phục hồi Quyết định công nhận: Thời hạn 05 ngày làm việc kể từ ngày nhận văn bản."
    )
    found = of(text, days(25))
    assert found.base is None
    assert [(name, value) for _, name, value, _ in cases(found)] == [
        ("Cấp Quyết định công nhận", 20),
        ("Phục hồi Quyết định công nhận", 5),
    ]


def test_limits_on_both_sides_of_a_stroke_are_two() -> None:
    found = of("07 ngày làm việc (đối với quỹ)/30 ngày (đối với công ty) kể từ ngày nhận", days(7))
    assert {value for _, _, value, _ in cases(found)} == {7, 30}


def test_hours_are_working_hours_when_the_days_of_the_steps_come_to_them() -> None:
    steps = (
        "Trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở thẩm định.",
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ từ Sở, Ủy ban quyết định.",
    )
    found = of(None, days(80, "hour"), *steps)
    assert found.base is not None
    assert found.base.value.working


def test_the_hour_after_which_a_file_is_late_is_no_length() -> None:
    text = (
        "Ngay trong ngày làm việc khi nhận hồ sơ; nhận hồ sơ sau 15 giờ thì trả trong ngày làm việc"
        " tiếp theo."
    )
    found = of(text, days(15, "hour"))
    assert found.base is not None
    assert found.base.value.value == 0


def test_a_late_hour_in_the_afternoon_is_no_length_of_time() -> None:
    text = "Trả trong ngày; ngày làm việc tiếp theo nếu nhận sau 03 (ba) giờ chiều."
    found = of(text, days(1))
    assert found.late_hour is not None
    assert found.late_hour.value.after == "15:00"
    assert limits_in("sau 03 (ba) giờ chiều") == []


def test_the_day_of_a_reply_on_missing_papers_is_no_late_hour() -> None:
    text = (
        "Trả lời bằng văn bản trong 01 ngày làm việc nếu hồ sơ chưa đủ. Nếu cơ quan nhận hồ sơ sau"
        " 16 giờ thì văn bản trả lời được gửi trong ngày làm việc tiếp theo."
    )
    assert of(text, days(6)).late_hour is None


def test_the_time_of_an_examination_is_no_time_that_the_office_does_not_count() -> None:
    text = "Viết 180 phút (không kể thời gian chép đề; thời gian thi thực hành do Sở quy định)."
    assert of(text, days(90)).pauses == ()


def test_words_that_lead_to_what_is_not_counted_are_no_reason_of_their_own() -> None:
    text = (
        "10 ngày, không tính thời gian giải quyết của các cơ quan sau đây:\n"
        "a) Thời gian đo đạc thửa ruộng;\nb) Thời gian lấy ý kiến của thôn."
    )
    reasons = {pause.value.reason for pause in of(text, days(10, "day")).pauses}
    assert reasons == {Reason.SURVEY, Reason.CONSULTATION}
