"""Places that a record writes in a cell of its own, and their addresses."""

from dataclasses import replace

import pytest

from generator.readings.evidence import Certainty
from generator.readings.filing import read_filing
from generator.records.stated import AgencyPart, Stated
from tests.readings.filings import DAY, names, offices, read
from tests.readings.versions import AGENCIES, channel, procedure, version


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


def test_a_tax_office_stands_behind_the_desk_that_the_channel_names() -> None:
    text = "Nộp hồ sơ trực tiếp tại Trung tâm Phục vụ hành chính công cấp tỉnh."
    found = read(version(receiving=["Thuế cơ sở"], channels=[channel("direct", text)]))
    assert names(found) == ["Trung tâm Phục vụ hành chính công cấp tỉnh"]
    assert [one.value.name for one in found.others] == ["Thuế cơ sở"]


def test_points_with_addresses_take_the_office_that_the_steps_name() -> None:
    cell = (
        "Điểm tiếp nhận số 1: Số 15 đường Hoa, phường Bắc, tỉnh Gia Lai;\n"
        "Điểm tiếp nhận số 2: Số 51, đường Mai, phường Nam, tỉnh Gia Lai."
    )
    found = offices(read(version("Chủ vườn nộp hồ sơ tại Sở Y tế.", receiving=[cell])))
    assert {door.name for door in found} == {"Sở Y tế"}
    assert len({door.address for door in found}) == 2


def test_a_receiving_cell_that_names_no_body_is_quoted() -> None:
    cell = "Tổng đài bảo vệ trẻ em hoặc cơ quan công an các cấp nơi xảy ra vụ việc"
    doors = read(version(receiving=[cell], levels=[])).doors
    assert [one.value.name for one in doors] == [cell]
    assert doors[0].certainty is Certainty.UNSURE


def test_a_recorded_body_that_ended_stands_behind_one_that_the_steps_name() -> None:
    step = "Chủ bến nộp hồ sơ đến Ủy ban nhân dân cấp xã."
    found = version(step, receiving=["Sở Giao thông vận tải"])
    assert names(read(found)) == ["Ủy ban nhân dân cấp xã"]


def test_bodies_of_steps_that_are_told_by_case_come_before_an_address_without_a_body() -> None:
    cases = (
        "Chủ vườn nộp hồ sơ đến: Sở Xây dựng (đối với các vườn do Sở Xây dựng quản lý); Ủy ban nhân"
        " dân cấp xã (đối với các vườn do Ủy ban nhân dân cấp xã quản lý)."
    )
    address = "127 Hai Bà Trưng, Phường Quy Nhơn, tỉnh Gia Lai"
    told = names(read(version(cases, receiving=[address])))
    assert told == ["Sở Xây dựng", "Ủy ban nhân dân cấp xã"]
    (plain,) = offices(read(version("Chủ vườn nộp hồ sơ tại Sở Xây dựng.", receiving=[address])))
    assert (plain.name, plain.address) == ("Sở Xây dựng", address)
