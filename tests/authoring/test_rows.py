"""`niemyet new row` and `new field`: one command for each thing that a decision may do."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.records.tree import load_catalogue

DECISION = "btp/2026/9205"


@pytest.fixture
def here(catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(catalogue_copy.parent)
    return catalogue_copy


def row(here: Path, *arguments: str) -> object:
    assert main(["new", "row", DECISION, *arguments]) == 0
    return load_catalogue(here)[0].decisions[DECISION].rows[-1]


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (
            ("1.900104", "--action", "amend", "--parts", "thời hạn, phí"),
            {"procedure": "1.900104", "version": "v001", "amended_parts": ("time", "fees")},
        ),
        (("1.900104", "--action", "abolish"), {"procedure": "1.900104", "version": None}),
        (("1.900104", "--action", "correct"), {"procedure": "1.900104", "version": "v001"}),
        (
            ("1.900104", "1.900110", "--action", "replace", "--by", "1.001193/v001"),
            {"replaces": ("1.900104", "1.900110")},
        ),
        (("--action", "annul", "--annuls", "btp/2026/9201/d1"), {"procedure": None}),
    ],
)
def test_a_row_is_added_for_every_action(
    here: Path, arguments: tuple[str, ...], wanted: dict[str, object]
) -> None:
    made = row(here, *arguments)
    assert {key: getattr(made, key) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((DECISION, "9.999999", "--action", "abolish"), "Không có thủ tục 9.999999."),
        ((DECISION, "--action", "amend"), "Cần mã thủ tục"),
        ((DECISION, "1.900104", "--action", "replace"), "cần thủ tục thay thế"),
        ((DECISION, "--action", "annul", "--annuls", "x/1/d1"), "Không có dòng x/1/d1"),
        (("x/2026/1", "1.900104", "--action", "abolish"), "Không có quyết định x/2026/1"),
        ((DECISION, "1.900104", "--action", "amend", "--parts", "abc"), "phần tên abc"),
    ],
)
def test_what_cannot_be_added_is_said(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    before = (here / f"decisions/{DECISION}.yml").read_bytes()
    assert main(["new", "row", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert (here / f"decisions/{DECISION}.yml").read_bytes() == before


def test_a_field_is_added_below_the_others(here: Path) -> None:
    assert main(["new", "field", "thuy-loi", "Thủy lợi", "--agency", "Bộ Tư pháp"]) == 0
    fields = load_catalogue(here)[0].fields
    assert (fields["thuy-loi"].name, fields["thuy-loi"].agency) == ("Thủy lợi", "btp")
    assert main(["new", "field", "thuy-loi", "Thủy lợi"]) == 2
    assert main(["new", "field", "Thủy lợi", "Thủy lợi"]) == 2


def test_printed_names_numbers_and_days_are_understood(here: Path) -> None:
    days = ["--signed", "16/11/2026", "--effective", "15/12/2026"]
    assert main(["new", "decision", "Bộ Tư pháp", "9300/QĐ-BTP", *days]) == 0
    assert main(["new", "row", "9300/QĐ-BTP", "1.900104", "--action", "abolish"]) == 0
    found = load_catalogue(here)[0].decisions["btp/2026/9300"]
    assert (str(found.signed), found.rows[0].action) == ("2026-11-16", "abolish")


def test_the_ends_of_lines_stay_as_they_were(here: Path) -> None:
    file = here / f"decisions/{DECISION}.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    row(here, "1.900104", "--action", "abolish")
    after = file.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\r\n")
