"""Earlier states come from git as they were committed; no revision is taken for an option."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.review.history import NoSuchRevisionError, catalogue_at, find_merge_base
from tests.review.repository import git


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose last commit hides a file from archives and links to another."""
    top = tmp_path_factory.mktemp("repository")
    (top / "catalogue/agencies").mkdir(parents=True)
    (top / "catalogue/agencies/bo-mau.yml").write_bytes("tên: Bộ Mẫu\n".encode())
    (top / "catalogue/fields.yml").write_bytes(b"")
    (top / "catalogue/link.yml").symlink_to("/etc/hostname")
    (top / ".gitattributes").write_text("catalogue/agencies/** export-ignore\n")
    git(top.parent, "init", "-q", "-b", "main", str(top))
    git(top, "add", "-A")
    git(top, "commit", "-qm", "published")
    return top


def test_no_attribute_of_a_tree_hides_a_file_from_the_comparison(folder: Path) -> None:
    with catalogue_at(folder / "catalogue", "HEAD") as earlier:
        found = {
            file.relative_to(earlier).as_posix(): file.read_bytes()
            for file in earlier.rglob("*")
            if not file.is_dir()
        }
    assert found == {"agencies/bo-mau.yml": "tên: Bộ Mẫu\n".encode(), "fields.yml": b""}


@pytest.mark.parametrize(
    "revision", ["--output=written", "-o", "--upload-pack=touch written", "", "--", "HEAD:x", "-"]
)
def test_a_revision_that_looks_like_an_option_writes_no_file(folder: Path, revision: str) -> None:
    for call in (
        lambda: find_merge_base(folder / "catalogue", revision, "HEAD"),
        lambda: find_merge_base(folder / "catalogue", "HEAD", revision),
        lambda: catalogue_at(folder / "catalogue", revision).__enter__(),
    ):
        with pytest.raises(NoSuchRevisionError):
            call()
    assert sorted(entry.name for entry in folder.iterdir()) == [
        ".git",
        ".gitattributes",
        "catalogue",
    ]


@pytest.mark.parametrize("command", [["check", "--base="], ["diff", ""], ["diff", "--", "-o"]])
def test_an_empty_revision_is_an_error(
    folder: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "copy", symlinks=True)
    monkeypatch.chdir(tmp_path / "copy")
    assert main(command) == 2
