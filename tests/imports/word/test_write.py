"""Drafts are written all together or not at all, and nothing of a failed run comes back."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.imports.word import write
from generator.imports.word.write import take_back_drafts, write_drafts
from tests.imports.word.annexes import NAMES, contents_of, decision_blocks, list_blocks, write_annex

OF_SYSTEM = "No space left|one.yml|two.yml|three.yml|/b"
FILES = {"a/one.yml": "one\n", "b/two.yml": "two\n", "c/d/three.yml": "three\n"}


def files_of(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text("utf8") for path in found}


@pytest.mark.parametrize("path", ["b", "b/two.yml/x", "c/d/three.yml/x"])
def test_a_place_that_is_taken_keeps_every_draft_out(tmp_path: Path, path: str) -> None:
    """A file where a folder goes, or a folder where a file goes."""
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text("mine")
    with pytest.raises(OSError, match=OF_SYSTEM):
        write_drafts(FILES, tmp_path)
    assert files_of(tmp_path) == {path: "mine"}


def test_a_failure_in_the_midst_takes_back_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.yml").write_text("old\n")
    fail_at(monkeypatch, "three.yml")
    with pytest.raises(OSError, match=OF_SYSTEM):
        write_drafts(FILES, tmp_path)
    assert files_of(tmp_path) == {"a/one.yml": "old\n"}
    assert not (tmp_path / "b").exists()


def test_a_run_that_was_cut_short_is_taken_back_and_never_carried_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.yml").write_text("old\n")
    with monkeypatch.context() as patch:
        fail_at(patch, "three.yml")
        patch.setattr(write, "take_back_drafts", lambda _: None)
        with pytest.raises(OSError, match=OF_SYSTEM):
            write_drafts(FILES, tmp_path)
    assert (tmp_path / "a/one.yml").read_text() == "one\n"
    (tmp_path / "b/two.yml").write_text("mended by hand\n")
    take_back_drafts(tmp_path)
    assert files_of(tmp_path) == {"a/one.yml": "old\n", "b/two.yml": "mended by hand\n"}
    write_drafts({"e.yml": "e\n"}, tmp_path)
    assert "c/d/three.yml" not in files_of(tmp_path)


def fail_at(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def fail(file: Path, content: bytes) -> None:
        if file.name == name:
            raise OSError(28, "No space left on device")
        file.write_bytes(content)

    monkeypatch.setattr(write, "write_whole", fail)


@pytest.mark.parametrize("report", ["khong-co/r.html", "catalogue"])
def test_a_report_that_cannot_be_written_keeps_the_drafts_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], report: str
) -> None:
    catalogue = tmp_path / "catalogue"
    shutil.copytree("catalogue", catalogue)
    file = write_annex(
        tmp_path / "a.docx", *decision_blocks(), *list_blocks(), *contents_of(*NAMES)
    )
    before = files_of(catalogue)
    options = ("--into", str(catalogue), "--report", str(tmp_path / report))
    assert main(["import", "word", str(file), *options]) == 2
    assert "Không ghi được báo cáo" in capsys.readouterr().err
    assert files_of(catalogue) == before


def test_a_word_too_long_for_a_record_is_told_with_its_row_and_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = tmp_path / "catalogue"
    shutil.copytree("catalogue", catalogue)
    before = files_of(catalogue)
    listed = [one.replace(NAMES[0], "Cấp " + "x" * 6000) for one in list_blocks()]
    file = write_annex(tmp_path / "a.docx", *decision_blocks(), *listed)
    options = ("--into", str(catalogue), "--report", str(tmp_path / "r.html"))
    assert main(["import", "word", str(file), *options]) == 2
    said = capsys.readouterr().err
    assert "Có từ dài quá mức của một tệp bản ghi" in said
    assert "bảng 3, dòng 4, ô 3" in said
    assert files_of(catalogue) == before


def test_a_damaged_file_of_the_catalogue_is_not_blamed_on_the_drafts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = tmp_path / "catalogue"
    shutil.copytree("catalogue", catalogue)
    (catalogue / "fields.yml").write_text("fields: [\n")
    before = files_of(catalogue)
    file = write_annex(tmp_path / "a.docx", *decision_blocks(), *list_blocks())
    options = ("--into", str(catalogue), "--report", str(tmp_path / "r.html"))
    assert main(["import", "word", str(file), *options]) == 2
    assert "Tệp đã có trong danh mục đang hỏng" in capsys.readouterr().err
    assert files_of(catalogue) == before
