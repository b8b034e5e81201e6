"""The annexes of a decision: its list, the contents of its procedures, internal processes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.exports.word.carried import CarriedProcedure
from generator.exports.word.codecs import WORDS, print_title
from generator.exports.word.columns import row_columns
from generator.exports.word.layout import LABELS
from generator.exports.word.paragraphs import paragraphs_xml
from generator.exports.word.references import References
from generator.exports.word.row_notes import print_row_note
from generator.exports.word.signed_parts import NO_CONTENT, print_signed
from generator.exports.word.styles import LineStyle, StyledLine
from generator.exports.word.time_layouts import PROCESS_STEP
from generator.exports.word.versions import carried_by_word, phases_of, print_version
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row
from generator.records.version import Version

TITLE_BEFORE = "Thủ tục: "
SECTION_TITLE = "THỦ TỤC HÀNH CHÍNH"
CODE_BEFORE, CODE_BEHIND = "(Mã TTHC: ", ")"
_KINDS = {
    "publish": "MỚI BAN HÀNH",
    "amend": "ĐƯỢC SỬA ĐỔI, BỔ SUNG",
    "replace": "THAY THẾ",
    "abolish": "BỊ BÃI BỎ",
    "correct": "ĐƯỢC ĐÍNH CHÍNH",
    "annul": "BỊ HỦY CÔNG BỐ",
}
_LEVELS = {
    "central": "CẤP TRUNG ƯƠNG",
    "province": "CẤP TỈNH",
    "district": "CẤP HUYỆN",
    "commune": "CẤP XÃ",
}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class PrintedProcedure:
    """A procedure that an annex lists, and the version that it prints, if any.

    `levels` are those that the row names, else those of the version, else of the last one.
    """

    key: str
    row: Row
    version: Version | None
    levels: tuple[str, ...]


def printed_procedures(decision: Decision, catalogue: Catalogue) -> tuple[PrintedProcedure, ...]:
    """The procedures of a decision in the order of its annex: by kind, level, field."""
    found = [
        _printed(target.procedure, row, catalogue.version_files.get(target.key), catalogue)
        for row in decision.rows
        for target in row.published
    ]
    found += [
        _printed(key, row, None, catalogue)
        for row in decision.rows
        for key in (row.ended if row.action == "abolish" else _annulled(row, catalogue))
    ]
    kinds, known = list(_KINDS), list(_LEVELS)

    def _order(one: PrintedProcedure) -> tuple[int, tuple[int, ...], str]:
        levels = tuple(map(known.index, one.levels))
        return kinds.index(one.row.action), levels, _field(one.key, catalogue)

    return tuple(sorted(found, key=_order))


def _printed(key: str, row: Row, version: Version | None, catalogue: Catalogue) -> PrintedProcedure:
    last = version or next(iter(catalogue.versions.get(key, ())[-1:]), None)
    return PrintedProcedure(key, row, version, row.levels or (last.levels.items if last else ()))


def _annulled(row: Row, catalogue: Catalogue) -> tuple[str, ...]:
    """The procedures of the row that a row annuls."""
    decision = catalogue.decisions.get(row.annuls.decision) if row.annuls else None
    rows = decision.rows if decision else ()
    return next((one.procedures for one in rows if row.annuls and one.id == row.annuls.row), ())


@dataclass(frozen=True, slots=True)
class AnnexSection:
    """The procedures of one kind and level, numbered from 1: a section of list and contents."""

    letter: str
    title: str
    members: tuple[tuple[int, PrintedProcedure], ...]


def sections_of(procedures: Sequence[PrintedProcedure]) -> Iterator[AnnexSection]:
    """The sections of an annex, in its order."""
    grouped = groupby(procedures, lambda one: (one.row.action, one.levels))
    for at, ((action, levels), section) in enumerate(grouped):
        named = ", ".join(_LEVELS[level] for level in levels)
        title = " ".join(filter(None, (SECTION_TITLE, _KINDS[action], named)))
        yield AnnexSection(chr(ord("A") + at % 26), title, tuple(enumerate(section, 1)))


def levels_of_section(heading: str) -> tuple[str, ...]:
    """The levels that the heading of a section names."""
    return tuple(level for level, name in _LEVELS.items() if name in heading)


def list_rows(
    procedures: Sequence[PrintedProcedure], catalogue: Catalogue, refs: References
) -> list[dict[str, Any]]:
    """The rows of the list: headings of kinds and levels, of fields, and a row a procedure."""
    rows: list[dict[str, Any]] = []
    for section in sections_of(procedures):
        rows.append({"order": section.letter, "heading": section.title})
        fields = groupby(section.members, lambda one: _field(one[1].key, catalogue))
        for roman, (field_id, members) in enumerate(fields, 1):
            name = catalogue.fields[field_id].name if field_id in catalogue.fields else field_id
            rows.append({"order": _roman(roman), "heading": f"Lĩnh vực: {name}"})
            rows += (_list_row(number, one, catalogue, refs) for number, one in members)
    return rows


def _field(key: str, catalogue: Catalogue) -> str:
    procedure = catalogue.procedures.get(key)
    return procedure.field if procedure else ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def _code(key: str, catalogue: Catalogue) -> str:
    procedure = catalogue.procedures.get(key)
    return (procedure.code if procedure else None) or ""


def _list_row(
    number: int, one: PrintedProcedure, catalogue: Catalogue, refs: References
) -> dict[str, Any]:
    version = one.version
    versions = catalogue.versions.get(one.key, ())
    title = version.title if version else versions[-1].title if versions else one.key
    row = {
        "order": str(number),
        "code": _code(one.key, catalogue),
        "name": print_title(title),
        "heading": "",
    }
    texts = {"time": "", "place": "", "methods": "", "fee": ""}
    basis: list[str] = []
    note = print_row_note(one.row, catalogue.decisions, refs)
    if version:
        texts = row_columns(version, refs)
        basis = [refs.cite_document(item.document) for item in version.legal_basis.items]
        basis = basis or [WORDS.show(version.legal_basis.not_stated or "", refs)]
    return row | texts | {"basis": "\n".join(dict.fromkeys(basis)), "note": "\n".join(note)}


def content_values(
    procedures: Sequence[PrintedProcedure], catalogue: Catalogue, refs: References
) -> list[dict[str, Any]]:
    """The contents of the procedures that have a version, below the headings of the list."""
    values = []
    for section in sections_of(procedures):
        heading = f"{section.letter}. {section.title}"
        for number, one in section.members:
            if one.version:
                body = paragraphs_xml(_body(number, one.version, catalogue, refs))
                values.append({"title": one.version.title, "heading": heading, "body": body})
                heading = ""
    return values


def carry_version(version: Version, refs: References) -> CarriedProcedure:
    """The record behind the contents of a version."""
    return CarriedProcedure(title_line(version.title), version.title, print_version(version, refs))


def title_line(title: str) -> str:
    """The title of a procedure above its contents, without its number."""
    printed = print_title(title)
    return printed if printed.startswith(TITLE_BEFORE.rstrip(": ")) else TITLE_BEFORE + printed


def _heading_lines(number: int, version: Version, catalogue: Catalogue) -> Iterator[StyledLine]:
    yield StyledLine(LineStyle.TITLE, f"{number}. {title_line(version.title)}")
    code = _code(version.procedure, catalogue)
    if code:
        yield StyledLine(LineStyle.CODE, f"{CODE_BEFORE}{code}{CODE_BEHIND}")


def _body(
    number: int, version: Version, catalogue: Catalogue, refs: References
) -> Iterator[StyledLine]:
    yield from _heading_lines(number, version, catalogue)
    parts = print_signed(version, refs)
    if not parts:
        yield NO_CONTENT
    for part, lines in parts.items():
        yield StyledLine(LineStyle.LABEL, LABELS[part])
        yield from lines


def process_values(
    versions: Iterable[Version], catalogue: Catalogue, refs: References
) -> list[dict[str, Any]]:
    """The internal processes that versions have: the heading and the rows of each table."""
    processes = []
    with_steps = (one for one in versions if one.internal_process.items)
    for number, version in enumerate(with_steps, 1):
        carried = carried_by_word(version)
        said = carried.internal_process.text
        lines = [*_heading_lines(number, version, catalogue)]
        title = paragraphs_xml([*lines, StyledLine(LineStyle.WORDED, said)] if said else lines)
        steps = list(_process_rows(carried, refs))
        processes.append({"title": title, "steps": steps})
    return processes


def _process_rows(version: Version, refs: References) -> Iterator[dict[str, Any]]:
    empty = paragraphs_xml([StyledLine(LineStyle.LEAD, "")])
    for phase, steps in phases_of(version.internal_process.items):
        if phase:
            name = paragraphs_xml([StyledLine(LineStyle.GROUP, phase)], in_cell=True)
            yield {"phase": name, "label": "", "name": name, "role": empty, "time": empty}
        for number, step in enumerate(steps, 1):
            work, role, *time = PROCESS_STEP.print(step, refs)
            yield {
                "phase": "",
                "label": f"Bước {number}",
                "name": paragraphs_xml([work], in_cell=True),
                "role": paragraphs_xml([role], in_cell=True),
                "time": paragraphs_xml(time, in_cell=True),
            }
