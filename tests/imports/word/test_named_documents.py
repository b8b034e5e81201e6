"""Several documents on one line of a legal basis, and cells of it that pages cut."""

from pathlib import Path

import pytest

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.decision_remarks import remarks_on_documents
from generator.imports.word.list_header import ListColumn
from generator.imports.word.named_documents import named_documents
from generator.imports.word.parts import stated_basis
from generator.imports.word.reading import read_word_file
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.shared_cells import join_cut_cells
from generator.records.tree import load_catalogue
from tests.imports.word.documents import paragraph, write_docx

LAW, DECREE, CIRCULAR = (
    "Luật Tre số 6/2017/QH14",
    "Nghị định số 161/2024/NĐ-CP",
    "Thông tư số 80/2021/TT-BTC",
)


def lines(*texts: str) -> list[WordLine]:
    return [WordLine(WordPlace("a.docx", at), "", text) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"{LAW}; {DECREE}; {CIRCULAR}.",
        f"{LAW}, {DECREE} và {CIRCULAR}",
        f"- {LAW};\n- {DECREE};\n{CIRCULAR}",
    ],
)
def test_each_document_of_a_line_is_a_reference_of_its_own(text: str) -> None:
    named = [one.rstrip(" ;.") for one in named_documents(lines(text))]
    assert named == [LAW, DECREE, CIRCULAR]


@pytest.mark.parametrize(
    "text",
    [
        f"{DECREE} sửa đổi, bổ sung một số điều của Nghị định số 1/2018/NĐ-CP và {CIRCULAR}",
        f"Luật Tre năm 2017 được sửa đổi bởi Luật số 43/2024/QH15, {LAW}",
        f"{DECREE} về điều tra tre; đăng ký, cấp giấy",
        f"{DECREE} (được thay thế tại Nghị định số 1/2020/NĐ-CP; {CIRCULAR})",
        f"{DECREE} quy định chi tiết Luật Tre, Luật Nứa và {LAW}",
    ],
)
def test_what_a_document_says_of_others_is_no_reference(text: str) -> None:
    assert named_documents(lines(text)) == [text]


def test_a_document_that_was_amended_stands_beside_another_one() -> None:
    amended = f"{DECREE}, được sửa đổi bởi Nghị định số 7/2025/NĐ-CP"
    assert named_documents(lines(f"{LAW} và {amended}")) == [LAW, amended]


def test_several_articles_are_cited_of_one_document() -> None:
    said = "Công văn số 12/BTP-HTQTCT; Điều 5, 7 Bộ luật Dân sự"
    assert [one.rstrip(";") for one in named_documents(lines(said))] == said.split("; ")


@pytest.mark.parametrize("said", ["Luật Hộ tịch 2014", "Điều 5, 7 Luật Hộ tịch năm 2014"])
def test_a_law_is_known_by_its_name_and_its_year(said: str) -> None:
    registers = DraftRegisters(load_catalogue(Path("catalogue"))[0], "bo-tu-phap")
    assert registers.register_basis(said).document == "60-2014-qh13"
    assert not registers.documents


def test_a_document_without_a_number_is_drafted_as_one_and_asked_about() -> None:
    registers = DraftRegisters(load_catalogue(Path("catalogue"))[0], "bo-tu-phap")
    drafted = registers.documents
    assert registers.register_basis("Luật Tre 2011").document == "luat-tre-2011"
    assert set(drafted["luat-tre-2011"].unknown) == {"number_normalised", "signed"}
    [told] = remarks_on_documents(registers)
    assert (told.kind, told.values) == ("document_unnumbered", {"title": "Luật Tre 2011"})


def test_a_provision_is_a_reference_unless_words_go_on_with_it() -> None:
    said = (f"{LAW};", f"khoản 2 Điều 5 {DECREE}", f"{CIRCULAR} quy định tại", f"Điều 3 {DECREE}")
    assert named_documents(lines(*said)) == [*said[:2], f"{said[2]} {said[3]}"]


def test_a_number_that_a_line_cut_off_its_provision_goes_on() -> None:
    said = lines("Quyết định số 5/QĐ-UBND về Điều 14", f"{DECREE} trên địa bàn tỉnh;", CIRCULAR)
    assert len(named_documents(said)) == 2


def test_documents_parted_by_a_line_break_have_titles_of_their_own(tmp_path: Path) -> None:
    broken = paragraph(f"- {LAW};").replace("</w:t>", f"</w:t><w:br/><w:t>điểm a {DECREE}</w:t>")
    read = read_word_file(write_docx(tmp_path / "a.docx", broken))
    registers = DraftRegisters(load_catalogue(Path("catalogue"))[0], "bo-tu-phap")
    basis = stated_basis(read.lines, registers)
    titles = [registers.documents[one.document].title for one in basis.items]
    assert titles == [LAW, DECREE]
    assert [one.text for one in basis.items] == [None, f"điểm a {DECREE}"]


def test_cells_of_a_page_are_joined_where_they_make_what_other_cells_say() -> None:
    def row(*texts: str) -> dict[ListColumn, list[WordLine]]:
        return {ListColumn.BASIS: lines(*texts)}

    whole = [row(LAW, DECREE), row(f"{LAW} {DECREE}")]
    cut, other = [row(LAW), row(DECREE)], row(CIRCULAR)
    join_cut_cells([*whole, *cut, other], ListColumn.BASIS)
    assert [[line.words for line in one[ListColumn.BASIS]] for one in cut] == [[LAW, DECREE]] * 2
    assert [line.words for line in other[ListColumn.BASIS]] == [CIRCULAR]
    alone = [row(LAW), row(DECREE), row(LAW, DECREE)]
    join_cut_cells(alone, ListColumn.BASIS)
    assert [len(one[ListColumn.BASIS]) for one in alone] == [1, 1, 2]
