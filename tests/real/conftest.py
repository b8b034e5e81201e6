"""The real national catalogue, imported once for every test that reads it."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.check import CheckResult, Resources, check_catalogue
from generator.cli import main
from generator.locale import words_of
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.reading_cache import ReadingCache
from tests.conftest import DAY, PROJECT, build_edition

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


def check(folder: Path) -> CheckResult:
    """Check the imported catalogue, with what was read of it before."""
    resources = Resources(cache=ReadingCache.at(folder / "read"))
    return check_catalogue(folder / "catalogue", words_of("vi"), DAY, resources)


@pytest.fixture(scope="session")
def checked(folder: Path, report: dict[str, Any]) -> CheckResult:
    """The imported catalogue, read and checked once."""
    assert report["written"]["procedure"]
    return check(folder)


@pytest.fixture(scope="session")
def catalogue(checked: CheckResult) -> Catalogue:
    return checked.catalogue


@pytest.fixture(scope="session")
def site(folder: Path, catalogue: Catalogue) -> Path:
    """The site of the imported catalogue, built once."""
    edition = Edition(catalogue, DAY, words_of("vi"))
    assert not build_edition(edition, folder, jobs=2).warnings
    return folder / "site"
