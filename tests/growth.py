"""Whether work grows with its input alone: compared with itself, however slow the machine."""

import time
from collections.abc import Callable

TIMES = 8
MOST = 24
"""Eight times the input may take so many times as long; where time grows with the square, 64."""
SOON = 0.05
"""Seconds of one CPU that are too short to be compared."""

Act = Callable[[], object]


def seconds(act: Act) -> float:
    """The time of one CPU that `act` takes."""
    start = time.process_time()
    act()
    return time.process_time() - start


def grows_with_size(prepare: Callable[[int], Act], size: int) -> bool:
    """Whether the work that `prepare` makes for `size` pieces takes a fair multiple of an eighth.

    Measured up to three times: what else the machine does may disturb one of them.
    """
    return any(_is_fair(prepare, size) for _ in range(3))


def _is_fair(prepare: Callable[[int], Act], size: int) -> bool:
    longer = seconds(prepare(size))
    if longer < SOON:
        return True
    return longer < MOST * min(seconds(prepare(size // TIMES)) for _ in range(2))


def grows_with_text(read: Callable[[str], object], piece: str, length: int, end: str = "") -> bool:
    """The same for a reader of a text that repeats `piece` up to `length` letters."""

    def prepare(size: int) -> Act:
        text = (piece * (size // len(piece) + 1))[:size] + end
        return lambda: read(text)

    return grows_with_size(prepare, length)
