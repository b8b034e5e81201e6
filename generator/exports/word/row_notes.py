"""What a row of a decision says beside its procedure, as lines of the list, printed and read.

A line begins with its label, so that a clerk may write one by hand; whatever has no label is the
note of the row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.exports.word.codecs import OPEN, VIETNAMESE
from generator.exports.word.references import References
from generator.law.changes import PARTS
from generator.law.text import fold_text
from generator.records.decision import Decision, Row, RowReference
from generator.records.loose_values import proper_day
from generator.records.registers import TODO

_JOIN = "; "
_REPLACES, _AMENDS, _ANNULS = "Thay thế thủ tục", "Nội dung sửa đổi", "Hủy"
_GROUND, _EFFECT = "Quy định tại", "Hiệu lực từ"
_ROW = "dòng "
AMENDED_OPEN = f"{TODO}: phần được sửa đổi, bổ sung"
"""How the note of a row begins that asks which parts it amends."""
_PARTS = {part: VIETNAMESE(f"part.{part}") for part in PARTS}
_PART_KEYS = {fold_text(name): part for part, name in _PARTS.items()}


@dataclass(frozen=True, slots=True)
class RowNote:
    """What the last column of a list says of a row; empty where it says nothing."""

    replaces: tuple[str, ...] = ()
    amended_parts: tuple[str, ...] = ()
    annuls: RowReference | None = None
    grounds: tuple[str, ...] = ()
    effective: date | None = None
    note: str = ""


def print_row_note(row: Row, decisions: Mapping[str, Decision], refs: References) -> Iterator[str]:
    """The lines of a row: what it replaces, amends, annuls, why, from when, its own note."""
    if row.replaces:
        yield f"{_REPLACES}: {_JOIN.join(row.replaces)}"
    if row.amended_parts:
        yield f"{_AMENDS}: {_JOIN.join(_PARTS[part] for part in row.amended_parts)}"
    elif _asks_for_parts(row.note or ""):
        yield f"{_AMENDS}: {OPEN}"
    if row.annuls:
        annulled = decisions.get(row.annuls.decision)
        number = annulled.number if annulled else row.annuls.decision
        yield f"{_ANNULS}: {_ROW}{row.annuls.row}{_JOIN}{number}"
    yield from (f"{_GROUND}: {refs.print_document(ground)}" for ground in row.grounds)
    if row.effective:
        yield f"{_EFFECT}: {VIETNAMESE.day(row.effective)}"
    if note := without_question(row.note):
        yield note


def without_question(note: str | None) -> str | None:
    """The note of a row without its line that asks which parts are amended; None for no more."""
    return "\n".join(one for one in (note or "").split("\n") if not _asks_for_parts(one)) or None


def _asks_for_parts(note: str) -> bool:
    return note.startswith(AMENDED_OPEN)


def read_row_note(
    lines: Iterable[str], decisions: Mapping[str, Decision], refs: References
) -> RowNote:
    """What lines say; a line that does not read as its label asks is part of the note."""
    found: dict[str, object] = {}
    rest: list[str] = []
    grounds: list[str] = []
    for line in lines:
        label, _, value = line.partition(": ")
        if label == _GROUND:
            grounds.append(refs.read_document(value.strip()))
            continue
        field, read = _READERS.get(label, ("", _read_nothing))
        known = read(value.strip(), decisions)
        if known is None:
            rest.append(line)
        else:
            found[field] = known
    return RowNote(grounds=tuple(grounds), note="\n".join(rest), **found)  # type: ignore[arg-type]  # each reader gives the type of its field


def _read_nothing(value: str, decisions: Mapping[str, Decision]) -> None:
    del value, decisions  # a line without a known label


def _read_codes(value: str, decisions: Mapping[str, Decision]) -> tuple[str, ...] | None:
    del decisions
    return tuple(one.strip() for one in value.split(_JOIN.strip()) if one.strip()) or None


def _read_parts(value: str, decisions: Mapping[str, Decision]) -> tuple[str, ...] | None:
    del decisions
    if value == OPEN:
        return ()
    parts = tuple(_PART_KEYS.get(fold_text(one.strip()), "") for one in value.split(_JOIN.strip()))
    return parts if all(parts) else None


def _read_day(value: str, decisions: Mapping[str, Decision]) -> date | None:
    del decisions
    day = proper_day(value)
    return date.fromisoformat(day) if day else None


def _read_annulled(value: str, decisions: Mapping[str, Decision]) -> RowReference | None:
    """The row of a decision, which is known by its number, else by its id."""
    row, _, number = value.removeprefix(_ROW).partition(_JOIN)
    numbered = {one.number: one.id for one in decisions.values()}
    decision = numbered.get(number, number)
    return RowReference(decision=decision, row=row) if row and decision in decisions else None


_Reader = Callable[[str, Mapping[str, Decision]], object]
_READERS: Mapping[str, tuple[str, _Reader]] = {
    _REPLACES: ("replaces", _read_codes),
    _AMENDS: ("amended_parts", _read_parts),
    _ANNULS: ("annuls", _read_annulled),
    _EFFECT: ("effective", _read_day),
}
