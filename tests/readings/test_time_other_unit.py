"""The declared number in another unit, and what stands beside the time for some readers."""

from dataclasses import replace

import pytest

from generator.readings.time_summary import summarise_times
from generator.readings.time_values import TimeReadings
from generator.readings.times import read_times
from generator.records.stated import ChannelTime, Clause, Stated
from tests.readings.channel_versions import channel, version

_POSTED = "Niêm yết công khai việc mất Thẻ ong tại trụ sở xã trong thời gian 15 ngày."
_PRINTED = "Đăng tin trên báo trong thời gian 15 ngày đối với trường hợp mất Thẻ của tổ chức."


def of(
    value: float, text: str | None = None, *steps: str, unit: str = "working_day"
) -> TimeReadings:
    """What is read of a declared figure, the words of its channel, and steps."""
    return read_times(
        version(channel(time=ChannelTime(value=value, unit=unit), text=text), steps=steps)
    )


def other(found: TimeReadings) -> list[str]:
    return [one.value.text for one in found.quotes if one.value.other_unit]


@pytest.mark.parametrize(
    "words",
    [
        "45 ngày kể từ ngày nhận đủ hồ sơ hợp lệ.",
        "Trong thời hạn 45 ngày, Trạm Ong có trách nhiệm xem xét, thẩm định hồ sơ.",
    ],
)
def test_the_declared_number_in_another_unit_is_marked(words: str) -> None:
    assert other(of(45, words)) == [words]
    assert other(of(45, None, words)) == [words]
    assert other(of(45, words, unit="day")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Đối với các xã miền núi thì thời gian thực hiện được tăng thêm 10 ngày.",
        "Trường hợp phải xác minh thì thời hạn không quá 10 ngày.",
        "Trong thời hạn 10 ngày kể từ ngày có kết quả kiểm tra, Trạm Ong cấp Thẻ ong.",
        "Thẻ ong có giá trị trong 10 năm kể từ ngày cấp.",
        "Niêm yết danh sách tại trụ sở xã trong thời gian 10 ngày.",
    ],
)
def test_a_length_of_something_else_is_no_other_unit_of_the_whole(words: str) -> None:
    assert other(of(10, None, words)) == []


def test_how_long_a_result_holds_is_no_rival_of_the_figure() -> None:
    holds = "Thẻ ong có giá trị 07 năm và không quá tuổi của ong."
    assert [one.value.text for one in of(7, None, holds).quotes] == []


def test_a_notice_for_some_is_quoted_behind_the_one_for_everybody() -> None:
    found = of(10, None, f"- {_PRINTED}\n- {_POSTED}")
    assert [one.value.text for one in found.quotes] == [_POSTED, _PRINTED]
    assert [one.value.condition for one in summarise_times(found).added] == [None]


def test_a_notice_in_the_item_of_a_case_is_added_for_that_case_alone() -> None:
    item = "- Trường hợp ong bị bỏ rơi, không rõ chủ thì xã lập biên bản."
    after = "Sau khi lập biên bản, xã niêm yết tại trụ sở trong 07 ngày liên tục."
    (added,) = summarise_times(of(1, None, f"{item}\n{after}")).added
    assert added.value.condition == "Trường hợp ong bị bỏ rơi, không rõ chủ"
    (added,) = summarise_times(of(1, None, f"- Xã nhận hồ sơ.\n{after}")).added
    assert added.value.condition is None


def test_words_of_a_row_are_held_against_the_figure_of_that_row_alone() -> None:
    rows = [(27, "Có họp: 27 ngày làm việc kể từ ngày có ý kiến."), (17, "Không họp: 27 ngày.")]
    ways = (channel(time=ChannelTime(value=at, unit="day"), text=text) for at, text in rows)
    (found,) = other(read_times(version(*ways)))
    assert found.endswith("27 ngày làm việc kể từ ngày có ý kiến.")


def test_words_of_filing_with_the_time_of_the_office_behind_them_are_of_the_office() -> None:
    words = "Nộp hồ sơ và nhận kết quả tại Trạm Ong, trong vòng 45 ngày kể từ ngày nhận đủ hồ sơ."
    assert other(of(45, words)) == [words]


def test_a_figure_that_is_only_for_filing_once_more_stands_under_its_case() -> None:
    case = (
        "Trường hợp chưa có bản chính, Trạm Ong cho phép gửi bản fax. Trong thời hạn 48 giờ, kể"
        " từ khi gửi bản fax, người làm thủ tục phải nộp bản chính."
    )
    found = of(48, case, unit="hour")
    assert found.by_case
    assert [one.value.text for one in found.quotes] == [case]
    ends = "Thời hạn làm thủ tục kết thúc khi người làm thủ tục nộp đủ bản chính."
    assert ends in [one.value.text for one in of(48, f"{ends}\n{case}", unit="hour").quotes]


def test_the_day_from_which_a_procedure_is_carried_out_is_told_from_its_conditions() -> None:
    words = "Thời gian thực hiện: Từ 01/01/2030"
    told = Stated(items=(Clause(text=f"- Có ong.\n- {words}"),))
    record = version(channel(time=ChannelTime(value=5, unit="day")))
    assert words in read_times(replace(record, conditions=told)).quotes[0].value.text
    assert read_times(record).quotes == ()
