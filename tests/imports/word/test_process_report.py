"""Annexes of processes alone: whose they are, from which day, and the source in the report."""

from html import unescape
from pathlib import Path

import pytest

from generator.cli import main
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import keep_ledger
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.sources import GivenByUser, TypedCommand
from generator.law.changes import by_part
from generator.locale import words_of
from generator.pages.describe import Describer
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import (
    NAMES,
    content_blocks,
    decision_blocks,
    list_blocks,
    write_annex,
)
from tests.imports.word.documents import cell, paragraph, table, text_box
from tests.imports.word.processes import approval, one_table, published_catalogue, sources_of


def test_commands_have_the_folders_and_each_decision_only_its_own_files(tmp_path: Path) -> None:
    sample = load_catalogue(Path("catalogue"))[0]
    published = [*decision_blocks("17/QĐ-UBND"), *list_blocks()]
    contents = list(content_blocks(NAMES[0], 1))
    files = (published, approval("18/QĐ-UBND", one_table()), contents)
    sources = sources_of(tmp_path, *files)
    paths = {f"{at}.docx": f"../ban gui/{at}.docx" for at in range(3)}
    typed = TypedCommand(paths, "danh-muc")
    with pytest.raises(UnreadableFileError) as asked:
        draft_decision_of(sources, sample, GivenByUser(typed=typed))
    assert asked.value.values["commands"].split("\n") == [
        '  niemyet import word "../ban gui/0.docx" "../ban gui/2.docx" --into danh-muc '
        "--number 17/QĐ-UBND --report nhap-word-17.html",
        '  niemyet import word "../ban gui/1.docx" --into danh-muc '
        "--number 18/QĐ-UBND --report nhap-word-18.html",
    ]
    second = draft_decision_of(sources, sample, GivenByUser(number="18/QĐ-UBND"))
    assert [source.file.name for source in second.sources] == ["1.docx"]


def annex_of_office(serial: str) -> list[str]:
    """An annex of internal processes whose head leaves the province unnamed."""
    head = f"(Kèm theo Quyết định số {serial}/QĐ-VP.UBND ngày 03/8/2026 của Văn phòng UBND tỉnh)"
    return [paragraph("QUY TRÌNH NỘI BỘ"), paragraph(head), one_table()]


def test_an_office_without_its_province_is_that_whose_numbers_have_the_symbol(
    tmp_path: Path,
) -> None:
    into = published_catalogue(tmp_path)
    annex = write_annex(tmp_path / "qt.docx", *annex_of_office("18"))
    words = [
        "import",
        "word",
        str(annex),
        "--into",
        str(into),
        "--report",
        str(tmp_path / "r.html"),
    ]
    assert main(words) == 2, "no decision of the catalogue has this symbol"
    decision = next((into / "decisions").rglob("17.yml"))
    text = decision.read_text("utf8")
    decision.write_text(text.replace("17/QĐ-UBND", "17/QĐ-VP.UBND"), "utf8")
    assert main(words) == 0
    made = load_catalogue(into)[0].decisions
    [own] = [one for one in made.values() if one.number == "18/QĐ-VP.UBND"]
    assert own.agency == "ubnd-tinh-mau"


def test_processes_without_a_day_of_effect_are_asked_for_it_and_no_code_is_blamed(
    tmp_path: Path,
) -> None:
    into = published_catalogue(tmp_path)
    head = "(Kèm theo Quyết định số 18/QĐ-UBND ngày 03/8/2026 của UBND tỉnh Mẫu)"
    blocks = [paragraph("QUY TRÌNH NỘI BỘ"), paragraph(head), one_table()]
    annex = write_annex(tmp_path / "qt.docx", *blocks)
    report = tmp_path / "r.html"
    words = ["import", "word", str(annex), "--into", str(into), "--report", str(report)]
    assert main([*words, "--dry-run"]) == 0
    page = report.read_text("utf8")
    first = page[page.index("Xem những điều này trước") :]
    assert "--effective 2026-08-03" in first[: first.index("</li>")], "it stands first"
    assert "TL102" not in page
    assert main([*words, "--dry-run", "--effective", "2026-08-03"]) == 0
    assert "--effective" not in report.read_text("utf8")


def test_the_report_has_the_source_of_a_process_beside_it(tmp_path: Path) -> None:
    into = published_catalogue(tmp_path)
    annex = write_annex(tmp_path / "18.docx", *approval("18/QĐ-UBND", one_table()))
    report = tmp_path / "r.html"
    main(["import", "word", str(annex), "--into", str(into), "--report", str(report)])
    page = unescape(report.read_text("utf8"))
    section = page[page.index('<section id="tt-1-') : page.index("</section>")]
    assert f"<summary>1. {NAMES[0]}" in section, "the number of the annex"
    assert section.count("<tr>") == 2, "a head, and the process: nothing else was read"
    source = section[section.index('class="source"') :]
    assert "tìm “1”" not in source
    assert f"tìm “{NAMES[0]}”" in source
    assert "1.1 | Trường hợp thuê đất | 15 ngày làm việc | 25 ngày làm việc" in source
    assert "Bước 2 | Thẩm định | Phòng Tre | 2,5 | 7,5" in source
    assert "Tổng thời gian: 15 ngày làm việc" in section


def test_a_process_drawn_as_boxes_is_told_with_its_place_and_its_words(tmp_path: Path) -> None:
    sample = load_catalogue(Path("catalogue"))[0]
    steps = ("Trung tâm Phục vụ tiếp nhận", "Chuyên viên xử lý", "Lãnh đạo ký")
    drawn = table(
        ("TT", "Tên thủ tục hành chính", "Quy trình nội bộ giải quyết thủ tục hành chính"),
        ("1", NAMES[0], cell(*("" for _ in steps))),
    )
    boxes = [paragraph("", inside=text_box(one)) for one in steps]
    heading = paragraph("QUY TRÌNH NỘI BỘ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH")
    blocks = [*decision_blocks("17/QĐ-UBND"), *list_blocks(), heading, drawn, *boxes]
    drafted = draft_decision_of(sources_of(tmp_path, blocks), sample, GivenByUser())
    [asked] = [one for one in drafted.remarks if one.kind == "process_drawn"]
    assert asked.values == {"count": "3"}
    page = unescape(render_word_report([ReportPart(drafted, keep_ledger(drafted))], words_of("vi")))
    assert "vẽ bằng hình khối (3 ô)" in page
    assert f"tìm “{steps[0]}”" in page
    assert all(page.count(one) >= 1 for one in steps), "no word of a box is lost"


def test_the_report_words_a_draft_as_its_review_does(tmp_path: Path) -> None:
    sample = load_catalogue(Path("catalogue"))[0]
    blocks = [*decision_blocks("17/QĐ-UBND"), *list_blocks(), *content_blocks(NAMES[0], 1)]
    drafted = draft_decision_of(sources_of(tmp_path, blocks), sample, GivenByUser())
    page = unescape(render_word_report([ReportPart(drafted, keep_ledger(drafted))], words_of("vi")))
    one = drafted.procedures[0]
    assert one.version
    describer = Describer(drafted.registers.with_drafts, words_of("vi"))
    said = [each for parts in by_part(one.version).values() for each in describer.said_of(parts)]
    abouts = {about for part, about, _ in said if part == "time"}
    assert abouts == {"Nộp trực tiếp; Nộp qua bưu chính; Nộp trực tuyến"}
    for _, about, text in said:
        line = f"{about}: {text}" if about else text
        assert line.split("\n")[0] in page.replace("<br>", "\n"), line
