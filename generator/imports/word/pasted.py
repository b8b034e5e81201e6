"""The words of one procedure, pasted out of an annex, into a draft of its first version."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.contents import read_contents
from generator.imports.word.labels import ContentPart
from generator.imports.word.named_documents import named_documents
from generator.imports.word.pairing import ListedContent
from generator.imports.word.parts import is_dossier_label
from generator.imports.word.pasted_gaps import without_gaps
from generator.imports.word.pasted_tables import read_pasted_tables
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.imports.word.unnumbered import read_unnumbered
from generator.imports.word.versions import draft_version_of
from generator.imports.word.written_words import is_written, words_in
from generator.law.text import repair_import
from generator.records.stated import Stated
from generator.records.version import Version

_PASTED = "pasted"
_SORT = re.compile(r"\A\s*+thủ tục(?:\s++hành chính)?\s++(?=[^\W\d_])", re.IGNORECASE)
"""How a heading says that a procedure follows, before its name."""


@dataclass(frozen=True, slots=True)
class PastedProcedure:
    """A draft of what pasted lines say, and the lines that are nowhere in it.

    `version` is None when no label of a part was recognised; `missing` are the parts without one,
    `remarks` tell what a person should look at.
    """

    version: Version | None
    title: str
    missing: tuple[ContentPart, ...]
    unread: tuple[str, ...]
    remarks: tuple[WordRemark, ...] = ()


def read_pasted(text: str, procedure: str, registers: DraftRegisters) -> PastedProcedure:
    """Read the first procedure of a text by the labels of its parts; all else stays unread.

    Raises UnreadableTableError with a sentence for a table that cannot be read by its columns.
    """
    tables = read_pasted_tables(text)
    lines = list(_lines_of(tables.lines))
    content = _content_of(lines)
    if content is None:
        tables.refuse_without_labels()
        return PastedProcedure(None, "", tuple(ContentPart), tuple(one.words for one in lines))
    pair = ListedContent(None, content)
    drafted, remarks = draft_version_of(pair, procedure, "v001", registers)
    title = _bare_title(content.name)
    version = replace(tables.completed(drafted), title=_bare_title(drafted.title))
    unread = tuple(_unread(lines, content, version, registers))
    told = with_levels(without_gaps(version), registers)
    return PastedProcedure(told, title, content.missing, unread, tuple(remarks))


def _bare_title(title: str) -> str:
    """A title without the words that it is a procedure; it then begins with a capital."""
    bare = _SORT.sub("", title)
    return f"{bare[:1].upper()}{bare[1:]}" if bare != title else title


def with_levels(version: Version, registers: DraftRegisters) -> Version:
    """The version with the levels of the agencies that settle it, when all of them are known."""
    agencies = registers.with_drafts.agencies
    found = [agencies.get(part.agency or "") for part in version.agencies.executing.items]
    levels = [one.level for one in found if one and one.level not in (None, "not_stated")]
    if version.levels.items or not levels or len(levels) < len(found):
        return version
    return replace(version, levels=Stated(items=tuple(dict.fromkeys(levels))))


def _content_of(lines: Sequence[WordLine]) -> ProcedureContent | None:
    """The first procedure by its numbered labels, or by their words alone where those tell more."""
    numbered = read_contents(lines).procedures
    plain = read_unnumbered(lines)
    if len(numbered) > 1 or plain is None:
        return numbered[0] if numbered else None
    return max([*numbered, plain], key=lambda one: len(one.parts))


def _lines_of(lines: Iterable[str]) -> Iterator[WordLine]:
    for number, line in enumerate(lines, 1):
        words = repair_import(line)[0]
        if words:
            yield WordLine(WordPlace(_PASTED, number), "", words)


def _unread(
    lines: Sequence[WordLine],
    content: ProcedureContent,
    version: Version,
    registers: DraftRegisters,
) -> Iterator[str]:
    """The lines that neither the draft holds nor its layout explains; behind a label, the rest."""
    layout = {line.place for line in (*content.title, *content.labels)}
    parts = (*content.parts.values(), content.forms)
    behind = {line.place: line for part in parts for line in part}
    written = words_in([version, *registers.documents.values()])
    basis = {line.place for line in content.parts.get(ContentPart.BASIS, ())}
    known = {one.document for one in version.legal_basis.items}
    for line in lines:
        said = behind.get(line.place) if line.place in layout else line
        if said is None or is_dossier_label(said.text) or is_written(said, written):
            continue
        if not (said.place in basis and _is_held(said, known, written, registers)):
            yield said.words


def _is_held(
    line: WordLine, known: Collection[str], written: str, registers: DraftRegisters
) -> bool:
    """Whether each document that a line of the legal basis names stands in it, with its words."""
    named = named_documents([line])
    found = [(one, registers.find_document(one)) for one in named]
    return bool(found) and all(
        is_written(replace(line, label="", words=one), written)
        or (key in known and registers.holds_ground(one, key))
        for one, key in found
    )
