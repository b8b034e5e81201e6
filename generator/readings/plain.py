"""Readings as values that JSON has: for the API, for reports and for tests."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON can say."""


def convert_to_plain(value: object) -> Plain:
    """A reading, a summary or a part of it in plain values; what is empty is left out.

    One of several kinds of statement carries its `kind`; days are ISO 8601. Raises TypeError for
    what is no reading.
    """
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list | set | frozenset):
        return [convert_to_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): convert_to_plain(one) for key, one in value.items()}
    if is_dataclass(value):
        return _plain_fields(value)
    raise TypeError(f"no plain form of {type(value).__name__}")


def _plain_fields(value: object) -> dict[str, Plain]:
    assert is_dataclass(value)
    found: dict[str, Plain] = {}
    if isinstance(kind := getattr(type(value), "KIND", None), str):
        found["kind"] = kind
    for field in fields(value):
        plain = convert_to_plain(getattr(value, field.name))
        if plain is not None and plain != [] and plain != {}:
            found[field.name] = plain
    return found
