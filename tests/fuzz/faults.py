"""Stop, fail or kill at any file operation, by the audit events of Python."""

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

OPERATIONS = frozenset(
    ("os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "ctypes.dlsym", "open")
)
"""What changes a disk; the symbol that is looked up is renameat2, which swaps two folders."""
_WRITING = "wxa+"


class KilledError(BaseException):
    """Nothing may catch it, as nothing catches a signal."""


class _Injector:
    """Counts operations, and raises at the one it is set to."""

    def __init__(self) -> None:
        self.error: Callable[[], BaseException] | None = None
        self.left = -1
        self.count = 0

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count an operation of the code under test."""
        if self.error is None or event not in OPERATIONS or not _changes(event, arguments):
            return
        self.count += 1
        if self.count > self.left >= 0:
            raise self.error()


def _changes(event: str, arguments: tuple[object, ...]) -> bool:
    return event != "open" or any(mark in str(arguments[1] or "") for mark in _WRITING)


_injector = _Injector()
sys.addaudithook(_injector.hear)


def kill() -> BaseException:
    """What stands for a kill."""
    return KilledError()


def fail() -> BaseException:
    """What a full disk says."""
    return OSError(errno.ENOSPC, "No space left on device")


@contextmanager
def fault_at(number: int, error: Callable[[], BaseException] = kill) -> Iterator[_Injector]:
    """Raise `error` at this operation in the body and all after it; at none for a negative one."""
    _injector.error, _injector.left, _injector.count = error, number, 0
    try:
        yield _injector
    finally:
        _injector.error = None
