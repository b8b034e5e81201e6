"""`niemyet check`: everything that is wrong, in one run."""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.cli.common import (
    CLEAN,
    ERRORS,
    Verbs,
    as_of,
    catalogue_arguments,
    folder,
    inside,
    jobs_of,
    kept_file,
)
from generator.cli.verdicts import load_verdict, store_verdict, verdict_key
from generator.findings.finding import Finding, Verdict
from generator.findings.github import as_github
from generator.findings.gitlab import as_gitlab
from generator.findings.json import as_json
from generator.findings.problem import CRASHED, Severity
from generator.findings.sarif import as_sarif
from generator.findings.text import as_text
from generator.locale import Words, words_of

_FORMATS = ("text", "json", "github", "gitlab", "sarif")


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("check", help=help_of("help.check"))
    catalogue_arguments(parser)
    parser.add_argument("--format", choices=_FORMATS, default="text")
    parser.add_argument("--base", metavar="REV", help=help_of("help.check_base"))
    parser.add_argument(
        "--severity", choices=tuple(Severity), default=Severity.INFO, help=help_of("help.severity")
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help=help_of("help.paths"))
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    verdict = _verdict(root, options, words)
    shown = replace(verdict, findings=tuple(_grave(verdict, Severity(options.severity))))
    print_findings(shown, options.format, words, root)
    return ERRORS if verdict.failed else CLEAN


def _verdict(root: Path, options: argparse.Namespace, words: Words) -> Verdict:
    """The verdict on exactly these files, this day and this program, if there was one before."""
    jobs_of(options.jobs, words)
    file = kept_file(root, "verdict")
    if options.base or options.paths or file is None:
        return _reached(root, options, words)
    key = verdict_key(root, as_of(options.as_of, words), words)
    known = load_verdict(file, key)
    if known is None:
        known = _reached(root, options, words)
        if not any(finding.code == CRASHED for finding in known.findings):
            store_verdict(file, key, known)
    return known


def _reached(root: Path, options: argparse.Namespace, words: Words) -> Verdict:
    """The verdict of a check made now."""
    # What reads and judges is loaded only for this: a verdict that is known is told at once.
    from generator.check import Scope
    from generator.cli.resources import checked_catalogue

    scope = Scope(tuple(inside(root, path, words) for path in options.paths))
    return checked_catalogue(root, options, words, scope).verdict


def _grave(checked: Verdict, least: Severity) -> Iterator[Finding]:
    """The findings that weigh at least so much."""
    weights = list(Severity)
    heavy = weights[: weights.index(least) + 1]
    return (finding for finding in checked.findings if finding.severity in heavy)


def print_findings(checked: Verdict, form: str, words: Words, root: Path) -> None:
    """Print findings in a format, with counts when it is for people."""
    prefix = _prefix(root)
    fix = words("check.fix")
    match form:
        case "json":
            print(as_json(checked.findings))
        case "gitlab":
            print(as_gitlab(checked.findings, prefix, fix))
        case "sarif":
            print(as_sarif(checked.findings, prefix, fix))
        case "github":
            for line in (*as_github(checked.findings, prefix, fix), summary(checked, words)):
                print(line)
        case _:
            for line in (*as_text(checked.findings, words), *kinds(checked, words)):
                print(line)
            print(summary(checked, words))


def _prefix(root: Path) -> str:
    """From the working folder, which CI starts in the repository, to the catalogue."""
    here = Path.cwd().resolve()
    return f"{root.relative_to(here).as_posix()}/" if root.is_relative_to(here) else ""


def kinds(checked: Verdict, words: Words) -> Iterator[str]:
    """How often each kind of finding occurs, the most frequent first."""
    counted = Counter((f.severity, f.code) for f in checked.findings)
    for (severity, code), count in counted.most_common():
        title = words(f"findings.{code}.title")
        yield f"{count:>6} × {words(f'severity.{severity}')} {code}  {title}"


def summary(checked: Verdict, words: Words) -> str:
    """One sentence with the numbers of a check."""
    return words(
        "check.summary",
        files=checked.files,
        procedures=checked.procedures,
        decisions=checked.decisions,
        errors=checked.count(Severity.ERROR),
        warnings=checked.count(Severity.WARNING),
    )
