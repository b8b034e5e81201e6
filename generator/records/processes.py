"""Worker processes: forked where that is safe, spawned elsewhere. They end when this one does.

A process may be forked only while it has one thread: of the others, the copy would keep the locks
and not the threads. So nothing in this program starts a thread in a process that starts workers.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import Pipe, get_context, parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, TypeVar

from generator.records.memoize import freeze_gc

_log = logging.getLogger(__name__)

T = TypeVar("T")

FORKS = sys.platform == "linux" and hasattr(os, "fork")
"""Whether a worker begins as a copy of this process.

Windows has no `fork`, and macOS none for programs that use its frameworks: there a worker begins
empty, and is sent what it needs.
"""
_MOST_ON_WINDOWS = 61
"""So many processes a pool may have there (WaitForMultipleObjects)."""
_KIBIBYTES = 1024
_inherited: object = None


def start_pool(jobs: int, shared: object = None) -> ProcessPoolExecutor:
    """Start `jobs` processes that find `shared` with `inherited`.

    A forked worker has everything that this process has, without cost; for a spawned one `shared`
    is pickled, and nothing else is sent.
    """
    most = _MOST_ON_WINDOWS if sys.platform == "win32" else jobs
    method = "fork" if FORKS else "spawn"
    _log.info("starting %d worker processes by %s", jobs, method)
    return ProcessPoolExecutor(min(jobs, most), get_context(method), _begin, (shared,))


def inherited() -> Any:
    """What the process that started this worker shares with it."""
    return _inherited


@contextmanager
def answer_in_background(question: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Have a forked copy of this process work out an answer; yields what waits for it.

    Where processes are not forked, and when the copy fails, this process answers when it is asked.
    """
    if not FORKS:
        yield question
        return
    receiver, sender = Pipe(duplex=False)
    copy = get_context("fork").Process(target=_answer, args=(question, sender), daemon=True)
    copy.start()
    sender.close()
    try:
        yield lambda: _received(receiver, question)
    finally:
        copy.terminate()
        copy.join()
        receiver.close()


def _answer(question: Callable[[], object], sender: Connection) -> None:
    _begin()
    try:
        sender.send(question())
    except Exception:  # the parent computes the answer again, and raises it there
        _log.info("the background process failed", exc_info=True)


def _received(receiver: Connection, question: Callable[[], T]) -> T:
    try:
        answer: T = receiver.recv()
    except (EOFError, OSError):
        _log.info("the process in the background has not answered, so this one does")
        return question()
    return answer


def _begin(shared: object = None) -> None:
    global _inherited
    _inherited = shared
    freeze_gc()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Exit when the parent dies; an orphaned worker would block on its queue for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def peak_memory() -> float | None:
    """The most memory, in MB, that this process or one of its children had; None on Windows."""
    try:
        import resource
    except ImportError:
        return None
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    most = max(resource.getrusage(kind).ru_maxrss for kind in kinds)
    return most / _KIBIBYTES / (_KIBIBYTES if sys.platform == "darwin" else 1)
