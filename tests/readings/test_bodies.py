"""Bodies named in words: taken apart, unified, with their level, province and end."""

from datetime import date

import pytest

from generator.readings.bodies import read_bodies, read_cell
from generator.readings.body import BodyKind, Level, PublicBody
from generator.readings.evidence import Certainty


def only(text: str) -> PublicBody:
    (found,) = read_bodies(text)
    return found.value


def names(text: str) -> list[str]:
    return [one.value.name for one in read_cell(text)]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        (
            "Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch",
            ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Bộ Công an; Công an tỉnh", ["Bộ Công an", "Công an cấp tỉnh"]),
        ("- Sở Y tế\n- Sở Tài chính", ["Sở Y tế", "Sở Tài chính"]),
        ("Thuế cơ sở và Thuế tỉnh", ["Thuế cơ sở", "Thuế cấp tỉnh"]),
        ("UBND cấp xã hoặc UBND tỉnh", ["Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh"]),
        ("Cục Xuất bản, In và Phát hành", ["Cục Xuất bản, In và Phát hành"]),
        ("Cục Quản lý Khám, chữa bệnh", ["Cục Quản lý Khám, chữa bệnh"]),
        ("Sở Y tế/Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
        ("Quân khu 4, Quân khu 5", ["Quân khu 4", "Quân khu 5"]),
        ("Đại sứ quán Việt Nam tại Niu Di-lân", ["Đại sứ quán Việt Nam tại Niu Di-lân"]),
        (
            "Tổng Lãnh sự quán Việt Nam tại Pắc-xế hoặc Cục Lãnh sự",
            ["Tổng Lãnh sự quán Việt Nam tại Pắc-xế", "Cục Lãnh sự"],
        ),
        ("Trung tâm Y tế -Dân số", ["Trung tâm Y tế - Dân số"]),
    ],
)
def test_a_cell_is_taken_apart_between_bodies_and_not_inside_names(
    cell: str, parts: list[str]
) -> None:
    assert names(cell) == parts


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (("UBND cấp xã", "Uỷ ban Nhân dân cấp xã", "ủy ban nhân dân xã, phường"), "cấp xã"),
        (("UBND tỉnh", "Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương"), "cấp tỉnh"),
    ],
)
def test_forms_of_one_committee_have_one_name(forms: tuple[str, ...], name: str) -> None:
    assert {only(form).name for form in forms} == {f"Ủy ban nhân dân {name}"}


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("BCA", "Bộ Công an"),
        ("Bộ NN và MT", "Bộ Nông nghiệp và Môi trường"),
        ("Bộ VHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("TTPVHCC cấp tỉnh", "Trung tâm Phục vụ hành chính công cấp tỉnh"),
        ("Trung tâm Hành chính công cấp xã", "Trung tâm Phục vụ hành chính công cấp xã"),
    ],
)
def test_short_forms_have_the_full_name(short: str, name: str) -> None:
    assert only(short).name == name


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("Sở Tư pháp tỉnh Gia Lai", "Gia Lai"),
        ("UBND thành phố Huế", "Huế"),
        ("Sở Xây dựng - TP.HCM", "Hồ Chí Minh"),
        ("Sở Nội vụ - tỉnh Đắk Lắk", "Đắk Lắk"),
        ("Sở Y tế tỉnh Thanh Hoá", "Thanh Hóa"),
        ("Sở Y tế", None),
        ("Sở Xây dựng các tỉnh, thành phố trực thuộc Trung ương", None),
    ],
)
def test_the_province_is_read_from_the_name(name: str, province: str | None) -> None:
    assert only(name).province == province


def test_a_body_of_a_merged_province_names_today_s_province_and_its_successor() -> None:
    body = only("Sở Tài chính tỉnh Bình Định")
    assert (body.province, body.name) == ("Gia Lai", "Sở Tài chính tỉnh Bình Định")
    assert body.ended is not None
    assert body.ended.since == date(2025, 7, 1)
    assert body.ended.successors == ("Sở Tài chính tỉnh Gia Lai",)


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("Bộ Tư pháp", (Level.CENTRAL,)),
        ("Cục Đăng kiểm Việt Nam", (Level.CENTRAL,)),
        ("Sở Tư pháp", (Level.PROVINCE,)),
        ("Công an cấp xã", (Level.COMMUNE,)),
        ("Công an cấp huyện", (Level.DISTRICT,)),
        ("Trung tâm Phục vụ hành chính công cấp tỉnh, xã", (Level.PROVINCE, Level.COMMUNE)),
        ("các Trung tâm Phục vụ HCC trên địa bàn thành phố Hải Phòng", ()),
        ("cơ quan hải quan", ()),
    ],
)
def test_the_levels_are_those_that_the_name_says(name: str, levels: tuple[Level, ...]) -> None:
    assert only(name).levels == levels


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bộ phận Một cửa của Bộ Xây dựng", BodyKind.ONE_STOP),
        ("chi nhánh - Trung tâm phục vụ hành chính công Thành phố", BodyKind.ONE_STOP),
        ("Phòng Cảnh sát giao thông", BodyKind.POLICE),
        ("Chi cục Thuế khu vực", BodyKind.TAX),
        ("Cảng vụ hàng hải", BodyKind.PORT),
        ("Chi nhánh Văn phòng đăng ký đất đai", BodyKind.LAND_OFFICE),
        ("Ngân hàng Nhà nước chi nhánh Khu vực", BodyKind.BANK),
    ],
)
def test_the_kind_is_that_of_the_name(name: str, kind: BodyKind) -> None:
    assert only(name).kind is kind


def test_the_district_level_has_ended() -> None:
    ended = only("UBND cấp huyện").ended
    assert ended is not None
    assert ended.since == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("name", "successor", "sure"),
    [
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", True),
        ("Bộ Giao thông vận tải", "Bộ Xây dựng", False),
        ("Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ", False),
        ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường", True),
    ],
)
def test_a_merged_ministry_names_its_successor_and_a_divided_one_is_not_sure(
    name: str, successor: str, sure: bool
) -> None:
    ended = only(name).ended
    assert ended is not None
    assert successor in ended.successors
    assert ended.sure is sure


@pytest.mark.parametrize(
    ("words", "child", "parent"),
    [
        ("Cục Lãnh sự - Bộ Ngoại giao", "Cục Lãnh sự", "Bộ Ngoại giao"),
        ("Bộ Y tế (Cục Quản lý Dược)", "Cục Quản lý Dược", "Bộ Y tế"),
        ("Cục Tác chiến/Bộ Tổng Tham mưu", "Cục Tác chiến", "Bộ Tổng Tham mưu"),
        ("Cục Tác chiến, Bộ Tổng Tham mưu", "Cục Tác chiến", "Bộ Tổng Tham mưu"),
        ("Phòng Y tế thuộc UBND cấp xã", "Phòng Y tế", "Ủy ban nhân dân cấp xã"),
    ],
)
def test_a_body_is_read_under_the_one_above_it(words: str, child: str, parent: str) -> None:
    body = only(words)
    assert body.name == child
    assert body.parent is not None
    assert body.parent.name == parent


def test_a_directorate_stands_under_no_division() -> None:
    found = read_bodies("Cục Quản lý xuất nhập cảnh, Phòng Quản lý xuất nhập cảnh Công an tỉnh")
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "đối tượng sở hữu công nghiệp",
        "bộ hồ sơ và bộ phận đi kèm",
        "số vụ việc đã xử lý",
        "trụ sở của doanh nghiệp",
        "văn phòng phẩm",
    ],
)
def test_words_that_only_look_like_a_body_are_none(text: str) -> None:
    assert read_bodies(text) == ()


def test_the_evidence_is_the_exact_words() -> None:
    text = "Hồ sơ gửi Sở Tư pháp tỉnh Gia Lai hoặc UBND xã nơi cư trú."
    for one in read_bodies(text, ("steps",)):
        (evidence,) = one.evidence
        assert text[evidence.start : evidence.end] == evidence.words
        assert evidence.pointer == ("steps",)
    assert [one.evidence[0].words for one in read_bodies(text)] == [
        "Sở Tư pháp tỉnh Gia Lai",
        "UBND xã",
    ]


def test_a_part_that_no_known_word_begins_is_unsure() -> None:
    (found,) = read_cell("Tổ hợp tác chăn nuôi thôn Đông")
    assert found.certainty is Certainty.UNSURE


def test_a_part_with_words_behind_its_name_is_likely() -> None:
    (found,) = read_cell("Sở Y tế nơi đặt cơ sở")
    assert found.certainty is Certainty.LIKELY
    assert found.value.name == "Sở Y tế"
