"""A small change is brought into the site: what it removes, and what stays."""

from pathlib import Path

import pytest

from generator.site.build_manifest import BuildManifest
from generator.site.transaction import begin, commit

PAGE = "thu-tuc/a/index.html"
STATE = ("index.html", "sitemap.xml", "api/v1/manifest.json")
"""The files that tell one state of a site from another."""


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with `build/docs` and a site; both have one page below two folders."""
    write(tmp_path / "build/docs", PAGE)
    write(tmp_path / "site", PAGE, *STATE)
    return tmp_path


def remove_page(folder: Path) -> None:
    begin(folder / "build")
    removed = {"docs": [PAGE], "site": [PAGE]}
    commit(folder / "build", folder / "site", removed, BuildManifest())


def test_folders_that_become_empty_are_removed(folder: Path) -> None:
    remove_page(folder)
    assert not (folder / "site/thu-tuc").exists()


def test_the_folder_of_the_sources_stays_when_nothing_is_left_in_it(folder: Path) -> None:
    remove_page(folder)
    assert (folder / "build/docs").is_dir()
    assert not list((folder / "build/docs").iterdir())


def test_a_folder_with_something_left_in_it_stays(folder: Path) -> None:
    write(folder / "site", "thu-tuc/index.html")
    remove_page(folder)
    assert [path.name for path in (folder / "site/thu-tuc").iterdir()] == ["index.html"]
