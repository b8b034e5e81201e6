"""Memoize values derived from immutable records, and keep the records out of garbage collection."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from operator import is_
from typing import Concatenate, Generic, ParamSpec, TypeVar
from weakref import ReferenceType, ref

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

MOST_LOADED = 8192
"""Decoded versions that a process caches, the last ones read: a quarter of a gigabyte.

That is all of a ministry or a province; of a larger catalogue the others are decoded again.
"""
_RECENT = 64
"""Calls of which `memoize_recent` holds the value."""
_clearers: list[Callable[[], None]] = []
"""What empties each cache of this module."""


def clear_caches() -> None:
    """Empty every cache: for a process that starts on the records of another catalogue."""
    for clear in _clearers:
        clear()


def memoize_by_identity(make: Callable[P, T]) -> Callable[P, T]:
    """Call `make` once for each combination of arguments, told apart by identity.

    A value is dropped as soon as one of its arguments is garbage. Arguments must be weakly
    referenceable and positional.
    """
    cache: dict[tuple[int, ...], tuple[T, list[ReferenceType[object]]]] = {}
    _clearers.append(cache.clear)

    @wraps(make)
    def memoized(*records: P.args, **named: P.kwargs) -> T:
        """The cached value of the same objects, or a new one."""
        assert not named
        key = tuple(map(id, records))
        entry = cache.get(key)
        if entry is None:
            references = [ref(record, lambda _: cache.pop(key, None)) for record in records]
            entry = cache[key] = make(*records, **named), references
        return entry[0]

    return memoized


def memoize_recent(make: Callable[P, T]) -> Callable[P, T]:
    """Hold the values of the last few calls; arguments, positional, are told apart by identity."""
    cache: dict[tuple[int, ...], tuple[tuple[object, ...], T]] = {}
    _clearers.append(cache.clear)

    @wraps(make)
    def memoized(*sources: P.args, **named: P.kwargs) -> T:
        """The cached value of the same objects, or a new one; a full cache is emptied first."""
        assert not named
        key = tuple(map(id, sources))
        entry = cache.get(key)
        if entry is None:
            made = make(*sources, **named)
            if len(cache) >= _RECENT:
                cache.clear()
            entry = cache[key] = sources, made
        return entry[1]

    return memoized


class HeldUntilTaken(Generic[R, T]):
    """A function whose values are held until they are taken, for arguments told apart by identity.

    At most as many are held as versions are held decoded.
    """

    def __init__(self, make: Callable[[R], T]) -> None:
        self._make = make
        self._cache: dict[int, tuple[R, T]] = {}
        _clearers.append(self._cache.clear)

    def __call__(self, record: R) -> T:
        """The value that is held for the same object, or a new one; a full cache is emptied."""
        held = self._cache.get(id(record))
        if held is None:
            if len(self._cache) >= MOST_LOADED:
                self._cache.clear()
            held = self._cache[id(record)] = record, self._make(record)
        return held[1]

    def take(self, record: R) -> T:
        """The value for the last reader of the object: it is held no longer."""
        held = self._cache.pop(id(record), None)
        return held[1] if held else self._make(record)


def memoize_listed(search: Callable[[R], Iterable[T]]) -> Callable[[R], tuple[T, ...]]:
    """`memoize_by_identity` for a generator: its items as a tuple."""

    @memoize_by_identity
    @wraps(search)
    def listed(record: R) -> tuple[T, ...]:
        """Everything that is found in a record."""
        return tuple(search(record))

    return listed


def memoize_by_key(make: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """Hold one value for each key; call `make` again when a source is not the same object.

    Tuples of sources are compared item by item. From one edition to the next, only what changed is
    computed.
    """
    cache: dict[str, tuple[tuple[object, ...], T]] = {}
    _clearers.append(cache.clear)

    @wraps(make)
    def memoized(key: str, /, *sources: P.args, **named: P.kwargs) -> T:
        """The value of a key, computed again when one of its sources is another object."""
        assert not named
        entry = cache.get(key)
        if entry is None or not all(map(_is_same, entry[0], sources)):
            entry = cache[key] = sources, make(key, *sources, **named)
        return entry[1]

    return memoized


def reuse_equal(make: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """Call `make`, but return the previous result for the key when the new one is equal to it.

    So caches that compare by identity, such as `memoize_by_key`, still hit downstream.
    """
    cache: dict[str, T] = {}
    _clearers.append(cache.clear)

    @wraps(make)
    def reusing(key: str, /, *sources: P.args, **named: P.kwargs) -> T:
        """What is made now, or the equal object that was made before."""
        made = make(key, *sources, **named)
        before = cache.setdefault(key, made)
        if before is made or before == made:
            return before
        cache[key] = made
        return made

    return reusing


def incremental(make: Callable[[R, tuple[R, T] | None], T]) -> Callable[[R], T]:
    """Hold the last value; give `make` the last source and its value, to compute from the change.

    `make` is called again when the source is not equal to the last one.
    """
    last: list[tuple[R, T]] = []
    _clearers.append(last.clear)

    @wraps(make)
    def memoized(source: R) -> T:
        """The value of a source, computed from the last one when they differ."""
        if not last or last[0][0] != source:
            last[:] = [(source, make(source, last[0] if last else None))]
        return last[0][1]

    return memoized


def memoize_last(make: Callable[[R], T]) -> Callable[[R], T]:
    """Hold the last value, and return it for as long as the source is equal."""

    @wraps(make)
    def anew(source: R, _: tuple[R, T] | None) -> T:
        """The value of a source, whatever the last one was."""
        return make(source)

    return incremental(anew)


def _is_same(one: object, other: object) -> bool:
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and all(map(is_, one, other))
    return one is other


@contextmanager
def gc_paused(freeze: bool = False) -> Iterator[None]:
    """Pause garbage collection: records form no cycles, so looking through them finds nothing.

    With `freeze`, what was made meanwhile is left out of later collections as well.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if freeze:
            gc.freeze()
        if collecting:
            gc.enable()


def freeze_gc() -> None:
    """Leave all present objects out of garbage collection, and collect seldom from now on."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
