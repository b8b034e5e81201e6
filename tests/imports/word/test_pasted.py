"""Pasted words of one procedure: parts by their labels, and every line that has no place."""

from pathlib import Path

import pytest

from generator.imports.word.pasted import read_pasted
from generator.imports.word.registers import DraftRegisters
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.records.yaml_writer import to_yaml
from tests.conftest import PROJECT, SAMPLE

TEXT = (PROJECT / "tests" / "desk" / "pasted.txt").read_text("utf8")


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path(SAMPLE))[0]


@pytest.fixture
def registers(sample: Catalogue) -> DraftRegisters:
    return DraftRegisters(sample, "btp")


def test_the_parts_stand_in_their_keys(registers: DraftRegisters) -> None:
    found = read_pasted(TEXT, "1.009999", registers)
    version = found.version
    assert version is not None
    assert (found.title, found.missing) == ("Cấp bản sao điện tử giấy tờ hộ tịch", ())
    assert [step.name for step in version.steps.items] == ["Bước 1", "Bước 2"]
    assert [one.method for one in version.channels.items] == ["direct", "online"]
    assert {one.document for one in version.legal_basis.items} == {
        "60-2014-qh13",
        "123-2015-nd-cp",
    }
    assert registers.documents == {}


def test_lines_without_a_place_are_given_back_as_they_are(registers: DraftRegisters) -> None:
    found = read_pasted(TEXT, "1.009999", registers)
    assert found.unread == ("MẪU SỐ 01", "Kính gửi: Ủy ban nhân dân xã")


def test_words_without_a_label_stay_unread_as_a_whole(registers: DraftRegisters) -> None:
    found = read_pasted("Hồ sơ gồm:\n\n- Tờ khai", "1.009999", registers)
    assert found.version is None
    assert found.unread == ("Hồ sơ gồm:", "- Tờ khai")


def test_every_line_is_in_the_draft_or_given_back(registers: DraftRegisters) -> None:
    marked = [f"{line} dấu{number}x" for number, line in enumerate(TEXT.splitlines())]
    found = read_pasted("\n".join(marked), "1.009999", registers)
    assert found.version is not None
    documents = [to_yaml("legal-document", one) for one in registers.documents.values()]
    kept = "\n".join([to_yaml("version", found.version), *found.unread, *documents])
    assert [number for number, _ in enumerate(marked) if f"dấu{number}x" not in kept] == []
