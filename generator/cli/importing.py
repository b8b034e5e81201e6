"""`niemyet import`: data of other systems into a new catalogue."""

import argparse
import json
import lzma
from pathlib import Path

from generator.cli.arguments import add_jobs
from generator.cli.common import (
    CLEAN,
    ERRORS,
    MisuseError,
    find_folder,
    parse_day,
    parse_jobs,
    progress_line,
)
from generator.cli.importing_excel import add_excel_arguments, import_excel
from generator.cli.importing_word import add_word_arguments, import_word
from generator.cli.resources import start_workers
from generator.cli.verb import Command, Verb
from generator.findings.reasons import error_words
from generator.findings.text import as_text
from generator.imports.life_events import write_life_events
from generator.imports.places.agencies import write_places_of_agencies
from generator.imports.places.convert import convert_tables
from generator.imports.places.tables import Tables, read_tables
from generator.imports.places.write import FOLDER, findings_of, write_places
from generator.imports.portal.convert import read_sources
from generator.imports.portal.input_records import Sources
from generator.imports.portal.publishers import UnknownPublisherError, keep_publisher
from generator.imports.portal.report import refusals, report
from generator.imports.portal.write import Imported, verify, write_catalogue
from generator.imports.words import own_list, read_words
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.gaps.report import GapReport, living_codes, report_gaps
from generator.pages.gaps.sentences import kind_lines, summary_line
from generator.records.received import ReceivedLimitError
from generator.records.registers import CitizenWords
from generator.records.tree import load_catalogue
from generator.site.publish import remove_unfinished, write_whole

TWO_TIERS_SINCE = "2025-07-01"
"""The day on which the units of today began (Luật Tổ chức chính quyền địa phương 72/2025/QH15)."""
_MOST_PUBLISHERS = 40
"""Publishers that are listed where none is the one that was asked for."""


def _add_portal_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    file, folder = words("metavar.file"), words("metavar.folder")
    parser.add_argument("files", nargs="+", metavar=file, help=words("help.files"))
    parser.add_argument("--into", required=True, metavar=folder, help=words("help.into"))
    name = words("metavar.agency")
    parser.add_argument("--publisher", metavar=name, help=words("help.import_publisher"))
    parser.add_argument("--words", metavar=file, type=Path, help=words("help.words"))
    parser.add_argument("--report", metavar=file, help=words("help.report"))
    parser.add_argument("--verify", action="store_true", help=words("help.read_back"))
    add_jobs(parser, words)


def _import_portal(options: argparse.Namespace, words: Words) -> int:
    into = Path(options.into).resolve()
    if options.report:
        remove_unfinished(Path(options.report))
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise MisuseError(words("import.not_empty", path=into))
    citizen_words = _read_citizen_words(options.words or own_list(), words)
    jobs = parse_jobs(options.jobs, words)
    try:
        sources = read_sources(Path(name) for name in options.files)
    except ReceivedLimitError as error:
        raise MisuseError(words(error.key, **error.values)) from None
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise MisuseError(words("import.unreadable", reason=error_words(error, words))) from None
    if options.publisher:
        sources = _keep_publisher(sources, options.publisher, words)
    imported = write_catalogue(sources, into, citizen_words, progress_line(words, "import.writing"))
    verified = verify(sources, into) if options.verify else None
    refused = refusals(sources, words)
    for line in as_text(refused, words):
        print(line)
    print(_summary(imported, sources, into, words))
    gaps = _look_for_gaps(into, jobs, words)
    _print_gaps(gaps, into, words)
    if verified:
        counts = {"strings": verified.strings, "characters": verified.characters}
        print(words("import.verified", lost=verified.lost, **counts))
    if options.report:
        numbers = report(sources, imported, verified, refused, gaps, words)
        text = json.dumps(numbers, ensure_ascii=False, indent=2)
        write_whole(Path(options.report), f"{text}\n".encode())
    return ERRORS if verified and verified.lost else CLEAN


def _keep_publisher(sources: Sources, asked: str, words: Words) -> Sources:
    try:
        return keep_publisher(sources, asked)
    except UnknownPublisherError as error:
        known = "; ".join(error.known[:_MOST_PUBLISHERS])
        raise MisuseError(words("import.no_publisher", asked=asked, known=known)) from None


def _look_for_gaps(into: Path, jobs: int, words: Words) -> GapReport:
    """What the new catalogue leaves open today, as `niemyet gaps` lists it."""
    with start_workers(str(jobs), words) as executor:
        catalogue, _ = load_catalogue(into, executor)
    edition = Edition(catalogue, parse_day(None, words), words)
    progress = progress_line(words, "gaps.reading")
    return report_gaps(edition, living_codes(edition), jobs, progress)


def _print_gaps(gaps: GapReport, into: Path, words: Words) -> None:
    for name, count in kind_lines(gaps, words):
        print(f"{words.number(count):>7} × {name}")
    print(summary_line(gaps, words))
    print(words("gaps.list_all", catalogue=into))


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


def _add_place_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    file, folder = words("metavar.file"), words("metavar.folder")
    parser.add_argument("files", nargs="+", metavar=file, help=words("help.place_files"))
    parser.add_argument("--into", required=True, metavar=folder, help=words("help.places_into"))
    parser.add_argument("--since", metavar=words("metavar.day"), help=words("help.places_since"))


def _import_places(options: argparse.Namespace, words: Words) -> int:
    into = find_folder(options.into, words, "--into")
    if any((into / FOLDER).glob("*")):
        raise MisuseError(words("import.not_empty", path=into / FOLDER))
    since = parse_day(options.since or TWO_TIERS_SINCE, words)
    converted = convert_tables(_read_place_tables(options.files, words), since)
    for line in as_text(findings_of(converted.flaws, words), words):
        print(line)
    write_places(converted, into)
    placed = write_places_of_agencies(into)
    communes = sum(len(place.communes) for place in converted.places.values())
    counts = {"places": len(converted.places), "communes": communes, "links": converted.links}
    print(words("import.places_done", lost=converted.lost, into=into, **counts))
    if placed:
        print(words("import.places_of_agencies", count=placed))
    return CLEAN


def _read_place_tables(files: list[str], words: Words) -> Tables:
    try:
        return read_tables(map(Path, files))
    except ReceivedLimitError as error:
        raise MisuseError(words(error.key, **error.values)) from None
    except ValueError as error:
        raise MisuseError(words("import.not_places", path=error)) from None
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise MisuseError(words("import.unreadable", reason=error_words(error, words))) from None


def _add_event_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    folder = words("metavar.folder")
    parser.add_argument("--into", required=True, metavar=folder, help=words("help.events_into"))


def _import_events(options: argparse.Namespace, words: Words) -> int:
    into = find_folder(options.into, words, "--into")
    print(words("import.events_done", count=write_life_events(into), into=into))
    return CLEAN


COMMAND = Command(
    verbs={
        Verb("portal", "help.portal"): Command(_add_portal_arguments, _import_portal),
        Verb("places", "help.places"): Command(_add_place_arguments, _import_places),
        Verb("word", "help.import_word"): Command(add_word_arguments, import_word),
        Verb("excel", "help.import_excel"): Command(add_excel_arguments, import_excel),
        Verb("life-events", "help.life_events"): Command(_add_event_arguments, _import_events),
    },
)
