"""Sentences of steps that tell for whom each place of a plain list is, and cases below headings."""

from tests.readings.filings import names, read
from tests.readings.versions import channel, version

FIELDS = ("Trung tâm Phục vụ hành chính công cấp xã", "Chi nhánh Văn phòng đăng ký đất đai")


def beside(found: object) -> list[str]:
    return [one.value.text for one in found.quotes if one.value.beside]  # type: ignore[attr-defined]


def test_steps_by_case_stand_beside_a_list_of_places_without_cases() -> None:
    first = (
        "- Trường hợp sổ ong cấp lần đầu có sai sót thì nộp hồ sơ tại Trung tâm Phục vụ hành chính"
        " công."
    )
    later = (
        "- Trường hợp sổ ong cấp khi đăng ký biến động có sai sót thì nộp hồ sơ tại Trung tâm Phục"
        " vụ hành chính công hoặc Chi nhánh Văn phòng đăng ký đất đai."
    )
    told = beside(read(version(f"{first}\n{later}", receiving=FIELDS)))
    assert told == [one.removeprefix("- ") for one in (first, later)]
    way = first.replace("sổ ong cấp lần đầu có sai sót", "nộp hồ sơ trực tiếp")
    assert beside(read(version(f"{way}\n{later}", receiving=FIELDS))) == []


def test_an_office_below_a_case_is_no_answer_for_all_where_others_report_elsewhere() -> None:
    case = "- Trường hợp đóng vườn quá 24 giờ:\n+ Chủ vườn gửi hồ sơ đến Cục Hàng không Việt Nam."
    step = "Chủ vườn báo cáo ngay Cảng vụ hàng không khi đóng vườn không quá 24 giờ."
    found = read(version(step, channels=[channel("direct", case)]))
    assert found.several
    assert found.quotes[0].value.heading == "Trường hợp đóng vườn quá 24 giờ:"
    assert beside(found) == [step]


def test_a_first_step_below_another_heading_tells_another_locality() -> None:
    def case(where: str) -> str:
        return (
            f"- Trình tự đối với vườn {where}:\n+ Bước 1: Chủ vườn lập 01 bộ hồ sơ theo quy định"
            f" gửi Sở Y tế nơi {where};\n+ Bước 2: Sở Y tế nơi {where} có văn bản trả lời."
        )

    found = read(version(f"{case('đặt vườn')}\n{case('dự kiến đặt vườn')}"))
    assert len(found.quotes) == 2


def test_a_line_of_a_channel_that_is_only_desks_names_places() -> None:
    desks = "Trung tâm Phục vụ hành chính công tỉnh/Trung tâm Phục vụ hành chính công cấp xã"
    step = "Chủ vườn gửi hồ sơ đến Sở Tài chính."
    text = f"{desks}\n- Theo quy định: trong thời hạn 14 ngày."
    found = read(version(step, channels=[channel("direct", text)]))
    assert names(found) == desks.split("/")
    takes = "Trung tâm Phục vụ hành chính công tỉnh tiếp nhận hồ sơ\n- trong 14 ngày."
    assert names(read(version(step, channels=[channel("direct", takes)]))) == ["Sở Tài chính"]


def test_the_desk_by_which_an_office_takes_in_is_told_beside_it() -> None:
    steps = (
        "Bước 1: Chủ vườn nộp hồ sơ đến Ngân hàng Nhà nước.",
        "Bước 2: Kiểm tra kể từ khi Bộ phận Một cửa của Ngân hàng Nhà nước tiếp nhận hồ sơ.",
    )
    assert beside(read(version(*steps))) == [steps[1]]


def test_an_office_told_by_what_it_does_keeps_its_parts_in_brackets() -> None:
    cell = "cơ quan quản lý căn cước của Bộ Công an (Cục Ong, Bộ Công an)"
    assert names(read(version(receiving=[cell]))) == [cell]


def test_a_council_that_gets_valid_files_is_no_place() -> None:
    step = (
        "Cơ quan lập hồ sơ gửi Vụ Tổ chức cán bộ thuộc Bộ Y tế;\n"
        "Trường hợp hồ sơ hợp lệ, gửi Hội đồng thẩm định để tổ chức thẩm định."
    )
    told = [one.value.text for one in read(version(step)).quotes]
    assert not any("Hội đồng" in one for one in told)
