"""Limits of the steps that the limit of the channels does not explain."""

from generator.readings.times import read_times
from generator.records.stated import ChannelTime
from tests.readings.channel_versions import channel, version


def beside(days: float, *steps: str, unit: str = "working_day") -> list[tuple[str, float, str]]:
    time = ChannelTime(value=days, unit=unit, text=None)
    found = read_times(version(channel(time=time), steps=steps)).beside
    assert all(one.evidence for one in found)
    return [(one.value.name, one.value.limit.value, one.value.limit.unit) for one in found]


def test_a_limit_of_another_case_in_the_steps_stands_beside_the_recorded_one() -> None:
    steps = (
        "Trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép.",
        "Trường hợp công trình khẩn cấp, trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ,"
        " Sở cấp giấy phép.",
    )
    assert beside(7, *steps) == [("Trường hợp công trình khẩn cấp", 3, "working_day")]


def test_a_limit_that_the_steps_do_not_give_is_held_against_theirs() -> None:
    step = "Trong thời hạn 30 ngày kể từ ngày nhận đủ hồ sơ, Bộ ban hành quyết định."
    assert beside(67, step) == [("", 30, "day")]


def test_stages_that_make_up_the_limit_are_explained_by_it() -> None:
    steps = (
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở thẩm định.",
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận tờ trình, Ủy ban quyết định.",
    )
    assert beside(8, *steps) == []
    assert [value for _, value, _ in beside(8, *steps, unit="day")] == [5, 3]


def test_answers_to_a_bad_file_and_what_follows_the_result_are_no_limits_of_their_own() -> None:
    steps = (
        "Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép.",
        "Trường hợp từ chối, trong thời hạn 02 ngày làm việc Sở trả lời bằng văn bản.",
        "Trong thời hạn 05 ngày làm việc kể từ ngày cấp giấy phép, Sở công bố giấy phép.",
    )
    assert beside(10, *steps) == []


def test_days_and_working_days_that_make_up_the_figure_are_its_stages() -> None:
    text = (
        "Trong thời hạn 15 ngày kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép.\n"
        "- Trong thời hạn 07 ngày làm việc kể từ ngày họp Hội đồng, Sở ban hành quyết định."
    )
    time = ChannelTime(value=22, unit="day", text=None)
    found = read_times(version(channel(time=time, text=text)))
    assert found.conflicts == ()
    assert [one.value.limit.value for one in found.beside] == [15, 7]


def test_what_passes_before_the_work_begins_is_no_limit_of_its_own() -> None:
    text = (
        "Trường hợp tự giải thể, sau 15 ngày làm việc kể từ ngày nhận đủ hồ sơ mà không có khiếu"
        " nại thì cơ quan cấp phép chấp thuận trong vòng 07 ngày làm việc."
    )
    time = ChannelTime(value=7, unit="working_day", text=None)
    found = read_times(version(channel(time=time, text=text)))
    assert [one.value.limit.value for one in found.cases] in ([], [7])
    assert [one.value.limit.value for one in found.beside] == [15, 7]


def test_a_limit_that_begins_after_a_stage_says_from_when() -> None:
    step = "Tối đa 60 ngày kể từ ngày kết thúc đợt nộp hồ sơ, Sở phê duyệt danh sách."
    assert beside(60, step, unit="day") == []
    time = ChannelTime(value=60, unit="day", text=None)
    base = read_times(version(channel(time=time), steps=(step,))).base
    assert base is not None
    assert base.value.start == "ngày kết thúc đợt nộp hồ sơ"


def test_what_an_applicant_does_within_a_time_is_no_limit_of_the_work() -> None:
    steps = (
        "Trong vòng 30 ngày làm việc kể từ khi kết thúc cuộc thi, đội thi gửi hồ sơ về Sở.",
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ, Sở thông báo cho tổ chức biết"
        " hồ sơ không hợp lệ.",
        "Thời gian thẩm định sau khi báo cáo được bổ sung hoàn chỉnh là 18 ngày làm việc.",
    )
    assert beside(14, *steps) == []


def test_a_stage_that_only_goes_on_to_whoever_decides_is_no_rival() -> None:
    step = "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở thẩm định, trình Ủy ban."
    assert beside(20, step) == []
    step = "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở cấp giấy phép."
    assert beside(20, step) == [("", 5, "working_day")]


def test_the_stages_of_a_case_are_told_as_what_they_come_to() -> None:
    steps = (
        "Trong thời hạn 18 ngày làm việc kể từ ngày nhận đủ hồ sơ, Bộ cấp thẻ.",
        "* Đối với thẻ bị mất:\n"
        "- Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, Cục báo cáo Bộ;\n"
        "- Trong thời hạn 02 ngày làm việc kể từ ngày nhận được báo cáo của Cục, Bộ cấp lại thẻ.",
    )
    assert beside(18, *steps) == [("Đối với thẻ bị mất", 5, "working_day")]


def test_asking_others_and_sending_on_are_no_limits_of_their_own() -> None:
    steps = (
        "Trong thời hạn 14 ngày làm việc kể từ ngày nhận đủ hồ sơ, Ủy ban cấp giấy phép.",
        "Trường hợp cơ sở ở tỉnh khác, trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ,"
        " Ủy ban gửi bản sao hồ sơ đề nghị cấp phép để lấy ý kiến tỉnh ấy.",
        "Trường hợp cơ sở mới, trong thời hạn 04 ngày làm việc kể từ ngày nhận đủ hồ sơ,"
        " Ủy ban ban hành quyết định thành lập đoàn.",
    )
    assert beside(14, *steps) == []


def test_an_office_that_looks_and_then_decides_gives_a_limit_of_its_own() -> None:
    steps = (
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, Cục cấp lại giấy phép.",
        "Trường hợp đổi thiết bị, trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ,"
        " Cục tổ chức kiểm tra, lập biên bản và cấp giấy phép.",
    )
    assert beside(3, *steps) == [("Trường hợp đổi thiết bị", 5, "working_day")]


def test_a_limit_of_two_cases_carries_the_words_of_both() -> None:
    steps = (
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, Cục cấp lại giấy phép.",
        "Trường hợp đổi chủ, trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ,"
        " Cục cấp giấy phép.",
        "Trường hợp đổi tên, trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ,"
        " Cục cấp giấy phép.",
    )
    assert beside(3, *steps) == [("Trường hợp đổi chủ; Trường hợp đổi tên", 5, "working_day")]


def test_only_the_stages_that_make_up_the_limit_stand_beside_it() -> None:
    steps = (
        "Trong thời hạn 25 ngày kể từ ngày nhận đủ hồ sơ, Sở thẩm định hồ sơ.",
        "Cơ quan được hỏi trả lời trong thời hạn 12 ngày kể từ ngày nhận văn bản lấy ý kiến.",
        "Trong thời hạn 01 ngày làm việc kể từ ngày có kết quả thẩm định, Sở trình Ủy ban.",
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận tờ trình, Ủy ban ban hành quyết định.",
    )
    assert [value for _, value, _ in beside(29, *steps, unit="day")] == [25, 1, 3]


def test_limits_of_cases_before_what_is_done_are_those_of_the_result() -> None:
    steps = (
        "Trong thời hạn không quá 20 ngày đối với nhà ở và không quá 40 ngày đối với tháp, kể từ"
        " ngày nhận đủ hồ sơ, Sở thông báo kết quả thẩm định.",
        "Trong thời hạn 40 ngày kể từ ngày nhận đủ hồ sơ, Sở cấp phép.",
    )
    assert beside(40, *steps, unit="day") == [("đối với nhà ở", 20, "day")]


def test_a_shorter_length_among_other_work_is_a_stage_and_no_rival_of_the_whole() -> None:
    steps = (
        "Trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ, Sở ban hành quyết định.",
        "Trong thời hạn 07 ngày kể từ ngày nhận kết quả đo, Trung tâm lập báo cáo.",
    )
    assert beside(40, *steps, unit="day") == []
    assert beside(6, *steps, unit="day") == [("", 10, "day")]


def test_a_shorter_length_of_a_replacement_stands_beside_the_limit() -> None:
    steps = (
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đơn đề nghị cấp lại, Sở cấp giấy phép.",
        "Trong thời hạn 04 ngày làm việc kể từ ngày nhận kết quả đo, Trung tâm lập báo cáo.",
    )
    assert beside(20, *steps) == [("", 3, "working_day")]
