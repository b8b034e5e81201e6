"""`niemyet apply FILE.zip`: a proposal of the desk on a branch of git, and what the check says."""

import argparse
from collections.abc import Set
from dataclasses import replace
from pathlib import Path

from generator.check import check_catalogue
from generator.cli.arguments import add_catalogue
from generator.cli.branches import NewBranch, commit_records
from generator.cli.checking import print_findings
from generator.cli.common import CLEAN, ERRORS, MisuseError, find_folder, parse_day
from generator.cli.resources import choose_resources, open_revision
from generator.cli.verb import Command
from generator.findings.finding import Finding, Verdict
from generator.findings.problem import Severity
from generator.findings.reasons import error_words
from generator.imports.parcel import BadParcelError, Parcel, find_conflicts, read_parcel
from generator.law.text import slug
from generator.locale import Words
from generator.records.layout import catalogue_file, read_content

_PREFIX = "soan-thao/"
"""What the name of a branch begins with when none is given."""


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument("file", metavar=words("metavar.file"), help=words("help.apply_file"))
    parser.add_argument("--branch", metavar=words("metavar.branch"), help=words("help.branch"))
    parser.add_argument(
        "--onto", default="HEAD", metavar=words("metavar.revision"), help=words("help.onto")
    )


def _apply(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    parcel = _read(Path(options.file), words)
    branch = options.branch or _PREFIX + slug(parcel.title)
    with open_revision(root, options.onto, words) as base:
        _refuse_conflicts(parcel, base, options.onto, words)
        message = f"{parcel.title}\n\n{parcel.text}"
        made = NewBranch(branch, options.onto)
        commit = commit_records(root, made, parcel.files, message, words)
        with open_revision(root, commit, words) as head:
            verdict = _check(root, head, base, options, words)
            known = _known_of_sheets(root, base, verdict, options, words)
    print_findings(_about(verdict, parcel, known), "text", words, root)
    key = "apply.failed" if verdict.failed else "apply.done"
    print(words(key, branch=branch, count=len(parcel.files)))
    return ERRORS if verdict.failed else CLEAN


def _read(file: Path, words: Words) -> Parcel:
    try:
        return read_parcel(file.read_bytes())
    except BadParcelError as error:
        raise MisuseError(words(error.key, file=file, **error.values)) from None
    except OSError as error:
        reason = error_words(error, words)
        raise MisuseError(words("apply.unreadable", reason=reason)) from None


def _refuse_conflicts(parcel: Parcel, base: Path, onto: str, words: Words) -> None:
    present = {
        path: read_content(str(base / path)) for path in parcel.files if (base / path).is_file()
    }
    conflicts = list(find_conflicts(parcel, present))
    if conflicts:
        paths = "\n".join(f"  {path}" for path in conflicts)
        raise MisuseError(words("apply.conflicts", onto=onto, paths=paths))


def _check(
    root: Path, head: Path, base: Path | None, options: argparse.Namespace, words: Words
) -> Verdict:
    resources = choose_resources(root, options, words)
    day = parse_day(options.as_of, words)
    return check_catalogue(head, words, day, resources, base).verdict


def _known_of_sheets(
    root: Path, base: Path, verdict: Verdict, options: argparse.Namespace, words: Words
) -> frozenset[str]:
    """What was said of sheets that hang before the proposal; not asked when nothing is now."""
    if not any(map(_is_of_sheets, verdict.findings)):
        return frozenset()
    before = _check(root, base, None, options, words)
    return frozenset(map(_said, filter(_is_of_sheets, before.findings)))


def _is_of_sheets(finding: Finding) -> bool:
    return catalogue_file(finding.path).kind == "posting"


def _said(finding: Finding) -> str:
    return f"{finding.path} {finding.code} {finding.detail}"


def _about(verdict: Verdict, parcel: Parcel, known: Set[str]) -> Verdict:
    """Errors, what is said of the records of the proposal, and what is new of sheets that hang."""
    kept = (
        finding
        for finding in verdict.findings
        if finding.severity is Severity.ERROR
        or finding.path in parcel.files
        or (_is_of_sheets(finding) and _said(finding) not in known)
    )
    return replace(verdict, findings=tuple(kept))


COMMAND = Command(_add_arguments, _apply)
