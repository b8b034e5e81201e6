"""Which steps are stages of the work on a complete file, and from when they run."""

import pytest

from generator.readings.time_statements import Role
from generator.readings.time_words import statements_in
from tests.readings.test_time_quotes import needed, of, quoted

GIVES = "Trạm Ong cấp Thẻ ong."


def test_a_start_before_the_length_is_that_of_the_limit() -> None:
    (one,) = statements_in(f"Sau khi nhận được tiền mật, trong thời hạn 5 ngày làm việc, {GIVES}")
    assert one.limit.start == "nhận được tiền mật"


def test_the_declared_figure_is_quoted_where_it_runs_from_an_event_told_before_it() -> None:
    later = f"Sau khi nhận được ý kiến của Sở Rừng, trong thời hạn 5 ngày làm việc, {GIVES}"
    assert needed(of(5, None, later)) == [later]


def test_a_sentence_on_an_incomplete_file_is_no_heading_of_the_next_line() -> None:
    lacks = (
        "Trường hợp hồ sơ không hợp lệ, Trạm Ong thông báo bằng văn bản cho tổ nuôi ong để hoàn"
        " chỉnh theo quy định."
    )
    gives = f"Trong thời hạn 30 ngày kể từ ngày nhận đủ hồ sơ hợp lệ, {GIVES}"
    (one,) = statements_in(f"{lacks}\n- {gives}")
    assert one.case is None
    assert needed(of(30, None, f"{lacks}\n- {gives}")) == [gives]


def test_a_line_with_the_next_case_ends_the_list_of_the_case_before() -> None:
    lacks = "Trường hợp hồ sơ không hợp lệ:\n+ Trong 09 ngày kể từ ngày nhận đơn, Trạm Ong trả lại;"
    asks = "Trong 20 ngày kể từ ngày nhận đủ hồ sơ, Tổ ong trình Trạm Ong"
    *_, one = statements_in(f"{lacks}\nTrường hợp hồ sơ hợp lệ:\n+ {asks}.")
    assert "không hợp lệ" not in (one.case or "")


def test_a_file_for_a_change_is_no_incomplete_one() -> None:
    asks = (
        "Trường hợp hồ sơ đề nghị sửa đổi, bổ sung thông tin có liên quan tới ong rừng, trong thời"
        " hạn 07 ngày kể từ ngày nhận được hồ sơ đúng quy định, Trạm Ong gửi lấy ý kiến Sở Rừng."
    )
    says = "Trong thời hạn 10 ngày kể từ ngày nhận được hồ sơ từ Trạm Ong, Sở Rừng trả lời."
    gives = f"Trong thời hạn 07 ngày kể từ ngày nhận được văn bản trả lời của Sở Rừng, {GIVES}"
    assert set(quoted(of(7, None, asks, says, gives, unit="day"))) == {asks, says, gives}


@pytest.mark.parametrize(
    "pays", ["giải ngân tiền mật cho tổ nuôi ong", "thực hiện hỗ trợ kinh phí cho tổ nuôi ong"]
)
def test_the_money_that_follows_a_decision_is_a_stage(pays: str) -> None:
    decides = "Trong 20 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong quyết định hỗ trợ."
    paid = f"Trong 10 ngày kể từ ngày có quyết định hỗ trợ, Trạm Ong {pays}."
    assert quoted(of(20, None, decides, paid, unit="day")) == [paid]
    assert not quoted(of(30, None, decides, paid, unit="day"))


def test_an_employer_who_hands_a_file_on_takes_a_stage() -> None:
    hands = (
        "Trong thời hạn 30 ngày kể từ ngày nhận đủ hồ sơ từ thân nhân, người sử dụng lao động có"
        " trách nhiệm nộp hồ sơ cho Trạm Ong."
    )
    gives = f"Trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ, {GIVES}"
    assert set(quoted(of(10, None, hands, gives, unit="day"))) == {hands, gives}


def test_the_look_before_a_file_is_accepted_is_a_stage() -> None:
    looks = (
        "Trong thời hạn 05 ngày kể từ ngày nhận được hồ sơ, Trạm Ong có trách nhiệm tiếp nhận chính"
        " thức hoặc yêu cầu chỉnh sửa, bổ sung hồ sơ."
    )
    gives = f"Trong thời hạn 10 ngày kể từ ngày tiếp nhận chính thức hồ sơ, {GIVES}"
    assert set(quoted(of(10, None, looks, gives, unit="day"))) == {looks, gives}


def test_a_result_on_the_same_day_is_quoted_where_no_figure_is_declared() -> None:
    same = "Trạm Ong cấp Thẻ ong ngay trong ngày nhận đủ hồ sơ theo quy định."
    assert quoted(of(None, None, same)) == [same]
    assert not quoted(of(None, None, "Trạm Ong đối chiếu sổ, cân mật trong ngày."))


def test_whoever_completes_papers_and_decides_works_on_the_file() -> None:
    decides = (
        "Trong thời hạn 10 ngày kể từ ngày nhận biên bản của Hội đồng ong, đơn vị nuôi ong hoàn"
        " thiện hồ sơ, quyết định việc hỗ trợ."
    )
    asks = "Trong thời hạn 5 ngày kể từ ngày nhận đủ hồ sơ, Hội đồng ong lập biên bản."
    assert decides in quoted(of(5, None, asks, decides, unit="day"))


def test_steps_tell_the_cases_of_which_a_channel_gives_only_the_number() -> None:
    figures = "Trường hợp 1: 05 ngày kể từ ngày nhận đủ hồ sơ."
    gives = f"Trong thời hạn 05 ngày kể từ ngày nhận được bản khai của tổ nuôi ong, {GIVES}"
    assert gives in quoted(of(5, figures, gives, unit="day"))


@pytest.mark.parametrize(
    "start", ["ngày có Quyết định thành lập Hội đồng ong", "ngày ký biên bản thăm vườn"]
)
def test_what_follows_a_decision_on_the_way_is_a_stage(start: str) -> None:
    first = "Trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong lập Hội đồng ong."
    later = f"Trong thời hạn 20 ngày kể từ {start}, Hội đồng ong thăm vườn và báo cáo Trạm Ong."
    assert set(quoted(of(20, None, first, later, unit="day"))) == {first, later}


def test_nothing_is_a_stage_that_follows_the_result() -> None:
    later = "Trong 20 ngày kể từ ngày có quyết định, Trạm Ong đăng tên vườn trên báo xã."
    assert not quoted(of(10, None, later, unit="day"))


@pytest.mark.parametrize(
    "start",
    ["văn bản báo cáo khắc phục", "hồ sơ đã hoàn thiện theo kết luận của Hội đồng ong"],
)
def test_what_has_been_put_right_on_the_way_lacks_nothing(start: str) -> None:
    first = "Trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ, Hội đồng ong thăm vườn."
    later = f"Trong thời hạn 20 ngày kể từ ngày nhận được {start}, Trạm Ong xem lại vườn ong."
    assert later in quoted(of(15, None, first, later, unit="day"))


def test_the_money_that_follows_a_decision_in_force_is_no_validity() -> None:
    paid = (
        "Sau khi Quyết định hỗ trợ của Trạm Ong có hiệu lực, trong thời gian 05 ngày, Sở Mật chuyển"
        " tiền cho tổ nuôi ong."
    )
    assert quoted(of(20, None, paid, unit="day")) == [paid]


def test_time_left_after_completion_is_quoted_from_steps_where_channels_are_silent() -> None:
    left = "Thời gian thẩm định còn lại sau khi nhận lại hồ sơ được tăng thêm 21 ngày."
    lacks = "Trường hợp hồ sơ phải bổ sung, việc thẩm định được làm như sau:"
    assert needed(of(42, None, f"{lacks}\n- {left}", unit="day")) == [left]
    told = f"Thẩm định: 42 ngày ({left.lower().rstrip('.')})."
    assert left not in quoted(of(42, told, left, unit="day"))


@pytest.mark.parametrize(
    "other",
    [
        "Trường hợp đổi thẻ cho cả xã thì thời gian thực hiện theo dự án đã được phê duyệt.",
        "Trả lại tiền ong: thực hiện theo quy định tại khoản 2 Điều 69 Luật Ong.",
    ],
)
def test_a_case_that_another_document_gives_the_time_of_is_quoted(other: str) -> None:
    said = f"Trong 05 ngày kể từ ngày nhận đủ hồ sơ, {GIVES}"
    assert other in needed(of(8, f"{said}\n{other}", unit="day"))


def test_when_an_office_sends_word_before_an_event_is_no_time_of_the_work() -> None:
    assert not quoted(of(None, None, "Trạm Ong ký và gửi trước ngày hội ong 15 ngày cho xã."))


def test_an_office_that_is_named_after_receipt_does_more_than_look_at_papers() -> None:
    said = "Cơ quan tiếp nhận hồ sơ phải thăm vườn ong trong 10 ngày kể từ ngày nhận đủ hồ sơ."
    (one,) = statements_in(said)
    assert one.role is not Role.CHECK


def test_time_that_passes_before_the_work_comes_before_its_parts() -> None:
    waits = (
        "Sau thời hạn 30 ngày kể từ ngày đăng báo mà không có ai kiện thì Trạm Ong ghi vườn vào sổ"
    )
    part = "Trong 03 ngày kể từ ngày ghi sổ, Trạm Ong trình Sở Mật"
    assert needed(of(5, None, f"{part}.", f"{waits}.", unit="day")) == [f"{waits}."]


def test_the_money_that_an_employer_passes_on_is_a_stage() -> None:
    decides = "Trong 20 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong quyết định hỗ trợ."
    paid = (
        "(Đối với trường hợp ong ốm: Trong thời hạn 05 ngày kể từ ngày nhận được tiền do Trạm Ong"
        " chuyển đến, người sử dụng lao động có trách nhiệm chi trả trợ cấp cho người nuôi ong)."
    )
    assert paid in quoted(of(20, f"{decides} {paid}", unit="day"))


def test_the_parts_below_a_heading_on_stages_are_no_limits_of_cases() -> None:
    heading = "Thời hạn giải quyết theo Điều 4 Nghị định số 1/2026/NĐ-CP, gồm các mốc chính sau"
    parts = "- 15 ngày để Trạm Ong xem xét;\n- 05 ngày để Trạm Ong cấp Thẻ ong."
    assert {one.role for one in statements_in(f"{heading}:\n{parts}")} == {Role.STAGE}
