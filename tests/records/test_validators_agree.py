"""The quick and the explaining validator say the same of a record, and what passes is converted.

`python -m tests.fuzz validators` tries the same at random.
"""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.records import schema
from generator.records.reading import TYPES
from generator.records.registers import Calendar
from generator.records.schema import KINDS, load_schema, surely_valid
from tests.fuzz.mutations import VALUES, paths_in
from tests.records.validator_oracle import disagreement, sound_records

TRIED = 3
"""Odd values at each place, others at the next one."""
Place = tuple[str, Any, tuple[Any, ...]]


def places() -> list[Place]:
    """Each place that records have, once for each type of value, in the smallest record."""
    found: dict[object, Place] = {}
    for kind, data in sound_records():
        for path in paths_in(data):
            name = tuple(0 if isinstance(step, int) else step for step in path)
            found.setdefault((kind, name, type(value_at(data, path))), (kind, data, path))
    return list(found.values())


def value_at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def put(place: Place, value: object) -> tuple[str, Any]:
    """A record with another value at a place."""
    kind, data, (*outer, last) = place
    made = copy.deepcopy(data)
    value_at(made, tuple(outer))[last] = value
    return kind, made


PLACES = places()


def with_line_breaks() -> Iterator[tuple[str, Any]]:
    """Records with a line break at the end of each of their texts."""
    for place in PLACES:
        if isinstance(text := value_at(*place[1:]), str):
            yield put(place, f"{text}\n")


def with_odd_values() -> Iterator[tuple[str, Any]]:
    """Records with some odd values in each of their places."""
    values = VALUES[1:]  # all but the absent one
    for number, place in enumerate(PLACES):
        for step in range(TRIED):
            yield put(place, values[(number * TRIED + step) % len(values)])


def test_every_kind_has_sound_records_and_many_places() -> None:
    assert {kind for kind, _, _ in PLACES} == set(KINDS) == set(TYPES)
    assert len(PLACES) > 300
    assert all(surely_valid(kind, data) for kind, data, _ in PLACES)


def test_both_validators_take_a_line_break_at_the_end_alike() -> None:
    made = list(with_line_breaks())
    assert [said for kind, data in made if (said := disagreement(kind, data))] == []
    refused = [kind for kind, data in made if not surely_valid(kind, data)]
    assert len(made) / 2 < len(refused) < len(made)


def test_both_validators_take_odd_values_alike_and_what_passes_is_converted() -> None:
    assert [said for made in with_odd_values() if (said := disagreement(*made))] == []


def test_a_pattern_that_ends_before_a_line_break_would_be_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stock(kind: str) -> Draft202012Validator:
        return Draft202012Validator(dict(load_schema(kind)), registry=schema._registry())

    monkeypatch.setattr("tests.records.validator_oracle._validator", stock)
    place = next(one for one in PLACES if one[0] == "agency" and one[2] == ("id",))
    kind, data = put(place, f"{value_at(*place[1:])}\n")
    assert "explaining True" in disagreement(kind, data)


def test_what_passes_and_is_no_record_would_be_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TYPES, "agency", Calendar)
    kind, data, _ = next(one for one in PLACES if one[0] == "agency")
    assert "does not convert" in disagreement(kind, data)
