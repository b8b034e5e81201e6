"""Findings as GitHub workflow commands: annotations on the lines of a pull request.

Format: `::error file=…,line=…,col=…,title=…::message`, as the runner documents it; data and
properties are percent-escaped differently.
"""

from collections.abc import Iterable, Iterator

from generator.findings.finding import Finding
from generator.findings.problem import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(findings: Iterable[Finding], prefix: str, fix: str) -> Iterator[str]:
    """One line for each finding; `prefix` leads from the repository to the catalogue."""
    for finding in findings:
        properties = {
            "file": f"{prefix}{finding.path}",
            "line": finding.line,
            "col": finding.column,
            "title": f"{finding.code} {finding.title}",
        }
        options = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        message = _data(f"{finding.detail}\n{fix}: {finding.fix}")
        yield f"::{_COMMANDS[finding.severity]} {options}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
