"""What the files of one import hold, and what they and the user say of the decision."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.imports.word.blocks import WordFile, WordLine
from generator.imports.word.contents import read_contents
from generator.imports.word.decisions import PrintedDecision, read_decision, read_reference
from generator.imports.word.exported import (
    drop_supplied,
    is_exported,
    read_exported_contents,
    read_exported_processes,
)
from generator.imports.word.label_rows import number_labels_of_rows
from generator.imports.word.listing import ReadList, read_lists
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.procedure_content import ReadContents
from generator.imports.word.process_tables import read_processes
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.registers import DraftRegisters, spell_agency
from generator.imports.word.unnumbered import read_unnumbered_contents
from generator.law.citations import normalise
from generator.law.text import fold_text, slug
from generator.records.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class WordSources:
    """What was read of one file: its lists, contents, processes, the decision that it holds."""

    file: WordFile
    lists: ReadList
    contents: ReadContents
    processes: tuple[PrintedProcess, ...]
    decision: PrintedDecision | None
    reference: PrintedDecision | None

    @property
    def delegates(self) -> bool:
        """Whether its list is of tasks and powers that are delegated: it publishes nothing."""
        heads = [" ".join(fold_text(line.words).split()) for line in self.lists.headings]
        return any("nhiem vu" in head and "uy quyen" in head for head in heads)

    def lines_outside_forms(self) -> list[WordLine]:
        """The lines of the file but those of forms that were cut off, and of heads of lists."""
        cut = {line.place for one in self.contents.procedures for line in one.cut_forms}
        cut |= {line.place for line in self.lists.headings}
        return [line for line in self.file.lines if line.place not in cut]


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """How a command was typed: each file by its name with its folder, and the catalogue."""

    paths: Mapping[str, str] = field(default_factory=dict)
    into: str = "…"

    def command(self, files: Sequence[str], number: str | None = None) -> str:
        """The command that imports some files as one decision, as it is to be typed.

        Each decision has a report of its own: the next import would overwrite a common one.
        """
        named = " ".join(_quoted(self.paths.get(name, name)) for name in files)
        into = _quoted(self.into)
        report = f" --report nhap-word-{slug(number.partition('/')[0])}.html" if number else ""
        return f"  niemyet import word {named} --into {into} --number {number or '…'}{report}"


def _quoted(path: str) -> str:
    """A path as every shell takes it."""
    return f'"{path}"' if re.search(r"[^\w./\\:…-]", path) else path


@dataclass(frozen=True, slots=True)
class GivenByUser:
    """What the command line says of the decision, before what the files say."""

    number: str | None = None
    signed: date | None = None
    agency: str | None = None
    field_name: str | None = None
    effective: date | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    """The beginning of the name of an internal process, and the procedure that it belongs to."""
    typed: TypedCommand = TypedCommand()
    agency_name: str | None = None
    """The whole name of an agency that the catalogue has not, where the files print a part."""
    agency_level: str | None = None
    """The level of that one, where it is stated; else its name tells it."""


def read_sources_of(file: WordFile) -> WordSources:
    """Everything that one file holds."""
    decision = drop_supplied(read_decision(file.lines), file.carried)
    processes: Sequence[PrintedProcess]
    if is_exported(file.lines):
        contents = read_exported_contents(file.lines, file.carried)
        processes = read_exported_processes(file.lines)
    else:
        contents, processes = _read_contents(file.lines), read_processes(file.blocks)
    return WordSources(
        file,
        read_lists(file.blocks, pages_cut=file.converted),
        contents,
        tuple(processes),
        decision,
        read_reference(file.lines),
    )


def _read_contents(lines: Sequence[WordLine]) -> ReadContents:
    """The contents by their numbered labels; in a file without any, by the words of these."""
    laid_out = number_labels_of_rows(lines)
    numbered = read_contents(laid_out.lines)
    numbered.headings += laid_out.numbers if numbered.procedures else ()
    plain = None if numbered.procedures else read_unnumbered_contents(lines)
    return plain if plain and plain.procedures else numbered


def merge_decisions(sources: Sequence[WordSources], given: GivenByUser) -> PrintedDecision:
    """The decision that publishes: as its own file says it, as annexes and the user name it.

    Raises UnreadableFileError when nothing says its number or its day.
    """
    own = [source.decision for source in sources if source.decision]
    best = next((one for one in own if one.number), own[0] if own else PrintedDecision())
    references = [source.reference for source in sources if source.reference]
    named = next((one for one in references if one.number), PrintedDecision())
    by = next((one.agency for one in references if one.agency), None)
    best.number = given.number or best.number or named.number
    best.signed = given.signed or best.signed or named.signed
    best.effective = given.effective or best.effective
    best.agency = given.agency_name or best.agency or by
    _refuse_missing(best, given)
    return best


def complete_agency(sources: Sequence[WordSources], typed: str) -> str | None:
    """A typed name that ends the one of which the files print only the beginning; else None."""
    printed = (one for source in sources for one in (source.decision, source.reference) if one)
    cut = [one.agency for one in printed if one.agency and one.agency_cut]
    begins = any(spell_agency(typed).startswith(f"{spell_agency(name)} ") for name in cut)
    return typed if begins else None


def _refuse_missing(printed: PrintedDecision, given: GivenByUser) -> None:
    """Raise UnreadableFileError with everything that nothing says, so that it is asked once."""
    found = (
        ("--number", printed.number),
        ("--signed", printed.signed),
        ("--agency", printed.agency or given.agency),
    )
    missing = [option for option, value in found if not value]
    if missing == ["--agency"]:
        raise UnreadableFileError("office.no_agency")
    if missing:
        raise UnreadableFileError("office.no_number", options=", ".join(missing))


def find_publisher(printed: PrintedDecision, catalogue: Catalogue) -> str | None:
    """The id of the issuing agency: the one of the printed name, or the one whose decisions in the
    catalogue have the same symbol, or the one name that begins as the printed one.
    """
    registers = DraftRegisters(catalogue, "")
    named = registers.find_agency(printed.agency) if printed.agency else None
    if named or (printed.agency and not printed.agency_cut):
        return named
    symbol = _symbol_of(printed.number or "")
    used = {one.agency for one in catalogue.decisions.values() if _symbol_of(one.number) == symbol}
    begins = spell_agency(printed.agency or "")
    alike = {
        key
        for key, agency in catalogue.agencies.items()
        if begins and spell_agency(agency.name).startswith(f"{begins} ")
    }
    return next(
        (found.pop() for found in (used if symbol else set(), alike) if len(found) == 1), None
    )


def _symbol_of(number: str) -> str:
    """What follows the serial of a number, where it names an office: QĐ-VP.UBND.KSTT.

    QĐ-UBND is that of every committee.
    """
    symbol = normalise(number).partition("/")[2]
    return symbol if "." in symbol else ""


def level_of_agency(name: str) -> str:
    """The level that the name of an agency tells."""
    low = name.lower()
    if "xã" in low or "phường" in low or "đặc khu" in low:
        return "commune"
    return "central" if low.startswith("bộ ") else "province"
