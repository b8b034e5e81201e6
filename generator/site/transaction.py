"""Bring the files of a small change into the site: all of them, or none.

They are made ready in another folder. Once the journal is written there, nothing is left to do
but to rename and to remove; a run that is cut short in the midst of that is finished by the next.

Readers of a published site see one state of it at any time: the change is made in a copy of hard
links, which takes the place of the site in one step. A preview renames file by file: two calls for
each of 37,000 files, to link and to remove, would cost more than most changes.
"""

import logging
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import msgspec

from generator.records.sealed import DamagedError, open_sealed, seal
from generator.records.suppression import remove_folder
from generator.site.build_manifest import FILE as MANIFEST
from generator.site.build_manifest import BuildManifest, compute_site_fingerprint
from generator.site.compress import SUFFIXES, packed
from generator.site.publish import exchange, marked_name, move

_log = logging.getLogger(__name__)
_FOLDER = "stage"
_JOURNAL = "journal.msgpack"
_GENERATION = "generation"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where files are made ready: those for MkDocs in `docs`, those of the site in `site`."""

    docs: Path
    site: Path


@dataclass(frozen=True, slots=True)
class _Journal:
    """Where the folders of the stage go, and the files there that are to be removed.

    `generation` is the number on its disk (inode) of the whole new site on the stage; 0 where files
    go one by one.
    """

    targets: dict[str, str]
    removed: Mapping[str, Sequence[str]]
    generation: int = 0


def begin(build: Path) -> Stage:
    """An empty stage."""
    folder = build / _FOLDER
    remove_folder(_log, folder)
    stage = Stage(folder / "docs", folder / "site")
    for part in (stage.docs, stage.site):
        part.mkdir(parents=True)
    return stage


def commit(
    build: Path,
    site: Path,
    removed: Mapping[str, Collection[str]],
    manifest: BuildManifest,
    *,
    in_one_step: bool = False,
) -> None:
    """Bring what is on the stage into build/docs and the site, with the manifest that fits it.

    With `in_one_step`, no reader ever sees files of before beside files of after; where the disk
    has no hard links they go one by one all the same. Raises OSError.
    """
    folder = build / _FOLDER
    manifest.fingerprint = compute_site_fingerprint(folder / "site", site)
    manifest.write(folder / MANIFEST)
    generation = _make_generation(folder, site, removed.get("site", ())) if in_one_step else 0
    gone = {part: sorted(paths) for part, paths in removed.items()}
    journal = _Journal({"docs": str(build / "docs"), "site": str(site)}, gone, generation)
    unfinished = folder / f"{_JOURNAL}.new"
    unfinished.write_bytes(seal(msgspec.msgpack.encode(journal)))
    move(unfinished, folder / _JOURNAL)
    recover(build)


def recover(build: Path) -> None:
    """Finish a change that has a whole journal; forget one that has none."""
    folder = build / _FOLDER
    if journal := _read_journal(build):
        if journal.generation and not _install_generation(folder / _GENERATION, journal):
            _log.info("the last change was cut short on another disk: everything is made anew")
            (build / MANIFEST).unlink(missing_ok=True)
        else:
            _bring_in(folder, build, journal)
        (folder / _JOURNAL).unlink()
    remove_folder(_log, folder)


def _bring_in(stage: Path, build: Path, journal: _Journal) -> None:
    """Rename and remove all that the journal names; what is done already is no failure."""
    for part, target in journal.targets.items():
        _move(stage / part, Path(target))
        _remove(Path(target), journal.removed.get(part, ()))
    if (stage / MANIFEST).is_file():
        move(stage / MANIFEST, build / MANIFEST)
    _log.debug("what was staged is in %s", ", ".join(journal.targets.values()))


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


def _make_generation(stage: Path, site: Path, removed: Iterable[str]) -> int:
    """Make the whole new site on the stage; returns its inode, 0 where the disk has no links."""
    generation = stage / _GENERATION
    try:
        _copy_linked(os.fspath(site), os.fspath(generation))
    except (OSError, AttributeError, NotImplementedError) as error:  # some systems have no links
        _log.info("the site cannot be copied as hard links: %s", error)
        remove_folder(_log, generation)
        return 0
    _move(stage / "site", generation)
    _remove(generation, removed)
    return generation.stat().st_ino


def _copy_linked(source: str, target: str) -> None:
    """Copy a folder, its files as hard links. Raises OSError."""
    Path(target).mkdir()
    with os.scandir(source) as entries:
        for entry in entries:
            copy = f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _copy_linked(entry.path, copy)
            else:
                os.link(entry.path, copy, follow_symlinks=False)


def _install_generation(generation: Path, journal: _Journal) -> bool:
    """Whether the new site is in place: a run that was cut short may have put it there."""
    site = Path(journal.targets["site"])
    if _inode_of(site) == journal.generation:
        return True
    if _inode_of(generation) != journal.generation:
        return False
    if not site.exists():
        move(generation, site)
    elif not exchange(generation, site):
        remove_folder(_log, marked_name(site, "old"))
    return True


def _inode_of(folder: Path) -> int:
    return folder.stat().st_ino if folder.exists() else 0


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
