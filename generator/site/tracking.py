"""What a job reads: an edition that takes down every record that is asked of it.

The names taken down are `store/key`, such as `agencies/btp` or `entries/1.001193`; of a job that
goes through a store as a whole, `store/*`. What follows from other names is left out.
"""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, Set, ValuesView
from dataclasses import fields, replace
from functools import cached_property
from typing import Any, TypeVar

from generator.model.edition import Edition

K = TypeVar("K")
V = TypeVar("V")

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
"""What an edition works out from stores that are tracked themselves, each time it is asked."""


class TrackedMapping(Mapping[K, V]):
    """A mapping that takes down which of its keys are read."""

    def __init__(self, store: str, inner: Mapping[K, V], reads: set[str]) -> None:
        self._store = store
        self._all = f"{store}/{ALL}"
        self._inner = inner
        self._reads = reads

    def __getitem__(self, key: K) -> V:
        self._reads.add(f"{self._store}/{key}")
        return self._inner[key]

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


def track_reads(edition: Edition) -> tuple[Edition, set[str]]:
    """The same edition, and the set in which it takes down what is read; clear it before a job."""
    reads: set[str] = set()
    catalogue = edition.catalogue
    stores = {field.name: getattr(catalogue, field.name) for field in fields(catalogue)}
    watched: dict[str, Any] = {
        name: TrackedMapping(name, store, reads)
        for name, store in stores.items()
        if isinstance(store, Mapping)
    }
    twin = replace(edition, catalogue=replace(catalogue, **watched))
    for name, found in vars(Edition).items():
        if isinstance(found, cached_property) and name not in UNTRACKED:
            twin.__dict__[name] = TrackedMapping(name, getattr(edition, name), reads)
    return twin, reads


def minimal_dependencies(reads: Iterable[str]) -> set[str]:
    """What was read, without what follows from something else that was read."""
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
