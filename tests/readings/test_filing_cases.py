"""Several places of filing: a free choice, cases, and lists."""

from generator.readings.door import Choice
from tests.readings.filings import names, offices, read
from tests.readings.versions import channel, version


def test_several_offices_are_a_free_choice_when_the_words_leave_it_free() -> None:
    found = read(version("Chủ đất nộp hồ sơ tại Bộ phận Một cửa hoặc Văn phòng đăng ký đất đai."))
    assert names(found) == ["Bộ phận Một cửa", "Văn phòng đăng ký đất đai"]
    assert found.choice is Choice.ANY


def test_a_list_of_offices_for_cases_keeps_the_words_of_each_case() -> None:
    step = (
        "Cơ sở gửi hồ sơ về Bộ Y tế, cụ thể:\n"
        "- Cục Quản lý Dược đối với thuốc bột;\n"
        "- Cục Quản lý Y, Dược cổ truyền đối với thuốc sắc."
    )
    found = read(version(step))
    cases = {door.name: door.case for door in offices(found) if door.case}
    assert cases == {
        "Cục Quản lý Dược": "đối với thuốc bột",
        "Cục Quản lý Y, Dược cổ truyền": "đối với thuốc sắc",
    }
    assert found.choice is Choice.BY_CASE


def test_different_applicants_with_different_places_are_cases() -> None:
    step = (
        "- Doanh nghiệp trồng rừng nộp hồ sơ tại Sở Tài chính.\n"
        "- Hộ gia đình trồng rừng nộp hồ sơ tại UBND cấp xã."
    )
    found = offices(read(version(step)))
    assert [(door.name, door.case) for door in found] == [
        ("Sở Tài chính", "Doanh nghiệp trồng rừng"),
        ("UBND cấp xã", "Hộ gia đình trồng rừng"),
    ]


def test_a_condition_between_two_places_is_the_second_one_s_case() -> None:
    step = (
        "Người dân nộp hồ sơ tại UBND cấp xã (trường hợp nơi đó không có cán bộ thì nộp hồ sơ tại "
        "Sở Nội vụ)."
    )
    assert [(door.name, door.case) for door in offices(read(version(step)))] == [
        ("UBND cấp xã", None),
        ("Sở Nội vụ", "trường hợp nơi đó không có cán bộ"),
    ]


def test_a_body_behind_the_bracket_of_another_is_a_door_with_its_own_case() -> None:
    step = "Chủ tàu nộp hồ sơ đến Cục Thuế (đối với tàu lớn) hoặc Sở Xây dựng (đối với tàu nhỏ)."
    found = read(version(step))
    assert found.choice is Choice.BY_CASE
    assert [(door.name, door.case) for door in offices(found)] == [
        ("Cục Thuế", "đối với tàu lớn"),
        ("Sở Xây dựng", "đối với tàu nhỏ"),
    ]


def test_bodies_joined_in_a_list_share_the_condition_behind_the_last() -> None:
    items = "- Bộ Y tế: xưởng lớn của trung ương;\n- Sở Y tế, Sở Nội vụ: xưởng nhỏ của xã."
    cases = {door.name: door.case for door in offices(read(version(f"Gửi hồ sơ đến:\n{items}")))}
    assert cases["Sở Y tế"] == cases["Sở Nội vụ"] == "xưởng nhỏ của xã"
    assert cases["Bộ Y tế"] == "xưởng lớn của trung ương"


def test_a_condition_that_opens_a_line_holds_behind_its_semicolons() -> None:
    text = (
        "- Đối với hội ở phía Bắc: khai trên Cổng dịch vụ công; nộp hồ sơ đến Cục Thuế.\n"
        "- Đối với hội ở phía Nam: khai trên Cổng dịch vụ công; nộp hồ sơ đến Sở Nội vụ."
    )
    found = read(version(channels=[channel("direct", text)]))
    assert found.choice is Choice.BY_CASE
    assert [door.case for door in offices(found)] == [
        "Đối với hội ở phía Bắc",
        "Đối với hội ở phía Nam",
    ]


def test_a_way_of_filing_that_opens_a_line_is_no_case() -> None:
    text = "- Đối với hồ sơ nộp trực tiếp: nộp hồ sơ tại Sở Y tế.\n- Gửi hồ sơ đến Bộ Y tế."
    assert [door.case for door in offices(read(version(channels=[channel("direct", text)])))] == [
        None,
        None,
    ]


def test_equal_offices_of_different_places_stay_apart() -> None:
    step = "Nộp hồ sơ đến Sở Y tế nơi cư trú hoặc Sở Y tế nơi làm việc."
    assert [door.locality for door in offices(read(version(step)))] == [
        "nơi cư trú",
        "nơi làm việc",
    ]


def test_what_one_gets_done_before_handing_in_is_not_who_hands_in() -> None:
    step = (
        "Bước 1: Chủ xe tải chuẩn bị giấy tờ và gửi hồ sơ đến Sở Xây dựng.\n"
        "Chủ xe buýt thì hồ sơ gửi đến Sở Nội vụ."
    )
    assert [door.case for door in offices(read(version(step)))] == ["Chủ xe tải", "Chủ xe buýt"]


def test_numbered_items_are_all_places_of_a_list() -> None:
    step = (
        "Chủ vườn gửi hồ sơ về:\n1. Cục Ong: đối với ong rừng và ong núi;\n"
        "2. Cục Mật: đối với mật ong của vườn nhà."
    )
    assert names(read(version(step))) == ["Cục Ong", "Cục Mật"]


def test_a_ministry_that_heads_a_list_of_its_departments_is_no_place_of_its_own() -> None:
    step = (
        "Chủ vườn nộp hồ sơ về Bộ Y tế, cụ thể:\n- Cục Quản lý Dược đối với mật làm thuốc;\n"
        "- Cục Ong đối với ong rừng và ong núi."
    )
    assert names(read(version(step))) == ["Cục Quản lý Dược", "Cục Ong"]


def test_applicants_of_a_list_are_the_cases_of_its_places() -> None:
    step = (
        "Chủ vườn nộp hồ sơ đến một trong các cơ quan sau:\n"
        "- Tổ chức trong nước nộp hồ sơ đến Sở Y tế;\n"
        "- Cộng đồng dân cư nộp hồ sơ đến Sở Y tế hoặc Chi cục Ong."
    )
    found = read(version(step))
    assert found.choice is Choice.BY_CASE
    assert {door.case for door in offices(found) if door.name == "Chi cục Ong"} == {
        "Cộng đồng dân cư"
    }


def test_a_condition_that_is_a_way_of_filing_is_no_case() -> None:
    step = (
        "Trường hợp đăng ký trực tiếp hoặc qua bưu điện:\n"
        "Chủ vườn nộp hồ sơ tại Sở Y tế hoặc Sở Nội vụ."
    )
    assert read(version(step)).choice is Choice.ANY


def test_a_numbered_case_opens_again_what_an_office_closed() -> None:
    step = (
        "1. Trường hợp người nuôi ong đang làm việc ở vườn: Người nhà nộp hồ sơ cho Sở Y tế."
        " Sở Y tế tiếp nhận đủ hồ sơ.\n"
        "2. Trường hợp người nuôi ong đã nghỉ việc ở vườn: Người nhà nộp hồ sơ cho Sở Nội vụ."
    )
    found = read(version(step))
    assert names(found) == ["Sở Y tế", "Sở Nội vụ"]
    assert found.choice is Choice.BY_CASE


def test_a_desk_for_when_the_portal_fails_says_so() -> None:
    found = read(
        version(
            "Tổ chức nộp hồ sơ qua Cổng dịch vụ công quốc gia. Trường hợp Cổng dịch vụ công quốc"
            " gia bị lỗi, tổ chức nộp hồ sơ đến Bộ phận Một cửa của Bộ Xây dựng."
        )
    )
    assert [door.case for door in offices(found)] == [
        "Trường hợp Cổng dịch vụ công quốc gia bị lỗi"
    ]
    assert found.choice is Choice.BY_CASE


def test_another_reader_who_hands_in_elsewhere_leaves_no_name_alone() -> None:
    ours = "Chủ vườn lớn gửi hồ sơ đăng ký ong về Cục Thú y."
    theirs = "Chủ vườn nhỏ gửi hồ sơ đăng ký ong về Chi cục Chăn nuôi nơi có vườn."
    found = read(version(ours, theirs))
    assert {one.value.text for one in found.quotes} == {ours, theirs}
    alone = read(version(ours, "Cục Thú y gửi hồ sơ đến Bộ Y tế."))
    assert not alone.several
