"""`niemyet gaps`: what a catalogue leaves open or contradicts, for its editors."""

import argparse
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from generator.cli.arguments import add_catalogue, whole_number
from generator.cli.common import (
    CLEAN,
    ERRORS,
    MisuseError,
    find_folder,
    parse_day,
    parse_jobs,
    progress_line,
)
from generator.cli.resources import load_known
from generator.cli.verb import Command
from generator.findings.problem import Severity
from generator.findings.reasons import error_words
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.gaps.report import GapReport, living_codes, report_gaps
from generator.pages.gaps.html import gaps_as_html
from generator.pages.gaps.sentences import summary_line
from generator.pages.gaps.table import gaps_as_csv
from generator.pages.gaps.text import gaps_as_text
from generator.records.catalogue import Catalogue

_LIMITS = {"text": 30, "html": 2000, "csv": 0}
"""How many gaps a format lists by default; 0: all."""


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument(
        "--format", choices=tuple(_LIMITS), default="text", help=words("help.format")
    )
    parser.add_argument(
        "--field", metavar=words("metavar.code"), default=None, help=words("help.gaps_field")
    )
    parser.add_argument(
        "--agency", metavar=words("metavar.agency"), default=None, help=words("help.gaps_agency")
    )
    parser.add_argument(
        "--limit",
        type=whole_number(words),
        default=None,
        metavar=words("metavar.count"),
        help=words("help.gaps_limit"),
    )
    parser.add_argument(
        "--into", metavar=words("metavar.file"), default=None, help=words("help.gaps_into")
    )


def _print_gaps(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    limit = _parse_limit(options, words)
    catalogue, unread = _load(root, options, words)
    edition = Edition(catalogue, parse_day(options.as_of, words), words)
    _check_key("field", options.field, catalogue.fields, words)
    _check_key("agency", options.agency, catalogue.agencies, words)
    codes = living_codes(edition, options.field, options.agency)
    progress = progress_line(words, "gaps.reading")
    report = report_gaps(edition, codes, parse_jobs(options.jobs, words), progress)
    _write(_render(report, edition, options.format, limit), report, limit, options, words)
    if unread:
        print(words("gaps.unread", count=words.number(unread)), file=sys.stderr)
    return ERRORS if unread else CLEAN


def _parse_limit(options: argparse.Namespace, words: Words) -> int | None:
    """How many gaps are listed; None for all."""
    limit = _LIMITS[options.format] if options.limit is None else options.limit
    if limit < 0:
        raise MisuseError(words("gaps.bad_limit", found=limit))
    return limit or None


def _load(root: Path, options: argparse.Namespace, words: Words) -> tuple[Catalogue, int]:
    """The catalogue, and how many of its files could not be read."""
    catalogue, problems = load_known(root, options, words)
    wrong = {one.path for one in problems if one.severity is Severity.ERROR}
    return catalogue, len(wrong - {*_read(catalogue)})


def _read(catalogue: Catalogue) -> Iterable[str]:
    """The files of records that are in the catalogue."""
    stores = {"procedure": catalogue.procedures, "version": catalogue.version_files}
    stores |= {"agency": catalogue.agencies, "decision": catalogue.decisions}
    stores |= {"legal-document": catalogue.documents}
    return (path for (kind, key), path in catalogue.paths.items() if key in stores.get(kind, {}))


def _check_key(name: str, key: str | None, known: Iterable[str], words: Words) -> None:
    if key is not None and key not in known:
        near = ", ".join(get_close_matches(key, known, n=3)) or "–"
        raise MisuseError(words(f"gaps.unknown.{name}", found=key, near=near))


def _render(report: GapReport, edition: Edition, form: str, limit: int | None) -> bytes:
    match form:
        case "html":
            return gaps_as_html(report, edition, limit).encode()
        case "csv":
            return gaps_as_csv(report, edition, limit)
    return ("\n".join(gaps_as_text(report, edition, limit)) + "\n").encode()


def _write(
    content: bytes, report: GapReport, limit: int | None, options: argparse.Namespace, words: Words
) -> None:
    """Write to the file asked for and print a line of numbers; else print everything."""
    if options.into is None:
        print(content.decode().replace("\r\n", "\n"), end="")
        return
    try:
        Path(options.into).write_bytes(content)
    except OSError as error:
        raise MisuseError(words("gaps.not_written", reason=error_words(error, words))) from None
    shown = words.number(len(report.gaps[:limit]))
    print(words("gaps.written", shown=shown, file=options.into))
    print(summary_line(report, words))


COMMAND = Command(_add_arguments, _print_gaps)
