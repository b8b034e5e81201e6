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
from generator.pages.all import Job, jobs
from generator.records.tree import Progress
from generator.site.desk import DATA, Desk, Outcome, work

_TOGETHER = {"data": 1, "list": 1, "procedure": 32, "decision": 32, "national": 32}
"""Jobs of a kind that a process is given at a time: what is about everything, one by one."""
_LISTS_TOGETHER = 8
"""Of the lists and feeds of one field, agency or letter: there may be more than a thousand."""
AT_A_TIME = 512
"""Batches that wait with the workers at a time: enough for as many of them."""
PATIENCE = 3
"""How often the workers may be replaced in one build."""


_OF_A_NATION = ("search", "nation", "opensearch", "assets")
"""The data files of a national index."""


def every_job(edition: Edition) -> list[Job]:
    """All the jobs of an edition; those about everything come first, the longest foremost."""
    if isinstance(edition, Nation):
        return [*(Job("data", key) for key in _OF_A_NATION), *jobs(edition)]
    return [
        *(Job("data", key) for key in DATA if key != "nation"),
        *(Job("field_feed", key) for key in edition.catalogue.fields),
        *(Job("agency_feed", key) for key in edition.catalogue.agencies),
        *jobs(edition),
    ]


def warm(desk: Desk) -> None:
    """Work out, in this process, what later editions have in common with that of a desk."""
    for job in every_job(desk.edition):
        if job.kind == "data":
            deque(DATA[job.key](desk.edition), maxlen=0)
    if desk.config.is_file():  # the first build writes it
        _ = desk.press


Hire = Callable[[], AbstractContextManager[Executor]]
"""Finds the workers for some jobs."""


class Hand(Protocol):
    """How jobs are given to workers, and taken back from them."""

    @property
    def limit(self) -> int:
        """How many batches may be with the workers at a time."""

    def give(self, jobs: Sequence[Job], executor: Executor) -> Future[Any]:
        """Give a batch to the workers."""

    def take(self, result: Any, jobs: Sequence[Job], executor: Executor) -> Outcome | Future[Any]:
        """What came of a batch; a new future when it had to be given again."""


@dataclass(frozen=True)
class Beside:
    """Workers that see the same folders: they find the desk `name` there, and write to it."""

    name: str
    limit: int = AT_A_TIME

    def give(self, jobs: Sequence[Job], executor: Executor) -> Future[Any]:
        """Give a batch to the workers."""
        return executor.submit(work, self.name, jobs)

    def take(self, result: Any, _jobs: Sequence[Job], _executor: Executor) -> Outcome:
        """What came of a batch."""
        assert isinstance(result, Outcome)
        return result


def do(
    todo: Sequence[Job],
    hand: Hand,
    hire: Hire,
    progress: Progress | None = None,
) -> Outcome:
    """Have workers do jobs; the same bytes whoever does them.

    When a worker process dies, what it had in hand is given to others. Raises BrokenExecutor when
    that has happened `PATIENCE` times.
    """
    batches = list(_batches(todo))
    done: dict[int, Outcome] = {}
    for place, outcome in _outcomes(batches, hand, hire):
        done[place] = outcome
        if progress:
            progress(sum(len(batches[one]) for one in done), len(todo))
    return _in_order(done)


def do_here(todo: Sequence[Job], name: str, progress: Progress | None = None) -> Outcome:
    """Do jobs in this process, at the desk `name`."""
    done: dict[int, Outcome] = {}
    count = 0
    for place, batch in enumerate(_batches(todo)):
        done[place] = work(name, batch)
        count += len(batch)
        if progress:
            progress(count, len(todo))
    return _in_order(done)


def _in_order(done: Mapping[int, Outcome]) -> Outcome:
    total = Outcome()
    for place in sorted(done):
        total.add(done[place])
    return total


def _outcomes(
    batches: Sequence[Sequence[Job]], hand: Hand, hire: Hire
) -> Iterator[tuple[int, Outcome]]:
    """The outcome of every batch with its place, in the order in which they come."""
    left = dict(enumerate(batches))
    for attempt in range(1, PATIENCE + 1):
        try:
            with hire() as executor:
                for place, outcome in _given(dict(left), hand, executor):
                    del left[place]
                    yield place, outcome
            return
        except BrokenExecutor:
            if attempt == PATIENCE:
                raise


def _given(
    left: dict[int, Sequence[Job]], hand: Hand, executor: Executor
) -> Iterator[tuple[int, Outcome]]:
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
            if isinstance(found, Outcome):
                yield place, found
            else:
                out[found] = place


def _batches(todo: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Jobs in their order, as many at a time as suits their kind."""
    for size, found in groupby(todo, lambda job: _TOGETHER.get(job.kind, _LISTS_TOGETHER)):
        jobs = list(found)
        yield from (jobs[start : start + size] for start in range(0, len(jobs), size))
