"""A text that is cut ends where a unit of sense ends."""

import pytest

from generator.readings.cut_words import cut_at_sense, denial_between, without_brackets


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Giấy phép nuôi ong", "Giấy phép nuôi ong"),
        ("Giấy phép nuôi ong lấy mật của hộ gia đình ở xã", "Giấy phép nuôi ong lấy mật…"),
        ("Giấy phép nuôi ong (do xã nơi có đàn cấp)", "Giấy phép nuôi ong"),
        ("Văn bản cam kết nuôi ong không phải để bán", "Văn bản cam kết nuôi ong…"),
        ("x" * 60, "x" * 29 + "…"),
    ],
)
def test_a_long_text_ends_at_a_unit_of_sense(said: str, shown: str) -> None:
    assert cut_at_sense(said, 30) == shown


def test_a_bracket_that_tells_which_copy_stays() -> None:
    said = "Giấy phép nuôi ong (bản sao có chứng thực) của hộ"
    assert without_brackets(said) == said
    assert without_brackets("Giấy phép nuôi ong (do xã nơi có đàn cấp) của hộ") == (
        "Giấy phép nuôi ong của hộ"
    )


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Ai nuôi ong ở vùng núi cao thì không phải nộp sổ", "thì không phải "),
        ("Ai nuôi ong không phải nộp sổ. Ai bán ong thì nộp sổ", ""),
        ("Ai nuôi ong ở vùng núi cao thì nộp sổ", ""),
    ],
)
def test_a_denial_is_told_in_its_own_sentence(said: str, left: str) -> None:
    assert denial_between(said, 11, said.rindex("nộp")) == left


def test_for_whom_a_paper_is_stays_of_a_bracket_that_explains_it() -> None:
    name = (
        "Mẫu thẻ ong điện tử (do người nuôi khai theo hướng dẫn trên Cổng, nếu người nuôi chọn nộp"
        " trực tuyến)"
    )
    assert without_brackets(name) == "Mẫu thẻ ong điện tử (nếu … nộp trực tuyến)"


def test_the_case_at_the_end_of_a_bracket_stays_without_a_sign_before_it() -> None:
    name = "Phiếu thiếu ong (trại cấp cho người nuôi đối với trường hợp người nuôi tự mua ong)"
    assert without_brackets(name) == ("Phiếu thiếu ong (đối với trường hợp người nuôi tự mua ong)")


def test_what_a_document_of_an_authority_contains_is_told() -> None:
    said = "Văn bản của cơ quan nhà nước có thẩm quyền có nội dung làm thay đổi quyết định nuôi ong"
    assert "làm thay đổi" in cut_at_sense(said, 60)


def test_the_case_of_a_number_or_size_is_not_that_of_the_paper() -> None:
    size = "Mẫu tem ong (05 mẫu cỡ 8 x 8 mm đối với trường hợp nộp đơn trên giấy)"
    assert without_brackets(size) == "Mẫu tem ong"


def test_an_alternative_is_not_cut_behind_the_word_for_any_paper() -> None:
    said = (
        "Sổ ong gốc hoặc được coi là sổ ong gốc hoặc giấy tờ liên quan thể hiện thời gian nuôi ong"
    )
    assert "hoặc giấy tờ liên quan thể hiện" in cut_at_sense(said, 66)
