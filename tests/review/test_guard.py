"""What was published stays: against an earlier state in git, and against a published site."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import build_site
from tests.review.repository import Repository, git
from tools.serving import serve

VERSION = "procedures/ho-tich/1.900104/v001.yml"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    capture = capsys.readouterr()
    return capture.out + capture.err


def check(capsys: pytest.CaptureFixture[str], base: str = "main") -> tuple[int, str]:
    status = main(["check", "--base", base, "--as-of", "2026-11-22"])
    return status, said(capsys)


def test_nothing_changed(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert repository.catalogue.is_dir()
    assert check(capsys)[0] == 0


def test_a_published_version_may_not_be_edited(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit(VERSION, "Người khuyết tật", "Người cao tuổi")
    status, text = check(capsys)
    assert status == 1
    assert f"{VERSION}:16:1  LỖI BD101" not in text
    assert "LỖI BD101  Sửa phiên bản đã công bố" in text
    assert "1.900104 v001 đã công bố mà nội dung bị sửa ở: Phí, lệ phí." in text


def test_a_hook_of_git_compares_with_the_repository_of_the_catalogue(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git gives its hooks GIT_DIR; with it alone, the top of the tree is the folder one is in."""
    repository.edit(VERSION, "Người khuyết tật", "Người cao tuổi")
    monkeypatch.setenv("GIT_DIR", str(repository.folder / ".git"))
    status, text = check(capsys)
    assert status == 1
    assert "LỖI BD101  Sửa phiên bản đã công bố" in text


@pytest.mark.parametrize("base", ["", "--output=stolen", "-h"])
def test_what_is_no_revision_is_refused_and_writes_nothing(
    base: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(repository.folder.rglob("*"))
    assert main(["check", f"--base={base}"]) == 2
    assert said(capsys)
    assert set(repository.folder.rglob("*")) == before


def test_a_comment_in_a_published_version_is_no_change(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit(VERSION, "steps:", "# theo phụ lục II\nsteps:")
    assert check(capsys)[0] == 0


def test_a_published_version_may_not_be_deleted_or_renamed(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    file = repository.catalogue / VERSION
    file.rename(file.with_name("v002.yml"))
    repository.edit(VERSION.replace("v001", "v002"), "version: v001", "version: v002")
    status, text = check(capsys)
    assert status == 1
    assert f"{VERSION}:1:1  LỖI BD102" in text


def test_a_published_code_still_leads_somewhere(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    old = repository.catalogue / "procedures/ho-tich/1.900104"
    shutil.move(old, old.with_name("1.900199"))
    for file in old.with_name("1.900199").iterdir():
        file.write_text(file.read_text("utf8").replace("1.900104", "1.900199"), "utf8")
    assert "BD103" in check(capsys)[1]
    repository.edit(
        "procedures/ho-tich/1.900199/procedure.yml",
        "field: ho-tich",
        'former_ids:\n- "1.900104"\nfield: ho-tich',
    )
    assert "BD103" not in check(capsys)[1]


def test_a_procedure_does_not_turn_into_another(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "version", "1.900104"]) == 0
    path = VERSION.replace("v001", "v002")
    repository.edit(path, "title: Cấp Giấy xác nhận tình trạng hôn nhân", "title: Cấp điện mới")
    status, text = check(capsys)
    assert "CẢNH BÁO BD104" in text
    assert status == 0
    old = repository.catalogue / "procedures/ho-tich/1.900104"
    shutil.move(old, repository.catalogue / "procedures/dien-luc/1.900104")
    moved = "procedures/dien-luc/1.900104/procedure.yml"
    repository.edit(moved, "field: ho-tich", "field: dien-luc")
    assert "LỖI BD104" in check(capsys)[1]


def test_rows_and_dates_of_a_published_decision_stay(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    decision = "decisions/btp/2026/9205.yml"
    repository.edit(decision, 'effective: "2027-01-01"', 'effective: "2027-02-01"')
    status, text = check(capsys)
    assert (status, "LỖI BD106" in text) == (1, True)
    repository.edit(decision, "action: amend", "action: correct")
    assert "LỖI BD105" in check(capsys)[1]


def test_a_shallow_clone_that_has_the_commit_where_the_branch_left_is_enough(
    repository: Repository,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(3):
        git(repository.folder, "commit", "-q", "--allow-empty", "-m", f"later {number}")
    git(repository.folder, "switch", "-qc", "change")
    repository.edit(VERSION, "Người khuyết tật", "Người cao tuổi")
    git(repository.folder, "commit", "-qam", "change")
    clone = tmp_path / "clone"
    source = f"file://{repository.folder}"
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=change", source, str(clone))
    git(clone, "fetch", "-q", "--depth=2", "origin", "main", "change")
    monkeypatch.chdir(clone)
    assert "BD101" in check(capsys, "FETCH_HEAD")[1]


def test_an_unknown_revision_is_said_plainly(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert repository.folder.is_dir()
    status, text = check(capsys, "khong-co")
    assert status == 2
    assert "Git không có phiên bản" in text


def test_an_exception_may_mend_a_record_that_was_copied_wrongly(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit(VERSION, "Người khuyết tật", "Người cao tuổi")
    exception = f"exceptions:\n- rule: BD101\n  record: {VERSION}\n  reason: Chép sai bản ký.\n"
    (repository.catalogue / "exceptions.yml").write_text(
        exception + '  until: "2026-12-31"\n', "utf8"
    )
    assert check(capsys)[0] == 0
    assert main(["check", "--as-of", "2026-11-22"]) == 0


def test_a_catalogue_is_held_against_the_site_published_last(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(repository.catalogue, tmp_path)
    site = str(tmp_path / "site")
    assert main(["verify", site]) == 0
    assert "53 phiên bản" in said(capsys)
    repository.edit(VERSION, "Người khuyết tật", "Người cao tuổi")
    assert main(["verify", site]) == 1
    assert "BD101" in said(capsys)
    with serve(tmp_path / "site") as served:
        assert main(["verify", served.address]) == 1
    assert "BD101" in said(capsys)
    (repository.catalogue / VERSION).unlink()
    assert main(["verify", site]) == 1
    assert "BD102" in said(capsys)
    assert main(["verify", str(tmp_path)]) == 2
