"""A ground that a decision keeps in its own words is printed once."""

from dataclasses import replace
from pathlib import Path

from generator.law.worded_grounds import unworded_grounds
from generator.records.tree import load_catalogue


def test_a_ground_with_words_of_its_own_needs_no_title() -> None:
    catalogue = load_catalogue(Path("catalogue"))[0]
    decision = next(one for one in catalogue.decisions.values() if "63-2010-nd-cp" in one.grounds)
    assert unworded_grounds(decision, catalogue.documents) == decision.grounds
    worded = replace(decision, ground_texts=("Nghị định số 63/2010/NĐ-CP (đã được sửa)",))
    left = unworded_grounds(worded, catalogue.documents)
    assert set(decision.grounds) - set(left) == {"63-2010-nd-cp"}
