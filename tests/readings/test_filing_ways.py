"""Desks, portals and the post: the ways to an office."""

from generator.readings.door import DoorKind
from tests.readings.filings import names, offices, read
from tests.readings.versions import channel, procedure, version


def test_a_channel_s_words_tie_the_place_to_its_method() -> None:
    found = read(version(channels=[channel("direct", "Nộp hồ sơ tại Công an cấp xã.")]))
    assert [(door.name, door.channels) for door in offices(found)] == [
        ("Công an cấp xã", ("direct",))
    ]


def test_a_channel_that_tells_a_time_names_no_place() -> None:
    text = "Thời hạn cơ sở đào tạo gửi đề nghị đến Sở Xây dựng: 02 ngày."
    assert names(read(version(channels=[channel("direct", text)], levels=[]))) == []


def test_a_portal_and_the_post_are_ways_beside_the_office() -> None:
    step = (
        "Người dân nộp hồ sơ trực tiếp tại Sở Y tế hoặc qua dịch vụ bưu chính hoặc trực tuyến "
        "trên Cổng Dịch vụ công quốc gia (https://dichvucong.gov.vn)."
    )
    found = [one.value for one in read(version(step)).doors]
    assert {(one.kind, one.name) for one in found} == {
        (DoorKind.OFFICE, "Sở Y tế"),
        (DoorKind.POST, "qua dịch vụ bưu chính"),
        (DoorKind.PORTAL, "Cổng Dịch vụ công quốc gia"),
    }
    assert [one.address for one in found if one.kind is DoorKind.PORTAL] == [
        "https://dichvucong.gov.vn"
    ]


def test_the_title_of_the_one_stop_decree_is_no_place() -> None:
    step = (
        "Cơ sở nộp hồ sơ theo Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa, "
        "một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia."
    )
    assert read(version(step, levels=[])).doors == ()


def test_a_desk_where_one_hands_in_at_an_office_is_no_second_place() -> None:
    step = "Chủ vườn nộp hồ sơ đến Sở Y tế bằng hình thức trực tiếp tại Bộ phận một cửa."
    assert names(read(version(step))) == ["Sở Y tế"]


def test_a_desk_keeps_the_words_for_whose_it_is() -> None:
    step = "Chủ vườn nộp hồ sơ tại bộ phận một cửa của cơ quan cấp giấy phép nuôi ong."
    assert names(read(version(step))) == ["bộ phận một cửa của cơ quan cấp giấy phép nuôi ong"]


def test_a_desk_that_sits_in_a_centre_is_no_second_place() -> None:
    step = (
        "Chủ dự án nộp hồ sơ về Bộ phận tiếp nhận và trả kết quả của cơ quan, đơn vị quản lý dự án"
        " tại Trung tâm Phục vụ hành chính công tỉnh."
    )
    assert names(read(version(step))) == ["Trung tâm Phục vụ hành chính công tỉnh"]


def test_a_portal_on_which_something_is_made_public_is_no_way_of_filing() -> None:
    step = (
        "Chủ vườn nộp hồ sơ đến Sở Tư pháp, đồng thời công khai danh sách vườn trên Cổng Dịch vụ"
        " công quốc gia."
    )
    assert [one.value.name for one in read(version(step)).doors] == ["Sở Tư pháp"]


def test_a_portal_for_papers_that_are_named_after_publishing_is_a_way_of_filing() -> None:
    step = (
        "Chủ vườn nộp hồ sơ công bố chất lượng tại Sở Y tế hoặc trực tuyến tại Cổng Dịch vụ công"
        " quốc gia."
    )
    assert DoorKind.PORTAL in [one.value.kind for one in read(version(step)).doors]


def test_a_portal_on_which_a_notice_stands_behind_another_place_of_it_is_no_way_of_filing() -> None:
    step = (
        "Chủ vườn gửi hồ sơ đến Sở Tư pháp sau khi thông báo công khai trong vườn; trên trang"
        " thông tin điện tử của vườn."
    )
    assert [one.value.name for one in read(version(step)).doors] == ["Sở Tư pháp"]


def test_a_party_to_a_contract_is_no_place() -> None:
    step = (
        "Chủ vườn nộp hồ sơ cho Sở Y tế hoặc tổ chức nuôi ong ký hợp đồng nuôi ong với Sở Tư pháp."
    )
    assert names(read(version(step))) == ["Sở Y tế"]


def test_an_application_that_shows_something_in_the_end_is_no_way_of_filing() -> None:
    step = (
        "Chủ vườn nộp hồ sơ đến Sở Tư pháp và cung cấp thông tin đề nghị tích hợp vào Ứng dụng định"
        " danh quốc gia cho cán bộ tiếp nhận."
    )
    assert [one.value.name for one in read(version(step)).doors] == ["Sở Tư pháp"]


def test_a_portal_for_when_another_fails_keeps_the_bracket_that_says_so() -> None:
    step = (
        "Chủ vườn nộp hồ sơ đến Sở Y tế qua Cổng thông tin một cửa quốc gia hoặc qua Cổng Dịch vụ"
        " công quốc gia (trường hợp Cổng thông tin một cửa quốc gia có sự cố)."
    )
    doors = [one.value for one in read(version(step)).doors if one.value.kind is DoorKind.PORTAL]
    cases = {one.name: one.case for one in doors}
    assert cases["Cổng thông tin một cửa quốc gia"] is None
    only_if = cases["Cổng Dịch vụ công quốc gia"]
    assert only_if == "trường hợp Cổng thông tin một cửa quốc gia có sự cố"


def test_the_post_for_when_the_system_fails_has_that_case() -> None:
    step = (
        "Cơ sở nộp hồ sơ qua Cổng Dịch vụ công quốc gia đến Sở Y tế. Trường hợp phát sinh sự cố "
        "hệ thống, cơ sở nộp hồ sơ qua đường bưu chính."
    )
    ways = [one.value for one in read(version(step)).doors if one.value.kind is DoorKind.POST]
    assert [one.case for one in ways] == ["Trường hợp phát sinh sự cố hệ thống"]


def test_a_site_on_which_an_office_tells_something_is_no_way_to_file() -> None:
    step = (
        "Cục Ong thông báo kế hoạch tài trợ trên cổng thông tin điện tử của Bộ Y tế.\n"
        "Các đơn vị thuộc Bộ căn cứ Thông báo nộp 01 bộ hồ sơ về Cục Ong."
    )
    found = read(version(step, levels=["central"]), procedure(scope="internal"))
    assert [one.value.name for one in found.doors] == ["Cục Ong"]
