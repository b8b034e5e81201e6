"""Times as read by hand in the real catalogue, in neutral words (lengths and their units)."""

import pytest

from generator.readings.evidence import Certainty
from generator.readings.time_values import TimeLimit, TimeReadings
from generator.readings.times import read_times, summarise_times
from generator.records.catalogue import Catalogue
from tests.real.judged import UNKNOWN, count_judged, needs_real_data

UNITS = {"hour": "h", "day": "d", "working_day": "wd", "month": "m", "year": "y"}

pytestmark = needs_real_data


def lengths(times: TimeReadings) -> set[str]:
    """The limits of the base and of the cases; `+` before what comes on top."""
    found = set()
    if times.base and times.base.certainty is not Certainty.UNSURE:
        found.add(length(times.base.value))
    for case in times.cases:
        if case.certainty is not Certainty.UNSURE:
            found.add(("+" if case.value.added else "") + length(case.value.limit))
    return found


def length(limit: TimeLimit) -> str:
    return "+".join(f"{value:g}{UNITS[unit]}" for value, unit in limit.length)


@pytest.fixture(scope="module")
def read(catalogue: Catalogue) -> dict[str, TimeReadings]:
    return {code: read_times(versions[-1]) for code, versions in catalogue.versions.items()}


def test_times_are_read_as_by_hand(read: dict[str, TimeReadings]) -> None:
    """A length that is not there is wrong, one that lacks is missed."""

    def outcome(code: str, verdict: str) -> str:
        said, right = lengths(read[code]), set(verdict.split()) - {UNKNOWN}
        if said == right:
            return "right"
        return "wrong" if said - right else "missed"

    found = count_judged("times.csv", outcome)
    assert found["wrong"] <= 0.01 * found.total(), found
    assert found["missed"] <= 0.06 * found.total(), found


def test_a_due_day_needs_a_sure_or_likely_limit(read: dict[str, TimeReadings]) -> None:
    lines = [summarise_times(times) for times in read.values()]
    assert any(line.has_due_day for line in lines)
    for line in lines:
        if line.has_due_day:
            assert line.base is not None
            assert line.base.value.recorded or line.base.certainty is not Certainty.UNSURE
