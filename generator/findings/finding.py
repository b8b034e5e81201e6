"""Findings: problems with a place, words and a fix, as a lawyer reads them."""

from dataclasses import dataclass

from generator.findings.problem import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `line` and `column` count from 1, `field` is the Vietnamese name of the key.

    `traceback` is that of a rule that crashed, else empty.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    title: str
    detail: str
    fix: str
    field: str
    traceback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Everything that was found in a catalogue, and how large that is."""

    findings: tuple[Finding, ...]
    files: int
    procedures: int
    decisions: int

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return self.count(Severity.ERROR) > 0
