"""Findings as JSON: a list of objects with the keys of `Finding`, without an empty traceback."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from generator.findings.finding import Finding


def as_json(findings: Iterable[Finding]) -> str:
    """The list, indented for people."""
    return json.dumps([as_plain(finding) for finding in findings], ensure_ascii=False, indent=2)


def as_plain(finding: Finding) -> dict[str, Any]:
    """A finding as plain data."""
    plain = asdict(finding)
    return plain if finding.traceback else {k: v for k, v in plain.items() if k != "traceback"}
