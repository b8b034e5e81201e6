"""Write a record as YAML that reads back exactly: keys in schema order, prose in blocks."""

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from generator.records.scalars import is_guessed
from generator.records.schema import Schema, child_of, keys_of, load_schema
from generator.records.serialise import serialise

_TEXT = "tag:yaml.org,2002:str"
_PLAIN = re.compile(r"[a-z0-9_]+(?:-[a-z0-9_]+)*\Z")
_WIDTH = 4096
"""Prose is never re-wrapped: a changed word is one changed line."""


class _Dumper(yaml.CSafeDumper):
    """Block style throughout; texts of several lines as literal blocks."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Equal values are written out, never shared by an anchor."""
        return True


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    tag: str = dumper.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # the stubs leave it untyped
    style = "|" if "\n" in text else None if tag == _TEXT else '"'
    node: yaml.ScalarNode = dumper.represent_scalar(_TEXT, text, style=style)
    return node


_Dumper.add_representer(str, _represent_text)


def yaml_scalar(text: str) -> str:
    """A text of one line as a scalar: in double quotes unless nobody could misread it."""
    plain = _PLAIN.match(text) and not is_guessed(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def to_yaml(kind: str, record: object) -> str:
    """A record of `kind` as YAML text, keys in the order of its schema, defaults left out."""
    data = in_schema_order(load_schema(kind), serialise(record))
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def in_schema_order(schema: Schema, data: object) -> object:
    """The same data with the keys of every mapping in the order its schema declares them."""
    if isinstance(data, list):
        return [in_schema_order(child_of(schema, 0), item) for item in data]
    if not isinstance(data, Mapping):
        return data
    order = {key: place for place, key in enumerate(keys_of(schema))}
    keys = sorted(data, key=lambda key: order.get(key, len(order)))
    return {key: in_schema_order(child_of(schema, key), data[key]) for key in keys}
