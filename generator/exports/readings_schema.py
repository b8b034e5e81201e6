"""The JSON Schema of `readings` in the API, made of the dataclasses that hold them.

Descriptions are the docstrings. No key is required: the API leaves out what is empty
(`generator/readings/plain.py`).
"""

import ast
import inspect
import textwrap
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from generator import addresses
from generator.exports.json_text import to_json
from generator.readings.evidence import Evidence, Reading
from generator.readings.version import VersionReadings

Schema = dict[str, Any]
_SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
}
_EVIDENCE = (
    "Where the words stand in the version: a JSON pointer (RFC 6901) and characters (RFC 5147)."
)


@cache
def readings_schema_json() -> tuple[str, bytes]:
    """The schema as a file beside the data that it describes."""
    return addresses.READINGS_SCHEMA, to_json(readings_schema())


def readings_schema() -> Schema:
    """The schema, with a definition for each class."""
    defined: dict[str, Schema] = {}
    root = _schema_of(VersionReadings, defined)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "readings",
        **root,
        "$defs": dict(sorted(defined.items())),
    }


def _schema_of(kind: Any, defined: dict[str, Schema]) -> Schema:
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Reading:
        return _reading(arguments[0], defined)
    if origin in (Union, UnionType):
        return _any_of([one for one in arguments if one is not NoneType], defined)
    if origin in (tuple, list, set, frozenset):
        items = [one for one in arguments if one is not Ellipsis]
        return {"type": "array", "items": _any_of(items, defined)}
    if kind is Evidence:
        return {"type": "string", "pattern": "#char=[0-9]+,[0-9]+$", "description": _EVIDENCE}
    return _define(kind, defined)


def _any_of(kinds: list[Any], defined: dict[str, Schema]) -> Schema:
    found = [_schema_of(kind, defined) for kind in dict.fromkeys(kinds)]
    return found[0] if len(found) == 1 else {"anyOf": found}


def _reading(value: Any, defined: dict[str, Schema]) -> Schema:
    parts = {field.name: field for field in fields(Reading)}
    hints = get_type_hints(Reading)
    properties = {
        "value": _schema_of(value, defined),
        "certainty": _schema_of(hints["certainty"], defined),
        "evidence": _schema_of(hints["evidence"], defined),
    }
    assert properties.keys() == parts.keys()
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _define(kind: Any, defined: dict[str, Schema]) -> Schema:
    """A reference to the definition of a class, which is made once."""
    name = kind.__name__
    if name not in defined:
        defined[name] = {}
        defined[name] = _describe_class(kind, defined)
    return {"$ref": f"#/$defs/{name}"}


def _describe_class(kind: Any, defined: dict[str, Schema]) -> Schema:
    said = {"description": inspect.cleandoc(kind.__doc__ or "")}
    if issubclass(kind, Enum):
        notes = _member_notes(kind)
        return said | {"oneOf": [{"const": one.value, **notes.get(one.name, {})} for one in kind]}
    if not is_dataclass(kind):
        raise TypeError(f"no schema of {kind!r}")
    hints = get_type_hints(kind)
    properties = {field.name: _schema_of(hints[field.name], defined) for field in fields(kind)}
    if isinstance(own := getattr(kind, "KIND", None), str):
        properties = {"kind": {"const": own}, **properties}
    return said | {"type": "object", "properties": properties, "additionalProperties": False}


def _member_notes(kind: type[Enum]) -> dict[str, Schema]:
    """The docstring behind each member of an enumeration."""
    (found,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(found, ast.ClassDef)
    notes: dict[str, Schema] = {}
    for member, note in zip(found.body, found.body[1:], strict=False):
        if not isinstance(member, ast.Assign) or not isinstance(note, ast.Expr):
            continue
        if isinstance(target := member.targets[0], ast.Name) and isinstance(
            note.value, ast.Constant
        ):
            notes[target.id] = {"description": inspect.cleandoc(str(note.value.value))}
    return notes
