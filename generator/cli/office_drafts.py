"""Drafts made of office files: written all together or not at all."""

from pathlib import Path

from generator.cli.common import MisuseError
from generator.findings.reasons import error_words
from generator.imports.word.write import find_broken, write_drafts
from generator.locale import Words


def write_office_drafts(files: dict[str, str], into: Path, words: Words) -> None:
    """Write drafts into a catalogue, and say how many. Raises MisuseError; then none is written."""
    broken = find_broken(files)
    if broken:
        named = "; ".join(sorted({f"{one.path} {one.code}" for one in broken}))
        raise MisuseError(words("office.broken_drafts", problems=named))
    try:
        write_drafts(files, into)
    except OSError as error:
        reason = error_words(error, words)
        raise MisuseError(words("office.not_written", reason=reason)) from None
    print(words("office.written", count=len(files), into=into))
