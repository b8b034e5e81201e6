"""Change one place of plain data into what may stand there by mistake or by intent."""

import copy
import random
from collections.abc import Iterator
from typing import Any

_ABSENT = object()
VALUES: tuple[Any, ...] = (
    _ABSENT, None, True, 0, -1, 1, 1.0, 2.5, 10**18, 10**30, 1e308, "", " ", "\n", "x", "a\nb",
    "\x07", "\ufffe", "\u202e", "1.000123", "v001", "2026-02-30", "2026-01-01\n", "9999-12-31",
    "0000-01-01", "2026-W01-1", "20260101", "https://a", "javascript:x", "../x", "con", "x" * 200,
    [], [None], ["x"], ["x", "x"], [1, 1.0, True], [[]], {}, {"a": 1}, {"": ""}, [{}],
)  # fmt: skip


def paths_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value below the whole."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in inner:
        yield (*path, key)
        if isinstance(item, dict | list):
            yield from paths_in(item, (*path, key))


def change_one_place(chance: random.Random, data: Any) -> Any:
    """A copy with one place changed, removed, added or given a line break at its end."""
    made = copy.deepcopy(data)
    *outer, last = chance.choice(list(paths_in(made)))
    holder = made
    for key in outer:
        holder = holder[key]
    if isinstance(holder[last], str) and chance.random() < 0.3:
        holder[last] += chance.choice(("\n", "\r", " ", "\u2028", "\x85", "\0", "0", "é"))
        return made
    value = chance.choice(VALUES)
    if chance.random() < 0.1 and isinstance(holder, dict):
        last = chance.choice(("la", "id", "unknown", "source", "notes"))
        holder.setdefault(last, None)
    if value is _ABSENT:
        del holder[last]
    else:
        holder[last] = copy.deepcopy(value)
    return made
