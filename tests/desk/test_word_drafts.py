"""What the worker of the desk drafts of Word files: nothing lost, nothing said that is not so."""

from pathlib import Path
from typing import Any

import pytest

from generator.imports.word.sources import GivenByUser
from generator.locale import words_of
from tests.desk.word_desk import draft_at_desk
from tests.imports.word.annexes import decision_blocks
from tests.imports.word.documents import paragraph, table, write_docx

HEAD = ("STT", "Mã số TTHC", "Tên thủ tục hành chính", "Cơ quan thực hiện")
LISTED = (
    paragraph("Danh mục thủ tục hành chính mới ban hành"),
    table(HEAD, ("1", "", "Trồng tre", "Ủy ban nhân dân cấp xã")),
)
ABOLISHED = (
    paragraph("Danh mục thủ tục hành chính bị bãi bỏ"),
    table(HEAD, ("1", "9.999999", "Đốn tre", "")),
)
CONTENTS = (
    "1. Thủ tục: Trồng tre",
    "* Trình tự thực hiện: Nộp hồ sơ.",
    "* Cách thức thực hiện: Nộp trực tiếp.",
    "* Thành phần hồ sơ:",
    "- Tờ khai",
    "* Thời hạn giải quyết: 02 ngày làm việc.",
    "* Cơ quan thực hiện: Ủy ban nhân dân cấp xã",
    "* Kết quả thực hiện thủ tục hành chính: Giấy phép.",
    "* Lệ phí: Không",
    "* Căn cứ pháp lý: Luật Tre",
)


def read(folder: Path, *blocks: str) -> dict[str, Any]:
    """What a desk of the sample drafts of a decision with more blocks."""
    file = write_docx(folder / "a.docx", *decision_blocks(), *blocks)
    return draft_at_desk(folder / "checker", [file], GivenByUser(agency="btp"))


def version_in(files: dict[str, str]) -> tuple[str, str]:
    """The path and the text of the only version among files."""
    (found,) = (one for one in files.items() if one[0].endswith("/v001.yml"))
    return found


def test_a_part_that_may_be_among_unread_lines_is_asked_for(tmp_path: Path) -> None:
    found = read(tmp_path, *LISTED, paragraph("Trồng thì đào hố, rồi lấp đất."))
    _, version = version_in(found["files"])
    assert "không có phần này" not in version
    assert "TODO" not in version
    assert 'conditions:\n  not_stated: ""' in version


def test_contents_without_numbers_are_drafted_and_what_they_lack_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, *LISTED, *map(paragraph, CONTENTS))
    path, version = version_in(found["files"])
    assert path not in found["unread"]
    assert "text: Nộp hồ sơ." in version
    assert "conditions:\n  not_stated: Tệp Word không có phần này." in version


def test_a_row_of_a_list_that_becomes_no_row_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, *LISTED, *ABOLISHED)
    told = words_of("vi")("office.row_left", name="Đốn tre")
    assert told in found["unread"][f"decisions/{found['decision']}.yml"]


def test_an_agency_that_the_register_lacks_is_made_of_its_name_and_said_to_be(
    tmp_path: Path,
) -> None:
    file = write_docx(tmp_path / "a.docx", *decision_blocks(), *LISTED)
    given = GivenByUser(agency_name="Sở Tre tỉnh Mẫu", agency_level="province")
    found = draft_at_desk(tmp_path / "checker", [file], given)
    path = "agencies/so-tre-tinh-mau.yml"
    assert "name: Sở Tre tỉnh Mẫu\n" in found["files"][path]
    assert "level: province\n" in found["files"][path]
    assert [one["name"] for one in found["assumed"][path]] == ["Sở Tre tỉnh Mẫu"]
    assert found["decision"] == "so-tre-tinh-mau/2026/17"


def test_a_file_that_cannot_be_drafted_is_refused_in_words_of_the_page(tmp_path: Path) -> None:
    words = words_of("vi")
    file = write_docx(tmp_path / "a.docx", *LISTED)
    with pytest.raises(ValueError, match="Tệp không nêu đủ số") as refused:
        draft_at_desk(tmp_path / "checker", [file], GivenByUser())
    assert str(refused.value) == words("desk.word_refused.no_number")
    spoken = [text for key, text in words.entries.items() if key.startswith("desk.word_refused.")]
    assert [text for text in spoken if "--" in text] == []


def test_a_ground_that_the_register_has_whole_is_no_note(tmp_path: Path) -> None:
    """The documents that files name are fetched: of others the page knows number and title only."""
    found = read(tmp_path, *LISTED)
    decision = found["files"][f"decisions/{found['decision']}.yml"]
    assert "63-2010-nd-cp" in decision
    assert "Căn cứ Nghị định số 63/2010/NĐ-CP" not in decision
