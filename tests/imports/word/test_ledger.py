"""What a ledger calls placed is in a record, and what it calls structure says nothing more."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.reading import read_word_file
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.imports.word.written_words import words_in
from generator.law.text import fold_text
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import (
    NAMES,
    contents_of,
    decision_blocks,
    list_blocks,
    stitched_blocks,
)
from tests.imports.word.documents import paragraph, table, write_docx
from tests.imports.word.processes import one_table, own_table

LOST = (
    "Quyết định này không áp dụng cho hồ sơ đã nộp",
    "Số: liệu kèm theo tại phụ lục",
    "Chủ tịch Ủy ban nhân dân các xã niêm yết công khai",
    "TM. hội đồng, tổ thư ký đã họp",
    "Ngày 05 tháng 9 năm 2026 đã gửi",
    "Sở B, Sở C đã thống nhất",
)
_LAYOUT = set(
    fold_text(
        "cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc số quyết định nơi nhận kt tm"
        " ủy ban nhân dân tỉnh mẫu chủ tịch phó ngày tháng năm căn cứ điều lưu"
        " bước danh mục thủ tục hành chính mới ban hành lĩnh vực trồng tre cấp xã tthc x"
        " tt stt mã hồ sơ tên thời hạn giải quyết địa điểm thực hiện phí lệ phí vnđ pháp lý hình"
        " thức qua dịch vụ bcci mức độ công trực tuyến tiếp nhận trả kết quả toàn trình một phần"
        " trình tự cách thành phần lượng đối tượng xử bước gian nội dung công việc đơn vị"
        " cơ quan mẫu đơn tờ khai yêu cầu kiện của bộ"
    ).split()
)
"""The words by which a decision and its annexes are laid out: records say them by their keys."""


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path("catalogue"))[0]


def draft(path: Path, catalogue: Catalogue, *blocks: str) -> DraftedDecision:
    file = read_word_file(write_docx(path / "a.docx", *blocks))
    return draft_decision_of([read_sources_of(file)], catalogue, GivenByUser())


def reported(drafted: DraftedDecision) -> list[str]:
    return [one.line.words for one in keep_ledger(drafted).of(WordUse.REPORTED)]


def changed(before: str, *after: str) -> list[str]:
    """The first pages with one paragraph in place of another, or with more of them."""
    blocks = decision_blocks()
    at = next(number for number, block in enumerate(blocks) if before in block)
    return [*blocks[:at], *map(paragraph, after), *blocks[at + 1 :]]


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("before", ["Căn cứ Luật", "QUYẾT ĐỊNH:"])
def test_a_line_that_begins_like_the_letterhead_is_none(
    tmp_path: Path, sample: Catalogue, lost: str, before: str
) -> None:
    kept = {"Căn cứ Luật": "Căn cứ Luật A;", "QUYẾT ĐỊNH:": "QUYẾT ĐỊNH:"}[before]
    drafted = draft(tmp_path, sample, *changed(before, lost, kept), *list_blocks())
    assert lost in reported(drafted)


@pytest.mark.parametrize("lost", LOST)
def test_a_line_behind_the_signature_is_reported(
    tmp_path: Path, sample: Catalogue, lost: str
) -> None:
    blocks = [*decision_blocks(), paragraph(lost), *list_blocks()]
    assert lost in reported(draft(tmp_path, sample, *blocks))


@pytest.mark.parametrize("more", LOST)
def test_a_paragraph_of_an_article_is_in_the_record(
    tmp_path: Path, sample: Catalogue, more: str
) -> None:
    blocks = changed("Điều 3.", "Điều 3. Thi hành", more)
    drafted = draft(tmp_path, sample, *blocks, *list_blocks())
    if not more.startswith("TM."):
        assert more in (drafted.decision.note or "").split("\n")
        assert more not in reported(drafted)


@pytest.mark.parametrize(
    ("ground", "is_kept"),
    [
        ("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát", False),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/20100 của Chính phủ;", True),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP (đã được sửa bởi Nghị định số 92/2017/NĐ-CP)", True),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP về kiểm soát thủ tục hành chính và việc khác", True),
    ],
)
def test_words_of_a_ground_that_its_document_has_not_are_kept(
    tmp_path: Path, sample: Catalogue, ground: str, is_kept: bool
) -> None:
    drafted = draft(tmp_path, sample, *changed("63/2010", ground), *list_blocks())
    assert "63-2010-nd-cp" in drafted.decision.grounds
    assert (ground.rstrip(" .;") in drafted.decision.ground_texts) is is_kept
    assert ground not in reported(drafted)


def test_the_name_of_an_abolished_procedure_nobody_has_is_reported(
    tmp_path: Path, sample: Catalogue
) -> None:
    title = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH BÃI BỎ LĨNH VỰC TRỒNG TRE")
    rows = table(("STT", "Tên thủ tục hành chính"), ("1", "Cấp phép đốt nương"))
    drafted = draft(tmp_path, sample, *decision_blocks(), title, rows)
    assert "Cấp phép đốt nương" in reported(drafted)


@pytest.mark.parametrize(
    "blocks",
    [
        [*list_blocks(), *contents_of(*NAMES)],
        [*stitched_blocks(), *contents_of(*NAMES, automatic=True)],
        [*list_blocks(), *contents_of(*NAMES, drift=NAMES[1])],
        [*list_blocks(), one_table(), *own_table()],
    ],
)
@pytest.mark.parametrize("front", [decision_blocks(), changed("Điều 3.", "Điều 3. A", *LOST)])
def test_every_word_of_a_paragraph_is_in_a_record_or_the_line_is_in_the_report(
    tmp_path: Path, sample: Catalogue, front: list[str], blocks: list[str]
) -> None:
    drafted = draft(tmp_path, sample, *front, *blocks)
    ledger = keep_ledger(drafted)
    assert sum(ledger.characters.values()) == ledger.read
    written = _written(drafted)
    for one in ledger.lines:
        if one.use in (WordUse.PLACED, WordUse.STRUCTURE):
            missing = set(_words(one.line.words)) - written - _LAYOUT
            assert not missing, (one.use, one.line.words)


def _written(drafted: DraftedDecision) -> set[str]:
    versions = [one.version or one.unchanged for one in drafted.procedures]
    registers = drafted.registers.with_drafts
    grounds = [registers.documents[key] for key in drafted.decision.grounds]
    fields = [registers.fields[one.field_id] for one in drafted.procedures]
    drafts = [*filter(None, versions), *drafted.registers.documents.values()]
    names = [registers.agencies[drafted.decision.agency], *grounds, *fields]
    return set(_words(words_in([drafted.decision, *drafts, *names])))


def _words(text: str) -> list[str]:
    """The words of a text; figures are written as numbers in records."""
    return re.findall(r"[^\W\d_]+", fold_text(text))


def test_hidden_and_struck_words_are_told(tmp_path: Path, sample: Catalogue) -> None:
    runs = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Công bố kèm theo Quyết định này</w:t></w:r>"
    runs += "<w:r><w:rPr><w:strike/></w:rPr><w:t> và khai thác tre</w:t></w:r>"
    blocks = decision_blocks()
    at = next(number for number, block in enumerate(blocks) if "Điều 3." in block)
    blocks[at] = paragraph("Điều 3. Thi hành", inside=runs)
    drafted = draft(tmp_path, sample, *blocks, *list_blocks())
    assert "Công bố kèm theo Quyết định này" in reported(drafted)
    told = [one.values["words"] for one in drafted.remarks if one.kind == "struck"]
    assert told == ["“và khai thác tre”"]
    assert "Điều 3. Thi hành và khai thác tre" in (drafted.decision.note or "")


def test_the_report_leads_to_every_line_that_is_in_no_record(
    tmp_path: Path, sample: Catalogue
) -> None:
    blocks = contents_of(*NAMES)
    at = next(number for number, block in enumerate(blocks) if "b) Số lượng" in block)
    lost = table(("Giấy má", "Nơi cấp"), ("Đơn tre", "Xã"))
    blocks = [*decision_blocks(), *list_blocks(), *blocks[:at], lost, *blocks[at:]]
    drafted = draft(tmp_path, sample, *blocks)
    ledger = keep_ledger(drafted)
    owned = Counter(one.procedure for one in ledger.of(WordUse.REPORTED) if one.procedure)
    page = render_word_report([ReportPart(drafted, ledger)], words_of("vi"))
    below = page.partition('id="chua-vao-')[2]
    [(key, count)] = owned.most_common(1)
    number = next(at for at, one in enumerate(drafted.procedures, 1) if one.key == key)
    assert count >= 4
    assert re.search(rf'href="#tt-{number}-[a-z0-9-]+">[^<]*</a> \({count}\)', below)
