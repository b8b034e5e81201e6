"""Records as plain mappings and lists, the same keys everywhere: in YAML and in the JSON API."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

_PLAIN = frozenset({str, int, bool})


def plain(value: object) -> object:
    """Dataclasses as mappings, tuples as lists, dates as text, whole floats as integers."""
    if value is None or type(value) in _PLAIN:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        found = ((name, getattr(value, name), usual) for name, usual in _usual(type(value)))
        return {name: plain(item) for name, item, usual in found if item != usual}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


@cache
def _usual(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The names of a record's keys, each with its default."""
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: Field[object]) -> object:
    """The default of a field; MISSING, which equals nothing, when it has none."""
    return field.default if field.default_factory is MISSING else field.default_factory()
