"""What a person should look at in a decision and in its files as a whole."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import groupby

from generator.exports.word.codecs import VIETNAMESE
from generator.imports.portal.registers import NO_NUMBER
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.choosing import ChosenSources
from generator.imports.word.damaged_words import find_damaged
from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.drafted import DraftedProcedure
from generator.imports.word.labels import ContentPart, label_at
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.registers import DraftRegisters, spell_agency
from generator.imports.word.remarks import WordRemark
from generator.imports.word.replaced import articles_to_ask
from generator.imports.word.sources import WordSources
from generator.law.text import fold_text
from generator.records.decision import Decision

_COUNT = re.compile(r"\((\d{1,4})\s*(?:TTHC|thủ tục)")

_FEW = 5
_EXCERPT = 120
_LABELS = 5
"""So many different labels are those of a procedure and no words of a text."""
_BOXES = 3
"""Fewer boxes are notes or a heading, not a process."""


def remarks_on_files(
    printed: PrintedDecision,
    decision: Decision,
    sources: Sequence[WordSources],
    rows: Sequence[object],
) -> list[WordRemark]:
    """What a person should look at in the decision and in the files as a whole."""
    remarks = _remarks_on_reading(sources)
    if not any(source.decision for source in sources):
        remarks.append(WordRemark("no_decision"))
    if printed.signer is None or printed.signer.name is None:
        remarks.append(WordRemark("no_signer"))
    is_told = printed.unclear_effects or printed.no_days
    if decision.effective is None and not is_told:
        remarks.append(WordRemark("no_effect", None, {"day": f"{decision.signed:%Y-%m-%d}"}))
    if printed.days_after and decision.effective and printed.effective is None:
        values = {"count": str(printed.days_after), "day": VIETNAMESE.day(decision.effective)}
        remarks.append(WordRemark("effect_counted", None, values))
    remarks += [
        WordRemark(kind, None, {"words": text})
        for kind, texts in (
            ("effect_unclear", printed.unclear_effects),
            ("effect_no_such_day", printed.no_days),
            ("signer_unclear", printed.unclear_signing),
        )
        for text in texts
    ]
    asked = articles_to_ask(printed.replacing, decision.replaces_decisions)
    remarks += [WordRemark("replaces", None, {"words": text}) for text in asked]
    declared = _declared(sources)
    if declared and declared != len(rows):
        values = {"declared": str(declared), "read": str(len(rows))}
        remarks.append(WordRemark("counts_differ", None, values))
    return remarks


def _remarks_on_reading(sources: Sequence[WordSources]) -> list[WordRemark]:
    """What a person should look at in the words of the files."""
    remarks = [
        WordRemark("converted", WordPlace(source.file.name, 1))
        for source in sources
        if source.file.converted
    ]
    remarks += [
        WordRemark("pictures", WordPlace(source.file.name, 1), {"count": str(source.file.pictures)})
        for source in sources
        if source.file.pictures
    ]
    remarks += [remark for source in sources for remark in _unread_contents(source)]
    remarks += [remark for source in sources for remark in _struck(source)]
    remarks += [remark for source in sources for remark in _drawn_processes(source)]
    mended = sum(source.file.repairs["number"] for source in sources)
    if mended:
        remarks.append(WordRemark("numbers_mended", None, {"count": str(mended)}))
    remarks += _damaged(sources)
    return remarks


def remarks_on_agencies(registers: DraftRegisters) -> list[WordRemark]:
    """The agencies that the catalogue does not have: a name may be mistyped, or damaged."""
    known = {spell_agency(one.name): one for one in registers.catalogue.agencies.values()}
    alike = {
        one.name: "; ".join(
            f"{known[near].name} (--agency {known[near].id})"
            for near in get_close_matches(spell_agency(one.name), known)
        )
        for one in registers.agencies.values()
    }
    return [
        WordRemark("agency_new_like" if near else "agency_new", None, {"name": name, "alike": near})
        for name, near in alike.items()
    ]


def remarks_on_documents(registers: DraftRegisters) -> list[WordRemark]:
    """The documents that the files name without a number: the register may have them."""
    drafted = registers.documents.values()
    titles = [one.title for one in drafted if one.number == NO_NUMBER]
    return [WordRemark("document_unnumbered", None, {"title": title}) for title in titles]


def _unread_contents(source: WordSources) -> list[WordRemark]:
    """That a file has labels of contents which were not read: the first one is not as usual."""
    read = {line.place for one in source.contents.procedures for line in one.lines}
    found: dict[ContentPart, WordLine] = {}
    for line in source.lines_outside_forms():
        label = label_at(line.text) if line.place not in read and not line.place.table else None
        if label:
            found.setdefault(label[0], line)
    if len(found) < _LABELS:
        return []
    first = next(iter(found.values()))
    values = {"count": str(len(found)), "words": first.text[:_EXCERPT]}
    return [WordRemark("labels_unread", first.place, values)]


def _struck(source: WordSources) -> list[WordRemark]:
    """That words of a file are struck out, which may be meant as deleted."""
    struck = source.file.struck
    if not struck:
        return []
    words = "”, “".join(line.words for line in struck[:_FEW])
    values = {"count": str(len(struck)), "words": f"“{words}”"}
    return [WordRemark("struck", struck[0].place, values)]


def _drawn_processes(source: WordSources) -> list[WordRemark]:
    """That a file draws an internal process: its boxes are in no order that it tells.

    Boxes on the pages of the decision itself are its letterhead and its signature.
    """
    read = {line.place for one in source.processes for line in one.lines if line.aside == "box"}
    read |= {line.place for line in source.decision.lines} if source.decision else set()
    lines = source.lines_outside_forms()
    drawn = (line for line in (*lines, *source.file.beside) if line.aside in ("box", "diagram"))
    boxes = [line for line in drawn if line.place not in read]
    named = any("quy trinh noi bo" in fold_text(line.words) for line in lines)
    count = len({_box(line) for line in boxes})
    drawn_read = any(line.aside == "box" for one in source.processes for line in one.lines)
    if (source.processes and not drawn_read) or not named or count < _BOXES:
        return []
    return [WordRemark("process_drawn", boxes[0].place, {"count": str(count)})]


def _box(line: WordLine) -> tuple[object, ...]:
    """What lines of one box have in common; drawings in other cells may have the same keys."""
    place = line.place
    return place.table, place.row, place.column, line.shape or place.paragraph


def _damaged(sources: Sequence[WordSources]) -> list[WordRemark]:
    """The words of converted files, forms aside, that a program may have read wrong."""
    every = [line for source in sources for line in source.file.lines]
    converted = (source for source in sources if source.file.converted)
    read = (line for source in converted for line in source.lines_outside_forms())
    return [
        WordRemark(
            "damaged_like" if one.usual else "damaged",
            one.line.place,
            {"words": one.words, "usual": one.usual, "count": str(one.count)},
        )
        for one in find_damaged(read, every)
    ]


def _declared(sources: Sequence[WordSources]) -> int:
    """How many procedures the section rows of the lists say there are: "(32 TTHC)"."""
    lines = (line for source in sources for line in source.lists.headings)
    found = (_COUNT.search(line.words) for line in lines)
    return sum(int(match[1]) for match in found if match)


def remarks_on_bases(
    sources: Sequence[WordSources], drafted: Sequence[DraftedProcedure]
) -> list[WordRemark]:
    """That rows of a converted list have unlike many documents as their basis.

    Such a list has one cell of them for many rows, which the conversion cuts at any place.
    """
    listed = [
        (one.pair.row.number, len(one.version.legal_basis.items))
        for one in drafted
        if one.pair.row and one.version and not _has_basis(one.pair.content)
    ]
    if not any(source.file.converted for source in sources) or len({n for _, n in listed}) < 2:
        return []
    runs = [
        (count, [number for number, _ in run])
        for count, run in groupby(listed, key=lambda pair: pair[1])
    ]
    said = ", ".join(f"{'–'.join(dict.fromkeys((at[0], at[-1])))} ({n})" for n, at in runs)
    return [WordRemark("bases_uneven", None, {"counts": said})]


def _has_basis(content: ProcedureContent | None) -> bool:
    return content is not None and bool(content.parts.get(ContentPart.BASIS))


def remarks_on_decisions(
    printed: PrintedDecision, chosen: ChosenSources, has_processes: bool
) -> list[WordRemark]:
    """Files of another decision, and processes that this one does not approve, or lacks."""
    remarks = [
        WordRemark("other_decision", None, {"number": number, "file": name})
        for number, name in chosen.others
    ]
    if chosen.unlike_given:
        values = {"printed": chosen.unlike_given, "given": printed.number or ""}
        remarks.insert(0, WordRemark("number_differs", None, values))
    if has_processes and printed.articles and not printed.approves_processes:
        remarks.append(WordRemark("process_not_approved"))
    if printed.approves_processes and not has_processes:
        remarks.append(WordRemark("no_process"))
    return remarks
