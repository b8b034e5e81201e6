"""Every field of a record that Word carries is printed and read back, or is said not to be."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from generator.exports.word import layout, record_layouts
from generator.exports.word.grammar import Record
from generator.exports.word.versions import NOT_CARRIED
from generator.records.version import Version

OTHERWISE = {
    "DossierItem": {"kind"},  # the style of its line says it
    "Duration": {"value"},  # its figure is printed with its unit
    "Version": {"procedure", "version", "title"},  # the heading, and the list of the decision
}
"""What is carried by more than the name of a field."""


def inner(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, dict):
        return list(value.values())
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    return []


def layouts_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    for one in inner(value):
        yield from layouts_in(one)


def names_in(value: Any) -> Iterator[str]:
    """Every text of a layout, names of fields among them, but not of records within it."""
    for one in inner(value):
        if isinstance(one, str):
            yield one
        elif not isinstance(one, Record):
            yield from names_in(one)


LAYOUTS = {
    one.made_of.__name__: one
    for one in layouts_in([*vars(record_layouts).values(), *vars(layout).values()])
    if is_dataclass(one.made_of)
}


def left_out(record: Any, carried: set[str]) -> set[str]:
    other = {"id", *NOT_CARRIED, *OTHERWISE.get(record.__name__, ())}
    return {field.name for field in fields(record)} - carried - other


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_layout_of_a_record_has_all_its_fields(name: str) -> None:
    found = LAYOUTS[name]
    carried = {*names_in(found.parts), *names_in(found.heads), *found.constant}
    forgotten = left_out(found.made_of, carried)
    assert not forgotten, f"{name}: a `Part` in exports/word, or NOT_CARRIED, for {forgotten}"


def test_the_layouts_of_a_version_have_all_its_parts() -> None:
    assert not left_out(Version, set(names_in(list(layout.PARTS_OF_VERSION.values()))))


def test_the_layouts_are_found() -> None:
    assert {"Channel", "Fee", "Online", "Form", "Result", "Dossier", "Step"} <= LAYOUTS.keys()
