"""Explain problems: where each is to be found, in what words, and how to fix it."""

from collections.abc import Iterable
from pathlib import Path

from generator.findings.finding import Finding
from generator.findings.problem import TRACEBACK, Problem, Wording
from generator.locale import Words
from generator.records.layout import catalogue_file
from generator.records.position_index import PositionIndex
from generator.records.reading_cache import ReadingCache
from generator.records.schema import title_of

_READING = "YM"
_STRUCTURE = "CT"
READING_CODES = (_READING, _STRUCTURE)
"""What the codes begin with of findings in a file that could not be read, or not in full."""


def explain(
    problems: Iterable[Problem], root: Path, words: Words, cache: ReadingCache | None = None
) -> list[Finding]:
    """Give problems their place and words; sorted by path, line, column and code.

    What could not be read as it was meant is not also reported as breaking the schema. Positions
    that `cache` knows are not looked up again.
    """
    positions = PositionIndex(root, cache)
    findings = {_finding(problem, positions, words) for problem in problems}
    misread = {_place_of(finding) for finding in findings if finding.code.startswith(_READING)}
    kept = (f for f in findings if not (f.code.startswith(_STRUCTURE) and _place_of(f) in misread))
    return sorted(kept, key=lambda f: (*_place_of(f), f.code, f.detail))


def _place_of(finding: Finding) -> tuple[str, int, int]:
    return finding.path, finding.line, finding.column


def _finding(problem: Problem, positions: PositionIndex, words: Words) -> Finding:
    mark = problem.mark or positions.position_of(problem)
    kind = catalogue_file(problem.path).kind
    name = title_of(kind, problem.pointer) if kind else ""
    values = {
        "field": name,
        "name": _name_of_key(kind, problem),
        "raw": positions.scalar_text(problem) if problem.code.startswith(_READING) else "",
        "path": problem.path,
    }
    values |= {key: _worded(value, words) for key, value in problem.values.items()}
    title, detail, fix = (
        words(f"findings.{problem.code}.{part}").format_map(values)
        for part in ("title", "detail", "fix")
    )
    return Finding(
        problem.path,
        mark.line,
        mark.column,
        problem.severity,
        problem.code,
        title,
        detail,
        fix,
        name,
        str(problem.values.get(TRACEBACK, "")),
    )


def _worded(value: object, words: Words) -> str:
    if isinstance(value, Wording):
        if value.day:
            return words.day(value.day)
        return words(value.joint).join(words(key, **value.values) for key in value.keys)
    return str(value)


def _name_of_key(kind: str | None, problem: Problem) -> str:
    """The Vietnamese name of the key a problem is about, such as one that is missing."""
    key = str(problem.values.get("key", ""))
    return title_of(kind, (*problem.pointer, key)).rpartition(" › ")[2] if kind and key else ""
