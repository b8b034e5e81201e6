"""The real national catalogue, imported once for every test that reads it."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from tests.conftest import PROJECT, build_site

DATA = PROJECT.parent / "shared" / "data"
FILES = ("national-procedures", "portal-details", "portal-list")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("real")


@pytest.fixture(scope="session")
def report(folder: Path) -> dict[str, Any]:
    files = [str(DATA / f"{name}.jsonl.xz") for name in FILES]
    numbers = folder / "report.json"
    options = ["--into", str(folder / "catalogue"), "--report", str(numbers), "--verify"]
    assert main(["import", "portal", *files, *options]) == 0
    found: dict[str, Any] = json.loads(numbers.read_text("utf8"))
    return found


@pytest.fixture(scope="session")
def catalogue(folder: Path, report: dict[str, Any]) -> Catalogue:
    """The imported catalogue, loaded once."""
    assert report["written"]["procedure"]
    return load_catalogue(folder / "catalogue")[0]


@pytest.fixture(scope="session")
def site(folder: Path, report: dict[str, Any]) -> Path:
    """The site of the imported catalogue, built once."""
    assert report["written"]["procedure"]
    assert not build_site(folder / "catalogue", folder, jobs=2).warnings
    return folder / "site"
