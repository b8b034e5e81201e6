"""What a file holds, in whatever measure, is read and judged in time that grows with it alone."""

import time
from dataclasses import replace

import pytest

from generator.law.citations import parse
from generator.law.rules.likeness import _repeated_items
from generator.law.rules.plausible_numbers import _ten_times_as_long
from generator.law.text import repair
from generator.records.schema import validate
from generator.records.stated import Stated
from generator.records.tree import load_catalogue
from tests.conftest import SAMPLE

SECONDS = 2.0
"""Each took minutes, or did not end, where time grew with the square or worse."""


def measured(start: float) -> float:
    return time.process_time() - start


def test_a_long_word_with_one_odd_space_is_repaired() -> None:
    start = time.process_time()
    assert repair("a" * 500_000 + "\u00a0" + "b" * 500_000)[0].count(" ") == 1
    assert measured(start) < SECONDS


@pytest.mark.parametrize("family", ["QĐ", "TT", "TTr", "CT", "VBHN"])
def test_a_number_whose_parts_can_be_read_in_two_ways_is_refused(family: str) -> None:
    start = time.process_time()
    assert parse(f"1/2026/{family}-BTC" + "-AA1" * 2000 + ".") is None
    assert measured(start) < SECONDS


def test_a_look_alike_within_a_word_is_still_replaced() -> None:
    assert repair("Cấp \u0421\u0421CD и")[0] == "Cấp CCCD и"


def test_many_equal_entries_are_told_from_one_another() -> None:
    agency = {"id": "a", "name": "A", "kind": "agency", "level": "commune"}
    start = time.process_time()
    data = {**agency, "successors": [f"x-{number % 5000}" for number in range(10_000)]}
    problems = list(validate("agency", data, "agencies/a.yml"))
    assert len(problems) >= 5000
    assert measured(start) < SECONDS * 2


def test_many_ways_to_submit_are_told_from_one_another() -> None:
    version = load_catalogue(SAMPLE)[0].version("1.001193", "v003")
    assert version
    way = version.channels.items[0]
    ways = tuple(replace(way, id=f"c{number}", case=f"loại {number}") for number in range(4000))
    start = time.process_time()
    assert not list(_repeated_items(replace(version, channels=Stated(items=ways))))
    assert not list(_ten_times_as_long(replace(version, channels=Stated(items=ways))))
    assert measured(start) < SECONDS * 2
    twice = (*ways, replace(ways[7], id="khac"))
    (found,) = _repeated_items(replace(version, channels=Stated(items=twice)))
    assert (found.values["found"], found.values["second"]) == (8, 4001)
