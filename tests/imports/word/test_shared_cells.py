"""Fees, places and bases of neighbouring rows: whose words are whose."""

from pathlib import Path

import pytest

from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow, read_lists
from generator.imports.word.reading import read_word_file
from tests.imports.word.documents import cell, table, write_docx

HEAD = ("STT", "Tên thủ tục hành chính", "Phí, lệ phí", "Căn cứ pháp lý")


def rows_of(tmp_path: Path, *rows: tuple[str, ...], pages_cut: bool = False) -> list[ListedRow]:
    file = read_word_file(write_docx(tmp_path / "a.docx", table(HEAD, *rows)))
    return read_lists(file.blocks, pages_cut=pages_cut).rows


@pytest.mark.parametrize("pages_cut", [False, True])
def test_each_row_keeps_its_own_fee(tmp_path: Path, pages_cut: bool) -> None:
    """A fee begins with a figure or a small letter, and is no end of the one above."""
    fees = ("50.000 đồng", "không thu", "120.000 đồng/giấy", "Không", "20.000 đồng")
    listed = [(str(n), f"Cấp giấy {n}", fee, "Luật Tre") for n, fee in enumerate(fees, 1)]
    found = rows_of(tmp_path, *listed, pages_cut=pages_cut)
    assert [row.text(ListColumn.FEE) for row in found] == list(fees)


def test_each_row_keeps_its_own_basis(tmp_path: Path) -> None:
    listed = (
        ("1", "Cấp giấy", "", "Luật Tre số 6/2007/QH12"),
        ("2", "Cấp lại giấy", "", "khoản 2 Điều 5 Nghị định số 161/2024/NĐ-CP"),
    )
    found = [row.text(ListColumn.BASIS) for row in rows_of(tmp_path, *listed)]
    assert found == [row[3] for row in listed]


def test_an_empty_cell_of_a_draft_is_empty(tmp_path: Path) -> None:
    listed = (("1", "Cấp giấy", "100.000 đồng", "Luật Tre"), ("2", "Cấp lại giấy", "", ""))
    second = rows_of(tmp_path, *listed)[1]
    assert (second.text(ListColumn.FEE), second.text(ListColumn.BASIS)) == ("", "")


def test_a_merged_cell_stands_for_all_its_rows(tmp_path: Path) -> None:
    shared = cell("100.000 đồng", merge="restart"), cell("Luật Tre", merge="restart")
    below = cell("", merge="continue"), cell("", merge="continue")
    listed = (("1", "Cấp giấy", *shared), ("2", "Cấp lại giấy", *below), ("3", "Khác", "", ""))
    found = rows_of(tmp_path, *listed)
    assert [row.text(ListColumn.FEE) for row in found] == ["100.000 đồng", "100.000 đồng", ""]


def test_a_merged_time_is_that_of_all_its_rows(tmp_path: Path) -> None:
    head = ("STT", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí")
    rows = (
        ("1", "Cấp giấy", cell("7 ngày", merge="restart"), "Không"),
        ("2", "Cấp lại giấy", cell("", merge="continue"), "Không"),
        ("3", "Khác", "", "Không"),
    )
    file = write_docx(tmp_path / "a.docx", table(head, *rows))
    found = read_lists(read_word_file(file).blocks).rows
    assert [row.text(ListColumn.TIME) for row in found] == ["7 ngày", "7 ngày", ""]


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        ("Nghị định số", "49/2026/NĐ-CP của Chính phủ", True),
        ("Luật Tre về quản lý", "tre, nứa", True),
        ("Luật Tre", "", True),
        ("Luật Tre", "15/2024/QH15", False),
        ("Luật Tre", "Luật Nứa", False),
    ],
)
def test_a_cell_that_a_page_cut_goes_on(
    tmp_path: Path, above: str, below: str, goes_on: bool
) -> None:
    listed = (("1", "Cấp giấy", "Không", above), ("2", "Cấp lại giấy", "Không", below))
    second = rows_of(tmp_path, *listed, pages_cut=True)[1].text(ListColumn.BASIS)
    assert second.startswith(above) is goes_on
    if below:
        assert below in second
