"""What the tests of readings on the real catalogue share: when they run, verdicts, outcomes."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.real.conftest import DATA

UNKNOWN = "unknown"
"""The verdict that the source does not say it."""

REAL = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real data is not beside the project"),
]
"""Marks of a module that reads the real data."""


def read_verdicts(name: str) -> dict[str, str]:
    """The verdict of each judged procedure of a table beside this module, by its code."""
    with (Path(__file__).parent / name).open(encoding="utf8", newline="") as lines:
        return {row["code"]: row["verdict"] for row in csv.DictReader(lines)}


def count_outcomes(name: str, outcome_of: Callable[[str, str], str]) -> Counter[str]:
    """How often a table's procedures have each outcome, by `outcome_of(code, verdict)`."""
    return Counter(outcome_of(code, verdict) for code, verdict in read_verdicts(name).items())
