"""`niemyet fmt`: records with loose values in their proper form, keys in the schema's order."""

import argparse
from functools import cache, partial
from pathlib import Path

from generator.authoring.formatter import formatted
from generator.authoring.rewriting import ReadNames
from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, ERRORS, find_folder, find_inside
from generator.cli.verb import Command
from generator.law.printed_names import printed_names
from generator.locale import Words
from generator.records.layout import CatalogueFile, catalogue_files
from generator.records.loose_values import Names
from generator.records.reading import accept_record
from generator.records.tree import CatalogueBuilder, read_files


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument("--check", action="store_true", help=words("help.fmt_check"))
    parser.add_argument("paths", nargs="*", metavar=words("metavar.path"), help=words("help.paths"))


def _format_records(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    wanted = [find_inside(root, path, words) for path in options.paths]
    changed = []
    read_names = cache(partial(_read_names, root))
    for place in catalogue_files(root):
        if place.barrier or (wanted and place.path not in wanted):
            continue
        if _format_record(root, place, options.check, read_names):
            changed.append(place.path)
            print(words("fmt.would_change" if options.check else "fmt.changed", path=place.path))
    print(words("fmt.done", count=len(changed)))
    return ERRORS if options.check and changed else CLEAN


def _read_names(root: Path) -> Names:
    """The printed names of the agencies, fields and laws of a catalogue."""
    builder = CatalogueBuilder()
    places = [place for place in catalogue_files(root) if place.kind in _REGISTERS]
    for reading in read_files(root, places, None, accept_record, None, None):
        builder.put(reading)
    return printed_names(builder.build())


_REGISTERS = ("agency", "fields", "legal-document")


def _format_record(
    root: Path, place: CatalogueFile, only_check: bool, read_names: ReadNames
) -> bool:
    """Whether a file was (or would be) changed; one that cannot be read stays."""
    file = root / place.path
    content = file.read_bytes()
    new = formatted(place.kind, content, read_names) if place.kind else None
    if new is None or new == content:
        return False
    if not only_check:
        file.write_bytes(new)
    return True


COMMAND = Command(_add_arguments, _format_records)
