"""Every job of an edition, done by any number of processes, on this machine or on others."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol

from generator.model.edition import Edition
from generator.model.nation import Nation
from generator.pages.all import Task, page_tasks
from generator.records.tree import Progress
from generator.site.worker import DATA, BatchResult, BuildContext, run_batch

_TOGETHER = {"data": 1, "list": 1, "procedure": 32, "decision": 32, "national": 32}
"""Jobs of a kind that a process is given at a time: what is about everything, one by one."""
_LISTS_TOGETHER = 8
"""Of the lists and feeds of one field, agency or letter: there may be more than a thousand."""
MOST_PENDING = 512
"""Batches that wait with the workers at a time: enough for as many of them."""
MOST_ATTEMPTS = 3
"""How often the workers may be replaced in one build."""


_OF_A_NATION = ("search", "nation", "opensearch", "assets")
"""The data files of a national index."""


def every_task(edition: Edition) -> list[Task]:
    """All the jobs of an edition; those about everything come first, the longest foremost."""
    if isinstance(edition, Nation):
        return [*(Task("data", key) for key in _OF_A_NATION), *page_tasks(edition)]
    return [
        *(Task("data", key) for key in DATA if key != "nation"),
        *(Task("field_feed", key) for key in edition.catalogue.fields),
        *(Task("agency_feed", key) for key in edition.catalogue.agencies),
        *page_tasks(edition),
    ]


def warm_caches(desk: BuildContext) -> None:
    """Work out, in this process, what later editions have in common with that of a desk."""
    for job in every_task(desk.edition):
        if job.kind == "data":
            deque(DATA[job.key](desk.edition), maxlen=0)
    if desk.config.is_file():  # the first build writes it
        _ = desk.press


ExecutorFactory = Callable[[], AbstractContextManager[Executor]]
"""Finds the workers for some jobs."""


class Dispatcher(Protocol):
    """How jobs are given to workers, and taken back from them."""

    @property
    def limit(self) -> int:
        """How many batches may be with the workers at a time."""

    def give(self, page_tasks: Sequence[Task], executor: Executor) -> Future[Any]:
        """Give a batch to the workers."""

    def take(
        self, result: Any, page_tasks: Sequence[Task], executor: Executor
    ) -> BatchResult | Future[Any]:
        """What came of a batch; a new future when it had to be given again."""


@dataclass(frozen=True)
class SharedDiskDispatcher:
    """Workers that see the same folders: they find the desk `name` there, and write to it."""

    name: str
    limit: int = MOST_PENDING

    def give(self, page_tasks: Sequence[Task], executor: Executor) -> Future[Any]:
        """Give a batch to the workers."""
        return executor.submit(run_batch, self.name, page_tasks)

    def take(self, result: Any, _jobs: Sequence[Task], _executor: Executor) -> BatchResult:
        """What came of a batch."""
        assert isinstance(result, BatchResult)
        return result


def dispatch(
    todo: Sequence[Task],
    hand: Dispatcher,
    hire: ExecutorFactory,
    progress: Progress | None = None,
) -> BatchResult:
    """Have workers do jobs; the same bytes whoever does them.

    When a worker process dies, what it had in hand is given to others. Raises BrokenExecutor when
    that has happened `PATIENCE` times.
    """
    batches = list(_batches(todo))
    done: dict[int, BatchResult] = {}
    for place, outcome in _outcomes(batches, hand, hire):
        done[place] = outcome
        if progress:
            progress(sum(len(batches[one]) for one in done), len(todo))
    return _in_order(done)


def run_here(todo: Sequence[Task], name: str, progress: Progress | None = None) -> BatchResult:
    """Do jobs in this process, at the desk `name`."""
    done: dict[int, BatchResult] = {}
    count = 0
    for place, batch in enumerate(_batches(todo)):
        done[place] = run_batch(name, batch)
        count += len(batch)
        if progress:
            progress(count, len(todo))
    return _in_order(done)


def _in_order(done: Mapping[int, BatchResult]) -> BatchResult:
    total = BatchResult()
    for place in sorted(done):
        total.add(done[place])
    return total


def _outcomes(
    batches: Sequence[Sequence[Task]], hand: Dispatcher, hire: ExecutorFactory
) -> Iterator[tuple[int, BatchResult]]:
    """The outcome of every batch with its place, in the order in which they come."""
    left = dict(enumerate(batches))
    for attempt in range(1, MOST_ATTEMPTS + 1):
        try:
            with hire() as executor:
                for place, outcome in _given(dict(left), hand, executor):
                    del left[place]
                    yield place, outcome
            return
        except BrokenExecutor:
            if attempt == MOST_ATTEMPTS:
                raise


def _given(
    left: dict[int, Sequence[Task]], hand: Dispatcher, executor: Executor
) -> Iterator[tuple[int, BatchResult]]:
    """Batches given to workers, no more than they may have at a time."""
    waiting = deque(left)
    out: dict[Future[Any], int] = {}
    while waiting or out:
        while waiting and len(out) < hand.limit:
            place = waiting.popleft()
            out[hand.give(left[place], executor)] = place
        for future in wait(out, return_when=FIRST_COMPLETED).done:
            place = out.pop(future)
            found = hand.take(future.result(), left[place], executor)
            if isinstance(found, BatchResult):
                yield place, found
            else:
                out[found] = place


def _batches(todo: Sequence[Task]) -> Iterator[Sequence[Task]]:
    """Jobs in their order, as many at a time as suits their kind."""
    for size, found in groupby(todo, lambda job: _TOGETHER.get(job.kind, _LISTS_TOGETHER)):
        page_tasks = list(found)
        yield from (page_tasks[start : start + size] for start in range(0, len(page_tasks), size))
