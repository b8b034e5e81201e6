"""`niemyet`: the verbs, exit codes and progress; the only place that prints or reads the clock."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from generator.check import Checked, check, only_below
from generator.locale import LANGUAGES, Words, words_of
from generator.records.findings import as_json, as_text
from generator.records.problems import Severity

CLEAN, ERRORS, USAGE, INTERNAL = 0, 1, 2, 3
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


class Misuse(Exception):
    """The command line asks for something that cannot be; the message is for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `niemyet`; returns 0 clean, 1 errors found, 2 wrong usage, 3 a fault of the program."""
    options = _parser().parse_args(arguments)
    words = words_of(options.lang)
    try:
        status: int = options.run(options, words)
    except Misuse as misuse:
        print(misuse, file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        return CLEAN
    except Exception as error:
        if os.environ.get("NIEMYET_TRACEBACK"):
            raise
        print(words("check.internal", reason=f"{type(error).__name__}: {error}"), file=sys.stderr)
        return INTERNAL
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="niemyet", description=words_of("vi")("help.niemyet"))
    verbs = parser.add_subparsers(required=True, metavar="check | build | import")
    help_of = words_of("vi")
    _check_arguments(verbs.add_parser("check", help=help_of("help.check")))
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help=help_of("help.lang"))
    parser.add_argument("--jobs", default=str(os.cpu_count() or 1), help=help_of("help.jobs"))


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    _common(parser)
    parser.add_argument("--catalogue", default="catalogue", help=help_of("help.catalogue"))
    parser.add_argument("--as-of", default=None, help=help_of("help.as_of"))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("paths", nargs="*", metavar="PATH", help=help_of("help.paths"))
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace, words: Words) -> int:
    root = _folder(options.catalogue, words)
    _as_of(options.as_of, words)
    paths = [_inside(root, path, words) for path in options.paths]
    with _executor(options.jobs, words) as executor:
        checked = check(root, words, executor, _progress(words))
    shown = Checked(checked.catalogue, only_below(checked.findings, paths))
    _print_findings(shown, options.format, words)
    return ERRORS if shown.failed else CLEAN


def _print_findings(checked: Checked, form: str, words: Words) -> None:
    if form == "json":
        print(as_json(checked.findings))
        return
    for line in as_text(checked.findings, words):
        print(line)
    print(summary(checked, words))


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


def _folder(name: str, words: Words) -> Path:
    path = Path(name)
    if not path.is_dir():
        raise Misuse(words("check.no_catalogue", path=path))
    return path.resolve()


def _inside(root: Path, name: str, words: Words) -> str:
    """A named path relative to the catalogue, wherever the command was started."""
    for candidate in (Path(name), root / name):
        absolute = candidate.resolve()
        if absolute.exists() and absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    raise Misuse(words("check.no_such_path", path=name))


def _as_of(text: str | None, words: Words) -> date:
    """The date asked for; without one, SOURCE_DATE_EPOCH, else today in Viet Nam."""
    if text is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(epoch), VIETNAM) if epoch else datetime.now(VIETNAM)
        return moment.date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Misuse(words("check.bad_date", found=text)) from None


@contextmanager
def _executor(jobs: str, words: Words) -> Iterator[Executor | None]:
    """A process pool for `jobs` above 1; none for 1."""
    if not jobs.isdecimal() or int(jobs) < 1:
        raise Misuse(words("check.bad_jobs", found=jobs))
    if int(jobs) == 1:
        yield None
        return
    with ProcessPoolExecutor(int(jobs)) as pool:
        yield pool


def _progress(words: Words) -> Callable[[int, int], None] | None:
    """Rewrites one line of the terminal, at most ten times a second; silent when there is none."""
    if not sys.stderr.isatty():
        return None
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > 0.1:
            last = time.monotonic()
            line = words("check.reading", done=done, total=total)
            print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return show
