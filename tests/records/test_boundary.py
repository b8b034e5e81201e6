"""Whatever lies in a catalogue is a finding on its file, and the rest goes on."""

import os
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.findings.problem import Problem
from generator.locale import words_of
from generator.records.layout import catalogue_file
from generator.records.live_catalogue import LiveCatalogue
from generator.records.reading import MOST_PROBLEMS, read_record
from generator.records.tree import load_catalogue
from generator.records.watcher import scan_files
from tests.conftest import DAY
from tests.fuzz.hostile import CONTENTS

AGENCY = "id: bo-mau\nname: Bộ Mẫu\nkind: class\nlevel: commune\n"


def problems_of(root: Path) -> list[Problem]:
    return [one for one in load_catalogue(root)[1] if one.path != "catalogue.yml"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "catalogue"
    (folder / "agencies").mkdir(parents=True)
    (folder / "agencies/bo-mau.yml").write_text(AGENCY, "utf8")
    return folder


@pytest.mark.parametrize("target", ["vong.yml", "/etc/hostname", "../..", "khong-co.yml"])
def test_a_link_that_leads_to_no_file_of_the_catalogue_is_said_and_not_read(
    root: Path, target: str
) -> None:
    (root / "agencies/vong.yml").symlink_to(target)
    (problem,) = problems_of(root)
    assert (problem.path, problem.code) == ("agencies/vong.yml", "YM112")
    assert scan_files(root).keys() == {"agencies/bo-mau.yml", "agencies/vong.yml"}


def test_a_link_within_the_catalogue_is_read(root: Path) -> None:
    (root / "agencies/ban-sao.yml").symlink_to("bo-mau.yml")
    catalogue, _ = load_catalogue(root)
    assert catalogue.agencies.keys() == {"bo-mau", "ban-sao"}


def test_a_linked_folder_is_said_and_not_entered(root: Path, tmp_path: Path) -> None:
    (tmp_path / "agencies").mkdir()
    (root / "places").symlink_to(tmp_path / "agencies")
    assert [(one.path, one.code) for one in problems_of(root)] == [("places", "YM112")]


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_a_name_that_is_no_unicode_is_said(root: Path) -> None:
    (root / os.fsdecode(b"agencies/\xff.yml")).write_text(AGENCY, "utf8")
    (problem,) = problems_of(root)
    assert (problem.path, problem.code) == ("agencies/\\xff.yml", "YM112")


def test_a_preview_forgets_a_link_that_is_taken_away(root: Path) -> None:
    link = root / "agencies/vong.yml"
    link.symlink_to("vong.yml")
    live = LiveCatalogue(root)
    live.read()
    assert "agencies/vong.yml" in {one.path for one in live.catalogue()[1]}
    link.unlink()
    assert live.refresh(["agencies/vong.yml"])
    assert "agencies/vong.yml" not in {one.path for one in live.catalogue()[1]}


def test_of_very_many_mistakes_in_a_file_the_first_are_told_and_the_others_counted(
    root: Path,
) -> None:
    keys = "".join(f"la{number}: 1\n" for number in range(8000))
    (root / "agencies/bo-mau.yml").write_text(AGENCY + keys, "utf8")
    *told, last = problems_of(root)
    assert len(told) == MOST_PROBLEMS
    assert (last.code, last.values["count"]) == ("CT298", 8000 - MOST_PROBLEMS)


@pytest.mark.parametrize(
    "text", ["x" * 2001, "x" + " " * 301 + "x", '"' + "\\n" * 1001 + '"', "1 " * (3 << 20)]
)
def test_a_file_without_measure_is_one_problem_and_is_judged_no_further(
    root: Path, text: str
) -> None:
    (root / "agencies/bo-mau.yml").write_text(f"{AGENCY}symbol: {text}\n", "utf8")
    (problem,) = problems_of(root)
    assert problem.code == "YM117"
    assert problem.mark
    assert problem.mark.line in (1, 5)


def test_a_preview_says_which_folder_it_can_no_longer_open(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveCatalogue(root)
    live.read()
    closed = os.fspath(root / "agencies")
    scandir = os.scandir

    def refuse(folder: str) -> object:
        if os.fspath(folder) == closed:
            raise PermissionError(13, "Permission denied", closed)
        return scandir(folder)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refuse)
        patched.setattr(os, "access", lambda *_: False)
        assert scan_files(root).keys() == {"agencies"}
        assert live.refresh(["agencies", "agencies/bo-mau.yml"])
        assert ("agencies", "YM112") in {(one.path, one.code) for one in live.catalogue()[1]}
    assert live.refresh(["agencies"])
    assert "agencies" not in {one.path for one in live.catalogue()[1]}


def test_files_that_go_while_they_are_listed_are_no_problem(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def lose(folder: str) -> object:
        if Path(folder).name == "agencies":
            raise FileNotFoundError(2, "No such file or directory", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", lose)
    assert problems_of(root) == []


@pytest.mark.parametrize("content", CONTENTS)
def test_whatever_a_file_holds_costs_that_file_alone(root: Path, content: str) -> None:
    made = CONTENTS[content]
    (root / "agencies/so-mau.yml").write_bytes(made(AGENCY.encode()) if callable(made) else made)
    found = check_catalogue(root, words_of("vi"), DAY)
    assert "bo-mau" in found.catalogue.agencies
    broken = {one.path for one in found.findings if one.severity == "error"}
    assert broken - {"catalogue.yml", "agencies/so-mau.yml"} == set()
    assert "agencies/so-mau.yml" in broken or "so-mau" in found.catalogue.agencies


def test_a_file_that_goes_between_listing_and_reading_is_one_problem(root: Path) -> None:
    (problem,) = read_record(root, catalogue_file("agencies/so-mau.yml")).problems
    assert (problem.path, problem.code) == ("agencies/so-mau.yml", "YM112")
