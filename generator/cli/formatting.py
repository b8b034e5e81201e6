"""`niemyet fmt`: the keys of records in the order of the schema."""

import argparse
from pathlib import Path

from generator.authoring.formatter import formatted
from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, ERRORS, find_folder, find_inside
from generator.cli.verb import Verb
from generator.locale import Words
from generator.records.layout import CatalogueFile, catalogue_files


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument("--check", action="store_true", help=words("help.fmt_check"))
    parser.add_argument("paths", nargs="*", metavar=words("metavar.path"), help=words("help.paths"))


def _format_records(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    wanted = [find_inside(root, path, words) for path in options.paths]
    changed = []
    for place in catalogue_files(root):
        if wanted and place.path not in wanted:
            continue
        if _format_record(root, place, options.check):
            changed.append(place.path)
            print(words("fmt.would_change" if options.check else "fmt.changed", path=place.path))
    print(words("fmt.done", count=len(changed)))
    return ERRORS if options.check and changed else CLEAN


def _format_record(root: Path, place: CatalogueFile, only_check: bool) -> bool:
    """Whether the keys of a file were (or would be) moved; one that cannot be read stays."""
    file = root / place.path
    content = file.read_bytes()
    new = formatted(place.kind, content) if place.kind else None
    if new is None or new == content:
        return False
    if not only_check:
        file.write_bytes(new)
    return True


VERB = Verb("fmt", "help.fmt", _add_arguments, _format_records)
