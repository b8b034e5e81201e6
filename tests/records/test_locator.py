"""A place in a record is found again in its file, whatever the style."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.findings.problem import Mark, Pointer
from generator.records.house_style import read_house_style
from generator.records.locator import HouseLocator, NodeLocator, locator_of
from generator.records.yaml_reader import compose

SAMPLE = sorted((Path(__file__).parent.parent.parent / "catalogue").rglob("*.yml"))
HOUSE_STYLE = "rows:\n- id: d1\n  action: amend\n  rows:\n  - id: e\nlast:\n"
OTHER_STYLE = "rows:\n  - {id: d1, action: amend, rows: [{id: e}]}\nlast:\n"


def test_a_value_its_key_and_what_is_absent() -> None:
    locator = locator_of(b"rows:\n  - id: d1\n    action: amend\n")
    assert locator.mark(("rows", 0, "action")) == Mark(3, 13)
    assert locator.mark(("rows", 0, "action"), on_key=True) == Mark(3, 5)
    assert locator.mark(("rows", 0, "absent")) == Mark(2, 5)
    assert locator.mark(("rows", 9)) == Mark(2, 3)


@pytest.mark.parametrize(("text", "mark"), [(HOUSE_STYLE, Mark(4, 3)), (OTHER_STYLE, Mark(2, 29))])
def test_of_two_keys_with_one_name_the_inner_one_is_meant(text: str, mark: Mark) -> None:
    assert locator_of(text.encode()).mark(("rows", 0, "rows"), on_key=True) == mark


@pytest.mark.parametrize("text", ["rows: [{id: 1.001190}]\n", "rows:\n- id: 1.001190\n"])
def test_the_characters_as_typed(text: str) -> None:
    assert locator_of(text.encode()).raw(("rows", 0, "id")) == "1.001190"
    assert locator_of(text.encode()).raw(("rows",)) == ""


def test_both_find_every_place_of_the_sample_catalogue() -> None:
    for file in SAMPLE:
        text = file.read_text(encoding="utf8")
        house, nodes = HouseLocator.of(text), NodeLocator(compose(text))
        for pointer in [*_pointers(read_house_style(text))][::7]:
            for on_key in (False, True):
                assert house.mark(pointer, on_key) == nodes.mark(pointer, on_key), (file, pointer)


def _pointers(value: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    yield pointer
    children = value.items() if isinstance(value, dict) else ()
    for step, child in enumerate(value) if isinstance(value, list) else children:
        yield from _pointers(child, (*pointer, step))
    yield (*pointer, "absent")
