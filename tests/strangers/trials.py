"""Try each case on a copy of a catalogue: what does the check say of it?"""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.check import Resources, Scope, check_catalogue
from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.locale import words_of
from generator.records.reading_cache import ReadingCache
from tests.strangers.cases import Case, Expectation, apply_edits, touched_paths

DAY = date(2026, 11, 28)
"""The day on which the cases were written."""


_OF_THE_EDIT = {"QD203", "NY707"}
"""What follows from planting in an amended version, whose row does not name the part, and from any
new version of a procedure that hangs on a wall of the sample.
"""


class Outcome(StrEnum):
    """What became of a mistake."""

    CAUGHT = "caught"
    UNNAMED = "at the line without the words"
    ELSEWHERE = "elsewhere"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Trial:
    """A case, and the errors and warnings that it brought; `outcome` is None for a sound edit."""

    case: Case
    findings: tuple[Finding, ...]
    outcome: Outcome | None
    dragged: tuple[str, ...]
    """Codes of other findings that came with the one that was expected."""


class Nursery:
    """A copy of a catalogue that is edited and put back; readings are kept beside it."""

    def __init__(self, sample: Path, folder: Path) -> None:
        self._sample, self._root = sample, folder / "catalogue"
        self._readings = folder / "readings.sqlite"
        shutil.copytree(sample, self._root)
        plain = self._check(self._sample, None), self._check(self._sample, self._sample)
        self._known = [Counter(map(_identity, findings)) for findings in plain]

    def try_case(self, case: Case) -> Trial:
        """Edit the copy, check it, and put it back. Raises EditError where an edit does not fit."""
        try:
            apply_edits(self._root, case.edits)
            base = self._sample if case.with_base else None
            brought = tuple(self._brought(self._check(self._root, base), case.with_base))
            return _judged(case, brought, self._root)
        finally:
            for path in touched_paths(case.edits):
                self._put_back(path)

    def _put_back(self, path: str) -> None:
        changed, plain = self._root / path, self._sample / path
        if changed.is_dir():
            shutil.rmtree(changed)
        else:
            changed.unlink(missing_ok=True)
        if plain.is_dir():
            shutil.copytree(plain, changed)
        elif plain.exists():
            changed.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(plain, changed)

    def _check(self, root: Path, base: Path | None) -> Sequence[Finding]:
        resources = Resources(cache=ReadingCache.at(self._readings))
        scope = Scope(include_info=False)
        return check_catalogue(root, words_of("vi"), DAY, resources, base, scope).findings

    def _brought(self, findings: Iterable[Finding], with_base: bool) -> Iterator[Finding]:
        """The findings that the untouched catalogue does not have."""
        known = self._known[with_base].copy()
        for finding in findings:
            if known[_identity(finding)] > 0:
                known[_identity(finding)] -= 1
            else:
                yield finding


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.code, finding.detail


def _judged(case: Case, brought: tuple[Finding, ...], root: Path) -> Trial:
    expected = case.expected
    if expected is None:
        return Trial(case, brought, None, ())
    at_line = [one for one in brought if _is_at_line(one, expected, root)]
    met = [one for one in at_line if _names(one, expected)]
    if met:
        outcome = Outcome.CAUGHT
    elif at_line:
        outcome = Outcome.UNNAMED
    else:
        outcome = Outcome.ELSEWHERE if brought else Outcome.SILENT
    right = {one.code for one in met or at_line} | _OF_THE_EDIT
    dragged = tuple(sorted({one.code for one in brought} - right)) if right else ()
    return Trial(case, brought, outcome, dragged)


def _names(finding: Finding, expected: Expectation) -> bool:
    said = " ".join((finding.title, finding.detail, finding.fix)).casefold()
    severe = expected.severity in ("either", finding.severity)
    return severe and any(name.casefold() in said for name in expected.names)


def _is_at_line(finding: Finding, expected: Expectation, root: Path) -> bool:
    if finding.path not in expected.files:
        return False
    file = root / finding.path
    if expected.near is None or not file.exists():
        return True
    lines = file.read_bytes().decode("utf8", "replace").splitlines()
    near = [number for number, line in enumerate(lines) if expected.near in line]
    return any(finding.line - 1 in _item_around(lines, number) for number in near)


def _item_around(lines: Sequence[str], number: int) -> range:
    """The lines of the YAML list item that a line belongs to, else of its key."""
    start = _dash_above(lines, number)
    end = start + 1
    while end < len(lines) and (
        not lines[end].strip() or _depth(lines[end]) > _depth(lines[start])
    ):
        end += 1
    return range(start, end)


def _dash_above(lines: Sequence[str], number: int) -> int:
    """The line where the list item around a line begins; the line itself when it is in none."""
    depth = _depth(lines[number])
    for above in range(number, -1, -1):
        inner = above == number or _depth(lines[above]) < depth
        if inner and lines[above].lstrip().startswith("- "):
            return above
        if lines[above].strip():
            depth = min(depth, _depth(lines[above]))
    return number


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def is_error(finding: Finding) -> bool:
    """Whether a finding makes the check fail."""
    return finding.severity is Severity.ERROR
