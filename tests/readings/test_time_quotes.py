"""Which sentences on time are quoted beside the declared figure, and in which order."""

from dataclasses import replace

import pytest

from generator.readings.time_values import Speaker, TimeReadings
from generator.readings.times import read_times
from generator.records.stated import ChannelTime, Duration
from generator.records.version import Case
from tests.readings.channel_versions import channel, version


def of(
    value: float | None, text: str | None = None, *steps: str, unit: str = "working_day"
) -> TimeReadings:
    """What is read of a declared figure, the words of its channel, and steps."""
    time = ChannelTime(value=value, unit=unit if value else "other")
    return read_times(version(channel(time=time, text=text), steps=steps))


def quoted(found: TimeReadings) -> list[str]:
    return [one.value.text for one in found.quotes]


def needed(found: TimeReadings) -> list[str]:
    return [one.value.text for one in found.quotes if one.value.needed]


def test_the_total_comes_before_the_parts_and_makes_no_case_of_the_figure() -> None:
    total = "Tổng thời gian cấp Thẻ ong không quá 12 ngày làm việc kể từ ngày nhận đủ hồ sơ."
    parts = "- Trong 04 ngày làm việc, Trạm Ong lập tổ.\n- Trong 08 ngày làm việc, Trạm Ong họp tổ."
    found = of(12, f"{parts}\n{total}", unit="day")
    assert quoted(found)[0] == total
    assert not found.by_case


def test_a_limit_of_a_case_comes_before_parts_that_come_to_the_figure() -> None:
    case = "Đối với ong rừng: Trong 06 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong cấp Thẻ ong."
    parts = ["Trong 04 ngày kể từ ngày nhận đơn, Tổ ong gửi Trạm Ong.", "Trong 08 ngày, Trạm họp."]
    assert quoted(of(12, None, *parts, case, unit="day"))[:1] == [case]


def test_the_base_stands_before_what_comes_on_top_though_its_words_are_in_it() -> None:
    base = "Không quá 7 ngày làm việc."
    more = "Đối với các xã miền núi thì được tăng thêm không quá 7 ngày làm việc so với ở trên."
    assert quoted(of(None, f"{base}\n{more}")) == [base, more]


def test_a_list_headed_by_the_limit_is_quoted_whole_and_makes_cases() -> None:
    listed = "Từ khi đủ hồ sơ:\n- Ong mới: 5 ngày.\n- Ong cũ: 9 ngày."
    found = of(9, None, f"Nhận kết quả.\nThời hạn giải quyết\n{listed}", unit="day")
    assert quoted(found) == ["Từ khi đủ hồ sơ: - Ong mới: 5 ngày. - Ong cũ: 9 ngày."]
    assert found.by_case


def test_a_figure_that_is_only_how_long_it_can_become_is_one_of_a_case() -> None:
    usual = "Trạm Ong trả lời trong ngày nhận hồ sơ."
    longer = "Trường hợp phải kéo dài thời gian giải quyết thì không quá 03 ngày làm việc."
    assert of(3, f"{usual} {longer}").by_case
    both = "Thời hạn cấp Thẻ ong là 03 ngày làm việc, có thể kéo dài hơn nhưng không quá 09 ngày."
    assert not of(3, both).by_case


def test_a_day_of_every_year_in_a_channel_is_quoted_and_one_of_a_past_law_is_not() -> None:
    day = "Trạm Ong công bố tổ ong đẹp trước ngày 30 tháng 9 hằng năm."
    assert needed(of(None, day)) == [day]
    assert not quoted(of(None, "Tổ ong có trước ngày 01 tháng 8 năm 2019 được giữ."))


def test_a_list_of_what_is_not_counted_is_quoted_whole() -> None:
    uncounted = (
        "Thời hạn trên không bao gồm: thời gian lấy ý kiến; Thời gian niêm yết; Thời gian thuế."
    )
    assert needed(of(5, f"- Không quá 5 ngày làm việc.\n- {uncounted}"))[-1:] == [uncounted]


@pytest.mark.parametrize(
    "step",
    [
        "Trong 45 ngày kể từ ngày hoàn tất hoạt động nuôi ong, tổ chức nuôi ong, tằm gửi báo cáo.",
        "Trạm Ong sao gửi tờ khai cho Trại Ong trong 05 ngày kể từ ngày kết thúc thủ tục nuôi ong.",
        "Tổ chức được cấp Thẻ ong có trách nhiệm ghi sổ trong 15 ngày từ ngày chính thức nuôi.",
    ],
)
def test_what_follows_the_result_is_no_time_of_the_procedure(step: str) -> None:
    assert not quoted(of(None, None, step))


def test_a_figure_that_steps_give_from_a_later_event_is_quoted_with_it() -> None:
    step = "Trong 10 ngày làm việc kể từ khi kết thúc hạn nhận đơn, Trạm Ong lập danh sách."
    assert needed(of(10, None, step)) == [step]


def test_a_case_of_adding_something_is_no_file_that_lacks_something() -> None:
    usual = "Trong 07 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong cấp lại Thẻ ong."
    added = f"Đối với trường hợp bổ sung loại ong, t{usual[1:].replace('07', '30')}"
    assert quoted(of(None, None, usual, added)) == [usual, added]


def test_parts_of_the_figure_are_quoted_where_one_is_only_for_some() -> None:
    usual = "Trong 10 ngày làm việc kể từ ngày nhận hồ sơ, Trạm Ong thẩm định đàn ong."
    some = "Trường hợp đàn ong ở nhiều tỉnh, trong 07 ngày làm việc, Trạm Ong quyết định cấp Thẻ."
    assert needed(of(17, None, usual, some)) == [usual, some]
    every = "Trường hợp hồ sơ hợp lệ, trong 07 ngày làm việc, Trạm Ong quyết định cấp Thẻ ong."
    assert not needed(of(17, None, usual, every))


def test_a_long_sentence_is_quoted_up_to_the_condition_at_its_end() -> None:
    long = "gồm việc xem tổ, cân mật, đếm khung, ghi sổ, đo gió và xem nước ở quanh trại " * 2
    step = f"Trong 05 ngày kể từ ngày nhận hồ sơ, Trạm Ong cấp Thẻ {long}; nếu ong mới thì thôi."
    assert quoted(of(None, None, step))[0].endswith("nếu ong mới thì thôi.")


def test_an_office_that_sends_something_before_a_day_is_no_reader_who_files() -> None:
    office = "Trạm Ong gửi thông báo trước ngày mở hội ong 15 ngày cho người nuôi ong."
    own = "Chủ vườn nộp hồ sơ chậm nhất 15 ngày trước ngày mở hội ong."
    step = office.replace("Trạm Ong", "Cơ quan đăng ký ong")
    assert [one.value.whose for one in of(None, None, step).quotes] == [Speaker.OFFICE]
    assert [one.value.whose for one in of(None, None, own).quotes] == [Speaker.READER]


def test_a_file_that_is_sent_again_gives_no_day_by_which_one_files() -> None:
    again = (
        "Trường hợp hồ sơ không hợp lệ, Trạm Ong hướng dẫn cá nhân. Trong thời hạn 07 ngày"
        " từ ngày nhận lại hồ sơ, cá nhân nộp hồ sơ đã hoàn thiện đến Trạm Ong."
    )
    assert not quoted(of(None, None, again))


def test_an_office_that_decides_within_a_length_is_not_taken_for_the_applicant() -> None:
    step = (
        "Trường hợp hồ sơ của doanh nghiệp nộp đáp ứng quy định, trong thời hạn 05 ngày làm việc"
        " kể từ ngày nhận được hồ sơ, Cục Ong ban hành Quyết định công nhận vườn cho doanh nghiệp."
    )
    (one,) = of(None, None, step).quotes
    assert one.value.whose is Speaker.OFFICE


def test_a_day_of_the_calendar_is_no_length_of_months() -> None:
    assert not quoted(of(None, None, "Người nuôi ong ở xã (trước 01 tháng 7 năm 2025) nộp hồ sơ."))


@pytest.mark.parametrize(
    "step",
    [
        "Văn bản chấp thuận vườn ong có thời hạn 18 tháng, hết hạn thì làm lại từ đầu.",
        "Vườn ong được ân hạn thuế 275 ngày do Cục Ong kiểm tra, cấp lại.",
    ],
)
def test_how_long_a_result_holds_or_a_payment_is_put_off_is_not_quoted(step: str) -> None:
    assert step not in quoted(of(7, None, step))
    assert step not in quoted(of(None, None, step))


def test_an_extension_as_long_as_the_limit_is_quoted() -> None:
    longer = (
        "Trường hợp hồ sơ phức tạp, Trạm Ong có thể gia hạn thời gian thẩm định"
        " nhưng không quá 10 ngày làm việc."
    )
    assert longer in needed(of(10, None, longer))


def test_a_list_without_marks_that_is_cut_says_so() -> None:
    text = "Không quá 05 ngày làm việc đối với các trường hợp sau:\nThẻ ong cũ.\nThẻ ong rách."
    assert quoted(of(5, text)) == [
        "Không quá 05 ngày làm việc đối với các trường hợp sau: Thẻ ong cũ. …"
    ]


def test_what_an_office_takes_for_a_completed_dossier_is_quoted() -> None:
    after = "Thời gian thẩm định sau khi hồ sơ được bổ sung hoàn chỉnh là 18 ngày làm việc."
    assert needed(of(30, None, f"Người nuôi bổ sung hồ sơ.\n{after}")) == [after]
    assert not quoted(of(30, None, "Trạm nhận hồ sơ sau khi hồ sơ được bổ sung hoàn chỉnh."))


def test_an_event_with_which_something_is_given_is_quoted() -> None:
    event = "Cùng thời điểm cấp Thẻ ong đối với trường hợp quy định tại điểm a;"
    limit = "Trong thời hạn 05 ngày làm việc đối với trường hợp quy định tại điểm b."
    assert event in needed(of(5, f"{event}\n{limit}"))


def test_a_sentence_below_its_heading_is_not_quoted_again_out_of_a_list_with_both() -> None:
    head = "Trường hợp hồ sơ hợp lệ: 70 ngày, cụ thể:"
    first = "- Trong thời hạn 60 ngày, kể từ ngày nhận đủ hồ sơ, Trạm Ong xem tổ ong."
    second = "- Trong thời hạn 10 ngày, kể từ ngày có biên bản, Trạm Ong cấp Thẻ ong cho chủ tổ."
    said = " ".join(
        f"{one.value.heading} {one.value.text}"
        for one in of(90, f"{head}\n{first}\n{second}", unit="day").quotes
    )
    assert said.count("10 ngày") == 1


def test_a_figure_that_only_checks_give_from_a_later_event_is_quoted_with_its_start() -> None:
    heading = "b) Giải quyết: Trạm Ong tiếp nhận, kiểm tra hồ sơ và xử lý như sau:\n"
    before = "- Trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Trạm Ong xem xong vườn;\n"
    last = "- Trong 01 ngày làm việc kể từ khi hoàn thành việc đánh giá, Trạm Ong cấp Thẻ ong."
    assert last[2:] in needed(of(1, None, heading + before + last))


def test_results_that_each_take_the_figure_are_quoted() -> None:
    steps = [
        "Trong 07 ngày làm việc từ ngày nhận đủ hồ sơ, Trạm Ong ra quyết định dừng nuôi ong.",
        "Trong 07 ngày làm việc từ ngày nhận đủ hồ sơ, Trạm Ong ra quyết định thu hồi Thẻ ong.",
    ]
    assert needed(of(7, None, *steps)) == steps
    assert needed(of(7, None, steps[0])) == []


def test_the_sentence_on_areas_is_quoted_behind_each_case_that_it_follows() -> None:
    area = (
        "Đối với các xã miền núi, biên giới; vùng có điều kiện kinh tế - xã hội khó khăn;"
        " vùng đặc biệt khó khăn thì thời gian thực hiện được tăng thêm 10 ngày."
    )
    first = "a) Không quá 18 ngày làm việc đối với trường hợp người nuôi ong có nhu cầu đo vườn."
    other = "b) Không quá 13 ngày làm việc đối với trường hợp người nuôi ong không đo vườn."
    assert quoted(of(None, f"{first} {area}\n{other} {area}")) == [first, area, other, area]


def test_a_case_in_which_nothing_has_to_be_added_is_that_of_a_complete_file() -> None:
    complete = "Trường hợp không có yêu cầu sửa đổi, bổ sung hồ sơ: 10 ngày từ ngày nhận hồ sơ."
    lacking = "Trường hợp yêu cầu sửa đổi, bổ sung hồ sơ: 5 ngày từ ngày nhận hồ sơ."
    assert quoted(of(None, f"{lacking}\n{complete}")) == [complete, lacking]


def test_one_figure_in_the_list_of_cases_is_not_that_of_other_cases_in_the_words() -> None:
    text = "Không quá 8 ngày làm việc đối với ong mật.\nKhông quá 4 ngày làm việc đối với ong rừng."
    words = channel(time=ChannelTime(value=None, unit="other"), text=text)
    case = Case(name="Thẻ ong", time=Duration(value=8, unit="working_day"))
    assert read_times(version(words, cases=[case])).by_case
    both = [case, Case(name="Thẻ vườn", time=Duration(value=4, unit="working_day"))]
    assert not read_times(version(words, cases=both)).by_case


@pytest.mark.parametrize(
    "step",
    [
        "Thời hạn nộp hồ sơ khai thuế chậm nhất là ngày thứ 10 kể từ ngày bán ong.",
        "Người nuôi ong gửi tờ khai chậm nhất là ngày cuối cùng của tháng đầu quý sau.",
    ],
)
def test_the_last_day_of_filing_is_told_where_no_time_is(step: str) -> None:
    (quote,) = of(None, None, step).quotes
    assert (quote.value.text, quote.value.whose) == (step, Speaker.READER)
    assert of(5, None, step).quotes == ()


@pytest.mark.parametrize(
    "step",
    [
        "Thời gian cần thiết cho việc khắc phục sẽ được tính bổ sung vào thời gian cấp Thẻ ong.",
        "Thời gian khắc phục vườn ong không tính vào thời hạn giải quyết.",
    ],
)
def test_time_to_put_things_right_that_is_added_or_not_counted_is_quoted(step: str) -> None:
    assert needed(of(5, None, step)) == [step]


def test_time_to_complete_a_file_is_no_addition() -> None:
    step = "Thời gian khắc phục, bổ sung hồ sơ không tính vào thời hạn giải quyết."
    assert quoted(of(5, None, step)) == []


def test_that_no_time_is_laid_down_is_quoted_beside_a_figure() -> None:
    text = "Gửi đến Trạm Ong (không quy định thời gian giải quyết)"
    assert quoted(of(1, text)) == [text]


@pytest.mark.parametrize("text", ["Không quy định.", "Gửi Trạm (không quy định thời gian cấp)"])
def test_a_figure_beside_words_that_lay_none_down_is_doubtful(text: str) -> None:
    (quote,) = of(1, text.replace("cấp", "thực hiện")).quotes
    assert quote.value.none


def test_two_days_of_every_year_are_told_beside_a_figure() -> None:
    assert quoted(of(15, "từ ngày 15/6 đến ngày 30/6")) == ["từ ngày 15/6 đến ngày 30/6"]
    assert not quoted(of(15, "từ ngày 01/6/2025 đến ngày 31/12/2026"))


def test_sentences_on_areas_stand_behind_the_cases_that_they_are_said_of() -> None:
    area = f"Đối với các xã miền núi{', vùng nhiều ong' * 9} thì thời gian không quá {{}}."
    first, second = area.format("15 ngày"), area.format("15 ngày làm việc")
    bases = "Thời gian duyệt vườn ong không quá 10 ngày.", "Thời gian gia hạn không quá 07 ngày."
    told = quoted(of(10, f"- {bases[0]} {first}\n- {bases[1]} {second}"))
    assert told == [bases[0], first, bases[1], second]


def test_the_end_of_customs_is_no_end_of_the_work() -> None:
    step = "Trạm Ong cấp Giấy ong trong 3 ngày kể từ ngày hoàn thành thủ tục hải quan, gửi tổ ong."
    assert quoted(of(None, None, step)) == [step]
    after = "Trạm Ong gửi Giấy ong trong 3 ngày kể từ ngày hoàn thành thủ tục, gửi tổ ong."
    assert quoted(of(None, None, after)) == []


def test_what_a_company_reports_is_none_of_the_work() -> None:
    step = "Trong 15 ngày kể từ ngày nhận quyết định, công ty nuôi ong báo cáo cho Bộ Ong đàn ong."
    assert quoted(of(7, None, step)) == []


def test_a_row_of_a_case_without_a_figure_makes_the_figure_one_of_a_case() -> None:
    one = channel(time=ChannelTime(value=5, unit="day"), text="Trường hợp một: nộp tại xã.")
    other = channel(
        time=ChannelTime(value=None, unit="other", text="Trường hợp nhiều thì theo dự án.")
    )
    assert read_times(version(one, other)).by_case
    assert not read_times(version(one, replace(other, method="postal"))).by_case


def test_a_notice_is_quoted_under_the_case_that_it_is_for() -> None:
    case = "Trường hợp ong bị lạc:"
    step = f"{case}\n- Niêm yết việc ong bị lạc tại xã trong thời gian 15 ngày."
    (quote,) = of(5, None, step).quotes
    assert quote.value.heading == case


def test_a_figure_that_only_stands_before_an_event_is_quoted_with_it() -> None:
    before = "Trước ngày thi ít nhất 02 ngày làm việc, sau khi nhận đủ hồ sơ, trạm báo ngày thi."
    assert needed(of(2, before)) == [before]
    other = "Trạm Ong trả lời trong 02 ngày làm việc kể từ ngày nhận đủ hồ sơ."
    assert before not in quoted(of(2, before, other))


def test_a_list_of_last_days_is_of_what_stands_above_it() -> None:
    days = [f"Đối với {what}: chậm nhất là ngày thứ 35 kể từ ngày bán." for what in ("ong", "sáp")]
    step = "\n".join(["Người nuôi lập hồ sơ khai thuế và gửi đến trạm:", *(f"+ {d}" for d in days)])
    assert quoted(of(None, None, step)) == days
    assert quoted(of(None, None, "\n".join(days))) == []


def by_ways(*limits: tuple[str, float], steps: tuple[str, ...]) -> TimeReadings:
    """What is read of ways of filing that have a figure each, and of steps."""
    ways = (
        channel(method=way, time=ChannelTime(value=value, unit="working_day"))
        for way, value in limits
    )
    return read_times(version(*ways, steps=steps))


OWN_TIME = "Đối với người nuôi ong còn vườn, Trạm Ong cấp Thẻ ong trong thời hạn 15 ngày làm việc."
LEFT = "Đối với người đã bán vườn, Trạm Ong cấp Thẻ ong trong thời hạn 10 ngày làm việc."


def test_steps_by_case_are_quoted_where_channels_only_tell_the_way() -> None:
    found = by_ways(("online", 15), ("direct", 10), steps=(OWN_TIME, LEFT))
    assert [one.value.text for one in found.quotes if one.value.of_way] == [OWN_TIME, LEFT]


def test_steps_by_way_of_filing_or_without_one_of_the_figures_tell_no_case() -> None:
    way = "Trường hợp nộp hồ sơ trực tiếp, Trạm Ong cấp Thẻ ong trong thời hạn 10 ngày làm việc."
    for steps in ((OWN_TIME, way), (OWN_TIME,)):
        found = by_ways(("online", 15), ("direct", 10), steps=steps)
        assert not any(one.value.of_way for one in found.quotes)


def test_a_heading_with_the_procedure_and_its_case_stands_above_its_items() -> None:
    lines = [
        f"* Đề nghị sửa Thẻ ong của tổ hợp tác nuôi ong rừng ở các xã ven sông lớn trong trường hợp"
        f" {whom}\n+ Tổ nộp hồ sơ;\n+ Trong thời hạn {limit} ngày làm việc kể từ ngày nhận đủ hồ"
        " sơ, Trạm Ong cấp Thẻ ong."
        for whom, limit in (("đổi tên tổ", "07"), ("đổi vườn", "14"))
    ]
    found = by_ways(("postal", 7), ("direct", 14), steps=("\n".join(lines),))
    said = [one.value.heading for one in found.quotes if one.value.of_way]
    assert [one.split(" trong trường hợp ")[1] for one in said] == ["đổi tên tổ", "đổi vườn"]
    assert said[0].startswith("Đề nghị")


def test_parts_in_two_units_are_quoted_under_a_sum_in_either() -> None:
    steps = (
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ, Tổ ong trình Trạm Ong.",
        "Trong thời hạn 10 ngày kể từ ngày nhận được tờ trình của Tổ ong, Trạm Ong cấp Thẻ ong.",
    )
    assert needed(of(15, None, *steps, unit="day")) == list(steps)
    assert needed(of(15, None, *steps)) == list(steps)
    assert not set(needed(of(15, "15 ngày kể từ khi đủ hồ sơ.", *steps, unit="day"))) & set(steps)


def test_a_case_that_takes_as_long_as_another_procedure_is_quoted() -> None:
    other = "Trường hợp đổi vườn: thời hạn giải quyết thực hiện như đối với người chuyển đàn."
    said = "Trong 05 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong cấp Thẻ ong."
    assert other in needed(of(8, f"{said}\n{other}", unit="day"))


def test_work_in_turn_that_takes_longer_than_the_figure_is_quoted_whole() -> None:
    asks = "Trong 05 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong gửi văn bản lấy ý kiến Sở Rừng."
    says = "Trong 05 ngày kể từ ngày nhận được ý kiến của Sở Rừng, Trạm Ong cấp Thẻ ong."
    assert set(quoted(of(5, None, asks, says, unit="day"))) == {asks, says}
    assert asks not in quoted(of(5, "05 ngày kể từ khi đủ hồ sơ.", asks, says, unit="day"))
