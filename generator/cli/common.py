"""What the verbs share: exit codes, values of arguments, folders, progress."""

import hashlib
import os
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from generator.locale import Words
from generator.records.loose_values import is_written_as_day, proper_day

CLEAN, ERRORS, USAGE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 130
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


class MisuseError(Exception):
    """The command line asks for something that cannot be; the message is for the user."""


def cache_file(root: Path, suffix: str) -> Path | None:
    """The file for what is cached about a catalogue; None outside a project's folder.

    That is one that holds the catalogue, or settings for its site.
    """
    here = Path.cwd().resolve()
    if root.parent != here and not (here / "mkdocs.yml").is_file():
        return None
    name = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    return here / "build" / "read" / f"{name}.{suffix}"


def find_folder(name: str, words: Words, option: str = "--catalogue") -> Path:
    """The absolute path of a folder that exists, as `option` names it. Raises MisuseError."""
    path = Path(name)
    if not path.is_dir():
        said = words("check.no_catalogue", path=path)
        is_here = Path("catalogue.yml").is_file()
        key = "check.catalogue_is_here" if is_here else "check.where_catalogue"
        raise MisuseError(f"{said}. {words(key, option=option)}")
    return path.resolve()


def find_inside(root: Path, name: str, words: Words) -> str:
    """A path from the working folder or from the catalogue, relative to the catalogue.

    Raises MisuseError.
    """
    for candidate in (Path(name), root / name):
        absolute = candidate.resolve()
        if absolute.exists() and absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    raise MisuseError(words("check.no_such_path", path=name))


def parse_day(text: str | None, words: Words) -> date:
    """The date of an argument; without one that of SOURCE_DATE_EPOCH, else today in Viet Nam.

    Raises MisuseError.
    """
    if text is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(epoch), VIETNAM) if epoch else datetime.now(VIETNAM)
        return moment.date()
    try:
        return date.fromisoformat(proper_day(text) or text)
    except ValueError:
        key = "check.no_such_day" if is_written_as_day(text) else "check.bad_date"
        raise MisuseError(words(key, found=text)) from None


def parse_jobs(jobs: str, words: Words) -> int:
    """The number of processes to use, one or more. Raises MisuseError."""
    if not jobs.isdecimal() or int(jobs) < 1:
        raise MisuseError(words("check.bad_jobs", found=jobs))
    return int(jobs)


def progress_line(words: Words, key: str) -> Callable[[int, int], None] | None:
    """Rewrites one line of the terminal, at most ten times a second; None where there is none."""
    if not sys.stderr.isatty():
        return None
    last = 0.0

    def show(done: int, total: int) -> None:
        """Say how many of all are done; the last one ends the line."""
        nonlocal last
        if done == total or time.monotonic() - last > 0.1:
            last = time.monotonic()
            line = words(key, done=done, total=total)
            print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return show
