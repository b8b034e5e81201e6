"""Check a catalogue: read everything, run every rule, explain every problem."""

import time
from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.findings.finding import Verdict
from generator.findings.problem import Problem, Severity
from generator.law.exceptions import excepted
from generator.law.rules import run_catalogue_rules, run_record_rules
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.explaining import explain
from generator.records.reading_cache import ReadingCache
from generator.records.tree import Progress, load_catalogue
from generator.review.immutability import find_breaches


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult(Verdict):
    """A catalogue with everything that was found in it; read by `read_at` (monotonic, seconds)."""

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
        )


@dataclass(frozen=True, slots=True)
class Resources:
    """What a check may use to be quick: worker processes, what was read before, a progress line."""

    executor: Executor | None = None
    jobs: int = 1
    store: ReadingCache | None = None
    progress: Progress | None = None

    @property
    def memory(self) -> ReadingCache | None:
        """What was read so far, for reading another state of the same files; never written."""
        return self.store.lent() if self.store else None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check is about: files and folders below the catalogue (all when there are none).

    Without `remarks`, findings that only inform are left out: who counts errors and warnings need
    not wait until each remark has its place and its words.
    """

    paths: tuple[str, ...] = ()
    remarks: bool = True

    def holds(self, path: str) -> bool:
        """Whether findings in a file are wanted."""
        return not self.paths or any(_within(path, folder) for folder in self.paths)

    def wants(self, problem: Problem) -> bool:
        """Whether a problem is to be explained."""
        return self.holds(problem.path) and (self.remarks or problem.severity != Severity.INFO)

    def focus(self, catalogue: Catalogue) -> frozenset[str]:
        """The files of a catalogue that are wanted; empty for all of them."""
        return (
            frozenset(filter(self.holds, catalogue.paths.values())) if self.paths else frozenset()
        )


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/") or folder == "."


def check_catalogue(
    root: Path,
    words: Words,
    day: date,
    workshop: Resources | None = None,
    base: Path | None = None,
    scope: Scope | None = None,
) -> CheckResult:
    """Check the catalogue below `root` on a day; the findings are complete and sorted.

    With `base`, the folder of an earlier state, also that nothing published has changed. With a
    `scope`, findings elsewhere are left out.
    """
    shop = workshop or Resources()
    catalogue, problems = load_catalogue(
        root, shop.executor, shop.progress, run_record_rules, shop.store
    )
    return run_checks(root, catalogue, problems, words, day, shop, base, scope)


def run_checks(
    root: Path,
    catalogue: Catalogue,
    problems: Iterable[Problem],
    words: Words,
    day: date,
    shop: Resources,
    base: Path | None = None,
    scope: Scope | None = None,
) -> CheckResult:
    """Check what was read from below `root`, `problems` being what was found in reading."""
    read_at = time.monotonic()
    wanted = scope or Scope()
    problems = list(problems)
    problems.extend(run_catalogue_rules(catalogue, day, wanted.focus(catalogue), shop.jobs))
    if base:
        earlier, _ = load_catalogue(base, shop.executor, None, run_record_rules, shop.memory)
        problems.extend(find_breaches(earlier, catalogue))
    kept = excepted(problems, catalogue, day, bool(base))
    findings = explain(filter(wanted.wants, kept), root, words, shop.store)
    if shop.store:
        shop.store.save(everything_asked=not wanted.paths)
    return CheckResult(
        findings=tuple(findings),
        files=len(catalogue.paths),
        procedures=len(catalogue.procedures),
        decisions=len(catalogue.decisions),
        catalogue=catalogue,
        read_at=read_at,
    )
