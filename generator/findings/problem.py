"""A problem is what a check saw, before it has a line number and words for a reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Pointer = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead from the top of a file to one value."""


def format_pointer(pointer: Iterable[str | int]) -> str:
    """A pointer as JSON Pointer (RFC 6901).

    >>> format_pointer(("channels", "items", 0, "a/b"))
    '/channels/items/0/a~1b'
    """
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in pointer)


CRASHED = "HT901"
"""The code of the problem that a rule failed."""

TRACEBACK = "traceback"
"""The key of `values` under which such a problem has the traceback of the rule."""


class Severity(StrEnum):
    """How much a finding weighs: only an error makes `niemyet check` fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A value in the reader's language: a day, or keys of `locale/` joined by the words `joint`.

    `values` fill what the words of the keys leave open.
    """

    keys: tuple[str, ...] = ()
    joint: str = "joint.and"
    day: date | None = None
    values: Mapping[str, str] = field(default_factory=dict)


Value = str | int | float | bool | Wording | None
"""What a sentence is filled with."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the file `path` (relative to the catalogue).

    The place is `mark` when the reader already knows it, else it is looked up from `pointer`:
    at the key when `on_key`, else at the value. `values` fill the sentences in `locale/`. `method`
    is that of the way to submit in which the place lies, when the reader already knows it.
    """

    path: str
    code: str
    pointer: Pointer = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    mark: Position | None = None
    on_key: bool = False
    method: str | None = None
