"""A few faults of every kind to the verbs that write; `make faults` does hundreds."""

import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.faults.flips import choose_flips, judge_flip, prepare_flips
from tests.faults.judging import find_faults, prepare
from tests.faults.scenarios import all_scenarios

FLIPS = 2
COUNTS = {"incremental": 2, "compress": 1, "export": 2, "post": 2, "word": 2}
SCENARIOS = {scenario.name: scenario for scenario in all_scenarios()}


@pytest.mark.parametrize("name", COUNTS)
def test_a_fault_leaves_the_old_or_the_new_and_the_next_run_is_whole(
    name: str, tmp_path: Path
) -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(_try_faults, name, tmp_path).result() == []


def _try_faults(name: str, folder: Path) -> list[str]:
    """What is wrong after some faults; in a process of its own, as a copy of one has no threads."""
    chance = random.Random(26)
    case = prepare(SCENARIOS[name], folder)
    faults = chance.sample(case.faults(chance, 0), COUNTS[name])
    return [wrong for fault in faults for wrong in find_faults(case, fault, folder)]


def test_a_changed_bit_does_no_harm(tmp_path: Path) -> None:
    case, usual = prepare_flips(tmp_path)
    chance = random.Random(26)
    flips = chance.sample(list(choose_flips(case.before, 1, chance)), FLIPS)
    assert [wrong for flip in flips for wrong in judge_flip(case, flip, usual, tmp_path)] == []
