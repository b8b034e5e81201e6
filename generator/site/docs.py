"""Write build/docs and build/site: every job of an edition, in any number of processes."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import partial

from generator.law.edition import Edition
from generator.pages.all import Job, jobs
from generator.records.tree import Progress
from generator.site.desk import DATA, Outcome, work

BATCH = 32
"""Jobs about one record that a process is given at a time."""


def every_job(edition: Edition) -> list[Job]:
    """All the jobs of an edition; those about everything come first, the longest of all foremost."""
    return [*(Job("data", key) for key in DATA), *jobs(edition)]


def do(
    name: str,
    todo: Sequence[Job],
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Do jobs at the desk `name`; the same bytes for any executor."""
    batches = list(_batches(todo))
    mapper = executor.map if executor else map
    total = Outcome()
    done = 0
    for batch, outcome in zip(batches, mapper(partial(work, name), batches), strict=True):
        total.add(outcome)
        done += len(batch)
        if progress:
            progress(done, len(todo))
    return total


def _batches(todo: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Jobs about everything one by one, those about one record in batches."""
    large = [job for job in todo if job.large]
    small = [job for job in todo if not job.large]
    yield from ([job] for job in large)
    yield from (small[start : start + BATCH] for start in range(0, len(small), BATCH))
