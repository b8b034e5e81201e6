"""A few random inputs of every kind; `make fuzz` tries many."""

import random

import pytest

from tests.fuzz.fuzzers import FUZZERS

COUNTS = {"yaml": 300, "validators": 150, "import": 8, "members": 40}


@pytest.mark.parametrize("name", FUZZERS)
def test_random_inputs_do_no_harm(name: str) -> None:
    chance = random.Random(20)
    faults = [FUZZERS[name](chance) for _ in range(COUNTS[name])]
    assert [fault for fault in faults if fault] == []
