"""What `niemyet import word` says at its end, and in the commit that it makes."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.imports.word.ledger import WordUse
from generator.imports.word.report import ReportPart
from generator.locale import Words


@dataclass(frozen=True, slots=True)
class ImportedDecision:
    """A decision of an import, and how many findings its earlier versions had already."""

    part: ReportPart
    repeated: int


def summary_title(decisions: Sequence[ImportedDecision], words: Words) -> str:
    """What was imported, as the first line of a commit."""
    numbers = ", ".join(one.part.drafted.decision.number for one in decisions)
    return words("office.commit_title", numbers=numbers)


def summary_lines(decisions: Sequence[ImportedDecision], words: Words) -> Iterator[str]:
    """What was read of each decision, what to look at, and what a check says of the drafts."""
    for one in decisions:
        if len(decisions) > 1:
            yield words("office.imported", number=one.part.drafted.decision.number)
        yield _read_words(one.part, words)
        yield words("office.look", count=_count_remarks(one.part))
        yield _checked_words(one.part.findings, words)
        if one.repeated:
            yield words("office.repeated", count=one.repeated)


def print_summary(
    decisions: Sequence[ImportedDecision],
    files: int,
    into: Path,
    options: argparse.Namespace,
    words: Words,
) -> None:
    """Say what was written where, what it is, and what to do next."""
    key = "office.would_write" if options.dry_run else "office.written"
    if options.branch:
        key = "office.committed"
    print(words(key, count=files, into=into, branch=options.branch))
    for line in summary_lines(decisions, words):
        print(line)
    for one in decisions:
        for remark in one.part.drafted.remarks:
            if remark.kind == "number_differs":
                print(words("office.remark.number_differs", **remark.values), file=sys.stderr)
    for key in _next_keys(decisions, options):
        print(words(key, report=options.report, branch=options.branch))


def _next_keys(decisions: Sequence[ImportedDecision], options: argparse.Namespace) -> Iterator[str]:
    """What to do next, as keys of words: the report first, mending before sending."""
    yield "office.next_report"
    if options.dry_run:
        yield "office.dry"
        return
    found = [finding for one in decisions for finding in one.part.findings]
    errors = any(one.severity is Severity.ERROR for one in found)
    if options.branch:
        yield "office.next_mend_branch" if errors else "office.next_send_branch"
    else:
        yield "office.next_mend_folder" if errors else "office.next_send_folder"


def _read_words(part: ReportPart, words: Words) -> str:
    drafted, ledger = part.drafted, part.ledger
    rows = [one.pair.row for one in drafted.procedures if one.pair.row]
    counts = {str(use): words.number(ledger.characters[use]) for use in WordUse}
    values = {
        "files": len(drafted.sources),
        "procedures": len(drafted.procedures),
        "cases": sum(len(row.cases) for row in rows),
        "contents": sum(one.pair.content is not None for one in drafted.procedures),
        "read": words.number(ledger.read),
    }
    return words("office.read", **values, **counts)


def _count_remarks(part: ReportPart) -> int:
    drafted = part.drafted
    return len(drafted.remarks) + sum(len(one.remarks) for one in drafted.procedures)


def _checked_words(findings: tuple[Finding, ...], words: Words) -> str:
    errors = sum(one.severity is Severity.ERROR for one in findings)
    warnings = sum(one.severity is Severity.WARNING for one in findings)
    return words("office.checked", errors=errors, warnings=warnings)
