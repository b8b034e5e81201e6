"""Places for two kinds of people, and receivers that words name without a verb of handing in."""

from tests.readings.filings import names, offices, read
from tests.readings.versions import channel, version


def told(*steps: str, receiving: tuple[str, ...] = ()) -> list[str]:
    found = read(version(*steps, receiving=receiving)).quotes
    return [" | ".join(filter(None, (one.value.heading, one.value.text))) for one in found]


def test_the_applicant_of_the_first_step_is_no_place() -> None:
    step = "* Nộp hồ sơ\n- Đơn vị kinh doanh dịch vụ ong mật nộp hồ sơ đề nghị đến Sở Y tế."
    told_later = "Trường hợp thông báo cho đơn vị kinh doanh dịch vụ ong mật: trong 02 ngày."
    answer = channel("direct", told_later)
    found = read(version(step, channels=[answer]))
    assert names(found) == ["Sở Y tế"]
    assert names(read(version("Cơ sở nuôi ong mật lập hồ sơ gửi đến Sở Y tế."))) == ["Sở Y tế"]


def test_a_portal_of_several_ministries_keeps_all_of_them() -> None:
    name = "Cổng thông tin một cửa quốc gia phân hệ Bộ Y tế, Bộ Công Thương, Bộ Nội vụ"
    found = read(version(f"Chủ ong nộp hồ sơ qua {name} (nếu có)."))
    assert [one.value.name for one in found.doors] == [name]


def test_a_portal_on_which_addresses_are_looked_up_is_no_place() -> None:
    field = (
        "Cục Ong tại địa chỉ số 4 Trần Phú, Hà Nội\nSở Y tế\n"
        "Cơ quan ong địa phương, địa chỉ đề nghị xem tại Cổng thông tin điện tử về ong: ong.gov.vn."
    )
    kinds = {one.value.kind for one in read(version(receiving=[field])).doors}
    assert "portal" not in kinds


def test_a_later_source_that_names_two_of_three_offices_drops_none() -> None:
    field = "Sở Y tế\nSở Nội vụ\nSở Công Thương"
    two = "Người nuôi ong nộp hồ sơ tại Sở Y tế hoặc Sở Nội vụ."
    one = "Người nuôi ong nộp hồ sơ tại Sở Y tế."
    assert len(offices(read(version(two, receiving=[field])))) == 3
    assert names(read(version(one, receiving=[field]))) == ["Sở Y tế"]


def test_a_line_with_the_name_of_a_level_begins_another_case() -> None:
    step = (
        "* Cấp tỉnh\nBước 1: Người nuôi ong nộp hồ sơ về Sở Y tế.\n"
        "- Trong 05 ngày, Sở Y tế trả lời.\n"
        "* Cấp xã\nBước 1: Người nuôi ong nộp hồ sơ về Trung tâm Phục vụ hành chính công cấp xã.\n"
        "- Trong 05 ngày, Trung tâm trả lời."
    )
    assert names(read(version(step))) == ["Sở Y tế", "Trung tâm Phục vụ hành chính công cấp xã"]
    assert [one.split(" | ")[0] for one in told(step)] == ["Cấp tỉnh", "Cấp xã"]


def test_headings_of_acts_stand_above_the_sentences_of_each() -> None:
    first = "Tổ chức gửi hồ sơ đến cơ quan được Ủy ban nhân dân cấp tỉnh giao tiếp nhận."
    again = (
        "Khi thuộc trường hợp quy định tại khoản 3 Điều 5 Luật Ong, tổ chức gửi hồ sơ đến cơ quan"
        " quản lý nhà nước về ong cấp tỉnh."
    )
    step = (
        f"a) Trình tự cấp Giấy chứng nhận đủ điều kiện:\n{first}\n"
        f"Trong 09 ngày, cơ quan cấp.\nb) Trình tự cấp lại Giấy chứng nhận đủ điều kiện:\n{again}"
    )
    heads = [f"Trình tự {act} Giấy chứng nhận đủ điều kiện:" for act in ("cấp", "cấp lại")]
    assert sorted(told(step)) == [f"{heads[0]} | {first}", f"{heads[1]} | {again}"]


def test_duties_of_taking_in_tell_who_receives_from_whom() -> None:
    step = (
        "Trại ong gửi hồ sơ\nỦy ban nhân dân cấp xã có trách nhiệm:\n"
        "- Tiếp nhận, kiểm tra hồ sơ đăng ký của trại ong trên địa bàn;\n"
        "- Gửi hồ sơ đăng ký của trại ong đã được chấp nhận về sở y tế.\n"
        "Sở y tế có trách nhiệm:\n- Tiếp nhận hồ sơ đăng ký từ các Ủy ban nhân dân cấp xã;\n"
        "- Tiếp nhận, kiểm tra hồ sơ đăng ký từ các trại ong thuộc sở;\n"
        "- Thực hiện việc lập đoàn trong 02 tháng kể từ ngày thông tin cho Ủy ban nhân dân cấp xã."
    )
    assert told(step) == [
        "Ủy ban nhân dân cấp xã có trách nhiệm: | Tiếp nhận, kiểm tra hồ sơ đăng ký của trại ong"
        " trên địa bàn",
        "Sở y tế có trách nhiệm: | Tiếp nhận, kiểm tra hồ sơ đăng ký từ các trại ong thuộc sở",
    ]


def test_what_offices_check_by_duty_is_no_place() -> None:
    step = (
        "Người nuôi ong khai báo qua Cổng thông tin một cửa quốc gia.\n"
        "- Trách nhiệm làm thủ tục của cơ quan nhà nước tại cảng:\n"
        "+ Cơ quan Hải quan chịu trách nhiệm kiểm tra giấy tờ;"
    )
    assert names(read(version(step))) == []


def test_an_office_with_a_condition_stands_beside_the_words_for_the_others() -> None:
    field = (
        "Ủy ban nhân dân cấp tỉnh nơi người nuôi ong có trụ sở trong trường hợp nuôi tại nhiều tỉnh"
    )
    step = "Người nuôi ong nộp hồ sơ đến Trung tâm Phục vụ hành chính công tại địa phương."
    assert read(version(step, receiving=[field])).several
