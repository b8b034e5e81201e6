"""The schemas: valid, and every key explained in Vietnamese."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.records.schema import KINDS, load_schema, title_of


def keys(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        for name, child in schema.get("properties", {}).items():
            if isinstance(child, dict) and set(child) - {"items"}:
                yield f"{path}.{name}", child
        for name, child in schema.items():
            if name not in ("if", "then", "allOf", "anyOf", "oneOf"):
                yield from keys(child, f"{path}.{name}")
    elif isinstance(schema, list):
        for child in schema:
            yield from keys(child, path)


@pytest.mark.parametrize("kind", [*KINDS, "common"])
def test_every_key_has_a_title_and_a_description(kind: str) -> None:
    schema = load_schema(kind)
    Draft202012Validator.check_schema(dict(schema))
    explained = list(keys(schema))
    assert explained
    lacking = [path for path, key in explained if not (key.get("title") and key.get("description"))]
    specialised = [
        path for path in lacking if path.endswith((".items", ".properties.value", ".level"))
    ]
    assert set(lacking) == set(specialised)


def test_what_people_count_is_named_before_what_it_belongs_to() -> None:
    pointer = ("channels", "items", 1, "fees", "items", 0, "amount")
    assert title_of("version", pointer) == "Khoản thu 1, cách nộp 2 › Mức thu"


@pytest.mark.parametrize(
    ("address", "accepted"),
    [
        ("https://tthc.example.org/", True),
        ("http://host:8080/tthc/moi/", True),
        ("https://host", False),
        ("https://ubnd.example.org/tthc", False),
        ("https://host/index.html", False),
        ("https://host/?x=1", False),
        ("https://host//", False),
        ("https://host/#a/", False),
        ("https:///tthc/", False),
    ],
)
def test_paths_can_be_put_behind_the_address_of_a_site(address: str, accepted: bool) -> None:
    key = load_schema("catalogue")["properties"]["base_url"]
    assert Draft202012Validator(key).is_valid(address) is accepted
