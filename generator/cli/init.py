"""`niemyet init DIR`: a catalogue repository of one's own, which checks, builds and serves."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.authoring.repository import (
    Answers,
    Files,
    draft_repository,
    is_free,
    read_schemas,
    write_files,
    write_repository,
)
from generator.authoring.scaffold import CannotDraftError
from generator.check import check_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder, parse_day
from generator.cli.verb import Command
from generator.findings.finding import Finding, Verdict
from generator.findings.problem import Severity
from generator.findings.reasons import error_words
from generator.findings.text import as_text
from generator.locale import Words, words_of

_WHEEL = ".whl"
_GIT = "git+"
_LEVELS = ("central", "province", "commune")


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    option = parser.add_argument
    option("folder", metavar=words("metavar.folder"), help=words("help.init_folder"))
    option("--publisher", metavar=words("metavar.name"), help=words("help.publisher"))
    option("--id", metavar=words("metavar.code"), help=words("help.publisher_id"))
    option("--level", choices=_LEVELS, help=words("help.publisher_level"))
    option("--base-url", metavar=words("metavar.address"), help=words("help.base_url"))
    option(
        "--generator",
        default=f"niemyet=={__version__}",
        metavar=words("metavar.requirement"),
        help=words("help.requirement"),
    )
    option("--schemas", action="store_true", help=words("help.schemas"))


def _init(options: argparse.Namespace, words: Words) -> int:
    return _copy_schemas(options, words) if options.schemas else _lay_out(options, words)


def _copy_schemas(options: argparse.Namespace, words: Words) -> int:
    folder = find_folder(options.folder, words)
    files = read_schemas()
    write_files(folder, files)
    print(words("init.schemas", count=len(files), path=folder / "schema"))
    return CLEAN


def _lay_out(options: argparse.Namespace, words: Words) -> int:
    folder = Path(options.folder).resolve()
    if not is_free(folder):
        raise MisuseError(words("init.not_empty", path=folder))
    files = _draft_files(options, words)
    approval = _Approval(words)
    try:
        write_repository(folder, files, approval)
    except OSError as error:
        raise MisuseError(words("init.failed", reason=error_words(error, words))) from None
    print(words("init.done", path=folder, count=len(files)))
    print(words("init.requirement", line=files["requirements.txt"].decode().splitlines()[-1]))
    print(words("init.to_fill_in"))
    _print_findings(approval.warnings, words)
    print(words("init.next"))
    return CLEAN


def _draft_files(options: argparse.Namespace, words: Words) -> Files:
    """The files of the repository, with the wheel that is to be installed if there is one."""
    requirement, wheel = _read_requirement(options.generator, words)
    answers = Answers(requirement, options.publisher, options.id, options.level, options.base_url)
    try:
        files = draft_repository(answers, parse_day(None, words), words_of("vi"))
    except CannotDraftError as error:
        raise MisuseError(words(error.key, **error.values)) from None
    return {**files, **wheel}


def _read_requirement(generator: str, words: Words) -> tuple[str, Files]:
    """The line for pip, and the wheel that it names. Raises MisuseError."""
    if generator.startswith(_GIT):
        return f"niemyet @ {generator}", {}
    if not generator.endswith(_WHEEL):
        return generator, {}
    wheel = Path(generator)
    if not wheel.is_file():
        raise MisuseError(words("init.no_wheel", path=wheel))
    path = f"wheels/{wheel.name}"
    return f"./{path}", {path: wheel.read_bytes()}


@dataclass(slots=True)
class _Approval:
    """Checks the new catalogue before it is put in its place."""

    words: Words
    verdict: Verdict | None = None

    def __call__(self, repository: Path) -> None:
        """Check a repository. Raises MisuseError when its catalogue has an error."""
        day = parse_day(None, self.words)
        self.verdict = check_catalogue(repository / "catalogue", self.words, day).verdict
        if self.verdict.failed:
            errors = (f for f in self.verdict.findings if f.severity == Severity.ERROR)
            _print_findings(errors, self.words)
            raise MisuseError(self.words("init.refused"))

    @property
    def warnings(self) -> list[Finding]:
        """What is still to be filled in."""
        found = self.verdict.findings if self.verdict else ()
        return [finding for finding in found if finding.severity == Severity.WARNING]


def _print_findings(findings: Iterable[Finding], words: Words) -> None:
    for line in as_text(list(findings), words):
        print(line)


COMMAND = Command(_add_arguments, _init)
