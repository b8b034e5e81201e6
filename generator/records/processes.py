"""Worker processes: forked where that is safe, spawned elsewhere. They end when this one does.

A process may be forked only while it has one thread: of the others, the copy would keep the locks
and not the threads. So nothing in this program starts a thread in a process that starts workers.
"""

import logging
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import Pipe, get_context, parent_process
from multiprocessing.connection import Connection
from threading import Thread, stack_size
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
_LOOK_SECONDS = 2.0
"""How often one who waits looks whether anybody still works."""
_START_SECONDS = 60.0
"""So long may a worker take to begin; a spawned one reads the program first."""
_STACK = 256 << 10
"""Bytes of the stack of a thread that only waits; the usual 8 MB count against limits of memory."""
_inherited: object = None


class WorkerPool(Executor):
    """Up to `jobs` processes, started by the first call; fewer where they cannot all be started.

    Where none can be, this process does the work itself. No wait is without end: workers whose
    manager has died, as it does without memory, are given up, and so are all when this process is
    interrupted.
    """

    def __init__(self, jobs: int, shared: object = None) -> None:
        self._jobs = jobs
        self._shared = shared
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Give one call to the workers. Raises BrokenExecutor when they have died."""
        if self._jobs and self._pool is None:
            self._start()
        if self._pool is not None:
            try:
                return self._pool.submit(fn, *args, **kwargs)
            except (OSError, RuntimeError) as error:  # its pipes are closed, its threads refused
                raise BrokenExecutor(str(error)) from error
        done: Future[T] = Future()
        try:
            done.set_result(self._call_here(fn, *args, **kwargs))
        except Exception as error:  # as in a worker: raised where the result is asked for
            done.set_exception(error)
        return done

    def map(
        self,
        fn: Callable[..., T],
        *iterables: Iterable[Any],
        timeout: float | None = None,  # noqa: ARG002 - of the interface; nobody here sets one
        chunksize: int = 1,
    ) -> Iterator[T]:
        """The results of calls, in order; what dead workers leave is done by this process."""
        calls = list(zip(*iterables, strict=True))
        chunks = [calls[start : start + chunksize] for start in range(0, len(calls), chunksize)]
        done = 0
        try:
            waiting = deque(self.submit(_call_each, fn, chunk) for chunk in chunks)
            while waiting:
                results = self.wait_for(waiting.popleft())
                done += 1
                yield from results
        except BrokenExecutor as error:
            _log.info("workers died, this process does the rest: %s", error)
            self.stop_workers()
            for chunk in chunks[done:]:
                yield from (self._call_here(fn, *call) for call in chunk)

    def wait_for(self, future: Future[T]) -> T:
        """The result of a call. Raises BrokenExecutor when nobody will ever give it."""
        while True:
            try:
                return future.result(_LOOK_SECONDS)
            except TimeoutError:
                if future.done():
                    raise
                self.check_alive()

    def check_alive(self) -> None:
        """Raise BrokenExecutor when nobody gives work to the workers any more."""
        manager = getattr(self._pool, "_executor_manager_thread", None)
        if self._pool is not None and not (manager and manager.is_alive()):
            raise BrokenExecutor("the manager of the worker processes has died")

    def stop_workers(self) -> None:
        """Kill the workers; what is asked for next, this process does itself."""
        pool, self._pool, self._jobs = self._pool, None, 0
        _kill_workers(pool)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the workers end what they have, then end."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool | None:
        """Let the workers end; kill them when this process gives up."""
        if error is not None:
            self.stop_workers()
        self.shutdown()
        return None

    def _start(self) -> None:
        """Start processes: as many as were asked for, half as many …, none."""
        while self._jobs:
            pool = _make_pool(self._jobs, self._shared)
            try:
                pool.submit(os.getpid).result(_START_SECONDS)
            except (BrokenExecutor, OSError, RuntimeError, MemoryError) as error:
                _log.info("%d processes cannot be started: %s", self._jobs, error)
                _kill_workers(pool)
                self._jobs //= 2
            else:
                self._pool = pool
                return

    def _call_here(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        global _inherited
        _inherited = self._shared
        return fn(*args, **kwargs)


def _call_each(fn: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> list[T]:
    return [fn(*call) for call in calls]


def _kill_workers(pool: ProcessPoolExecutor | None) -> None:
    """End a pool at once, with what it is at."""
    if pool is None:
        return
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


def _make_pool(jobs: int, shared: object) -> ProcessPoolExecutor:
    most = _MOST_ON_WINDOWS if sys.platform == "win32" else jobs
    method = "fork" if FORKS else "spawn"
    _log.info("starting %d worker processes by %s", jobs, method)
    return ProcessPoolExecutor(min(jobs, most), get_context(method), _begin, (shared,))


def start_pool(jobs: int, shared: object = None) -> WorkerPool:
    """Up to `jobs` processes that find `shared` with `inherited`.

    A forked worker has everything that this process has, without cost; for a spawned one `shared`
    is pickled, and nothing else is sent.
    """
    return WorkerPool(jobs, shared)


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
    usual = stack_size(_STACK)
    Thread(target=_end_with_parent, daemon=True).start()
    stack_size(usual)


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
