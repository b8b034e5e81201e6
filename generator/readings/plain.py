"""Readings as values that JSON has: for the API, beside the recorded keys and never among them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from generator.findings.problem import format_pointer
from generator.readings.evidence import Evidence

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON can say."""

_SCALARS = frozenset({type(None), bool, int, float, str})
_EMPTY: tuple[Plain, ...] = (None, [], {})


def convert_to_plain(value: Any) -> Plain:
    """A reading, a summary or a part of it in plain values; what is empty is left out.

    One of several kinds of statement carries its `kind`; days are ISO 8601. Evidence is the place
    of its words in the version: a JSON pointer (RFC 6901) to a text, and the characters of it,
    counted as in RFC 5147: `/steps/items/0/text#char=0,25`. Raises TypeError for what is no
    reading.
    """
    kind = value.__class__
    if kind in _SCALARS:
        return value  # type: ignore[no-any-return]  # a scalar by its class
    if kind is Evidence:
        return f"{_path_of(value.pointer)}#char={value.start},{value.end}"
    if shape := _shape(kind):
        return _plain_fields(value, *shape)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list | set | frozenset):
        return [convert_to_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): convert_to_plain(one) for key, one in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no plain form of {kind.__name__}")


def _plain_fields(
    value: Any, name: str | None, keys: Sequence[str], values_of: Callable[[Any], Sequence[Any]]
) -> dict[str, Plain]:
    found: dict[str, Plain] = {"kind": name} if name else {}
    for key, item in zip(keys, values_of(value), strict=True):
        kind = item.__class__
        if item is None or (kind is tuple and not item):
            continue
        if kind in _SCALARS:
            found[key] = item
        elif (plain := convert_to_plain(item)) or plain not in _EMPTY:
            found[key] = plain
    return found


@cache
def _shape(kind: Any) -> tuple[str | None, Sequence[str], Callable[[Any], Sequence[Any]]] | None:
    """What a dataclass calls its kind, the names of its fields, and what gets all their values."""
    if not is_dataclass(kind):
        return None
    name = getattr(kind, "KIND", None)
    keys = [field.name for field in fields(kind)]
    get = attrgetter(*keys)
    values_of = get if len(keys) > 1 else lambda value: (get(value),)
    return name if isinstance(name, str) else None, keys, values_of


_path_of = lru_cache(maxsize=1024)(format_pointer)
