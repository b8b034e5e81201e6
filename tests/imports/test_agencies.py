"""Agencies of the portal: cells taken apart, forms of one name made one, ended bodies led on."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.imports.portal.address_owners import address_owners
from generator.imports.portal.agencies import AgencyRegister, beside_place, ministries_of
from generator.records.stated import AgencyPart
from tests.imports.test_portal import NATIONAL, run


def linked(register: AgencyRegister, cell: str) -> list[str]:
    parts = register.register_cell(cell)
    return [register.records[part.agency].name if part.agency else "?" for part in parts]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Bộ Công an, Bộ Y tế", ["Bộ Công an", "Bộ Y tế"]),
        (
            "Sở Giáo dục, Khoa học và Công nghệ, Bộ Văn hóa, Thể thao và Du lịch",
            ["Sở Giáo dục, Khoa học và Công nghệ", "Bộ Văn hóa, Thể thao và Du lịch"],
        ),
        (
            "Phòng Kinh tế, Hạ tầng và Đô thị, UBND xã",
            ["Phòng Kinh tế, Hạ tầng và Đô thị", "Ủy ban nhân dân cấp xã"],
        ),
    ],
)
def test_a_cell_is_taken_apart_and_a_comma_inside_a_name_stays(cell: str, names: list[str]) -> None:
    assert linked(AgencyRegister(), cell) == names


@pytest.mark.parametrize(
    "forms",
    [
        ("UBND cấp xã", "Ủy ban nhân dân xã, phường, đặc khu", "Uỷ ban Nhân dân xã."),
        ("BCA", "Bộ Công an", "Bộ công an"),
        ("NHNN", "Ngân hàng Nhà nước", "Ngân hàng Nhà nước Việt Nam"),
        ("VPCP", "Văn phòng Chính phủ"),
        ("BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam"),
        ("UBND tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("Sở Nội vụ - Thành phố Huế", "Sở Nội vụ TP.Huế", "Sở Nội vụ thành phố Huế"),
    ],
)
def test_forms_of_one_name_are_one_record(forms: tuple[str, ...]) -> None:
    register = AgencyRegister()
    assert len({register.register(form) for form in forms}) == 1


def test_the_words_stand_beside_the_link_where_they_differ() -> None:
    assert AgencyRegister().register_cell("UBND xã") == (
        AgencyPart(agency="uy-ban-nhan-dan-cap-xa", text="UBND xã"),
    )
    assert AgencyRegister().register_cell("Bộ Y tế") == (AgencyPart(agency="bo-y-te"),)


def test_words_that_name_no_body_stay_words_and_are_counted() -> None:
    register = AgencyRegister()
    assert register.register_cell("nhóm việc chung số 7") == (
        AgencyPart(text="nhóm việc chung số 7"),
    )
    assert register.unlinked == {"nhóm việc chung số 7": 1}
    assert register.records == {}


def test_a_name_of_the_portals_own_lists_is_a_record_whatever_it_says() -> None:
    register = AgencyRegister(frozenset({"nhóm việc chung số 7"}))
    assert linked(register, "Nhóm việc chung số 7") == ["Nhóm việc chung số 7"]


def test_a_former_name_in_brackets_leads_to_the_body_of_today() -> None:
    register = AgencyRegister()
    assert register.register("Bộ Xây dựng (Giao thông vận tải cũ)") == "bo-xay-dung"


def test_an_ended_body_leads_to_the_one_that_took_its_place() -> None:
    register = AgencyRegister()
    ministry = register.records[register.register("Bộ Kế hoạch và Đầu tư")]
    assert (ministry.valid_to, ministry.successors) == (date(2025, 2, 28), ("bo-tai-chinh",))
    local = register.records[register.register("Sở Tài nguyên và Môi trường tỉnh Cà Mau")]
    assert local.successors == ("so-nong-nghiep-va-moi-truong-tinh-ca-mau",)
    assert "bo-tai-chinh" in register.records


def test_offices_that_share_a_name_are_told_apart_by_their_codes() -> None:
    register = AgencyRegister()
    one = register.register("Phòng Kinh tế", "H18.109.02", "a")
    two = register.register("Phòng Kinh tế", "H18.131.02", "b")
    assert len({one, two, register.register("Phòng Kinh tế")}) == 3
    assert register.register("Phòng Kinh tế", "H18.131.02", "b") == two


def test_a_department_that_one_ministry_has_is_one_with_and_without_it() -> None:
    texts = ["Cục Hạt giống - Bộ Y tế", "Cục Tin học - Bộ Y tế", "Cục Tin học - Bộ Nội vụ"]
    register = AgencyRegister(ministries=ministries_of(texts))
    assert register.register("Cục Hạt giống") == register.register(texts[0]) == "cuc-hat-giong"
    assert register.records["cuc-hat-giong"].parent == "bo-y-te"
    assert len({register.register(name) for name in ("Cục Tin học", *texts[1:])}) == 3


def test_a_mark_of_the_portal_behind_a_name_is_taken_off_and_reported(tmp_path: Path) -> None:
    marked = "Tòa án nhân dân_old"
    status, into, report = run(tmp_path, NATIONAL | {"Cơ quan thực hiện": marked})
    assert (status, report["verified"]["characters_lost"]) == (0, 0)
    assert report["agency_marks"] == {marked: "Tòa án nhân dân"}
    court = (into / "agencies/toa-an-nhan-dan.yml").read_text("utf8")
    assert "name: Tòa án nhân dân\n" in court
    assert f"value: {marked}" in court
    [version] = (into / "procedures").rglob("v001.yml")
    assert marked not in version.read_text("utf8")


def test_receiving_places_are_linked_and_keep_their_words() -> None:
    register = AgencyRegister()
    words = "Trung tâm Phục vụ hành chính công tỉnh Gia Lai, số 5 đường Hoa Mai; UBND cấp xã"
    first, second = register.register_receivers(words)
    assert first.text == words
    assert (first.agency, second) == (
        "trung-tam-phuc-vu-hanh-chinh-cong-tinh-gia-lai",
        AgencyPart(agency="uy-ban-nhan-dan-cap-xa"),
    )
    assert register.register_receivers("Số 5 đường Hoa Mai")[0].agency is None


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Trung tâm Phục vụ hành chính công tỉnh/ cấp xã",
            [
                "Trung tâm Phục vụ hành chính công cấp tỉnh",
                "Trung tâm Phục vụ hành chính công cấp xã",
            ],
        ),
        (
            "Bộ phận Một cửa cấp tỉnh, cấp xã",
            ["Bộ phận Một cửa cấp tỉnh", "Bộ phận Một cửa cấp xã"],
        ),
        ("Các Điểm hỗ trợ dịch vụ công số", ["Điểm hỗ trợ dịch vụ công"]),
        ("Bộ phận Một cửa cấp xã", ["Bộ phận Một cửa cấp xã"]),
    ],
)
def test_a_counter_of_two_levels_is_two_and_a_point_of_support_is_its_own(
    cell: str, names: list[str]
) -> None:
    register = AgencyRegister()
    parts = register.register_receivers(cell)
    records = [register.records[part.agency or ""] for part in parts]
    assert [record.name for record in records] == names
    assert {record.kind for record in records} == {"class"}
    assert all(record.level or "hỗ trợ" in record.name for record in records)


_CENTRE = "Trung tâm Phục vụ hành chính công"


@pytest.mark.parametrize(
    ("cell", "publisher", "executing", "names"),
    [
        ("Bộ phận Một cửa", "Bộ Y tế", "", ["Bộ phận Một cửa thuộc Bộ Y tế"]),
        ("Bộ phận Một cửa", "Bộ Y tế", "Sở Y tế", []),
        (
            "Bộ phận Một cửa",
            "Bộ Y tế",
            "Cục Thú y - Bộ Nội vụ",
            ["Bộ phận Một cửa thuộc Bộ Nội vụ"],
        ),
        ("Bộ phận Một cửa", "Bộ Y tế", "Bộ Nội vụ, Bộ Y tế", []),
        ("Bộ phận Một cửa", "UBND tỉnh Gia Lai", "", ["Bộ phận Một cửa tỉnh Gia Lai"]),
        (
            "Bộ phận Một cửa của Bộ Y tế: + Bộ phận Một cửa cơ sở 1 tại 12 Hoa Mai, Hà Nội",
            "Bộ Nội vụ",
            "Sở Y tế",
            ["Bộ phận Một cửa thuộc Bộ Y tế"],
        ),
        (
            "Bộ phận Một cửa của Sở Y tế",
            "UBND tỉnh Gia Lai",
            "",
            ["Bộ phận Một cửa thuộc Sở Y tế tỉnh Gia Lai"],
        ),
        (
            "Bộ phận Một cửa của Sở Y tế tỉnh Gia Lai",
            "UBND tỉnh Gia Lai",
            "",
            ["Bộ phận Một cửa thuộc Sở Y tế tỉnh Gia Lai"],
        ),
        ("Bộ phận Một cửa của Sở Y tế", "Bộ Y tế", "", ["Bộ phận Một cửa thuộc Sở Y tế"]),
        (
            "Các Trung tâm Phục vụ HCC trên địa bàn thành phố Huế",
            "Bộ Y tế",
            "",
            [f"{_CENTRE} thành phố Huế", f"{_CENTRE} cấp xã, thành phố Huế"],
        ),
        (
            "Các Trung tâm Phục vụ HCC trên địa bàn tỉnh",
            "UBND tỉnh Gia Lai",
            "",
            [f"{_CENTRE} tỉnh Gia Lai", f"{_CENTRE} cấp xã, tỉnh Gia Lai"],
        ),
        (
            "Các Trung tâm Phục vụ HCC trên địa bàn tỉnh",
            "Bộ Y tế",
            "",
            [f"{_CENTRE} cấp tỉnh", f"{_CENTRE} cấp xã"],
        ),
    ],
)
def test_a_counter_is_somebodys_and_centres_of_a_province_are_all(
    cell: str, publisher: str, executing: str, names: list[str]
) -> None:
    register = AgencyRegister()
    known = register.records[register.register(publisher)]
    parts = register.register_receivers(cell, beside_place(known, executing))
    assert [register.records[part.agency].name for part in parts if part.agency] == names
    assert parts[0].text == cell


def test_other_agencies_are_none() -> None:
    register = AgencyRegister(frozenset(("cơ quan khác",)))
    assert register.register_cell("Cơ quan khác") == (AgencyPart(text="Cơ quan khác"),)
    assert register.unlinked == {"Cơ quan khác": 1}


def test_an_import_links_lists_and_reports_what_it_could_not(tmp_path: Path) -> None:
    record: dict[str, Any] = NATIONAL | {
        "Cơ quan thực hiện": "UBND xã; Sở Y tế, nhóm việc chung số 7",
        "Cơ quan phối hợp": "BCA, Bộ Y tế",
    }
    status, into, report = run(tmp_path, record)
    assert status == 0
    assert report["agencies_not_linked"] == {
        "Sở Y tế, nhóm việc chung số 7": 1,
        "Tầng 1\nTòa nhà A": 1,
    }
    names = {path.stem for path in (into / "agencies").iterdir()}
    assert {"bo-cong-an", "bo-y-te", "uy-ban-nhan-dan-cap-xa"} <= names
    assert report["verified"]["characters_lost"] == 0


def test_the_publisher_of_the_list_is_the_publisher_by_its_full_name(tmp_path: Path) -> None:
    listed = {
        "id": "a1",
        "code": NATIONAL["Mã thủ tục"],
        "name": "Cấp thẻ hội viên",
        "categories": ["Hội đoàn"],
        "categoryIds": ["b1"],
        "departments": ["Sở Nội vụ"],
        "departmentPromulgate": "UBND tỉnh Gia Lai",
        "departmentPromulgateId": "c1",
        "formalityTargetType": [],
        "state": "ACTIVE",
        "type": "SPECIFIC",
    }
    status, into, report = run(tmp_path, NATIONAL, listed)
    assert (status, report["refused"]) == (0, [])
    published = (into / "agencies/uy-ban-nhan-dan-tinh-gia-lai.yml").read_text("utf8")
    assert "name: Ủy ban nhân dân tỉnh Gia Lai\n" in published
    assert "value: UBND tỉnh Gia Lai" in published


_BANK = "Ngân hàng Nhà nước Việt Nam"
_STREET = "12 Hoa Mai, phường Mới, Hà Nội"


@pytest.mark.parametrize(
    ("places", "owner"),
    [
        ([(_STREET, "Cục Thú y")] * 3, "Cục Thú y"),
        ([(_STREET, "Cục Thú y")] * 2, None),
        ([(_STREET, "Cục Thú y, Bộ Y tế"), *[(_STREET, "Cục Thú y")] * 2], "Cục Thú y"),
        ([(_STREET, "Bộ Y tế"), *[(_STREET, "Cục Thú y")] * 2], None),
        ([(_STREET, "Sở Y tế")] * 3, None),
        ([(f"Bộ Y tế, số {_STREET}", ""), *[(_STREET, "Cục Thú y")] * 3], "Bộ Y tế"),
        ([("Bộ phận Một cửa Bộ Y tế, số 12 phố Hoa Mai, phường Mới", "")], "Bộ Y tế"),
        ([("Bộ phận Một cửa số 12 Hoa Mai, Hà Nội", "")], None),
        ([(f"Bộ Y tế, {_STREET}", ""), (f"Bộ Nội vụ, {_STREET}", "")], None),
        ([(f"NHNN, {_STREET}", ""), (f"Ngân hàng Nhà nước, {_STREET}", "")], _BANK),
        ([("Bộ Y tế, 12 Hoa Lan, Hà Nội", "")], None),
    ],
)
def test_an_address_alone_is_that_of_the_one_body_that_has_it(
    places: list[tuple[str, str]], owner: str | None
) -> None:
    register = AgencyRegister(owners=address_owners(places))
    (part,) = register.register_receivers(_STREET)
    assert (register.records[part.agency].name if part.agency else None) == owner
    assert part.text == _STREET
    assert bool(register.unlinked) is (owner is None)


def test_seats_are_those_of_the_body_that_has_them() -> None:
    register = AgencyRegister()
    words = "Tại một trong hai trụ sở làm việc của Bộ Y tế: + 1 Hoa Lan, Hà Nội. + 2 Hoa Mai, Huế."
    (part,) = register.register_receivers(words)
    assert part == AgencyPart(agency="bo-y-te", text=words)
