"""Which procedure a table of steps belongs to: that of the heading nearest above it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.exports.word.versions import NO_PROCESS
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.drafted import DraftedProcedure
from generator.imports.word.pairing import ListedContent, words_of_name
from generator.imports.word.process_pairing import ask_for_processes
from generator.imports.word.process_tables import read_processes
from generator.imports.word.process_titles import titles_above
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.reading import read_word_file
from generator.records.stated import Stated
from generator.records.tree import load_catalogue
from generator.records.version import InternalStep
from tests.imports.word.annexes import NAMES, write_annex
from tests.imports.word.documents import cell, paragraph, table

_HEAD = ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian (ngày làm việc)")


def _steps(what: str) -> str:
    return table(_HEAD, ("Bước 1", f"Nhận {what}", "Một cửa", "1"))


def _read(tmp_path: Path, *blocks: str) -> list[PrintedProcess]:
    return read_processes(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).blocks)


def _titles(*lines: str) -> Sequence[str]:
    place = WordPlace("a.docx", 1)
    return [one.words for one in titles_above([WordLine(place, "", text) for text in lines])]


def test_the_contents_above_in_the_same_file_name_no_process(tmp_path: Path) -> None:
    contents = (paragraph(f"{n}. Thủ tục: {name}") for n, name in enumerate(NAMES[:3], 1))
    papers = (paragraph("- Đơn đề nghị;"), paragraph("- Bản sao giấy tờ."))
    tables = (
        part
        for n, name in enumerate(NAMES[:3], 1)
        for part in (paragraph(f"{n}. {name}"), _steps(name))
    )
    found = _read(tmp_path, *contents, *papers, *tables)
    assert [one.names for one in found] == [[f"{n}. {t}"] for n, t in enumerate(NAMES[:3], 1)]
    assert [one.steps[0].name for one in found] == [f"Nhận {name}" for name in NAMES[:3]]


def test_headings_one_after_the_other_share_the_table_below() -> None:
    assert _titles("- Luật Tre", "1. Cấp thẻ", "2. Đổi thẻ", "- Tổng số: 3") == (
        ["1. Cấp thẻ", "2. Đổi thẻ"]
    )
    assert _titles("QUY TRÌNH CẤP XÃ", "- Cấp thẻ", "- Đổi thẻ") == ["- Cấp thẻ", "- Đổi thẻ"]


@pytest.mark.parametrize(
    "heading",
    [
        "Quy trình số 01: Cấp thẻ tre",
        "I. Quy trình nội bộ giải quyết thủ tục “Cấp thẻ tre”",
        "CẤP THẺ TRE",
        "QT-01. CẤP THẺ TRE",
        "1. Tên thủ tục hành chính: Cấp thẻ tre",
        "3. Thủ tục cấp thẻ tre",
    ],
)
def test_headings_of_all_kinds_are_found_and_compared_by_their_name(heading: str) -> None:
    assert _titles("1. Thủ tục: Khác", "- Luật Tre", "PHỤ LỤC III", heading, "") == [heading]
    assert words_of_name(heading) == words_of_name("Cấp thẻ tre")


def test_a_line_that_heads_the_annex_comes_after_every_marked_heading() -> None:
    assert _titles("1. Cấp thẻ tre", "QUY TRÌNH NỘI BỘ CẤP XÃ") == ["1. Cấp thẻ tre"]


def test_roman_numbers_begin_procedures_where_steps_follow_at_once(tmp_path: Path) -> None:
    rows = (
        ("I", cell(NAMES[0], span=2), "05"),
        ("1", "Nhận hồ sơ", "Một cửa", "0,5"),
        ("2", "Thẩm định", cell("Phòng Tre", merge="restart"), "3"),
        ("3", "Trình ký", cell("", merge="continue"), "1,5"),
        ("II", cell(NAMES[1], span=2), "02"),
        ("1", "Nhận", "Một cửa", "1"),
        ("2", "Ký", "Lãnh đạo", "1"),
    )
    first, second = _read(tmp_path, table(_HEAD, *rows))
    assert (first.names, second.names) == ([NAMES[0]], [NAMES[1]])
    assert [one.role for one in first.steps] == ["Một cửa", "Phòng Tre", "Phòng Tre"]
    assert [one.name for one in second.steps] == ["Nhận", "Ký"]


def test_roman_numbers_of_fields_begin_no_procedure(tmp_path: Path) -> None:
    rows = (
        ("I", cell("Lĩnh vực tre", span=2), ""),
        ("1", cell(NAMES[0], span=2), "2"),
        ("Bước 1", "Nhận", "Một cửa", "2"),
    )
    (process,) = _read(tmp_path, table(_HEAD, *rows))
    assert process.names == [NAMES[0]]


def test_a_process_that_the_decision_approves_and_no_file_has_is_left_open() -> None:
    version = load_catalogue(Path("catalogue"))[0].versions["1.900104"][-1]
    unread: Stated[InternalStep] = Stated(not_stated=NO_PROCESS)
    drafted = DraftedProcedure(ListedContent(None, None), "1.900104", version.title, "tre")
    drafted.version = replace(version, internal_process=unread)
    ask_for_processes([drafted], approves=True)
    assert (drafted.version.internal_process.not_stated or "").startswith("TODO")
