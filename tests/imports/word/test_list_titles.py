"""Kinds and levels of lists: what the title above says, and what it does not take over."""

from pathlib import Path

import pytest

from generator.imports.word.listing import ListedRow, read_lists
from generator.imports.word.reading import read_word_file
from tests.imports.word.documents import cell, paragraph, table, write_docx

HEAD = ("STT", "Mã TTHC", "Tên thủ tục hành chính")
LEVEL_ROW = (cell("A"), cell("THỦ TỤC HÀNH CHÍNH CẤP TỈNH", span=2))


def second_list(tmp_path: Path, first: str, *titles: str, in_table: bool = False) -> ListedRow:
    level = (LEVEL_ROW,) if in_table else ()
    blocks = [paragraph(first), table(HEAD, *level, ("1", "1.900101", "Cấp giấy trồng tre"))]
    blocks += [*map(paragraph, titles), table(HEAD, ("1", "1.900102", "Gia hạn giấy trồng tre"))]
    return read_lists(read_word_file(write_docx(tmp_path / "a.docx", *blocks)).blocks).rows[1]


@pytest.mark.parametrize(
    "title",
    [
        "B. THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ",
        "2. Thủ tục hành chính bị bãi bỏ",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH HỦY BỎ",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH HẾT HIỆU LỰC",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH KHÔNG CÒN THỰC HIỆN",
    ],
)
def test_a_title_of_ended_procedures_makes_no_amendment(tmp_path: Path, title: str) -> None:
    row = second_list(tmp_path, "A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", title)
    assert row.action == "abolish"


def test_a_name_that_sounds_like_a_kind_is_no_title(tmp_path: Path) -> None:
    name = "1. Thủ tục: Sửa đổi, bổ sung giấy trồng tre"
    row = second_list(tmp_path, "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", name)
    assert row.action == "publish"


@pytest.mark.parametrize(
    ("first", "second", "levels"),
    [
        ("1. Danh mục TTHC mới ban hành cấp tỉnh", "2. Danh mục TTHC bị bãi bỏ", ()),
        ("1. Danh mục TTHC mới cấp tỉnh", "2. Danh mục TTHC bị bãi bỏ cấp xã", ("commune",)),
        ("A. Danh mục TTHC cấp tỉnh", "2. Danh mục TTHC bị bãi bỏ", ("province",)),
    ],
)
def test_a_list_of_another_kind_takes_levels_only_from_the_title_above_both(
    tmp_path: Path, first: str, second: str, levels: tuple[str, ...]
) -> None:
    assert second_list(tmp_path, first, second).levels == levels


def test_the_level_of_a_row_ends_with_its_list(tmp_path: Path) -> None:
    first, second = "Danh mục TTHC mới ban hành", "Danh mục TTHC bị bãi bỏ"
    assert second_list(tmp_path, first, second, in_table=True).levels == ()
    assert second_list(tmp_path, first, in_table=True).levels == ("province",)
