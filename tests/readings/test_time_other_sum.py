"""Steps that come to the declared number in another unit."""

import pytest

from generator.readings.brief import brief_time
from generator.readings.time_summary import Obstacle, summarise_times
from generator.readings.time_values import TimeLimit
from tests.readings.test_time_quotes import of

FIRST = "Trong thời hạn {} kể từ ngày nhận đủ hồ sơ, Trạm Ong thẩm định và trình Chủ tịch xã."
LAST = "Trong thời hạn {} kể từ ngày nhận được tờ trình của Trạm Ong, Chủ tịch xã ký Thẻ ong."
EXAM = (
    "a) Trường hợp không yêu cầu sửa đổi, bổ sung hồ sơ:\n"
    "- Trạm Ong chọn nơi thi trong thời hạn 03 ngày làm việc kể từ ngày ghi trên Phiếu;\n"
    "- Cơ sở tổ chức thi được chọn có trách nhiệm tổ chức thi cấp Thẻ ong trong thời hạn"
    " 07 ngày làm việc;\n"
    "b) Trường hợp phải bổ sung hồ sơ, Trạm Ong báo trong thời hạn 08 ngày làm việc."
)


def steps(first: str, last: str) -> tuple[str, str]:
    return FIRST.format(first), LAST.format(last)


@pytest.mark.parametrize(
    "told",
    [steps("05 ngày làm việc", "10 ngày làm việc"), steps("14 ngày làm việc", "1 ngày làm việc")],
)
def test_parts_in_another_unit_make_the_declared_one_doubtful(told: tuple[str, str]) -> None:
    found = of(15, None, *told, unit="day")
    assert found.other_sum == TimeLimit(15, "working_day")
    times = summarise_times(found)
    assert Obstacle.UNSURE in times.blocking
    brief = brief_time(times)
    assert brief
    assert brief.more


@pytest.mark.parametrize(
    "told",
    [
        steps("05 ngày", "10 ngày"),
        steps("05 ngày làm việc", "10 ngày"),
        steps("05 ngày làm việc", "9 ngày làm việc"),
        (*steps("05 ngày làm việc", "10 ngày làm việc"), "Chủ vườn nộp tiền trong 15 ngày."),
        ("Trường hợp ong mật: 05 ngày làm việc.", "Trường hợp ong rừng: 10 ngày làm việc."),
    ],
)
def test_parts_in_the_declared_unit_and_cases_come_to_no_other_sum(told: tuple[str, ...]) -> None:
    assert of(15, None, *told, unit="day").other_sum is None


def test_parts_of_a_file_that_lacks_nothing_count_and_those_of_who_examines() -> None:
    assert of(10, None, EXAM, unit="day").other_sum
