"""Records as plain mappings and lists, the same keys everywhere: in YAML and in the JSON API."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from generator.records.memoize import memoize_recent
from generator.records.version import Version

_PLAIN = frozenset({str, int, bool})


def serialise(value: Any) -> object:
    """Dataclasses as mappings, tuples as lists, dates as text, whole floats as integers."""
    if value is None or value.__class__ in _PLAIN:
        return value
    shape = _shape(value.__class__)
    if shape:
        names, usual, values_of = shape
        found = zip(names, values_of(value), usual, strict=True)
        return {
            name: item if item.__class__ is str else serialise(item)
            for name, item, usual in found
            if item is not usual and item != usual
        }
    if isinstance(value, Mapping):
        return {key: serialise(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [serialise(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


@memoize_recent
def serialise_version(version: Version) -> object:
    """A version as a plain mapping: its export and its digest ask one after the other."""
    return serialise(version)


@cache
def _shape(
    kind: Any,
) -> tuple[Sequence[str], Sequence[object], Callable[[Any], Any]] | None:
    """The names of a record's keys, their defaults, and what gets all their values at once."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    return names, [_default(field) for field in fields(kind)], _getter(names)


def _getter(names: Sequence[str]) -> Callable[[Any], Any]:
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


def _default(field: Field[object]) -> object:
    """The default of a field; MISSING, which equals nothing, when it has none."""
    return field.default if field.default_factory is MISSING else field.default_factory()
