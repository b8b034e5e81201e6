"""Loose values of a file in their proper form, in place: nothing else of the file is touched."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from generator.records.loose_values import Names, proper_value
from generator.records.scalars import is_guessed, meaning_of
from generator.records.schema import Schema, child_of, layers_of, load_schema
from generator.records.yaml_reader import read_positions
from generator.records.yaml_writer import yaml_scalar

ReadNames = Callable[[], Names]
"""Reads the names of a catalogue, when the first of them is asked for."""


@dataclass(frozen=True, slots=True)
class _Replacement:
    """New characters for `text[start:end]`."""

    start: int
    end: int
    text: str


def rewrite_loose_values(kind: str, text: str, read_names: ReadNames) -> str:
    """The text of a record of `kind` with its loose values in their proper form."""
    root = read_positions(text.encode()).root
    if root is None:
        return text
    every = _find_replacements(root, load_schema(kind), read_names, set())
    found = sorted(every, key=lambda one: -one.start)
    for one in found:
        text = text[: one.start] + one.text + text[one.end :]
    return text


def _find_replacements(
    node: yaml.Node, schema: Schema, read_names: ReadNames, seen: set[int]
) -> Iterator[_Replacement]:
    """What is to be written instead in a node; where aliases repeat it, once."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key.value, str):
                yield from _find_replacements(value, child_of(schema, key.value), read_names, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _find_replacements(item, child_of(schema, 0), read_names, seen)
    elif isinstance(node, yaml.ScalarNode) and node.style in (None, "", "'", '"'):
        wanted = _wanted(node, schema, read_names)
        if wanted is not None:
            yield _Replacement(node.start_mark.index, node.end_mark.index, yaml_scalar(wanted))


def _wanted(node: yaml.ScalarNode, schema: Schema, read_names: ReadNames) -> str | None:
    """What is to be written instead of a scalar; None when it stays."""
    text: str = node.value
    plain = not node.style
    if plain and meaning_of(text, node.tag) in ((None, ""), None):
        return None
    proper = proper_value(schema, text, read_names()) if _is_loose(schema, text) else None
    if proper is not None and proper != text:
        return proper
    guessed = plain and not node.tag and is_guessed(text)
    return text if guessed and _is_text(schema) else None


def _is_loose(schema: Schema, text: str) -> bool:
    """Whether a value is one of those that have a proper form, and does not have it yet."""
    return proper_value(schema, text, {}) != text


def _is_text(schema: Schema) -> bool:
    """Whether a place holds text and no number, truth or nothing."""
    types = {layer["type"] for layer in layers_of(schema) if isinstance(layer.get("type"), str)}
    return "string" in types and not types & {"number", "integer", "boolean"}
