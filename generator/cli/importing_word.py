"""`niemyet import word`: the Word files of a decision into drafts and a report."""

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from generator.check import CheckResult, Resources, check_catalogue
from generator.cli.arguments import add_jobs
from generator.cli.common import (
    CLEAN,
    MisuseError,
    find_folder,
    parse_day,
    parse_jobs,
    progress_line,
)
from generator.cli.office_drafts import copy_for_trial, refusal_words, write_office_drafts
from generator.cli.resources import open_cache, start_workers
from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.findings.reasons import error_words
from generator.imports.word.decisions import printed_name
from generator.imports.word.draft_files import draft_files, find_long_words
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import WordLedger, WordUse, keep_ledger
from generator.imports.word.locating import WordLocator
from generator.imports.word.package import UnreadableFileError, read_file_bytes
from generator.imports.word.reading import read_word_file
from generator.imports.word.report import render_word_report
from generator.imports.word.report_check import find_new
from generator.imports.word.sources import (
    GivenByUser,
    TypedCommand,
    WordSources,
    complete_agency,
    read_sources_of,
)
from generator.imports.word.write import take_back_drafts
from generator.law.printed_names import printed_names
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.loose_values import fold_name
from generator.records.tree import load_catalogue
from generator.site.publish import try_to_write, write_whole

_REPORT = "nhap-word.html"
_NUMBER = re.compile(r"\d{1,6}\w{0,2}(?:\s*/\s*[\w&.-]+)*")
"""The number of a decision, or its serial alone."""


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
    for option, key in (
        ("--accept-changes", "help.word_accept_changes"),
        ("--dry-run", "help.word_dry"),
    ):
        parser.add_argument(option, action="store_true", help=words(key))
    add_jobs(parser, words)


def import_word(options: argparse.Namespace, words: Words) -> int:
    """Read the files, write the drafts and the report; drafts may still have errors.

    Raises MisuseError.
    """
    require_office("lxml", words)
    into = find_folder(options.into, words, "--into")
    take_back_drafts(into)
    _require_report(Path(options.report), words)
    sources = _read_files(options, words)
    drafted = _draft(sources, _load(into, options, words), options, words)
    ledger = keep_ledger(drafted)
    files = draft_files(drafted, into)
    _refuse_long_words(drafted, files, words)
    if options.dry_run:
        with copy_for_trial(into) as copy:
            findings, repeated = _write_and_check(files, copy, options, words)
        print(words("office.would_write", count=len(files), into=into))
    else:
        findings, repeated = _write_and_check(files, into, options, words)
        print(words("office.written", count=len(files), into=into))
    page = render_word_report(drafted, ledger, findings, words)
    write_whole(Path(options.report), page.encode())
    _print_summary(_Summary(drafted, ledger, findings, repeated), options, words)
    return CLEAN


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


def _read_files(options: argparse.Namespace, words: Words) -> list[WordSources]:
    progress = progress_line(words, "office.reading")
    sources = []
    _refuse_twins(options.files, words)
    for done, name in enumerate(options.files, 1):
        try:
            file = read_word_file(Path(name), accept_changes=options.accept_changes)
        except UnreadableFileError as error:
            reason = refusal_words(error, words)
            raise MisuseError(words("office.of_file", file=name, reason=reason)) from None
        sources.append(read_sources_of(file))
        if progress:
            progress(done, len(options.files))
    return sources


def _refuse_twins(files: Sequence[str], words: Words) -> None:
    """Raise MisuseError for a file that is given twice, or with its copy: all would count twice."""
    known: dict[bytes, str] = {}
    for name in files:
        try:
            digest = sha256(read_file_bytes(Path(name))).digest()
        except UnreadableFileError:
            continue  # its reader says why
        if digest in known:
            raise MisuseError(words("office.same_file", file=name, other=known[digest]))
        known[digest] = name


def _load(into: Path, options: argparse.Namespace, words: Words) -> Catalogue:
    with start_workers(options.jobs, words) as executor:
        catalogue, _ = load_catalogue(into, executor)
    return catalogue


def _draft(
    sources: Sequence[WordSources],
    catalogue: Catalogue,
    options: argparse.Namespace,
    words: Words,
) -> DraftedDecision:
    signed, effective = (
        parse_day(day, words) if day else None for day in (options.signed, options.effective)
    )
    if options.number and not _NUMBER.fullmatch(options.number):
        raise MisuseError(words("office.bad_number", found=options.number))
    agency, name = _choose_agency(options.agency, sources, catalogue, words)
    pairs = tuple(_read_pair(one, catalogue, words) for one in options.pair)
    typed = TypedCommand({Path(name).name: name for name in options.files}, options.into)
    number, field = options.number, options.field
    given = GivenByUser(number, signed, agency, field, effective, pairs, typed, name)
    try:
        return draft_decision_of(sources, catalogue, given)
    except UnreadableFileError as error:
        raise MisuseError(words(error.key, **error.values)) from None


def _read_pair(typed: str, catalogue: Catalogue, words: Words) -> tuple[str, str]:
    """The name of an internal process and the procedure it belongs to. Raises MisuseError."""
    name, _, code = (part.strip() for part in typed.rpartition("="))
    if not name or not catalogue.versions.get(code):
        raise MisuseError(words("office.bad_pair", found=typed))
    return name, code


def _choose_agency(
    typed: str | None, sources: Sequence[WordSources], catalogue: Catalogue, words: Words
) -> tuple[str | None, str | None]:
    """The id of an agency that was typed, else its name where it ends the one in the files.

    Raises MisuseError for one that is neither.
    """
    found = _find_agency(typed, catalogue) if typed else None
    if found or not typed:
        return found, None
    name = complete_agency(sources, printed_name(typed))
    if name is None:
        raise MisuseError(_no_agency_words(typed, catalogue, words))
    return None, name


def _find_agency(typed: str, catalogue: Catalogue) -> str | None:
    """The id of an agency given by its id or a printed name."""
    named = printed_names(catalogue)["agency"]
    names = (fold_name(typed), fold_name(printed_name(typed)))
    known = typed if typed in catalogue.agencies else None
    return known or next(filter(None, map(named.get, names)), None)


def _no_agency_words(typed: str, catalogue: Catalogue, words: Words) -> str:
    named = printed_names(catalogue)["agency"]
    alike = get_close_matches(fold_name(typed), named, n=3)
    offered = "; ".join(f"{named[one]} ({catalogue.agencies[named[one]].name})" for one in alike)
    key = "office.bad_agency_alike" if offered else "office.bad_agency"
    return words(key, found=typed, alike=offered)


def _refuse_long_words(drafted: DraftedDecision, files: dict[str, str], words: Words) -> None:
    """Raise MisuseError with the places of words that no file of a record may have."""
    locator = WordLocator(drafted.sources, words)
    places = [locator.cell_words(line.place) for line in find_long_words(drafted, files)]
    if places:
        raise MisuseError(words("office.long_words", places="; ".join(places)))


def _write_and_check(
    files: dict[str, str], into: Path, options: argparse.Namespace, words: Words
) -> tuple[list[Finding], int]:
    """Write all drafts or none; what a check then says of them, and how much it said before."""
    write_office_drafts(files, into, words)
    return find_new(_check(into, options, words).findings, files)


def _check(into: Path, options: argparse.Namespace, words: Words) -> CheckResult:
    readers = partial(start_workers, options.jobs, words)
    resources = Resources(readers, parse_jobs(options.jobs, words), open_cache(into))
    return check_catalogue(into, words, parse_day(None, words), resources)


@dataclass(frozen=True, slots=True)
class _Summary:
    drafted: DraftedDecision
    ledger: WordLedger
    findings: Sequence[Finding]
    repeated: int


def _print_summary(summary: _Summary, options: argparse.Namespace, words: Words) -> None:
    drafted, ledger = summary.drafted, summary.ledger
    rows = [one.pair.row for one in drafted.procedures if one.pair.row]
    counts = {str(use): words.number(ledger.characters[use]) for use in WordUse}
    values = {
        "files": len(drafted.sources),
        "procedures": len(drafted.procedures),
        "cases": sum(len(row.cases) for row in rows),
        "contents": sum(one.pair.content is not None for one in drafted.procedures),
        "read": words.number(ledger.read),
    }
    print(words("office.read", **values, **counts))
    for remark in drafted.remarks:
        if remark.kind == "number_differs":
            print(words("office.remark.number_differs", **remark.values), file=sys.stderr)
    remarks = len(drafted.remarks) + sum(len(one.remarks) for one in drafted.procedures)
    print(words("office.look", count=remarks, report=options.report))
    errors = sum(one.severity is Severity.ERROR for one in summary.findings)
    warnings = sum(one.severity is Severity.WARNING for one in summary.findings)
    print(words("office.checked", errors=errors, warnings=warnings))
    if summary.repeated:
        print(words("office.repeated", count=summary.repeated))
    if options.dry_run:
        print(words("office.dry"))
