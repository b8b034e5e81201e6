"""Findings for GitHub, GitLab and code scanning, held to the rules each of them publishes."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import sarif_om
from jsonschema import Draft202012Validator

from generator.check import check_catalogue
from generator.cli import main
from generator.findings.finding import Finding
from generator.findings.github import as_github
from generator.findings.gitlab import as_gitlab
from generator.findings.sarif import as_sarif
from generator.locale import words_of
from tests.conftest import DAY

BROKEN = Path("tests/fixtures/broken")
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]+)\Z")
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 32},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""The fields that GitLab asks of a code quality report."""


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    found = check_catalogue(BROKEN, words_of("vi"), DAY).findings
    hostile = replace(
        found[0], path="a b,c:d%.yml", title="x,y:z::", detail="một\r\nhai % ::error::"
    )
    return (*found, hostile)


def test_github_reads_every_line_as_one_annotation(findings: tuple[Finding, ...]) -> None:
    lines = list(as_github(findings, "catalogue/", "Cách sửa"))
    assert len(lines) == len(findings)
    for line, finding in zip(lines, findings, strict=True):
        match = COMMAND.match(line)
        assert match
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert unquote(properties["file"]) == f"catalogue/{finding.path}"
        assert int(properties["line"]) == finding.line
        assert unquote(properties["title"]) == f"{finding.code} {finding.title}"
        assert unquote(match[3]).startswith(finding.detail)


def test_gitlab_accepts_the_report(findings: tuple[Finding, ...]) -> None:
    report = json.loads(as_gitlab(findings, "catalogue/", "Cách sửa"))
    Draft202012Validator(GITLAB).validate(report)
    assert len(report) == len(findings)
    assert len({entry["fingerprint"] for entry in report}) == len(report)


def test_a_fingerprint_does_not_move_with_its_line(findings: tuple[Finding, ...]) -> None:
    moved = [replace(finding, line=finding.line + 7) for finding in findings]
    reports = [json.loads(as_gitlab(f, "", "")) for f in (findings, moved)]
    assert [e["fingerprint"] for e in reports[0]] == [e["fingerprint"] for e in reports[1]]


SNAKE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def modelled(name: str, value: Any) -> Any:
    """A value as an object of the published model, which refuses what its schema does not name."""
    parts = {SNAKE.sub("_", key).lower(): item for key, item in value.items()}
    return getattr(sarif_om, name)(**parts)


def test_sarif_fits_the_object_model_of_its_schema(findings: tuple[Finding, ...]) -> None:
    log = json.loads(as_sarif(findings, "catalogue/", "Cách sửa"))
    assert log["version"] == "2.1.0"
    (run,) = modelled("SarifLog", log).runs
    driver = modelled("ToolComponent", modelled("Tool", modelled("Run", run).tool).driver)
    rules = [modelled("ReportingDescriptor", rule) for rule in driver.rules]
    results = [modelled("Result", result) for result in run["results"]]
    for result, finding in zip(results, findings, strict=True):
        assert rules[result.rule_index].id == result.rule_id == finding.code
        assert result.level in ("error", "warning", "note")
        assert modelled("Message", result.message).text.startswith(finding.detail)
        place = modelled("Location", result.locations[0]).physical_location
        physical = modelled("PhysicalLocation", place)
        artifact = modelled("ArtifactLocation", physical.artifact_location)
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", artifact.uri)
        region = modelled("Region", physical.region)
        assert (region.start_line, region.start_column) == (finding.line, finding.column)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "json"])
def test_the_command_exits_with_1_in_every_format(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--catalogue", str(BROKEN), "--format", form]) == 1
    said = capsys.readouterr().out
    assert "tests/fixtures/broken/agencies" in said or form == "json"
