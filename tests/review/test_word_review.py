"""A review as a Word file: real tracked changes, whole words, the same bytes each time."""

import io
import shutil
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from generator.cli.common import MisuseError
from generator.cli.exporting import require_word
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.outline import Outline
from generator.review.word import render_review_docx

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


def test_the_same_review_makes_the_same_bytes(outline: Outline) -> None:
    assert render_review_docx(outline) == render_review_docx(outline)


def test_a_review_of_nothing_says_so(outline: Outline) -> None:
    head = outline.review.head
    content = render_review_docx(Outline(compare(head, head), VI))
    said = [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]
    assert VI("review.nothing") in said


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.exporting.find_spec", lambda _: None)
    with pytest.raises(MisuseError, match=r"niemyet\[office\]"):
        require_word(VI)
