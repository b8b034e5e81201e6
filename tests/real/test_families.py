"""Families of the real catalogue: equal titles are one, pairs are as judged by reading both.

Pairs of `joined`, `apart` and `federated` were drawn among families, among near titles of different
families, and among families across six publishers, when the rules were finished.
"""

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from generator.law.families import find_families
from generator.law.family_candidates import candidate_of
from generator.records.catalogue import Catalogue
from generator.records.families import Families
from generator.records.layout import CatalogueFile
from generator.records.reading import read_record
from tests.real.judged import judged_rows, needs_real_data

_READING = read_record(Path(__file__).parent, CatalogueFile("families.yml", "families", "families"))
assert isinstance(_READING.record, Families)
REVIEWED = _READING.record
pytestmark = needs_real_data
_OTHER_MATTERS = {"1.115416", "2.000316"}
"""One short title in two fields under two decrees: deposits of two kinds of business."""


@pytest.fixture(scope="module")
def families(catalogue: Catalogue) -> dict[str, str]:
    """The first of the family of each procedure that has one."""
    candidates = [candidate_of(refs[0], catalogue) for refs in catalogue.version_refs.values()]
    found = find_families(candidates, REVIEWED.families)
    return {code: kin.id for kin in found for code in kin.codes}


def test_titles_of_equal_words_are_one_family(
    catalogue: Catalogue, families: dict[str, str]
) -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for code in catalogue.procedures:
        title = unicodedata.normalize("NFC", catalogue.version_refs[code][0].header.title)
        groups[" ".join(re.findall(r"\w+", title.casefold()))].add(code)
    equal = [codes for codes in groups.values() if len(codes) > 1]
    assert len(equal) >= 83
    parted = [codes for codes in equal if len({families.get(one, one) for one in codes}) > 1]
    assert parted == [_OTHER_MATTERS]


@pytest.mark.parametrize(
    ("drawn", "most"), [("joined", 0.02), ("apart", 0.05), ("federated", 0.02)]
)
def test_pairs_are_joined_or_left_apart_as_judged(
    families: dict[str, str], drawn: str, most: float
) -> None:
    rows = [row for row in judged_rows("families.csv") if row["drawn"] == drawn]
    wrong = [row for row in rows if _verdict(row, families) != row["verdict"]]
    assert len(rows) == {"joined": 446, "apart": 292, "federated": 139}[drawn]
    assert len(wrong) <= most * len(rows), wrong


def _verdict(row: dict[str, str], families: dict[str, str]) -> str:
    one, other = (families.get(row[key], row[key]) for key in ("one", "other"))
    return "same" if one == other else "different"
