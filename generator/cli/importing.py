"""`niemyet import`: other people's data in."""

import argparse
import json
import lzma
from pathlib import Path

from generator.cli.common import CLEAN, ERRORS, MisuseError, Verbs, as_of, progress_line
from generator.findings.text import as_text
from generator.imports.portal.convert import Sources, read_sources
from generator.imports.portal.report import refusals, report
from generator.imports.portal.write import Imported, verify, write_catalogue
from generator.imports.words import own_list, read_words
from generator.locale import LANGUAGES, Words, words_of
from generator.records.registers import CitizenWords


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verbs.add_parser("import", help=words_of("vi")("help.import"))
    _import_arguments(parser)


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    systems = parser.add_subparsers(required=True, metavar="portal")
    portal = systems.add_parser("portal", help=help_of("help.portal"))
    portal.add_argument("--lang", choices=LANGUAGES, default="vi", help=help_of("help.lang"))
    portal.add_argument("files", nargs="+", metavar="FILE", help=help_of("help.files"))
    portal.add_argument("--into", required=True, metavar="DIR", help=help_of("help.into"))
    portal.add_argument("--words", metavar="FILE", type=Path, help=help_of("help.words"))
    portal.add_argument("--report", metavar="FILE", help=help_of("help.report"))
    portal.add_argument("--verify", action="store_true", help=help_of("help.verify"))
    portal.set_defaults(run=_import_portal)


def _import_portal(options: argparse.Namespace, words: Words) -> int:
    into = Path(options.into).resolve()
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise MisuseError(words("import.not_empty", path=into))
    spoken = _spoken(options.words or own_list(), words)
    try:
        sources = read_sources(Path(name) for name in options.files)
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise MisuseError(words("import.unreadable", reason=error)) from None
    imported = write_catalogue(sources, into, spoken, progress_line(words, "import.writing"))
    verified = verify(sources, into) if options.verify else None
    refused = refusals(sources, words)
    for line in as_text(refused, words):
        print(line)
    print(_imported(imported, sources, into, words))
    if verified:
        counts = {"strings": verified.strings, "characters": verified.characters}
        print(words("import.verified", lost=verified.lost, **counts))
    if options.report:
        numbers = report(sources, imported, verified, refused, as_of(None, words))
        text = json.dumps(numbers, ensure_ascii=False, indent=2)
        Path(options.report).write_text(text + "\n", encoding="utf8")
    return ERRORS if verified and verified.lost else CLEAN


def _spoken(path: Path | None, words: Words) -> CitizenWords:
    if path is None:
        return CitizenWords(citizen_words=())
    try:
        return read_words(path)
    except ValueError:
        raise MisuseError(words("import.bad_words", path=path)) from None


def _imported(imported: Imported, sources: Sources, into: Path, words: Words) -> str:
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
