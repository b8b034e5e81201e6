"""A few hostile files before a verb; `make fuzz` tries all."""

import pytest

from tests.fuzz.hostile import Cost, every_case, fault_of, try_case

CASES = [
    *list(every_case(["check"]))[::40],
    *list(every_case(["fmt"]))[::12],
    ("fmt", "decision", "aliases of aliases"),
]


@pytest.fixture(scope="module")
def usual() -> dict[str, Cost]:
    return {verb: try_case(verb, "", "") for verb in ("check", "fmt")}


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_a_hostile_file_gets_a_sentence(case: tuple[str, str, str], usual: dict[str, Cost]) -> None:
    assert fault_of(try_case(*case), usual[case[0]]) == ""


def test_what_is_wrong_is_seen() -> None:
    usual = Cost(0, "", 1, 100)
    assert fault_of(Cost(3, "x"), usual)
    assert fault_of(Cost(1, ""), usual)
    assert fault_of(Cost(1, "Traceback"), usual)
    assert fault_of(Cost(1, "x", 3.5), usual)
    assert fault_of(Cost(1, "x", 1, 500), usual)
    assert not fault_of(Cost(1, "x", 2, 300), usual)
