"""A title is listed by the word that tells what it is about, not by the act that it begins with."""

import pytest

from generator.law.agency_names import first_agency
from generator.law.title_objects import object_of, opening_words
from generator.law.titles import initial, split_title


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Thủ tục đăng ký kết hôn", "kết hôn"),
        ("Cấp, cấp lại, đổi Giấy phép lái xe", "lái xe"),
        ("Phê duyệt và điều chỉnh phương án cắm mốc", "phương án cắm mốc"),
        ("Công nhận “Làng văn hóa” mới", "Làng văn hóa” mới"),
        ("Thủ tục hải quan đối với tàu biển", "hải quan đối với tàu biển"),
        ("Đổi tên", "tên"),
        ("Cấp phép", "Cấp phép"),
        ("Xétnghiệm mẫu", "Xétnghiệm mẫu"),
        ("Đăng kiểm tàu cá", "Đăng kiểm tàu cá"),
    ],
)
def test_leading_acts_and_papers_are_no_object(title: str, about: str) -> None:
    assert object_of(title) == about


def test_a_page_of_a_list_is_named_by_two_words_of_the_object() -> None:
    assert opening_words("Cấp Chứng chỉ, chứng thư số") == "chứng chỉ"


def test_an_object_that_begins_with_đ_has_its_own_letter() -> None:
    assert initial(object_of("Cấp đất ở")) == "đ"


@pytest.mark.parametrize("length", [95, 96])
def test_a_title_that_fits_is_not_cut(length: int) -> None:
    assert split_title("a" * length) == ("a" * length, "")


def test_a_title_is_cut_at_a_word_and_nothing_is_lost() -> None:
    title = "đăng ký " * 20
    head, rest = split_title(title.strip())
    assert (len(head), head + rest) == (95, title.strip())


@pytest.mark.parametrize(
    ("names", "first"),
    [
        ("Bộ Văn hóa, Thể thao và Du lịch", ("Bộ Văn hóa, Thể thao và Du lịch", 0)),
        ("Bộ Công an, Bộ Quốc phòng, Sở Y tế.", ("Bộ Công an", 2)),
        ("Sở Tài chính các tỉnh, thành phố", ("Sở Tài chính các tỉnh, thành phố", 0)),
    ],
)
def test_only_a_comma_before_an_agency_parts_agencies(names: str, first: tuple[str, int]) -> None:
    assert first_agency(names) == first
