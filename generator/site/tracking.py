"""Record which keys of an edition a task reads.

A read is named `store/key`, such as `agencies/btp` or `entries/1.001193`; the read of a whole store
is `store/*`. A read that another read implies is left out.
"""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence, Set, ValuesView
from dataclasses import fields, replace
from functools import cached_property
from typing import Any, TypeVar, overload

from generator.model.edition import Edition

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

ALL = "*"
"""Stands for all the keys of a store."""
EVERYTHING = f"everything/{ALL}"
"""Stands for all files."""
_OF_EVERYTHING = ("entries", "version_refs", "version_files", "versions")
"""Stores that, read as a whole, hold what stands in any file."""
_OF_ENTRIES = ("version_refs", "procedures", "version_files", "versions")
"""The records of a procedure: read one by one, they count as its entry."""
_FOLLOWING = ("cuts", "summaries", "news", "completeness", "timelines")
"""What follows from the entry of a procedure."""
UNTRACKED = ("workdays",)
"""What an edition derives from stores that are tracked themselves, each time it is asked."""
GLOBAL = ("settings",)
"""Fields of a catalogue that every task depends on, whether it reads them or not."""


class TrackedMapping(Mapping[K, V]):
    """A mapping that records which of its keys are read."""

    def __init__(self, store: str, inner: Mapping[K, V], reads: set[str]) -> None:
        self._store = store
        self._all = f"{store}/{ALL}"
        self._inner = inner
        self._reads = reads

    def __getitem__(self, key: K) -> V:
        self._reads.add(f"{self._store}/{key}")
        return self._inner[key]

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | T) -> V | T: ...
    def get(self, key: K, /, default: T | None = None) -> V | T | None:
        """The value of a key; looking for what is not there is a read of it too."""
        self._reads.add(f"{self._store}/{key}")
        return self._inner.get(key, default)

    def __iter__(self) -> Iterator[K]:
        self._reads.add(self._all)
        return iter(self._inner)

    def items(self) -> ItemsView[K, V]:
        """All of it."""
        self._reads.add(self._all)
        return self._inner.items()

    def values(self) -> ValuesView[V]:
        """All of it, without the keys."""
        self._reads.add(self._all)
        return self._inner.values()

    def __len__(self) -> int:
        self._reads.add(self._all)
        return len(self._inner)


class TrackedSequence(Sequence[V]):
    """A sequence that records that it is read; it is always read as a whole."""

    def __init__(self, store: str, inner: Sequence[V], reads: set[str]) -> None:
        self._all = f"{store}/{ALL}"
        self._inner = inner
        self._reads = reads

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[V]: ...
    def __getitem__(self, index: int | slice) -> V | Sequence[V]:
        self._reads.add(self._all)
        return self._inner[index]

    def __len__(self) -> int:
        self._reads.add(self._all)
        return len(self._inner)


def track_reads(edition: Edition) -> tuple[Edition, set[str]]:
    """A copy of the edition, and the set in which it records reads; clear it before each task."""
    reads: set[str] = set()
    catalogue = edition.catalogue
    stores = {field.name: getattr(catalogue, field.name) for field in fields(catalogue)}
    track_reads = {
        name: _wrap_store(name, store, reads)
        for name, store in stores.items()
        if name not in GLOBAL
    }
    tracked = replace(edition, catalogue=replace(catalogue, **track_reads))
    for name, found in vars(Edition).items():
        if isinstance(found, cached_property) and name not in UNTRACKED:
            tracked.__dict__[name] = _wrap_store(name, getattr(edition, name), reads)
    return tracked, reads


def _wrap_store(name: str, store: Any, reads: set[str]) -> Any:
    """A store that records its reads. Raises TypeError for a kind of store that cannot."""
    if isinstance(store, Mapping):
        return TrackedMapping(name, store, reads)
    if isinstance(store, Sequence):
        return TrackedSequence(name, store, reads)
    raise TypeError(f"reads of {name} cannot be recorded: {type(store).__name__}")


def minimal_dependencies(reads: Iterable[str]) -> set[str]:
    """The reads that no other read implies."""
    found = set(map(_source, reads))
    if EVERYTHING in found:
        return {EVERYTHING}
    whole = {name.removesuffix(ALL) for name in found if name.endswith(f"/{ALL}")}
    return {name for name in found if name.endswith(f"/{ALL}") or not _follows(name, found, whole)}


def _source(name: str) -> str:
    """What decides whether something that was read has changed: itself, or what it is part of."""
    store, _, key = name.partition("/")
    if key == ALL:
        return EVERYTHING if store in _OF_EVERYTHING else name
    return f"entries/{key.partition('/')[0]}" if store in _OF_ENTRIES else name


def _follows(name: str, found: Set[str], whole: Set[str]) -> bool:
    store, _, key = name.partition("/")
    return f"{store}/" in whole or (store in _FOLLOWING and f"entries/{key}" in found)
