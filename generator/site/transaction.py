"""Bring the files of a small change into the site: all of them, or none.

They are made ready in another folder. Once the journal is written there, nothing is left to do
but to rename and to remove; a run that is cut short in the midst of that is finished by the next.
"""

import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import msgspec

from generator.records.sealed import DamagedError, open_sealed, seal
from generator.records.suppression import remove_folder
from generator.site.build_manifest import FILE as MANIFEST
from generator.site.build_manifest import BuildManifest, compute_site_fingerprint
from generator.site.compress import SUFFIXES, packed
from generator.site.publish import move

_log = logging.getLogger(__name__)
_FOLDER = "stage"
_JOURNAL = "journal.msgpack"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where files are made ready: those for MkDocs in `docs`, those of the site in `site`."""

    docs: Path
    site: Path


@dataclass(frozen=True, slots=True)
class _Journal:
    """Where the folders of the stage go, and the files there that are to be removed."""

    targets: dict[str, str]
    removed: Mapping[str, Sequence[str]]


def begin(build: Path) -> Stage:
    """An empty stage."""
    folder = build / _FOLDER
    remove_folder(_log, folder)
    stage = Stage(folder / "docs", folder / "site")
    for part in (stage.docs, stage.site):
        part.mkdir(parents=True)
    return stage


def commit(
    build: Path, site: Path, removed: Mapping[str, Sequence[str]], manifest: BuildManifest
) -> None:
    """Bring what is on the stage into build/docs and the site, with the manifest that fits it."""
    folder = build / _FOLDER
    manifest.fingerprint = compute_site_fingerprint(folder / "site", site)
    manifest.write(folder / MANIFEST)
    journal = _Journal({"docs": str(build / "docs"), "site": str(site)}, removed)
    unfinished = folder / f"{_JOURNAL}.new"
    unfinished.write_bytes(seal(msgspec.msgpack.encode(journal)))
    move(unfinished, folder / _JOURNAL)
    recover(build)


def recover(build: Path) -> None:
    """Finish a change that has a whole journal; forget one that has none."""
    folder = build / _FOLDER
    if journal := _read_journal(build):
        for part, target in journal.targets.items():
            _move(folder / part, Path(target))
            _remove(Path(target), journal.removed.get(part, ()))
        if (folder / MANIFEST).is_file():
            move(folder / MANIFEST, build / MANIFEST)
        (folder / _JOURNAL).unlink()
        _log.debug("what was staged is in %s", ", ".join(journal.targets.values()))
    remove_folder(_log, folder)


def _read_journal(build: Path) -> _Journal | None:
    """The journal of a change; without it, or with a damaged one, none.

    What a damaged one was half through is then made anew: the manifest of the build goes.
    """
    try:
        content = open_sealed((build / _FOLDER / _JOURNAL).read_bytes())
        return msgspec.msgpack.decode(content, type=_Journal)
    except FileNotFoundError:
        return None
    except (DamagedError, msgspec.DecodeError) as error:
        _log.info("the journal of the last change is damaged: %s", error)
        (build / MANIFEST).unlink(missing_ok=True)
        return None


def _move(source: Path, target: Path) -> None:
    for file in _files(source):
        destination = target / file.relative_to(source)
        destination.parent.mkdir(parents=True, exist_ok=True)
        move(file, destination)
        _forget_packed(destination)


def _forget_packed(file: Path) -> None:
    """Remove what `compress` made of an earlier state of a file."""
    for suffix in SUFFIXES:
        packed(file, suffix).unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent) / name for name in names)


def _remove(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        file = folder / path
        file.unlink(missing_ok=True)
        _forget_packed(file)
        _remove_empty_parents(file, folder)


def _remove_empty_parents(file: Path, top: Path) -> None:
    """Remove the folders of a file that are empty; `top` and what is above it stay."""
    try:
        for parent in takewhile(lambda parent: parent != top, file.parents):
            parent.rmdir()
    except OSError as error:  # the first folder that is not empty stays, and all above it
        _log.debug("folder not removed: %s", error)
