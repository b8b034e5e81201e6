"""Where the one-stop rule fills in for a place that no words name, and where it does not."""

from datetime import date

import pytest

from generator.readings.door import Choice, DoorKind
from generator.readings.evidence import Certainty
from tests.readings.filings import read
from tests.readings.versions import channel, procedure, version


def test_the_executing_body_is_never_the_place() -> None:
    found = read(version("Kiểm tra hồ sơ.", executing=["Sở Y tế"], levels=[]))
    assert found.doors == ()


def test_the_one_stop_rule_fills_in_for_each_level_and_is_marked_as_a_rule() -> None:
    found = read(
        version(executing=["Ủy ban nhân dân cấp tỉnh; UBND cấp xã"], levels=["province", "commune"])
    )
    assert [(one.value.kind, one.certainty) for one in found.doors] == [
        (DoorKind.RULE, Certainty.LIKELY)
    ] * 2
    assert [one.value.levels[0].value for one in found.doors] == ["province", "commune"]
    assert [one.value.name for one in found.doors] == ["", ""]
    assert found.choice is Choice.BY_LEVEL


@pytest.mark.parametrize(
    "body",
    [
        "Công an cấp tỉnh",
        "Bộ chỉ huy quân sự cấp tỉnh",
        "Thuế tỉnh",
        "Chi cục Hải quan khu vực",
        "Bảo hiểm xã hội tỉnh",
        "Tòa án nhân dân tỉnh",
        "Chi cục Đăng kiểm",
        "Kho bạc Nhà nước",
        "Ngân hàng Nhà nước Khu vực",
    ],
)
def test_bodies_that_receive_on_their_own_get_no_rule(body: str) -> None:
    assert read(version(executing=[body])).doors == ()


def test_a_police_publisher_gets_no_rule() -> None:
    assert read(version(executing=["Sở Y tế"]), procedure("bo-cong-an")).doors == ()


def test_there_was_no_rule_before_the_decree() -> None:
    assert read(version(executing=["Sở Y tế"]), day=date(2025, 6, 30)).doors == ()


def test_what_is_handed_in_online_alone_gets_no_rule() -> None:
    assert read(version(executing=["Sở Y tế"], channels=[channel("online")])).doors == ()


def test_where_only_a_portal_is_named_no_rule_gives_a_desk() -> None:
    step = "Thương nhân nộp hồ sơ tại địa chỉ www.vidu.gov.vn."
    found = read(version(step, executing=["Sở Y tế"]))
    assert [one.value.kind for one in found.doors] == [DoorKind.PORTAL]


def test_a_name_of_many_ministries_gives_no_rule_of_the_one_that_publishes() -> None:
    for name in ("Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "Các bộ, ngành"):
        found = read(version("Kiểm tra giấy tờ.", executing=[name], levels=["central"]))
        assert not found.doors
    found = read(version("Kiểm tra giấy tờ.", executing=["Bộ Y tế"], levels=["central"]))
    assert [one.value.kind for one in found.doors] == [DoorKind.RULE]


def test_a_dossier_that_goes_to_a_person_gets_no_rule() -> None:
    for step in (
        "Trạm Ong lập 01 bộ hồ sơ đề nghị trả tiền gửi chủ sổ ong để chi trả.",
        "Tại địa điểm đăng ký ong lưu động, người trực hướng dẫn chủ vườn.",
    ):
        found = read(version(step, executing=["Sở Y tế"], levels=["province"]))
        assert [one.value.text for one in found.quotes] == [step]
        assert not found.doors


def test_what_an_office_passes_on_leaves_the_rule() -> None:
    step = "Sở Y tế trình Ủy ban nhân dân cấp tỉnh hồ sơ đề nghị cấp thẻ."
    found = read(version(step, executing=["Sở Y tế"], levels=["province"]))
    assert not found.quotes
