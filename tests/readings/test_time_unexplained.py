"""Limits in the words of a channel that the limit of the channel does not explain."""

import pytest

from generator.readings.times import read_times
from generator.records.stated import ChannelTime
from tests.readings.channel_versions import channel, version


def unexplained(days: float, text: str) -> list[str]:
    time = ChannelTime(value=days, unit="working_day", text=None)
    found = read_times(version(channel(time=time, text=text))).unexplained
    return [one.evidence[0].words.strip(" -.") for one in found]


def test_another_limit_in_the_words_is_told_with_its_sentence() -> None:
    other = "07 ngày làm việc đối với nhà cao tầng và 04 ngày làm việc đối với nhà còn lại"
    assert unexplained(7, other) == [other]


def test_a_visit_because_the_dossier_does_not_do_is_a_case_of_its_own() -> None:
    other = "Hồ sơ chưa đạt, phải kiểm tra thực tế: 30 ngày làm việc"
    assert unexplained(7, f"- 07 ngày làm việc;\n- {other}.") == [other]


@pytest.mark.parametrize(
    "text",
    [
        "- Sở thẩm định: 05 ngày làm việc;\n- Ủy ban quyết định: 03 ngày làm việc.",
        "- Giấy phép có giá trị 30 ngày làm việc;\n- Cấp giấy phép: 08 ngày làm việc.",
        "- Cấp giấy phép: 08 ngày làm việc.\n- Hồ sơ không hợp lệ: trả lời trong 02 ngày làm việc.",
        "- Cấp giấy phép: 08 ngày làm việc.\n- Trụ sở: số 1 đường 3 tháng 2, phường Bến Mới.",
    ],
)
def test_parts_of_the_limit_and_what_is_no_handling_are_explained(text: str) -> None:
    assert unexplained(8, text) == []
