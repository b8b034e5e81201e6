"""Findings as SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from generator import __version__
from generator.findings.finding import Finding
from generator.findings.problem import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(findings: Iterable[Finding], prefix: str, fix: str) -> str:
    """One run with its rules and results; `prefix` leads from the repository to the catalogue."""
    every = list(findings)
    rules = list(dict.fromkeys((finding.code, finding.title) for finding in every))
    places = {code: place for place, (code, _) in enumerate(rules)}
    driver = {
        "name": "niemyet",
        "version": __version__,
        "rules": [{"id": code, "shortDescription": {"text": title}} for code, title in rules],
    }
    results = [_result(finding, places[finding.code], prefix, fix) for finding in every]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, place: int, prefix: str, fix: str) -> dict[str, object]:
    return {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.detail}\n{fix}: {finding.fix}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(f"{prefix}{finding.path}")},
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                }
            }
        ],
    }
