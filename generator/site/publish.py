"""Put a finished site in place in one step: readers see the old one or the new one, never half."""

import ctypes
import logging
import os
import shutil
from pathlib import Path

_log = logging.getLogger(__name__)
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap_in(finished: Path, site: Path) -> None:
    """Move the folder `finished` to `site`; what was there before is removed afterwards.

    Both must lie on one file system. Linux swaps the two names in one call (renameat2); elsewhere
    two renames leave a moment in which the old site is at `<site>.old`, where `recover` finds it.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    if not site.exists():
        finished.rename(site)
    elif _exchange(finished, site):
        shutil.rmtree(finished)
    else:
        _log.info("the system cannot swap two folders at once, so there are two renames")
        old = _old(site)
        site.rename(old)
        finished.rename(site)
        shutil.rmtree(old)


def restore_interrupted(site: Path) -> None:
    """Put the old site back if the last run was killed between the two renames of `publish`."""
    old = _old(site)
    if old.exists() and not site.exists():
        _log.info("the last run was cut short: %s is put back from %s", site, old)
        old.rename(site)
    elif old.exists():
        shutil.rmtree(old)


def _old(site: Path) -> Path:
    return site.with_name(site.name + ".old")


def _exchange(one: Path, two: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    names = os.fsencode(one), os.fsencode(two)
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
