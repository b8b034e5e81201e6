"""`niemyet import word`: the Word files of decisions into drafts and a report."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from generator.check import CheckResult, Resources, check_catalogue
from generator.cli.arguments import add_jobs
from generator.cli.branches import NewBranch, commit_records
from generator.cli.common import CLEAN, MisuseError, find_folder, parse_day, parse_jobs
from generator.cli.drafting_word import DraftedFiles, draft_decisions
from generator.cli.office_drafts import copy_for_trial, write_office_drafts
from generator.cli.resources import open_cache, open_revision, start_workers
from generator.cli.word_summary import (
    ImportedDecision,
    print_summary,
    summary_lines,
    summary_title,
)
from generator.findings.finding import Finding
from generator.findings.reasons import error_words
from generator.imports.word.ledger import keep_ledger
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.report_check import find_new
from generator.imports.word.write import take_back_drafts
from generator.locale import Words
from generator.site.publish import try_to_write, write_whole

_REPORT = "nhap-word.html"
_ONTO = "HEAD"
"""The revision that a branch of drafts follows."""


def add_word_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the arguments of `niemyet import word`."""
    file, folder = words("metavar.file"), words("metavar.folder")
    parser.add_argument("files", nargs="+", metavar=file, help=words("help.word_files"))
    parser.add_argument("--into", required=True, metavar=folder, help=words("help.word_into"))
    for option, metavar, key in (
        ("--number", "metavar.number", "help.word_number"),
        ("--signed", "metavar.day", "help.word_signed"),
        ("--effective", "metavar.day", "help.word_effective"),
        ("--agency", "metavar.agency", "help.word_agency"),
        ("--field", "metavar.name", "help.word_field"),
    ):
        parser.add_argument(option, metavar=words(metavar), help=words(key))
    pair = words("metavar.pair")
    parser.add_argument(
        "--pair", action="append", default=[], metavar=pair, help=words("help.word_pair")
    )
    parser.add_argument("--report", default=_REPORT, metavar=file, help=words("help.word_report"))
    changes = words("help.word_accept_changes")
    parser.add_argument("--accept-changes", action="store_true", help=changes)
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--dry-run", action="store_true", help=words("help.word_dry"))
    branch = words("metavar.branch")
    place.add_argument("--branch", metavar=branch, help=words("help.word_branch"))
    add_jobs(parser, words)


def import_word(options: argparse.Namespace, words: Words) -> int:
    """Read the files, write the drafts and the report; drafts may still have errors.

    Raises MisuseError.
    """
    require_office("lxml", words)
    into = find_folder(options.into, words, "--into")
    take_back_drafts(into)
    _require_report(Path(options.report), words)
    with _open_place(into, options, words) as place:
        made = draft_decisions(place, options, words)
        files = {path: text for one in made for path, text in one.files.items()}
        write_office_drafts(files, place, words)
        found = _check(place, options, words).findings
    decisions = list(_look_at_each(found, made))
    if options.branch:
        _commit(into, files, decisions, options, words)
    page = render_word_report([one.part for one in decisions], words)
    write_whole(Path(options.report), page.encode())
    print_summary(decisions, len(files), into, options, words)
    return CLEAN


def _open_place(
    into: Path, options: argparse.Namespace, words: Words
) -> AbstractContextManager[Path]:
    """Where the drafts are written and checked: the catalogue, or a copy that is given up."""
    if options.branch:
        return open_revision(into, _ONTO, words)
    return copy_for_trial(into) if options.dry_run else nullcontext(into)


def _look_at_each(
    findings: Sequence[Finding], made: Sequence[DraftedFiles]
) -> Iterator[ImportedDecision]:
    """Each decision with what a check says of its drafts and of no earlier version.

    What later decisions of the import write is no earlier version.
    """
    for at, one in enumerate(made):
        later = {path for other in made[at + 1 :] for path in other.files} - one.files.keys()
        known = [finding for finding in findings if finding.path not in later]
        new, repeated = find_new(known, one.files)
        part = ReportPart(one.drafted, keep_ledger(one.drafted), tuple(new))
        yield ImportedDecision(part, repeated)


def _commit(
    into: Path,
    files: Mapping[str, str],
    decisions: Sequence[ImportedDecision],
    options: argparse.Namespace,
    words: Words,
) -> None:
    """Put the drafts on the branch that was asked for; raises MisuseError, and then nothing is."""
    content = {path: text.encode() for path, text in files.items()}
    message = "\n\n".join(
        (summary_title(decisions, words), "\n".join(summary_lines(decisions, words)))
    )
    commit_records(into, NewBranch(options.branch, _ONTO), content, message, words)


def _require_report(report: Path, words: Words) -> None:
    """Raise MisuseError when the report cannot be written: drafts without one help nobody."""
    try:
        try_to_write(report)
    except OSError as error:
        reason = error_words(error, words)
        raise MisuseError(words("office.report_not_written", file=report, reason=reason)) from None


def require_office(library: str, words: Words) -> None:
    """Raise MisuseError with what to install when a library of the extra is missing."""
    if find_spec(library) is None:
        raise MisuseError(words("office.no_extra", python=sys.executable))


def _check(into: Path, options: argparse.Namespace, words: Words) -> CheckResult:
    readers = partial(start_workers, options.jobs, words)
    resources = Resources(readers, parse_jobs(options.jobs, words), open_cache(into))
    return check_catalogue(into, words, parse_day(None, words), resources)
