"""Rows of lists in the shapes in which offices type them: counted by Word, cut by pages."""

from pathlib import Path

import pytest

from generator.imports.word.listing import ReadList, read_lists
from generator.imports.word.reading import read_word_file
from tests.imports.word.documents import paragraph, table, write_docx

HEAD = ("TT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết")
COUNTED = f"<w:tc>{paragraph('', numbered=3)}</w:tc>"
"""A cell with nothing but a number that Word counts."""
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def read(path: Path, *blocks: str) -> ReadList:
    return read_lists(read_word_file(write_docx(path / "a.docx", *blocks)).blocks)


def told(found: ReadList) -> list[tuple[str, str]]:
    return [(row.number, row.name) for row in found.rows]


@pytest.mark.parametrize("code", ["", "1.999501"])
@pytest.mark.parametrize("section", [(), (("I. Lĩnh vực trồng tre", "", "", ""),)])
def test_rows_that_word_numbers_are_read_from_the_first_on(
    tmp_path: Path, code: str, section: tuple[tuple[str, ...], ...]
) -> None:
    rows = ((COUNTED, code, "Cấp thẻ", "3 ngày"), (COUNTED, "", "Đổi thẻ", "2 ngày"))
    found = read(tmp_path, table(HEAD, *section, *rows))
    assert told(found) == [("1", "Cấp thẻ"), ("2", "Đổi thẻ")]
    assert found.odd == []


def test_a_first_row_without_any_number_is_a_row(tmp_path: Path) -> None:
    found = read(tmp_path, table(HEAD, ("", "", "Cấp thẻ", ""), ("", "", "Đổi thẻ", "")))
    assert told(found) == [("", "Cấp thẻ"), ("", "Đổi thẻ")]


@pytest.mark.parametrize("between", [paragraph(""), PAGE, paragraph("Trang 2"), paragraph("- 7 -")])
def test_a_table_without_header_goes_on_with_the_list_above(tmp_path: Path, between: str) -> None:
    first = table(HEAD, ("1", "", "Cấp thẻ", "3 ngày"))
    second = table(("2", "", "Đổi thẻ", "2 ngày"), ("3", "", "Trả thẻ", "1 ngày"))
    found = read(tmp_path, first, between, second)
    assert told(found) == [("1", "Cấp thẻ"), ("2", "Đổi thẻ"), ("3", "Trả thẻ")]


@pytest.mark.parametrize(
    ("between", "row"),
    [
        ("Ghi chú", ("2", "", "Đổi thẻ", "2 ngày")),
        ("", ("5", "", "Đổi thẻ", "2 ngày")),
        ("", ("2", "", "Đổi thẻ")),
        ("", ("Nơi nhận", "", "KT. CHỦ TỊCH", "")),
    ],
)
def test_another_table_below_a_list_is_no_part_of_it(
    tmp_path: Path, between: str, row: tuple[str, ...]
) -> None:
    first = table(HEAD, ("1", "", "Cấp thẻ", "3 ngày"))
    assert told(read(tmp_path, first, paragraph(between), table(row))) == [("1", "Cấp thẻ")]
