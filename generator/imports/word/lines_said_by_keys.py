"""Lines whose words the keys of records say: headings, ticks, labels, grounds, recipients."""

from collections.abc import Iterable, Iterator, Sequence

from generator.exports.word.references import References
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.content_tables import read_content_tables
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.exported import cells_printed_again, exported_title
from generator.imports.word.grounds import single_grounds
from generator.imports.word.labels import ContentPart
from generator.imports.word.letterhead import Letterhead, layout_lines
from generator.imports.word.list_against_contents import repeats_time
from generator.imports.word.list_header import FLAGS, ListColumn
from generator.imports.word.parts import is_dossier_label
from generator.imports.word.recipients import recipients_on
from generator.imports.word.written_words import MARKS, holds_words, single_spaced

_PRINTED_BY_KEYS = (ListColumn.ORDER, ListColumn.CODE, ListColumn.FIELD, *FLAGS)


def lines_said_by_keys(drafted: DraftedDecision, shared: str) -> set[WordPlace]:
    """Lines that records say in a way of their own; `shared` has the words that all records share.

    They count as structure where their words are in no record.
    """
    return {*_front_of(drafted, shared), *_read_by_layout(drafted), *_times_again(drafted)}


def structure_lines(drafted: DraftedDecision) -> Iterator[WordPlace]:
    """Lines that are structure whatever they say: headings, numbers, codes, ticks, bare labels."""
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
            lambda text: holds_words(single_spaced(text).strip(MARKS).lower(), low),
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
            holds_words(single_spaced(one), shared)
            or (key in grounds and registers.holds_ground(one, key))
            for one, key in named
        ):
            yield line.place
