"""Exceptions are data: with a reason, until a day; one that no longer applies is an error."""

from datetime import date
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.locale import words_of
from tests.conftest import DAY

FILE = "procedures/ho-tich/1.900104/v001.yml"


def codes(catalogue: Path, day: date = DAY) -> list[str]:
    return [
        f.code
        for f in check_catalogue(catalogue, words_of("vi"), day).findings
        if f.severity == "error"
    ]


def accept(catalogue: Path, rule: str, until: str, at: str = "") -> None:
    place = f"\n  at: {at}" if at else ""
    said = f'  record: {FILE}{place}\n  reason: Bản ký in như vậy.\n  until: "{until}"\n'
    (catalogue / "exceptions.yml").write_text(f"exceptions:\n- rule: {rule}\n{said}", "utf8")


@pytest.fixture
def broken(catalogue_copy: Path) -> Path:
    file = catalogue_copy / FILE
    file.write_text(file.read_text("utf8").replace("        unit: bản\n", "", 1), "utf8")
    return catalogue_copy


def test_without_an_exception_it_is_an_error(broken: Path) -> None:
    assert codes(broken) == ["PT108"]


def test_an_exception_accepts_it_until_its_day(broken: Path) -> None:
    accept(broken, "PT108", "2026-12-31")
    assert codes(broken) == []
    assert codes(broken, date(2027, 1, 1)) == ["NX902", "PT108"]


def test_an_exception_may_be_for_one_place_only(broken: Path) -> None:
    accept(broken, "PT108", "2026-12-31", "channels.items.0")
    assert codes(broken) == []
    accept(broken, "PT108", "2026-12-31", "channels.items.1")
    assert codes(broken) == ["NX903", "PT108"]


def test_an_exception_that_is_not_needed_is_an_error(catalogue_copy: Path) -> None:
    accept(catalogue_copy, "PT108", "2026-12-31")
    assert codes(catalogue_copy) == ["NX903"]


def test_an_exception_from_no_rule_is_an_error(catalogue_copy: Path) -> None:
    accept(catalogue_copy, "PT999", "2026-12-31")
    assert codes(catalogue_copy) == ["NX901"]
