"""Only what is ours is removed: what lies beside a site or a catalogue stays."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.imports.places.convert import Converted
from generator.imports.places.write import write_places
from generator.imports.portal.convert import read_sources
from generator.imports.portal.write import write_catalogue
from generator.records.registers import CitizenWords
from generator.site import publish
from generator.site.offline import write_zip
from generator.site.publish import marked_name, restore_interrupted, swap_in
from tests.imports.test_portal import NATIONAL


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[Path]:
    """A folder with a site and a catalogue, and what somebody else keeps beside them."""
    names = ["site.old", "site.new", "out.new", ".places.new", "out.old"]
    for name in ("site", *names):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, "utf8")
    (tmp_path / "ban.zip.new").write_text("ban", "utf8")
    yield tmp_path
    for name in names:
        assert (tmp_path / name / "index.html").read_text("utf8") == name
    assert (tmp_path / "ban.zip.new").read_text("utf8") == "ban"


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_site_is_replaced_and_nothing_beside_it(
    beside: Path, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish.sys, "platform", system)
    restore_interrupted(beside / "site")
    (beside / "made").mkdir()
    swap_in(beside / "made", beside / "site")
    assert not list((beside / "site").iterdir())


def test_an_import_removes_nothing_beside_its_folder(beside: Path) -> None:
    (beside / "in.jsonl").write_text(json.dumps(NATIONAL), "utf8")
    marked_name(beside / "out", "new").mkdir()  # a killed import left it
    write_catalogue(
        read_sources([beside / "in.jsonl"]), beside / "out", CitizenWords(citizen_words=())
    )
    assert (beside / "out/catalogue.yml").is_file()
    assert not marked_name(beside / "out", "new").exists()


def test_what_comes_into_the_folder_during_an_import_stays(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(NATIONAL), "utf8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/letter.txt").write_text("mine")
    with pytest.raises(OSError, match="not empty"):
        write_catalogue(
            read_sources([tmp_path / "in.jsonl"]), tmp_path / "out", CitizenWords(citizen_words=())
        )
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["letter.txt"]


def test_places_are_written_without_what_a_killed_import_left(beside: Path) -> None:
    left = marked_name(beside / "places", "new")
    left.mkdir()
    (left / "half.yml").write_text("half")
    write_places(Converted(), beside)
    assert not list((beside / "places").iterdir())


def test_an_offline_copy_takes_no_name_of_another_file(beside: Path) -> None:
    (beside / "site/api/v1").mkdir(parents=True)
    (beside / "site/api/v1/index.json").write_text('{"as_of": "2026-01-01"}')
    write_zip(beside / "site", beside / "ban.zip")
    assert (beside / "ban.zip").is_file()
