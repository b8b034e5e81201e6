"""The state in which a build leaves a site and its sources, to find what was done to them since.

Sizes and times tell what was touched; bytes that rot under the same size and time are found by a
comparison with a site that is made anew (`differing_files`).
"""

import filecmp
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.addresses import DESK_FOLDER, OFFLINE_FOLDER
from generator.records.sealed import DamagedError, open_sealed, seal
from generator.records.suppression import suppress_logged
from generator.site.compress import SUFFIXES

_log = logging.getLogger(__name__)
FILE = "site.msgpack"
_State = dict[str, tuple[int, int]]
"""The size and the time of change, in nanoseconds, of every file by its path."""
_MADE_APART = (f"{DESK_FOLDER}/", f"{OFFLINE_FOLDER}/")
_SOURCES = "docs"
"""The folder, below that for generated files, of the sources for plain MkDocs."""


@dataclass(frozen=True, slots=True)
class FolderDamage:
    """The files that are not as the last build left them, and those that it did not leave."""

    changed: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything was done to the folder."""
        return bool(self.changed or self.added)


@dataclass(frozen=True, slots=True)
class SiteDamage:
    """What was done to a site, and to its sources."""

    site: FolderDamage
    sources: FolderDamage


def remember_site(build: Path, site: Path) -> None:
    """Keep the state of a site; a disk that refuses only makes the next build do everything."""
    with suppress_logged(_log, f"write {build / FILE}", OSError):
        state = (_state_of(site), _state_of(build / _SOURCES))
        (build / FILE).write_bytes(seal(msgspec.msgpack.encode(state)))


def find_damage(build: Path, site: Path) -> SiteDamage | None:
    """What happened to a site since its state was kept; None when that cannot be told."""
    try:
        content = open_sealed((build / FILE).read_bytes())
        known = msgspec.msgpack.decode(content, type=tuple[_State, _State])
    except (OSError, DamagedError, msgspec.DecodeError) as error:
        _log.info("the state of %s is not known: %s", site, error)
        return None
    return SiteDamage(_compare(known[0], site), _compare(known[1], build / _SOURCES))


def _compare(known: _State, folder: Path) -> FolderDamage:
    now = _state_of(folder)
    changed = frozenset(path for path, seen in known.items() if now.get(path) != seen)
    return FolderDamage(changed, frozenset(now.keys() - known.keys()))


def differing_files(one: Path, other: Path) -> list[str]:
    """The files that only one of two sites has, or that hold other bytes there."""
    ours, theirs = _state_of(one), _state_of(other)
    return sorted(
        path
        for path in ours.keys() | theirs.keys()
        if path not in ours
        or path not in theirs
        or not filecmp.cmp(one / path, other / path, shallow=False)
    )


def _state_of(site: Path) -> _State:
    """The state of what a build makes; the desk and the copy to download are made by themselves."""
    files = _files_below(os.fspath(site), "") if site.is_dir() else ()
    return {path: seen for path, seen in files if not path.startswith(_MADE_APART)}


def _files_below(folder: str, prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every file but those that `compress` made of another one."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, f"{prefix}{entry.name}/")
            elif not entry.name.endswith(SUFFIXES):
                seen = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, (seen.st_size, seen.st_mtime_ns)
