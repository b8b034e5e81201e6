"""Files that `niemyet export word` wrote: their styles say what each paragraph is.

Such a file is read by the layout that printed it, so that its records come back as they were. A
part that somebody changed beyond its layout is left to the readers of all other annexes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.exports.word.annexes import TITLE_BEFORE
from generator.exports.word.codecs import UnreadableLineError
from generator.exports.word.grammar import ABSENT, LineReader
from generator.exports.word.layout import LABELS
from generator.exports.word.references import References
from generator.exports.word.styles import LineStyle, StyledLine
from generator.exports.word.time_layouts import PROCESS_STEP
from generator.exports.word.versions import read_printed_version
from generator.imports.word.blocks import WordLine
from generator.imports.word.contents import ContentPart, ProcedureContent, ReadContents
from generator.imports.word.processes import PrintedProcess, ProcessCase, ProcessStage
from generator.imports.word.registers import DraftRegisters
from generator.records.version import InternalStep

_STYLES = {str(style): style for style in LineStyle}
_PARTS = {label: ContentPart(part) for part, label in LABELS.items()}
_TITLE = re.compile(rf"\A\d+\. {TITLE_BEFORE}")


def is_exported(lines: Iterable[WordLine]) -> bool:
    """Whether a file has contents in the styles of an export."""
    return any(line.style == LineStyle.TITLE for line in lines)


def read_exported_contents(lines: Sequence[WordLine]) -> ReadContents:
    """The procedures of an exported file; lines of other styles stand before the first."""
    found = ReadContents()
    part: ContentPart | None = None
    for line in lines:
        content = found.procedures[-1] if found.procedures else None
        if line.style == LineStyle.TITLE:
            found.procedures.append(ProcedureContent([line]))
            part = None
        elif content is None or line.style not in _STYLES:
            found.before.append(line)
        elif line.style == LineStyle.LABEL:
            part = _PARTS.get(line.words, part)
            content.labels.append(line)
            if part:
                content.parts.setdefault(part, [])
        elif part is None:
            content.title.append(line)
        else:
            content.parts[part].append(line)
    found.procedures = [one for one in found.procedures if one.labels]
    return found


def exported_title(content: ProcedureContent) -> str | None:
    """The exact title of a procedure of an exported file; None for any other file."""
    line = content.title[0] if content.title else None
    if line is None or line.style != LineStyle.TITLE:
        return None
    return _TITLE.sub("", line.words)


def read_exported_version(
    content: ProcedureContent, registers: DraftRegisters
) -> tuple[dict[str, Any], list[str]]:
    """The fields of a version, and the parts that are no longer in the layout."""
    refs = References(registers.catalogue, lambda text: registers.register_basis(text).document)
    parts = {str(part): list(_styled(lines)) for part, lines in content.parts.items()}
    return read_printed_version(parts, {}, refs)


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
