"""Findings as JSON: a list of objects with the keys of `Finding`."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from generator.findings.finding import Finding


def as_json(findings: Iterable[Finding]) -> str:
    """The list, indented for people."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)
