"""Dispatch tasks to any number of workers, on this machine or on others."""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol

from generator.records.processes import WorkerPool
from generator.records.tree import Progress
from generator.site.task_kinds import Task
from generator.site.tasks import TASK_KINDS, kind_of, make_outputs
from generator.site.worker import BatchResult, BuildContext, run_batch

_log = logging.getLogger(__name__)
MOST_PENDING = 512
"""Batches that wait with the workers at a time: enough for as many of them."""
_LOOK_SECONDS = 2.0
"""How often one who waits looks whether anybody still works."""
MOST_ATTEMPTS = 3
"""How often the workers may be started in one build: those that die are replaced."""

Batch = Sequence[Task]
ExecutorFactory = Callable[[], AbstractContextManager[Executor]]
"""Starts the workers for some tasks, or lends workers that run already."""


def warm_caches(context: BuildContext) -> None:
    """Make once, in this process, what later editions have in common with that of a context."""
    for kind in TASK_KINDS:
        if kind.warmed:
            for task in kind.tasks(context.edition):
                deque(make_outputs(task, context.edition), maxlen=0)
    if context.config.is_file():  # the first build writes it
        _ = context.renderer


class Dispatcher(Protocol):
    """How batches go to workers, and results come back."""

    @property
    def limit(self) -> int:
        """How many batches may be with the workers at a time."""

    def submit(self, batch: Batch, executor: Executor) -> Future[Any]:
        """Give a batch to the workers."""

    def collect(self, answer: Any, batch: Batch, executor: Executor) -> BatchResult | Future[Any]:
        """The result of a batch; a new future when it had to be submitted again."""


@dataclass(frozen=True)
class SharedDiskDispatcher:
    """For workers that see the same folders: they find the context `name` there, and write."""

    name: str
    limit: int = MOST_PENDING

    def submit(self, batch: Batch, executor: Executor) -> Future[Any]:
        """Give a batch to the workers."""
        return executor.submit(run_batch, self.name, batch)

    def collect(self, answer: Any, _batch: Batch, _executor: Executor) -> BatchResult:
        """The result of a batch."""
        assert isinstance(answer, BatchResult)
        return answer


def dispatch(
    tasks: Sequence[Task],
    dispatcher: Dispatcher,
    start_executor: ExecutorFactory,
    progress: Progress | None = None,
) -> BatchResult:
    """Have workers run tasks; the bytes are the same whoever runs them.

    What a worker had when it died is given to others. Raises BrokenExecutor when that has happened
    `MOST_ATTEMPTS` times.
    """
    batches = list(_batches(tasks))
    _log.info("%d tasks in %d batches for workers", len(tasks), len(batches))
    done: dict[int, BatchResult] = {}
    for position, result in _collect_results(batches, dispatcher, start_executor):
        done[position] = result
        if progress:
            progress(sum(len(batches[one]) for one in done), len(tasks))
    return _merge_in_order(done)


def run_here(tasks: Sequence[Task], name: str, progress: Progress | None = None) -> BatchResult:
    """Run tasks in this process, in the context `name`."""
    _log.info("%d tasks in this process", len(tasks))
    done: dict[int, BatchResult] = {}
    count = 0
    for position, batch in enumerate(_batches(tasks)):
        done[position] = run_batch(name, batch)
        count += len(batch)
        if progress:
            progress(count, len(tasks))
    return _merge_in_order(done)


def _merge_in_order(done: Mapping[int, BatchResult]) -> BatchResult:
    total = BatchResult()
    for position in sorted(done):
        total.add(done[position])
    return total


def _collect_results(
    batches: Sequence[Batch], dispatcher: Dispatcher, start_executor: ExecutorFactory
) -> Iterator[tuple[int, BatchResult]]:
    """The result of every batch with its position, in the order in which they come."""
    left = dict(enumerate(batches))
    for attempt in range(1, MOST_ATTEMPTS + 1):
        try:
            with start_executor() as executor:
                for position, result in _run_with(executor, dict(left), dispatcher):
                    del left[position]
                    yield position, result
            return
        except BrokenExecutor as error:
            _log.info("a worker died, and all are replaced for %d batches: %s", len(left), error)
            if attempt == MOST_ATTEMPTS:
                raise


def _run_with(
    executor: Executor, left: dict[int, Batch], dispatcher: Dispatcher
) -> Iterator[tuple[int, BatchResult]]:
    """Submit batches, no more than may be pending at a time, and collect their results."""
    waiting = deque(left)
    pending: dict[Future[Any], int] = {}
    while waiting or pending:
        while waiting and len(pending) < dispatcher.limit:
            position = waiting.popleft()
            pending[dispatcher.submit(left[position], executor)] = position
        ended = wait(pending, _LOOK_SECONDS, return_when=FIRST_COMPLETED).done
        if not ended and isinstance(executor, WorkerPool):
            executor.check_alive()
        for future in ended:
            position = pending.pop(future)
            found = dispatcher.collect(future.result(), left[position], executor)
            if isinstance(found, BatchResult):
                yield position, found
            else:
                pending[found] = position


def _batches(tasks: Sequence[Task]) -> Iterator[Batch]:
    """Tasks in their order, as many at a time as their kind asks for."""
    for size, group in groupby(tasks, lambda task: kind_of(task).batch):
        listed = list(group)
        yield from (listed[start : start + size] for start in range(0, len(listed), size))
