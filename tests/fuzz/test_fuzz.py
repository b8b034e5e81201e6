"""A few random inputs of every kind; `make fuzz` tries many."""

import random

import pytest

from tests.fuzz.fuzzers import FUZZERS
from tests.fuzz.twins import find_differences

COUNTS = {
    "yaml": 300,
    "validators": 150,
    "import": 8,
    "members": 40,
    "pages": 300,
    "word": 20,
    "excel": 60,
    "review": 4,
}


@pytest.mark.parametrize("name", FUZZERS)
def test_random_inputs_do_no_harm(name: str) -> None:
    chance = random.Random(20)
    faults = [FUZZERS[name](chance) for _ in range(COUNTS[name])]
    assert [fault for fault in faults if fault] == []


def test_the_browser_computes_what_python_computes() -> None:
    assert list(find_differences(random.Random(20), 2000)) == []
