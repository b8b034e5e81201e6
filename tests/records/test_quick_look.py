"""What the quick validator calls clean, the reference calls clean: on sound and broken records."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.records import schema
from generator.records.layout import catalogue_files
from generator.records.schema import surely_valid
from generator.records.yaml_reader import read_yaml
from tests.conftest import SAMPLE

VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**30, [], {}, [{}], "", " ", "x", "a\nb"),
    *("a\x1cb@c.vn", "https://a\x85b", "0000-01-01", "2026-02-30", "2026-02-03\n", "2026-2-3"),
    *("v1", "v001\n", "1.000001", "VND", "25:00"),
)


def records() -> list[tuple[str, Any]]:
    found = []
    for place in catalogue_files(SAMPLE):
        assert place.kind
        document = read_yaml((SAMPLE / place.path).read_bytes(), place.path)
        assert not document.problems
        found.append((place.kind, document.value))
    return found


RECORDS = records()


def faults(kind: str, data: object) -> bool:
    return next(schema._validator(kind).iter_errors(data), None) is not None


def containers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for child in value.values() if isinstance(value, dict) else value:
            yield from containers(child)


def test_sound_records_need_only_the_quick_look() -> None:
    assert all(surely_valid(kind, data) for kind, data in RECORDS)


@given(st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_called_clean_is_clean(data: st.DataObject) -> None:
    kind, sound = data.draw(st.sampled_from(RECORDS))
    record = copy.deepcopy(sound)
    inside = data.draw(st.sampled_from(list(containers(record))))
    keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    key = data.draw(
        st.sampled_from([*keys, "unknown_key"] if isinstance(inside, dict) else keys or [0])
    )
    change = data.draw(st.sampled_from(("put", "drop")))
    if change == "drop" or (isinstance(inside, list) and not inside):
        inside.pop(key, None) if isinstance(inside, dict) else inside.clear()
    else:
        inside[key] = data.draw(st.sampled_from(VALUES) | st.text(max_size=12))
    if surely_valid(kind, record):
        assert not faults(kind, record)


@pytest.mark.parametrize("odd", [{1: 2}, "\ud800", float("inf"), {"year": 10**40}])
def test_what_it_cannot_look_at_is_left_to_the_reference(odd: object) -> None:
    assert not surely_valid("calendar", odd)


def test_the_reference_is_the_draft_the_schemas_name() -> None:
    assert schema._validator("version").META_SCHEMA == Draft202012Validator.META_SCHEMA
