"""Files that `niemyet export word` wrote: their styles say what each paragraph is.

Such a file carries the record behind its words, which comes back as it was wherever the words
still say it. A part that somebody changed is read by the layout, else as in any other annex.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.exports.word.annexes import (
    SECTION_TITLE,
    TITLE_BEFORE,
    levels_of_section,
    title_line,
)
from generator.exports.word.carried import CarriedProcedure, CarriedRecord
from generator.exports.word.codecs import UnreadableLineError, print_title
from generator.exports.word.columns import row_columns
from generator.exports.word.grammar import ABSENT, LineReader
from generator.exports.word.layout import LABELS
from generator.exports.word.references import PrintedNames, References
from generator.exports.word.signed_parts import NO_CONTENT, print_signed
from generator.exports.word.styles import LineStyle, StyledLine
from generator.exports.word.time_layouts import PROCESS_STEP
from generator.exports.word.versions import read_printed_version
from generator.imports.word.blocks import WordLine
from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.edited_parts import edit_part, plain_text, read_carried_version
from generator.imports.word.labels import ContentPart
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.procedure_content import ProcedureContent, ReadContents
from generator.imports.word.processes import PrintedProcess, ProcessCase, ProcessStage
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.typed_items import style_typed_items
from generator.records.version import InternalStep, Version

_STYLES = {str(style): style for style in LineStyle}
_PARTS = {label: ContentPart(part) for part, label in LABELS.items()}
_NUMBER = re.compile(r"\A\d+\. ")
_TITLE = re.compile(rf"\A\d+\. (?:{TITLE_BEFORE})?")
_SECTION = re.compile(rf"\A[A-Z]\. {SECTION_TITLE}\b")
_CELLS = (("time", ListColumn.TIME, "time"), ("fee", ListColumn.FEE, "fees"))
"""What a list prints, its column, and the part that says the same."""
_OTHER_CELLS = (("place", ListColumn.PLACE), ("basis", ListColumn.BASIS))


def is_exported(lines: Iterable[WordLine]) -> bool:
    """Whether a file has contents in the styles of an export."""
    return any(line.style == LineStyle.TITLE for line in lines)


def read_exported_contents(lines: Sequence[WordLine], record: CarriedRecord) -> ReadContents:
    """The procedures of an exported file; lines of other styles stand before the first, but for
    what somebody typed among the items of a part.
    """
    found = ReadContents()
    part: ContentPart | None = None
    levels: tuple[str, ...] = ()
    for line in style_typed_items(lines):
        content = found.procedures[-1] if found.procedures else None
        if line.style == LineStyle.TITLE:
            found.procedures.append(ProcedureContent([line], levels))
            part = None
        elif _SECTION.match(line.words) and line.style not in _STYLES:
            levels = levels_of_section(line.words)
            found.headings.append(line)
        elif content is None or line.style not in _STYLES:
            found.before.append(line)
        elif line.style == LineStyle.LABEL:
            part = _PARTS.get(line.words, part)
            content.labels.append(line)
            if part:
                content.parts.setdefault(part, [])
        elif part is None:
            (content.labels if line.words == NO_CONTENT.text else content.title).append(line)
        else:
            content.parts[part].append(line)
    _give_carried(found.procedures, record)
    found.procedures = [one for one in found.procedures if one.labels]
    return found


def _give_carried(contents: Sequence[ProcedureContent], record: CarriedRecord) -> None:
    """Give each procedure the first record that is carried under its printed title; one whose title
    was changed, the one record of which it prints most parts.
    """
    left = list(record.procedures)
    for content in contents:
        said = _NUMBER.sub("", content.title[0].words)
        for one in left:
            if one.printed == said == title_line(one.title):
                content.carried = one
                left.remove(one)
                break
    for content in (one for one in contents if one.carried is None):
        printed = [one for one in left if _prints_most(content, one)]
        if len(printed) == 1:
            left.remove(printed[0])
            said = _TITLE.sub("", content.title[0].words)
            content.carried = replace(printed[0], title=said)


def _prints_most(content: ProcedureContent, carried: CarriedProcedure) -> bool:
    """Whether most parts of a procedure are those that an export prints of a record."""
    version = read_carried_version(carried.parts)
    signed = print_signed(version, PrintedNames()) if version else {}
    seen = {str(part): tuple(_styled(lines)) for part, lines in content.parts.items()}
    same = [part for part, lines in signed.items() if plain_text(lines) == _seen(seen, part)]
    return len(same) * 2 > len(signed)


def _seen(parts: Mapping[str, Sequence[StyledLine]], part: str) -> str:
    return plain_text(parts.get(part, ()))


def exported_title(content: ProcedureContent) -> str | None:
    """The exact title of a procedure of an exported file; None for any other file."""
    line = content.title[0] if content.title else None
    if line is None or line.style != LineStyle.TITLE:
        return None
    return content.carried.title if content.carried else _TITLE.sub("", line.words)


def read_exported_version(
    content: ProcedureContent, row: ListedRow | None, registers: DraftRegisters
) -> tuple[dict[str, Any], list[str]]:
    """The fields of a version, and the parts that somebody changed beyond the layout."""
    refs = References(registers.catalogue, lambda text: registers.register_basis(text).document)
    parts = {str(part): list(_styled(lines)) for part, lines in content.parts.items()}
    return read_printed_version(parts | _believed(content, parts, row), {}, refs)


def _believed(
    content: ProcedureContent, parts: Mapping[str, Sequence[StyledLine]], row: ListedRow | None
) -> dict[str, Sequence[StyledLine]]:
    """The carried parts for which an export prints the words that people see.

    Where only the list says something of a procedure, its cells have to say it still.
    """
    carried = content.carried.parts if content.carried else {}
    version = read_carried_version(carried)
    if version is None:
        return {}
    signed = print_signed(version, PrintedNames())
    if not signed:
        kept = set(carried) - set(edited_cells(version, row))
        return {} if content.parts else {part: carried[part] for part in kept}
    found: dict[str, Sequence[StyledLine]] = dict(carried)
    lost = set()
    for part, lines in signed.items():
        seen = parts.get(part, ())
        if part in carried and plain_text(lines) != plain_text(seen):
            edited = edit_part(found, part, lines, seen) if seen else None
            found[part] = edited or carried[part]
            lost |= set() if edited else {part}
    return {part: lines for part, lines in found.items() if part in signed and part not in lost}


def edited_cells(version: Version, row: ListedRow | None) -> Iterator[str]:
    """The parts of which the list says something else than an export prints there."""
    printed = row_columns(version, PrintedNames()) if row else {}
    for name, column, part in _CELLS:
        if row and _letters(row.text(column)) != _letters(printed[name]):
            yield part


def cells_printed_again(row: ListedRow, version: Version, refs: References) -> Iterator[WordLine]:
    """The lines of cells that say what an export prints there of a version."""
    cited = (refs.cite_document(one.document) for one in version.legal_basis.items)
    printed = row_columns(version, refs) | {"basis": "\n".join(dict.fromkeys(cited))}
    cells = (*((name, column) for name, column, _ in _CELLS), *_OTHER_CELLS)
    for name, column in cells:
        if _letters(row.text(column)) == _letters(printed[name]):
            yield from row.values.get(column, ())


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def drop_supplied(printed: PrintedDecision | None, record: CarriedRecord) -> PrintedDecision | None:
    """A decision without the articles and the position that an export had to supply, and with the
    title of its record.
    """
    if printed is None:
        return None
    if printed.articles and set(printed.articles) <= set(record.supplied):
        printed.articles = []
    signer = printed.signer
    if signer and signer.position and signer.position.upper() in record.supplied:
        printed.signer = replace(signer, position=None)
    if record.title and printed.title == print_title(record.title):
        printed.title = record.title
    return printed


def _styled(lines: Iterable[WordLine]) -> Iterator[StyledLine]:
    return (StyledLine(_STYLES[line.style], line.words) for line in lines if line.words)


def read_exported_processes(lines: Sequence[WordLine]) -> list[PrintedProcess]:
    """The internal processes of an exported file: a title, then steps below their phases."""
    found: list[PrintedProcess] = []
    gathered: list[WordLine] = []
    for line in lines:
        if line.style == LineStyle.TITLE:
            _finish(found, gathered)
            gathered = []
            found.append(PrintedProcess([_TITLE.sub("", line.words)], lines=[line]))
        elif found and line.style in _STYLES and line.style != LineStyle.CODE:
            gathered.append(line)
            found[-1].lines.append(line)
    _finish(found, gathered)
    return [one for one in found if one.cases]


def _finish(found: list[PrintedProcess], lines: Sequence[WordLine]) -> None:
    """Give the last process the steps that its lines say."""
    reader = LineReader(list(_styled(lines)), References(None))
    first = reader.peek()
    said = reader.take().text if first and first.style == LineStyle.WORDED else ""
    steps = _read_steps(reader)
    if found and steps:
        found[-1].said += filter(None, [said])
        found[-1].cases.append(ProcessCase("", None, [ProcessStage("", None, steps)]))


def _read_steps(reader: LineReader) -> list[InternalStep]:
    steps: list[InternalStep] = []
    phase: str | None = None
    while line := reader.peek():
        if line.style == LineStyle.GROUP:
            phase = reader.take().text
            continue
        try:
            step = PROCESS_STEP.read(reader)
        except UnreadableLineError:
            return []
        if step is ABSENT:
            return []
        steps.append(replace(step, phase=phase))
    return steps
