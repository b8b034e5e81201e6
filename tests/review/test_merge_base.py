"""A change is measured from where its branch left the base, in whole and in shallow clones."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.review.history import NoMergeBaseError, find_merge_base
from tests.review.repository import Repository, git

EDITORIAL = "procedures/ho-tich/1.900104/procedure.yml"
DECISION = "decisions/btp/2026/9201.yml"


def commit(folder: Path, name: str) -> str:
    """Commit a file of that name; returns the id of the commit."""
    (folder / name).write_text(name)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name)
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def forked(tmp_path: Path) -> tuple[Path, str]:
    """A repository on `branch`, which left `main` before its last commit; and where it left."""
    folder = tmp_path / "forked"
    git(tmp_path, "init", "-q", "-b", "main", str(folder))
    left = commit(folder, "a")
    git(folder, "checkout", "-qb", "branch")
    commit(folder, "b")
    git(folder, "checkout", "-q", "main")
    commit(folder, "c")
    git(folder, "checkout", "-q", "branch")
    return folder, left


def test_a_branch_is_measured_from_where_it_left_the_base(forked: tuple[Path, str]) -> None:
    folder, left = forked
    assert find_merge_base(folder, "main", "HEAD") == left
    assert find_merge_base(folder, "branch", "main") == left
    assert find_merge_base(folder, "HEAD~1", "HEAD") == left


def test_a_shallow_clone_without_the_merge_base_is_named_with_the_command_that_deepens_it(
    forked: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    origin, left = forked
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{origin}", str(clone))
    git(clone, "fetch", "-q", "--depth=1", "origin", "main")
    assert main(["check", "--catalogue", str(clone), "--base", "FETCH_HEAD"]) == 2
    said = capsys.readouterr().err
    assert "`git fetch --unshallow`" in said
    assert "FETCH_HEAD" in said
    git(clone, "fetch", "-q", "--unshallow")
    git(clone, "fetch", "-q", "origin", "main")
    assert find_merge_base(clone, "FETCH_HEAD", "HEAD") == left


def test_branches_without_a_common_commit_are_named(forked: tuple[Path, str]) -> None:
    folder, _ = forked
    git(folder, "checkout", "-q", "--orphan", "other")
    commit(folder, "d")
    with pytest.raises(NoMergeBaseError) as caught:
        find_merge_base(folder, "main", "HEAD")
    assert not caught.value.is_shallow


def test_what_the_base_got_meanwhile_is_nobodys_deletion(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository.folder, "checkout", "-qb", "branch")
    repository.edit(EDITORIAL, "giấy độc thân", "giấy chưa vợ chồng")
    git(repository.folder, "commit", "-qam", "words")
    git(repository.folder, "checkout", "-q", "main")
    repository.edit(DECISION, "bằng dữ liệu (mẫu)", "bằng dữ liệu, có đăng công báo")
    git(repository.folder, "commit", "-qam", "title")
    git(repository.folder, "checkout", "-q", "branch")
    capsys.readouterr()
    assert main(["diff", "main"]) == 0
    review = capsys.readouterr().out
    assert "chưa vợ chồng" in review
    assert "công báo" not in review
    assert main(["diff", "branch", "main"]) == 0
    assert "công báo" in capsys.readouterr().out
