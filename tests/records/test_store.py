"""What was read is kept by content: the same findings again, and nothing stale."""

from pathlib import Path

import pytest

from generator.check import Checked, Workshop, check
from generator.locale import words_of
from generator.records import reading
from generator.records.store import Store
from tests.conftest import DAY


def checked(catalogue: Path, file: Path) -> Checked:
    return check(catalogue, words_of("vi"), DAY, Workshop(store=Store.at(file)))


def test_a_second_check_says_the_same(tmp_path: Path) -> None:
    broken = Path("tests/fixtures/broken")
    first = checked(broken, tmp_path / "store")
    again = checked(broken, tmp_path / "store")
    assert again.findings == first.findings == check(broken, words_of("vi"), DAY).findings
    assert again.catalogue == first.catalogue


def test_only_what_changed_is_read_again(
    catalogue_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(catalogue_copy, tmp_path / "store")
    read: list[str] = []
    real = reading.read_yaml

    def noted(content: bytes, path: str) -> object:
        read.append(path)
        return real(content, path)

    monkeypatch.setattr("generator.records.reading.read_yaml", noted)
    file = catalogue_copy / "agencies/btp.yml"
    file.write_text(file.read_text("utf8").replace("Bộ Tư pháp", "Bộ Tư Pháp"), "utf8")
    found = checked(catalogue_copy, tmp_path / "store")
    assert read == ["agencies/btp.yml"]
    assert found.catalogue.agencies["btp"].name == "Bộ Tư Pháp"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x00" * 64])
def test_a_damaged_store_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "store").write_bytes(content)
    assert not checked(Path("catalogue"), tmp_path / "store").failed


def test_a_store_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not checked(Path("catalogue"), tmp_path / "file" / "store").failed
