"""A review as a Word file: real tracked changes, whole words, the same bytes each time."""

import io
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.cli import main
from generator.cli.common import MisuseError
from generator.cli.exporting import require_word
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.outline import Outline
from generator.review.word import render_review_docx
from tests.review.repository import Repository

VI = words_of("vi")
OLD, NEW = (
    "Cơ quan kiểm tra thực địa và quy hoạch.",
    "Cơ quan {{ x }} & <y> kiểm tra thực địa.\nHết.",
)
DECISION = """id: ubnd-tinh-mau/2026/9299
number: 9299/QĐ-UBND
number_normalised: 9299/QĐ-UBND
agency: ubnd-tinh-mau
title: Công bố thủ tục được sửa đổi
signer: {name: null, position: Chủ tịch, capacity: head}
signed: "2026-07-10"
listed: null
effective: "2026-08-01"
signed_file: null
rows:
- {id: d1, action: amend, procedure: "1.900601", version: v002, amended_parts: [steps]}
unknown: {signer: mẫu, signed_file: mẫu, listed: mẫu}
"""


@pytest.fixture(scope="module")
def outline(tmp_path_factory: pytest.TempPathFactory) -> Outline:
    root = tmp_path_factory.mktemp("redline") / "catalogue"
    shutil.copytree("catalogue", root)
    base = load_catalogue(root)[0]
    folder = root / "procedures/xay-dung/1.900601"
    text = (folder / "v001.yml").read_text("utf8").replace("version: v001", "version: v002")
    quoted = NEW.replace("\n", "\\n")
    text = text.replace(f"text: {OLD}", f'text: "{quoted}"')
    (folder / "v002.yml").write_text(text, encoding="utf8")
    (root / "decisions/ubnd-tinh-mau/2026/9299.yml").write_text(DECISION, encoding="utf8")
    return Outline(compare(base, load_catalogue(root)[0]), VI)


def marked_cell(content: bytes) -> tuple[Any, Any, Any]:
    """The cells of the first change: before, after, marked."""
    table = docx.Document(io.BytesIO(content)).tables[0]
    rows = [row.cells for row in table.rows]
    assert [cell.text for cell in rows[0]] == ["Hiện hành", "Sửa đổi", "Thể hiện thay đổi"]
    before, after, marked = rows[2]
    return before, after, marked


def text_of(cell: Any, *, accepted: bool) -> str:
    """The text of a cell when its changes are accepted, or refused."""
    left_out = qn("w:del") if accepted else qn("w:ins")
    nodes = cell._tc.iter(qn("w:t"), qn("w:delText"), qn("w:br"))
    return "".join(
        "\n" if node.tag == qn("w:br") else node.text or ""
        for node in nodes
        if not any(above.tag == left_out for above in node.iterancestors())
    )


def test_accepting_gives_the_new_text_and_refusing_the_old_one(outline: Outline) -> None:
    before, after, marked = marked_cell(render_review_docx(outline))
    assert (before.text, after.text) == (OLD, NEW)
    assert text_of(marked, accepted=True) == NEW
    assert text_of(marked, accepted=False) == OLD


def test_changes_are_whole_words_by_the_agency_on_the_day_of_the_decision(
    outline: Outline,
) -> None:
    _, _, marked = marked_cell(render_review_docx(outline))
    changes = [*marked._tc.iter(qn("w:ins"), qn("w:del"))]
    assert {one.get(qn("w:author")) for one in changes} == {"Ủy ban nhân dân tỉnh Mẫu"}
    assert {one.get(qn("w:date")) for one in changes} == {f"{date(2026, 7, 10)}T00:00:00Z"}
    assert len({one.get(qn("w:id")) for one in changes}) == len(changes) >= 2
    words = set(OLD.replace(".", " ").split())
    dropped = [one for one in changes if one.tag == qn("w:del")]
    for one in dropped:
        said = "".join(node.text or "" for node in one.iter(qn("w:delText")))
        assert set(said.replace(".", " ").split()) <= words, said


def test_what_stands_behind_a_table_is_too_low_for_a_page(outline: Outline) -> None:
    document = docx.Document(io.BytesIO(render_review_docx(outline)))
    behind = [one for one in document.paragraphs if not one.text]
    assert behind
    assert {one.paragraph_format.line_spacing for one in behind} == {Pt(1)}


def test_the_same_review_makes_the_same_bytes(outline: Outline) -> None:
    assert render_review_docx(outline) == render_review_docx(outline)


def test_a_review_of_nothing_says_so(outline: Outline) -> None:
    head = outline.review.head
    content = render_review_docx(Outline(compare(head, head), VI))
    said = [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]
    assert VI("review.nothing") in said


def test_a_record_that_cannot_be_read_stops_a_word_file_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository.made(tmp_path / "kho")
    broken = "procedures/xay-dung/1.900601/v001.yml"
    (repository.catalogue / broken).write_text("steps: [", encoding="utf8")
    paths = ("--catalogue", str(repository.catalogue), "--output", str(tmp_path / "a.docx"))
    assert main(["diff", "HEAD", "--format", "docx", *paths]) == 2
    assert broken in capsys.readouterr().err
    assert not (tmp_path / "a.docx").exists()


def test_what_changes_alike_for_several_ways_to_submit_is_counted_once(tmp_path: Path) -> None:
    root = tmp_path / "catalogue"
    shutil.copytree("catalogue", root)
    base = load_catalogue(root)[0]
    folder = root / "procedures/ho-tich/1.900104"
    text = (folder / "v001.yml").read_text("utf8").replace("version: v001", "version: v002")
    assert text.count("amount: 15000") == 3
    (folder / "v002.yml").write_text(text.replace("amount: 15000", "amount: 20000"), "utf8")
    decision = root / "decisions/ubnd-tinh-mau/2026/9299.yml"
    decision.write_text(DECISION.replace("1.900601", "1.900104"), "utf8")
    outline = Outline(compare(base, load_catalogue(root)[0]), VI)
    assert outline.summary() == VI("review.summary", decisions=1, procedures=1, undeclared=1)
    warned = [one for make in outline.sections() for one in make().warnings]
    assert warned == [VI("review.undeclared", count=1)]


def new_procedure(tmp_path: Path, code: str) -> Outline:
    """The review of a catalogue to which a decision adds a procedure."""
    root = tmp_path / "catalogue"
    shutil.copytree("catalogue", root)
    base = load_catalogue(root)[0]
    folder = root / "procedures/xay-dung/1.900601"
    shutil.copytree(folder, folder.with_name(code))
    for file in folder.with_name(code).glob("*.yml"):
        file.write_text(file.read_text("utf8").replace("1.900601", code), encoding="utf8")
    row = f'{{id: d1, action: publish, procedure: "{code}", version: v001}}'
    decision = root / "decisions/ubnd-tinh-mau/2026/9299.yml"
    decision.write_text(
        f"{DECISION.partition('- {')[0]}- {row}\nunknown: {{signer: mẫu}}\n", "utf8"
    )
    return Outline(compare(base, load_catalogue(root)[0]), VI)


def test_a_new_procedure_is_told_by_its_main_facts_without_columns(tmp_path: Path) -> None:
    outline = new_procedure(tmp_path, "1.999601")
    document = docx.Document(io.BytesIO(render_review_docx(outline)))
    said = [one.text for one in document.paragraphs]
    assert not document.tables
    assert not [*document.element.body.iter(qn("w:ins"))]
    time = VI("legal_part.time")
    shared = [one for one in said if one.startswith(f"{time}: ") and "Nộp trực" not in one]
    assert len(shared) == len([one for one in said if one.startswith(time)]) == 1
    folded = next(one for one in said if one.startswith("Còn "))
    section = next(one for make in outline.sections() if (one := make()).page)
    assert 0 < int(folded.split()[1]) < len(section.lines)


@pytest.mark.parametrize("new_code", ["", "1.999104"])
def test_a_procedure_that_is_gone_is_told_and_its_text_is_a_deletion(
    tmp_path: Path, new_code: str
) -> None:
    root = tmp_path / "catalogue"
    shutil.copytree("catalogue", root)
    base = load_catalogue(root)[0]
    folder = root / "procedures/ho-tich/1.900104"
    if new_code:
        shutil.copytree(folder, folder.with_name(new_code))
        for file in folder.with_name(new_code).glob("*.yml"):
            text = file.read_text("utf8")
            file.write_text(text.replace("1.900104", new_code), encoding="utf8")
    shutil.rmtree(folder)
    document = docx.Document(
        io.BytesIO(render_review_docx(Outline(compare(base, load_catalogue(root)[0]), VI)))
    )
    said = "\n".join(one.text for one in document.paragraphs)
    assert VI("review.removed", before="v001") in said
    assert VI("review.removed_files") in said
    assert VI("review.unreadable") not in said
    assert (VI("review.moved", code=new_code) in said) == bool(new_code)
    dropped = "".join(node.text or "" for node in document.element.body.iter(qn("w:delText")))
    assert base.versions["1.900104"][0].title in dropped


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.exporting.find_spec", lambda _: None)
    with pytest.raises(MisuseError, match=r"niemyet\[office\]"):
        require_word(VI)
