"""Findings: problems with a place, words and a mend, as a lawyer reads them and as JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from generator.locale import Words
from generator.records.problems import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `line` and `column` count from 1, `field` is the Vietnamese name of the key."""

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    title: str
    detail: str
    fix: str
    field: str


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


def as_text(findings: Iterable[Finding], words: Words) -> Iterator[str]:
    """Findings as paragraphs for a terminal."""
    for finding in findings:
        severity = words(f"severity.{finding.severity}")
        place = f"{finding.path}:{finding.line}:{finding.column}"
        yield f"{place}  {severity} {finding.code}  {finding.title}"
        yield f"    {finding.detail}"
        yield f"    {words('check.fix')}: {finding.fix}"


def as_json(findings: Iterable[Finding]) -> str:
    """Findings as a JSON list of objects with the keys of `Finding`."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)
