"""The sentences on filing that are quoted, beside or instead of a name."""

from dataclasses import replace

import pytest

from generator.readings.door import DoorKind
from generator.records.stated import ChannelTime, Stated
from generator.records.version import Channel, Fee
from tests.readings.filings import read
from tests.readings.versions import version


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


def test_a_report_that_a_fault_is_put_right_tells_no_place_of_filing() -> None:
    step = "Chủ vườn nộp báo cáo kết quả khắc phục và phí về cơ quan có thẩm quyền về ong."
    assert not read(version(step)).quotes
    about = replace(version(step), title="Báo cáo khắc phục lỗi của vườn ong")
    assert [one.value.text for one in read(about).quotes] == [step]


@pytest.mark.parametrize(("field", "is_place"), [("khối nhà 3", False), ("Nhà ong số 3 xã", True)])
def test_a_part_of_a_building_alone_is_no_place_of_filing(field: str, is_place: bool) -> None:
    found = read(version("Nộp hồ sơ.", receiving=[field]))
    assert any(one.value.text == field for one in found.quotes) is is_place


def test_no_sentence_ends_within_brackets() -> None:
    where = "xã A, xã B, xã C, xã D, xã E, xã F, xã G, xã H, xã I, xã K, xã L, xã M, xã N; " * 2
    step = f"Chủ vườn (trừ vườn lớn tại {where}Xã Y) nộp hồ sơ đến Sở Y tế. Sở Y tế ghi sổ ong."
    (quote,) = read(version(step)).quotes
    assert quote.value.text == step.removesuffix(" Sở Y tế ghi sổ ong.")


def test_a_sentence_that_is_cut_is_not_quoted_beside_itself() -> None:
    case = "Chủ vườn nuôi ong ở nơi có rừng, có suối, có đồi và có nhiều hoa thì nộp hồ sơ "
    long = f"{case * 3}đến Sở Y tế, có ghi sổ đầy đủ; tại Sở Tư pháp nếu là vườn ong {'lạ ' * 60}."
    step = f"{long}\nSở Y tế ghi sổ."
    texts = [one.value.text for one in read(version(step)).quotes]
    assert texts == [" ".join(long.split())]


def test_a_place_is_quoted_without_what_is_charged_there() -> None:
    texts = (
        "Tại Ủy ban nhân dân cấp xã: 2.000 đồng/trang; từ trang thứ 3 thu 1.000 đồng/trang.",
        "Tại Phòng Tư pháp: 10 USD/bản.",
        "Nộp hồ sơ tại Sở Xây dựng: 15 Quang Trung.",
    )
    unknown = ChannelTime(value=None, unit="other")
    nothing: Stated[Fee] = Stated(not_stated="trống")
    channels = [Channel(method="direct", time=unknown, fees=nothing, text=text) for text in texts]
    quotes = read(version(channels=channels)).quotes
    assert [one.value.text for one in quotes] == [
        "Tại Ủy ban nhân dân cấp xã: …",
        "Tại Phòng Tư pháp: …",
        "Nộp hồ sơ tại Sở Xây dựng: 15 Quang Trung.",
    ]
