"""Times as read by hand in the real catalogue, in neutral words (lengths and their units)."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.readings.evidence import Certainty
from generator.readings.time_values import TimeLimit, TimeReadings
from generator.readings.times import read_times, summarise_times
from generator.records.tree import load_catalogue
from tests.real.conftest import DATA

JUDGED = Path(__file__).parent / "times.csv"
UNKNOWN = "unknown"
UNITS = {"hour": "h", "day": "d", "working_day": "wd", "month": "m", "year": "y"}

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real data is not beside the project"),
]


def judged() -> dict[str, str]:
    with JUDGED.open(encoding="utf8", newline="") as lines:
        return {row["code"]: row["verdict"] for row in csv.DictReader(lines)}


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
def read(folder: Path, report: dict[str, Any]) -> dict[str, TimeReadings]:
    assert report["written"]["procedure"]
    catalogue, _ = load_catalogue(folder / "catalogue")
    return {code: read_times(versions[-1]) for code, versions in catalogue.versions.items()}


def outcomes(read: dict[str, TimeReadings]) -> Iterator[str]:
    """A length that is not there is wrong, one that lacks is missed."""
    for code, verdict in judged().items():
        said, right = lengths(read[code]), set(verdict.split()) - {UNKNOWN}
        if said == right:
            yield "right"
        else:
            yield "wrong" if said - right else "missed"


def test_times_are_read_as_by_hand(read: dict[str, TimeReadings]) -> None:
    found = Counter(outcomes(read))
    assert found["wrong"] <= 0.01 * len(judged()), found
    assert found["missed"] <= 0.06 * len(judged()), found


def test_a_due_day_needs_a_sure_or_likely_limit(read: dict[str, TimeReadings]) -> None:
    lines = [summarise_times(times) for times in read.values()]
    assert any(line.has_due_day for line in lines)
    for line in lines:
        if line.has_due_day:
            assert line.base is not None
            assert line.base.certainty is not Certainty.UNSURE
            assert not line.not_counted or line.not_counted == ("completion",)
