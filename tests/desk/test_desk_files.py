"""What a desk publishes: published records as their files are, and nothing that is not public."""

import hashlib
import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.desk import FOLDER, NoPackagesError, write_desk
from tests.conftest import SAMPLE
from tests.desk.conftest import PACKAGES

DECISION = "decisions/bca/2025/9104.yml"


def test_records_are_published_byte_for_byte_with_their_digests(desk_site: Path) -> None:
    data = desk_site / FOLDER / "du-lieu"
    records = json.loads((data / "records.json").read_bytes())
    assert len(records) > 100
    for record in records:
        content = (data / "catalogue" / record["path"]).read_bytes()
        assert content == (SAMPLE / record["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == record["sha256"]


def test_drafts_and_what_nothing_publishes_stay_out(catalogue_copy: Path, tmp_path: Path) -> None:
    if not (PACKAGES / "yaml").is_dir():
        pytest.skip(f"the packages of the desk are not in {PACKAGES}: run `make desk`")
    published = catalogue_copy / "procedures/ho-tich/1.001193"
    last = sorted(published.glob("v*.yml"))[-1]
    unpublished = last.with_name("v009.yml")
    text = last.read_text("utf8")
    unpublished.write_text(text.replace(f"version: {last.stem}", "version: v009"), encoding="utf8")
    draft = catalogue_copy / "decisions/bca/du-thao/mat.yml"
    draft.parent.mkdir()
    text = (catalogue_copy / DECISION).read_text("utf8")
    text = text.replace("bca/2025/9104", "bca/du-thao/mat")
    draft.write_text(text.replace("number: 9104/QĐ-BCA-C06", "number: null"), encoding="utf8")
    write_desk(
        load_catalogue(catalogue_copy)[0], catalogue_copy, PACKAGES, tmp_path, words_of("vi")
    )
    folder = tmp_path / FOLDER / "du-lieu"
    names = {path.name for path in (folder / "catalogue").rglob("*.yml")}
    assert {last.name, "9104.yml"} <= names
    assert not names & {"v009.yml", "mat.yml", "exceptions.yml"}
    assert b"du-thao" not in (folder / "records.json").read_bytes()


def test_without_its_packages_there_is_no_desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoPackagesError):
        write_desk(load_catalogue(SAMPLE)[0], SAMPLE, tmp_path, tmp_path, words_of("vi"))
    assert not (tmp_path / FOLDER).exists()
    assert main(["desk", "--catalogue", str(SAMPLE), "--site", str(tmp_path)]) == 2
    assert "niemyet build" in capsys.readouterr().err


def test_pages_lead_to_a_desk_that_one_run_writes(
    catalogue_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first build of a site has the desk and its link."""
    if not (PACKAGES / "yaml").is_dir():
        pytest.skip(f"the packages of the desk are not in {PACKAGES}: run `make desk`")
    place = tmp_path / "place"
    (place / "build").mkdir(parents=True)
    (place / "build" / "desk").symlink_to(PACKAGES.parent)
    monkeypatch.chdir(place)
    options = ["--catalogue", str(catalogue_copy), "--site", "site", "--jobs", "1"]
    assert main(["build", "--desk", *options]) == 0
    assert (place / "site" / FOLDER / "main.js").is_file()
    for page in ("index.html", "quyet-dinh/index.html", "thu-tuc/1.001193/index.html"):
        assert f"{FOLDER}/" in (place / "site" / page).read_text("utf8")


def test_a_build_without_the_packages_of_the_desk_makes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--desk", "--catalogue", str(SAMPLE), "--site", "site"]) == 2
    assert "make desk" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
