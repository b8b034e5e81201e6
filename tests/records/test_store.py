"""What was read is kept by content: the same findings again, and nothing stale."""

import sqlite3
from pathlib import Path

import pytest

from generator.check import CheckResult, Resources, check_catalogue
from generator.locale import words_of
from generator.records import reading
from generator.records.reading_cache import ReadingCache
from tests.conftest import DAY


def checked(catalogue: Path, file: Path) -> CheckResult:
    return check_catalogue(catalogue, words_of("vi"), DAY, Resources(cache=ReadingCache.at(file)))


def test_a_second_check_says_the_same(tmp_path: Path) -> None:
    broken = Path("tests/fixtures/broken")
    first = checked(broken, tmp_path / "store")
    again = checked(broken, tmp_path / "store")
    assert again.findings == first.findings == check_catalogue(broken, words_of("vi"), DAY).findings
    assert again.catalogue == first.catalogue


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, and not taken from a store; clear it between two checks."""
    read: list[str] = []
    real = reading.read_yaml

    def noted(content: bytes, path: str) -> object:
        read.append(path)
        return real(content, path)

    monkeypatch.setattr("generator.records.reading.read_yaml", noted)
    return read


def test_only_what_changed_is_read_again(
    catalogue_copy: Path, tmp_path: Path, read_anew: list[str]
) -> None:
    checked(catalogue_copy, tmp_path / "store")
    read_anew.clear()
    file = catalogue_copy / "agencies/btp.yml"
    file.write_text(file.read_text("utf8").replace("Bộ Tư pháp", "Bộ Tư Pháp"), "utf8")
    found = checked(catalogue_copy, tmp_path / "store")
    assert read_anew == ["agencies/btp.yml"]
    assert found.catalogue.agencies["btp"].name == "Bộ Tư Pháp"


def test_what_is_no_longer_there_is_forgotten(
    catalogue_copy: Path, tmp_path: Path, read_anew: list[str]
) -> None:
    file = catalogue_copy / "agencies/btp.yml"
    before = file.read_text("utf8")
    for content in (before, before.replace("Bộ Tư pháp", "Bộ Tư Pháp"), before):
        read_anew.clear()
        file.write_text(content, "utf8")
        checked(catalogue_copy, tmp_path / "store")
        assert "agencies/btp.yml" in read_anew


@pytest.mark.parametrize("content", [b"", b"nonsense" * 64, b"\x00" * 64])
def test_a_damaged_store_counts_as_empty_and_is_made_anew(
    tmp_path: Path, content: bytes, read_anew: list[str]
) -> None:
    (tmp_path / "store").write_bytes(content)
    assert not checked(Path("catalogue"), tmp_path / "store").failed
    read_anew.clear()
    assert not checked(Path("catalogue"), tmp_path / "store").failed
    assert not read_anew


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_a_store_with_a_hole_loses_nothing(tmp_path: Path, place: float) -> None:
    sound = checked(Path("catalogue"), tmp_path / "store")
    content = bytearray((tmp_path / "store").read_bytes())
    start = int(len(content) * place)
    content[start : start + 4096] = b"\xff" * 4096
    (tmp_path / "store").write_bytes(content)
    again = checked(Path("catalogue"), tmp_path / "store")
    assert (again.findings, again.catalogue) == (sound.findings, sound.catalogue)


def test_a_store_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not checked(Path("catalogue"), tmp_path / "file" / "store").failed


def test_two_checks_at_a_time_may_share_a_store(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "store", timeout=0)
    other.execute("begin exclusive")
    assert not checked(Path("catalogue"), tmp_path / "store").failed
    other.close()
