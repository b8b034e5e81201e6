"""What a job reads: an edition that takes down every record that is asked of it.

The names taken down are `store/key`, such as `agencies/btp` or `entries/1.001193`; a job that goes
through a store as a whole has read `everything`.
"""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import fields, replace
from functools import cached_property
from typing import Any, TypeVar

from generator.law.edition import Edition

K = TypeVar("K")
V = TypeVar("V")

EVERYTHING = "everything"
BY_KEY = ("timelines", "entries", "annulments", "replacements")
"""What an edition works out and is asked for by key; the rest is about everything at once."""
UNTRACKED = ("workdays",)
"""What an edition works out from stores that are tracked themselves, each time it is asked."""


class Tracked(Mapping[K, V]):
    """A mapping that takes down which of its keys are read; all of them when it is not `by_key`."""

    def __init__(
        self, store: str, inner: Mapping[K, V], reads: set[str], by_key: bool = True
    ) -> None:
        self._store = store
        self._inner = inner
        self._reads = reads
        self._by_key = by_key

    def __getitem__(self, key: K) -> V:
        self._reads.add(f"{self._store}/{key}" if self._by_key else EVERYTHING)
        return self._inner[key]

    def __iter__(self) -> Iterator[K]:
        self._reads.add(EVERYTHING)
        return iter(self._inner)

    def items(self) -> ItemsView[K, V]:
        """All of it."""
        self._reads.add(EVERYTHING)
        return self._inner.items()

    def values(self) -> ValuesView[V]:
        """All of it, without the keys."""
        self._reads.add(EVERYTHING)
        return self._inner.values()

    def __len__(self) -> int:
        self._reads.add(EVERYTHING)
        return len(self._inner)


def tracked(edition: Edition) -> tuple[Edition, set[str]]:
    """The same edition, and the set in which it takes down what is read; clear it before a job."""
    reads: set[str] = set()
    catalogue = edition.catalogue
    stores = {field.name: getattr(catalogue, field.name) for field in fields(catalogue)}
    watched: dict[str, Any] = {
        name: Tracked(name, store, reads)
        for name, store in stores.items()
        if isinstance(store, Mapping)
    }
    twin = Edition(replace(catalogue, **watched), edition.day, edition.words)
    for name, found in vars(Edition).items():
        if isinstance(found, cached_property) and name not in UNTRACKED:
            inner = getattr(edition, name)
            twin.__dict__[name] = Tracked(name, inner, reads, by_key=name in BY_KEY)
    return twin, reads
