"""Places of filing as read by hand in the real catalogue, in neutral words (kinds and levels)."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.readings.door import DoorKind, FilingReadings
from generator.readings.evidence import Certainty
from generator.readings.filing import read_filing
from generator.records.tree import load_catalogue
from tests.real.conftest import DATA

JUDGED = Path(__file__).parent / "places.csv"
DAY = date(2026, 11, 28)
UNKNOWN = "unknown"
OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real data is not beside the project"),
]


def judged() -> dict[str, str]:
    with JUDGED.open(encoding="utf8", newline="") as lines:
        return {row["code"]: row["verdict"] for row in csv.DictReader(lines)}


def verdict(found: FilingReadings) -> str:
    """The kinds and levels of the offices that were read, `unknown` for none."""
    told = set()
    for reading in found.doors:
        door = reading.value
        if door.kind in OFFICES and reading.certainty is not Certainty.UNSURE:
            levels = "+".join(door.levels)
            told.add(f"{door.kind}:{levels}" if levels else door.kind.value)
    return " ".join(sorted(told)) or UNKNOWN


@pytest.fixture(scope="module")
def read(folder: Path, report: dict[str, Any]) -> dict[str, FilingReadings]:
    assert report["written"]["procedure"]
    catalogue, _ = load_catalogue(folder / "catalogue")
    agencies = dict(catalogue.agencies)
    return {
        code: read_filing(versions[-1], catalogue.procedures[code], agencies, DAY)
        for code, versions in catalogue.versions.items()
    }


def outcomes(read: dict[str, FilingReadings]) -> Iterator[str]:
    for code, right in judged().items():
        said = verdict(read[code])
        if said == right:
            yield "right"
        else:
            yield "missed" if said == UNKNOWN else "wrong"


def test_places_are_read_as_by_hand(read: dict[str, FilingReadings]) -> None:
    found = Counter(outcomes(read))
    assert found["wrong"] <= 2, found
    assert found["missed"] <= 3, found


def test_no_office_is_read_that_only_executes(read: dict[str, FilingReadings]) -> None:
    for found in read.values():
        for reading in found.doors:
            assert reading.evidence
            assert all(one.pointer[:2] != ("agencies", "executing") for one in reading.evidence)
