"""What verbs work with: a catalogue that was checked, what was read before, and workers."""

import argparse
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.check import CheckResult, Resources, Scope, check_catalogue
from generator.cli.common import MisuseError, as_of, jobs_of, kept_file, progress_line
from generator.locale import Words
from generator.records.processes import start_pool
from generator.records.reading_cache import ReadingCache
from generator.review.history import NoSuchRevisionError, catalogue_at


def checked_catalogue(
    root: Path, options: argparse.Namespace, words: Words, scope: Scope | None = None
) -> CheckResult:
    """Check the catalogue below `root` with the options of the command line."""
    day = as_of(options.as_of, words)
    revision = getattr(options, "base", None)
    with ExitStack() as stack:
        executor = stack.enter_context(workers(options.jobs, words))
        base = stack.enter_context(earlier(root, revision, words)) if revision else None
        progress = progress_line(words, "check.reading")
        jobs = jobs_of(options.jobs, words)
        resources = Resources(executor, jobs, store_of(root), progress)
        return check_catalogue(root, words, day, resources, base, scope)


def store_of(root: Path) -> ReadingCache:
    """What was read before, kept beside the other generated files of a project's folder.

    Elsewhere nothing is left behind.
    """
    return ReadingCache.at(kept_file(root, "sqlite"))


@contextmanager
def earlier(root: Path, revision: str, words: Words) -> Iterator[Path]:
    """The catalogue as it is in a revision, in a folder that goes away. Raises MisuseError."""
    try:
        with catalogue_at(root, revision) as folder:
            yield folder
    except NoSuchRevisionError as missing:
        raise MisuseError(words("diff.no_revision", reason=missing)) from None


@contextmanager
def workers(jobs: str, words: Words) -> Iterator[Executor | None]:
    """A process pool for `jobs` above 1; none for 1."""
    if jobs_of(jobs, words) == 1:
        yield None
        return
    with start_pool(int(jobs)) as executor:
        yield executor


@contextmanager
def cluster(address: str | None, words: Words) -> Iterator[Executor | None]:
    """The workers of a Dask cluster that sees the same folders; none without an address.

    Raises MisuseError.
    """
    if address is None:
        yield None
        return
    try:
        from distributed import Client
    except ImportError:
        raise MisuseError(words("build.no_distributed")) from None
    try:
        client = Client(address, timeout="10s")  # type: ignore[no-untyped-call]  # its own habit
    except (OSError, TimeoutError, ValueError) as error:
        raise MisuseError(words("build.no_scheduler", address=address, reason=error)) from None
    with client:
        yield client.get_executor()  # type: ignore[no-untyped-call]  # its own habit
