"""What a converted file may have damaged is marked in its drafts, so that the check finds it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.imports.word.blocks import WordLine
from generator.imports.word.damaged_words import find_damaged
from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.drafted import DraftedProcedure
from generator.imports.word.labels import ContentPart
from generator.imports.word.list_header import ListColumn
from generator.imports.word.pairing import SAME_NAME
from generator.imports.word.remarks import WordRemark
from generator.imports.word.sources import WordSources
from generator.records.registers import TODO
from generator.records.stated import Stated
from generator.records.unwritten import doubt_title

_CUT_BASIS = (
    f"{TODO}: căn cứ pháp lý; ô dùng chung bị bản chuyển từ PDF cắt rời, nhập lại từ bản ký."
)


def add_doubts(
    sources: Sequence[WordSources], drafted: Sequence[DraftedProcedure], printed: PrintedDecision
) -> None:
    """Mark damaged titles and cut bases in drafts of converted files, or take the sound form."""
    if not any(source.file.converted for source in sources):
        return
    _add_basis_doubts(drafted)
    every = [line for source in sources for line in source.file.lines]
    converted = (source for source in sources if source.file.converted)
    read = (line for source in converted for line in source.lines_outside_forms())
    damaged = {one.words: one.usual for one in find_damaged(read, every)}
    for one in drafted:
        _add_title_doubt(one, damaged)
    if printed.title and (found := _damaged_in(printed.title, damaged)):
        printed.title = _unsure(printed.title, found, damaged)


def _add_title_doubt(one: DraftedProcedure, damaged: Mapping[str, str]) -> None:
    found = _damaged_in(one.title, damaged)
    if not found or one.version is None:
        return
    content = one.pair.content
    if content and one.pair.likeness >= SAME_NAME and not _damaged_in(content.name, damaged):
        one.title = content.name
        values = {"words": "”, “".join(found), "name": content.name}
        one.remarks.append(WordRemark("title_mended", content.place, values))
        one.version = replace(one.version, title=content.name)
    else:
        one.version = replace(one.version, title=_unsure(one.version.title, found, damaged))


def _damaged_in(text: str, damaged: Iterable[str]) -> list[str]:
    said = (one for one in damaged if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text))
    return sorted(said)


def _unsure(title: str, found: Iterable[str], damaged: Mapping[str, str]) -> str:
    """A title with its doubtful words, and what is usual in their place where that is known."""
    usual = {one: f" (thường viết “{damaged[one]}”)" if damaged[one] else "" for one in found}
    return doubt_title(title, ", ".join(f"“{one}”{likely}" for one, likely in usual.items()))


def _add_basis_doubts(drafted: Sequence[DraftedProcedure]) -> None:
    """Leave out the bases of a list whose shared cell was cut: a part would stand as the whole."""
    listed = [one for one in drafted if one.version and not _states_basis(one)]
    cells = Counter(id(lines) for one in listed if (lines := _basis_cell(one)))
    counts = {len(one.version.legal_basis.items) for one in listed if one.version}
    if len(counts) < 2 or max(cells.values(), default=0) < 2:
        return
    for one in listed:
        if one.version and _basis_cell(one):
            one.version = replace(one.version, legal_basis=Stated(not_stated=_CUT_BASIS))


def _basis_cell(one: DraftedProcedure) -> list[WordLine]:
    return one.pair.row.values.get(ListColumn.BASIS, []) if one.pair.row else []


def _states_basis(one: DraftedProcedure) -> bool:
    return one.pair.content is not None and bool(one.pair.content.parts.get(ContentPart.BASIS))
