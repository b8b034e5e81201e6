"""Places of filing as read by hand in the real catalogue, in neutral words (kinds and levels)."""

from datetime import date

import pytest

from generator.readings.door import DoorKind, FilingReadings
from generator.readings.evidence import Certainty
from generator.readings.filing import read_filing
from generator.records.catalogue import Catalogue
from tests.real.judged import UNKNOWN, count_judged, needs_real_data

DAY = date(2026, 11, 28)
OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)

pytestmark = needs_real_data


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
def read(catalogue: Catalogue) -> dict[str, FilingReadings]:
    agencies = dict(catalogue.agencies)
    return {
        code: read_filing(versions[-1], catalogue.procedures[code], agencies, DAY)
        for code, versions in catalogue.versions.items()
    }


def test_places_are_read_as_by_hand(read: dict[str, FilingReadings]) -> None:
    def outcome(code: str, right: str) -> str:
        said = verdict(read[code])
        if said == right:
            return "right"
        return "missed" if said == UNKNOWN else "wrong"

    found = count_judged("places.csv", outcome)
    assert found["wrong"] <= 0.04 * found.total(), found
    assert found["missed"] <= 0.06 * found.total(), found


def test_no_office_is_read_that_only_executes(read: dict[str, FilingReadings]) -> None:
    for found in read.values():
        for reading in found.doors:
            assert reading.evidence
            assert all(one.pointer[:2] != ("agencies", "executing") for one in reading.evidence)
