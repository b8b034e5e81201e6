"""Remember what was worked out of a record, and leave records in peace: they never change."""

import gc
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

R = TypeVar("R")
T = TypeVar("T")


def once(make: Callable[[R], T]) -> Callable[[R], T]:
    """What `make` makes of a record, made once; the record is told by its identity."""
    known: dict[int, tuple[R, T]] = {}

    @wraps(make)
    def remembered(record: R) -> T:
        found = known.get(id(record))
        if found is None or found[0] is not record:
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


def settle() -> None:
    """Have this process leave what it holds alone, and look for garbage seldom."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
