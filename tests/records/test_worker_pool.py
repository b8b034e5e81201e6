"""Workers that cannot be started, die or hang cost time, and neither the work nor the patience."""

import errno
import os
import signal
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import parent_process
from typing import Any

import pytest

from generator.cli import main
from generator.records import processes
from generator.records.processes import inherited, start_pool


def add_inherited(number: int) -> int:
    return number + int(inherited())


def die_in_a_worker(number: int) -> int:
    if parent_process() and number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def refuse_memory(*_: object) -> int:
    raise MemoryError


def test_what_a_dead_worker_leaves_is_done_here() -> None:
    with start_pool(2) as pool:
        assert list(pool.map(die_in_a_worker, range(6), chunksize=2)) == [0, 2, 4, 6, 8, 10]


@pytest.mark.parametrize(
    "error", [OSError(errno.EAGAIN, "no process"), RuntimeError("can't start new thread")]
)
def test_without_any_process_this_one_does_the_work(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    with start_pool(8, 40) as pool:
        assert list(pool.map(add_inherited, (1, 2))) == [41, 42]
        assert pool.submit(add_inherited, 2).result() == 42
        with pytest.raises(MemoryError):
            pool.submit(refuse_memory).result()


def test_fewer_processes_are_started_where_all_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    make = processes._make_pool

    def make_two_at_most(jobs: int, shared: object) -> ProcessPoolExecutor:
        asked.append(jobs)
        pool = make(jobs, shared)
        if jobs > 2:
            monkeypatch.setattr(pool, "submit", lambda *_: refuse_memory())
        return pool

    monkeypatch.setattr(processes, "_make_pool", make_two_at_most)
    with start_pool(8, 40) as pool:
        assert list(pool.map(add_inherited, (1, 2))) == [41, 42]
    assert asked == [8, 4, 2]


def test_nobody_waits_for_workers_that_get_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_LOOK_SECONDS", 0.05)
    with start_pool(1) as pool:
        future = pool.submit(time.sleep, 60)
        monkeypatch.setattr(pool._pool, "_executor_manager_thread", None)
        with pytest.raises(BrokenExecutor):
            pool.wait_for(future)
        pool.stop_workers()


def test_an_interruption_waits_for_nobody() -> None:
    def interrupted() -> None:
        with start_pool(2) as pool:
            pool.submit(time.sleep, 60)
            raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - start < 30


@pytest.mark.parametrize(
    ("error", "said"),
    [(MemoryError(), "bộ nhớ"), (OSError(errno.ENOSPC, "full"), "chỗ trống")],
)
def test_what_the_machine_lacks_is_said(
    error: Exception,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr("generator.cli.checking._verdict", fail)
    assert main(["check"]) == 3
    assert said in capsys.readouterr().err
