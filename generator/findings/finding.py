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
    """Everything that was found in a catalogue, and how large that is.

    Of a check that is to count only, `counted` has the warnings that were not explained. `unread`
    are the files in whose place there is no record, so that more may be wrong than was found.
    """

    findings: tuple[Finding, ...]
    files: int
    procedures: int
    decisions: int
    counted: int = 0
    unread: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        explained = sum(finding.severity == severity for finding in self.findings)
        return explained + (self.counted if severity is Severity.WARNING else 0)

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return self.count(Severity.ERROR) > 0
