"""Write the drafts of a decision into a catalogue: all of them, or none."""

import logging
import tempfile
from pathlib import Path

from generator.findings.problem import Problem
from generator.records.layout import catalogue_file
from generator.records.reading import read_record
from generator.records.suppression import remove_folder
from generator.site.publish import move

_log = logging.getLogger(__name__)
_WHOLE = ".niemyet-drafts"
"""The folder in a catalogue with drafts on their way; nobody reads what is hidden there."""


def find_broken(files: dict[str, str]) -> list[Problem]:
    """What would keep the drafts from being read back: none is written then."""
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory(prefix="niemyet-") as folder:
        _write_below(Path(folder), files)
        for path in files:
            problems += read_record(Path(folder), catalogue_file(path)).problems
    return problems


def write_drafts(files: dict[str, str], root: Path) -> None:
    """Write files below a folder; when one cannot be written, none is. Raises OSError.

    Once all are there whole, nothing is left to do but to rename them; a run that is cut short in
    the midst of that is finished by the next.
    """
    finish_drafts(root)
    unfinished = root / f"{_WHOLE}-new"
    try:
        _write_below(unfinished, files)
        move(unfinished, root / _WHOLE)
    except OSError:
        remove_folder(_log, unfinished)
        raise
    finish_drafts(root)


def finish_drafts(root: Path) -> None:
    """Bring in the drafts that an earlier run had whole, and forget what it had not."""
    whole = root / _WHOLE
    for file in sorted(path for path in whole.rglob("*") if path.is_file()):
        target = root / file.relative_to(whole)
        target.parent.mkdir(parents=True, exist_ok=True)
        move(file, target)
    for folder in (whole, root / f"{_WHOLE}-new"):
        remove_folder(_log, folder)


def _write_below(folder: Path, files: dict[str, str]) -> None:
    remove_folder(_log, folder)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf8", newline="\n")
