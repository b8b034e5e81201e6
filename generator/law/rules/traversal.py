"""Find values in a record, with the pointer that leads to each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from generator.findings.problem import Pointer
from generator.records.memoize import memoize_recent
from generator.records.stated import Fee
from generator.records.version import Channel, DossierItem, Version

R = TypeVar("R")
T = TypeVar("T")


def values_at(record: object, path: str) -> Iterator[tuple[Pointer, str]]:
    """The strings at `path`, such as `rows[].by[].procedure`; parts that are absent yield nothing.

    Of a decision, `grounds[]` yields pairs such as `(("grounds", 0), "63-2010-nd-cp")`.
    """
    yield from _walk(record, _steps(path), ())


_Steps = tuple[tuple[str, bool], ...]
"""The names of keys on the way to a value, and whether each holds a list."""


@cache
def _steps(path: str) -> _Steps:
    return tuple((part.removesuffix("[]"), part.endswith("[]")) for part in path.split("."))


def _walk(value: object, steps: _Steps, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if not steps:
        yield pointer, str(value)
        return
    (name, listed), *_ = steps
    child = getattr(value, name)
    if child is None:
        return
    if not listed:
        yield from _walk(child, steps[1:], (*pointer, name))
        return
    for position, item in enumerate(child):
        yield from _walk(item, steps[1:], (*pointer, name, position))


_AS_AT_THE_SOURCE = frozenset({"source", "identifiers", "url"})
"""Keys whose text is kept as another system wrote it."""


def channels_of(version: Version) -> Iterator[tuple[Pointer, Channel]]:
    """The ways to submit of a version."""
    for position, channel in enumerate(version.channels.items):
        yield ("channels", "items", position), channel


def fees_of(version: Version) -> Iterator[tuple[Pointer, Fee]]:
    """The fees of all ways to submit of a version."""
    for pointer, channel in channels_of(version):
        for position, fee in enumerate(channel.fees.items):
            yield (*pointer, "fees", "items", position), fee


def papers_of(version: Version) -> Iterator[tuple[Pointer, DossierItem]]:
    """The papers of a dossier, without the headings and remarks among them."""
    for place, group in enumerate(version.dossier.groups.items):
        for position, item in enumerate(group.items):
            if item.kind == "paper":
                yield ("dossier", "groups", "items", place, "items", position), item


@memoize_recent
def texts_of(record: object) -> tuple[tuple[Pointer, str], ...]:
    """Every string in a record but what is kept as another system wrote it.

    Memoized, since several rules look at one record after another.
    """
    found: list[tuple[Pointer, str]] = []
    _gather(record, (), found)
    return tuple(found)


@memoize_recent
def whole_text(record: object) -> str:
    """The texts of a record with bars between them: most rules find nothing in it at once."""
    found: list[str] = []
    _gather_all((record,), found)
    return "\n|\n".join(found)


@memoize_recent
def lowered_text(record: object) -> str:
    """The same in small letters, for hints without which a pattern is not searched for."""
    return whole_text(record).lower()


def texts_below(value: object, *pointer: str | int) -> list[tuple[Pointer, str]]:
    """The texts of a part of a record, as `texts_of` has those of the whole."""
    found: list[tuple[Pointer, str]] = []
    _gather(value, pointer, found)
    return found


def _gather_all(values: Iterable[Any], found: list[str]) -> None:
    """Append the texts of values without their pointers, which takes half the time."""
    for value in values:
        if value.__class__ is str:
            found.append(value)
        elif value.__class__ is tuple:
            _gather_all(value, found)
        elif get := _getter(value.__class__):
            _gather_all(get(value), found)


@cache
def _getter(kind: Any) -> Callable[[Any], Iterable[Any]] | None:
    """What gets the values of a record or mapping that are to be read; None for plain values."""
    if issubclass(kind, Mapping):
        return lambda value: value.values()
    names = _read_names(kind)
    get = attrgetter(*names) if names else None
    return get if get is None or len(names) > 1 else lambda value: (get(value),)


def _gather(value: Any, pointer: Pointer, found: list[tuple[Pointer, str]]) -> None:
    """Append the texts of a value; most values are texts or None, so these come first."""
    if value.__class__ is str:
        found.append((pointer, str(value)))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather(item, (*pointer, position), found)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _gather(item, (*pointer, str(key)), found)
    else:
        for name in _read_names(value.__class__):
            child = getattr(value, name)
            if child is not None:
                _gather(child, (*pointer, name), found)


@cache
def _read_names(kind: Any) -> tuple[str, ...]:
    return tuple(name for name in names_of(kind) if name not in _AS_AT_THE_SOURCE)


@cache
def names_of(kind: type[Any]) -> tuple[str, ...]:
    """The names of the keys of a type of record; none for the type of a plain value."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


_LEAVES = frozenset({str, int, float, bool, date, NoneType})


@cache
def branches_of(kind: type[Any]) -> tuple[str, ...]:
    """The names of the keys under which a record may hold lists or other records."""
    hints = get_type_hints(kind) if is_dataclass(kind) else {}
    return tuple(n for n, hint in hints.items() if not _LEAVES.issuperset(get_args(hint) or [hint]))
