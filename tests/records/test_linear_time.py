"""What a file holds, in whatever measure, is read and judged in time that grows with it alone."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.law.citations import parse
from generator.law.rules.likeness import _repeated_items
from generator.law.rules.plausible_numbers import _ten_times_as_long
from generator.law.text import repair
from generator.records.schema import validate
from generator.records.stated import Stated
from generator.records.tree import load_catalogue
from generator.records.version import Version
from tests.conftest import SAMPLE
from tests.growth import Act, grows_with_size, grows_with_text


def test_a_long_word_with_one_odd_space_is_repaired() -> None:
    def prepare(size: int) -> Act:
        text = "a" * size + "\u00a0" + "b" * size
        return lambda: repair(text)

    assert repair("a\u00a0b")[0].count(" ") == 1
    assert grows_with_size(prepare, 500_000)


@pytest.mark.parametrize("family", ["QĐ", "TT", "TTr", "CT", "VBHN"])
def test_a_number_whose_parts_can_be_read_in_two_ways_is_refused(family: str) -> None:
    def read(tail: str) -> None:
        assert parse(f"1/2026/{family}-BTC{tail}") is None

    assert grows_with_text(read, "-AA1", 8000, end=".")


def test_a_look_alike_within_a_word_is_still_replaced() -> None:
    assert repair("Cấp \u0421\u0421CD и")[0] == "Cấp CCCD и"


def test_many_equal_entries_are_told_from_one_another() -> None:
    agency = {"id": "a", "name": "A", "kind": "agency", "level": "commune"}

    def prepare(size: int) -> Act:
        data = {**agency, "successors": [f"x-{number // 2}" for number in range(size)]}
        return lambda: validated(data, size)

    def validated(data: Mapping[str, object], size: int) -> None:
        assert len(list(validate("agency", data, "agencies/a.yml"))) >= size // 2

    assert grows_with_size(prepare, 10_000)


def test_many_ways_to_submit_are_told_from_one_another() -> None:
    version = load_catalogue(SAMPLE)[0].version("1.001193", "v003")
    assert version
    way = version.channels.items[0]
    ways = tuple(replace(way, id=f"c{number}", case=f"loại {number}") for number in range(4000))

    def prepare(size: int) -> Act:
        return lambda: judged(replace(version, channels=Stated(items=ways[:size])))

    def judged(many: Version) -> None:
        assert not list(_repeated_items(many))
        assert not list(_ten_times_as_long(many))

    assert grows_with_size(prepare, len(ways))
    twice = (*ways, replace(ways[7], id="khac"))
    (found,) = _repeated_items(replace(version, channels=Stated(items=twice)))
    assert (found.values["found"], found.values["second"]) == (8, 4001)
