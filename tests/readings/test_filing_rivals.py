"""Where the steps of a source name other places than its fields, both are told."""

from generator.readings.door import DoorKind
from generator.readings.filing_clauses import passage_of
from generator.readings.filing_rivals import (
    are_lower,
    is_above,
    is_of_other_level,
    rival_addresses,
)
from tests.readings.filings import names, read
from tests.readings.versions import channel, version

ALONE = ("Chi cục Hải quan khu vực",)
"""An executing body that gets no one-stop rule."""


def rivals(step: str, field: str) -> list[str]:
    answer = read(version(receiving=[field], executing=ALONE)).doors
    found = rival_addresses(answer, (), [passage_of(step, ("steps", "items", 0, "text"))])
    return [one.value.text for one in found if one.value.beside]


def test_another_address_in_the_steps_is_told_beside_that_of_the_field() -> None:
    field = "12 Trần Ong, Ba Đình, Hà Nội"
    other = "Nộp hồ sơ tại trụ sở của Cục Ong:\n+ Số 12 Trần Ong, Hà Nội.\n+ Số 7 Lê Mật, Hà Nội."
    same = "Nộp hồ sơ tại trụ sở của Cục Ong:\n+ Số 12 đường Trần Ong, phường Ba Đình, Hà Nội."
    assert rivals(other, field) == [" ".join(other.split())]
    assert rivals(same, field) == []
    assert rivals("Nộp hồ sơ tại Cục Ong theo Điều 82 Luật Địa chất.", field) == []
    assert rivals(other, "Cục Ong") == []


def test_an_office_that_sends_in_the_first_step_is_no_place() -> None:
    sends = (
        "Bước 1. Sở Nội vụ nơi quản lý hồ sơ có văn bản gửi cơ quan ong của Bộ đề nghị kết luận."
    )
    answers = (
        "Cơ quan ong sau khi nhận được văn bản đề nghị của Sở Nội vụ thì có văn bản thông báo."
    )
    back = " Gửi hồ sơ kèm kết luận đến Sở Nội vụ nơi quản lý hồ sơ."
    found = read(version(sends, answers + back, executing=ALONE))
    assert names(found) == []
    assert [one.value.text for one in found.quotes] == [sends, answers + back]
    assert names(read(version("Gửi hồ sơ đến Sở Nội vụ.", executing=ALONE))) == ["Sở Nội vụ"]


def test_an_office_for_a_case_alone_is_told_in_the_words_of_the_source() -> None:
    usual = "Người lao động nộp hồ sơ cho người sử dụng lao động."
    case = "Trường hợp đã thôi việc thì người lao động nộp hồ sơ cho cơ quan bảo hiểm xã hội."
    free = "Người lao động nộp hồ sơ cho cơ quan bảo hiểm xã hội."
    assert read(version(f"{usual}\n{case}", executing=ALONE)).several
    assert not read(version(case, executing=ALONE)).several
    assert not read(version(f"{usual}\n{free}", executing=ALONE)).several


def test_a_ministry_in_a_procedure_of_provinces_stands_with_the_words_on_a_local_receiver() -> None:
    desk = channel("direct", "Nộp hồ sơ về Bộ phận Một cửa của Bộ Xây dựng.")
    local = "Qua bưu điện về cơ quan tiếp nhận do Chủ tịch Ủy ban nhân dân cấp tỉnh phân công."
    found = read(version(local, channels=[desk], executing=["Sở Xây dựng"]))
    assert is_above(found.doors, ["province"])
    assert not is_above(found.doors, ["central", "province"])
    assert [one.value.text for one in found.quotes if one.value.beside] == [local]
    assert are_lower(["Sở Xây dựng"])
    assert not are_lower(["Sở Xây dựng", "Bộ Xây dựng"])


def test_a_minister_without_a_ministry_makes_no_rule_of_the_publisher() -> None:
    of = version(executing=["Bộ trưởng"], levels=["central"])
    assert [one.value.kind for one in read(of).doors] == []
    named = version(executing=["Bộ Xây dựng"], levels=["central"])
    assert [one.value.kind for one in read(named).doors] == [DoorKind.RULE]


def test_a_proposal_to_one_minister_and_the_act_of_the_others_are_quoted() -> None:
    first = "Bộ trưởng Bộ Ong xem xét, đề nghị Bộ trưởng Bộ Mật miễn nhiệm người nuôi ong."
    second = "Bộ trưởng, Thủ trưởng cơ quan ngang bộ miễn nhiệm người nuôi ong của mình."
    found = read(version(f"{first}\n{second}", executing=["Bộ trưởng"], levels=["central"]))
    assert [one.value.text for one in found.quotes] == [first, second]


def test_a_place_of_another_level_than_the_recorded_one_is_found() -> None:
    doors = read(version("Nộp hồ sơ đến Ủy ban nhân dân cấp tỉnh.", executing=ALONE)).doors
    assert is_of_other_level(doors, ["commune"])
    assert not is_of_other_level(doors, ["commune", "province"])
    assert not is_of_other_level(doors, [])
    assert not is_of_other_level((), ["commune"])
