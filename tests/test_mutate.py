"""`tools.mutate` plants what can be noticed, one at a time, and never in the tree itself."""

import sys
from pathlib import Path

import pytest

from tools.mutate import Copy, copied
from tools.mutations import drawn, mutations

MODULE = '''"""A docstring with 1 < 2."""

from typing import TypeVar

T = TypeVar("T")
Pairs = tuple[int, str] | None
__all__ = ["adult"]


class Person:
    """With 3 words."""

    __slots__ = ("age",)


def adult(age: "int | None" = 18, *, known: bool = True) -> "bool":
    """At 18 or more."""
    return known and age is not None and not age < 18
'''
TEST = "import sys; from town.room.people import adult; sys.exit(not adult(18) or adult(17))"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    room = tmp_path / "tree/town/room"
    room.mkdir(parents=True)
    (room / "people.py").write_text(MODULE)
    return tmp_path / "tree"


def test_what_cannot_be_noticed_is_not_planted(tree: Path) -> None:
    found = {(mutation.line, mutation.old, mutation.new) for mutation in mutations(tree, ["town"])}
    assert found == {
        (16, "18", "19"),
        (16, "18", "17"),
        (16, "True", "False"),
        (18, "and", "or"),
        (18, "is not", "is"),
        (18, "not ", ""),
        (18, "<", "<="),
        (18, "18", "19"),
        (18, "18", "17"),
    }


def test_the_same_seed_draws_the_same_and_none_twice(tree: Path) -> None:
    every = mutations(tree, ["town"])
    first, again, other = (drawn(every, seed, 6) for seed in (1, 1, 2))
    assert first == again != other
    assert len(set(first)) == 6
    assert set(drawn(every, 3, 1000)) == set(every)


def test_a_mutation_is_killed_by_a_command_that_fails(tree: Path, tmp_path: Path) -> None:
    copy = Copy(copied(tree, tmp_path / "copy"), 30, {})
    command = [sys.executable, "-c", TEST]
    assert copy.run(command).passed
    survived = {
        (mutation.line, mutation.old, mutation.new)
        for mutation in mutations(tree, ["town"])
        if copy.tried(mutation, command).passed
    }
    assert survived == {(16, "18", "19"), (16, "18", "17")}, "nobody relies on the default"
    for root in (tree, copy.root):
        assert (root / "town/room/people.py").read_text() == MODULE


def test_a_command_that_runs_too_long_is_stopped(tree: Path, tmp_path: Path) -> None:
    copy = Copy(copied(tree, tmp_path / "copy"), 0.5, {})
    ran = copy.run([sys.executable, "-c", "import time; time.sleep(60)"])
    assert not ran.passed
    assert ran.seconds < 30
    assert ran.said == "ran too long"


def test_a_room_without_tests_is_left_out_of_the_command(tree: Path, tmp_path: Path) -> None:
    copy = Copy(copied(tree, tmp_path / "copy"), 30, {"room": "other"})
    (mutation, *_) = mutations(tree, ["town"])
    script = "import sys; sys.exit(sys.argv[1:] != ['kept'])"
    command = [sys.executable, "-c", script, "tests/{room}", "kept"]
    assert copy.tried(mutation, command).passed
