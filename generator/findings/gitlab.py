"""Findings as a GitLab code quality report: a JSON list in the format that GitLab documents."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from generator.findings.finding import Finding
from generator.findings.problem import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(findings: Iterable[Finding], prefix: str, fix: str) -> str:
    """The report; `prefix` leads from the repository to the catalogue.

    A fingerprint stays the same when lines above are added, and is unique in the report.
    """
    seen: Counter[str] = Counter()
    report = []
    for finding in findings:
        identity = "\n".join((finding.path, finding.code, finding.field, finding.detail))
        seen[identity] += 1
        fingerprint = hashlib.sha256(f"{identity}\n{seen[identity]}".encode()).hexdigest()
        report.append(
            {
                "description": f"{finding.title}. {finding.detail} {fix}: {finding.fix}",
                "check_name": finding.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": f"{prefix}{finding.path}",
                    "lines": {"begin": finding.line},
                },
            }
        )
    return json.dumps(report, ensure_ascii=False, indent=2)
