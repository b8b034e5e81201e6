"""Findings as paragraphs for a terminal."""

from collections.abc import Iterable, Iterator

from generator.findings.finding import Finding
from generator.locale import Words


def as_text(findings: Iterable[Finding], words: Words) -> Iterator[str]:
    """Three lines a finding: place, severity, code and title; what was found; how to fix it."""
    for finding in findings:
        severity = words(f"severity.{finding.severity}")
        place = f"{finding.path}:{finding.line}:{finding.column}"
        yield f"{place}  {severity} {finding.code}  {finding.title}"
        yield f"    {finding.detail}"
        yield f"    {words('check.fix')}: {finding.fix}"
