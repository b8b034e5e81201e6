"""A day that a file prints for a law, and the register has otherwise, is told."""

from datetime import date
from pathlib import Path

import pytest

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.dates_apart import remarks_on_dates
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.records.registers import LegalDocument
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import decision_blocks, list_blocks, write_annex

DECREE = LegalDocument(
    id="63-2010-nd-cp",
    number="63/2010/NĐ-CP",
    number_normalised="63/2010/NĐ-CP",
    type="decree",
    title="Nghị định số 63/2010/NĐ-CP",
    status="in_force",
    signed=date(2010, 6, 8),
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Nghị định số 63/2010/NĐ-CP ngày 08/6/2010", []),
        ("Nghị định số 63/2010/NĐ-CP, ngày 8 tháng 6 năm 2010", []),
        ("Nghị định số 63/2010/NĐ-CP ngày 09/6/2010", ["09/6/2010"]),
        ("Nghị định số 63/2010/NĐ-CP ngày 08/6/20210", ["08/6/20210"]),
        ("Nghị định số 63/2010/NĐ-CP ngày 08/6/2019", ["08/6/2019"]),
        ("Nghị định số 64/2010/NĐ-CP ngày 09/6/2010", []),
    ],
)
def test_a_day_that_the_register_has_otherwise_is_told_once(text: str, printed: list[str]) -> None:
    lines = [WordLine(WordPlace("a.docx", at), "", text) for at in (1, 2)]
    found = list(remarks_on_dates(lines, [DECREE]))
    assert [one.values["printed"] for one in found] == printed
    assert all(one.values["known"] == "08/06/2010" for one in found)


def test_the_day_of_a_ground_that_differs_is_among_what_to_look_at(tmp_path: Path) -> None:
    blocks = [one.replace("08/6/2010", "18/6/2010") for one in decision_blocks()]
    file = read_word_file(write_annex(tmp_path / "a.docx", *blocks, *list_blocks()))
    sample = load_catalogue(Path("catalogue"))[0]
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    told = [one.values for one in drafted.remarks if one.kind == "date_differs"]
    assert [one["printed"] for one in told] == ["18/6/2010"]
