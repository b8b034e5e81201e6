"""The persistent collections that `referencing` and `jsonschema` ask of `rpds`, as copies.

Each method returns a new collection. Registries of schemas are small, so that copying is cheap.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Self


class HashTrieMap(dict[Any, Any]):
    """A mapping whose methods leave it as it is and return the changed one."""

    @classmethod
    def convert(cls, value: "Mapping[Any, Any] | Iterable[tuple[Any, Any]]") -> "HashTrieMap":
        """The value itself when it is such a mapping, else one made of it."""
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key: Hashable, value: Any) -> "HashTrieMap":
        """The mapping with a key."""
        return HashTrieMap({**self, key: value})

    def remove(self, key: Hashable) -> "HashTrieMap":
        """The mapping without a key; raises KeyError when it is not there."""
        rest = HashTrieMap(self)
        del rest[key]
        return rest

    def update(self, *others: Any, **named: Any) -> "HashTrieMap":  # type: ignore[override]  # returns
        """The mapping with all that others hold."""
        merged = HashTrieMap(self)
        for other in (*others, named):
            dict.update(merged, other)
        return merged

    def __hash__(self) -> int:  # type: ignore[override]  # never changed, unlike other dictionaries
        return hash(frozenset(self.items()))


class HashTrieSet(frozenset[Any]):
    """A set whose methods return the changed one."""

    def insert(self, value: Hashable) -> "HashTrieSet":
        """The set with a value."""
        return HashTrieSet(self | {value})

    def discard(self, value: Hashable) -> "HashTrieSet":
        """The set without a value."""
        return HashTrieSet(self - {value})

    def update(self, *others: Iterable[Hashable]) -> "HashTrieSet":
        """The set with all that others hold."""
        return HashTrieSet(self.union(*others))


class List(tuple[Any, ...]):
    """A list that grows at its front."""

    __slots__ = ()

    def __new__(cls, values: Iterable[Any] = ()) -> Self:
        """Make one of values in their order."""
        return super().__new__(cls, values)

    def push_front(self, value: Any) -> "List":
        """The list behind a value."""
        return List((value, *self))
