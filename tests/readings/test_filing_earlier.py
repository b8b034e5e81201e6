"""The sentence that is quoted first where only later sentences name an office."""

import pytest

from tests.readings.filings import names, read
from tests.readings.versions import version

ALONE = ("Chi cục Hải quan khu vực",)
"""An executing body that gets no one-stop rule."""
LATER = "Trong 10 ngày, chủ đầu tư tổng hợp danh sách mua nhà ở gửi Sở Xây dựng để kiểm tra."


def test_whom_the_first_sentence_gives_to_is_quoted_before_a_later_office() -> None:
    first = "Hộ gia đình nộp hồ sơ mua nhà ở cho chủ đầu tư dự án."
    found = read(version(first, LATER, executing=ALONE))
    assert found.several
    assert found.quotes[0].value.text == first


@pytest.mark.parametrize(
    "first",
    [
        "Hộ gia đình nộp hồ sơ mua nhà ở cho Sở Xây dựng.",
        "Gửi hồ sơ mua nhà ở cho chủ đầu tư dự án.",
        "Hộ gia đình nộp hồ sơ trên Cổng Dịch vụ công quốc gia.",
        "Chủ đầu tư thông báo cho cơ quan có chức năng quản lý đất.",
    ],
)
def test_the_same_office_a_portal_and_words_without_a_giver_lead_nothing(first: str) -> None:
    assert not read(version(first, LATER, executing=ALONE)).several


def test_what_an_office_hands_back_and_asks_for_names_no_place() -> None:
    back = "Cục Ong xác nhận lên tờ khai và trả cho người khai để đăng ký xe tại cơ quan công an."
    assert not read(version(back, executing=ALONE)).doors
    asked = "Nộp hồ sơ tại:\n- Cục Ong.\n(1) Hồ sơ không đầy đủ thì hướng dẫn cho Sở Y tế bổ sung."
    assert names(read(version(asked, executing=ALONE))) == ["Cục Ong"]


def test_the_sentence_on_a_portal_leads_one_that_is_for_when_the_portal_fails() -> None:
    online = "Kiểm tra ong thì nộp 01 bộ hồ sơ đăng ký qua Cổng Dịch vụ công quốc gia."
    failed = "Trường hợp Cổng Dịch vụ công quốc gia bị lỗi, chủ vườn nộp hồ sơ đến Sở Y tế."
    found = read(version(f"{online}\n{failed}", executing=ALONE))
    assert [one.value.text for one in found.quotes] == [online, failed]
    assert found.several
