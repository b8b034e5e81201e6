"""`niemyet check`: everything that is wrong, in one run."""

import argparse
from collections import Counter
from collections.abc import Iterator

from generator.check import Checked, only_below
from generator.cli.common import (
    CLEAN,
    ERRORS,
    Verbs,
    catalogue_arguments,
    checked_catalogue,
    folder,
    inside,
)
from generator.locale import Words, words_of
from generator.records.findings import as_json, as_text
from generator.records.problems import Severity


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("check", help=help_of("help.check"))
    catalogue_arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("paths", nargs="*", metavar="PATH", help=help_of("help.paths"))
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    paths = [inside(root, path, words) for path in options.paths]
    checked = checked_catalogue(root, options, words)
    shown = Checked(checked.catalogue, only_below(checked.findings, paths))
    print_findings(shown, options.format, words)
    return ERRORS if shown.failed else CLEAN


def print_findings(checked: Checked, form: str, words: Words) -> None:
    """Print findings in a format, with counts when it is for people."""
    if form == "json":
        print(as_json(checked.findings))
        return
    for line in as_text(checked.findings, words):
        print(line)
    for line in kinds(checked, words):
        print(line)
    print(summary(checked, words))


def kinds(checked: Checked, words: Words) -> Iterator[str]:
    """How often each kind of finding occurs, the most frequent first."""
    counted = Counter((f.severity, f.code) for f in checked.findings)
    for (severity, code), count in counted.most_common():
        title = words(f"findings.{code}.title")
        yield f"{count:>6} × {words(f'severity.{severity}')} {code}  {title}"


def summary(checked: Checked, words: Words) -> str:
    """One sentence with the numbers of a check."""
    return words(
        "check.summary",
        files=len(checked.catalogue.paths),
        procedures=len(checked.catalogue.procedures),
        decisions=len(checked.catalogue.decisions),
        errors=checked.count(Severity.ERROR),
        warnings=checked.count(Severity.WARNING),
    )
