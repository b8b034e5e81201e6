"""Lists in Excel: known by the titles of their columns, compared by code, drafted."""

import csv
import io
import shutil
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.imports.excel.compare import compare_list
from generator.imports.excel.drafts import draft_listed
from generator.imports.excel.reading import (
    ExcelColumn,
    ExcelLack,
    LeftRow,
    read_excel_list,
)
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.registers import DraftRegisters
from generator.locale import words_of
from generator.records.tree import load_catalogue

PORTAL = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
ROWS = (
    (
        "1.001193",
        "Đăng ký khai sinh",
        "Bộ Tư pháp",
        "Ủy ban nhân dân cấp xã\nSở Tư pháp",
        "Hộ tịch",
    ),
    ("1.900102", "Đăng ký kết hôn nhanh ", "Bộ Tư pháp", "Ủy ban nhân dân cấp xã", "Hộ tịch"),
    (1.01497, "Cấp thẻ trồng tre", "Bộ Tre", "Sở Tre", "Trồng tre"),
    ("1.014970", "Cấp thẻ trồng trúc", "Bộ Tre", "Sở Tre", "Trồng tre"),
    ("", "Thủ tục chưa có mã", "Bộ Tre", "", "Trồng tre"),
    ("Tổng cộng", "", "", "", ""),
)


def written(path: Path, header: tuple[str, ...], *rows: tuple[object, ...], blank: int = 1) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(blank):
        sheet.append(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",))
    for row in (header, *rows):
        sheet.append(row)
    book.save(path)
    return path


def test_columns_are_found_by_title_within_ten_rows(tmp_path: Path) -> None:
    header = ("STT", "MÃ TTHC", "Tên TTHC", "Lĩnh vực", "Phí", "Lệ Phí", "Cấp thực hiện")
    row = (1, "2.000674", "Cấp giấy phép", "Xăng dầu", "", "", "Cấp tỉnh, Cấp xã")
    found = read_excel_list(written(tmp_path / "a.xlsx", header, row, blank=9)).rows
    assert [(one.code, one.name, one.number) for one in found] == [
        ("2.000674", "Cấp giấy phép", 11)
    ]
    assert found[0].values[ExcelColumn.LEVEL] == "Cấp tỉnh, Cấp xã"
    with pytest.raises(UnreadableFileError, match="no_columns"):
        read_excel_list(written(tmp_path / "b.xlsx", header, row, blank=10))


@pytest.mark.parametrize("title", ["Số hồ sơ TTHC", "Mã hồ sơ", "Mã số TTHC", "Số TTHC", "Mã"])
def test_the_column_of_codes_goes_by_many_titles(tmp_path: Path, title: str) -> None:
    path = written(tmp_path / "a.xlsx", ("STT", title, "Tên TTHC"), (1, "2.000674", "Nuôi ong"))
    assert [row.code for row in read_excel_list(path).rows] == ["2.000674"]


def test_a_code_that_excel_made_a_number_gets_its_digits_back(tmp_path: Path) -> None:
    rows = read_excel_list(written(tmp_path / "a.xlsx", PORTAL, *ROWS)).rows
    assert [(row.code, row.restored) for row in rows] == [
        ("1.001193", False),
        ("1.900102", False),
        ("1.014970", True),
        ("1.014970", False),
        (None, False),
    ]
    assert rows[0].entries(ExcelColumn.EXECUTING) == ("Ủy ban nhân dân cấp xã", "Sở Tư pháp")


ELEVEN = ("STT", "Mã TTHC", "Tên Thủ tục hành chính", "Lĩnh vực", "Cơ quan công bố")
ELEVEN += ("Loại TTHC", "Cơ quan thực hiện", "Cấp thực hiện", "Mức độ cung cấp", "Phí - lệ phí")
EIGHTEEN = ("STT", "MÃ TTHC", "Tên TTHC", "Lĩnh vực", "Phí", "Lệ Phí", "Cấp thực hiện")
EIGHTEEN += ("Cơ quan thực hiện", "Cùng cấp", "02 cấp", "Phi địa giới", "Toàn trình", "Một phần")
EIGHTEEN += ("Cung cấp thông tin", "Dịch vụ BCCI", "Quyết định số", "TRẠNG THÁI", "Ghi chú")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            (*ELEVEN, "Đơn vị thực hiện"),
            (
                1,
                1.9,
                "Trồng tre",
                "Tre",
                "Bộ Tre",
                "TTHC",
                "Sở Tre",
                "Cấp tỉnh",
                "Một phần",
                "Không",
            ),
        ),
        (
            EIGHTEEN,
            (
                *(
                    1,
                    "1,900",
                    "Tre",
                    "Tre",
                    "Không",
                    "",
                    "Tỉnh",
                    "Sở Tre",
                    "",
                    "",
                    "X",
                    "",
                    "x",
                    "",
                ),
                *("X", "9/QĐ-UBND", "", "Rà soát"),
            ),
        ),
    ],
    ids=["11 columns", "18 columns"],
)
def test_lists_of_offices_are_drafted_with_all_that_their_columns_say(
    tmp_path: Path, header: tuple[str, ...], row: tuple[object, ...]
) -> None:
    file = written(tmp_path / "a.xlsx", header, row)
    registers = DraftRegisters(load_catalogue(Path("catalogue"))[0], "ubnd-tinh-mau")
    read = read_excel_list(file).rows
    assert [(one.code, one.restored) for one in read] == [("1.900000", True)]
    files = dict(draft_listed(read, registers))
    text = next(text for path, text in files.items() if path.endswith("v001.yml"))
    assert "- province" in text
    assert "state: absent" in text
    assert "level: partial" in text
    assert ("non_territorial: true" in text) == (header is EIGHTEEN)
    assert ("receives_dossier: true" in text) == (header is EIGHTEEN)
    assert ("- 'Quyết định số: 9/QĐ-UBND'\n- Rà soát" in text) == (header is EIGHTEEN)


def test_a_list_is_compared_by_code_and_nothing_is_merged(tmp_path: Path) -> None:
    read = read_excel_list(written(tmp_path / "a.xlsx", PORTAL, *ROWS))
    compared = compare_list(read.rows, load_catalogue(Path("catalogue"))[0])
    assert [row.code for row in compared.same] == ["1.001193"]
    assert [(row.code, name) for row, name in compared.renamed] == [("1.900102", "Đăng ký kết hôn")]
    assert [row.name for row in compared.only_here] == ["Cấp thẻ trồng tre"]
    assert [row.name for _, row in compared.conflicts] == ["Cấp thẻ trồng trúc"]
    assert [row.name for row in compared.without_code] == ["Thủ tục chưa có mã"]
    left = LeftRow("a.xlsx", "Sheet", 8, "Tổng cộng", ExcelLack.NAME, "B8")
    assert read.left == [left]
    codes = {code for code, _ in compared.missing}
    assert codes
    assert not codes & {"1.001193", "1.900102"}


def test_what_only_the_list_has_is_drafted_without_contents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into, report = tmp_path / "danh-muc", tmp_path / "so-sanh.csv"
    shutil.copytree("catalogue", into)
    file = written(tmp_path / "a.xlsx", PORTAL, *ROWS)
    options = ["--into", str(into), "--report", str(report), "--write", "--jobs", "1"]
    assert main(["import", "excel", str(file), *options]) == 0
    assert "1 giống danh mục, 1 khác tên, 1 chỉ có trong danh sách" in capsys.readouterr().out
    with report.open(encoding="utf-8-sig", newline="") as table:
        assert len(list(csv.reader(table))) > 5
    checked = check_catalogue(into, words_of("vi"), date(2026, 11, 1))
    assert checked.catalogue.versions["1.014970"][0].title == "Cấp thẻ trồng tre"
    assert checked.catalogue.agencies["bo-tre"].level == "central"
    assert checked.catalogue.fields["trong-tre"].name == "Trồng tre"


def test_other_files_are_refused_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"%PDF-1.7")
    assert main(["import", "excel", str(file), "--into", "catalogue"]) == 2
    assert "a.xlsx: Đây là tệp PDF" in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["method", "deflated", "encoding", "xml"])
def test_a_damaged_workbook_is_refused_in_a_sentence(tmp_path: Path, damage: str) -> None:
    file = written(tmp_path / "a.xlsx", ("MÃ TTHC", "Tên TTHC"), ("2.000674", "Cấp giấy phép"))
    file.write_bytes(_damaged(file.read_bytes(), damage))
    with pytest.raises(UnreadableFileError, match=r"office\.is\.broken"):
        read_excel_list(file)


def _damaged(content: bytes, damage: str) -> bytes:
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if damage == "encoding":
        parts[sheet] = parts[sheet].replace(b"<sheetData>", b"<sheetData>\xff\xfe")
    if damage == "xml":
        parts[sheet] = parts[sheet].replace(b"</row>", b"</rov>")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, inside in parts.items():
            package.writestr(name, inside)
        entry = package.getinfo(sheet)
    made = bytearray(target.getvalue())
    start = entry.header_offset + 30 + len(sheet)
    if damage == "deflated":
        made[start : start + 20] = b"\xff" * 20
    if damage == "method":
        at = made.rindex(sheet.encode()) - 46
        made[at + 10] = made[entry.header_offset + 8] = 97
    return bytes(made)


def test_a_row_that_cannot_be_taken_says_its_cell_and_the_rest_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into, report = tmp_path / "danh-muc", tmp_path / "so-sanh.csv"
    shutil.copytree("catalogue", into)
    rows = (("1.999304", "x" * 5000), ("1.999305", "Cấp thẻ"), ("1.9OO305", "Cấp sổ"))
    file = written(tmp_path / "a.xlsx", ("Mã số", "Tên"), *rows)
    options = ["--into", str(into), "--report", str(report), "--write", "--jobs", "1"]
    assert main(["import", "excel", str(file), *options]) == 0
    said = capsys.readouterr().out
    assert "dòng 3, ô B3 có một từ dài quá mức" in said
    assert "dòng 5, ô A5 không phải đúng một mã" in said
    assert "không đọc được" in report.read_text(encoding="utf-8-sig")
    assert [one.name for one in (into / "procedures").rglob("1.99930*")] == ["1.999305"]


def test_a_list_given_twice_counts_its_rows_as_repeated(tmp_path: Path) -> None:
    file = written(tmp_path / "a.xlsx", PORTAL, *ROWS)
    once, again = read_excel_list(file).rows, read_excel_list(file).rows
    catalogue = load_catalogue(Path("catalogue"))[0]
    assert compare_list(once, catalogue).repeated == ()
    twice = compare_list([*once, *again], catalogue)
    assert [row.code for row in twice.repeated] == ["1.001193", "1.900102", "1.014970"]
