"""What the verbs share: options, dates, folders, progress."""

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Protocol

from generator.locale import LANGUAGES, Words, words_of

CLEAN, ERRORS, USAGE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 130
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


class Verbs(Protocol):
    """Where a verb adds its parser."""

    def add_parser(self, name: str, **settings: Any) -> argparse.ArgumentParser:
        """A parser for one verb."""


class MisuseError(Exception):
    """The command line asks for something that cannot be; the message is for the user."""


def common_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of every verb that works."""
    help_of = words_of("vi")
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help=help_of("help.lang"))
    parser.add_argument("--jobs", default=str(os.cpu_count() or 1), help=help_of("help.jobs"))


def catalogue_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of every verb that looks at a catalogue on a day."""
    help_of = words_of("vi")
    common_arguments(parser)
    parser.add_argument("--catalogue", default="catalogue", help=help_of("help.catalogue"))
    parser.add_argument("--as-of", default=None, help=help_of("help.as_of"))


def kept_file(root: Path, suffix: str) -> Path | None:
    """Where to keep what is known of a catalogue; nowhere outside a project's folder."""
    if not Path("mkdocs.yml").is_file():
        return None
    name = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    return Path("build").resolve() / "read" / f"{name}.{suffix}"


def folder(name: str, words: Words) -> Path:
    """A folder that exists. Raises MisuseError."""
    path = Path(name)
    if not path.is_dir():
        raise MisuseError(words("check.no_catalogue", path=path))
    return path.resolve()


def inside(root: Path, name: str, words: Words) -> str:
    """A named path relative to the catalogue, wherever the command was started."""
    for candidate in (Path(name), root / name):
        absolute = candidate.resolve()
        if absolute.exists() and absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    raise MisuseError(words("check.no_such_path", path=name))


def as_of(text: str | None, words: Words) -> date:
    """The date asked for; without one, SOURCE_DATE_EPOCH, else today in Viet Nam."""
    if text is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(epoch), VIETNAM) if epoch else datetime.now(VIETNAM)
        return moment.date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MisuseError(words("check.bad_date", found=text)) from None


def jobs_of(jobs: str, words: Words) -> int:
    """How many processes to use, one or more. Raises MisuseError."""
    if not jobs.isdecimal() or int(jobs) < 1:
        raise MisuseError(words("check.bad_jobs", found=jobs))
    return int(jobs)


def progress_line(words: Words, key: str) -> Callable[[int, int], None] | None:
    """Rewrites one line of the terminal, at most ten times a second; silent when there is none."""
    if not sys.stderr.isatty():
        return None
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > 0.1:
            last = time.monotonic()
            line = words(key, done=done, total=total)
            print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return show
