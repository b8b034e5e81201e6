"""Run a call that dies, or is refused, at one of its file operations.

`run_with` runs it in a process of its own, which can be killed. `fault_at` raises in this one,
where hundreds of places of a small step are tried.

Operations are told by the audit events of Python: opening for writing, renaming, linking,
removing, folders made and removed, and the look-up of the call that swaps two folders. Writing
itself raises no event: there a limit on the size of files cuts every write short, with a signal
that kills or with an error. Only the process itself is watched: verbs run with one job.
"""

import contextlib
import errno
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_GROWS = {"open", "os.link", "os.mkdir", "os.rename"}
"""What a full disk refuses."""
_EVENTS = _GROWS | {"os.remove", "os.rmdir", "os.truncate", "ctypes.dlsym"}
_TORN = 64
"""Bytes that a file takes before a write is cut short."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One change of the disk, and the line of the program that asks for it."""

    event: str
    place: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the operation of this number."""

    kind: str
    number: int

    def fits(self, operation: Operation) -> bool:
        """Whether the system can do that at such an operation."""
        if self.kind in ("torn", "full"):
            return operation.event == "open"
        if self.kind == "ENOSPC":
            return operation.event in _GROWS
        return self.kind == "kill" or operation.event != "ctypes.dlsym"


KINDS = ("kill", "torn", "ENOSPC", "EIO", "EACCES", "full")


@dataclass(frozen=True, slots=True)
class Ended:
    """How the process ended: its exit code, negative for a signal, and what it said."""

    code: int
    said: str


class KilledError(BaseException):
    """What stands for a kill in this process: nothing may catch it."""


Raised = Callable[[], BaseException]


def kill() -> BaseException:
    """What stands for a kill."""
    return KilledError()


def fail() -> BaseException:
    """What a full disk says."""
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class _Raiser:
    """Raises at an operation in a folder, and at all after it."""

    def __init__(self, folder: Path, number: int, error: Raised) -> None:
        self.folder = os.fspath(folder)
        self.left = number
        self.error = error

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count an operation, and raise at the one that is asked for."""
        if not _changes_disk(self.folder, event, arguments):
            return
        self.left -= 1
        if self.left < 0:
            raise self.error()


_raisers: list[_Raiser] = []


def _tell_raisers(event: str, arguments: tuple[object, ...]) -> None:
    for raiser in _raisers:
        raiser.hear(event, arguments)


@cache
def _listen() -> None:
    """Hear the events of this process from now on: no hook is ever taken out again."""
    sys.addaudithook(_tell_raisers)


@contextlib.contextmanager
def fault_at(folder: Path, number: int, error: Raised = kill) -> Iterator[None]:
    """Raise `error` at this operation of the body in a folder, and at all after it."""
    _listen()
    _raisers.append(_Raiser(folder, number, error))
    try:
        yield
    finally:
        _raisers.pop()


class _Injector:
    def __init__(self, folder: Path, fault: Fault | None) -> None:
        self.folder = os.fspath(folder)
        self.fault = fault
        self.seen: list[Operation] = []

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count an operation, and act at the one that is asked for."""
        if not _changes_disk(self.folder, event, arguments):
            return
        self.seen.append(Operation(event, "" if self.fault else _place()))
        if self.fault and len(self.seen) > self.fault.number:
            self._act(self.fault, event, len(self.seen) - 1 == self.fault.number)

    def _act(self, fault: Fault, event: str, first: bool) -> None:
        match fault.kind:
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "torn" | "full" if first:
                handler = signal.SIG_DFL if fault.kind == "torn" else signal.SIG_IGN
                signal.signal(signal.SIGXFSZ, handler)
                _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
                resource.setrlimit(resource.RLIMIT_FSIZE, (_TORN, most))
            case "ENOSPC" if event in _GROWS:
                raise fail()
            case "EIO" | "EACCES" if first:
                number = getattr(errno, fault.kind)
                raise OSError(number, os.strerror(number))


def _changes_disk(folder: str, event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an audit event tells of an operation in a folder."""
    if event not in _EVENTS:
        return False
    if event == "ctypes.dlsym":
        return True
    if isinstance(arguments[0], int) or (event == "open" and not _writes(arguments)):
        return False
    path = os.fsdecode(arguments[0])  # type: ignore[arg-type]
    return not path.startswith("/") or path.startswith(folder)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if isinstance(arguments[2], int) else 0
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _place() -> str:
    frame = sys._getframe(2)
    while frame.f_back and "/generator/" not in frame.f_code.co_filename:
        frame = frame.f_back
    name = frame.f_code.co_filename.rpartition("/generator/")[2]
    return f"{name}:{frame.f_lineno}"


def run_with(fault: Fault | None, call: Callable[[], int], folder: Path) -> Ended:
    """Run a call in a copy of this process, in `folder`; without a fault, just so."""
    return _run(call, folder, _Injector(folder, fault))[0]


def list_operations(call: Callable[[], int], folder: Path) -> tuple[Ended, list[Operation]]:
    """Run a call in a copy of this process, and tell what it did to the disk."""
    return _run(call, folder, _Injector(folder, None), keep=folder / ".operations")


def _run(
    call: Callable[[], int], folder: Path, injector: _Injector, keep: Path | None = None
) -> tuple[Ended, list[Operation]]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _live(call, folder, injector, writing, keep)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode("utf8", "replace")
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Ended(code, said), _read_kept(keep) if keep else []


def _read_kept(keep: Path) -> list[Operation]:
    lines = keep.read_text("utf8").splitlines()
    keep.unlink()
    return [Operation(*line.split("\t")) for line in lines]


def _live(
    call: Callable[[], int], folder: Path, injector: _Injector, writing: int, keep: Path | None
) -> None:
    code = 99
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for number in (1, 2):
            os.dup2(writing, number)
        os.close(writing)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
        os.chdir(folder)
        (folder / "tmp").mkdir(exist_ok=True)
        os.environ["TMPDIR"] = os.fspath(folder / "tmp")
        sys.addaudithook(injector.hear)
        code = call()
    except BaseException:
        traceback.print_exc()
    finally:
        if keep:
            seen = list(injector.seen)
            keep.write_text("".join(f"{one.event}\t{one.place}\n" for one in seen), "utf8")
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
