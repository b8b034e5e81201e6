"""Answers read by hand in the real catalogue, and how often a reader gives them."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.real.conftest import DATA

DAY = date(2026, 11, 28)
"""The day for which the answers were written down."""
UNKNOWN = "unknown"
needs_real_data = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real data is not beside the project"),
]


def judged_rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table (its name): the code of a procedure, the question, the answer."""
    with (Path(__file__).parent / table).open(encoding="utf8", newline="") as lines:
        yield from csv.DictReader(lines)


def judged_verdicts(table: str) -> dict[str, str]:
    """The answer for each procedure, in a table with one question."""
    return {row["code"]: row["verdict"] for row in judged_rows(table)}


def count_outcomes(pairs: Iterable[tuple[str, str]]) -> Counter[str]:
    """How often what was read is right, missed (it says `unknown`) or wrong; pairs of (read, by
    hand).
    """
    return Counter(outcome(read, right) for read, right in pairs)


def count_judged(table: str, outcome_of: Callable[[str, str], str]) -> Counter[str]:
    """How often a table's procedures have each outcome, by `outcome_of(code, verdict)`."""
    return Counter(outcome_of(code, verdict) for code, verdict in judged_verdicts(table).items())


def outcome(read: str, right: str) -> str:
    if read == right:
        return "right"
    return "missed" if read == UNKNOWN else "wrong"
