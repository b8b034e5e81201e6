"""A small change is brought into the site: what it removes, and what stays."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.site import publish, transaction
from generator.site.build_manifest import BuildManifest
from generator.site.publish import restore_interrupted
from generator.site.transaction import begin, commit, recover
from tests.faults.injection import KilledError, fail, fault_at, kill

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


OLD = {
    "index.html": "old",
    "a/index.html": "old",
    "gone/index.html": "old",
    **dict.fromkeys(STATE[1:], ""),
}
NEW = {
    "index.html": "new",
    "a/index.html": "new",
    "b/index.html": "new",
    **dict.fromkeys(STATE[1:], ""),
}


def read_site(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf8") for file in files}


def stage_change(folder: Path) -> None:
    for path, text in OLD.items():
        for part in ("site", "build/docs"):
            file = folder / part / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf8")
    stage = begin(folder / "build")
    for path, text in NEW.items():
        for part in (stage.site, stage.docs):
            (part / path).parent.mkdir(parents=True, exist_ok=True)
            (part / path).write_text(text, "utf8")


def bring_in(folder: Path) -> None:
    removed = {"docs": ["gone/index.html"], "site": ["gone/index.html"]}
    commit(folder / "build", folder / "site", removed, BuildManifest(), in_one_step=True)


@pytest.mark.parametrize("error", [kill, fail])
@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_readers_see_one_state_wherever_a_change_is_cut_short(
    tmp_path: Path,
    system: str,
    error: Callable[[], BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(publish.sys, "platform", system)
    number, cut = 0, True
    while cut:
        folder = tmp_path / str(number)
        stage_change(folder)
        with fault_at(folder, number, error):
            try:
                bring_in(folder)
                cut = False
            except (KilledError, OSError):
                cut = True
        seen = read_site(folder / "site")
        if system == "linux" or seen:  # elsewhere there is none between two renames
            assert seen in (OLD, NEW), number
        restore_interrupted(folder / "site")
        recover(folder / "build")
        after = read_site(folder / "site")
        assert after == read_site(folder / "build/docs")
        assert after in (OLD, NEW)
        assert seen != NEW or after == NEW
        assert {entry.name for entry in folder.iterdir()} == {"site", "build"}
        number += 1 if error is kill else 3
    assert number > 30


def test_a_disk_without_hard_links_gets_the_files_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    stage_change(tmp_path)
    bring_in(tmp_path)
    assert read_site(tmp_path / "site") == NEW


def test_a_change_that_was_cut_short_on_another_disk_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raise_killed(_: Path) -> None:
        raise KilledError

    stage_change(tmp_path)
    journal = tmp_path / "build/stage/journal.msgpack"
    with monkeypatch.context() as patched, suppress(KilledError):
        patched.setattr(transaction, "recover", raise_killed)
        bring_in(tmp_path)
    generation = tmp_path / "build/stage/generation"
    shutil.copytree(generation, tmp_path / "carried")
    shutil.rmtree(generation)
    (tmp_path / "carried").rename(generation)
    (tmp_path / "build/build.msgpack").write_bytes(b"")
    assert journal.is_file()
    recover(tmp_path / "build")
    assert read_site(tmp_path / "site") == OLD
    assert not (tmp_path / "build/build.msgpack").exists()
