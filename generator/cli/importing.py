"""`niemyet import`: data of other systems into a new catalogue."""

import argparse
import json
import lzma
from pathlib import Path

from generator.cli.common import CLEAN, ERRORS, MisuseError, parse_day, progress_line
from generator.cli.verb import Verb
from generator.findings.text import as_text
from generator.imports.portal.convert import Sources, read_sources
from generator.imports.portal.report import refusals, report
from generator.imports.portal.write import Imported, verify, write_catalogue
from generator.imports.words import own_list, read_words
from generator.locale import Words
from generator.records.registers import CitizenWords


def _add_portal_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    file, folder = words("metavar.file"), words("metavar.folder")
    parser.add_argument("files", nargs="+", metavar=file, help=words("help.files"))
    parser.add_argument("--into", required=True, metavar=folder, help=words("help.into"))
    parser.add_argument("--words", metavar=file, type=Path, help=words("help.words"))
    parser.add_argument("--report", metavar=file, help=words("help.report"))
    parser.add_argument("--verify", action="store_true", help=words("help.read_back"))


def _import_portal(options: argparse.Namespace, words: Words) -> int:
    into = Path(options.into).resolve()
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise MisuseError(words("import.not_empty", path=into))
    citizen_words = _read_citizen_words(options.words or own_list(), words)
    try:
        sources = read_sources(Path(name) for name in options.files)
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise MisuseError(words("import.unreadable", reason=error)) from None
    imported = write_catalogue(sources, into, citizen_words, progress_line(words, "import.writing"))
    verified = verify(sources, into) if options.verify else None
    refused = refusals(sources, words)
    for line in as_text(refused, words):
        print(line)
    print(_summary(imported, sources, into, words))
    if verified:
        counts = {"strings": verified.strings, "characters": verified.characters}
        print(words("import.verified", lost=verified.lost, **counts))
    if options.report:
        numbers = report(sources, imported, verified, refused, parse_day(None, words))
        text = json.dumps(numbers, ensure_ascii=False, indent=2)
        Path(options.report).write_text(text + "\n", encoding="utf8", newline="\n")
    return ERRORS if verified and verified.lost else CLEAN


def _read_citizen_words(path: Path, words: Words) -> CitizenWords:
    try:
        return read_words(path)
    except ValueError:
        raise MisuseError(words("import.bad_words", path=path)) from None


def _summary(imported: Imported, sources: Sources, into: Path, words: Words) -> str:
    written = imported.written
    return words(
        "import.done",
        read=sum(sources.read.values()),
        refused=len(sources.refused),
        procedures=written["procedure"],
        decisions=written["decision"],
        agencies=written["agency"],
        documents=written["legal-document"],
        repairs=sum(sources.repairs.values()),
        into=into,
    )


VERB = Verb(
    "import",
    "help.import",
    verbs=(Verb("portal", "help.portal", _add_portal_arguments, _import_portal),),
)
