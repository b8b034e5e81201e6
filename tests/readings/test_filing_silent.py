"""What is quoted where no sentence of handing in names an office, so that no page denies it."""

import pytest

from generator.readings.door import DoorKind, FilingReadings
from generator.readings.filing_clauses import passage_of
from generator.readings.filing_mentioned import mentioned_giving
from tests.readings.filings import read
from tests.readings.versions import channel, version

ALONE = ("Chi cục Hải quan khu vực",)
"""An executing body that gets no one-stop rule."""


def texts(found: FilingReadings) -> list[str]:
    return [one.value.text for one in found.quotes]


@pytest.mark.parametrize(
    "step",
    [
        "Người đi biển nộp và xuất trình giấy tờ cho Biên phòng cửa khẩu cảng.",
        "Chủ hàng có văn bản gửi Cục Ong trong đó nêu rõ lý do.",
        "Người thuê lập 01 bộ hồ sơ gửi tổ chức quản lý, kinh doanh nhà địa phương.",
        "Hội ong có công văn đề nghị cơ quan quản lý chuyên ngành xác nhận số tổ.",
        "Cá nhân mang sổ ong đến KBNN để nhận tiền.",
        "Thương nhân gửi 01 bộ hồ sơ trực tiếp; qua bưu chính tới cơ quan cấp phép.",
        "đường bưu chính hoặc qua mạng điện tử (nếu có) đến Cơ quan cấp Giấy phép.",
        "Cơ quan nhà nước đăng nhập bằng tài khoản tổ chức trên Cổng dịch vụ công.",
        "Người nuôi ong có thể khiếu nại trực tiếp tại cơ quan, tổ chức có thẩm quyền.",
        "Chủ vườn nộp văn bản đề nghị cấp sổ ong; sổ vườn; sổ hoa đến cơ quan cấp sổ",
    ],
)
def test_a_sentence_of_giving_is_quoted_where_no_place_is_read(step: str) -> None:
    assert texts(read(version(step, executing=ALONE))) == [step]


@pytest.mark.parametrize(
    "step",
    [
        "Bước 2: Cơ quan hải quan gửi văn bản cho Cục Ong.",
        "Quyết định thu hồi phải được gửi cho cơ quan thuế.",
        "Chủ hàng gửi hồ sơ bổ sung theo yêu cầu đến Cục Ong.",
        "Trường ong lập kế hoạch tuyển người, trình Bộ Y tế phê duyệt.",
        "Trong thời hạn 05 ngày, chủ hàng gửi báo cáo cho Cục Ong.",
        "Riêng đối với vườn xa: Cục Ong trình Bộ Y tế ra quyết định.",
        "Thương nhân chuẩn bị hồ sơ và nộp thuế.",
    ],
)
def test_what_comes_later_or_from_offices_is_no_giving(step: str) -> None:
    assert not mentioned_giving([passage_of(step, ("steps", "text"))])


def test_offices_give_to_offices_in_an_internal_procedure() -> None:
    step = "Cục Ong rà soát, lập danh mục vườn ong trình Bộ Xây dựng."
    words = [passage_of(step, ("steps", "text"))]
    assert [one.value.text for one in mentioned_giving(words, internal=True)] == [step]
    assert not mentioned_giving(words)


def test_the_words_of_a_channel_and_of_the_steps_are_both_quoted_where_they_differ() -> None:
    at_desk = "Người đi biển nộp các loại giấy tờ tại trụ sở Cảng vụ hàng hải."
    step = "Người đi biển xuất trình cho Biên phòng cửa khẩu cảng các loại giấy tờ."
    found = read(version(step, channels=[channel("direct", at_desk)], executing=ALONE))
    assert texts(found) == [at_desk, step]


def test_a_power_leaves_the_rule_beside_the_sentence_and_a_name_does_not() -> None:
    power = "Người thi gửi 01 bộ hồ sơ trực tiếp; qua bưu chính tới cơ quan nhà nước có thẩm quyền."
    found = read(version(power, executing=["Sở Y tế"]))
    assert texts(found) == [power]
    assert [one.value.kind for one in found.doors if one.value.kind is DoorKind.RULE]
    named = "Bước 1: Các đơn vị nuôi ong báo cáo Sở Tài chính số kinh phí hỗ trợ."
    found = read(version(named, executing=["Sở Y tế"]))
    assert texts(found) == [named]
    assert not found.doors


def test_a_portal_of_papers_that_need_not_be_handed_in_is_no_way_of_filing() -> None:
    step = "Người chứng thực không yêu cầu người dân nộp, xuất trình giấy tờ đã có trên VNeID."
    assert not read(version(step, executing=ALONE)).doors


def test_where_an_office_strikes_somebody_off_is_no_way_of_filing() -> None:
    step = (
        "Trong 10 ngày kể từ ngày ra quyết định, cơ quan thu hồi gửi quyết định cho người nuôi và"
        " thực hiện việc xóa tên trên Hệ thống thông tin về nuôi ong."
    )
    assert not read(version(step, executing=ALONE)).doors


def test_papers_that_need_not_be_handed_in_are_no_item_of_a_list_of_places() -> None:
    step = (
        "Nộp hồ sơ tại:\n+ Ủy ban nhân dân cấp xã.\n"
        "+ Người chứng thực không yêu cầu người dân nộp, xuất trình giấy tờ đã có trên VNeID."
    )
    doors = [one.value.name for one in read(version(step, executing=ALONE)).doors]
    assert doors == ["Ủy ban nhân dân cấp xã"]


def test_many_bodies_file_for_those_below_them() -> None:
    step = "Bước 1: Các Bộ, ngành tổng hợp số ong của trại ong, có văn bản báo cáo Bộ Ong."
    found = read(version(step, executing=["Sở Y tế"]))
    assert texts(found) == [step]
    assert not found.doors
