"""The list as text, as HTML and as CSV: each can be parsed, and text of records stays text."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.edition import Edition
from generator.model.gaps.report import GapReport, living_codes, report_gaps
from generator.pages.gaps.html import gaps_as_html
from generator.pages.gaps.table import gaps_as_csv
from generator.pages.gaps.text import gaps_as_text
from generator.records.registers import EditedAnswers
from tests.conftest import SAMPLE, edition_of
from tests.gaps.editions import PROCEDURE, edition_of_one
from tests.readings.versions import version
from tests.site.crawl import Document

Capture = pytest.CaptureFixture[str]

EVIL = "=cmd|'/c calc'!A1 <script>alert(1)</script> \x1b[31m\u202etxt</style>"


def hostile_edition() -> Edition:
    identity = replace(PROCEDURE, answers=EditedAnswers(time=f"{EVIL} 99 ngày"))
    record = replace(version(executing=[EVIL]), title=EVIL)
    return edition_of_one(record, identity=identity)


def report_of(edition: Edition) -> GapReport:
    return report_gaps(edition, living_codes(edition))


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_hostile_text_is_text_in_html() -> None:
    edition = hostile_edition()
    page = gaps_as_html(report_of(edition), edition, None)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert page.count("</style>") == 1
    assert "\u202e" not in page


def test_hostile_text_moves_no_cursor_on_a_terminal() -> None:
    edition = hostile_edition()
    text = "\n".join(gaps_as_text(report_of(edition), edition, None))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<script>alert(1)</script>" in text


def test_no_cell_of_the_table_is_a_formula() -> None:
    edition = hostile_edition()
    rows = rows_of(gaps_as_csv(report_of(edition), edition, None))
    assert any("cmd|" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_codes_are_cells_of_text() -> None:
    edition = edition_of_one(version())
    heads, first, *_ = rows_of(gaps_as_csv(report_of(edition), edition, None))
    assert first[heads.index("Mã thủ tục")] == "'1.000001"


def test_the_table_has_a_row_for_each_gap_and_says_that_cases_are_not_known() -> None:
    edition = edition_of(SAMPLE)
    report = report_of(edition)
    heads, *rows = rows_of(gaps_as_csv(report, edition, None))
    assert len(rows) == len(report.gaps)
    assert {len(row) for row in rows} == {len(heads)}
    assert {row[heads.index("Số người mỗi năm")] for row in rows} == {"không có trong bản ghi"}
    assert len(rows_of(gaps_as_csv(report, edition, 3))) == 4


def test_every_anchor_of_the_page_leads_somewhere() -> None:
    edition = edition_of(SAMPLE)
    page = gaps_as_html(report_of(edition), edition, None)
    ids = Document(page).ids
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_the_page_lists_as_many_as_asked_and_says_how_many_there_are() -> None:
    edition = edition_of(SAMPLE)
    report = report_of(edition)
    page = gaps_as_html(report, edition, 2)
    assert page.count("<tr class=") == 2
    assert f"2 trong {len(report.gaps)} chỗ" in page


def test_the_text_ends_with_a_line_of_numbers() -> None:
    edition = edition_of(SAMPLE)
    report = report_of(edition)
    lines = list(gaps_as_text(report, edition, 1))
    assert lines[-1].startswith(f"Đã xem {len(report.subjects)} thủ tục: {len(report.gaps)} chỗ")
    assert sum(line.startswith("1. [") for line in lines) == 1
    assert not [line for line in lines if line.startswith("2. [")]


def test_a_catalogue_without_a_gap_says_so() -> None:
    edition = edition_of(SAMPLE)
    empty = report_gaps(edition, [])
    assert list(gaps_as_text(empty, edition, None))[-1].endswith("Không có chỗ nào.")
    assert "<table" not in gaps_as_html(empty, edition, None)


@pytest.fixture
def here(catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(catalogue_copy.parent)
    return catalogue_copy


def run(capsys: Capture, *arguments: str) -> tuple[int, str]:
    status = main(["gaps", "--as-of", "2026-11-22", "--jobs", "1", *arguments])
    capture = capsys.readouterr()
    return status, capture.out + capture.err


def test_the_command_prints_or_writes_a_file(here: Path, capsys: Capture) -> None:
    assert here.is_dir()
    status, printed = run(capsys, "--format", "csv", "--limit", "1")
    assert status == 0
    assert printed.count("\n") == 2
    status, printed = run(capsys, "--format", "html", "--into", "cho-thieu.html")
    assert status == 0
    assert "cho-thieu.html" in printed
    assert Document(Path("cho-thieu.html").read_text("utf8")).ids


def test_a_field_that_does_not_exist_is_misuse(here: Path, capsys: Capture) -> None:
    assert here.is_dir()
    status, printed = run(capsys, "--field", "ho-tic")
    assert status == 2
    assert "ho-tich" in printed
    assert run(capsys, "--agency", "khong-co")[0] == 2
    assert run(capsys, "--limit", "-1")[0] == 2


def test_a_file_that_cannot_be_written_is_misuse(here: Path, capsys: Capture) -> None:
    assert here.is_dir()
    assert run(capsys, "--into", "khong-co/tep.html")[0] == 2


def test_files_that_cannot_be_read_are_said_and_end_with_one(here: Path, capsys: Capture) -> None:
    broken = next(here.glob("procedures/ho-tich/*/v001.yml"))
    broken.write_text("title: [", "utf8")
    status, printed = run(capsys)
    assert status == 1
    assert "1 tệp không đọc được" in printed


def test_the_command_speaks_english(here: Path, capsys: Capture) -> None:
    assert here.is_dir()
    status, printed = run(capsys, "--lang", "en", "--limit", "1")
    assert status == 0
    assert "procedures looked at" in printed
