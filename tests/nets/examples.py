"""Records with every field filled, and the same with one field changed, made from their types."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Path = tuple[str, ...]

KNOWN: Mapping[str, tuple[Any, Any]] = {
    "action": ("amend", "publish"),
    "after": ("15:00", "16:00"),
    "agencies.executing.items.agency": ("btp", "bca"),
    "agency": ("btp", "bca"),
    "amended_parts": (("time",), ("fees",)),
    "applicants": ("citizen", "enterprise"),
    "basis": ("luat-60-2014-qh13", "nd-123-2015-nd-cp"),
    "capacity": ("head", "deputy"),
    "currency": ("VND", "USD"),
    "document": ("luat-60-2014-qh13", "nd-123-2015-nd-cp"),
    "forms": ("mau-1", "mau-2"),
    "kind": ("fee", "charge"),
    "level": ("full", "partial"),
    "levels": ("central", "province"),
    "method": ("direct", "online"),
    "procedure": ("1.001193", "1.000656"),
    "returned": ("direct", "online"),
    "state": ("amount", "free"),
    "submitted": ("direct", "online"),
    "unit": ("working_day", "day"),
}
"""Two values that a field of this name can have, where any text would not do."""


def example(kind: Any, known: Mapping[str, tuple[Any, Any]], path: Path = ()) -> Any:
    """A value of a type, as plain data, with every field filled; leaves are unlike one another."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return {f.name: example(hints[f.name], known, (*path, f.name)) for f in fields(kind)}
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return [example(arguments[0], known, (*path, "*"))]
    if origin in (Union, UnionType):
        return example(next(a for a in arguments if a is not NoneType), known, path)
    if origin is not None and is_dataclass(origin):
        return _generic(arguments[0], known, path)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"signed": example(arguments[1], known, (*path, "signed"))}
    return _leaf(kind, known, path)


def _generic(argument: Any, known: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """A `Stated`: items, with its printed wording."""
    return {
        "items": [example(argument, known, (*path, "items", "*"))],
        "text": f"lời văn của {'.'.join(path)}",
    }


def _leaf(kind: Any, known: Mapping[str, tuple[Any, Any]], path: Path) -> Any:
    pair = known_values(path, known)
    if pair:
        return pair[0]
    if kind is bool:
        return False
    if kind in (int, float):
        return 3
    return "2025-03-01" if kind is date else f"nội dung của {'.'.join(path)}"


def known_values(path: Path, known: Mapping[str, tuple[Any, Any]]) -> tuple[Any, Any] | None:
    """The two values of the longest end of a path that is known."""
    names = [name for name in path if name != "*"]
    for start in range(len(names)):
        pair = known.get(".".join(names[start:]))
        if pair:
            return pair
    return None


def leaves(data: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all values that are no mapping and no list."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, (*path, name))
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, (*path, "*"))
    else:
        yield path


def changed(data: Any, target: Path, known: Mapping[str, tuple[Any, Any]], at: Path = ()) -> Any:
    """The same data with one leaf changed."""
    if isinstance(data, dict):
        return {name: changed(value, target, known, (*at, name)) for name, value in data.items()}
    if isinstance(data, list):
        return [changed(value, target, known, (*at, "*")) for value in data]
    return _other(data, at, known) if at == target else data


def _other(value: Any, path: Path, known: Mapping[str, tuple[Any, Any]]) -> Any:
    pair = known_values(path, known)
    if pair:
        return pair[1]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 4
    if value == "2025-03-01":
        return (date.fromisoformat(value) + timedelta(days=9)).isoformat()
    return f"{value}, khác"
