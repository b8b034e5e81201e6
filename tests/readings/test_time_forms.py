"""Times written in ways of their own: in sequence, by silence, with words or lines broken."""

from generator.pages.answers.short import shown_text
from generator.pages.answers.time_limit import time_answer
from generator.readings.limits import limits_in
from generator.readings.times import read_times, summarise_times
from generator.records.stated import ChannelTime, Duration
from generator.records.version import Case
from tests.pages.test_answer_cells import WORDS, days
from tests.readings.channel_versions import channel, version
from tests.readings.test_time_quotes import needed, of, quoted


def _said(time: ChannelTime, text: str | None = None, steps: tuple[str, ...] = ()) -> str:
    found = version(channel(time=time, text=text), steps=steps)
    return shown_text(time_answer(summarise_times(read_times(found)), found, WORDS))


def test_a_check_and_the_result_behind_it_are_no_alternatives() -> None:
    text = (
        "- Cấp lại thẻ ong: Phải tiến hành xác minh trong thời hạn 30 ngày, kể từ ngày nhận đủ hồ"
        " sơ; sau khi xác minh, nếu đủ điều kiện thì cấp lại trong thời hạn 02 ngày làm việc."
    )
    said = _said(days(2), text)
    assert "2 ngày làm việc hoặc 30 ngày" not in said
    assert "xác minh trong thời hạn 30 ngày" in said


def test_a_figure_for_some_alone_is_one_by_case_though_the_office_is_only_silent() -> None:
    found = of(
        15,
        None,
        "Trong thời hạn 07 ngày làm việc, kể từ ngày nhận được thông báo, nếu xã không có văn bản"
        " trả lời thì hộ được thả ong;\nTrường hợp phải lập hội đồng do đàn ong lớn, trong thời hạn"
        " 15 ngày làm việc, kể từ ngày nhận được Thông báo, xã không có ý kiến trả lời thì hộ được"
        " thả ong.",
    )
    assert found.by_case
    assert [text[:24] for text in quoted(found)] == [
        "Trong thời hạn 07 ngày l",
        "Trường hợp phải lập hội ",
    ]


def test_a_length_without_the_word_for_days_is_one_of_working_days() -> None:
    found = limits_in("Trong thời hạn bảy làm việc kể từ ngày nhận đơn, xã trả lời.")
    assert [one.limit.length for one in found] == [((7.0, "working_day"),)]


def test_the_outcome_that_a_limit_is_of_decides_what_it_is_about() -> None:
    found = of(
        1,
        None,
        "Trạm soát xét sổ ong, nếu sổ chưa đúng thì thông báo cho người nuôi bổ sung hoàn thiện;"
        " nếu đáp ứng thì chậm nhất sau 01 ngày làm việc kể từ khi hoàn thành việc soát xét, trạm"
        " cấp Thẻ ong.",
    )
    assert needed(found)


def test_a_step_before_the_one_that_has_the_figure_is_quoted() -> None:
    last = (
        "Trong thời hạn 10 ngày làm việc, kể từ ngày nhận được văn bản của Ủy ban xã, tỉnh cấp Thẻ"
        " ong."
    )
    found = read_times(
        version(
            channel(time=days(10, "day"), text=f"Thời hạn: {last}"),
            steps=(
                f"Trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ, xã gửi tỉnh. {last}",
            ),
        )
    )
    assert any("xã gửi tỉnh" in text for text in quoted(found))


def test_an_upload_beside_other_work_is_a_limit_of_the_work() -> None:
    step = (
        "Xã cập nhật sổ ong và đăng tải cam kết của người nuôi trong thời hạn 03 ngày làm việc kể"
        " từ ngày nhận được hồ sơ."
    )
    assert "03 ngày làm việc" in _said(ChannelTime(value=None, unit="other"), steps=(step,))


def test_a_figure_behind_which_the_government_decides_is_quoted() -> None:
    step = "Trong 30 ngày kể từ ngày nhận đủ hồ sơ, Bộ Ong thẩm định, trình Thủ tướng Chính phủ."
    assert quoted(of(30, None, step, unit="day")) == [step]


def test_the_number_of_a_document_on_the_next_line_begins_no_sentence() -> None:
    step = (
        "Trường hợp đặc biệt, người nuôi ong không thuộc Điều 3 Nghị định số\n12/2021/NĐ-CP thì"
        " trạm xét từng người trong thời gian không quá 03 ngày làm việc."
    )
    assert quoted(of(10, None, step)) == [" ".join(step.split())]


def test_an_area_behind_the_parts_of_a_limit_is_none_of_them() -> None:
    text = (
        "Không quá 15 ngày làm việc. Trong đó:\n- Trạm ong: 12 ngày làm việc;\n- Xã: 03 ngày làm"
        " việc.\nĐối với các xã miền núi, hải đảo thì thời gian thực hiện được tăng thêm 10 ngày."
    )
    other = ChannelTime(value=None, unit="other")
    found = version(
        channel(time=other, text=text),
        cases=(Case(name="Thẻ ong", time=Duration(value=15, unit="working_day")),),
    )
    said = shown_text(time_answer(summarise_times(read_times(found)), found, WORDS))
    assert "15 ngày làm việc, có trường hợp thêm 10 ngày" in said
    assert "Trong đó: Đối với" not in said


def test_a_day_of_every_year_and_a_common_time_stand_for_a_length() -> None:
    step = "Xã cấp thẻ ong vào ngày 01 tháng 01 và ngày 21 tháng 6 hàng năm."
    assert "ngày 21 tháng 6 hàng năm" in _said(ChannelTime(value=None, unit="other"), steps=(step,))
    text = "theo thời hạn chung về mùa hoa hàng năm."
    assert text in _said(ChannelTime(value=None, unit="other"), text)
