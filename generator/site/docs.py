"""Write build/docs and build/site: every job of an edition, in any number of processes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from contextlib import AbstractContextManager

from generator.law.edition import Edition
from generator.law.nation import Nation
from generator.pages.all import Job, jobs
from generator.records.tree import Progress
from generator.site.desk import DATA, Outcome, work

BATCH = 32
"""Jobs about one record that a process is given at a time."""
PATIENCE = 3
"""How often the workers may be replaced in one build."""


_OF_A_NATION = ("search", "nation", "opensearch", "assets")
"""The data files of a national index."""


def every_job(edition: Edition) -> list[Job]:
    """All the jobs of an edition; those about everything come first, the longest of all foremost."""
    if isinstance(edition, Nation):
        return [*(Job("data", key) for key in _OF_A_NATION), *jobs(edition)]
    return [
        *(Job("data", key) for key in DATA if key != "nation"),
        *(Job("field_feed", key) for key in edition.catalogue.fields),
        *(Job("agency_feed", key) for key in edition.catalogue.agencies),
        *jobs(edition),
    ]


Hire = Callable[[], AbstractContextManager[Executor]]
"""Finds the workers for some jobs."""


def do(
    name: str,
    todo: Sequence[Job],
    hire: Hire | None = None,
    progress: Progress | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Outcome:
    """Do jobs at the desk `name`; the same bytes whoever does them.

    `meanwhile` is done by this process while workers are at their jobs. When a worker process dies, what it had in hand is given to others. Raises BrokenExecutor when
    that has happened `PATIENCE` times.
    """
    batches = list(_batches(todo))
    done: dict[int, Outcome] = {}
    for place, outcome in _outcomes(name, batches, hire, meanwhile or _nothing):
        done[place] = outcome
        if progress:
            progress(sum(len(batches[one]) for one in done), len(todo))
    total = Outcome()
    for place in sorted(done):
        total.add(done[place])
    return total


def _nothing() -> None:
    """Wait for the workers."""


def _outcomes(
    name: str, batches: Sequence[Sequence[Job]], hire: Hire | None, meanwhile: Callable[[], None]
) -> Iterator[tuple[int, Outcome]]:
    """The outcome of every batch with its place, in the order in which they come."""
    left = dict(enumerate(batches))
    if hire is None:
        meanwhile()
        yield from ((place, work(name, batch)) for place, batch in left.items())
        return
    for attempt in range(1, PATIENCE + 1):
        try:
            with hire() as executor:
                futures = {executor.submit(work, name, left[place]): place for place in left}
                meanwhile()
                meanwhile = _nothing
                for future in as_completed(futures):
                    place = futures[future]
                    outcome = future.result()
                    del left[place]
                    yield place, outcome
            return
        except BrokenExecutor:
            if attempt == PATIENCE:
                raise


def _batches(todo: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Jobs about everything one by one, those about one record in batches."""
    large = [job for job in todo if job.large]
    small = [job for job in todo if not job.large]
    yield from ([job] for job in large)
    yield from (small[start : start + BATCH] for start in range(0, len(small), BATCH))
