"""Steps that give another time than the declared one are quoted, and needed."""

import pytest

from tests.readings.test_time_quotes import needed, of, quoted

FIRST = "Trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Ong thẩm định vườn ong."
SECOND = "Trong thời hạn 10 ngày làm việc sau khi nhận được tờ trình, Chủ tịch xã cấp Thẻ ong."
WHOLE = "Trong thời hạn {} kể từ ngày nhận đủ hồ sơ hợp lệ, Trạm Ong cấp Thẻ ong."


def test_parts_that_come_to_the_number_in_another_unit_are_all_needed() -> None:
    assert needed(of(25, None, FIRST, SECOND, unit="day")) == [FIRST, SECOND]


def test_parts_that_come_to_the_number_in_its_unit_contradict_nothing() -> None:
    assert not quoted(of(25, None, FIRST, SECOND))


@pytest.mark.parametrize("said", ["60 ngày", "07 ngày làm việc"])
def test_another_time_from_receipt_to_the_result_is_needed(said: str) -> None:
    step = WHOLE.format(said)
    assert needed(of(115, None, step)) == [step]
    assert not quoted(of(115, None, WHOLE.format("115 ngày làm việc")))


def test_a_step_that_is_longer_than_the_whole_is_needed() -> None:
    step = "Trong thời hạn 20 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Ong lập tổ thăm vườn."
    assert needed(of(7, None, step)) == [step]


def test_working_days_written_with_a_word_twice_are_working_days() -> None:
    step = WHOLE.format("07 (bảy) ngày làm làm việc")
    assert needed(of(7, None, step, unit="day")) == [step]


@pytest.mark.parametrize(
    "start", ["khi nhận được công văn của xã", "ngày hết hạn nhận hồ sơ dự tuyển"]
)
def test_the_declared_time_from_an_unusual_start_is_needed(start: str) -> None:
    step = f"Trong thời hạn 5 ngày làm việc kể từ {start}, Trạm Ong trả lời chủ vườn."
    assert needed(of(5, None, step)) == [step]
    assert not quoted(of(5, None, "Trong 5 ngày làm việc kể từ ngày nhận hồ sơ, Trạm trả lời."))


def test_ways_of_filing_above_a_limit_do_not_make_it_one_of_an_incomplete_file() -> None:
    ways = "Chủ vườn nộp hồ sơ theo một trong các cách sau: Nộp hồ sơ trực tiếp hoặc qua bưu chính;"
    step = "- Trong thời hạn 20 ngày làm việc kể từ ngày nhận đủ hồ sơ, Trạm Ong thăm vườn."
    assert quoted(of(7, None, f"{ways}\n{step}")) == [step.removeprefix("- ")]


def test_what_the_applicant_files_within_a_time_is_none_of_the_office() -> None:
    own = "Trong 10 ngày kể từ ngày quyết định đóng vườn, văn phòng, trại, doanh nghiệp gửi giấy."
    assert quoted(of(None, None, own, SECOND)) == [SECOND]


def test_a_figure_of_the_last_work_alone_does_not_stand_out() -> None:
    first = "Trong thời hạn 25 ngày kể từ ngày nhận được hồ sơ, Trạm Ong thẩm định vườn."
    last = "Trong thời hạn 07 ngày làm việc kể từ ngày Trạm Ong trình, Chủ tịch duyệt giá mật."
    assert of(7, f"{first}\n{last}", unit="day").by_case
    assert not of(25, f"{first}\n{last}", unit="day").by_case


def test_a_first_stage_within_the_declared_whole_contradicts_nothing() -> None:
    stages = "c) Thời gian thực hiện: 07 ngày, kể từ ngày nhận đủ hồ sơ hợp lệ."
    later = (
        "c) Thời gian thực hiện: 08 ngày, kể từ khi Hội đồng ong được thành lập.",
        "c) Thời gian thực hiện: 05 ngày, kể từ khi nhận đề xuất của Sở Ong.",
    )
    assert not quoted(of(28, None, stages, *later, unit="day"))
    assert stages in quoted(of(15, None, stages, *later, unit="day"))
