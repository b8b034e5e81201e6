"""Where a dossier is handed in, by recorded bodies, words, and the one-stop rule."""

from dataclasses import replace
from datetime import date

import pytest

from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Certainty
from generator.readings.filing import read_filing
from generator.records.registers import Procedure
from generator.records.stated import AgencyPart, Stated
from generator.records.version import Version
from tests.readings.versions import AGENCIES, channel, procedure, version

DAY = date(2026, 11, 1)
OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)


def read(found: Version, of: Procedure | None = None, day: date = DAY) -> FilingReadings:
    return read_filing(found, of or procedure(), AGENCIES, day)


def offices(found: FilingReadings) -> list[Door]:
    return [one.value for one in found.doors if one.value.kind in OFFICES]


def names(found: FilingReadings) -> list[str]:
    return [door.name for door in offices(found)]


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("Người dân nộp hồ sơ tại Sở Tư pháp.", "Sở Tư pháp"),
        ("Chủ vườn gửi 01 bộ hồ sơ đến UBND cấp xã nơi có vườn.", "UBND cấp xã"),
        (
            "Hộ nuôi ong nộp hồ sơ trực tiếp hoặc qua bưu điện về Chi cục Thú y.",
            "Chi cục Thú y",
        ),
        ("Công ty lập hồ sơ theo quy định gửi Ngân hàng Nhà nước.", "Ngân hàng Nhà nước"),
        (
            "Tổ chức gửi hồ sơ đến Bộ phận Một cửa của Bộ Xây dựng.",
            "Bộ phận Một cửa của Bộ Xây dựng",
        ),
        (
            "Người nộp gửi hồ sơ đến Cục Tác chiến, Bộ Tổng Tham mưu bằng hình thức trực tiếp.",
            "Cục Tác chiến, Bộ Tổng Tham mưu",
        ),
        (
            "Cá nhân nộp hồ sơ tại Trung tâm Phục vụ hành chính công cấp tỉnh.",
            "Trung tâm Phục vụ hành chính công cấp tỉnh",
        ),
    ],
)
def test_the_sentence_that_says_where_to_hand_in_is_read(step: str, name: str) -> None:
    found = read(version(step))
    assert names(found) == [name]
    assert found.doors[0].certainty is Certainty.SURE


def test_the_executing_body_is_never_the_place() -> None:
    found = read(version("Kiểm tra hồ sơ.", executing=["Sở Y tế"], levels=[]))
    assert found.doors == ()


def test_the_recorded_receiving_body_comes_before_the_words_of_the_steps() -> None:
    found = read(version("Người dân nộp hồ sơ tại Sở Y tế.", receiving=["Sở Nội vụ"]))
    assert names(found) == ["Sở Nội vụ"]
    assert [one.value.name for one in found.others] == ["Sở Y tế"]


def test_a_receiving_body_of_the_register_keeps_its_id() -> None:
    found = read(version(receiving_agency="bo"))
    assert [(door.agency, door.name) for door in offices(found)] == [("bo", "Bộ Xây dựng")]


def test_a_receiving_body_that_the_words_of_the_cell_tell_is_one_door() -> None:
    parts = (AgencyPart(text="Bộ Xây dựng, số 5 đường Hoa Mai"), AgencyPart(agency="bo"))
    made = version()
    roles = replace(made.agencies, receiving=Stated(items=parts))
    assert names(read(replace(made, agencies=roles))) == ["Bộ Xây dựng"]


def test_words_for_counters_of_two_levels_tell_of_the_counter_of_each() -> None:
    centre = "Trung tâm Phục vụ hành chính công"
    register = {
        key: replace(AGENCIES["bo"], id=key, name=f"{centre} cấp {key}") for key in ("tỉnh", "xã")
    }
    parts = (AgencyPart(agency="tỉnh", text=f"{centre} tỉnh/xã"), AgencyPart(agency="xã"))
    made = version()
    roles = replace(made.agencies, receiving=Stated(items=parts))
    found = read_filing(replace(made, agencies=roles), procedure(), register, DAY)
    assert names(found) == [f"{centre} tỉnh/xã"]


def test_the_words_of_a_registered_receiving_body_are_read() -> None:
    both = AgencyPart(agency="bo", text="Bộ phận Một cửa của Bộ Xây dựng")
    made = version(receiving_agency="bo")
    roles = replace(made.agencies, receiving=Stated(items=(both,)))
    assert names(read(replace(made, agencies=roles))) == ["Bộ phận Một cửa của Bộ Xây dựng"]


def test_levels_that_have_none_in_common_contradict() -> None:
    found = read(version("Người dân nộp hồ sơ tại UBND cấp xã.", receiving=["Sở Y tế"]))
    assert found.contradicts


def test_branches_of_a_recorded_place_are_doors_with_their_addresses() -> None:
    cell = (
        "Trung tâm Phục vụ hành chính công tỉnh, tại địa chỉ:\n"
        "+ Cơ sở 1: Số 12, đường Hoa Mai, phường Bắc, tỉnh Gia Lai.\n"
        "+ Cơ sở 2: Đại lộ Biển Xanh, phường Nam, tỉnh Gia Lai."
    )
    found = read(version(receiving=[cell]))
    assert [door.address for door in offices(found)] == [
        "Số 12, đường Hoa Mai, phường Bắc, tỉnh Gia Lai",
        "Đại lộ Biển Xanh, phường Nam, tỉnh Gia Lai",
    ]


def test_a_street_number_behind_a_name_begins_the_address() -> None:
    found = read(version(receiving=["Ngân hàng Nhà nước Việt Nam 7 Trần Phú, Hà Nội"]))
    assert names(found) == ["Ngân hàng Nhà nước Việt Nam"]


def test_a_recorded_address_alone_takes_the_body_that_the_steps_name() -> None:
    found = read(
        version("Tổ chức nộp hồ sơ đến Cục Thú y.", receiving=["15 Nguyễn Trãi, phường 2, Hà Nội"])
    )
    assert [(door.name, door.address) for door in offices(found)] == [
        ("Cục Thú y", "15 Nguyễn Trãi, phường 2, Hà Nội")
    ]


def test_a_recorded_body_that_no_list_knows_is_still_the_place() -> None:
    assert names(read(version(receiving=["Hội Làm vườn tỉnh"]))) == ["Hội Làm vườn tỉnh"]


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


@pytest.mark.parametrize(
    "step",
    [
        "Sở Y tế xem xét hồ sơ, gửi văn bản lấy ý kiến đến Bộ Y tế.",
        "Trong thời hạn 05 ngày kể từ ngày nhận được hồ sơ, cơ sở khám bệnh gửi Công an cấp xã.",
        "Người nộp nhận kết quả tại Sở Y tế.",
        "Người dân nộp bổ sung hồ sơ tại Sở Y tế.",
        "Người nộp lệ phí nộp tiền tại Kho bạc Nhà nước.",
        "Hồ sơ không hợp lệ thì Sở Y tế thông báo đến Công an cấp tỉnh.",
        "Sự cố dẫn đến cơ quan đăng ký không thể thực hiện.",
        "Người dân phối hợp với UBND cấp xã làm lễ.",
        "Học sinh gửi đơn sau thời gian học tại Học viện Tài chính.",
    ],
)
def test_what_offices_do_and_what_is_no_first_handing_in_names_no_place(step: str) -> None:
    assert names(read(version(step, levels=[]))) == []


def test_what_stands_behind_the_office_s_first_act_names_no_place() -> None:
    step = (
        "Chủ xe nộp hồ sơ tại Sở Xây dựng.\nSở Xây dựng kiểm tra hồ sơ.\n"
        "Chủ xe gửi báo cáo hằng năm đến Bộ Xây dựng."
    )
    assert names(read(version(step))) == ["Sở Xây dựng"]


def test_a_place_that_passes_the_dossier_on_names_no_second_place() -> None:
    step = (
        "Cha mẹ nộp đơn cho nhà trường nơi con học.\n"
        "Nhà trường lập danh sách gửi Ủy ban nhân dân cấp xã."
    )
    assert names(read(version(step))) == ["nhà trường"]


def test_the_title_of_the_one_stop_decree_is_no_place() -> None:
    step = (
        "Cơ sở nộp hồ sơ theo Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa, "
        "một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia."
    )
    assert read(version(step, levels=[])).doors == ()


@pytest.mark.parametrize(
    "body",
    [
        "cơ quan có thẩm quyền",
        "cơ quan cấp phép",
        "cơ quan quản lý nhà nước có thẩm quyền",
        "bộ quản lý chuyên ngành",
    ],
)
def test_a_body_told_by_what_it_does_is_unsure(body: str) -> None:
    found = read(version(f"Người dân nộp hồ sơ đến {body}.", levels=[]))
    assert [one.certainty for one in found.doors] == [Certainty.UNSURE]
    assert names(found) == [body]


def test_a_name_that_goes_on_behind_a_comma_is_unsure_and_told_whole() -> None:
    found = read(
        version("Người dân nộp hồ sơ cho Trung tâm dữ liệu rừng, biển theo mẫu.", levels=[])
    )
    assert [(one.value.name, one.certainty) for one in found.doors] == [
        ("Trung tâm dữ liệu rừng, biển", Certainty.UNSURE)
    ]


def test_in_an_internal_procedure_offices_hand_in_to_offices() -> None:
    step = "Thủ trưởng đơn vị gửi văn bản đề nghị về Cục Đăng kiểm Việt Nam."
    assert names(read(version(step), procedure(scope="internal"))) == ["Cục Đăng kiểm Việt Nam"]


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
    "step",
    [
        "Người dân nộp hồ sơ đến cơ quan cấp phép.",
        "Thí sinh nộp hồ sơ xét giải cùng với hồ sơ đăng ký dự thi.",
    ],
)
def test_no_rule_stands_where_a_sentence_tells_whoever_receives(step: str) -> None:
    found = read(version(step, executing=["Sở Công Thương"]))
    assert DoorKind.RULE not in [one.value.kind for one in found.doors]
    assert [one.value.text for one in found.quotes] == [step]


def test_a_list_of_places_is_quoted_with_the_words_that_lead_to_it() -> None:
    step = "Gửi hồ sơ đến:\n- Bộ Y tế: xưởng lớn;\n- Sở Y tế: xưởng nhỏ."
    assert [one.value.text for one in read(version(step)).quotes] == [step.replace("\n", " ")]


def test_a_desk_named_in_another_sentence_is_quoted_beside_the_answer() -> None:
    desk = "Trường hợp hồ sơ nộp trực tiếp tại Bộ phận Một cửa: ghi sổ."
    found = read(version(f"Chủ vườn nộp hồ sơ đến Chi cục Thuế.\n{desk}"))
    assert [one.value.text for one in found.quotes if one.value.beside] == [desk]


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


def test_a_local_body_of_another_territory_is_refused() -> None:
    step = "Người dân nộp hồ sơ tại Sở Y tế thành phố Hà Nội."
    found = read(version(step, levels=[]))
    assert offices(found) == []
    assert [one.value.name for one in found.refused] == ["Sở Y tế thành phố Hà Nội"]


def test_a_local_body_of_the_procedure_s_own_province_is_kept() -> None:
    step = "Người dân nộp hồ sơ tại Sở Y tế tỉnh Gia Lai."
    found = read(version(step), procedure("tinh"))
    assert names(found) == ["Sở Y tế tỉnh Gia Lai"]
    assert found.territory == "Gia Lai"


def test_a_national_procedure_keeps_the_local_exception_beside_the_general_place() -> None:
    step = "Chủ tàu nộp hồ sơ tại Sở Xây dựng, Sở Xây dựng thành phố Hồ Chí Minh."
    assert len(offices(read(version(step)))) == 2


def test_the_suffix_of_a_code_tells_the_territory_of_a_publisher_without_a_province() -> None:
    found = read(version(), procedure("khong-co", code="1.000001.H26"))
    assert found.territory == "Hà Nội"


@pytest.mark.parametrize(
    "words",
    [
        "không phụ thuộc vào nơi cư trú",
        "phi địa giới hành chính",
        "tại bất kỳ Trung tâm Phục vụ hành chính công",
    ],
)
def test_words_say_that_the_territory_does_not_matter(words: str) -> None:
    step = f"Người dân nộp hồ sơ tại Trung tâm Phục vụ hành chính công, {words}."
    anywhere = read(version(step)).anywhere
    assert anywhere is not None
    assert anywhere.value


def test_the_recorded_mark_of_a_procedure_without_territory_is_sure() -> None:
    anywhere = read(version(non_territorial=True)).anywhere
    assert anywhere is not None
    assert anywhere.certainty is Certainty.SURE


def test_the_evidence_of_every_door_is_the_exact_words_of_the_record() -> None:
    step = "Chủ đất nộp hồ sơ tại Bộ phận Một cửa hoặc qua bưu điện đến Sở Y tế nơi có đất."
    found = read(version(step, receiving=["Sở Nội vụ; Cổng Dịch vụ công quốc gia"]))
    assert found.others
    for door in (*found.doors, *found.others):
        for evidence in door.evidence:
            text = (
                step if evidence.pointer[0] == "steps" else "Sở Nội vụ; Cổng Dịch vụ công quốc gia"
            )
            assert text[evidence.start : evidence.end] == evidence.words


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


def test_a_name_broken_by_a_line_is_whole_and_its_evidence_is_the_record() -> None:
    step = "Nhà đầu tư gửi hồ sơ đến Bộ Quốc phòng, Bộ\nCông an để xem xét."
    found = read(version(step))
    assert names(found) == ["Bộ Quốc phòng", "Bộ Công an"]
    assert found.doors[1].evidence[0].words == "Bộ\nCông an"


def test_the_words_behind_a_tax_office_tell_which_of_them() -> None:
    (door,) = offices(
        read(version("Người mua gửi tờ khai đến cơ quan thuế quản lý trực tiếp người bán."))
    )
    assert (door.name, door.locality) == ("cơ quan thuế", "quản lý trực tiếp người bán")


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


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "Sở Y tế, số 9 - Số ĐT: 0900 tại địa chỉ Số 10, đường Lê Lợi, phường Một.",
            "Số 10, đường Lê Lợi, phường Một",
        ),
        ("Sở Y tế, số 6 đường Lê Lợi (trong trường hợp nộp mẫu vật).", "số 6 đường Lê Lợi"),
        ("Sở Y tế, số 1: Số 15 đường Lê Lợi, phường Hai.", "Số 15 đường Lê Lợi, phường Hai"),
    ],
)
def test_an_address_is_without_telephone_condition_and_number_of_the_branch(
    text: str, address: str
) -> None:
    assert offices(read(version(receiving=[text])))[0].address == address


def test_numbered_items_are_all_places_of_a_list() -> None:
    step = (
        "Chủ vườn gửi hồ sơ về:\n1. Cục Ong: đối với ong rừng và ong núi;\n"
        "2. Cục Mật: đối với mật ong của vườn nhà."
    )
    assert names(read(version(step))) == ["Cục Ong", "Cục Mật"]


def test_a_desk_where_one_hands_in_at_an_office_is_no_second_place() -> None:
    step = "Chủ vườn nộp hồ sơ đến Sở Y tế bằng hình thức trực tiếp tại Bộ phận một cửa."
    assert names(read(version(step))) == ["Sở Y tế"]


def test_a_desk_keeps_the_words_for_whose_it_is() -> None:
    step = "Chủ vườn nộp hồ sơ tại bộ phận một cửa của cơ quan cấp giấy phép nuôi ong."
    assert names(read(version(step))) == ["bộ phận một cửa của cơ quan cấp giấy phép nuôi ong"]


def test_a_ministry_and_its_department_are_one_place() -> None:
    step = (
        "Chủ vườn nộp hồ sơ về Bộ Y tế (Cục Quản lý Dược).\n"
        "Chủ vườn gửi tờ khai nuôi ong tới Bộ Y tế."
    )
    assert names(read(version(step))) == ["Bộ Y tế (Cục Quản lý Dược)"]


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


def test_all_centres_of_an_area_are_not_said_to_serve_wherever_one_lives() -> None:
    found = read(version(receiving=["Các Trung tâm Phục vụ HCC trên địa bàn thành phố"]))
    assert found.anywhere is None


def test_desks_at_several_addresses_are_those_of_the_owner_named_before() -> None:
    cell = (
        "Bộ phận Một cửa của Bộ Xây dựng; (1) Bộ phận Một cửa tại số 3 đường Hoa, TP. Hà Nội;"
        " (2) Bộ phận Một cửa tại số 5 đường Mai, TP. Hải Phòng"
    )
    found = offices(read(version(receiving=[cell])))
    assert {door.name for door in found} == {"Bộ phận Một cửa của Bộ Xây dựng"}
    assert len(found) == 2


def test_the_first_place_of_a_list_behind_a_name_is_kept() -> None:
    cell = (
        "Bộ phận Một cửa của Bộ Xây dựng: + Bộ phận Một cửa cơ sở 1 tại Tầng 1, số 3 đường Hoa,"
        " TP. Hà Nội; + Bộ phận Một cửa cơ sở 2 tại số 5 đường Mai, TP. Hải Phòng"
    )
    found = offices(read(version(receiving=[cell])))
    assert [door.address for door in found] == [
        "Tầng 1, số 3 đường Hoa, TP. Hà Nội",
        "số 5 đường Mai, TP. Hải Phòng",
    ]


def test_a_numbered_case_opens_again_what_an_office_closed() -> None:
    step = (
        "1. Trường hợp người nuôi ong đang làm việc ở vườn: Người nhà nộp hồ sơ cho Sở Y tế."
        " Sở Y tế tiếp nhận đủ hồ sơ.\n"
        "2. Trường hợp người nuôi ong đã nghỉ việc ở vườn: Người nhà nộp hồ sơ cho Sở Nội vụ."
    )
    found = read(version(step))
    assert names(found) == ["Sở Y tế", "Sở Nội vụ"]
    assert found.choice is Choice.BY_CASE


def test_a_name_that_goes_on_behind_a_comma_is_read_up_to_the_body_above() -> None:
    step = "Nộp hồ sơ đến Trung tâm đăng ký ong, mật ong của Cục Ong thuộc Bộ Y tế (gọi là X)."
    assert names(read(version(step))) == [
        "Trung tâm đăng ký ong, mật ong của Cục Ong thuộc Bộ Y tế"
    ]


def test_a_tax_office_stands_behind_the_desk_that_the_channel_names() -> None:
    text = "Nộp hồ sơ trực tiếp tại Trung tâm Phục vụ hành chính công cấp tỉnh."
    found = read(version(receiving=["Thuế cơ sở"], channels=[channel("direct", text)]))
    assert names(found) == ["Trung tâm Phục vụ hành chính công cấp tỉnh"]
    assert [one.value.name for one in found.others] == ["Thuế cơ sở"]


def test_a_head_of_government_that_decides_is_no_place() -> None:
    record = version("Tổ chức nộp hồ sơ về cơ quan có thẩm quyền cấp phép.", levels=[])
    parts = Stated(items=(AgencyPart(text="Thủ tướng Chính phủ"),))
    found = read(replace(record, agencies=replace(record.agencies, deciding=parts)))
    assert "Thủ tướng Chính phủ" not in names(found)


def test_points_with_addresses_take_the_office_that_the_steps_name() -> None:
    cell = (
        "Điểm tiếp nhận số 1: Số 15 đường Hoa, phường Bắc, tỉnh Gia Lai;\n"
        "Điểm tiếp nhận số 2: Số 51, đường Mai, phường Nam, tỉnh Gia Lai."
    )
    found = offices(read(version("Chủ vườn nộp hồ sơ tại Sở Y tế.", receiving=[cell])))
    assert {door.name for door in found} == {"Sở Y tế"}
    assert len({door.address for door in found}) == 2


@pytest.mark.parametrize(
    ("step", "shown", "locality"),
    [
        (
            "Chủ vườn nộp hồ sơ tới Ủy ban nhân dân cấp tỉnh nơi có vườn ít nhất 90 ngày.",
            ["Ủy ban nhân dân cấp tỉnh"],
            "nơi có vườn",
        ),
        (
            "Hội nộp về Sở Tư pháp nơi đăng ký hoạt động văn bản thông báo kèm điều lệ.",
            ["Sở Tư pháp"],
            "nơi đăng ký hoạt động",
        ),
        (
            "Doanh nghiệp gửi hồ sơ đến Bộ Quốc phòng (qua Cục Quân nhu).",
            ["Bộ Quốc phòng"],
            None,
        ),
        (
            "Chủ vườn nộp hồ sơ đề nghị\n(trực tiếp hoặc qua bưu điện)\nđến Sở Y tế.",
            ["Sở Y tế"],
            None,
        ),
    ],
)
def test_the_place_ends_before_a_time_a_letter_or_a_body_on_the_way(
    step: str, shown: list[str], locality: str | None
) -> None:
    found = read(version(step))
    assert names(found) == shown
    assert offices(found)[0].locality == locality


def test_words_for_a_case_are_no_office() -> None:
    found = read(version("Người dân nộp hồ sơ cho trường hợp đã cấp."))
    assert not [name for name in names(found) if name.lower().startswith("trường hợp")]


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


def test_words_for_a_body_with_its_name_in_brackets_give_that_body() -> None:
    step = "Người đề nghị nộp hồ sơ đến cơ quan đã cấp thẻ (Sở Du lịch/Sở Văn hóa và Thể thao)."
    assert names(read(version(step)))[0] == "Sở Du lịch"


def test_a_receiving_cell_that_names_no_body_is_quoted() -> None:
    cell = "Tổng đài bảo vệ trẻ em hoặc cơ quan công an các cấp nơi xảy ra vụ việc"
    doors = read(version(receiving=[cell], levels=[])).doors
    assert [one.value.name for one in doors] == [cell]
    assert doors[0].certainty is Certainty.UNSURE


def test_a_desk_that_sits_in_a_centre_is_no_second_place() -> None:
    step = (
        "Chủ dự án nộp hồ sơ về Bộ phận tiếp nhận và trả kết quả của cơ quan, đơn vị quản lý dự án"
        " tại Trung tâm Phục vụ hành chính công tỉnh."
    )
    assert names(read(version(step))) == ["Trung tâm Phục vụ hành chính công tỉnh"]


def test_where_only_a_portal_is_named_no_rule_gives_a_desk() -> None:
    step = "Thương nhân nộp hồ sơ tại địa chỉ www.vidu.gov.vn."
    found = read(version(step, executing=["Sở Y tế"]))
    assert [one.value.kind for one in found.doors] == [DoorKind.PORTAL]


def test_copies_that_an_office_sends_name_no_place() -> None:
    step = (
        "Quyết định được trung tâm gửi: 01 bản đến Bảo hiểm xã hội cấp tỉnh, 01 bản đến người dân."
    )
    assert names(read(version(step, levels=[]))) == []


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


def test_a_name_of_many_ministries_gives_no_rule_of_the_one_that_publishes() -> None:
    for name in ("Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "Các bộ, ngành"):
        found = read(version("Kiểm tra giấy tờ.", executing=[name], levels=["central"]))
        assert not found.doors
    found = read(version("Kiểm tra giấy tờ.", executing=["Bộ Y tế"], levels=["central"]))
    assert [one.value.kind for one in found.doors] == [DoorKind.RULE]


def test_a_list_of_receivers_is_quoted_under_the_words_that_lead_to_it() -> None:
    step = (
        "Chủ vườn gửi hồ sơ bổ sung Sổ ong về:\n1. Trại Ong A: vườn lớn;\n2. Trại Ong B: vườn nhỏ."
    )
    (quote,) = read(version(step)).quotes
    assert quote.value.text.endswith("1. Trại Ong A: vườn lớn; 2. Trại Ong B: vườn nhỏ.")


def test_a_step_of_the_reader_that_names_a_body_is_quoted_instead_of_the_rule() -> None:
    step = "Chủ vườn nộp lại Thẻ nuôi ong cho Cơ quan đầu mối phòng bệnh của ong."
    found = read(version(step, executing=["Sở Y tế"], levels=["province"]))
    assert [one.value.text for one in found.quotes] == [step]
    assert not [one for one in found.doors if one.value.kind is DoorKind.RULE]
    office = "Sở Y tế gửi thông báo cho cơ quan thuế nơi có vườn ong."
    assert not read(version(office, executing=["Sở Y tế"], levels=["province"])).quotes


def test_another_reader_who_hands_in_elsewhere_leaves_no_name_alone() -> None:
    ours = "Chủ vườn lớn gửi hồ sơ đăng ký ong về Cục Thú y."
    theirs = "Chủ vườn nhỏ gửi hồ sơ đăng ký ong về Chi cục Chăn nuôi nơi có vườn."
    found = read(version(ours, theirs))
    assert {one.value.text for one in found.quotes} == {ours, theirs}
    alone = read(version(ours, "Cục Thú y gửi hồ sơ đến Bộ Y tế."))
    assert not alone.several


def test_a_dossier_that_goes_to_a_person_gets_no_rule() -> None:
    for step in (
        "Trạm Ong lập 01 bộ hồ sơ đề nghị trả tiền gửi chủ sổ ong để chi trả.",
        "Tại địa điểm đăng ký ong lưu động, người trực hướng dẫn chủ vườn.",
    ):
        found = read(version(step, executing=["Sở Y tế"], levels=["province"]))
        assert [one.value.text for one in found.quotes] == [step]
        assert not found.doors


def test_a_recorded_body_that_ended_stands_behind_one_that_the_steps_name() -> None:
    step = "Chủ bến nộp hồ sơ đến Ủy ban nhân dân cấp xã."
    found = version(step, receiving=["Sở Giao thông vận tải"])
    assert names(read(found)) == ["Ủy ban nhân dân cấp xã"]


def test_members_for_whom_something_is_done_are_no_place() -> None:
    step = "Tổ chức nộp hồ sơ cấp thẻ ong cho hội viên của mình cho Sở Tư pháp nơi có trụ sở."
    assert names(read(version(step))) == ["Sở Tư pháp"]


def test_a_line_of_others_between_two_that_are_quoted_is_quoted_too() -> None:
    lines = (
        "- Tổ chức được giao vườn nộp hồ sơ tại Sở Y tế.",
        "- Cơ quan có chức năng quản lý ong nộp hồ sơ tại Văn phòng đăng ký đất đai.",
        "- Người đại diện nộp hồ sơ tại Chi nhánh Văn phòng đăng ký đất đai.",
    )
    quotes = read(version("Nộp như sau:\n" + "\n".join(lines))).quotes
    assert {line[2:] for line in lines} == {one.value.text for one in quotes}


@pytest.mark.parametrize(
    "step",
    [
        "Trên cơ sở đề nghị của nhà thầu, PVN trình Bộ Công Thương hồ sơ đề nghị duyệt kế hoạch.",
        "Hội đồng ong lập 01 bộ hồ sơ đề nghị duyệt điều lệ, nộp qua bưu chính về Bộ Tư pháp.",
        "Đối tượng được bảo lãnh có văn bản xin ý kiến của Bộ Tài chính trước khi thực hiện.",
    ],
)
def test_who_gets_a_dossier_by_words_of_submitting_is_quoted_instead_of_the_rule(
    step: str,
) -> None:
    found = read(version(step, executing=["Sở Y tế"], levels=["province"]))
    assert [one.value.text for one in found.quotes] == [step]
    assert not [one for one in found.doors if one.value.kind is DoorKind.RULE]


def test_what_an_office_passes_on_leaves_the_rule() -> None:
    step = "Sở Y tế trình Ủy ban nhân dân cấp tỉnh hồ sơ đề nghị cấp thẻ."
    found = read(version(step, executing=["Sở Y tế"], levels=["province"]))
    assert not found.quotes


def test_a_quotation_carries_the_words_for_who_receives() -> None:
    (quote,) = read(version("Chủ vườn nộp hồ sơ tại Sở Tư pháp hoặc UBND cấp xã.")).quotes
    assert quote.value.receivers == ("Sở Tư pháp", "UBND cấp xã")


@pytest.mark.parametrize(
    "unnamed",
    [
        "Người nuôi ong nộp hồ sơ cho người sử dụng lao động trong 45 ngày.",
        "Việc bổ sung sổ ong được thực hiện tại cơ quan đã cấp sổ ong.",
    ],
)
def test_who_receives_by_what_they_are_is_quoted_before_the_named_office(unnamed: str) -> None:
    named = "Trong 7 ngày, hồ sơ ong được nộp cho Sở Y tế."
    found = read(version(f"{unnamed}\n{named}"))
    assert [one.value.text for one in found.quotes][:1] == [unnamed]
