"""Check a catalogue: read everything, run every rule, explain every problem."""

from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from generator.law.rules import RULES, run_rules
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.findings import Finding, explain
from generator.records.problems import Severity
from generator.records.tree import Progress, load


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


def check(
    root: Path, words: Words, executor: Executor | None = None, progress: Progress | None = None
) -> Checked:
    """Check the catalogue below `root`; the findings are complete and sorted."""
    catalogue, problems = load(root, executor, progress)
    problems.extend(run_rules(RULES, catalogue))
    return Checked(catalogue, tuple(explain(problems, root, words)))


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
