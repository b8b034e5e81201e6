"""Where every line of the files went: into a record, into its structure, or into the report.

A line counts as placed only when its words are found again in the drafted records. What the keys
of a record say (labels, ticks, numbers, headings) is structure; forms that were cut off, and what
nothing took, are reported with their places. The characters of the four add up to what was read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.exports.word.references import References
from generator.imports.portal.lossless import strings_of
from generator.imports.word.blocks import WordFile, WordLine, WordPlace
from generator.imports.word.content_tables import read_content_tables
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.exported import cells_printed_again, exported_title
from generator.imports.word.grounds import single_grounds
from generator.imports.word.labels import ContentPart, unlabelled
from generator.imports.word.letterhead import Letterhead, layout_lines
from generator.imports.word.list_against_contents import repeats_time
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
_SHORTEST = 3
"""Words of fewer letters are found in any text: they prove nothing."""
_LONG = 20
"""So many letters are in no text by chance."""
_BESIDE = 12
"""So many letters of the line before or behind tell where a short one stands."""


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
    uses = _Uses(drafted)
    return WordLedger(tuple(one for source in drafted.sources for one in uses.of(source.file)))


class _Uses:
    """Tells what became of each line, by what was written and by nothing else."""

    def __init__(self, drafted: DraftedDecision) -> None:
        self._owners = dict(_owners(drafted))
        self._forms = dict(_forms(drafted))
        self._pieces = {place: said for one in drafted.procedures for place, said in _pieces(one)}
        self._texts = {one.key: _texts_of(one, drafted) for one in drafted.procedures}
        self._shared = words_in([drafted.decision, *drafted.registers.documents.values()])
        self._structure = set(_structure(drafted))
        self._by_keys = {
            *_front_of(drafted, self._shared),
            *_read_by_layout(drafted),
            *_times_again(drafted),
        }

    def of(self, file: WordFile) -> Iterator[LedgerLine]:
        """Each line of a file with its use, and with the procedure that it belongs to."""
        lines = (*file.lines, *file.beside)
        words = [_spaced(line.words) for line in lines]
        around = zip(["", *words], [*words[1:], ""], strict=False)
        for line, beside in zip(lines, around, strict=False):
            yield self._use(line, beside)

    def _use(self, line: WordLine, beside: tuple[str, str]) -> LedgerLine:
        owner = self._owners.get(line.place, "")
        if line.aside == "hidden":
            return LedgerLine(line, WordUse.REPORTED)
        if line.place in self._forms:
            return LedgerLine(line, WordUse.FORM, self._forms[line.place])
        if line.place in self._structure:
            return LedgerLine(line, WordUse.STRUCTURE, owner)
        if self._is_placed(line, f"{self._texts.get(owner, '')}\n{self._shared}", beside):
            return LedgerLine(line, WordUse.PLACED, owner)
        is_known = line.place in self._by_keys
        return LedgerLine(line, WordUse.STRUCTURE if is_known else WordUse.REPORTED, owner)

    def _is_placed(self, line: WordLine, text: str, beside: tuple[str, str]) -> bool:
        is_split = _are_in(self._pieces.get(line.place, ()), text)
        return is_split or is_written(line, text) or _goes_on(_spaced(line.words), text, beside)


def _goes_on(words: str, text: str, beside: tuple[str, str]) -> bool:
    """Whether a text has words together with the end of the line before or the one behind."""
    before, behind = beside[0][-_BESIDE:], beside[1][:_BESIDE]
    joined = (f"{before} {words}", f"{before}{words}", f"{words} {behind}", f"{words}{behind}")
    return any(one.strip(_MARKS) in text for one in joined if len(one) > len(words) + 1)


def is_written(line: WordLine, text: str) -> bool:
    """Whether the text of records has all words of a line, but for labels and marks."""
    return any(_are_in(pieces, text) for pieces in _wanted_words(line))


def _wanted_words(line: WordLine) -> Iterator[tuple[str, ...]]:
    """The words to look for: a line, or all around a label, a colon or "Bước 1" in it."""
    ways = (
        (line.words,),
        tuple(unlabelled(line.text)),
        (STEP_HEAD.sub("", line.words),),
        tuple(line.text.split(": ", 1)),
    )
    for texts in ways:
        yield tuple(filter(_is_enough, (_spaced(text).strip(_MARKS) for text in texts)))


def _is_enough(text: str) -> bool:
    return len(text) >= _SHORTEST


def _texts_of(drafted: DraftedProcedure, decision: DraftedDecision) -> str:
    read = drafted.version or drafted.unchanged
    if read:
        return words_in([read])
    known = decision.registers.catalogue.versions.get(drafted.key, ()) if drafted.row else ()
    return _spaced(known[-1].title) if known else ""


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
    """Lines whose words a record has in several places, or with the unit of their column."""
    yield from drafted.process.pieces.items() if drafted.process else ()
    for line in _row_lines(drafted.pair.row) if drafted.pair.row else ():
        if line.words[:1].isdecimal() or "\n" in line.words:
            yield line.place, tuple(map(_spaced, line.words.split("\n")))


def _are_in(pieces: Sequence[str], text: str) -> bool:
    return any(pieces) and all(_is_in(one, text) for one in pieces)


def _is_in(words: str, text: str) -> bool:
    """Whether a text has words; few letters, which stand in any text, only as a whole clause."""
    if len(words) >= _LONG:
        return words in text
    clause = rf"(?:^|[^\w\s]\s*){re.escape(words)}(?=\s*(?:$|[^\w\s]))"
    return re.search(clause, text, re.MULTILINE) is not None


def _row_lines(row: ListedRow) -> Iterator[WordLine]:
    for one in (row, *row.cases):
        for lines in one.values.values():
            yield from lines


def _structure(drafted: DraftedDecision) -> Iterator[WordPlace]:
    """Lines whose words the keys of records say: headings, numbers, codes, ticks, bare labels."""
    for source in drafted.sources:
        yield from (line.place for line in source.lists.headings)
        yield from (line.place for line in source.contents.headings)
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
            yield from (line.place for line in _structure_of_tables(one))
            papers = content.parts.get(ContentPart.DOSSIER, ())
            yield from (line.place for line in papers if is_dossier_label(line.text))
            inline = {line.place for lines in content.parts.values() for line in lines}
            yield from (line.place for line in content.labels if line.place not in inline)


def _times_again(drafted: DraftedDecision) -> Iterator[WordPlace]:
    """Times of the list that say in other order what the record has of the contents."""
    for one in drafted.procedures:
        row, read = one.pair.row, one.version or one.unchanged
        if row and read and repeats_time(row, read):
            yield from (line.place for line in row.values[ListColumn.TIME])


def _read_by_layout(drafted: DraftedDecision) -> Iterator[WordPlace]:
    """Lines of exported files that the layout read whole: each line of such a part has a field.

    So have cells of the list that repeat it; articles that the export supplied are in no record.
    """
    for source in drafted.sources:
        supplied = source.file.carried.supplied
        yield from (line.place for line in source.file.lines if line.words in supplied)
    refs = References(drafted.registers.with_drafts)
    for one in drafted.procedures:
        content = one.pair.content
        if content and exported_title(content) is not None:
            left = {remark.values["part"] for remark in one.remarks if remark.kind == "off_layout"}
            read = (lines for part, lines in content.parts.items() if part not in left)
            row, version = one.pair.row, one.version or one.unchanged
            again = cells_printed_again(row, version, refs) if row and version else ()
            for lines in (content.title, *read, again):
                yield from (line.place for line in lines)


def _structure_of_tables(one: DraftedProcedure) -> list[WordLine]:
    """The lines of tables of papers that the record says by their counts, where it has them."""
    read = one.version or one.unchanged
    if one.pair.content is None or read is None:
        return []
    tables = read_content_tables(one.pair.content)
    tables.complete(read)
    return tables.structure


def _front_of(drafted: DraftedDecision, shared: str) -> Iterator[WordPlace]:
    """The lines of the decision itself that its record has by keys: layout, grounds, recipients."""
    decision, registers = drafted.decision, drafted.registers
    agency = registers.with_drafts.agencies[decision.agency]
    low = shared.lower()
    for source in drafted.sources:
        if source.decision is None:
            continue
        head = Letterhead(decision, agency.name, source.decision.above or "")
        lines = layout_lines(
            source.decision.lines,
            head,
            lambda text: _is_in(_spaced(text).strip(_MARKS).lower(), low),
        )
        yield from (line.place for line in lines)
        yield from _known_grounds(source.decision.lines, drafted, shared)
        yield from _known_recipients(source.decision.lines, decision.recipients)


def _known_recipients(lines: Iterable[WordLine], known: Sequence[str]) -> Iterator[WordPlace]:
    """Lines on which all are recipients of the record."""
    for line in lines:
        sent = recipients_on(line.text)
        if sent and set(sent) <= set(known):
            yield line.place


def _known_grounds(
    lines: Iterable[WordLine], drafted: DraftedDecision, shared: str
) -> Iterator[WordPlace]:
    """Grounds of which the record has every document, and all the words."""
    registers, grounds = drafted.registers, set(drafted.decision.grounds)
    for line in lines:
        if not line.words.lower().startswith("căn cứ"):
            continue
        named = [(one, registers.find_document(one)) for one in single_grounds(line.words)]
        if all(
            _is_in(_spaced(one), shared) or (key in grounds and registers.holds_ground(one, key))
            for one, key in named
        ):
            yield line.place


def _forms(drafted: DraftedDecision) -> Iterator[tuple[WordPlace, str]]:
    for one in drafted.procedures:
        if one.pair.content and not one.pair.content.drift:
            yield from ((line.place, one.key) for line in one.pair.content.cut_forms)
