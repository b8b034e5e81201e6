"""Where every line of the files went: into a record, into its structure, or into the report.

A line counts as placed only when its words are found again in the drafted records. What the keys
of a record say (labels, ticks, numbers, headings) is structure; forms that were cut off, and what
nothing took, are reported with their places. The characters of the four add up to what was read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.imports.word.blocks import WordFile, WordLine, WordPlace
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.lines_said_by_keys import lines_said_by_keys, structure_lines
from generator.imports.word.listing import ListedRow
from generator.imports.word.written_words import (
    goes_on_beside,
    holds_all,
    is_written,
    single_spaced,
    words_in,
)


class WordUse(StrEnum):
    """What became of a line."""

    PLACED = "placed"
    STRUCTURE = "structure"
    FORM = "form"
    REPORTED = "reported"


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
        self._structure = set(structure_lines(drafted))
        self._by_keys = lines_said_by_keys(drafted, self._shared)

    def of(self, file: WordFile) -> Iterator[LedgerLine]:
        """Each line of a file with its use, and with the procedure that it belongs to."""
        lines = (*file.lines, *file.beside)
        words = [single_spaced(line.words) for line in lines]
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
        is_split = holds_all(self._pieces.get(line.place, ()), text)
        return (
            is_split
            or is_written(line, text)
            or goes_on_beside(single_spaced(line.words), text, beside)
        )


def _texts_of(drafted: DraftedProcedure, decision: DraftedDecision) -> str:
    read = drafted.version or drafted.unchanged
    if read:
        return words_in([read])
    known = decision.registers.catalogue.versions.get(drafted.key, ()) if drafted.row else ()
    return single_spaced(known[-1].title) if known else ""


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
            yield line.place, tuple(map(single_spaced, line.words.split("\n")))


def _row_lines(row: ListedRow) -> Iterator[WordLine]:
    for one in (row, *row.cases):
        for lines in one.values.values():
            yield from lines


def _forms(drafted: DraftedDecision) -> Iterator[tuple[WordPlace, str]]:
    for one in drafted.procedures:
        if one.pair.content and not one.pair.content.drift:
            yield from ((line.place, one.key) for line in one.pair.content.cut_forms)
