"""Remember what was worked out of a record, and leave records in peace: they never change."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from operator import is_
from typing import Concatenate, ParamSpec, TypeVar
from weakref import ReferenceType, ref

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

_A_FEW = 16
_memories: list[Callable[[], None]] = []
"""What empties each memory."""


def forget() -> None:
    """Let go of everything: for a process that begins with the records of another catalogue."""
    for clear in _memories:
        clear()


def once(make: Callable[P, T]) -> Callable[P, T]:
    """What `make` makes of a record, or of several, made once; a record is told by its identity.

    It is known for as long as the records are there.
    """
    known: dict[tuple[int, ...], tuple[T, list[ReferenceType[object]]]] = {}
    _memories.append(known.clear)

    @wraps(make)
    def remembered(*records: P.args, **named: P.kwargs) -> T:
        assert not named
        key = tuple(map(id, records))
        found = known.get(key)
        if found is None:
            watched = [ref(record, lambda _: known.pop(key, None)) for record in records]
            found = known[key] = make(*records, **named), watched
        return found[0]

    return remembered


def lately(make: Callable[[R], T]) -> Callable[[R], T]:
    """What `make` made of the last few records that it was asked about."""
    known: dict[int, tuple[R, T]] = {}
    _memories.append(known.clear)

    @wraps(make)
    def remembered(record: R) -> T:
        found = known.get(id(record))
        if found is None:
            if len(known) >= _A_FEW:
                known.clear()
            found = known[id(record)] = record, make(record)
        return found[1]

    return remembered


def once_listed(look: Callable[[R], Iterable[T]]) -> Callable[[R], tuple[T, ...]]:
    """What `look` finds in a record, looked for once."""

    @once
    @wraps(look)
    def listed(record: R) -> tuple[T, ...]:
        return tuple(look(record))

    return listed


def kept(make: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """What `make` makes for a key, made again when it is to be made of other objects than before.

    Tuples count by their items. From one edition to the next only what has changed is new.
    """
    known: dict[str, tuple[tuple[object, ...], T]] = {}
    _memories.append(known.clear)

    @wraps(make)
    def remembered(key: str, /, *sources: P.args, **named: P.kwargs) -> T:
        assert not named
        found = known.get(key)
        if found is None or not all(map(_same, found[0], sources)):
            found = known[key] = sources, make(key, *sources, **named)
        return found[1]

    return remembered


def lasting(make: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """What `make` makes for a key, or the object that it made before when that is equal.

    What is `kept` of such an object is then kept as well.
    """
    known: dict[str, T] = {}
    _memories.append(known.clear)

    @wraps(make)
    def remembered(key: str, /, *sources: P.args, **named: P.kwargs) -> T:
        made = make(key, *sources, **named)
        before = known.setdefault(key, made)
        if before is made or before == made:
            return before
        known[key] = made
        return made

    return remembered


def revised(make: Callable[[R, tuple[R, T] | None], T]) -> Callable[[R], T]:
    """What `make` makes of a source; it is told the last source, and what it made of that."""
    known: list[tuple[R, T]] = []
    _memories.append(known.clear)

    @wraps(make)
    def remembered(source: R) -> T:
        if not known or known[0][0] != source:
            known[:] = [(source, make(source, known[0] if known else None))]
        return known[0][1]

    return remembered


def latest(make: Callable[[R], T]) -> Callable[[R], T]:
    """What `make` made last, for as long as it is asked about something equal."""

    @wraps(make)
    def anew(source: R, _: tuple[R, T] | None) -> T:
        return make(source)

    return revised(anew)


def _same(one: object, other: object) -> bool:
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and all(map(is_, one, other))
    return one is other


@contextmanager
def uncollected(lasting: bool = False) -> Iterator[None]:
    """Records form no cycles: nobody needs to look for garbage among them.

    Those that are `lasting` stay to the end of the process, and are not looked through later.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if lasting:
            gc.freeze()
        if collecting:
            gc.enable()


def settle() -> None:
    """Have this process leave what it holds alone, and look for garbage seldom."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
