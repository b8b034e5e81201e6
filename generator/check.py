"""Check a catalogue: read everything, run every rule, explain every problem."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.findings.finding import Verdict
from generator.findings.problem import Problem, Severity
from generator.law.consequences import without_consequences
from generator.law.exceptions import apply_exceptions
from generator.law.printed_names import name_proper_ids
from generator.law.rules import run_catalogue_rules, run_record_rules, run_rules_on_sets
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.explain import READING_CODES, explain
from generator.records.memoize import gc_paused
from generator.records.reading_cache import ReadingCache
from generator.records.tree import Progress, load_catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult(Verdict):
    """A catalogue with its findings; `read_at` is when it had been read (monotonic, seconds)."""

    catalogue: Catalogue
    read_at: float = field(compare=False)

    @property
    def verdict(self) -> Verdict:
        """What was found, without the catalogue."""
        return Verdict(
            findings=self.findings,
            files=self.files,
            procedures=self.procedures,
            decisions=self.decisions,
            counted=self.counted,
            unread=self.unread,
        )


ReaderPool = Callable[[], AbstractContextManager[Executor | None]]
"""Starts the worker processes that read files, None for none, and ends them."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What makes a check faster or visible: worker processes, cached readings, a progress line.

    `readers` have ended before the rules start workers of their own: a pool keeps a thread in this
    process, which must not be forked then.
    """

    readers: ReaderPool = nullcontext
    jobs: int = 1
    cache: ReadingCache | None = None
    progress: Progress | None = None

    @property
    def read_only_cache(self) -> ReadingCache | None:
        """The cached readings, for reading another state of the same files."""
        return self.cache.read_only_view() if self.cache else None


@dataclass(frozen=True, slots=True)
class Scope:
    """The files and folders below the catalogue whose findings are wanted; none stands for all.

    Without `include_info`, findings of severity info are left out. With `count_warnings`, warnings
    are counted, and explained only beside an error: whoever prints their number need not wait until
    each has its position and its words.
    """

    paths: tuple[str, ...] = ()
    include_info: bool = True
    count_warnings: bool = False

    def covers(self, path: str) -> bool:
        """Whether findings in a file are wanted."""
        return not self.paths or any(_within(path, folder) for folder in self.paths)

    def includes(self, problem: Problem) -> bool:
        """Whether a problem is to be explained."""
        return self.covers(problem.path) and (
            self.include_info or problem.severity != Severity.INFO
        )

    def requested_files(self, catalogue: Catalogue) -> frozenset[str]:
        """The files of a catalogue that are in scope; empty for all of them."""
        if not self.paths:
            return frozenset()
        return frozenset(filter(self.covers, catalogue.paths.values()))


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/") or folder == "."


def check_catalogue(
    root: Path,
    words: Words,
    day: date,
    resources: Resources | None = None,
    base: Path | None = None,
    scope: Scope | None = None,
) -> CheckResult:
    """Check the catalogue below `root` on a day; the findings are complete and sorted.

    With `base`, the folder of an earlier state, also that nothing published has changed. With a
    `scope`, findings elsewhere are left out.
    """
    used = resources or Resources()
    with used.readers() as executor:
        catalogue, problems = load_catalogue(
            root, executor, used.progress, run_record_rules, used.cache
        )
    return run_checks(root, catalogue, problems, words, day, used, base, scope)


def run_checks(
    root: Path,
    catalogue: Catalogue,
    problems: Iterable[Problem],
    words: Words,
    day: date,
    resources: Resources,
    base: Path | None = None,
    scope: Scope | None = None,
) -> CheckResult:
    """Check what was read from below `root`, `problems` being what was found in reading."""
    with gc_paused():
        return _run_checks(root, catalogue, problems, words, day, resources, base, scope or Scope())


def _run_checks(
    root: Path,
    catalogue: Catalogue,
    found: Iterable[Problem],
    words: Words,
    day: date,
    resources: Resources,
    base: Path | None,
    scope: Scope,
) -> CheckResult:
    read_at = time.monotonic()
    files = scope.requested_files(catalogue)
    read = list(found)
    problems = [*read, *run_catalogue_rules(catalogue, day, files, resources.jobs)]
    if base:
        cache = resources.read_only_cache
        with resources.readers() as executor:
            earlier, _ = load_catalogue(base, executor, None, run_record_rules, cache)
        problems.extend(_find_breaches(earlier, catalogue))
    if any(scope.covers(catalogue.path("posting", key)) for key in catalogue.postings):
        sound = not _has_error(_without_excepted(problems, catalogue, day, bool(base)))
        problems.extend(_find_missing_sheets(catalogue, day, words) if sound else ())
    causes = _without_excepted(problems, catalogue, day, bool(base))
    wanted, counted = _to_explain(list(filter(scope.includes, causes)), scope)
    findings = explain(wanted, root, words, resources.cache)
    if resources.cache:
        resources.cache.save(everything_asked=not scope.paths)
    return CheckResult(
        findings=tuple(findings),
        files=len(catalogue.paths),
        procedures=len(catalogue.procedures),
        decisions=len(catalogue.decisions),
        counted=counted,
        unread=_count_unread(read, catalogue),
        catalogue=catalogue,
        read_at=read_at,
    )


def _count_unread(found: Iterable[Problem], catalogue: Catalogue) -> int:
    """How many files of the catalogue gave no record: no rule has judged what they hold."""
    broken = (one for one in found if one.code.startswith(READING_CODES))
    wrong = {one.path for one in broken if one.severity is Severity.ERROR}
    return len(wrong & catalogue.digests.keys())


def _to_explain(problems: list[Problem], scope: Scope) -> tuple[list[Problem], int]:
    """The problems that are to be explained, and how many warnings are only counted."""
    if _has_error(problems) or not scope.count_warnings:
        return problems, 0
    warnings = (one for one in problems if one.severity is Severity.WARNING)
    same = {(one.path, one.code, one.pointer, str(one.values)) for one in warnings}
    return [one for one in problems if one.severity is not Severity.WARNING], len(same)


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _without_excepted(
    problems: Iterable[Problem], catalogue: Catalogue, day: date, compared: bool = False
) -> list[Problem]:
    """The problems that no exception accepts and that follow from no other one."""
    named = name_proper_ids(problems, catalogue)
    return list(without_consequences(apply_exceptions(named, catalogue, day, compared)))


def find_problems(catalogue: Catalogue, found: Iterable[Problem], day: date) -> list[Problem]:
    """The problems of a part of a catalogue, `found` being those of reading; none is explained."""
    with gc_paused():
        every = [*found, *run_catalogue_rules(catalogue, day, is_whole=False)]
        return _without_excepted(every, catalogue, day)


def _find_breaches(earlier: Catalogue, catalogue: Catalogue) -> Iterator[Problem]:
    """What changed that was published; its module loads half of the others, which takes 0.3 s."""
    from generator.review.immutability import find_breaches

    yield from find_breaches(earlier, catalogue)


def _find_missing_sheets(catalogue: Catalogue, day: date, words: Words) -> Iterator[Problem]:
    """What offices that record their posting have not put up; its modules take long to load."""
    from generator.model.bare_edition import BareEdition
    from generator.model.posting_coverage import due_sheets

    yield from run_rules_on_sets(catalogue, day, due_sheets(BareEdition(catalogue, day, words)))
