"""When a paper is needed: the words after its name that say so, in whole."""

import pytest

from generator.readings.paper_conditions import condition_span, is_by_case
from generator.readings.paper_names import name_span


def condition(text: str) -> str | None:
    found = condition_span(text, 0, len(text))
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Bản sao giấy phép nuôi ong đối với hộ nước ngoài", "đối với hộ nước ngoài"),
        ("Giấy của cơ quan có thẩm quyền đối với đàn ong đã bán", "đối với đàn ong đã bán"),
        ("Bảng kê (kèm theo tờ khai đầu tiên của năm)", "(kèm theo tờ khai đầu tiên của năm)"),
        (
            "Tờ khai kỹ thuật (mỗi đàn chỉ nộp một lần) theo Mẫu số 2",
            "(mỗi đàn chỉ nộp một lần)",
        ),
        ("Hợp đồng thuê tổ ong, ngoại trừ trường hợp tự nuôi", "ngoại trừ trường hợp tự nuôi"),
        (
            "Bản sao sổ nuôi ong. Trường hợp đã có trên mạng thì không phải nộp. Lệ phí sau.",
            "Trường hợp đã có trên mạng thì không phải nộp",
        ),
        (
            "Bản sao có chứng thực (trường hợp nộp tay); bản điện tử sổ nuôi ong (nếu có).",
            "(nếu có).",
        ),
        (
            "Giấy ủy quyền (nếu là người được ủy quyền) hoặc giấy giới thiệu (nếu là tổ chức)",
            "(nếu là người được ủy quyền) hoặc giấy giới thiệu (nếu là tổ chức)",
        ),
    ],
)
def test_words_that_limit_a_paper_are_its_condition(text: str, needed: str) -> None:
    assert condition(text) == needed


@pytest.mark.parametrize(
    "text",
    [
        "Tờ khai thuế đối với hộ nuôi ong",
        "Văn bản chấp hành quy định về phòng cháy và chữa cháy đối với nhà nuôi ong",
        "Bản cam kết đối với từng tổ ong",
        "Đơn đề nghị kèm theo ảnh tổ ong (nếu có)",
        "Các chứng từ: giấy mua tổ ong, giấy kiểm dịch (nếu có)",
        "Sổ nuôi ong do xã cấp (trường hợp nộp bản sao thì phải mang bản gốc)",
        "Giấy nước ngoài đã hợp pháp hóa, trừ trường hợp được miễn hợp pháp hóa lãnh sự",
        "Hợp đồng thuê tổ ong. Trường hợp bản sao thì phải chứng thực.",
    ],
)
def test_words_about_what_a_paper_is_of_are_no_condition(text: str) -> None:
    assert condition(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sơ đồ tổ ong đối với hộ ở vùng núi hoặc bản vẽ nhà nuôi ong đối với hộ ở vùng biển",
        "Quyết định giao rừng đối với hộ nuôi ong. Bản sao hợp đồng đối với hợp tác xã.",
    ],
)
def test_one_paper_for_some_and_another_for_others_is_always_needed(text: str) -> None:
    assert is_by_case(text, 0, len(text))
    assert condition(text) is None


def test_a_name_goes_on_after_what_its_words_are_about() -> None:
    text = "Giấy xác nhận nuôi ong không theo quy định của xã, đối với đàn ong đã bán"
    assert text[slice(*name_span(text, 0, len(text)))].endswith("của xã")


def test_words_at_the_end_of_a_later_sentence_do_not_limit_the_paper() -> None:
    assert condition("Hợp đồng mua máy; hóa đơn. Máy phải đúng tiêu chuẩn (nếu có);") is None


def test_a_copy_that_is_made_belongs_to_the_name() -> None:
    text = "Văn bản đề nghị cấp phép làm bản sao tượng cổ theo Mẫu số 1"
    start, end = name_span(text, 0, len(text))
    assert text[start:end].strip() == "Văn bản đề nghị cấp phép làm bản sao tượng cổ"


@pytest.mark.parametrize(
    "text",
    [
        "Tờ trình chuyển đổi vườn, trong đó nêu rõ lý do; vốn góp chung (nếu có)",
        "Quyết định lập vườn, quyết định giao vườn và các tài liệu liên quan khác (nếu có)",
    ],
)
def test_if_any_of_the_last_words_does_not_limit_the_whole_paper(text: str) -> None:
    assert condition(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Văn bản xin quay phim vườn ong (trường hợp phỏng vấn phải gửi trước câu hỏi)",
        "Đề án nuôi ong kèm theo dự toán chi phí đã duyệt đối với hội thuộc tỉnh",
    ],
)
def test_how_a_paper_is_written_or_what_comes_with_it_is_no_condition(text: str) -> None:
    assert condition(text) is None


def test_if_any_after_the_last_thing_applied_for_leaves_the_application_needed() -> None:
    assert condition("Đơn đề nghị dời đàn ong và đổi tên vườn (nếu có) (theo mẫu)") is None
    assert condition("Đơn đề nghị dời đàn ong (nếu có)") == "(nếu có)"
