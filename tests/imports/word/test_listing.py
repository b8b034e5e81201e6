"""Rows of lists in the shapes in which offices type them: counted by Word, cut by pages."""

from pathlib import Path

import pytest

from generator.imports.word.list_header import ListColumn
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


def test_a_cell_with_two_codes_gives_none(tmp_path: Path) -> None:
    codes = ("1.999501; 1.999502", "1.999501 (1.999501)")
    rows = ((str(n), code, "Cấp thẻ", "3 ngày") for n, code in enumerate(codes, 1))
    first, second = read(tmp_path, table(HEAD, *rows)).rows
    assert (first.code, first.unread_code) == (None, codes[0])
    assert second.code == "1.999501"


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


ABOLISHED = ("STT", "Mã số TTHC", "Tên thủ tục hành chính bị bãi bỏ", "Tên VBQPPL quy định bãi bỏ")


@pytest.mark.parametrize("name", ["Tên thủ tục hành chính bị bãi bỏ", "Tên TTHC bị bãi bỏ"])
def test_a_title_of_names_says_that_they_end_and_no_other_table_does(
    tmp_path: Path, name: str
) -> None:
    ended = table((*ABOLISHED[:2], name, ABOLISHED[3]), ("1", "1.999501", "Cấp thẻ", "Luật Tre"))
    other = table(HEAD, ("1", "", "Đổi thẻ", "2 ngày"))
    first, second = read(tmp_path, ended, paragraph("Ghi chú"), other).rows
    assert (first.name, first.action) == ("Cấp thẻ", "abolish")
    assert first.text(ListColumn.ABOLISHING) == "Luật Tre"
    assert (second.name, second.action) == ("Đổi thẻ", None)


def test_a_name_in_place_of_another_is_two_names_with_one_code(tmp_path: Path) -> None:
    head = ("STT", "Mã TTHC", "Tên TTHC được thay thế", "Tên TTHC thay thế")
    found = read(tmp_path, table(head, ("1", "1.999501", "Cấp thẻ cũ", "Cấp thẻ mới")))
    assert found.rows == []
    assert len(found.two_names) == 1


def test_places_and_ways_to_hand_in_have_a_column_each_or_share_one(tmp_path: Path) -> None:
    head = (*HEAD, "Địa điểm thực hiện", "Cách thức thực hiện")
    row = ("1", "", "Cấp thẻ", "", "UBND xã", "Nộp trực tuyến")
    [both] = read(tmp_path, table(head, row)).rows
    assert (both.text(ListColumn.PLACE), both.text(ListColumn.CHANNELS)) == row[4:]
    [one] = read(tmp_path, table((*HEAD, head[5]), (*row[:4], row[5]))).rows
    assert one.text(ListColumn.PLACE) == "Nộp trực tuyến"


def test_fees_and_charges_in_columns_of_their_own_keep_their_names(tmp_path: Path) -> None:
    [row] = read(
        tmp_path, table((*HEAD, "Phí", "Lệ phí"), ("1", "", "Thẻ", "", "Không", "9 đ"))
    ).rows
    assert row.text(ListColumn.FEE) == "Phí: Không;\nLệ phí: 9 đ"


@pytest.mark.parametrize(
    ("title", "cell", "read_as", "asked"),
    [
        ("Phí, lệ phí (1.000 đồng)", "20", "20.000 đồng", False),
        ("Phí, lệ phí (đồng)", "20.000", "20.000 đồng", False),
        ("Phí, lệ phí (nghìn đồng)", "Không", "Không", False),
        ("Phí, lệ phí (1.000 đồng)", "20 - 30", "20 - 30", True),
        ("Phí, lệ phí (1.000 đồng)", "30.000 đồng", "30.000 đồng", False),
    ],
)
def test_a_bare_figure_takes_the_unit_of_its_title(
    tmp_path: Path, title: str, cell: str, read_as: str, asked: bool
) -> None:
    found = read(tmp_path, table((*HEAD, title), ("1", "", "Cấp thẻ", "", cell)))
    assert found.rows[0].text(ListColumn.FEE) == read_as
    assert bool(found.unitless) == asked


def test_a_lettered_row_is_a_case_of_the_numbered_one_above(tmp_path: Path) -> None:
    rows = (
        *(("1", "", "Cấp thẻ", ""), ("1.1", "", "Cấp lại", "3 ngày")),
        *(("a", "", "Do mất", "2 ngày"), ("b)", "", "Do hỏng", "1 ngày"), ("2", "", "Trả thẻ", "")),
    )
    first, second = read(tmp_path, table(HEAD, *rows)).rows
    assert [(one.number, one.name) for one in first.cases] == [
        ("1.1", "Cấp lại"),
        ("1.1.a", "Cấp lại – Do mất"),
        ("1.1.b", "Cấp lại – Do hỏng"),
    ]
    assert second.cases == []


def test_a_lettered_row_with_a_code_is_no_case(tmp_path: Path) -> None:
    rows = (("1", "", "Cấp thẻ", ""), ("a", "1.999501", "Đổi thẻ", "2 ngày"))
    found = read(tmp_path, table(HEAD, *rows))
    assert [len(row.cases) for row in found.rows] == [0]
    assert "Đổi thẻ" in [line.words for line in found.odd]


def test_a_part_of_a_code_begins_no_row_and_a_code_does(tmp_path: Path) -> None:
    first = table(HEAD, ("1", "1.9995", "Cấp thẻ cho trẻ", "3 ngày"))
    second = table(HEAD, ("", "01", "em bị bỏ rơi", ""), ("2", "", "Đổi thẻ", ""))
    assert told(read(tmp_path, first, second))[0] == ("1", "Cấp thẻ cho trẻ em bị bỏ rơi")
    third = table(HEAD, ("", "1.999502", "Trả thẻ", ""))
    assert told(read(tmp_path, first, third))[1] == ("", "Trả thẻ")
