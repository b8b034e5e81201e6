"""`niemyet export word`: decisions and procedures as Word files."""

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder
from generator.cli.verb import Command, Verb
from generator.findings.reasons import error_words
from generator.law.text import slug
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.site.publish import write_whole

if TYPE_CHECKING:
    from generator.exports.word.documents import WordExporter


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "names", nargs="+", metavar=words("metavar.name"), help=words("help.export_names")
    )
    parser.add_argument(
        "--into", required=True, metavar=words("metavar.folder"), help=words("help.export_into")
    )
    add_catalogue(parser, words)


def _export_word(options: argparse.Namespace, words: Words) -> int:
    """Write all files or, when a template is wrong, none. Raises MisuseError."""
    require_word(words)
    root = find_folder(options.catalogue, words)
    catalogue = load_catalogue(root)[0]
    from generator.exports.word.documents import WordExporter

    exporter = WordExporter(catalogue, root)
    files = dict(_make_files(options.names, catalogue, exporter, words))
    folder = Path(options.into)
    try:
        for name, content in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
    except OSError as error:
        reason = error_words(error, words)
        raise MisuseError(words("word.not_written", path=folder, reason=reason)) from None
    for name in files:
        print(folder / name)
    if exporter.named_forms:
        print(words("word.forms_left_out", count=words.number(exporter.named_forms)))
    if exporter.open_places:
        print(words("word.open_places", count=words.number(exporter.open_places)))
    return CLEAN


def require_word(words: Words) -> None:
    """Raise MisuseError with what to install when a library of the extra is missing."""
    if not all(find_spec(name) for name in ("docx", "docxtpl", "lxml")):
        raise MisuseError(words("word.no_extra", python=sys.executable))


def _make_files(
    names: list[str], catalogue: Catalogue, exporter: "WordExporter", words: Words
) -> Iterator[tuple[str, bytes]]:
    from generator.exports.word.documents import LEAFLET
    from generator.exports.word.rendering import BadTemplateError

    try:
        for name in names:
            decision = _find_decision(name, catalogue, words)
            if decision is not None:
                folder = re.sub(r"[^\w.-]+", "-", decision)
                for file, content in exporter.export_decision(catalogue.decisions[decision]):
                    yield f"{folder}/{file}", content
                continue
            versions = catalogue.versions.get(name)
            if not versions:
                raise MisuseError(words("word.unknown", name=name))
            yield f"{slug(name)}-{LEAFLET}", exporter.export_leaflet(versions[-1])
    except BadTemplateError as error:
        named = dict(error.values)
        file = named.pop("file")
        if "part" in named:
            named["part"] = words(named["part"])
        reason = words(error.key, **named)
        raise MisuseError(words("word.bad_template", file=file, reason=reason)) from None


def _find_decision(name: str, catalogue: Catalogue, words: Words) -> str | None:
    """The key of the decision of a key or of a number. Raises MisuseError for one of several."""
    if name in catalogue.decisions:
        return name
    found = [one.id for one in catalogue.decisions.values() if one.number == name]
    if len(found) > 1:
        raise MisuseError(words("word.several", name=name, found=", ".join(sorted(found))))
    return found[0] if found else None


COMMAND = Command(verbs={Verb("word", "help.export_word"): Command(_add_arguments, _export_word)})
