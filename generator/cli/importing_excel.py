"""`niemyet import excel`: lists in Excel compared with a catalogue, or drafted into it."""

import argparse
from pathlib import Path

from generator.cli.arguments import add_jobs
from generator.cli.common import CLEAN, MisuseError, find_folder
from generator.cli.importing_word import require_office
from generator.cli.office_drafts import refusal_words, write_office_drafts
from generator.cli.resources import start_workers
from generator.imports.excel.compare import ListComparison, compare_list
from generator.imports.excel.drafts import draft_listed
from generator.imports.excel.reading import ExcelList, read_excel_list
from generator.imports.excel.table import comparison_as_csv
from generator.imports.word.draft_files import register_files
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.registers import DraftRegisters
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue


def add_excel_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the arguments of `niemyet import excel`."""
    file, folder = words("metavar.file"), words("metavar.folder")
    parser.add_argument("files", nargs="+", metavar=file, help=words("help.excel_files"))
    parser.add_argument("--into", required=True, metavar=folder, help=words("help.excel_into"))
    parser.add_argument("--report", metavar=file, help=words("help.excel_report"))
    parser.add_argument("--write", action="store_true", help=words("help.excel_write"))
    add_jobs(parser, words)


def import_excel(options: argparse.Namespace, words: Words) -> int:
    """Compare the lists with the catalogue; write what only they have if asked to."""
    require_office("openpyxl", words)
    into = find_folder(options.into, words, "--into")
    lists = [_read(name, words) for name in options.files]
    with start_workers(options.jobs, words) as executor:
        catalogue, _ = load_catalogue(into, executor)
    rows = [row for one in lists for row in one.rows]
    comparison = compare_list(rows, catalogue)
    _print_comparison(lists, comparison, words)
    left = [row for one in lists for row in one.left]
    if options.report:
        Path(options.report).write_bytes(comparison_as_csv(comparison, left, words))
        print(words("office.excel.reported", file=options.report))
    else:
        print(words("office.excel.to_report"))
    if options.write:
        _write(comparison, catalogue, into, words)
    return CLEAN


def _read(name: str, words: Words) -> ExcelList:
    try:
        return read_excel_list(Path(name))
    except UnreadableFileError as error:
        reason = refusal_words(error, words)
        raise MisuseError(words("office.of_file", file=name, reason=reason)) from None


def _print_comparison(lists: list[ExcelList], comparison: ListComparison, words: Words) -> None:
    rows = [row for one in lists for row in one.rows]
    print(
        words(
            "office.excel.compared",
            rows=len(rows),
            same=len(comparison.same),
            renamed=len(comparison.renamed),
            only_here=len(comparison.only_here),
            missing=len(comparison.missing),
        )
    )
    counts = {
        "left": sum(len(one.left) for one in lists),
        "without_code": len(comparison.without_code),
        "conflicts": len(comparison.conflicts),
        "repeated": len(comparison.repeated),
        "restored": sum(row.restored for row in rows),
        "repairs": sum(one.repairs.total() for one in lists),
    }
    print(words("office.excel.doubts", **counts))
    for one in lists:
        for row in one.left:
            said = {"sheet": row.sheet, "row": row.number, "words": row.text[:200]}
            reason = words(f"office.excel.{row.lack}", cell=row.cell)
            print(words("office.excel.left_row", reason=reason, **said))


def _write(comparison: ListComparison, catalogue: Catalogue, into: Path, words: Words) -> None:
    registers = DraftRegisters(catalogue, catalogue.settings.publisher)
    files = dict(draft_listed(comparison.only_here, registers))
    files |= register_files(registers, into)
    write_office_drafts(files, into, words)
    print(words("office.written", count=len(files), into=into))
