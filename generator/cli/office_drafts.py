"""Drafts made of office files: written all together or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.cli.common import MisuseError
from generator.findings.problem import Problem
from generator.findings.reasons import error_words, reason_key
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.write import (
    HalfWrittenError,
    find_broken,
    find_broken_before,
    write_drafts,
)
from generator.locale import Words


@contextmanager
def copy_for_trial(into: Path) -> Iterator[Path]:
    """A copy of a catalogue in which drafts are tried; its files are shared where links can be."""
    with tempfile.TemporaryDirectory(prefix="niemyet-") as folder:
        copy = Path(folder) / into.name
        shutil.copytree(into, copy, copy_function=_share_file)
        yield copy


def _share_file(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def write_office_drafts(files: dict[str, str], into: Path, words: Words) -> None:
    """Write drafts into a catalogue. Raises MisuseError; then none is written."""
    for key, broken in (
        ("office.broken_before", find_broken_before(files, into)),
        ("office.broken_drafts", find_broken(files)),
    ):
        if broken:
            raise MisuseError(words(key, problems=_named(broken, words)))
    try:
        write_drafts(files, into)
    except OSError as error:
        key = "office.half_written" if isinstance(error, HalfWrittenError) else "office.not_written"
        raise MisuseError(words(key, reason=error_words(error, words))) from None


def _named(problems: Iterable[Problem], words: Words) -> str:
    said = {f"{one.path}: {words(f'findings.{one.code}.title')} ({one.code})" for one in problems}
    return "; ".join(sorted(said))


def refusal_words(error: UnreadableFileError, words: Words) -> str:
    """Why an office file cannot be read; what the system says of it is in words too."""
    values = {
        key: words(reason_key(value) or "reason.system") if isinstance(value, OSError) else value
        for key, value in error.values.items()
    }
    return words(error.key, **values)
