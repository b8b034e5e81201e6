"""One cause, one finding: a record that cannot be read breaks no rule elsewhere."""

import shutil
from pathlib import Path

import pytest

from generator.law.rules.examples import base
from generator.records.tree import load_catalogue
from generator.review.immutability import find_breaches
from tests.law.checking import findings

FILES = sorted(file.relative_to(base()).as_posix() for file in base().rglob("*.yml"))
ACCEPTS_OTHERS = "exceptions.yml"
"""What it accepts elsewhere shows again while it cannot be read."""


@pytest.mark.parametrize("path", [path for path in FILES if path != ACCEPTS_OTHERS])
def test_only_the_file_that_cannot_be_read_has_findings(path: str, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    file = copy / path
    file.write_bytes(file.read_bytes() + b"\n\tx: [\n")
    found = findings(copy)
    assert {finding.path for finding in found} == {path}
    assert not list(find_breaches(load_catalogue(base())[0], load_catalogue(copy)[0]))


@pytest.mark.parametrize(("named", "found"), [("tinh-la", {"DV405"}), ("tinh-khac", set())])
def test_a_record_that_cannot_be_read_silences_only_what_names_it(
    named: str, found: set[str], tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    (copy / "places/tinh-khac.yml").write_text("x: [\n", "utf8")
    office = copy / "agencies/ubnd-tinh.yml"
    text = office.read_text("utf8").replace("place: tinh-vi-du", f"place: {named}")
    office.write_text(text, "utf8")
    told = findings(copy)
    assert {one.code for one in told if one.path == "agencies/ubnd-tinh.yml"} == found
