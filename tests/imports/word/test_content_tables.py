"""Papers, fees and times in tables: a row each, with its counts; what cannot be told is asked."""

from pathlib import Path

import pytest

from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.reading import read_word_file
from generator.imports.word.row_drafts import leave_amended_open
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.records.version import Version
from tests.imports.word.annexes import NAMES, content_blocks, decision_blocks
from tests.imports.word.documents import paragraph, table, write_docx

Rows = tuple[tuple[str, ...], ...]
Paper = tuple[str, int | None, int | None, str | None]
HEAD = ("STT", "Loại giấy tờ", "Bản chính", "Bản sao", "Ghi chú")


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path("catalogue"))[0]


def drafted_with(path: Path, catalogue: Catalogue, below: str, rows: Rows) -> DraftedDecision:
    """The draft of a procedure that has a table below a line of its contents."""
    blocks = content_blocks(NAMES[0], 1)
    at = next(number for number, block in enumerate(blocks) if below in block)
    blocks.insert(at + 1, table(*rows))
    head = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    listed = table(("STT", "Tên thủ tục hành chính"), ("1", NAMES[0]))
    file = read_word_file(write_docx(path / "a.docx", *decision_blocks(), head, listed, *blocks))
    return draft_decision_of([read_sources_of(file)], catalogue, GivenByUser())


def version_in(drafted: DraftedDecision) -> Version:
    version = drafted.procedures[0].version
    assert version
    return version


def papers_of(drafted: DraftedDecision) -> list[Paper]:
    groups = version_in(drafted).dossier.groups.items
    return [
        (one.name, one.originals, one.copies, one.text) for group in groups for one in group.items
    ]


@pytest.mark.parametrize(
    ("rows", "papers"),
    [
        (
            (HEAD, ("1", "Đơn tre", "01", "", "theo mẫu"), ("2", "Sơ đồ tre", "", "02", "")),
            [("Đơn tre", 1, None, "theo mẫu"), ("Sơ đồ tre", None, 2, None)],
        ),
        (
            (HEAD[:4], ("1", "Đơn tre", "x", ""), ("2", "Sơ đồ tre", "", "X")),
            [("Đơn tre", None, None, "Bản chính"), ("Sơ đồ tre", None, None, "Bản sao")],
        ),
        (
            (("TT", "Thành phần hồ sơ", "Số lượng"), ("1", "Đơn tre", "01 bản chính")),
            [("Đơn tre", 1, None, None)],
        ),
        (
            (
                ("TT", "Thành phần hồ sơ", "Số lượng", "Bản chính/Bản sao"),
                ("1", "Đơn tre", "01", "Bản chính"),
                ("2", "Sơ đồ tre", "02", "Bản sao"),
            ),
            [("Đơn tre", 1, None, None), ("Sơ đồ tre", None, 2, None)],
        ),
        (
            (
                ("TT", "Thành phần hồ sơ", "Số lượng", "Bản chính/Bản sao"),
                ("1", "Đơn tre", "01", "Bản chính hoặc bản sao"),
                ("2", "Sơ đồ tre", "01", "Bản sao có chứng thực"),
            ),
            [
                ("Đơn tre", None, None, "Số lượng: 01 (Bản chính hoặc bản sao)"),
                ("Sơ đồ tre", None, 1, "Bản sao có chứng thực"),
            ],
        ),
        (
            (
                ("TT", "Thành phần hồ sơ", "Số lượng"),
                ("1", "Đơn tre", "01 bản chính hoặc 01 bản sao"),
            ),
            [("Đơn tre", None, None, "Số lượng: 01 bản chính hoặc 01 bản sao")],
        ),
    ],
)
def test_papers_in_a_table_have_their_counts(
    tmp_path: Path, sample: Catalogue, rows: Rows, papers: list[Paper]
) -> None:
    drafted = drafted_with(tmp_path, sample, "a) Thành phần hồ sơ", rows)
    found = papers_of(drafted)
    assert [one for one in found if "tre" in one[0] and one in papers] == papers
    heads = {cell for row in rows[:1] for cell in row}
    assert not heads & {one[0] for one in found}
    left = {one.line.words for one in keep_ledger(drafted).of(WordUse.REPORTED)}
    assert not left & {cell for row in rows for cell in row}


def test_a_table_of_other_columns_is_asked_about_and_no_paper(
    tmp_path: Path, sample: Catalogue
) -> None:
    rows = (("Giấy", "Nơi cấp"), ("Đơn tre", "Xã"))
    drafted = drafted_with(tmp_path, sample, "a) Thành phần hồ sơ", rows)
    assert not {"Giấy", "Nơi cấp", "Đơn tre"} & {one[0] for one in papers_of(drafted)}
    assert [one.kind for one in drafted.procedures[0].remarks].count("table_unread") == 1
    left = {one.line.words for one in keep_ledger(drafted).of(WordUse.REPORTED)}
    assert {"Giấy", "Nơi cấp", "Đơn tre", "Xã"} <= left


def test_rows_of_another_table_do_not_run_together(tmp_path: Path, sample: Catalogue) -> None:
    rows = (
        ("TT", "Nội dung", "Mức thu"),
        ("1", "Cấp mới", "100.000 đồng"),
        ("2", "Cấp lại", "50.000 đồng"),
    )
    drafted = drafted_with(tmp_path, sample, "Phí, lệ phí", rows)
    fee = version_in(drafted).channels.items[0].fees.items[0]
    assert "- Cấp mới: 100.000 đồng\n- Cấp lại: 50.000 đồng" in (fee.text or "")
    uses = {one.line.words: one.use for one in keep_ledger(drafted).lines if one.line.place.table}
    assert uses["TT"] is WordUse.STRUCTURE
    assert uses["Mức thu"] is WordUse.REPORTED, "the title of its column is in no record"


def test_a_time_that_list_and_contents_contradict_stays_open_in_the_draft(
    tmp_path: Path, sample: Catalogue
) -> None:
    head = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    titles = ("STT", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí")
    listed = table(titles, ("1", NAMES[0], "40 ngày làm việc", "50.000 đồng/giấy phép"))
    blocks = [*decision_blocks(), head, listed, *content_blocks(NAMES[0], 1)]
    file = read_word_file(write_docx(tmp_path / "a.docx", *blocks))
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    notes = version_in(drafted).notes
    (note,) = (one for one in notes if "thời hạn" in one)
    assert note.startswith("TODO: thời hạn: danh mục ghi “40 ngày làm việc”, nội dung ghi “Không")
    assert "đang lấy theo nội dung" in note
    time = version_in(drafted).channels.items[0].time
    assert time
    assert time.value == 15
    leave_amended_open(drafted)
    assert version_in(drafted).notes == notes


def test_steps_in_a_table_are_steps(tmp_path: Path, sample: Catalogue) -> None:
    rows = (
        ("Bước", "Nội dung", "Thời gian"),
        ("8", "Nộp tre", "1 ngày"),
        ("9", "Đếm tre", "3 ngày"),
    )
    drafted = drafted_with(tmp_path, sample, "Trình tự thực hiện", rows)
    texts = [" ".join((one.text or "").split()) for one in version_in(drafted).steps.items]
    assert "Nội dung: Nộp tre; Thời gian: 1 ngày" in texts
    assert any(text.startswith("Nội dung: Đếm tre; Thời gian: 3 ngày") for text in texts)
