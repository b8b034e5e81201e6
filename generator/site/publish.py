"""Put a finished site in place in one step: readers see the old one or the new one, never half."""

import ctypes
import logging
import os
import shutil
import sys
import time
from pathlib import Path

from generator.records.suppression import remove_folder

_log = logging.getLogger(__name__)
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_ATTEMPTS = 20
_PAUSE = 0.05
"""Seconds between two attempts to rename."""


def swap_in(finished: Path, site: Path) -> None:
    """Move the folder `finished` to `site`; what was there before is removed afterwards.

    Both must lie on one file system. Linux swaps the two names in one call (renameat2); elsewhere
    two renames leave a moment in which the old site lies beside its place, where
    `restore_interrupted` finds it. Raises OSError; the old site is then in its place.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    if not site.exists():
        move(finished, site)
    elif exchange(finished, site):
        shutil.rmtree(finished)
    else:
        remove_folder(_log, marked_name(site, "old"))  # what is open elsewhere goes next time


def exchange(finished: Path, site: Path) -> bool:
    """Move `finished` to `site`; whether what was there lies at `finished` now.

    Else, where the system cannot swap two folders at once, it lies beside the site under the name
    that `restore_interrupted` knows. Raises OSError; the old site is then in its place.
    """
    if _swap_names(finished, site):
        return True
    _log.info("the system cannot swap two folders at once, so there are two renames")
    old = marked_name(site, "old")
    remove_folder(_log, old)
    move(site, old)
    try:
        move(finished, site)
    except OSError:
        move(old, site)
        raise
    return False


def restore_interrupted(site: Path) -> None:
    """Put the old site back if the last run was killed between the two renames of `swap_in`."""
    old = marked_name(site, "old")
    if old.exists() and not site.exists():
        _log.info("the last run was cut short: %s is put back from %s", site, old)
        move(old, site)
    elif old.exists():
        shutil.rmtree(old)


def move(source: Path, target: Path) -> None:
    """Rename a file, over what is there, or a folder; wait while another program has it open.

    Windows refuses to rename what a virus scanner or a reader holds for a moment. Raises OSError.
    """
    for _ in range(_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError as error:
            _log.info("cannot rename %s yet: %s", source, error)
            time.sleep(_PAUSE)
        else:
            return
    source.replace(target)


def marked_name(path: Path, state: str) -> Path:
    """Where an earlier or a coming state of a file or folder lies beside it, under our own mark.

    >>> marked_name(Path("out/site"), "new").name
    '.site.niemyet-new'

    What bears the mark is ours to remove; `site.old` and `site.new` may be somebody else's.
    """
    return path.with_name(f".{path.name}.niemyet-{state}")


def remove_unfinished(file: Path) -> None:
    """Remove what a run that was killed left of a file, before this one has any reason to end."""
    marked_name(file, "new").unlink(missing_ok=True)


def try_to_write(file: Path) -> None:
    """Raise OSError when a file cannot be written; found before there is anything to write."""
    if file.is_dir():
        raise IsADirectoryError(str(file))
    unfinished = marked_name(file, "new")
    unfinished.touch()
    unfinished.unlink()


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that readers see all of it or what was there before. Raises OSError."""
    unfinished = marked_name(file, "new")
    try:
        unfinished.write_bytes(content)
        move(unfinished, file)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def _swap_names(one: Path, two: Path) -> bool:
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # a C library of before 2018
        return False
    names = os.fsencode(one), os.fsencode(two)
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
