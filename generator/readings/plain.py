"""Readings as values that JSON has: for the API, for reports and for tests."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON can say."""
Forms = Mapping[type, Callable[[Any], Plain]]
"""How values of some classes are said instead."""

_AS_IT_IS = frozenset({str, int, float, bool, type(None)})
_NO_FORMS: Forms = {}


def convert_to_plain(value: object, forms: Forms = _NO_FORMS) -> Plain:
    """A reading, a summary or a part of it in plain values; what is empty is left out.

    One of several kinds of statement carries its `kind`; days are ISO 8601. Raises TypeError for
    what is no reading.
    """
    kind: Any = value.__class__
    if kind in _AS_IT_IS:
        return value  # type: ignore[return-value]  # its class is one of those of Plain
    if kind in forms:
        return forms[kind](value)
    if isinstance(value, tuple | list | set | frozenset):
        return [convert_to_plain(one, forms) for one in value]
    if isinstance(value, Enum):
        return str(value.value)
    names = _names(kind)
    if names is not None:
        return _plain_fields(value, names, forms)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): convert_to_plain(one, forms) for key, one in value.items()}
    raise TypeError(f"no plain form of {kind.__name__}")


@cache
def _names(kind: Any) -> Sequence[str] | None:
    """The names of the fields of a dataclass."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def _plain_fields(value: object, names: Sequence[str], forms: Forms) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    if isinstance(kind := getattr(value.__class__, "KIND", None), str):
        found["kind"] = kind
    for name in names:
        one = getattr(value, name)
        if one is None or one == ():
            continue
        plain = one if one.__class__ is str else convert_to_plain(one, forms)
        if plain is not None and plain != [] and plain != {}:
            found[name] = plain
    return found
