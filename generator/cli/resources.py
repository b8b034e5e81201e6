"""What verbs work with: a checked catalogue, the cache of readings, workers, a revision."""

import argparse
import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from generator.check import CheckResult, Resources, Scope, check_catalogue
from generator.cli.common import MisuseError, cache_file, parse_day, parse_jobs, progress_line
from generator.findings.problem import Problem
from generator.findings.reasons import error_words
from generator.law.rules import run_record_rules
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.processes import start_pool
from generator.records.reading_cache import ReadingCache
from generator.records.tree import load_catalogue
from generator.review.history import (
    NoGitError,
    NoMergeBaseError,
    NoRepositoryError,
    NoSuchRevisionError,
    catalogue_at,
    find_merge_base,
)

_log = logging.getLogger(__name__)


def check_from_options(
    root: Path, options: argparse.Namespace, words: Words, scope: Scope | None = None
) -> CheckResult:
    """Check the catalogue below `root` with the options of the command line."""
    day = parse_day(options.as_of, words)
    revision: str | None = getattr(options, "base", None)
    with ExitStack() as stack:
        earlier = None if revision is None else open_base(root, revision, words)
        base = stack.enter_context(earlier) if earlier else None
        resources = choose_resources(root, options, words)
        return check_catalogue(root, words, day, resources, base, scope)


def choose_resources(root: Path, options: argparse.Namespace, words: Words) -> Resources:
    """What a check has by the options: processes, readings cached for the catalogue, progress."""
    jobs = parse_jobs(options.jobs, words)
    readers = partial(start_workers, options.jobs, words)
    return Resources(readers, jobs, open_cache(root), progress_line(words, "check.reading"))


def open_cache(root: Path) -> ReadingCache:
    """The cache of readings among the generated files of a project's folder.

    Elsewhere it lives in memory, and nothing is left behind.
    """
    return ReadingCache.at(cache_file(root, "sqlite"))


def load_known(
    root: Path, options: argparse.Namespace, words: Words
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue and what was found in reading it; what the cache knows is not read again."""
    cache, progress = open_cache(root), progress_line(words, "check.reading")
    with start_workers(options.jobs, words) as executor:
        loaded = load_catalogue(root, executor, progress, run_record_rules, cache)
    cache.save(everything_asked=False)
    return loaded


@contextmanager
def open_base(root: Path, base: str, words: Words, head: str | None = None) -> Iterator[Path]:
    """The catalogue where `head`, else the working tree, left `base`. Raises MisuseError."""
    with explain_git(root, base, words):
        commit = find_merge_base(root, base, head or "HEAD")
    with open_revision(root, commit, words) as folder:
        yield folder


@contextmanager
def open_revision(root: Path, revision: str, words: Words) -> Iterator[Path]:
    """The catalogue as it is in a revision, in a temporary folder. Raises MisuseError."""
    with explain_git(root, revision, words), catalogue_at(root, revision) as folder:
        yield folder


@contextmanager
def explain_git(root: Path, revision: str, words: Words) -> Iterator[None]:
    """Turn what git cannot do into a MisuseError."""
    try:
        yield
    except NoMergeBaseError as error:
        key = "diff.shallow" if error.is_shallow else "diff.unrelated"
        raise MisuseError(words(key, found=revision)) from None
    except NoGitError:
        raise MisuseError(words("diff.no_git")) from None
    except NoRepositoryError:
        raise MisuseError(words("diff.no_repository", path=root)) from None
    except NoSuchRevisionError as missing:
        _log.info("%s", missing)
        raise MisuseError(words("diff.no_revision", found=revision)) from None


@contextmanager
def start_workers(jobs: str, words: Words) -> Iterator[Executor | None]:
    """A process pool for `jobs` above 1; none for 1."""
    if parse_jobs(jobs, words) == 1:
        yield None
        return
    with start_pool(int(jobs)) as executor:
        yield executor


@contextmanager
def connect_cluster(address: str | None, words: Words) -> Iterator[Executor | None]:
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
        raise MisuseError(
            words("build.no_scheduler", address=address, reason=error_words(error, words))
        ) from None
    _log.info("connected to the cluster at %s", address)
    with client:
        yield client.get_executor()  # type: ignore[no-untyped-call]  # its own habit
