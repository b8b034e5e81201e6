"""Where every line of the files went: into a record, into its structure, or into the report.

A line counts as placed only when its words are found again in the drafted records. What the keys
of a record say (labels, ticks, numbers, headings) is structure; forms that were cut off, and what
nothing took, are reported with their places. The characters of the four add up to what was read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.imports.portal.lossless import strings_of
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.contents import ContentPart, unlabelled
from generator.imports.word.decisions import SIGNED_ON
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.exported import exported_title
from generator.imports.word.list_header import FLAGS, ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.parts import STEP_HEAD, is_dossier_label
from generator.imports.word.recipients import recipients_on
from generator.records.serialise import serialise


class WordUse(StrEnum):
    """What became of a line."""

    PLACED = "placed"
    STRUCTURE = "structure"
    FORM = "form"
    REPORTED = "reported"


_PRINTED_BY_KEYS = (ListColumn.ORDER, ListColumn.CODE, ListColumn.FIELD, *FLAGS)
_MARKS = " -+*•–;,.:"
"""Bullets and the marks that end an item; records leave them out."""
_HEADING = (
    *("cộng hòa", "độc lập", "số:", "quyết định", "chủ tịch ủy ban"),
    *("kt. ", "tm. ", "tuq. ", "nơi nhận"),
)
"""How lines of the heading and the foot of a decision begin, in small letters."""
_SHORTEST = 3
"""Words of fewer letters are found in any text: they prove nothing."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line, what became of it, and the key of the procedure that it belongs to, if one."""

    line: WordLine
    use: WordUse
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class WordLedger:
    """Every line of all files, in their order."""

    lines: tuple[LedgerLine, ...]

    @property
    def characters(self) -> Counter[WordUse]:
        """How many characters went where."""
        counted: Counter[WordUse] = Counter(dict.fromkeys(WordUse, 0))
        for one in self.lines:
            counted[one.use] += len(one.line.words)
        return counted

    @property
    def read(self) -> int:
        """How many characters were read."""
        return sum(len(one.line.words) for one in self.lines)

    def of(self, use: WordUse, procedure: str | None = None) -> tuple[LedgerLine, ...]:
        """The lines of one use, of one procedure if it is given."""
        return tuple(
            one
            for one in self.lines
            if one.use is use and (procedure is None or one.procedure == procedure)
        )


def keep_ledger(drafted: DraftedDecision) -> WordLedger:
    """The ledger of the files behind some drafts."""
    owners = dict(_owners(drafted))
    structure = set(_structure(drafted))
    forms = dict(_forms(drafted))
    layout = set(_read_by_layout(drafted))
    pieces = {place: said for one in drafted.procedures for place, said in _pieces(one)}
    texts = {one.key: _texts_of(one) for one in drafted.procedures}
    shared = words_in([drafted.decision, *drafted.registers.documents.values()])
    everything = "\n".join([*texts.values(), shared])
    lines = []
    for source in drafted.sources:
        for line in (*source.file.lines, *source.file.beside):
            owner = owners.get(line.place, "")
            text = f"{texts.get(owner, '')}\n{shared}" if owner else everything
            if line.place in forms:
                lines.append(LedgerLine(line, WordUse.FORM, forms[line.place]))
            elif line.place in structure:
                lines.append(LedgerLine(line, WordUse.STRUCTURE, owner))
            elif any(
                wanted in text or wanted in everything for wanted in wanted_words(line)
            ) or _are_in(pieces.get(line.place, ()), text):
                lines.append(LedgerLine(line, WordUse.PLACED, owner))
            elif line.place in layout:
                lines.append(LedgerLine(line, WordUse.STRUCTURE, owner))
            else:
                lines.append(LedgerLine(line, WordUse.REPORTED, owner))
    return WordLedger(tuple(lines))


def wanted_words(line: WordLine) -> Iterator[str]:
    """The words to look for: a line, and what follows a label or "Bước 1" at its head."""
    for text in (line.words, *unlabelled(line.text), STEP_HEAD.sub("", line.words)):
        wanted = _spaced(text).strip(_MARKS)
        if len(wanted) >= _SHORTEST:
            yield wanted


def _texts_of(drafted: DraftedProcedure) -> str:
    read = drafted.version or drafted.unchanged
    return words_in([read]) if read else _spaced(drafted.title)


def words_in(records: Iterable[object]) -> str:
    """Every text of some records, a line each, with single spaces."""
    texts = (text for one in records for _, text in strings_of(serialise(one)))
    return "\n".join(_spaced(text) for text in texts)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _owners(drafted: DraftedDecision) -> Iterator[tuple[WordPlace, str]]:
    for one in drafted.procedures:
        if one.pair.row:
            for line in _row_lines(one.pair.row):
                yield line.place, one.key
        if one.pair.content:
            content = one.pair.content
            for lines in (content.title, content.labels, *content.parts.values()):
                for line in lines:
                    yield line.place, one.key
        if one.process:
            yield from ((line.place, one.key) for line in one.process.lines)


def _pieces(drafted: DraftedProcedure) -> Iterable[tuple[WordPlace, tuple[str, ...]]]:
    """The lines of a process whose words its steps have in several places."""
    return drafted.process.pieces.items() if drafted.process else ()


def _are_in(pieces: Sequence[str], text: str) -> bool:
    return any(pieces) and all(one in text for one in pieces)


def _row_lines(row: ListedRow) -> Iterator[WordLine]:
    for one in (row, *row.cases):
        for lines in one.values.values():
            yield from lines


def _structure(drafted: DraftedDecision) -> Iterator[WordPlace]:
    """Lines whose words the keys of records say: headings, numbers, codes, ticks, bare labels."""
    for source in drafted.sources:
        yield from (line.place for line in source.lists.headings)
        yield from (line.place for line in source.contents.headings)
        if source.decision and source.decision.number:
            yield from _heading_of(source.decision.lines, drafted)
            yield from _known_grounds(source.decision.lines, drafted)
    for one in drafted.procedures:
        if one.pair.row:
            for row in (one.pair.row, *one.pair.row.cases):
                for column in _PRINTED_BY_KEYS:
                    yield from (line.place for line in row.values.get(column, ()))
        if one.process:
            yield from (line.place for line in one.process.structure)
        if one.pair.content:
            content = one.pair.content
            if one.pair.row and one.pair.likeness == 1:
                yield from (line.place for line in content.title)
            papers = content.parts.get(ContentPart.DOSSIER, ())
            yield from (line.place for line in papers if is_dossier_label(line.text))
            inline = {line.place for lines in content.parts.values() for line in lines}
            yield from (line.place for line in content.labels if line.place not in inline)


def _read_by_layout(drafted: DraftedDecision) -> Iterator[WordPlace]:
    """Lines of exported files that the layout read whole: each line of such a part has a field."""
    for one in drafted.procedures:
        content = one.pair.content
        if content and exported_title(content) is not None:
            left = {remark.values["part"] for remark in one.remarks if remark.kind == "off_layout"}
            read = (lines for part, lines in content.parts.items() if part not in left)
            for lines in (content.title, *read):
                yield from (line.place for line in lines)


def _heading_of(lines: Iterable[WordLine], drafted: DraftedDecision) -> Iterator[WordPlace]:
    """The national heading, the agency, the number, the day, the office and place of signing."""
    decision, known = drafted.decision, drafted.registers.catalogue.agencies
    agency = known.get(decision.agency) or drafted.registers.agencies[decision.agency]
    said = f"{agency.name}\n{decision.signer.position or ''}".lower()
    for line in lines:
        low = line.words.lower()
        sent = recipients_on(line.text)
        is_sent = bool(sent) and set(sent) <= set(decision.recipients)
        if is_sent or low.startswith(_HEADING) or low in said or SIGNED_ON.search(low):
            yield line.place


def _known_grounds(lines: Iterable[WordLine], drafted: DraftedDecision) -> Iterator[WordPlace]:
    """Grounds of which every document stands in the record by its key."""
    grounds = set(drafted.decision.grounds)
    for line in lines:
        parts = [one for one in line.words.split("; ") if one.strip()]
        named = [drafted.registers.find_document(one) for one in parts]
        if line.words.lower().startswith("căn cứ") and all(one in grounds for one in named):
            yield line.place


def _forms(drafted: DraftedDecision) -> Iterator[tuple[WordPlace, str]]:
    for one in drafted.procedures:
        if one.pair.content and not one.pair.content.drift:
            yield from ((line.place, one.key) for line in one.pair.content.cut_forms)
