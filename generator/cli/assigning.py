"""`niemyet assign-code OLD CODE`: give a procedure its national code, everywhere at once."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from generator.authoring.codes import FileEdit, assign_code, check_code
from generator.authoring.scaffold import CannotDraftError
from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder
from generator.cli.resources import check_from_options
from generator.cli.verb import Command
from generator.locale import Words
from generator.records.layout import catalogue_files


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument("old", metavar=words("metavar.code"), help=words("help.assign_old"))
    parser.add_argument("code", metavar=words("metavar.code"), help=words("help.assign_new"))


def _assign_code(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    try:
        check_code(check_from_options(root, options, words).catalogue, options.old, options.code)
    except CannotDraftError as error:
        raise MisuseError(words(error.key, **error.values)) from None
    edits = []
    for file in (one for one in catalogue_files(root) if not one.barrier):
        content = (root / file.path).read_bytes()
        edit = assign_code(file.path, content, options.old, options.code)
        edits += [edit] if edit else []
    _write_edits(root, edits)
    for edit in edits:
        print(words("assign.changed", path=edit.new_path))
    print(words("assign.done", old=options.old, code=options.code, count=len(edits)))
    return CLEAN


def _write_edits(root: Path, edits: Iterable[FileEdit]) -> None:
    """Write every file before any old one goes, so that nothing is lost halfway."""
    moved = []
    for edit in edits:
        file = root / edit.new_path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(edit.content)
        moved += [root / edit.path] if edit.path != edit.new_path else []
    for file in moved:
        file.unlink()
    for folder in {file.parent for file in moved}:
        if not any(folder.iterdir()):
            folder.rmdir()


COMMAND = Command(_add_arguments, _assign_code)
