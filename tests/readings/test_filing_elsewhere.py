"""Sentences by which others hand in elsewhere, and those of offices, which are no places."""

import pytest

from generator.readings.filing_headings import with_case_headings
from tests.readings.filings import names, read
from tests.readings.versions import channel, procedure, version


def quoted(*steps: str, receiving: tuple[str, ...] = ()) -> list[str]:
    found = read(version(*steps, receiving=receiving)).quotes
    return [" ".join(filter(None, (one.value.heading, one.value.text))) for one in found]


OURS = "Bước 1: Chủ vườn nộp hồ sơ đăng ký cho Sở Y tế."


@pytest.mark.parametrize(
    "step",
    [
        "Bước 2: Sau khi được phép, chủ vườn gửi hồ sơ đến Cục Ong mật để công bố.",
        "Người nuôi thuê lập tờ khai kèm ảnh vườn gửi Công an đơn vị nơi công tác.",
        "Việc cấp phép cho hội nuôi ong ở nước ngoài do Sở Văn hóa thành phố Hà Nội thực hiện.",
    ],
)
def test_who_hands_in_elsewhere_is_quoted_beside_the_place_that_was_read(step: str) -> None:
    assert step in quoted(OURS, step)
    assert read(version(OURS, step)).several


@pytest.mark.parametrize(
    "step",
    [
        "Trong 02 ngày kể từ ngày nhận hồ sơ, Bộ Y tế gửi hồ sơ tới bộ quản lý ong để hỏi ý kiến.",
        "Bước 3: Sau khi khắc phục, chủ vườn gửi văn bản đề nghị đến Ban quản lý ong.",
        "Chủ vườn nộp hồ sơ đăng ký cho cơ quan nhà nước có thẩm quyền.",
        "Sở Y tế có trách nhiệm gửi hồ sơ đề nghị cho Cục Ong.",
    ],
)
def test_what_offices_pass_on_and_nobody_by_name_are_no_other_places(step: str) -> None:
    assert quoted(OURS, step) == [OURS]


def test_people_who_are_proposed_to_heads_of_bodies_tell_whose_each_is() -> None:
    ours = "Bộ Ong có trách nhiệm lựa chọn người đủ tuổi, đề nghị Bộ trưởng Bộ Y tế bổ nhiệm."
    theirs = "Cục Sáp phải lựa chọn người giỏi, đề nghị Bộ trưởng Bộ Công an bổ nhiệm."
    found = read(version(ours, theirs, executing=["Bộ, cơ quan ngang bộ"], levels=["central"]))
    assert [one.value.text for one in found.quotes] == [ours, theirs]


def test_a_paper_given_to_the_head_of_a_house_is_quoted_and_what_he_sends_on_is_not() -> None:
    step = "Bước 1: Người nuôi làm đơn gửi Giám đốc cơ sở nuôi ong."
    passed = "Bước 2: Giám đốc cơ sở nuôi ong có văn bản gửi Cục Ong mật."
    found = read(version(step, passed, executing=["Cục Ong mật"], levels=["central"]))
    assert names(found) == []
    assert [one.value.text for one in found.quotes] == [step]
    assert found.quotes[0].value.receivers == ("gửi Giám đốc cơ sở nuôi ong",)


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("Người nuôi nhận kết quả tại Sở Tư pháp nơi mình nộp hồ sơ.", "Sở Tư pháp"),
        ("Cán bộ tiếp nhận hồ sơ tại Sở Y tế kiểm tra hồ sơ.", "Sở Y tế"),
    ],
)
def test_where_the_result_is_taken_and_who_sits_there_tell_the_place(step: str, name: str) -> None:
    assert names(read(version(step, executing=["Sở Xây dựng"]))) == [name]


def test_what_is_submitted_to_one_body_and_sent_to_another_goes_to_both() -> None:
    step = "Công ty lập hồ sơ trình Bộ Xây dựng, đồng thời gửi Cục Đường sắt Việt Nam thẩm định."
    found = read(version(step), procedure(scope="internal"))
    assert names(found) == ["Bộ Xây dựng", "Cục Đường sắt Việt Nam"]


@pytest.mark.parametrize(
    "step",
    [
        "Nếu không đủ thì công chức tư pháp gửi thông báo về tình trạng hồ sơ tới Sở Y tế.",
        "Trong thời hạn 03 ngày kể từ ngày nhận được nghị quyết, quyết định, Sở Y tế:\n"
        "+ Đăng tải nghị quyết;\n+ Gửi thông tin cho cơ quan thuế.",
    ],
)
def test_what_an_official_sends_is_no_place(step: str) -> None:
    assert names(read(version(step, levels=[]))) == []


def test_sentences_of_several_cases_have_the_headings_that_they_stand_under() -> None:
    steps = (
        "Đối với vườn của xã\n- Trong 05 ngày, chủ vườn nộp hồ sơ cho Phòng Kinh tế xã.\n"
        "Đối với vườn của tỉnh\n- Trong 09 ngày, chủ vườn nộp hồ sơ cho Sở Y tế."
    )
    assert quoted(steps) == [
        "Đối với vườn của xã Trong 05 ngày, chủ vườn nộp hồ sơ cho Phòng Kinh tế xã.",
        "Đối với vườn của tỉnh Trong 09 ngày, chủ vườn nộp hồ sơ cho Sở Y tế.",
    ]


def test_one_heading_over_all_sentences_tells_none_apart() -> None:
    found = read(version(f"Đối với vườn của xã\n- {OURS}"))
    assert with_case_headings(found.quotes, ()) == found.quotes


def test_desks_of_two_levels_are_told_by_the_sentences_on_each() -> None:
    desks = (
        "Trung tâm Phục vụ hành chính công cấp tỉnh",
        "Trung tâm Phục vụ hành chính công cấp xã",
    )
    ours = f"Đơn vị chủ trì nộp hồ sơ đến {desks[0]}."
    theirs = f"Đơn vị chủ trì nộp hồ sơ đến {desks[1]}."
    steps = f"- Vườn do tỉnh nuôi ong:\n+ {ours}\n- Vườn do xã nuôi ong:\n+ {theirs}"
    assert quoted(steps, receiving=desks) == [
        f"Vườn do tỉnh nuôi ong: {ours}",
        f"Vườn do xã nuôi ong: {theirs}",
    ]
    assert quoted(f"+ {ours}", receiving=desks) == []


def test_whom_a_head_has_told_to_take_in_is_quoted_from_the_channel() -> None:
    way = "Nộp hồ sơ trực tiếp tại đơn vị do Chủ tịch xã phân công; hoặc qua bưu chính công ích."
    found = read(version(OURS, channels=[channel("direct", way)])).quotes
    assert [one.value.text for one in found if one.value.beside] == [way]


def test_an_address_of_mail_is_where_one_hands_in() -> None:
    step = "Người nuôi gửi tờ khai đến thư điện tử của cục: ong@mat.vn để đăng ký"
    found = read(version(step, channels=[channel("online")], executing=["Cục Ong mật"]))
    assert [one.value.text for one in found.quotes] == [step]


def test_a_sentence_to_a_power_below_another_case_is_quoted_with_both_headings() -> None:
    step = (
        "*) Đối với trường hợp dùng một nguồn ong\n"
        "- Bước 1: Người nuôi nộp hồ sơ về cơ quan có thẩm quyền cấp Giấy nuôi ong.\n"
        "*) Trường hợp dùng hai nguồn ong\n"
        "- Bước 1: Người nuôi nộp hồ sơ về Cục Ong."
    )
    assert quoted(step) == [
        "Trường hợp dùng hai nguồn ong Bước 1: Người nuôi nộp hồ sơ về Cục Ong.",
        "Đối với trường hợp dùng một nguồn ong Bước 1: Người nuôi nộp hồ sơ về cơ quan có thẩm"
        " quyền cấp Giấy nuôi ong.",
    ]
    assert read(version(step)).several


def test_a_case_that_a_step_of_its_own_names_heads_the_sentences_of_the_next_steps() -> None:
    found = quoted(
        "Trường hợp vườn ong nhỏ ở đồng bằng:",
        "Bước 1: Chủ vườn nộp hồ sơ đến Sở Y tế.",
        "Trường hợp vườn ong lớn ở miền núi:",
        "Bước 1: Chủ vườn nộp hồ sơ đến Cục Ong.",
    )
    assert found[0].startswith("Trường hợp vườn ong nhỏ ở đồng bằng: Bước 1:")
    assert found[1].startswith("Trường hợp vườn ong lớn ở miền núi: Bước 1:")
