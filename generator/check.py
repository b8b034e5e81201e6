"""Check a catalogue: read everything, run every rule, explain every problem."""

from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.law.exceptions import excepted
from generator.law.rules import inspect, judge
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.findings import Finding, explain
from generator.records.problems import Severity
from generator.records.store import Store
from generator.records.tree import Progress, load
from generator.review.guard import guard


@dataclass(frozen=True, slots=True)
class Checked:
    """A catalogue with everything that was found in it."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return self.count(Severity.ERROR) > 0


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a check may use to be quick: worker processes, what was read before, a progress line."""

    executor: Executor | None = None
    store: Store | None = None
    progress: Progress | None = None

    @property
    def memory(self) -> Store | None:
        """What was read so far, for reading another state of the same files; never written."""
        return Store(None, self.store.used) if self.store else None


def check(
    root: Path,
    words: Words,
    day: date,
    workshop: Workshop | None = None,
    base: Path | None = None,
) -> Checked:
    """Check the catalogue below `root` on a day; the findings are complete and sorted.

    With `base`, the folder of an earlier state, also that nothing published has changed.
    """
    shop = workshop or Workshop()
    catalogue, problems = load(root, shop.executor, shop.progress, inspect, shop.store)
    problems.extend(judge(catalogue, day))
    if base:
        earlier, _ = load(base, shop.executor, None, inspect, shop.memory)
        problems.extend(guard(earlier, catalogue))
    findings = explain(excepted(problems, catalogue, day, bool(base)), root, words, shop.store)
    if shop.store:
        shop.store.save()
    return Checked(catalogue, tuple(findings))


def only_below(findings: Iterable[Finding], paths: Iterable[str]) -> tuple[Finding, ...]:
    """The findings in the files and folders named (relative to the catalogue); all for none."""
    wanted = tuple(paths)
    return tuple(
        finding
        for finding in findings
        if not wanted or any(_within(finding.path, path) for path in wanted)
    )


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/") or folder == "."
