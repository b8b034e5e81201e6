"""`niemyet report --as-of A --and B`: what came, changed and ended between two days."""

import argparse
from pathlib import Path

from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder, parse_day
from generator.cli.resources import check_from_options
from generator.cli.verb import Command
from generator.findings.reasons import error_words
from generator.law.timeline import as_signed
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.period import PeriodReport, report_period
from generator.pages.period.formats import period_as_csv, period_as_html, period_as_text

_FORMATS = ("text", "html", "csv")


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument(
        "--and",
        dest="until",
        default=None,
        metavar=words("metavar.day"),
        help=words("help.report_until"),
    )
    parser.add_argument("--format", choices=_FORMATS, default="text", help=words("help.format"))
    parser.add_argument("--into", metavar=words("metavar.file"), help=words("help.report_into"))


def _print_report(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    days = parse_day(options.as_of, words), parse_day(options.until, words)
    if days[0] >= days[1]:
        raise MisuseError(words("period.order", start=words.day(days[0]), end=words.day(days[1])))
    catalogue = check_from_options(root, options, words).catalogue
    before, after = (Edition(as_signed(catalogue, day), day, words) for day in days)
    content = _render(report_period(before, after), after, options.format)
    if options.into is None:
        print(content.decode().replace("\r\n", "\n"), end="")
        return CLEAN
    try:
        Path(options.into).write_bytes(content)
    except OSError as error:
        raise MisuseError(words("gaps.not_written", reason=error_words(error, words))) from None
    print(words("period.written", file=options.into))
    return CLEAN


def _render(report: PeriodReport, edition: Edition, form: str) -> bytes:
    match form:
        case "html":
            return period_as_html(report, edition).encode()
        case "csv":
            return period_as_csv(report, edition)
    return ("\n".join(period_as_text(report, edition)) + "\n").encode()


COMMAND = Command(_add_arguments, _print_report)
