"""`niemyet check`: everything that is wrong, in one run."""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import indent

from generator.cli.arguments import add_catalogue
from generator.cli.common import (
    CLEAN,
    ERRORS,
    MisuseError,
    cache_file,
    find_folder,
    find_inside,
    parse_day,
    parse_jobs,
)
from generator.cli.logs import is_verbose
from generator.cli.verb import Command
from generator.cli.verdicts import load_verdict, store_verdict, verdict_key
from generator.findings.finding import Finding, Verdict
from generator.findings.github import as_github
from generator.findings.gitlab import as_gitlab
from generator.findings.json import as_json
from generator.findings.problem import CRASHED, Severity
from generator.findings.sarif import as_sarif
from generator.findings.text import as_text
from generator.locale import Words

_FOR_PEOPLE = ("text", "github")
_FORMATS = (*_FOR_PEOPLE, "json", "gitlab", "sarif")


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument("--format", choices=_FORMATS, default="text", help=words("help.format"))
    parser.add_argument("--base", metavar=words("metavar.revision"), help=words("help.check_base"))
    parser.add_argument(
        "--severity",
        choices=tuple(map(str, Severity)),
        default=str(Severity.INFO),
        help=words("help.severity"),
    )
    parser.add_argument("--posting", action="store_true", help=words("help.check_posting"))
    parser.add_argument("paths", nargs="*", metavar=words("metavar.path"), help=words("help.paths"))


def _check(options: argparse.Namespace, words: Words) -> int:
    if options.posting and options.format not in _FOR_PEOPLE:
        raise MisuseError(words("posting.check.only_text"))
    root = find_folder(options.catalogue, words)
    verdict = _verdict(root, options, words)
    shown = replace(verdict, findings=tuple(_from_severity(verdict, Severity(options.severity))))
    print_findings(shown, options.format, words, root, whole=verdict)
    hidden = len(verdict.findings) - len(shown.findings)
    if hidden and options.format in _FOR_PEOPLE:
        print(words("check.not_shown", count=hidden))
    if options.posting:
        print(*_posting_lines(verdict, root, options, words), sep="\n")
    return ERRORS if verdict.failed else CLEAN


def _verdict(root: Path, options: argparse.Namespace, words: Words) -> Verdict:
    """The verdict on exactly these files, this day and this program: cached, or of a check."""
    parse_jobs(options.jobs, words)
    file = cache_file(root, "verdict")
    if options.base is not None or options.paths or file is None:
        return _check_now(root, options, words)
    key = verdict_key(root, parse_day(options.as_of, words), words)
    known = load_verdict(file, key)
    if known is None:
        known = _check_now(root, options, words)
        if not any(finding.code == CRASHED for finding in known.findings):
            store_verdict(file, key, known)
    return known


def _check_now(root: Path, options: argparse.Namespace, words: Words) -> Verdict:
    # Imported only here, since a cached verdict needs neither the reader nor the rules.
    from generator.check import Scope
    from generator.cli.resources import check_from_options

    scope = Scope(tuple(find_inside(root, path, words) for path in options.paths))
    return check_from_options(root, options, words, scope).verdict


def _posting_lines(
    verdict: Verdict, root: Path, options: argparse.Namespace, words: Words
) -> Iterator[str]:
    """What every office must post, has posted and lacks: of a catalogue without errors."""
    # Imported only here, since they load most of the others.
    from generator.check import Scope
    from generator.cli.posting_coverage import every_set_lines
    from generator.model.edition import Edition
    from generator.records.tree import load_catalogue

    if verdict.failed:
        yield words("posting.check.blocked")
        return
    catalogue = load_catalogue(root)[0]
    edition = Edition(catalogue, parse_day(options.as_of, words), words)
    scope = Scope(tuple(find_inside(root, path, words) for path in options.paths))
    yield from every_set_lines(edition, lambda key: scope.covers(catalogue.path("agency", key)))


def _from_severity(verdict: Verdict, least: Severity) -> Iterator[Finding]:
    """The findings of a severity or above."""
    order = list(Severity)
    wanted = order[: order.index(least) + 1]
    return (finding for finding in verdict.findings if finding.severity in wanted)


def print_findings(
    verdict: Verdict, form: str, words: Words, root: Path, whole: Verdict | None = None
) -> None:
    """Print findings in a format, with counts when it is for people: those of the `whole` verdict,
    where some of its findings are not printed.

    With `-v`, what a rule that crashed has left of its traceback is part of the detail.
    """
    if is_verbose():
        verdict = replace(verdict, findings=tuple(map(_with_traceback, verdict.findings)))
    prefix, counts = _prefix(root), summary(whole or verdict, words)
    fix = words("check.fix")
    match form:
        case "json":
            print(as_json(verdict.findings))
        case "gitlab":
            print(as_gitlab(verdict.findings, prefix, fix))
        case "sarif":
            print(as_sarif(verdict.findings, prefix, fix))
        case "github":
            for line in (*as_github(verdict.findings, prefix, fix), counts):
                print(line)
        case _:
            for line in (*as_text(verdict.findings, words), *kinds(verdict, words)):
                print(line)
            print(counts)


def _with_traceback(finding: Finding) -> Finding:
    if not finding.traceback:
        return finding
    return replace(finding, detail=f"{finding.detail}\n{indent(finding.traceback, '    ')}")


def _prefix(root: Path) -> str:
    """From the working folder, which CI starts in the repository, to the catalogue."""
    here = Path.cwd().resolve()
    return f"{root.relative_to(here).as_posix()}/" if root.is_relative_to(here) else ""


def kinds(verdict: Verdict, words: Words) -> Iterator[str]:
    """How often each kind of finding occurs: errors first, then the most frequent."""
    counted = Counter((f.severity, f.code) for f in verdict.findings)
    order = list(Severity)
    for (severity, code), count in sorted(
        counted.most_common(), key=lambda one: order.index(one[0][0])
    ):
        title = words(f"findings.{code}.title")
        yield f"{count:>6} × {words(f'severity.{severity}')} {code}  {title}"


def summary(verdict: Verdict, words: Words) -> str:
    """One sentence with the numbers of a check; another one where files were not judged."""
    counts = words(
        "check.summary",
        files=verdict.files,
        procedures=verdict.procedures,
        decisions=verdict.decisions,
        errors=verdict.count(Severity.ERROR),
        warnings=verdict.count(Severity.WARNING),
    )
    left = words("check.unread", count=verdict.unread) if verdict.unread else ""
    return f"{counts} {left}".strip()


COMMAND = Command(_add_arguments, _check)
