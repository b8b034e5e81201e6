"""What a published record states: which of its facts stay, and which may change and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from generator.findings.problem import Pointer, Value, Wording
from generator.law.text import fold_text
from generator.records.decision import Decision, Row
from generator.records.registers import Agency, LegalDocument
from generator.records.stated import File
from generator.records.units import ProvinceUnit

ROW_EFFECT = (
    "action", "procedure", "version", "replaces", "by", "annuls", "effective", "amended_parts"
)  # fmt: skip
"""What a row does: it stays as it was signed, and another decision changes it."""

MAY_CHANGE: Mapping[type, Mapping[str, str]] = {
    Row: {"note": "an editor's note"},
    Decision: {
        "id": "another id is another decision",
        "identifiers": "for programs",
        "note": "an editor's note",
        "number_normalised": "computed from the number",
        "rows": "guarded row by row",
        "source": "where the record was imported from",
        "unknown": "the reasons for what is not known yet",
    },
    Agency: {
        "id": "another id is another agency",
        "address": "an office moves without a decision of the catalogue",
        "codes": "for programs",
        "hours": "changes without a decision of the catalogue",
        "identifiers": "for programs",
        "note": "an editor's note",
        "phone": "changes without a decision of the catalogue",
        "short_name": "how lists call it",
        "source": "where the record was imported from",
        "unknown": "the reasons for what is not known yet",
        "website": "changes without a decision of the catalogue",
    },
    LegalDocument: {
        "id": "another id is another document",
        "identifiers": "for programs",
        "note": "an editor's note",
        "number_normalised": "computed from the number",
        "source": "where the record was imported from",
        "status": "changes with time, and is judged against the dates",
        "unknown": "the reasons for what is not known yet",
        "url": "where a copy can be read",
    },
    File: {
        "identifiers": "for programs",
        "path": "where the same file lies, which its checksum shows",
        "url": "where the same file can be read",
    },
    ProvinceUnit: {
        "id": "another id is another province",
        "communes": "guarded commune by commune",
        "identifiers": "for programs",
        "note": "an editor's note",
        "source": "where the record was imported from",
    },
}
"""The fields of published records that may change, and why; every other one stays."""

_MAY_GROW = ("merged_from", "replaced_by", "spellings", "successors")
"""Lists to which time adds; what stood in them stays."""

_WORDS = {
    "action": "action", "capacity": "capacity", "extent": "extent", "level": "level",
    "levels": "level", "amended_parts": "legal_part", "kinds": "decision_kind",
}  # fmt: skip
"""Where the words of an enumerated value stand in `locale/`, by the name of its field."""


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact of a published record that is another one now, and where it stands."""

    pointer: Pointer
    before: Value
    after: Value


def changed_facts(before: Any, after: Any, pointer: Pointer = ()) -> Iterator[ChangedFact]:
    """The facts of a published record that changed; what was not known may be filled in."""
    free = MAY_CHANGE.get(type(before), {})
    for field in fields(before):
        if field.name not in free:
            old, new = getattr(before, field.name), getattr(after, field.name)
            yield from _changed(old, new, (*pointer, field.name))


def _changed(old: Any, new: Any, pointer: Pointer) -> Iterator[ChangedFact]:
    if old is None or old == new:
        return
    if is_dataclass(old) and type(old) is type(new):
        yield from changed_facts(old, new, pointer)
    elif isinstance(old, tuple):
        yield from _changed_items(old, new, pointer)
    elif not _is_respelled(old, new):
        yield ChangedFact(pointer, _shown(old, pointer), _shown(new, pointer))


def _is_respelled(old: Any, new: Any) -> bool:
    """Whether a text is the same one with other accents, letters or spaces."""
    both_texts = isinstance(old, str) and isinstance(new, str)
    return both_texts and " " in old and fold_text(old).split() == fold_text(new).split()


def _changed_items(
    old: tuple[Any, ...], new: tuple[Any, ...], pointer: Pointer
) -> Iterator[ChangedFact]:
    """The first item that is not the one that stood there."""
    if pointer[-1] in _MAY_GROW and set(old) <= set(new):
        return
    pairs = enumerate(zip(old, new, strict=False))
    other = (at for at, (one, another) in pairs if one != another)
    position = next(other, min(len(old), len(new)))
    gone, come = (items[position] if position < len(items) else None for items in (old, new))
    place = (*pointer, position) if position < len(new) else pointer
    if is_dataclass(gone) and type(gone) is type(come):
        yield from changed_facts(gone, come, place)
    else:
        yield ChangedFact(place, _shown(gone, pointer), _shown(come, pointer))


def _shown(value: Any, pointer: Pointer) -> Value:
    """A value in the reader's words; a record by what it is called."""
    name = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    if value is None or value == ():
        return "–"
    if isinstance(value, date):
        return Wording(day=value)
    if isinstance(value, str) and name in _WORDS:
        return Wording((f"{_WORDS[name]}.{value}",))
    if isinstance(value, Mapping):
        return ", ".join(map(str, value.values())) or "–"
    if is_dataclass(value):
        return str(next((getattr(value, key) for key in _NAMES if hasattr(value, key)), "…"))
    return value if isinstance(value, str | int | float | bool) else str(value)


_NAMES = ("name", "number", "procedure", "decision", "method", "row", "value")
