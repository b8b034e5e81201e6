"""Write the drafts of a decision into a catalogue: all of them, or none."""

import logging
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.findings.problem import Problem
from generator.records.layout import catalogue_file
from generator.records.reading import read_record
from generator.records.suppression import remove_folder, suppress_logged
from generator.site.publish import move, remove_unfinished, write_whole

_log = logging.getLogger(__name__)
_JOURNAL = ".niemyet-drafts"
"""The folder in a catalogue that says what is being written; nobody reads what is hidden there.

`new` has the drafts, `old` what stood in their places.
"""
_OPENED, _CLOSED = f"{_JOURNAL}-new", f"{_JOURNAL}-done"


class HalfWrittenError(OSError):
    """What was written could not be taken back; the next run does it."""


def find_broken(files: dict[str, str]) -> list[Problem]:
    """What would keep the drafts from being read back: none is written then."""
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory(prefix="niemyet-") as folder:
        _write_below(Path(folder), files)
        for path in files:
            problems += read_record(Path(folder), catalogue_file(path)).problems
    return problems


def find_broken_before(files: Iterable[str], root: Path) -> list[Problem]:
    """What keeps files of the catalogue from being read to which drafts would add."""
    there = (path for path in files if (root / path).is_file())
    return [one for path in there for one in read_record(root, catalogue_file(path)).problems]


def write_drafts(files: dict[str, str], root: Path) -> None:
    """Write files below a folder; when one cannot be written, none is.

    Raises OSError; HalfWrittenError when what was written could not be taken back.
    """
    take_back_drafts(root)
    for path in files:
        _require_place(root / path, root)
    _open_journal(files, root)
    try:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(root / path, text.encode())
        _close_journal(root)
    except OSError:
        _take_back_or_fail(root)
        raise


def take_back_drafts(root: Path) -> None:
    """Take back what a run wrote that was cut short; what people changed since stays.

    Raises OSError.
    """
    new, old = root / _JOURNAL / "new", root / _JOURNAL / "old"
    for draft in _files_in(new):
        target = root / draft.relative_to(new)
        with suppress_logged(_log, f"look beside {target}", NotADirectoryError):
            remove_unfinished(target)
        if not target.is_file() or target.read_bytes() != draft.read_bytes():
            continue
        before = old / draft.relative_to(new)
        if before.is_file():
            write_whole(target, before.read_bytes())
        else:
            target.unlink()
    for draft in _files_in(new):
        _remove_empty((root / draft.relative_to(new)).parents, root)
    _close_journal(root)


def _require_place(target: Path, root: Path) -> None:
    """Raise OSError where a file cannot be written: found before the first one is."""
    there = next(one for one in target.parents if one == root or os.path.lexists(one))
    if not there.is_dir():
        raise NotADirectoryError(str(there))
    if target.is_dir():
        raise IsADirectoryError(str(target))
    if not os.access(there, os.W_OK | os.X_OK):
        raise PermissionError(str(there))


def _open_journal(files: dict[str, str], root: Path) -> None:
    """Write down what is to be written, and what stands there; at once or not at all."""
    opened = root / _OPENED
    existing = (path for path in files if (root / path).is_file())
    try:
        _write_below(opened / "new", files)
        for path in existing:
            before = opened / "old" / path
            before.parent.mkdir(parents=True, exist_ok=True)
            before.write_bytes((root / path).read_bytes())
        move(opened, root / _JOURNAL)
    except OSError:
        remove_folder(_log, opened)
        raise


def _take_back_or_fail(root: Path) -> None:
    try:
        take_back_drafts(root)
    except OSError as error:
        raise HalfWrittenError(*error.args) from error


def _close_journal(root: Path) -> None:
    """Forget what was written: the one step after which nothing is taken back."""
    remove_folder(_log, root / _CLOSED)
    if (root / _JOURNAL).exists():
        move(root / _JOURNAL, root / _CLOSED)
    for name in (_CLOSED, _OPENED):
        remove_folder(_log, root / name)


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _remove_empty(folders: Iterable[Path], root: Path) -> None:
    for folder in folders:
        if folder == root:
            return
        with suppress_logged(_log, f"remove {folder}, which holds other files or is gone", OSError):
            folder.rmdir()


def _write_below(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf8", newline="\n")
